"""A real encrypted book for a test, and the few words a test needs to write in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any

from shopkeeper.domain.change import Act, Change, edited, made
from shopkeeper.domain.person import Name, Person
from shopkeeper.domain.phrase import verbatim
from shopkeeper.domain.record import Record, Uid
from shopkeeper.domain.records import RECORDS
from shopkeeper.store import Store
from shopkeeper.store.connection import connected
from shopkeeper.store.tables import TABLES

KEY = bytes(range(32))
NOW = datetime(2026, 11, 22, 10, 30, tzinfo=UTC)
TODAY = date(2026, 11, 22)

# Every table whose rows a taken-back act must leave as they were; the history itself goes on.
_ROWS = (*(table.name for table in TABLES.values()), "scanned_code", "setting")


@dataclass
class Book:
    """An open book, and the hand that writes in it."""

    store: Store
    numbers: Iterator[int] = field(default_factory=lambda: count(1))

    def uid(self) -> Uid:
        """A uid that was never used in this test."""
        return f"0193{next(self.numbers):04x}-0000-7000-8000-{next(self.numbers):012x}"

    def act(self, *changes: Change, name: str = "an act", **more: Any) -> Act:
        """An act that is not applied yet."""
        number = next(self.numbers)
        return Act(
            uid=self.uid(), name=verbatim(name), at=NOW + timedelta(seconds=number), changes=tuple(changes), **more
        )

    def do(self, *changes: Change, name: str = "an act", **more: Any) -> Act:
        """Apply changes as one act."""
        act = self.act(*changes, name=name, **more)
        self.store.apply(act, new_uid=self.uid())
        return act

    def make(self, *records: Record, name: str = "an act") -> Act:
        """Write new records down."""
        return self.do(*(made(record) for record in records), name=name)

    def edit(self, before: Record, after: Record) -> Act:
        """Change what is written."""
        return self.do(*edited(before, after))

    def undo(self, uid: Uid) -> Act:
        """Take an act back, whatever the newest one is."""
        act = self.store.undo_of(uid, new_uid=self.uid(), at=NOW)
        self.store.apply(act, new_uid=self.uid())
        return act

    def person(self, name: str = "Ana Duarte", **more: Any) -> Person:
        """Someone who is not in the book yet."""
        return Person(uid=self.uid(), name=Name(formatted=name), **more)

    def known(self, name: str = "Ana Duarte", **more: Any) -> Person:
        """Someone who is in the book now."""
        person = self.person(name, **more)
        self.make(person)
        return person

    def found(self, text: str) -> list[str]:
        """The names that a search answers."""
        return [hit.name for hit in self.store.find(text)]


@contextmanager
def a_book(folder: Path, name: str = "book.db") -> Iterator[Book]:
    """A new book in a folder."""
    with Store.create(folder / name, KEY, now=NOW) as store:
        yield Book(store)


def rows_in(path: Path, key: bytes = KEY) -> dict[str, list[Any]]:
    """Everything that is kept in a book, row for row, as another process sees it."""
    with closing(connected(path, key, mode="ro", busy_ms=5000)) as database:
        raw = database.raw()
        found = {table: raw.execute(f"SELECT * FROM {table} ORDER BY 1").fetchall() for table in _ROWS}
        # What is gone and not yet taken out is nobody's.
        found["named"] = raw.execute("SELECT id, uid, shown, nick, kin, tier, seen FROM named ORDER BY 1").fetchall()
        numbers = "SELECT person_id, digits FROM phone_digits WHERE person_id <> 0 ORDER BY 1, 2"
        found["phones"] = raw.execute(numbers).fetchall()
        return found


def values(path: Path, *questions: str) -> list[Any]:
    """The first cell that each question is answered, by a connection of the test's own."""
    with closing(connected(path, KEY, mode="ro", busy_ms=5000)) as database:
        return [database.raw().execute(question).fetchone()[0] for question in questions]


def in_order(records: Iterable[Record]) -> list[Record]:
    """Records so that what is referred to comes first."""
    order = {record: place for place, record in enumerate(RECORDS)}
    return sorted(records, key=lambda record: order[type(record)])
