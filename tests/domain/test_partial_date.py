from __future__ import annotations

from calendar import isleap
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shopkeeper.domain.partial_date import LeapDay, PartialDate, days_between

DAYS = st.dates(date(1600, 1, 1), date(2400, 12, 31))
YEARS = st.integers(1, 9999)


@st.composite
def partial_dates(draw: st.DrawFn) -> PartialDate:
    day = draw(DAYS)
    known = draw(st.tuples(st.booleans(), st.booleans(), st.booleans()))
    return PartialDate(
        year=day.year if known[0] else None, month=day.month if known[1] else None, day=day.day if known[2] else None
    )


@given(DAYS)
def test_a_whole_day_comes_back_as_it_was(day: date) -> None:
    assert PartialDate.of(day).whole() == day
    assert PartialDate.parse(str(PartialDate.of(day))) == PartialDate.of(day)


@given(partial_dates())
def test_what_is_written_as_rfc_6350_is_read_back_as_the_same_date(on: PartialDate) -> None:
    has_gap = on.year is not None and on.month is None and on.day is not None
    if on.is_known and not has_gap:
        assert PartialDate.parse(str(on)) == on


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("19850412", (1985, 4, 12)),
        ("1985-04-12", (1985, 4, 12)),
        ("1985-04", (1985, 4, None)),
        ("1985", (1985, None, None)),
        ("--0412", (None, 4, 12)),
        ("--04-12", (None, 4, 12)),
        ("--04", (None, 4, None)),
        ("---12", (None, None, 12)),
        (" 1985 ", (1985, None, None)),
    ],
)
def test_the_forms_of_rfc_6350_are_read(text: str, parts: tuple[int | None, ...]) -> None:
    on = PartialDate.parse(text)
    assert (on.year, on.month, on.day) == parts


@pytest.mark.parametrize(
    "text", ["", "yesterday", "1985-02-30", "1900-02-29", "--0230", "--1301", "---32", "0000-01-01"]
)
def test_a_day_that_no_calendar_has_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        PartialDate.parse(text)


def test_29_february_without_a_year_exists() -> None:
    assert PartialDate(month=2, day=29).in_year(2024) == date(2024, 2, 29)


@given(YEARS)
def test_29_february_is_kept_on_the_day_the_person_likes_in_every_year(year: int) -> None:
    born = PartialDate(month=2, day=29)
    kept = {leap_day: born.in_year(year, leap_day) for leap_day in LeapDay}
    if isleap(year):
        assert set(kept.values()) == {date(year, 2, 29)}
    else:
        assert kept == {LeapDay.FEBRUARY_28: date(year, 2, 28), LeapDay.MARCH_1: date(year, 3, 1)}


@given(DAYS, partial_dates(), st.sampled_from(LeapDay))
def test_the_next_return_is_never_before_the_day_it_was_asked_for(day: date, on: PartialDate, leap: LeapDay) -> None:
    found = on.next_on_or_after(day, leap)
    if on.month is None or on.day is None:
        assert found is None
    elif found is not None:
        assert found >= day
        assert on.in_year(found.year, leap) == found
        assert on.year is None or found.year >= on.year


@given(DAYS, st.dates(date(2000, 1, 1), date(2000, 12, 31)), st.sampled_from(LeapDay))
def test_no_return_lies_between_a_day_and_the_next_return(day: date, kept: date, leap: LeapDay) -> None:
    on = PartialDate(month=kept.month, day=kept.day)
    found = on.next_on_or_after(day, leap)
    assert found is not None
    assert (found - day).days <= 366
    assert all(on.in_year(d.year, leap) != d for d in days_between(day, found - timedelta(days=1)))


@given(partial_dates())
def test_a_year_that_was_not_told_is_never_found_in_any_answer(on: PartialDate) -> None:
    if on.year is None:
        assert on.whole() is None
        assert on.earliest() is None
        assert on.years_by(date(2026, 11, 22)) is None


def test_time_ends_politely() -> None:
    assert PartialDate(month=1, day=1).next_on_or_after(date(9999, 12, 31)) is None


def test_words_alone_are_not_a_date() -> None:
    assert not PartialDate(said="before Easter").is_known
    assert PartialDate(month=5, said="some time in May").is_known
