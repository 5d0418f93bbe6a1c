"""The day as it is read: some people in each turn of the event loop that nobody needs, told when it is whole."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QObject, Signal

from shopkeeper.ui.lookup.turns import Ask
from shopkeeper.ui.needs import DayLineShown
from shopkeeper.ui.spare import Spare


class ReadingDay(QObject):
    """Reads the day anew whenever something changed; until it is read, what was told before stands."""

    told = Signal(object, object)  # the day, its lines

    def __init__(self, ask: Ask, parent: QObject) -> None:
        super().__init__(parent)
        self._ask = ask
        self._steps: Iterator[tuple[DayLineShown, ...] | None] | None = None
        self._spare = Spare(self._go_on, self)

    @property
    def is_reading(self) -> bool:
        """Whether the day is not whole yet."""
        return self._steps is not None

    def begin(self) -> None:
        """What is today? A reading that is not over yet is begun anew."""
        self._steps = self._ask(lambda book: book.today_in_steps())
        self._spare.ask()

    def close(self) -> None:
        """The book is closed."""
        self._spare.stop()
        self._steps = None

    def _go_on(self) -> None:
        if (steps := self._steps) is None:
            return
        read = self._ask(lambda book: (book.day(), next(steps)))
        if read is None:
            self._steps = None  # the book could not answer, and has said why
        elif read[1] is None:
            self._spare.ask()
        else:
            self._steps = None
            self.told.emit(*read)
