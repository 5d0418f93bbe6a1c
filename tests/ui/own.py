"""A window over a real book: the door, the counter and the store are the product's own."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

from shopkeeper.host.clock import Clock
from shopkeeper.store import Store
from shopkeeper.usecases.counter import Counter
from shopkeeper.usecases.shop import Shop
from tests.ui.conftest import Room
from tests.usecases.shops import own_shop


@dataclass(frozen=True, slots=True)
class Hands:
    """The hands of a clock that a test moves."""

    at: list[datetime]
    day: date | None = None

    def now(self) -> datetime:
        return self.at[0]

    def today(self) -> date:
        return self.at[0].date()


@contextmanager
def real_book(room: Room, folder: Path, clock: Any = None) -> Iterator[Shop]:
    """The room's door opens a new book in this folder."""
    with own_shop(folder) as opened:
        shop = replace(opened, clock=clock or Clock.system())
        room.door.answers = lambda _passphrase: Counter(shop, lambda: None)
        try:
            yield shop
        finally:
            # As in the product: nothing of the window asks a book that is closed.
            room.app.close()


@contextmanager
def somebody_writing(shop: Shop) -> Iterator[None]:
    """Another connection writes in the book, and has not finished."""
    with Store.open(shop.places.book, shop.key) as other:
        other._raw.execute("BEGIN IMMEDIATE")
        try:
            yield
        finally:
            other._raw.execute("ROLLBACK")
