from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shopkeeper.domain.occasion import Occasion, Recurs
from shopkeeper.domain.partial_date import LeapDay, PartialDate, days_between
from shopkeeper.domain.person import Person
from shopkeeper.domain.shop_calendar import ShopCalendar
from shopkeeper.remember.falling import falls
from shopkeeper.remember.reminder import Mark, Slot
from shopkeeper.remember.tell_apart import badges
from tests.remember.gather import KNOWLEDGE, Neighbourhood, at, days_of
from tests.remember.someone import NOT_ON_SUNDAYS, TODAY, Street, whole

SHUT_SUNDAY_MONDAY = ShopCalendar(closed_weekdays=frozenset({6, 0}), order_until=time(16))


def titles(street: Street, person: Person, today: date) -> list[str]:
    return [line.split(" — ")[0] for line in street.says(person, Slot.NOW, today)]


@pytest.mark.parametrize(
    ("today", "said"),
    [
        (date(2026, 5, 1), ["Leo turns 8 on Monday, in 3 days"]),
        (date(2026, 5, 3), ["Leo turns 8 tomorrow"]),
        (date(2026, 5, 4), ["Leo turns 8 today"]),
        (date(2026, 5, 5), ["Leo turned 8 yesterday"]),
        (date(2026, 5, 8), ["Leo turned 8 on Monday"]),
        (date(2026, 5, 11), ["Leo turned 8 on Monday 4 May"]),
        (date(2026, 5, 12), []),
        (date(2026, 4, 27), ["Leo turns 8 on Monday 4 May, in 7 days"]),
        (date(2026, 4, 26), []),
    ],
)
def test_a_birthday_is_spoken_of_inside_its_lead_time_and_for_a_week_after(today: date, said: list[str]) -> None:
    street = Street()
    leo = street.person("Leo Duarte")
    street.birthday(leo, "2018-05-04")
    assert titles(street, leo, today) == said


def test_on_a_day_that_we_are_shut_it_is_baked_by_the_last_open_day() -> None:
    street = Street()
    leo = street.person("Leo")
    street.birthday(leo, "2018-05-04", note="a cake")
    assert street.says(leo, Slot.NOW, date(2026, 4, 28), SHUT_SUNDAY_MONDAY) == [
        "Leo turns 8 on Monday, in 6 days — You are shut: bake by Saturday · Orders close tomorrow at 16:00 · a cake"
    ]


def test_a_shop_that_is_shut_today_is_not_told_so() -> None:
    street = Street()
    leo = street.person("Leo")
    street.birthday(leo, "--05-04")
    assert street.says(leo, Slot.NOW, date(2026, 5, 4), SHUT_SUNDAY_MONDAY) == ["Leo's birthday is today"]


def test_after_three_weeks_away_the_card_still_says_whose_day_was_missed() -> None:
    street = Street()
    leo, ida = street.person("Leo"), street.person("Ida")
    street.birthday(leo, "--08-03")
    street.birthday(ida, "--08-02")
    away = ShopCalendar(closures=frozenset(days_between(date(2026, 8, 3), date(2026, 8, 23))))
    back = date(2026, 8, 24)
    assert street.says(leo, Slot.NOW, back, away) == ["Leo's birthday was on Monday 3 August — While you were closed"]
    assert street.says(ida, Slot.NOW, back, away) == []
    assert street.today(back, away) == ["Leo's birthday — was on Monday 3 August · While you were closed"]
    assert street.says(leo, Slot.NOW, date(2026, 8, 25), away) == []


def test_the_last_hour_to_order_passes() -> None:
    street = Street()
    leo = street.person("Leo")
    street.birthday(leo, "--05-07")
    before, after = datetime(2026, 5, 2, 15, 59), datetime(2026, 5, 2, 16, 0)
    assert street.says(leo, Slot.NOW, before, SHUT_SUNDAY_MONDAY)[0].endswith("Orders close today at 16:00")
    assert street.says(leo, Slot.NOW, after, SHUT_SUNDAY_MONDAY)[0].endswith("Orders closed today")
    assert street.says(leo, Slot.NOW, date(2026, 5, 3), NOT_ON_SUNDAYS)[0].endswith("Orders close tomorrow")
    assert street.says(leo, Slot.NOW, date(2026, 5, 7)) == ["Leo's birthday is today"]


def test_an_occasion_with_a_lead_of_its_own_is_spoken_of_from_then() -> None:
    street = Street()
    leo = street.person("Leo")
    street.birthday(leo, "--05-20", lead_days=15)
    assert titles(street, leo, date(2026, 5, 4)) == []
    assert titles(street, leo, date(2026, 5, 5)) == ["Leo's birthday is on 20 May 2026, in 15 days"]


@given(
    st.dates(date(2024, 1, 1), date(2032, 12, 31)),
    st.frozensets(st.integers(0, 6), max_size=5),
    st.integers(0, 20),
    st.integers(0, 60),
)
def test_the_first_day_that_speaks_of_it_is_open_and_leaves_the_lead_in_open_days(
    day: date, closed: frozenset[int], lead: int, before: int
) -> None:
    street = Street()
    shop = ShopCalendar(closed_weekdays=closed)
    birthday = street.birthday(street.person("Leo"), f"--{day:%m-%d}", lead_days=lead)
    speaks = [d for d in days_between(day - timedelta(days=100), day) if falls(birthday, d, shop, KNOWLEDGE.occasions)]
    # The tail of the last return, a year ago, is not part of this one.
    assert shop.is_open(speaks[0])
    assert sum(shop.is_open(d) for d in days_between(speaks[0], day)) == lead + 1
    asked = day - timedelta(days=before)
    assert (falls(birthday, asked, shop, KNOWLEDGE.occasions) is not None) == (asked >= speaks[0])


@pytest.mark.parametrize(
    ("born", "may_be_said", "said"),
    [
        ("2018-11-25", False, "Sam turns 8 tomorrow"),
        ("2025-11-25", False, "Sam's first birthday is tomorrow"),
        ("2026-11-25", False, "Sam's birthday is tomorrow"),
        ("2009-11-25", False, "Sam turns 17 tomorrow"),
        ("2008-11-25", False, "Sam's birthday is tomorrow"),
        ("1966-11-25", False, "Sam's birthday is tomorrow"),
        ("1966-11-25", True, "Sam turns 60 tomorrow"),
        ("1967-11-25", True, "Sam's birthday is tomorrow"),
        ("1815-11-25", True, "Sam's birthday is tomorrow"),
        ("--11-25", True, "Sam's birthday is tomorrow"),
    ],
)
def test_an_age_is_said_of_children_and_of_those_who_do_not_mind(born: str, may_be_said: bool, said: str) -> None:
    street = Street()
    sam = street.person("Sam")
    street.birthday(sam, born, age_may_be_said=may_be_said)
    assert titles(street, sam, TODAY) == [said]


@pytest.mark.parametrize(
    ("today", "said"),
    [
        (date(2027, 5, 3), "Leo turns about 8 tomorrow"),
        (date(2027, 5, 5), "Leo turned about 8 yesterday"),
        (date(2030, 5, 4), "Leo turns about 11 today"),
        (date(2037, 5, 4), "Leo's birthday is today"),
    ],
)
def test_an_age_that_was_told_is_counted_on_with_about(today: date, said: str) -> None:
    street = Street()
    leo = street.person("Leo")
    street.birthday(leo, "--05-04", age_told=7, age_told_on=date(2026, 11, 22))
    assert titles(street, leo, today) == [said]


def test_a_year_told_outweighs_an_age_told() -> None:
    street = Street()
    leo = street.person("Leo")
    street.birthday(leo, "2018-05-04", age_told=5, age_told_on=date(2026, 11, 22))
    assert titles(street, leo, date(2027, 5, 4)) == ["Leo turns 9 today"]


@given(st.dates(date(2000, 1, 1), date(2399, 12, 31)), st.sampled_from(LeapDay))
def test_no_card_ever_says_a_year_that_was_not_told(today: date, leap_day: LeapDay) -> None:
    street = Street()
    leo = street.person("Leo")
    day = today + timedelta(days=3)
    street.birthday(leo, f"--{day:%m-%d}", leap_day=leap_day)
    street.day(leo, "wedding_anniversary", f"--{day:%m-%d}")
    text = whole(street.card(leo, today))
    assert not any(
        sign.isdigit() for sign in text.replace("29 February", "").replace("in 3 days", "").replace("in 2 days", "")
    )


@pytest.mark.parametrize("leap_day", LeapDay)
def test_a_birthday_on_29_february_is_kept_in_every_one_of_400_years(leap_day: LeapDay) -> None:
    street = Street()
    pip = street.person("Pip")
    birthday = street.birthday(pip, "2000-02-29", leap_day=leap_day)
    for year in range(2001, 2401):
        kept = birthday.on.in_year(year, leap_day)
        assert kept is not None
        falling = falls(birthday, kept, ShopCalendar(), KNOWLEDGE.occasions)
        assert falling is not None
        assert falling.day == kept
        assert falling.moved == (kept != date(year, 2, 29) if year % 4 == 0 and kept.day == 29 else kept.day != 29)


def test_a_common_year_says_that_the_birthday_is_really_on_29_february() -> None:
    street = Street()
    pip = street.person("Pip")
    street.birthday(pip, "2020-02-29", leap_day=LeapDay.MARCH_1)
    assert street.says(pip, Slot.NOW, date(2027, 3, 1)) == ["Pip turns 7 today — Born on 29 February"]
    assert street.says(pip, Slot.NOW, date(2028, 2, 29)) == ["Pip turns 8 today"]


def test_a_day_known_only_as_a_month_is_said_softly_in_that_month() -> None:
    street = Street()
    sam = street.person("Sam")
    street.day(sam, "name_day", "--11")
    told = PartialDate(month=11, said="some time in November")
    street.keep(Occasion, person_uid=sam.uid, kind="birthday", on=told)
    assert street.says(sam, Slot.NOW) == [
        "Name day: Sam, in November",
        "Sam has a birthday in November — “some time in November”",
    ]
    assert street.says(sam, Slot.NOW, date(2026, 12, 1)) == []


def test_a_day_that_is_known_only_in_words_or_as_a_year_is_no_line() -> None:
    street = Street()
    sam = street.person("Sam")
    street.birthday(sam, "1966")
    assert street.says(sam, Slot.NOW) == []


def test_a_feast_waits_for_the_table_of_feasts_rather_than_being_wrong() -> None:
    street = Street()
    sam = street.person("Sam")
    street.day(sam, "other", "--11-24", recurs=Recurs.FEAST, feast="easter_western")
    assert street.says(sam, Slot.NOW) == []


def test_what_happens_once_is_over_a_week_after() -> None:
    street = Street()
    milo = street.person("Milo")
    street.day(milo, "exam_or_event", "2026-11-25", recurs=Recurs.ONCE, label="driving test")
    assert titles(street, milo, TODAY) == ["Driving test: Milo, tomorrow"]
    assert titles(street, milo, date(2026, 11, 26)) == ["Ask Milo how it went: driving test, yesterday"]
    assert titles(street, milo, date(2026, 12, 3)) == []
    assert titles(street, milo, date(2027, 11, 24)) == []


def test_a_day_that_two_people_share_is_said_once_on_each_card() -> None:
    street = Street()
    edie, joe, kim = street.person("Edie Park"), street.person("Joe Park"), street.person("Kim")
    street.home(edie, joe, kim)
    street.related(edie, "spouse", joe)
    street.day(edie, "wedding_anniversary", "2001-11-25", with_uid=joe.uid)
    street.day(joe, "wedding_anniversary", "2001-11-25", with_uid=edie.uid)
    assert titles(street, edie, TODAY) == ["25 years married: Edie and Joe, tomorrow"]
    assert titles(street, joe, TODAY) == ["25 years married: Joe and Edie, tomorrow"]
    assert titles(street, kim, TODAY) in (
        ["25 years married: Edie and Joe, tomorrow"],
        ["25 years married: Joe and Edie, tomorrow"],
    )


def test_a_childs_birthday_is_on_the_cards_of_family_and_household_but_not_of_friends() -> None:
    street = Street()
    ana, leo, rosa, sam = (street.person(n) for n in ("Ana", "Leo", "Rosa", "Sam"))
    street.home(ana, leo)
    street.related(ana, "child", leo, words="son")
    street.related(rosa, "grandchild", leo, words="grandson")
    street.related(sam, "friend", leo)
    street.birthday(leo, "2018-11-25")
    assert titles(street, ana, TODAY) == ["Leo turns 8 tomorrow"]
    assert titles(street, rosa, TODAY) == ["grandson Leo turns 8 tomorrow"]
    assert titles(street, sam, TODAY) == []


def test_a_memorial_is_quiet() -> None:
    street = Street()
    tomas, ines = street.person("Tomás"), street.person("Inés")
    street.related(tomas, "spouse", ines)
    street.died(ines, "2022-11-25", date(2022, 11, 25))
    street.day(tomas, "memorial", "2022-11-25", with_uid=ines.uid)
    assert street.says(tomas, Slot.NOW) == ["Remembering Inés tomorrow"]
    assert street.says(tomas, Slot.NOW, date(2026, 11, 26)) == []
    assert street.card(tomas).slot(Slot.NOW)[0].mark is Mark.CANDLE


def test_the_marks_of_a_result_row_are_those_of_the_card() -> None:
    street = Street()
    leo = street.person("Leo")
    street.birthday(leo, "2018-05-04")
    near = Neighbourhood(street.records)
    for day in days_of(2026):
        marks = badges(near.memory(leo.uid), near.around(leo.uid), at(day), NOT_ON_SUNDAYS, KNOWLEDGE)
        assert marks == {r.mark for r in street.card(leo, day, NOT_ON_SUNDAYS).slot(Slot.NOW)}


def test_a_day_that_comes_once_never_comes_back_though_nobody_said_its_year() -> None:
    street = Street()
    ana, bo = street.person("Ana"), street.person("Bo")
    street.day(ana, "wedding", "--11-25", recurs=Recurs.ONCE, told_on=date(2026, 9, 1))
    street.day(bo, "wedding", "--11-25", recurs=Recurs.ONCE)
    assert len(titles(street, ana, TODAY)) == 1
    assert len(street.today()) == 1
    for person, year in ((ana, 2027), (ana, 2025), (bo, 2026), (bo, 2027)):
        assert titles(street, person, TODAY.replace(year=year)) == []
    assert street.today(TODAY.replace(year=2027)) == []


def test_some_time_in_a_month_without_a_year_is_the_next_such_month() -> None:
    street = Street()
    ana = street.person("Ana")
    street.day(ana, "wedding", "--11", recurs=Recurs.ONCE, told_on=date(2026, 9, 1))
    assert len(titles(street, ana, TODAY)) == 1
    assert titles(street, ana, TODAY.replace(year=2027)) == []
