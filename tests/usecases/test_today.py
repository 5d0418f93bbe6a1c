from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from shopkeeper.domain.shop_calendar import ShopCalendar
from shopkeeper.usecases.bring_in import bring_in
from shopkeeper.usecases.shop import Shop
from shopkeeper.usecases.today import today, today_in_steps
from tests.usecases.shops import own_shop, vcard

MONDAY = date(2026, 11, 23)


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    with own_shop(tmp_path / "book", MONDAY) as opened:
        yield opened


def born(shop: Shop, **on: date) -> None:
    cards = [vcard(f"FN:{name}", f"BDAY:--{day:%m%d}") for name, day in on.items()]
    bring_in(shop, b"".join(cards), "days.vcf")


def told(shop: Shop) -> list[str]:
    return [line.title.in_english().split("'")[0] for line in today(shop)]


def test_the_sheet_has_today_and_the_week_ahead_and_nothing_beyond_it(shop: Shop) -> None:
    days = {"Ana": 0, "Bo": 1, "Chi": 7, "Dee": 8, "Ed": -1}
    born(shop, **{name: MONDAY + timedelta(days=days[name]) for name in days})
    assert told(shop) == ["Ana", "Bo", "Chi"]


def test_whose_day_it_was_while_the_shop_was_shut_is_on_the_sheet(shop: Shop) -> None:
    born(shop, Ana=MONDAY - timedelta(days=1), Bo=MONDAY - timedelta(days=2), Chi=MONDAY)
    shut_on_sundays = replace(shop, calendar=ShopCalendar(closed_weekdays=frozenset({6})))
    assert sorted(told(shut_on_sundays)) == ["Ana", "Chi"]


def test_where_a_few_days_are_enough_to_read_every_one_of_them_is_told_whole(shop: Shop) -> None:
    for ahead in range(4):
        born(shop, **{f"Day{ahead} Number{n}": MONDAY + timedelta(days=ahead) for n in range(30)})
    assert len(told(shop)) == 60
    assert {line.day for line in today(shop)} == {MONDAY, MONDAY + timedelta(days=1)}


def test_a_long_day_is_read_in_steps_and_told_once_it_is_whole(shop: Shop) -> None:
    born(shop, **{f"Number{n}": MONDAY for n in range(30)})
    *steps, last = today_in_steps(shop)
    assert len(steps) == 4
    assert set(steps) == {None}
    assert last == today(shop)
    assert len(last) == 30


def test_the_day_of_an_empty_book_takes_one_step(shop: Shop) -> None:
    assert list(today_in_steps(shop)) == [()]
