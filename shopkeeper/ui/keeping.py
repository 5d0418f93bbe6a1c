"""Keeping: acts are written down in the order in which they were done, at once or as soon as the book is free."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final, NamedTuple

from PySide6.QtCore import QObject, Signal

from shopkeeper.domain.phrase import translate
from shopkeeper.ui.needs import Book, DoneShown
from shopkeeper.ui.waiting import Key, Waiting
from shopkeeper.usecases.refused import Refused, passes


class Act(NamedTuple):
    """What is to be written down, and who hears of it."""

    key: Key
    write: Callable[[Book], DoneShown | None]
    happened: Callable[[Any], None]
    late: Callable[[Any], None]  # the same, where it had to wait
    refused: Callable[[Refused], None] | None = None  # a form says at its field why something was not kept


class Keeping(QObject):
    """Writes acts down in the open book."""

    waited = Signal(object)  # a Phrase: an act is not written down yet
    settled = Signal()  # nothing waits any more

    def __init__(self, book: Callable[[], Book | None], failed: Callable[[Exception], object], parent: QObject) -> None:
        super().__init__(parent)
        self._book, self._failed = book, failed
        self._waiting = Waiting(self)
        self._waiting.settled.connect(self.settled)
        self._waiting.still.connect(lambda: self.waited.emit(_WAITING))

    @property
    def is_waiting(self) -> bool:
        """Whether an act waits until a child has written its own down."""
        return self._waiting.is_waiting

    def finish(self) -> None:
        """The book closes: what waits is written down first."""
        self._waiting.finish()

    def keep(self, act: Act) -> None:
        """Write it down, behind what waits already."""
        if self._book() is None:
            return
        if self.is_waiting or not self._is_written(act, act.happened):
            self._waiting.join(act.key, lambda: self._is_written(act, act.late))
            self.waited.emit(_WAITING)

    def _is_written(self, act: Act, happened: Callable[[Any], None]) -> bool:
        """Write it down; False while a child is writing, and then nothing was."""
        book = self._book()
        if book is None:
            return True
        try:
            done = act.write(book)
        except Exception as error:
            if passes(error):
                return False
            if act.refused is not None and isinstance(error, Refused):
                act.refused(error)
            else:
                self._failed(error)
        else:
            book.forget()
            happened(done)
        return True


_WAITING: Final = translate("waiting", "Waiting until the book is free: then this is written down.")
