"""A kindness has no price: nothing in the book counts, weighs or ranks what somebody did."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields
from typing import Final, get_type_hints

import pytest

from shopkeeper.domain.kindness import Kindness
from shopkeeper.domain.partial_date import PartialDate
from shopkeeper.domain.records import RECORDS
from shopkeeper.host.clock import Clock
from shopkeeper.usecases.closing import closing
from shopkeeper.usecases.demo import demo
from shopkeeper.usecases.everything import everything_of
from shopkeeper.usecases.history import history
from shopkeeper.usecases.look_up import card, find
from shopkeeper.usecases.shop import Shop
from shopkeeper.usecases.today import today
from tests.usecases.shops import DAY

# As words of a column's name: thanks_owed is none of them, and neither is a house number.
SUMS: Final = frozenset({
    "amount", "balance", "count", "counts", "credit", "debt", "number", "point", "points", "price", "rank", "rating",
    "score", "spend", "spent", "sum", "tier", "total", "value", "visits", "weight", "worth",
})  # fmt: skip
# What the words of a search are called, how often they are chosen, and who was here lately; and the fields that hold a
# telephone number, a code or a setting as it was typed. None of it is about what anybody did.
NOT_OF_PEOPLE: Final = frozenset({"named.tier", "tel.value", "email.value", "code.value", "setting.value"})


@pytest.fixture
def shop() -> Iterator[Shop]:
    with demo(Clock.fixed(DAY)) as opened:
        yield opened


def columns(shop: Shop) -> list[str]:
    raw = shop.store._raw
    tables = [row[0] for row in raw.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()]
    return [f"{table}.{row[1]}" for table in tables for row in raw.execute(f"PRAGMA table_info({table})").fetchall()]


def test_no_column_of_the_book_holds_a_sum_a_score_or_a_price(shop: Shop) -> None:
    found = [one for one in columns(shop) if SUMS.intersection(one.split(".")[1].split("_"))]
    assert set(found) <= NOT_OF_PEOPLE
    assert shop.store._raw.execute("SELECT name FROM sqlite_master WHERE type IN ('view', 'trigger')").fetchall() == []


def test_no_field_of_a_kept_thing_is_a_number_but_those_of_a_date_and_an_age() -> None:
    numbers = {
        f"{record.__name__}.{field.name}"
        for record in RECORDS
        for field in fields(record)
        if get_type_hints(record)[field.name] in (int, int | None, float, float | None)
    }
    assert numbers == {"Occasion.lead_days", "Occasion.age_told", "Tel.pref", "Email.pref"}
    assert get_type_hints(Kindness)["on"] is PartialDate


def test_nothing_that_is_asked_of_the_book_counts_kindnesses_or_orders_people_by_them(shop: Shop) -> None:
    asked: list[str] = []
    shop.store._raw.set_trace_callback(asked.append)
    for uid in shop.store.uids():
        card(shop, uid)
        everything_of(shop, uid)
        history(shop, uid)
    for text in ("ana", "plums", "ladder", "dee okafor"):
        find(shop, text)
    today(shop)
    closing(shop)
    shop.store._raw.set_trace_callback(None)
    of_kindness = [sql for sql in asked if re.search(r"\bkindness\b", sql)]
    assert of_kindness
    for sql in of_kindness:
        assert not re.search(r"\b(count|sum|total|avg|max|min|rank|row_number)\s*\(", sql, re.IGNORECASE), sql
        assert re.findall(r"ORDER BY ([\w\" ,.]+?)(?: LIMIT|\)|$)", sql) in ([], ["id"]), sql


def test_nobody_is_found_by_what_they_gave_us(shop: Shop) -> None:
    for kindness in ("ladder", "awning", "carried shopping"):
        assert [row.name for row in find(shop, kindness).rows] == []
