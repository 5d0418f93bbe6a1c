"""Pen: writes example people down. The same words give the same uids on every machine, so that tests can name them."""

from __future__ import annotations

import hashlib
from calendar import monthrange
from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import Final

from shopkeeper.domain.consent import Consent, Purpose
from shopkeeper.domain.household import Household, Membership, Relationship
from shopkeeper.domain.partial_date import PartialDate
from shopkeeper.domain.person import Adr, Name, Person, Tel
from shopkeeper.domain.record import Record, Uid
from shopkeeper.domain.records import RECORDS
from shopkeeper.domain.visit import Visit

_ORDER: Final = {kind: place for place, kind in enumerate(RECORDS)}
# The time part of every example uid: a day before the program existed, so that no real uid can be the same.
_EXAMPLE_TIME: Final = "018bcfe5-6800"


def example_uid(*words: str | int) -> Uid:
    """A UUIDv7 (RFC 9562 5.7) that always follows from the same words."""
    some = hashlib.blake2b("/".join(map(str, words)).encode(), digest_size=10).hexdigest()
    return f"{_EXAMPLE_TIME}-7{some[:3]}-{'89ab'[int(some[3], 16) % 4]}{some[4:7]}-{some[7:19]}"


def in_order(records: Iterable[Record]) -> tuple[Record, ...]:
    """Records in the order in which they can be written down: what is referred to comes first."""
    return tuple(sorted(records, key=lambda record: _ORDER[type(record)]))


class Pen:
    """Collects records about people of the example street; every day is counted from the street's today."""

    def __init__(self, today: date, zone: tzinfo = UTC) -> None:
        """Start with a blank page."""
        self.today = today
        self.records: list[Record] = []
        self.keys: dict[str, Uid] = {}
        self._zone = zone
        self._written: dict[str, int] = {}
        self._about = ""

    # Days.

    def ago(self, days: int = 0, months: int = 0) -> date:
        """The day that lies so many days and calendar months back."""
        first = self.today.year * 12 + self.today.month - 1 - months
        year, month = divmod(first, 12)
        day = min(self.today.day, monthrange(year, month + 1)[1])
        return date(year, month + 1, day) - timedelta(days=days)

    def since(self, days: int = 0, months: int = 0) -> PartialDate:
        """A whole day in the past, as something that was told."""
        return whole(self.ago(days, months))

    def in_month(self, months: int) -> PartialDate:
        """A month in the past, its day not known."""
        day = self.ago(months=months)
        return PartialDate(year=day.year, month=day.month)

    def last(self, month: int, day: int) -> date:
        """The last time that it was this day of the year; today does not count."""
        this_year = date(self.today.year, month, day)
        return this_year if this_year < self.today else date(self.today.year - 1, month, day)

    def next_weekday(self, weekday: int) -> date:
        """The first such weekday after today; Monday is 0."""
        return self.today + timedelta(days=(weekday - self.today.weekday() - 1) % 7 + 1)

    def birthday(self, day: date, age: int) -> PartialDate:
        """The birthday of someone who turns this age on that day; where the year had no such day it stays unknown."""
        year = day.year - age
        if day.day > monthrange(year, day.month)[1]:
            return PartialDate(month=day.month, day=day.day)
        return PartialDate(year=year, month=day.month, day=day.day)

    # Records.

    def uid(self) -> Uid:
        """The next uid of the person being written about."""
        self._written[self._about] = self._written.get(self._about, 0) + 1
        return example_uid("street", self._about, self._written[self._about])

    def keep(self, *records: Record) -> None:
        """Write records down."""
        self.records.extend(records)

    def person(self, key: str, name: Name, **known: str | tuple[str, ...] | PartialDate) -> Uid:
        """Write a person down and go on about them."""
        self.about(key)
        uid = self.keys[key] = example_uid("street", key)
        self.keep(Person(uid=uid, name=name, **known))  # type: ignore[arg-type]  # the fields of Person, by their names
        return uid

    def about(self, key: str) -> None:
        """Go on about someone else."""
        self._about = key

    def household(self, key: str, name: str, *members: Uid) -> Uid:
        """Write a household down, with those who live in it."""
        self.about(f"household {key}")
        home = Household(uid=self.uid(), name=name)
        self.keep(home, *(Membership(uid=self.uid(), person_uid=one, household_uid=home.uid) for one in members))
        return home.uid

    def lives(self, owner: Uid, street: str, code: str = "") -> None:
        """Where a person or a household lives; the whole neighbourhood is in one small town that is on no map."""
        self.keep(Adr(uid=self.uid(), owner_uid=owner, street=street, locality="Millbrook", code=code, types=("home",)))

    def phone(self, owner: Uid, value: str, kind: str = "cell") -> None:
        """A telephone number, from the ranges that are kept free for plays and films."""
        self.keep(Tel(uid=self.uid(), owner_uid=owner, value=value, types=(kind,)))

    def related(self, person: Uid, kind: str, to: Uid, words: str = "") -> None:
        """What someone is to the person: kind="child" says that they are the person's child."""
        self.keep(Relationship(uid=self.uid(), person_uid=person, kind=kind, related_uid=to, words=words))

    def agreed(self, person: Uid, on: date, *, how: str = "said at the counter", given_by: str = "") -> Uid:
        """That what concerns someone's health may be written down; the uid is what such a record refers to."""
        agreement = Consent(
            uid=self.uid(), person_uid=person, purpose=Purpose.HEALTH, agreed_on=on, how=how, given_by=given_by
        )
        self.keep(agreement)
        return agreement.uid

    def was_here(self, person: Uid, *days_ago: int, by: str = "MK") -> None:
        """Visits, each at an hour that follows from its day."""
        for days in days_ago:
            at = datetime.combine(self.ago(days), time(9 + days % 8, days * 7 % 60), self._zone)
            self.keep(Visit(uid=self.uid(), person_uid=person, at=at, seen_by=by))


def whole(day: date) -> PartialDate:
    """A calendar day of which all three parts are known."""
    return PartialDate(year=day.year, month=day.month, day=day.day)
