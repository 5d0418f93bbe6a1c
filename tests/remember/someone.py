"""Small neighbourhoods for one question each: people, what is kept about them, and their cards in plain English."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import count
from typing import Any, Final, TypeVar

from shopkeeper.domain.household import Household, Membership, Relationship
from shopkeeper.domain.loss import Loss
from shopkeeper.domain.occasion import Occasion
from shopkeeper.domain.opt_out import OptOut
from shopkeeper.domain.partial_date import PartialDate
from shopkeeper.domain.person import Name, Person
from shopkeeper.domain.record import Record
from shopkeeper.domain.shop_calendar import ShopCalendar
from shopkeeper.remember.card import Card, what_to_remember
from shopkeeper.remember.day import DayLine
from shopkeeper.remember.reminder import Reminder, Slot
from tests.remember.gather import KNOWLEDGE, Neighbourhood, at, what_is_today

_R = TypeVar("_R", bound=Record)

# A Tuesday.
TODAY: Final = date(2026, 11, 24)
EVERY_DAY: Final = ShopCalendar()
NOT_ON_SUNDAYS: Final = ShopCalendar(closed_weekdays=frozenset({6}))


@dataclass
class Street:
    """A few people; each line of a test adds what it needs."""

    records: list[Record] = field(default_factory=list)
    numbers: Any = field(default_factory=count)

    def keep(self, record_type: type[_R], /, **values: Any) -> _R:
        record = record_type(uid=f"{record_type.__name__}-{next(self.numbers)}", **values)
        self.records.append(record)
        return record

    def person(self, name: str, **values: Any) -> Person:
        given, _, family = name.partition(" ")
        return self.keep(Person, name=Name(given=given, family=family), **values)

    def home(self, *people: Person, name: str = "") -> Household:
        home = self.keep(Household, name=name)
        for person in people:
            self.keep(Membership, person_uid=person.uid, household_uid=home.uid)
        return home

    def related(self, person: Person, kind: str, other: Person, **values: Any) -> Relationship:
        return self.keep(Relationship, person_uid=person.uid, kind=kind, related_uid=other.uid, **values)

    def birthday(self, person: Person, on: str, **values: Any) -> Occasion:
        return self.day(person, "birthday", on, **values)

    def day(self, person: Person, kind: str, on: str, **values: Any) -> Occasion:
        return self.keep(Occasion, person_uid=person.uid, kind=kind, on=PartialDate.parse(on), **values)

    def died(self, person: Person, on: str = "2026-11-01", told_on: date = date(2026, 11, 2)) -> Loss:
        return self.keep(Loss, person_uid=person.uid, on=PartialDate.parse(on), told_on=told_on)

    def opted_out(self, person: Person) -> OptOut:
        return self.keep(OptOut, person_uid=person.uid, asked_on=TODAY)

    def card(self, person: Person, today: date | datetime = TODAY, shop: ShopCalendar = EVERY_DAY) -> Card:
        near = Neighbourhood(self.records)
        now = today if isinstance(today, datetime) else at(today)
        return what_to_remember(near.memory(person.uid), near.around(person.uid), now, shop, KNOWLEDGE)

    def says(
        self, person: Person, slot: Slot, today: date | datetime = TODAY, shop: ShopCalendar = EVERY_DAY
    ) -> list[str]:
        return [said(reminder) for reminder in self.card(person, today, shop).slot(slot)]

    def today(self, today: date = TODAY, shop: ShopCalendar = EVERY_DAY, **values: Any) -> list[str]:
        near = Neighbourhood(self.records)
        people = [(near.memory(uid), near.around(uid)) for uid in near.people]
        return [line_said(line) for line in what_is_today(people, at(today), shop, **values)]


def said(reminder: Reminder) -> str:
    """A reminder as the cli prints it."""
    details = " · ".join(detail.in_english() for detail in reminder.details)
    return reminder.title.in_english() + (f" — {details}" if details else "")


def line_said(line: DayLine) -> str:
    return f"{line.title.in_english()} — {line.detail.in_english()}"


def whole(card: Card) -> str:
    """Everything that a card says, private lines too."""
    return "\n".join(said(reminder) for reminder in card.reminders)
