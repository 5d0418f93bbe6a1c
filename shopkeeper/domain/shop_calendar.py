"""ShopCalendar: on which days the shop is open, and until what hour a cake can be ordered."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import Final

# A shop that is shut for longer than this before an occasion is told so in other words; the walk must end.
_FARTHEST: Final = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class ShopCalendar:
    """The shop's own days. A lead time counts the days on which someone can bake."""

    closed_weekdays: frozenset[int] = frozenset()  # Monday is 0
    closures: frozenset[date] = frozenset()
    order_until: time | None = None  # the hour after which an order counts for the next open day

    def is_open(self, day: date) -> bool:
        """Whether the shop is open on a day."""
        return day.weekday() not in self.closed_weekdays and day not in self.closures

    def last_open_day(self, on_or_before: date) -> date | None:
        """The last open day up to a day, that day included; None when there is none within a year or so."""
        day = on_or_before
        for _ in range(_FARTHEST):
            if self.is_open(day):
                return day
            if day == date.min:
                return None
            day -= timedelta(days=1)
        return None

    def open_days_before(self, day: date, n: int) -> date:
        """The day that lies n open days before another; with no open day in reach, as many plain days.

        For a day on which the shop is shut, what it needs must be ready by the last open day before it,
        and the count starts there.
        """
        ready = self.last_open_day(day)
        if ready is None:
            return max(date.min + timedelta(days=n), day) - timedelta(days=n)
        for _ in range(n):
            earlier = None if ready == date.min else self.last_open_day(ready - timedelta(days=1))
            if earlier is None:
                return max(date.min + timedelta(days=n), day) - timedelta(days=n)
            ready = earlier
        return ready
