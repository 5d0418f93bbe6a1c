"""Finds the marker phrases of a language in a line: the heaviest that fits is what was meant."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import Final

from shopkeeper.capture import dates
from shopkeeper.capture.address import street_end
from shopkeeper.capture.line import Line, Said, Slot
from shopkeeper.capture.names import name_end
from shopkeeper.capture.tokens import Sort
from shopkeeper.capture.words import Marker

# Slots that take whatever words stand there.
_OPEN: Final = frozenset({"what", "name", "owner", "person"})
# A phrase inside a phrase inside a phrase is looked for, and no deeper.
_DEEPEST: Final = 2
_OLDEST: Final = 120
_SAFETY: Final = frozenset({"allergy", "deadly", "intolerance"})
# So far behind its beginning stands the first word of a phrase that begins with a slot.
_FARTHEST: Final = 12
# Words that can stand in front of "allergy".
_FEW: Final = 3
# Words between two words of a phrase.
_LONGEST: Final = 24


def phrases_at(line: Line, at: int, end: int, *, head: bool) -> Iterator[Said]:
    """The phrases that stand at a place, the heaviest first. At the head of a clause a slot may come first."""
    toks, words = line.toks, line.words
    found: list[Marker] = list(words.beginning(toks, at))
    for word in dict.fromkeys(token.fold for token in toks[at + 1 : min(end, at + _FARTHEST)]):
        for marker in words.loose.get(word, ()):
            if head or marker.parts[0][1:-1] not in _OPEN:
                found.append(marker)
    found.sort(key=lambda marker: -marker.weight)
    for marker in chain(found, words.bare if head else ()):
        slots: dict[str, Slot] = {}
        stop = _fits(line, marker, 0, at, end, slots)
        if stop is not None and (not marker.is_bare or _only_marks(line, stop, end)):
            yield Said(marker.meaning, at, stop, slots, marker.weight, "," in marker.parts)


def _only_marks(line: Line, at: int, end: int) -> bool:
    """Whether nothing but closing marks follows, brackets that say more, or "and" with another fact."""
    while at < end and (line.toks[at].sort is Sort.STRONG or line.toks[at].fold == "."):
        at += 1
    if at == end or line.toks[at].fold == "(":
        return True
    return line.words.has("join", line.toks[at]) and at + 1 < end and fact_at(line, at + 1, end)


def _fits(line: Line, marker: Marker, part: int, at: int, end: int, slots: dict[str, Slot]) -> int | None:
    """Where the rest of a phrase ends if it stands at a place."""
    parts, toks = marker.parts, line.toks
    while part < len(parts) and parts[part][0] != "{":
        if at >= end or toks[at].fold != parts[part]:
            return None
        at += 1
        part += 1
    if part == len(parts):
        return at
    name = parts[part][1:-1]
    following = parts[part + 1] if part + 1 < len(parts) else ""
    for slot in _slots(line, marker, name, following, at, end):
        slots[name] = slot
        stop = _fits(line, marker, part + 1, slot.end, end, slots)
        if stop is not None:
            return stop
    slots.pop(name, None)
    return None


def _slots(line: Line, marker: Marker, name: str, following: str, at: int, end: int) -> Iterator[Slot]:
    """What may stand in a slot at a place, the likeliest first."""
    toks, words = line.toks, line.words
    if at >= end:
        return
    match name:
        case "what":
            yield from _whats(line, marker, following, at, end)
        case "date":
            dated = dates.read(line.text, toks, at, end, words, line.today)
            if dated:
                yield Slot(at, dated.end, dated)
        case "age":
            count = dates.count_at(toks, at, end, words)
            if count is not None and count <= _OLDEST:
                yield Slot(at, at + 1, count)
        case "name" | "owner" | "person":
            stop = name_end(line, at, end, owner=name == "owner")
            if stop is not None:
                yield Slot(at, stop)
        case "tel" | "email" | "quoted":
            if toks[at].sort is Sort(name):
                yield Slot(at, at + 1)
        case "digits":
            if toks[at].sort in {Sort.TEL, Sort.NUMBER}:
                yield Slot(at, at + 1)
        case "street":
            stop = street_end(line, at, end)
            if stop is not None:
                yield Slot(at, stop)
        case "compound_allergy" | "compound_intolerance":
            stem = _stem(line, at, name)
            if stem:
                yield Slot(at, at + 1, stem)
        case _:
            found = words.longest(name, toks, at, end)
            if found:
                yield Slot(at, found[0], found[1])


def _stem(line: Line, at: int, name: str) -> str:
    """The Nuss in Nussallergie."""
    token = line.toks[at]
    for ending in line.words.compounds.get(name, ()):
        if token.fold.endswith(ending) and len(token.text) > len(ending) + 1:
            return token.text[: -len(ending)].rstrip("-")
    return ""


def _whats(line: Line, marker: Marker, following: str, at: int, end: int) -> Iterator[Slot]:
    """Any words: up to the next word of the phrase, else up to where the clause or something else begins."""
    toks = line.toks
    if not following:
        stop = _rest(line, marker, at, end)
        if any(token.sort in {Sort.WORD, Sort.NUMBER, Sort.QUOTED} for token in toks[at:stop]):
            yield Slot(at, stop)
        return
    is_slot = following[0] == "{"
    for stop in range(at + 1, min(end, at + _LONGEST)):
        is_there = (is_slot or toks[stop].fold == following) and toks[stop - 1].sort is not Sort.SPLIT
        if is_there and (marker.meaning not in _SAFETY or _is_a_what(line, at, stop)):
            yield Slot(at, stop)


def _rest(line: Line, marker: Marker, at: int, end: int) -> int:
    """Where words that go on to the end of a clause end: before a number, a second fact, an allergy with its marks."""
    toks, words = line.toks, line.words
    substance = words.longest("substance", toks, at, end)
    known = substance[0] if substance else at + 1
    for place in range(at + 1, end):
        token = toks[place]
        if token.sort in {Sort.TEL, Sort.EMAIL}:
            return place
        if token.fold == "(" and marker.meaning in _SAFETY:
            return place
        if words.has("join", token) and place + 1 < end:
            if marker.meaning in _SAFETY and words.longest("substance", toks, place + 1, end):
                return place
            if fact_at(line, place + 1, end):
                return place
        if marker.meaning not in _SAFETY and line.is_marked(place, end):
            return place
        if marker.meaning in _SAFETY and place >= known and _is_about_another(line, place, end):
            return _without_join(line, at, place)
    return end


def _is_about_another(line: Line, at: int, end: int) -> bool:
    """Whether somebody else, a doubt or a new thought begins at a place: "nuts but leo is fine"."""
    words, toks = line.words, line.toks
    return (
        bool(words.longest("turn", toks, at, end) or words.longest("kin", toks, at, end))
        or words.has("his", toks[at])
        or line.is_unsure_at(at, end)
        or line.called_at(at, end) is not None
    )


def _without_join(line: Line, at: int, end: int) -> int:
    """Where words end without the small word that leads on to the next thought."""
    while end - 1 > at and line.words.has("join", line.toks[end - 1]):
        end -= 1
    return end


def _is_a_what(line: Line, at: int, end: int) -> bool:
    """Whether the words in front of "allergy" are what it is to: a known substance, or a few words that say nothing."""
    toks, words = line.toks, line.words
    known = words.longest("substance", toks, at, end)
    while known and known[0] + 1 < end and words.has("join", toks[known[0]]):
        known = words.longest("substance", toks, known[0] + 1, end)
    if known and known[0] == end:
        return True
    if end - at > _FEW:
        return False
    return not any(
        toks[n].sort is not Sort.WORD
        or words.has("stop", toks[n])
        or words.has("filler", toks[n])
        or words.longest("kin_plural", toks, n, end)
        or words.longest("trade", toks, n, end)
        or _is_about_another(line, n, end)
        for n in range(at, end)
    )


def fact_at(line: Line, at: int, end: int) -> bool:
    """Whether a marker phrase stands at a place."""
    if line.nested >= _DEEPEST:
        return False
    line.nested += 1
    try:
        return next(phrases_at(line, at, end, head=False), None) is not None
    finally:
        line.nested -= 1


def is_strong(line: Line, at: int) -> bool:
    """Whether ! or !! stands at a place."""
    return line.toks[at].sort is Sort.STRONG
