"""Sharing: "sons Tim and Jim allergic to egg" is one fact for each of them, and one chip for each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from shopkeeper.capture.chip import Chip, ChipKind, Span, Whose
from shopkeeper.domain.concern import Concern

# What is said of several people at once; a birthday is only where one word names them all: twins Leo and Mia.
SHARED: Final = frozenset(
    {ChipKind.ALLERGY, ChipKind.ASKED, ChipKind.DIET, ChipKind.INTEREST, ChipKind.CONCERN, ChipKind.DIED}
)
_WORD: Final = re.compile(r"\S+")


def given_to_each(text: str, chip: Chip, everybody: Sequence[Whose]) -> tuple[Chip, ...]:
    """A chip for each of several people; every word still belongs to one chip, so they divide the words."""
    if not everybody:
        return (chip,)
    parts = _divided(text, chip.spans, len(everybody))
    if parts is None:
        return (replace(chip, asks=tuple(everybody)),)
    return tuple(replace(given(chip, whose), spans=spans) for whose, spans in zip(everybody, parts, strict=True))


def given(chip: Chip, whose: Whose) -> Chip:
    """A chip, in each of its readings, as it is about somebody: nobody has to be asked any more."""
    what = chip.what
    if isinstance(what, Concern):
        what = replace(what, who="" if whose.is_own else whose.name)
    others = tuple(replace(other, whose=whose, asks=()) for other in chip.others)
    return replace(chip, whose=whose, what=what, asks=(), others=others)


def _divided(text: str, spans: Sequence[Span], count: int) -> list[tuple[Span, ...]] | None:
    """The words in so many parts, the first as long as it can be; letters, where there are too few words."""
    pieces = [match.span() for start, end in spans for match in _WORD.finditer(text, start, end)]
    if len(pieces) < count:
        pieces = [(place, place + 1) for start, end in pieces for place in range(start, end)]
    if len(pieces) < count:
        return None
    cut = len(pieces) - count + 1
    return [tuple(pieces[:cut]), *((piece,) for piece in pieces[cut:])]
