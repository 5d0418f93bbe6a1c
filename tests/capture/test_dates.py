"""Dates as they are told: what is certain as a date, the rest in the words of the line, and never a year invented."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shopkeeper.domain.kindness import Kindness
from shopkeeper.domain.occasion import Occasion
from shopkeeper.domain.partial_date import PartialDate
from shopkeeper.domain.phrase import english_day
from shopkeeper.domain.promise import Promise
from tests.capture.lines import TODAY, of_ana


def _birthday(line: str) -> Occasion:
    (chip,) = of_ana(line).chips
    assert isinstance(chip.what, Occasion)
    return chip.what


@pytest.mark.parametrize(
    ("told", "on"),
    [
        ("4 May", PartialDate(month=5, day=4)),
        ("4th of May", PartialDate(month=5, day=4)),
        ("May 4th", PartialDate(month=5, day=4)),
        ("4.5.", PartialDate(month=5, day=4)),
        ("4 May 1985", PartialDate(year=1985, month=5, day=4)),
        ("4.5.1985", PartialDate(year=1985, month=5, day=4)),
        ("1985-05-04", PartialDate(year=1985, month=5, day=4)),
        ("4.5.85", PartialDate(month=5, day=4)),
        ("1985", PartialDate(year=1985)),
        ("29 Feb", PartialDate(month=2, day=29)),
        ("in May", PartialDate(month=5, said="in May")),
        ("end of May", PartialDate(month=5, about=True, said="end of May")),
        ("before Easter", PartialDate(about=True, said="before Easter")),
        ("on friday", PartialDate(month=11, day=27, said="on friday")),
        ("tomorrow", PartialDate(month=11, day=24, said="tomorrow")),
    ],
)
def test_a_birthday_keeps_what_was_said_and_no_more(told: str, on: PartialDate) -> None:
    assert _birthday(f"birthday {told}").on == on


def test_an_age_told_is_kept_with_its_day_and_makes_no_year() -> None:
    told = _birthday("b. 4 May (7)")
    assert (told.on, told.age_told, told.age_told_on) == (PartialDate(month=5, day=4), 7, TODAY)
    about = _birthday("about 40")
    assert (about.on, about.age_told) == (PartialDate(about=True, said="about 40"), 40)
    turns = _birthday("turns 40 on friday")
    assert (turns.on.year, turns.age_told, turns.age_told_on) == (None, 40, date(2026, 11, 27))


@pytest.mark.parametrize("told", ["31 February", "February 31", "31.2.", "30/2", "0 May", "32 May", "2026-02-30"])
def test_a_day_that_no_calendar_has_is_no_date_but_a_note(told: str) -> None:
    draft = of_ana(f"birthday {told}")
    assert (draft.chips, draft.note) == ((), f"birthday {told}")


def test_either_way_to_read_4_5_with_a_stroke_is_one_key_away() -> None:
    (chip,) = of_ana("birthday 4/5").chips
    other = chip.turned()
    assert isinstance(chip.what, Occasion)
    assert isinstance(other.what, Occasion)
    assert {chip.what.on, other.what.on} == {PartialDate(month=5, day=4), PartialDate(month=4, day=5)}
    assert _birthday("birthday 5/30").on == PartialDate(month=5, day=30)


@pytest.mark.parametrize(
    ("told", "by"),
    [
        ("friday", date(2026, 11, 27)),
        ("monday", date(2026, 11, 30)),
        ("tomorrow", date(2026, 11, 24)),
        ("3 December", date(2026, 12, 3)),
        ("4 May", date(2027, 5, 4)),
    ],
)
def test_a_promise_is_owed_by_the_next_such_day(told: str, by: date) -> None:
    (chip,) = of_ana(f"promised her the rye recipe by {told}").chips
    assert isinstance(chip.what, Promise)
    assert (chip.what.by and chip.what.by.whole(), chip.what.text) == (by, "the rye recipe")


@pytest.mark.parametrize(
    ("told", "on"),
    [
        ("", PartialDate.of(TODAY)),
        (" yesterday", PartialDate(year=2026, month=11, day=22, said="yesterday")),
        (" on friday", PartialDate(year=2026, month=11, day=20, said="on friday")),
        (" 3 days ago", PartialDate(year=2026, month=11, day=20, said="3 days ago")),
        (" two weeks ago", PartialDate(about=True, said="two weeks ago")),
        (" in March", PartialDate(month=3, said="in March")),
    ],
)
def test_a_kindness_was_on_the_last_such_day(told: str, on: PartialDate) -> None:
    (chip,) = of_ana(f"brought us plums{told}").chips
    assert isinstance(chip.what, Kindness)
    assert (chip.what.on, chip.what.text) == (on, "brought us plums")


def test_an_exam_in_three_days_has_its_day() -> None:
    assert _birthday("exam in 3 days").on.whole() == date(2026, 11, 26)


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2030, 12, 31)), st.booleans(), st.booleans())
def test_every_day_of_the_calendar_is_read(day: date, with_year: bool, month_first: bool) -> None:
    month = english_day(day).split()[1]
    told = f"{month} {day.day}" if month_first else f"{day.day} {month}"
    on = _birthday(f"b. {told} {day.year}" if with_year else f"b. {told}").on
    assert on == PartialDate(year=day.year if with_year else None, month=day.month, day=day.day)
