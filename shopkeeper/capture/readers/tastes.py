"""What someone cares about: likes, dislikes, the usual, what they keep to and what they avoid, and the note."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from shopkeeper.capture.chip import Chip, ChipKind
from shopkeeper.capture.line import Line, Said
from shopkeeper.capture.readers.reader import Reader
from shopkeeper.domain.diet import Diet, DietKind
from shopkeeper.domain.interest import Interest, InterestKind
from shopkeeper.domain.note import Note


def interest(kind: InterestKind, text: str, line: Line) -> Chip:
    """A chip of one thing someone cares about."""
    what = Interest(uid="", person_uid="", kind=kind, text=text, told_on=line.today)
    return Chip(kind=ChipKind.INTEREST, whose=line.whose, what=what)


def diet(kind: DietKind, text: str, line: Line) -> Chip:
    """A chip of one thing someone keeps to or avoids."""
    what = Diet(uid="", person_uid="", kind=kind, text=text, told_on=line.today)
    return Chip(kind=ChipKind.DIET, whose=line.whose, what=what)


def _about(kind: InterestKind) -> Reader:
    return lambda said, line: interest(kind, line.slot(said), line)


def _interest(said: Said, line: Line) -> Chip:
    """Whole: keeps bees; of "is interested in bees" only the bees."""
    return interest(InterestKind.INTEREST, line.slot(said) or line.said(said.at, said.end), line)


def _does(said: Said, line: Line) -> Chip:
    return interest(InterestKind.INTEREST, line.said(said.at, said.end), line)


def _keeps_to(said: Said, line: Line) -> Chip | None:
    """The word itself says of which kind it is: vegan, halal, coeliac."""
    for kind in (DietKind.DIET, DietKind.FAITH, DietKind.CONDITION):
        slot = said.slots.get(kind.value)
        if slot:
            return diet(kind, line.said(slot.at, said.end if "date" in said.slots else slot.end), line)
    return None


def _note(said: Said, line: Line) -> Chip:
    what = Note(uid="", person_uid="", text=line.slot(said), written_on=line.today)
    return Chip(kind=ChipKind.NOTE, whose=line.whose, what=what)


TASTES: Final[Mapping[str, Reader]] = {
    "likes": _about(InterestKind.LIKES),
    "usual": _about(InterestKind.USUAL),
    "interest": _interest,
    "does": _does,
    "keeps_to": _keeps_to,
    "note": _note,
}
