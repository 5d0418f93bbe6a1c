"""Waiting: what was done while a child writes in the book, until it can be written down.

The window never waits for the book itself (safety.md): it asks again, in the order in which things were done.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable
from typing import Final, NamedTuple, TypeAlias

from PySide6.QtCore import QObject, QTimer, Signal

# What was done, and about what: ("make", the words that were typed), ("here", who). The same key is the same act.
Key: TypeAlias = "tuple[object, ...]"

_PAUSE_MS: Final = 150
# So many tries are three seconds: a little less than the bar stays.
_A_WHILE: Final = 20
# How long the closing program waits; a child that writes the largest file down needs a third of it.
_LONGEST: Final = 30.0


class _Act(NamedTuple):
    key: Key
    write: Callable[[], bool]


class Waiting(QObject):
    """Acts that met a busy book. Each writes itself down, or answers that the book is still busy: nothing was."""

    settled = Signal()
    still = Signal()  # it has taken a while: whoever waits is told again

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._acts: deque[_Act] = deque()
        self._tries = 0
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(_PAUSE_MS)
        self._again.timeout.connect(self._try)

    @property
    def is_waiting(self) -> bool:
        """Whether anything waits."""
        return bool(self._acts)

    def join(self, key: Key, write: Callable[[], bool]) -> None:
        """This waits too. The same thing once more, because nothing seemed to happen, is still one thing."""
        if all(key != act.key for act in self._acts):
            self._acts.append(_Act(key, write))
        if not self._again.isActive():
            self._again.start()

    def finish(self) -> None:
        """The program closes, its window is gone: write down what waits, and ask until that is done."""
        until = time.monotonic() + _LONGEST
        while self._acts and time.monotonic() < until:
            if not self._one():
                time.sleep(_PAUSE_MS / 1000)
        self._again.stop()

    def _try(self) -> None:
        while self._acts:
            if not self._one():
                self._tries += 1
                if self._tries % _A_WHILE == 0:
                    self.still.emit()
                self._again.start()
                return
        self._tries = 0
        self.settled.emit()

    def _one(self) -> bool:
        try:
            written = self._acts[0].write()
        except BaseException:
            # A mistake of ours, on its way to the crash page: never tried twice.
            self._acts.popleft()
            raise
        if written:
            self._acts.popleft()
        return written
