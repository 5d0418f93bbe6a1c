"""nuts!!: substances by themselves, with their marks or in a list of them."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from shopkeeper.capture.line import Line
from shopkeeper.capture.match import is_strong
from shopkeeper.capture.readers.safety import chip_of
from shopkeeper.capture.tokens import Sort
from shopkeeper.domain.allergy import AllergyIntolerance, AllergyKind, Severity

# Words before a mark that can still be the name of what someone is allergic to.
_LONGEST: Final = 3


def alarm(line: Line, at: int, end: int, lead: list[int], *, is_head: bool, strayed: bool) -> int | None:
    """Read a substance with its marks; behind words that were not understood it asks whose it is."""
    stop = _known_end(line, at, end, lead, is_head=is_head)
    if stop is None and (is_head or lead):
        stop = _unknown_end(line, at, end)
    if stop is None:
        return None
    chip = chip_of(line, at, stop, AllergyKind.ALLERGY)
    if chip is None:
        return None
    if strayed and not chip.asks and not line.whose.is_own:
        chip = replace(chip, asks=(line.whose, line.own))
    line.add(chip, [*lead, *range(at, stop)])
    return stop


def _known_end(line: Line, at: int, end: int, lead: list[int], *, is_head: bool) -> int | None:
    """A known substance with its marks, or one of several: "nuts and eggs"."""
    found = line.words.longest("substance", line.toks, at, end)
    if found is None:
        return None
    stop = found[0]
    is_meant = (
        (stop < end and is_strong(line, stop))
        or _follows_allergy(line, lead)
        or (is_head and _is_list(line, stop, end))
    )
    return stop if is_meant else None


def _unknown_end(line: Line, at: int, end: int) -> int | None:
    """Any other few words, if they and their marks are the rest of the clause: "dragon fruit!"."""
    toks, words = line.toks, line.words
    marks = next((n for n in range(at, min(end, at + _LONGEST + 1)) if is_strong(line, n)), at)
    if marks == at or marks + 1 != end:
        return None
    for place in range(at, marks):
        if toks[place].sort is not Sort.WORD or words.has("stop", toks[place]):
            return None
        found = words.longest("substance", toks, place, marks)
        if place > at and found and found[0] == marks:
            return None
    return marks


def begins_list(line: Line, at: int, end: int) -> bool:
    """Whether "nuts and eggs" stands at a place, up to the end of the clause."""
    found = line.words.longest("substance", line.toks, at, end)
    return found is not None and _is_list(line, found[0], end)


def _is_list(line: Line, at: int, end: int) -> bool:
    """Whether only more substances follow, up to the end of the clause."""
    place = at
    while place < end and line.words.has("join", line.toks[place]):
        found = line.words.longest("substance", line.toks, place + 1, end)
        if found is None:
            return False
        place = found[0]
    closing = all(is_strong(line, n) or line.toks[n].fold == "." for n in range(place, end))
    return place > at and closing and (place < end or not line.in_list)


def _follows_allergy(line: Line, lead: list[int]) -> bool:
    """Whether the words before are the allergy that was read last: "nuts and eggs"."""
    last = line.last_allergy()
    return last is not None and bool(lead) and lead[0] > 0 and line.owner[lead[0] - 1] == last


def is_last_marked(line: Line, at: int, end: int) -> bool:
    """Whether the last word of a clause stands at a place, with marks."""
    return at + 2 == end and is_strong(line, at + 1)


def share_severity(line: Line, known: int) -> None:
    """ "nuts and eggs!!": the marks at the end are about all of them."""
    told = [
        number
        for number in range(known, len(line.chips))
        if isinstance(what := line.chips[number].what, AllergyIntolerance) and what.severity is not Severity.NOT_SAID
    ]
    for number in range(known, told[-1]) if told else ():
        what, worst = line.chips[number].what, line.chips[told[-1]].what
        if (
            isinstance(what, AllergyIntolerance)
            and isinstance(worst, AllergyIntolerance)
            and what.severity is Severity.NOT_SAID
        ):
            line.chips[number] = replace(line.chips[number], what=replace(what, severity=worst.severity))
