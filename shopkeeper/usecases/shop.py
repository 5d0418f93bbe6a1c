"""Shop: one open book and all that its use needs, passed as an argument and never a global."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from shopkeeper.domain.shop_calendar import ShopCalendar
from shopkeeper.knowledge import Knowledge

if TYPE_CHECKING:
    # The store brings the database driver along: the window imports it only after its first paint.
    from shopkeeper.host.clock import Clock
    from shopkeeper.host.paths import Places
    from shopkeeper.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Shop:
    """The open book, the shop's clock and calendar, what the program knows of the world, and who is at the counter."""

    store: Store
    clock: Clock
    calendar: ShopCalendar
    knowledge: Knowledge
    places: Places
    key: bytes = field(repr=False)  # opens the same book in a child process; goes there by pipe only
    by: str = ""  # staff initials, where the shop uses them
    is_demo: bool = False


def knowledge_here() -> Knowledge:
    """What the program knows of the world, read from the files that are shipped with it."""
    from shopkeeper.host import resources

    return Knowledge.read(lambda name: resources.text("knowledge", f"{name}.json"))


def calendar_of(store: Store) -> ShopCalendar:
    """The shop's own days as they are set in the book; a shop that has set none is open every day."""
    kept = store.setting("closed_weekdays")
    return ShopCalendar(closed_weekdays=frozenset(json.loads(kept))) if kept else ShopCalendar()
