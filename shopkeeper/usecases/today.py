"""Today: whose day it is, what is owed, whom to ask after."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from shopkeeper.domain.memory import Around, Memory
from shopkeeper.remember.day import DayLine, what_is_today
from shopkeeper.remember.falling import missed_since
from shopkeeper.usecases.shop import Shop


def today(shop: Shop, days_ahead: int = 7) -> tuple[DayLine, ...]:
    """The lines of today and of the days ahead, nearest first."""
    now = shop.clock.now()
    # What fell on days on which the shop was shut is told today.
    first = missed_since(now.date(), shop.calendar)
    uids = shop.store.due_between(first, now.date() + timedelta(days=days_ahead))

    def people() -> Iterator[tuple[Memory, Around]]:
        for uid in uids:
            memory = shop.store.memory_of(uid)
            yield memory, shop.store.around(memory)

    return what_is_today(people(), now, shop.calendar, shop.knowledge, days_ahead)
