"""Streets and house numbers by their shape: Elm St 4, 4 Elm Street, Lindenstraße 4, 12 rue des Lilas."""

from __future__ import annotations

import re
from typing import Final

from shopkeeper.capture.line import Line
from shopkeeper.capture.tokens import Sort

_HOUSE: Final = re.compile(r"\d{1,4}[a-z]?(?:-\d{1,4}[a-z]?)?")
_LONGEST: Final = 5
_CODE: Final = re.compile(r"(?P<code>\d{4,5}(?:-\d{3,4})?|[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2})(?: +(?P<town>\D+))?")


def street_end(line: Line, at: int, end: int, *, longest: int = _LONGEST, whole: bool = True) -> int | None:
    """Where a street with its house number ends; without a number only a whole clause is one."""
    number = _house(line, at, end)
    place = at if number is None else number
    stop = _before(line, place, end) or _after(line, place, end, longest)
    if stop is None:
        return None
    after = _house(line, stop, end) if number is None else None
    if after is not None:
        return after
    is_whole = whole and stop == end and not line.toks[at].text[0].islower()
    return stop if number is not None or is_whole else None


def _house(line: Line, at: int, end: int) -> int | None:
    if at < end and line.words.has("house", line.toks[at]):
        at += 1
    if at >= end or not _HOUSE.fullmatch(line.toks[at].fold):
        return None
    at += 1
    if at + 1 < end and line.toks[at].fold in {"/", "-"} and _HOUSE.fullmatch(line.toks[at + 1].fold):
        at += 2
    elif at < end and len(line.toks[at].text) == 1 and line.toks[at].fold in "abcdefgh":
        at += 1
    return at


def _before(line: Line, at: int, end: int) -> int | None:
    """Rue des Lilas, Calle Mayor, Rua Augusta: the kind of street first, then up to a number or the end."""
    first = line.words.longest("street_before", line.toks, at, end)
    if first is None:
        return None
    place = first[0]
    while place < end and place - at < _LONGEST and _is_word(line, place) and _house(line, place, end) is None:
        place += 1
    return place if place > first[0] else None


def _after(line: Line, at: int, end: int, longest: int) -> int | None:
    """Elm St, Old Mill Lane, Lindenstraße: up to the word that says it is a street."""
    toks, words = line.toks, line.words
    for place in range(at, min(end, at + longest)):
        if not _is_word(line, place) or words.has("stop", toks[place]):
            return None
        is_street = place > at and words.has("street_after", toks[place])
        if is_street or any(
            toks[place].fold.endswith(ending) and len(toks[place].fold) > len(ending) for ending in words.street_endings
        ):
            after = place + 1
            return after + 1 if after < end and toks[after].fold == "." else after
    return None


def _is_word(line: Line, place: int) -> bool:
    return line.toks[place].sort is Sort.WORD


def town_in(text: str) -> tuple[str, str] | None:
    """The postal code and the town in a clause that follows a street: 12345 Berlin, SW1A 1AA."""
    found = _CODE.fullmatch(text.strip())
    return (found["code"], (found["town"] or "").strip()) if found else None
