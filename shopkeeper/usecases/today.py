"""Today: whose day it is, what is owed, whom to ask after."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Final

from shopkeeper.domain.record import Uid
from shopkeeper.remember.day import DayLine, DaySheet
from shopkeeper.remember.falling import missed_since
from shopkeeper.usecases.shop import Shop

# Nobody reads further down; a shop with this many lines is told of fewer days ahead.
_ENOUGH: Final = 40
_AT_ONCE: Final = 8  # people who are read in one step: a few milliseconds


def today(shop: Shop, days_ahead: int = 7) -> tuple[DayLine, ...]:
    """The lines of today, and of as many of the days ahead as it takes to have enough; every day is told whole."""
    *_, lines = today_in_steps(shop, days_ahead)
    return lines or ()


def today_in_steps(shop: Shop, days_ahead: int = 7) -> Iterator[tuple[DayLine, ...] | None]:
    """The same in steps of a few milliseconds: None until everybody is read, then the lines."""
    now = shop.clock.now()
    sheet = DaySheet(now, shop.calendar, shop.knowledge, days_ahead)
    # What fell on days on which the shop was shut is told today.
    first = missed_since(now.date(), shop.calendar)
    read: set[Uid] = set()
    lines: tuple[DayLine, ...] = ()
    for ahead in range(days_ahead + 1):
        last = now.date() + timedelta(days=ahead)
        uids = [uid for uid in shop.store.due_between(first, last) if uid not in read]
        read.update(uids)
        for at in range(0, len(uids), _AT_ONCE):
            yield None
            for memory, around in shop.store.people(uids[at : at + _AT_ONCE]):
                sheet.add(memory, around)
        lines = sheet.lines(last)
        if len(lines) >= _ENOUGH:
            break
        first = last + timedelta(days=1)
    yield lines
