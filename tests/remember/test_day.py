from __future__ import annotations

from datetime import date, timedelta

import pytest

from shopkeeper.domain.concern import Concern
from shopkeeper.domain.partial_date import PartialDate
from shopkeeper.domain.promise import Promise
from shopkeeper.domain.shop_calendar import ShopCalendar
from tests.remember.someone import TODAY, Street

SHUT_SUNDAY_MONDAY = ShopCalendar(closed_weekdays=frozenset({6, 0}))


def test_a_child_has_one_line_however_many_parents_have_cards() -> None:
    street = Street()
    ana, joe, leo = street.person("Ana"), street.person("Joe"), street.person("Leo Duarte")
    street.home(ana, joe, leo)
    street.related(ana, "child", leo)
    street.related(joe, "child", leo)
    street.birthday(leo, "2018-11-27", note="football cake")
    assert street.today() == ["Leo Duarte turns 8 — on Friday · Orders close today · football cake"]


def test_a_day_that_two_people_share_is_one_line() -> None:
    street = Street()
    edie, joe = street.person("Edie Park"), street.person("Joe Park")
    street.day(edie, "wedding_anniversary", "2001-11-25", with_uid=joe.uid)
    assert street.today() == ["25 years married: Edie Park and Joe Park — tomorrow · Orders closed on Sunday"]


def test_after_days_away_the_sheet_says_whose_day_it_was_while_we_were_closed() -> None:
    street = Street()
    street.birthday(street.person("Amara Diallo"), "--11-22")
    street.birthday(street.person("Tom Ashby"), "--11-21")
    assert street.today(TODAY, SHUT_SUNDAY_MONDAY) == [
        "Amara Diallo's birthday — was on Sunday · While you were closed"
    ]
    assert street.today(TODAY) == []


def test_the_week_ahead_ends_after_seven_days() -> None:
    street = Street()
    street.birthday(street.person("Ann"), "--12-01")
    street.birthday(street.person("Bob"), "--12-02")
    assert [line.split(" — ")[0] for line in street.today()] == ["Ann's birthday"]
    assert len(street.today(days_ahead=8)) == 2
    assert street.today(days_ahead=0) == []


@pytest.mark.parametrize(("due", "line"), [(0, "today"), (2, "it was for 2 days ago"), (-1, None)])
def test_what_we_owe_by_today_is_on_the_sheet(due: int, line: str | None) -> None:
    street = Street()
    dee = street.person("Dee Okafor")
    by = PartialDate.of(TODAY - timedelta(days=due))
    street.keep(Promise, person_uid=dee.uid, text="the rye recipe", by=by)
    assert street.today() == ([f"We promised Dee Okafor: the rye recipe — {line}"] if line else [])


@pytest.mark.parametrize(("days", "asked"), [(1, True), (7, True), (8, False)])
def test_whom_to_ask_after_is_on_the_sheet_while_it_is_new(days: int, asked: bool) -> None:
    street = Street()
    ana = street.person("Ana Duarte")
    since = PartialDate.of(TODAY - timedelta(days=days))
    street.keep(Concern, person_uid=ana.uid, what="the exam", since=since)
    lines = street.today()
    assert bool(lines) is asked
    assert all(line.startswith("Ask after: the exam — Ana Duarte · ") for line in lines)


def test_what_was_asked_already_is_not_on_the_sheet() -> None:
    street = Street()
    ana = street.person("Ana")
    since = PartialDate.of(TODAY)
    street.keep(Concern, person_uid=ana.uid, what="the exam", since=since, asked_on=TODAY)
    assert street.today() == []


def test_the_most_urgent_stands_first() -> None:
    street = Street()
    street.birthday(street.person("Cat"), "--11-27")
    street.birthday(street.person("Bea"), "--11-25")
    street.birthday(street.person("Ann"), "--11-24")
    dee = street.person("Dee")
    street.keep(Promise, person_uid=dee.uid, text="a tin", by=PartialDate.of(date(2026, 11, 20)))
    street.keep(Concern, person_uid=dee.uid, what="the exam", since=PartialDate.of(TODAY))
    first_words = [line.split(" — ")[0] for line in street.today()]
    assert first_words == [
        "We promised Dee: a tin",
        "Ann's birthday",
        "Bea's birthday",
        "Cat's birthday",
        "Ask after: the exam",
    ]


def test_a_memorial_is_on_the_sheet_of_its_own_day_only() -> None:
    street = Street()
    tom, ines = street.person("Tom"), street.person("Inés")
    street.related(tom, "spouse", ines)
    street.died(ines, "2022-11-24", date(2022, 11, 24))
    street.day(tom, "memorial", "2022-11-24", with_uid=ines.uid)
    assert street.today() == ["Remembering Inés — today"]
    assert street.today(TODAY - timedelta(days=1)) == []


def test_a_death_takes_every_line_about_them_off_the_sheet_and_its_undoing_brings_them_back() -> None:
    street = Street()
    dee, joe = street.person("Dee"), street.person("Joe")
    street.related(dee, "spouse", joe)
    street.birthday(dee, "--11-24")
    street.day(joe, "wedding_anniversary", "2001-11-25", with_uid=dee.uid)
    street.keep(Promise, person_uid=dee.uid, text="a tin", by=PartialDate.of(TODAY))
    street.keep(Concern, person_uid=dee.uid, what="the exam", since=PartialDate.of(TODAY))
    before = street.today()
    assert len(before) == 4
    street.died(dee)
    assert street.today() == []
    street.records.pop()
    assert street.today() == before
