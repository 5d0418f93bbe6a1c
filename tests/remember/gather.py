"""Memories and Arounds out of loose records, for tests that have no store."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any, Final, get_args, get_type_hints

from shopkeeper.domain.collects import Collects
from shopkeeper.domain.household import Household, Membership, Relationship, Standing
from shopkeeper.domain.introduction import Introduction
from shopkeeper.domain.loss import Loss
from shopkeeper.domain.memory import COUPLES, Around, Memory, Namesake, Near
from shopkeeper.domain.occasion import Occasion
from shopkeeper.domain.opt_out import OptOut
from shopkeeper.domain.person import Person
from shopkeeper.domain.record import Record, Uid
from shopkeeper.domain.shop_calendar import ShopCalendar
from shopkeeper.knowledge import Knowledge, inverse
from shopkeeper.remember.day import DayLine, DaySheet
from shopkeeper.remember.tells import tells_of

_RESOURCES: Final = Path(__file__).parents[2] / "resources" / "knowledge"
KNOWLEDGE: Final = Knowledge.read(lambda name: (_RESOURCES / f"{name}.json").read_text(encoding="utf-8"))

# The parts of a memory, and the kind of record in each.
_PARTS: Final = {
    field.name: get_args(hint)[0] for field in fields(Memory)[1:] for hint in [get_type_hints(Memory)[field.name]]
}


class Neighbourhood:
    """People and what is kept about them, looked at as the store looks at them.

    But with every allergy of everyone near: the card itself keeps what is not its own to say, whoever handed it over.
    """

    def __init__(self, records: Iterable[Record]) -> None:
        self.records = tuple(records)
        self.people = {r.uid: r for r in self.records if isinstance(r, Person)}

    def _all(self, kind: type) -> Iterator[Record]:
        return (r for r in self.records if isinstance(r, kind))

    def memory(self, uid: Uid) -> Memory:
        mine = self._homes(uid)
        owners = {uid, *mine}
        kept: dict[str, Any] = {}
        for part, kind in _PARTS.items():
            kept[part] = tuple(r for r in self._all(kind) if self._is_theirs(r, uid, owners, mine))
        kept["visits"] = tuple(sorted(kept["visits"], key=lambda v: v.at, reverse=True)[:5])
        return Memory(person=self.people[uid], **kept)

    def _homes(self, uid: Uid) -> set[Uid]:
        return {m.household_uid for m in self.records if isinstance(m, Membership) and m.person_uid == uid}

    def _is_theirs(self, record: Record, uid: Uid, owners: set[Uid], homes: set[Uid]) -> bool:
        if isinstance(record, Household):
            return record.uid in homes
        if isinstance(record, Occasion):
            return uid in (record.person_uid, record.with_uid)
        if isinstance(record, Introduction):
            return uid in (record.person_uid, record.other_uid)
        owner = getattr(record, "owner_uid", None) or getattr(record, "person_uid", None)
        return owner in owners

    def around(self, uid: Uid, *, with_tells: bool = True) -> Around:
        homes = self._homes(uid)
        near: dict[Uid, Near] = {}
        for other in self.people.values():
            if other.uid != uid and self._homes(other.uid) & homes:
                near[other.uid] = self._near(other.uid, same_household=True)
        for one in self.records:
            if not isinstance(one, Relationship) or uid not in (one.person_uid, one.related_uid) or not one.related_uid:
                continue
            mine = one.person_uid == uid
            other_uid = one.related_uid if mine else one.person_uid
            kind = one.kind if mine else inverse(one.kind)
            at_home = other_uid in near and near[other_uid].same_household
            words = one.words if mine else near[other_uid].words if other_uid in near else ""
            if not mine and other_uid in near and near[other_uid].kind:
                continue
            near[other_uid] = self._near(
                other_uid, same_household=at_home, kind=kind, words=words, standing=one.standing
            )
        memory = self.memory(uid)
        named = {i.other_uid for i in memory.introductions} | {i.person_uid for i in memory.introductions}
        named |= {o.with_uid for o in memory.occasions} | {o.person_uid for o in memory.occasions}
        named |= {c.for_uid for c in memory.collects}
        return Around(
            near=tuple(near.values()),
            others=tuple(self.people[n] for n in sorted(named - {"", uid})),
            collected_for=tuple(self._collected(c) for c in memory.collects),
            namesakes=self._namesakes(memory) if with_tells else (),
            gone=frozenset(r.person_uid for r in self.records if isinstance(r, Loss)) & named,
            silent=frozenset(r.person_uid for r in self.records if isinstance(r, OptOut)) - {uid},
        )

    def _near(
        self, uid: Uid, *, same_household: bool, kind: str = "", words: str = "", standing: Standing = Standing.TOGETHER
    ) -> Near:
        memory = self.memory(uid)
        return Near(
            person=memory.person,
            kind=kind,
            words=words,
            standing=standing,
            same_household=same_household,
            allergies=memory.allergies,
            occasions=memory.occasions,
            concerns=memory.concerns,
            losses=memory.losses,
            ended=frozenset(self._ended(uid)),
        )

    def _ended(self, uid: Uid) -> Iterator[Uid]:
        lost = {r.person_uid for r in self.records if isinstance(r, Loss)}
        for one in self.records:
            if isinstance(one, Relationship) and one.kind in COUPLES and uid in (one.person_uid, one.related_uid):
                other = one.related_uid if one.person_uid == uid else one.person_uid
                if one.standing is not Standing.TOGETHER or other in lost:
                    yield other

    def _collected(self, collects: Collects) -> Near:
        memory = self.memory(collects.for_uid)
        return Near(person=memory.person, allergies=memory.allergies, losses=memory.losses)

    def _namesakes(self, memory: Memory) -> tuple[Namesake, ...]:
        same = [p.uid for p in self.people.values() if str(p.name) == str(memory.person.name) and p.uid != memory.uid]
        return tuple(
            Namesake(person_uid=u, tells=tells_of(self.memory(u), self.around(u, with_tells=False))) for u in same
        )


def at(day: date, hour: int = 10) -> datetime:
    return datetime(day.year, day.month, day.day, hour)


def days_of(year: int) -> Iterator[date]:
    day = date(year, 1, 1)
    while day.year == year:
        yield day
        day += timedelta(days=1)


def what_is_today(
    people: Iterable[tuple[Memory, Around]],
    now: datetime,
    shop: ShopCalendar,
    days_ahead: int = 7,
) -> tuple[DayLine, ...]:
    """The whole sheet of these people."""
    sheet = DaySheet(now, shop, KNOWLEDGE, days_ahead)
    for memory, around in people:
        sheet.add(memory, around)
    return sheet.lines(now.date() + timedelta(days=days_ahead))
