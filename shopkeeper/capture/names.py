"""Where a name ends, and what its parts are: any script, with particles, titles and initials."""

from __future__ import annotations

from typing import Final

from shopkeeper.capture.line import Line
from shopkeeper.capture.tokens import Sort, Token
from shopkeeper.domain.person import Name

# Scripts whose names are written family first and without a space: nothing in them is split by guess.
_SPACELESS: Final = (("\u3040", "\u30ff"), ("\u3400", "\u9fff"), ("\uac00", "\ud7af"))
_LONGEST: Final = 5


def name_end(line: Line, at: int, end: int, *, owner: bool = False) -> int | None:
    """Where a name that begins at a place ends; None when no name begins there.

    Words with capitals go together; in small letters one word is a name, and two are if nothing else follows.
    """
    toks, words = line.toks, line.words
    title = words.longest("title", toks, at, end)
    place = title[0] if title else at
    if title and place < end and toks[place].fold == ".":
        place += 1
    first = place
    while place < end and place - first < _LONGEST and _is_name_word(line, place, first):
        place += 1
        if owner and owner_word(line, toks[place - 1]):
            return place
        if place < end and toks[place].fold == "." and len(toks[place - 1].text) == 1 and place + 1 < end:
            place += 1
    if place == first or owner:
        return None
    is_pair = place == end and place - first == 2 and words.longest("substance", toks, first + 1, end) is None
    if _is_small(toks[first]) and place - first > 1 and not is_pair:
        place = first + 1
    return place


def _is_small(token: Token) -> bool:
    return token.text[0].islower()


def _is_name_word(line: Line, place: int, first: int) -> bool:
    token, words = line.toks[place], line.words
    if token.sort is not Sort.WORD or not any(letter.isalpha() for letter in token.text):
        return False
    if words.has("stop", token) or words.has("join", token):
        return words.has("particle", token) and place > first
    if begins_fact(line, place) or line.is_marked(place, len(line.toks)):
        return False
    if line.is_unsure_at(place, len(line.toks)) and _is_small(token):
        return False
    if any(token.fold.endswith(ending) for endings in words.compounds.values() for ending in endings):
        return False
    return place == first or words.has("particle", token) or _is_small(line.toks[first]) or not _is_small(token)


def begins_fact(line: Line, place: int) -> bool:
    """Whether the words of a marker phrase stand at a place, whatever may follow them."""
    toks = line.toks
    for marker in line.words.beginning(toks, place):
        after = place
        for part in marker.parts:
            if part[0] == "{":
                return not toks[place].text[0].isupper()
            if after >= len(toks) or toks[after].fold != part:
                break
            after += 1
        else:
            return not toks[place].text[0].isupper()
    return False


def owner_word(line: Line, token: Token) -> str:
    """The name in Leo's; empty when the word is no possessive."""
    for suffix in line.words.possessive:
        if token.fold.endswith(suffix) and len(token.fold) > len(suffix):
            return token.text[: -len(suffix)]
    return ""


def name_of(line: Line, at: int, end: int) -> Name:
    """A typed name: kept as typed, and split only where the split is sure."""
    typed = line.said(at, end)
    title = line.words.longest("title", line.toks, at, end)
    prefix = line.said(at, title[0]) if title and title[0] < end else ""
    rest = typed[len(prefix) :].lstrip(" .").split()
    if prefix:
        return Name(formatted=typed, prefix=prefix, family=rest[0]) if len(rest) == 1 else Name(formatted=typed)
    return plain_name(typed)


def plain_name(typed: str) -> Name:
    """A name without a title."""
    words = typed.split()
    if len(words) == 2 and not any(low <= letter <= high for letter in typed for low, high in _SPACELESS):
        return Name(formatted=typed, given=words[0], family=words[1])
    return Name(formatted=typed)
