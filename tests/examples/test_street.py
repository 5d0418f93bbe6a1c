"""Demo Street: the same people on every day, and something to remember on each of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from datetime import UTC, date, datetime, time, timedelta

import pytest

from shopkeeper.domain.allergy import AllergyIntolerance
from shopkeeper.domain.occasion import Occasion, Recurs
from shopkeeper.domain.person import Person
from shopkeeper.domain.record import Record
from shopkeeper.domain.records import RECORDS
from shopkeeper.remember.card import Card, what_to_remember
from shopkeeper.remember.reminder import Slot
from tests.people import DEES_CARD, Street, street
from tests.remember.gather import KNOWLEDGE, Neighbourhood

A_LEAP_YEAR = tuple(date(2028, 1, 1) + timedelta(days=n) for n in range(366))


def references(record: Record) -> Iterator[str]:
    for field in fields(record):
        value = getattr(record, field.name)
        if field.name.endswith("_uid") and field.name != "source_uid" and value:
            yield value


@pytest.mark.parametrize("today", [date(2026, 11, 22), date(2028, 2, 29), date(2027, 1, 1), date(2027, 12, 31)])
def test_the_same_day_gives_the_same_street(today: date) -> None:
    assert street(today) == street(today)


def test_everyone_and_everything_has_a_uid_of_its_own() -> None:
    uids = [record.uid for record in street(date(2026, 11, 22)).records]
    assert len(set(uids)) == len(uids)
    assert all(uid[14] == "7" and uid[19] in "89ab" and len(uid) == 36 for uid in uids)


def test_the_uids_do_not_depend_on_the_day() -> None:
    assert {r.uid for r in street(date(2026, 11, 22)).records} == {r.uid for r in street(date(2028, 2, 29)).records}


def test_what_is_referred_to_comes_first() -> None:
    seen: set[str] = set()
    place = -1
    for record in street(date(2026, 11, 22)).records:
        assert RECORDS.index(type(record)) >= place
        place = RECORDS.index(type(record))
        seen.add(record.uid)
    for record in street(date(2026, 11, 22)).records:
        assert set(references(record)) <= seen, record


def test_every_kind_of_record_but_a_photo_is_on_the_street() -> None:
    kinds = {type(record).__name__ for record in street(date(2026, 11, 22)).records}
    assert {kind.__name__ for kind in RECORDS} - kinds <= {"Photo", "Email"}


def those_with_an_occasion(today: date) -> set[str]:
    week = {today + timedelta(days=n) for n in range(8)}
    near = set()
    for record in street(today).records:
        if isinstance(record, Occasion):
            once = record.on.whole()
            on = once if record.recurs is Recurs.ONCE else record.on.next_on_or_after(today, record.leap_day)
            if on in week:
                near.add(record.person_uid)
    return near


def test_on_every_day_at_least_three_people_have_an_occasion_within_a_week() -> None:
    assert [today for today in A_LEAP_YEAR if len(those_with_an_occasion(today)) < 3] == []


# One of these is enough for each slot; all cards of the street on every day of a year would take minutes.
WHO_SHOW_IT = ("ana", "bo", "samir", "rosa", "dee")


def card(place: Neighbourhood, today: Street, key: str) -> Card:
    uid, now = today.uid(key), datetime.combine(today.today, time(10), UTC)
    return what_to_remember(place.memory(uid), place.around(uid, with_tells=False), now, today.calendar, KNOWLEDGE)


def test_on_every_day_every_slot_is_filled_on_someones_card() -> None:
    empty = []
    for day in A_LEAP_YEAR:
        today = street(day)
        place = Neighbourhood(today.records)
        missing = set(Slot)
        for key in WHO_SHOW_IT:
            if missing:
                missing -= {reminder.slot for reminder in card(place, today, key).reminders}
        empty += [(day, slot) for slot in missing]
    assert empty == []


def test_three_days_before_leos_birthday_his_card_says_so() -> None:
    today = street(date(2027, 5, 1))
    [line] = card(Neighbourhood(today.records), today, "leo").slot(Slot.NOW)
    assert line.title.in_english() == "Leo turns about 8 on Tuesday, in 3 days"


def test_what_was_told_lies_in_the_past() -> None:
    for today in A_LEAP_YEAR[::30]:
        for record in street(today).records:
            if isinstance(record, AllergyIntolerance):
                assert record.told_on is not None
                assert record.told_on < today


def test_dees_card_is_one_that_a_reader_accepts() -> None:
    digits = [int(digit) for digit in DEES_CARD]
    assert len(digits) == 13
    assert sum(digit * (3 if place % 2 else 1) for place, digit in enumerate(digits)) % 10 == 0


def test_the_people_of_the_product_description_live_here() -> None:
    names = {str(record.name) for record in street(date(2026, 11, 22)).records if isinstance(record, Person)}
    assert names >= {
        "Ana Duarte", "Leo Duarte", "Rosa Duarte", "Bo Lund", "Chi Park 박지", "Dee Okafor", "Maria Silva",
        "Γιάννης Παππάς", "Siobhán O'Neill-Müller", "فاطمة الزهراء", "王小明", "Иван Иванов", "Tuesday rye",
    }  # fmt: skip
