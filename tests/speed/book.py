"""The book without a window: keys to hits beside SQL LIKE, the whole cascade, cards, opening."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from shopkeeper.domain.shop_calendar import ShopCalendar
from shopkeeper.remember.card import what_to_remember
from shopkeeper.store import Store
from shopkeeper.usecases.shop import knowledge_here
from tests.speed.corpus import Typed, book
from tests.speed.given import KEY, NOW
from tests.speed.timing import Timing, timed
from tests.speed.truth.score import names_here

_SHOWN: Final = 20
# LIKE reads everybody: so many people's worth of reading in all, and at least so many keys.
_LIKE_READS: Final = 12_000_000
_LIKE_KEYS: Final = (24, 120)
_LIKE_COLUMNS: Final = (
    "name_formatted", "name_given", "name_additional", "name_family", "name_nicknames", "name_phonetic_given",
    "name_phonetic_family", "call_them", "organisation",
)  # fmt: skip


def measured(size: int, people: Sequence[Typed], queries: Sequence[str]) -> dict[str, Any]:
    """Everything that is only read, for a book of one size; `queries` are those that need every stage."""
    keys = [key for one in people for key in one.keys]
    opened = _opening(size, people)
    with Store.open(book(size), KEY, read_only=True, now=NOW) as store:
        names = names_here()

        def all_stages(text: str) -> None:
            store.find(text, _SHOWN, names)

        def first_stage(text: str) -> None:
            store.look(text, _SHOWN, names).go_on(_never)

        for warm in "abcdefghijklmnopqrstuvwxyz":
            all_stages(warm)
        first = timed(keys, first_stage)
        like = _like(store, _some(keys, size))
        found = {
            "stage 1": first,
            "the same by SQL LIKE": like,
            "full cascade": timed([*queries, *keys], all_stages),
            "card": _cards(store, people),
            "open to first result": opened,
        }
        if queries:
            found["full cascade, labelled queries"] = timed(queries, all_stages)
    told: dict[str, Any] = {name: timing.as_json() for name, timing in found.items()}
    return told | {"stage 1 against LIKE": round(like.p50 / first.p50, 1)}


def _never() -> bool:
    """A key waits: no stage but the first."""
    return False


def _some(keys: list[str], size: int) -> list[str]:
    fewest, most = _LIKE_KEYS
    return keys[:: max(1, len(keys) // max(fewest, min(most, _LIKE_READS // size)))]


def _like(store: Store, keys: list[str]) -> Timing:
    """What a program without an index does: every word anywhere in any name, the first twenty by family name.

    The columns are those that the index covers; telephones and kin, which the index finds as well, are left out.
    """
    raw: Any = store._raw
    anywhere = " OR ".join(f"{column} LIKE ?" for column in _LIKE_COLUMNS)

    def look(text: str) -> None:
        words = text.split()
        where = " AND ".join(f"({anywhere})" for _ in words) or "1"
        raw.execute(
            f"SELECT uid, name_formatted FROM person WHERE {where} ORDER BY name_family, name_given LIMIT 20",
            [f"%{word}%" for word in words for _ in _LIKE_COLUMNS],
        ).fetchall()

    return timed(keys, look)


def _cards(store: Store, people: Sequence[Typed]) -> Timing:
    knowledge, shop = knowledge_here(), ShopCalendar()

    def read(one: Typed) -> None:
        memory = store.memory_of(one.person.uid)
        what_to_remember(memory, store.around(memory), NOW, shop, knowledge)

    return timed(people, read, lambda one: str(one.person.name))


def _opening(size: int, people: Sequence[Typed]) -> Timing:
    def first_result(one: Typed) -> None:
        with Store.open(book(size), KEY, read_only=True, now=NOW) as store:
            store.find(one.keys[min(2, len(one.keys) - 1)])

    return timed(people[:20], first_result, lambda one: str(one.person.name))
