"""How many things nobody has agreed to yet: counted in a quiet moment, in turns that nobody needs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from shopkeeper.ui.bridge import Bridge
from shopkeeper.ui.spare import Spare

if TYPE_CHECKING:
    from shopkeeper.usecases.closing import NotAgreed


class ReadingEvening(QObject):
    """Reads the evening's list and tells how long it is. Its first turn takes too long to be in the way of a key."""

    told = Signal(int)

    def __init__(self, bridge: Bridge, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._steps: Iterator[tuple[NotAgreed, ...] | None] | None = None
        self._spare = Spare(self._go_on, self)
        bridge.closing.connect(self._close)

    @property
    def is_reading(self) -> bool:
        """Whether the list is not whole yet."""
        return self._steps is not None

    def begin(self) -> None:
        """Nobody has typed for a while."""
        self._steps = self._bridge.ask(lambda book: book.deeds.closing_in_steps())
        self._spare.ask()

    def _close(self) -> None:
        self._spare.stop()
        self._steps = None

    def _go_on(self) -> None:
        if (steps := self._steps) is None:
            return
        read = self._bridge.ask(lambda _book: (next(steps),))
        if read is None:
            self._steps = None
        elif read[0] is None:
            self._spare.ask()
        else:
            self._steps = None
            self.told.emit(len(read[0]))
