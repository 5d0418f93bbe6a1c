"""The book without a window: keys to hits beside SQL LIKE, cards, edits, opening."""

from __future__ import annotations

import itertools
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

from shopkeeper.domain.change import Act, edited
from shopkeeper.domain.person import Name, Person
from shopkeeper.domain.phrase import translate
from shopkeeper.domain.shop_calendar import ShopCalendar
from shopkeeper.examples.pen import example_uid
from shopkeeper.remember.card import what_to_remember
from shopkeeper.store import Store
from shopkeeper.usecases.shop import knowledge_here
from tests.speed.corpus import KEY, NOW, Typed, a_copy, book
from tests.speed.timing import Timing, timed

_LIKE_KEYS = 120
_LIKE_COLUMNS = (
    "name_formatted", "name_given", "name_additional", "name_family", "name_nicknames", "name_phonetic_given",
    "name_phonetic_family", "call_them", "organisation",
)  # fmt: skip


def measured(size: int, people: tuple[Typed, ...], edits: int) -> dict[str, Timing]:
    """Everything that needs no window, for a book of one size."""
    keys = [key for one in people for key in one.keys]
    found: dict[str, Timing] = {"open to first result": _opening(book(size), people)}
    with Store.open(book(size), KEY, read_only=True, now=NOW) as store:
        for warm in "abcdefghijklmnopqrstuvwxyz":
            store.find(warm)
        found["keystroke to hits"] = timed(keys, store.find)
        found["the same by SQL LIKE"] = _like(store, keys[:: max(1, len(keys) // _LIKE_KEYS)])
        found["card read"] = _cards(store, people)
    with a_copy(size) as file, Store.open(file, KEY, now=NOW) as store:
        found["edit to findable"] = _edits(store, [one.person for one in people[:edits]])
    return found


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


def _cards(store: Store, people: tuple[Typed, ...]) -> Timing:
    knowledge, shop = knowledge_here(), ShopCalendar()

    def read(one: Typed) -> None:
        memory = store.memory_of(one.person.uid)
        what_to_remember(memory, store.around(memory), NOW, shop, knowledge)

    return timed(people, read, lambda one: str(one.person.name))


def _edits(store: Store, people: list[Person]) -> Timing:
    """A new name, written for good (synchronous=FULL), and found by it in the same breath."""
    number = itertools.count()

    def rename(person: Person) -> None:
        n = next(number)
        name = Name(formatted=f"Newname {_letters(n)}", given="Newname", family=_letters(n))
        changes = edited(person, replace(person, name=name))
        at = NOW + timedelta(seconds=n)
        act = Act(uid=example_uid("edit", n), name=translate("speed", "renamed"), at=at, changes=changes)
        store.apply(act, new_uid=example_uid("edit", n, "undo"))
        hits = store.find(f"{_letters(n)} newn")
        # Their kin are found with them, below.
        assert hits[0].person_uid == person.uid

    return timed(people, rename, lambda person: str(person.name))


def _letters(n: int) -> str:
    """A word that nobody is called and that begins no other such word."""
    return "xq" + "".join("bcdfghjklm"[int(digit)] for digit in f"{n:05}")


def _opening(file: Path, people: tuple[Typed, ...]) -> Timing:
    def first_result(one: Typed) -> None:
        with Store.open(file, KEY, read_only=True, now=NOW) as store:
            store.find(one.keys[min(2, len(one.keys) - 1)])

    return timed(people[:20], first_result, lambda one: str(one.person.name))
