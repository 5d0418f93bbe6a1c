"""What time it is in the shop, and the names of things made at that time.

The only module that may ask the machine for the time; everybody else is handed a Clock or a day.
"""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from shopkeeper.domain.record import Uid

_RANDOM_BITS: Final = 74  # 12 after the version and 62 after the variant (RFC 9562 5.7)
_STEP_BITS: Final = 32


@dataclass(frozen=True, slots=True)
class Clock:
    """The shop's clock: the machine's own, or one whose day stands still while its hours run (`--today`)."""

    day: date | None = None

    @classmethod
    def system(cls) -> Clock:
        """The machine's own clock."""
        return cls()

    @classmethod
    def fixed(cls, day: date) -> Clock:
        """A clock on which it is always this day; the time of day keeps running."""
        return cls(day)

    def now(self) -> datetime:
        """This moment, aware of the shop's time zone and of its summer time."""
        real = datetime.now().astimezone()
        if self.day is None:
            return real
        wanted = datetime.combine(self.day, real.time())
        try:
            moment = wanted.astimezone()
        except (OSError, OverflowError, ValueError):
            # Windows knows no zone before 1970, and nobody near the year 1: today's offset is as true as any.
            return wanted.replace(tzinfo=real.tzinfo)
        # An hour that summer time leaves out is moved on; never into another day.
        return moment if moment.date() == self.day else wanted.replace(tzinfo=real.tzinfo)

    def today(self) -> date:
        """The shop's calendar day."""
        return self.now().date()


class _Uids:
    """UUIDv7 after UUIDv7, each greater than the one before (RFC 9562 6.2, method 2).

    A new millisecond brings 74 fresh random bits. Within one millisecond, and while the clock stands
    behind an earlier answer because somebody set it back, the last answer is stepped on by a random
    amount instead: order is kept, and the next uid still cannot be guessed.
    """

    def __init__(self, milliseconds: Callable[[], int], random_bits: Callable[[int], int]) -> None:
        self._milliseconds = milliseconds
        self._random_bits = random_bits
        self._lock = threading.Lock()
        self._time = -1
        self._tail = 0

    def next(self) -> Uid:
        """The next uid."""
        with self._lock:
            now = max(0, self._milliseconds())
            if now > self._time:
                self._time, self._tail = now, self._random_bits(_RANDOM_BITS)
            else:
                self._tail += 1 + self._random_bits(_STEP_BITS)
                if self._tail >> _RANDOM_BITS:
                    self._time, self._tail = self._time + 1, self._random_bits(_RANDOM_BITS)
            return _uuid7(self._time, self._tail)


def _uuid7(milliseconds: int, tail: int) -> Uid:
    """The text of a UUIDv7: 48 bits of time, version 7, 12 bits, variant 0b10, 62 bits."""
    high, low = tail >> 62, tail & (1 << 62) - 1
    number = (milliseconds & (1 << 48) - 1) << 80 | 0x7 << 76 | high << 64 | 0b10 << 62 | low
    digits = f"{number:032x}"
    return f"{digits[:8]}-{digits[8:12]}-{digits[12:16]}-{digits[16:20]}-{digits[20:]}"


def _from_the_machine(bits: int) -> int:
    # What `secrets` reads too, without importing it at every start.
    return int.from_bytes(os.urandom((bits + 7) // 8), "big") & (1 << bits) - 1


_uids: Final = _Uids(lambda: time.time_ns() // 1_000_000, _from_the_machine)


def new_uid() -> Uid:
    """A uid for a new record: a UUIDv7, greater than every one this process gave out before."""
    return _uids.next()
