"""What is done for each other: kindness both ways, promises, what they want, where we sent them, what to keep quiet."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from shopkeeper.capture.chip import Chip, ChipKind
from shopkeeper.capture.dates import Dated
from shopkeeper.capture.line import Line, Said
from shopkeeper.capture.readers.reader import Reader
from shopkeeper.domain.collects import Collects
from shopkeeper.domain.dont_mention import DontMention
from shopkeeper.domain.kindness import Direction, Kindness
from shopkeeper.domain.partial_date import PartialDate
from shopkeeper.domain.promise import Promise
from shopkeeper.domain.referral import Referral
from shopkeeper.domain.wanted import Wanted


def _dated(said: Said) -> Dated | None:
    slot = said.slots.get("date")
    return slot.value if slot and isinstance(slot.value, Dated) else None


def _kindness(direction: Direction, *, whole: bool) -> Reader:
    """Of "gave doughnuts" the doughnuts are kept, of "brought plums" and "lent us her ladder" the whole."""

    def read(said: Said, line: Line) -> Chip:
        told = _dated(said)
        text = line.but(said, said.slots.get("date")) if whole else line.slot(said)
        on = told.was(line.today) if told else PartialDate.of(line.today)
        kindness = Kindness(uid="", person_uid="", direction=direction, text=text, on=on)
        return Chip(kind=ChipKind.KINDNESS, whose=line.whose, what=kindness, said=told.said if told else "")

    return read


def _thanks_owed(said: Said, line: Line) -> Chip | int | None:
    """ "brought plums, must thank her": of the kindness before it, else of the one that it names itself."""
    last = len(line.chips) - 1
    before = line.chips[last].what if last >= 0 else None
    if isinstance(before, Kindness) and before.direction is Direction.RECEIVED and "what" not in said.slots:
        return line.mend(last, thanks_owed=True)
    text = line.slot(said)
    if not text:
        return None
    on = PartialDate.of(line.today)
    owed = Kindness(uid="", person_uid="", direction=Direction.RECEIVED, text=text, on=on, thanks_owed=True)
    return Chip(kind=ChipKind.KINDNESS, whose=line.whose, what=owed)


def _promise(said: Said, line: Line) -> Chip:
    told = _dated(said)
    by = told.once(line.today) if told else None
    what = said.slots["what"]
    text = line.said(said.at if said.meaning == "promise_whole" else what.at, what.end)
    promise = Promise(uid="", person_uid="", text=text, by=by, made_on=line.today)
    return Chip(kind=ChipKind.PROMISE, whose=line.whose, what=promise, said=told.said if told else "")


def _wanted(said: Said, line: Line) -> Chip:
    wanted = Wanted(uid="", person_uid="", text=line.slot(said), since=line.today)
    return Chip(kind=ChipKind.WANTED, whose=line.whose, what=wanted)


def _sent_to(said: Said, line: Line) -> Chip:
    to = line.slot(said, "name")
    referral = Referral(uid="", person_uid="", sought=line.slot(said), sent_to=to, on=line.today)
    return Chip(kind=ChipKind.REFERRAL, whose=line.whose, what=referral)


def _dont_mention(said: Said, line: Line) -> Chip:
    quiet = DontMention(uid="", person_uid="", text=line.slot(said), since=line.today)
    return Chip(kind=ChipKind.DONT_MENTION, whose=line.whose, what=quiet)


def _collects(said: Said, line: Line) -> Chip:
    """Collecting a prescription is no agreement to read somebody's medicine lines: that is asked, not heard here."""
    what = Collects(uid="", person_uid="", for_uid="", told_on=line.today)
    slot = said.slots.get("person") or said.slots["owner"]
    return Chip(kind=ChipKind.COLLECTS, whose=line.whose, what=what, whom=line.without_ending(slot.at, slot.end))


DEEDS: Final[Mapping[str, Reader]] = {
    "gave": _kindness(Direction.GIVEN, whole=False),
    "helped_them": _kindness(Direction.GIVEN, whole=True),
    "brought": _kindness(Direction.RECEIVED, whole=True),
    "thanks_owed": _thanks_owed,
    "promise": _promise,
    "promise_whole": _promise,
    "wanted": _wanted,
    "sent_to": _sent_to,
    "dont_mention": _dont_mention,
    "collects": _collects,
}
