from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from shopkeeper.domain.partial_date import days_between
from shopkeeper.domain.shop_calendar import ShopCalendar

DAYS = st.dates(date(2020, 1, 1), date(2040, 12, 31))
SUNDAY, MONDAY = 6, 0


@st.composite
def calendars(draw: st.DrawFn) -> ShopCalendar:
    closed = draw(st.frozensets(st.integers(0, 6), max_size=6))
    closures = draw(st.frozensets(DAYS, max_size=20))
    return ShopCalendar(closed_weekdays=closed, closures=closures)


@given(calendars(), DAYS, st.integers(0, 30))
def test_a_lead_time_starts_on_an_open_day_with_enough_open_days_to_bake(shop: ShopCalendar, day: date, n: int) -> None:
    start = shop.open_days_before(day, n)
    assert start <= day
    assert shop.is_open(start)
    opened = [d for d in days_between(start, day) if shop.is_open(d)]
    assert len(opened) == n + 1


@given(calendars(), DAYS)
def test_the_last_open_day_is_open_and_nothing_later_is(shop: ShopCalendar, day: date) -> None:
    found = shop.last_open_day(day)
    assert found is not None
    assert shop.is_open(found)
    assert not any(shop.is_open(d) for d in days_between(found + timedelta(days=1), day))


@given(DAYS, st.integers(0, 30))
def test_a_shop_that_is_never_open_counts_plain_days(day: date, n: int) -> None:
    shop = ShopCalendar(closed_weekdays=frozenset(range(7)))
    assert shop.last_open_day(day) is None
    assert shop.open_days_before(day, n) == day - timedelta(days=n)


def test_a_monday_on_which_we_are_shut_is_baked_for_by_saturday() -> None:
    shop = ShopCalendar(closed_weekdays=frozenset({SUNDAY, MONDAY}))
    assert shop.open_days_before(date(2026, 11, 23), 0) == date(2026, 11, 21)
    assert shop.open_days_before(date(2026, 11, 23), 3) == date(2026, 11, 18)


def test_the_first_day_there_is_has_no_day_before_it() -> None:
    assert ShopCalendar().open_days_before(date.min, 5) == date.min
    assert ShopCalendar(closed_weekdays=frozenset(range(7))).open_days_before(date.min, 5) == date.min
