"""Who belongs to someone: what they are to others, pets, how we met, what to ask after, and who has died."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from shopkeeper.capture.chip import Chip, ChipKind
from shopkeeper.capture.dates import Dated
from shopkeeper.capture.line import Line, Said
from shopkeeper.capture.readers.reader import Reader
from shopkeeper.domain.concern import Concern
from shopkeeper.domain.household import Relationship
from shopkeeper.domain.loss import Loss
from shopkeeper.domain.partial_date import PartialDate
from shopkeeper.domain.pet import Pet
from shopkeeper.knowledge.kinship import inverse


def relation(kind: str, name: str, words: str) -> Relationship:
    """A relation of the line's own person that is not kept yet."""
    return Relationship(uid="", person_uid="", kind=kind, related_name=name, words=words)


def _named(said: Said, line: Line) -> str:
    slot = said.slots.get("person") or said.slots.get("owner") or said.slots["name"]
    return line.without_ending(slot.at, slot.end)


def _kin_of(said: Said, line: Line) -> Chip:
    """ "mother of Leo", "Bo's friend": what the other one is to this person is the inverse."""
    kind = inverse(str(said.slots["kin"].value))
    return Chip(kind=ChipKind.KIN, whose=line.whose, what=relation(kind, _named(said, line), ""))


def _married_to(said: Said, line: Line) -> Chip:
    return Chip(kind=ChipKind.KIN, whose=line.whose, what=relation("spouse", _named(said, line), ""))


def _met(said: Said, line: Line) -> Chip:
    words = line.said(said.at, min(slot.at for slot in said.slots.values()))
    return Chip(kind=ChipKind.MET, whose=line.whose, what=relation("acquaintance", _named(said, line), words))


def _pet(said: Said, line: Line) -> Chip:
    species = line.slot(said, "breed") or line.slot(said, "species")
    name = line.slot(said, "name")
    return Chip(kind=ChipKind.PET, whose=line.whose, what=Pet(uid="", owner_uid="", name=name, species=species))


def _breed(said: Said, line: Line) -> int | None:
    """ "Biscuit (beagle)": what the animal is that was just named."""
    last = len(line.chips) - 1
    what = line.chips[last].what if last >= 0 else None
    return line.mend(last, species=line.slot(said, "breed")) if isinstance(what, Pet) else None


def _concern(said: Said, line: Line) -> Chip:
    told = said.slots.get("date")
    dated = told.value if told and isinstance(told.value, Dated) else None
    ends = [slot.end for name, slot in said.slots.items() if name != "date"]
    known = said.slots.get("trouble") or said.slots.get("ailment")
    at = known.at if known else said.at
    if said.meaning == "ask_after":
        at = said.slots["what"].at
    what = line.said(at, max(ends, default=told.at if told else said.end))
    concern = Concern(
        uid="",
        person_uid="",
        what=what,
        who="" if line.whose.is_own else line.who,
        since=dated.was(line.today) if dated else PartialDate.of(line.today),
        said="" if what == line.but(said, None) else line.but(said, None),
        grave=_is_grave(said, line),
    )
    words = dated.said if dated else ""
    return Chip(kind=ChipKind.CONCERN, whose=line.whose, what=concern, said=words, asks=line.asks)


def _is_grave(said: Said, line: Line) -> bool:
    """Whether it must not fade by itself: a grave word, or somebody of the family lost."""
    places = range(said.at, said.end)
    return "kin" in said.slots or any(line.words.longest("grave", line.toks, at, said.end) for at in places)


def _died(said: Said, line: Line) -> Chip:
    told = said.slots.get("date")
    dated = told.value if told and isinstance(told.value, Dated) else None
    on = dated.was(line.today) if dated else PartialDate()
    loss = Loss(uid="", person_uid="", on=on, told_on=line.today)
    return Chip(kind=ChipKind.DIED, whose=line.whose, what=loss, said=dated.said if dated else "", asks=line.asks)


def _dead(said: Said, line: Line) -> Chip | None:
    """ "is dead", "passed on" and "the late" are said of so much that they count only behind whom they are about."""
    is_named = any(not line.words.has("filler", line.toks[place]) for place in range(line.begin, said.at))
    return _died(said, line) if is_named or line.asks or not line.whose.is_own else None


FAMILY: Final[Mapping[str, Reader]] = {
    "kin_of": _kin_of,
    "married_to": _married_to,
    "met": _met,
    "pet": _pet,
    "breed": _breed,
    "concern": _concern,
    "ask_after": _concern,
    "died": _died,
    "dead": _dead,
}
