"""The book is put in order while nobody types: a few milliseconds a turn, and a key waits for one turn at most."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import QObject, Signal

from shopkeeper.ui.lookup.turns import Ask
from shopkeeper.ui.spare import Spare

_OVER: Final = object()


class Resting(QObject):
    """Goes through the steps of one rest; what it did not come to is done in the next one."""

    rested = Signal()

    def __init__(self, ask: Ask, parent: QObject) -> None:
        super().__init__(parent)
        self._ask = ask
        self._steps: Iterator[None] | None = None
        self._spare = Spare(self._go_on, self)

    def begin(self) -> None:
        """Nobody has typed for a while."""
        self._steps = self._ask(lambda book: book.rest())
        self._spare.ask()

    def stop(self) -> None:
        """A key was pressed, or something was written, or the book is closed."""
        self._steps = None
        self._spare.stop()

    def _go_on(self) -> None:
        steps = self._steps
        if steps is None:
            return
        if self._ask(lambda _book: next(steps, _OVER)) is None:
            self._spare.ask()
        else:
            self._steps = None
            self.rested.emit()
