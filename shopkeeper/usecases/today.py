"""Today: whose day it is, what is owed, whom to ask after."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from shopkeeper.domain.memory import Around, Memory
from shopkeeper.domain.record import Uid
from shopkeeper.remember.day import DayLine, what_is_today
from shopkeeper.remember.falling import missed_since
from shopkeeper.usecases.shop import Shop

# Nobody reads further down; a shop with this many lines is told of fewer days ahead.
_ENOUGH: Final = 40


def today(shop: Shop, days_ahead: int = 7) -> tuple[DayLine, ...]:
    """The lines of today, and of as many of the days ahead as it takes to have enough; every day is told whole."""
    now = shop.clock.now()
    # What fell on days on which the shop was shut is told today.
    first = missed_since(now.date(), shop.calendar)
    read: dict[Uid, tuple[Memory, Around]] = {}
    lines: tuple[DayLine, ...] = ()
    for ahead in range(days_ahead + 1):
        last = now.date() + timedelta(days=ahead)
        for uid in shop.store.due_between(first, last):
            if uid not in read:
                memory = shop.store.memory_of(uid)
                read[uid] = memory, shop.store.around(memory)
        # All of them at once, every time: a day that two people share is known to be one.
        lines = what_is_today(read.values(), now, shop.calendar, shop.knowledge, ahead)
        if len(lines) >= _ENOUGH:
            break
        first = last + timedelta(days=1)
    return lines
