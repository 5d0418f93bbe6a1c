from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shopkeeper.domain.partial_date import PartialDate
from shopkeeper.remember import when

TODAY = date(2026, 11, 24)
DAYS = st.dates(date(1990, 1, 1), date(2090, 12, 31))


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2026, 11, 24), "today"),
        (date(2026, 11, 23), "yesterday"),
        (date(2026, 11, 22), "2 days ago"),
        (date(2026, 11, 11), "13 days ago"),
        (date(2026, 11, 10), "2 weeks ago"),
        (date(2026, 11, 3), "3 weeks ago"),
        (date(2026, 9, 25), "8 weeks ago"),
        (date(2026, 9, 24), "2 months ago"),
        (date(2025, 11, 24), "12 months ago"),
        (date(2025, 9, 20), "14 months ago"),
        (date(2024, 11, 25), "23 months ago"),
        (date(2024, 11, 24), "2 years ago"),
        (date(1986, 1, 1), "40 years ago"),
        (date(2026, 12, 1), "on 1 December 2026"),
    ],
)
def test_how_long_ago_is_said_in_the_words_of_a_counter(day: date, said: str) -> None:
    assert when.ago(day, TODAY).in_english() == said


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2026, 11, 24), "today"),
        (date(2026, 11, 25), "tomorrow"),
        (date(2026, 11, 27), "on Friday"),
        (date(2026, 11, 30), "on Monday"),
        (date(2026, 12, 1), "on Tuesday 1 December"),
        (date(2026, 12, 7), "on Monday 7 December"),
        (date(2026, 12, 8), "on 8 December 2026"),
    ],
)
def test_how_soon_is_said_in_the_words_of_a_counter(day: date, said: str) -> None:
    assert when.in_days(day, TODAY).in_english() == said


@given(DAYS, st.integers(1, 6))
def test_a_weekday_alone_is_never_the_weekday_of_today(today: date, n: int) -> None:
    assert today.strftime("%A") not in when.in_days(today + timedelta(days=n), today).in_english()
    assert today.strftime("%A") not in when.just_past(today - timedelta(days=n), today).in_english()


@given(DAYS, DAYS)
def test_longer_ago_is_never_fewer_months(one: date, two: date) -> None:
    earlier, later = sorted((one, two))
    today = date(2100, 1, 1)
    assert when.whole_months(earlier, today) >= when.whole_months(later, today) >= 0


@pytest.mark.parametrize(
    ("day", "today", "months"),
    [
        (date(2026, 1, 31), date(2026, 2, 28), 1),
        (date(2026, 1, 31), date(2026, 2, 27), 0),
        (date(2024, 2, 29), date(2025, 2, 28), 12),
        (date(2025, 11, 25), date(2026, 11, 24), 11),
        (date(2025, 11, 24), date(2026, 11, 24), 12),
    ],
)
def test_a_month_is_over_on_the_same_day_or_the_last_one(day: date, today: date, months: int) -> None:
    assert when.whole_months(day, today) == months


@pytest.mark.parametrize(
    ("on", "said"),
    [
        (PartialDate(year=2026, month=11, day=15), "9 days ago"),
        (PartialDate(year=2026, month=10), "in October"),
        (PartialDate(year=2025, month=12), "in December"),
        (PartialDate(year=2025, month=11), "in November 2025"),
        (PartialDate(year=2027, month=1), "in January 2027"),
        (PartialDate(year=2024), "in 2024"),
        (PartialDate(month=5, day=4), "on 4 May"),
        (PartialDate(month=5), "in May"),
        (PartialDate(said="before Easter"), "“before Easter”"),
        (PartialDate(), None),
    ],
)
def test_a_date_is_said_as_far_as_it_is_known_and_no_farther(on: PartialDate, said: str | None) -> None:
    phrase = when.was(on, TODAY)
    assert (phrase.in_english() if phrase else None) == said


@given(DAYS, st.booleans(), st.booleans())
def test_the_latest_day_it_can_have_been_is_the_last_of_what_was_told(day: date, month: bool, of_month: bool) -> None:
    told = PartialDate(year=day.year, month=day.month if month else None, day=day.day if month and of_month else None)
    latest = when.latest(told)
    assert latest is not None
    assert latest >= day
    after = latest + timedelta(days=1)
    same_month = not month or after.month == day.month
    assert not (after.year == day.year and same_month and (not (month and of_month) or after.day == day.day))


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2026, 11, 24), "by today"),
        (date(2026, 11, 25), "by tomorrow"),
        (date(2026, 11, 28), "by Saturday"),
        (date(2026, 12, 24), "by 24 December 2026"),
    ],
)
def test_until_when_is_said_with_by(day: date, said: str) -> None:
    assert when.by(day, TODAY).in_english() == said
