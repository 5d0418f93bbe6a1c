"""The hours of the shop: the day turns at midnight, and when nobody types for a while the book is put in order.

Nothing is asked again and again: one timer waits for the next midnight, one for thirty quiet seconds. A timer
sleeps with its computer, so whoever comes back to the window, or types, has the day looked at too.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from typing import Final

from PySide6.QtCore import QObject, Qt, QTimer, Signal

_QUIET_MS: Final = 30_000


class Hours(QObject):
    """Tells when another day has begun, and when nobody has typed for a while."""

    day_turned = Signal()
    quiet = Signal()
    stirred = Signal()  # it is quiet no more

    def __init__(self, now: Callable[[], datetime | None], parent: QObject | None = None) -> None:
        """`now` is the shop's time, or None while no book is open."""
        super().__init__(parent)
        self._now = now
        self._day: date | None = None
        self._midnight = self._timer(self.look)
        # The last moment before midnight is still the old day.
        self._midnight.setTimerType(Qt.TimerType.PreciseTimer)
        self._quiet = self._timer(self.quiet.emit)
        self._quiet.setInterval(_QUIET_MS)

    def begin(self) -> None:
        """A book was opened, and its day is shown."""
        self._day = None
        self.look()
        self.touched()

    def touched(self) -> None:
        """A key was pressed, or something was written."""
        self._quiet.start()
        self.stirred.emit()
        if self._day is not None:
            self.look()

    def look(self) -> None:
        """Is it still the day that is shown? Then wait for its end."""
        now = self._now()
        if now is None:
            self._midnight.stop()
            return
        before, self._day = self._day, now.date()
        if before != self._day or not self._midnight.isActive():
            self._midnight.start(until_midnight(now))
        if before not in (None, self._day):
            self.day_turned.emit()

    def came_back(self) -> None:
        """The window is in front again; the computer may have slept, and the timer with it."""
        self._midnight.stop()
        self.look()

    def _timer(self, over: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.timeout.connect(over)
        return timer


def until_midnight(now: datetime) -> int:
    """Milliseconds to the next day, and one more; right also on the days that are an hour longer or shorter."""
    midnight = datetime.combine(now.date() + timedelta(days=1), time())
    try:
        # Its offset in the shop's zone may be another one by then.
        there = midnight.astimezone()
    except (OSError, OverflowError, ValueError):
        there = midnight.replace(tzinfo=now.tzinfo)
    return int((there - now).total_seconds() * 1000) + 1
