"""A search in turns of the event loop: what can be seen in the turn of its key, the rest as soon as no key waits."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final, Protocol, TypeVar

from PySide6.QtCore import QElapsedTimer, QLocale, QObject, Signal, SignalInstance

from shopkeeper.ui.needs import Book, FoundShown, LookingShown, RowShown
from shopkeeper.ui.spare import Spare

# How much of a frame the search of a key may have, and how much each turn after it.
_FIRST_MS: Final = 4
_LATER_MS: Final = 4
_OVER: Final = object()

T = TypeVar("T")


class Ask(Protocol):
    """Puts a question to the open book; None where there is none, or where it could not answer and has said so."""

    def __call__(self, question: Callable[[Book], T], /) -> T | None: ...


class Lookup(QObject):
    """Holds the one search that may be unfinished; the next key's takes its place."""

    found = Signal(object, int)  # rows, how many people there are
    found_more = Signal(object, int)  # the same rows and what is new below them
    expected = Signal(object)  # rows that the next key may bring
    lost = Signal()  # the book could not answer, and has said why

    def __init__(self, ask: Ask, parent: QObject) -> None:
        super().__init__(parent)
        self._ask = ask
        self._looking: LookingShown | None = None
        self.is_lost = False  # nothing on the screen answers what is typed
        self._ahead: Iterator[tuple[RowShown, ...]] | None = None
        self._warming: Iterator[None] | None = None
        self._spare = Spare(self._go_on, self)

    def search(self, text: str, in_sight: int) -> None:
        """Whom may these words mean? Of so many rows, which can be seen, all is told within this frame."""
        self.stop()
        self.is_lost = True
        if not text.strip():
            total = self._ask(lambda book: book.count())
            if total is not None:
                self.is_lost = False
                self.found.emit((), total)
                self.warm()
        elif (looking := self._ask(lambda book: book.look(text))) is not None:
            may_go_on = _within(_FIRST_MS)
            answer = self._ask(lambda _book: looking.begin(in_sight, may_go_on))
            self._looking, self.is_lost = looking, answer is None
            self._tell(answer, self.found)
            self._go_on_later()
        if self.is_lost:
            self.lost.emit()

    def finish(self) -> None:
        """Somebody cannot wait for the rest, such as Enter."""
        if (looking := self._looking) is not None:
            self._tell(self._ask(lambda _book: looking.go_on()), self.found_more)

    def warm(self) -> None:
        """Nothing is typed: make ready for whoever is looked up next, in the turns that nobody needs."""
        if self._warming is None:
            self._warming = self._ask(lambda book: book.warm(QLocale().name()))
        self._go_on_later()

    def stop(self) -> None:
        """What is left of the search is no longer wanted."""
        self._looking = self._ahead = None
        # A turn that was near already would come before the paint of what is asked now.
        self._spare.stop()

    def close(self) -> None:
        """The book is closed."""
        self.stop()
        self._warming = None

    def _go_on(self) -> None:
        if (looking := self._looking) is not None:
            self._tell(self._ask(lambda _book: looking.go_on(_within(_LATER_MS))), self.found_more)
        elif (ahead := self._ahead) is not None:
            rows = self._ask(lambda _book: next(ahead, None))
            if rows is None:
                self._ahead = None
            else:
                self.expected.emit(rows)
        elif self._warming is not None:
            warming = self._warming
            if self._ask(lambda _book: next(warming, _OVER)) is _OVER:
                self._warming = None
        self._go_on_later()

    def _go_on_later(self) -> None:
        if (self._looking, self._ahead, self._warming) != (None, None, None):
            self._spare.ask()

    def _tell(self, answer: FoundShown | None, told: SignalInstance) -> None:
        if answer is None or answer.is_whole:
            looking, self._looking = self._looking, None
            # Nobody may type for a while: time to make ready for the next key.
            self._ahead = looking.ahead() if answer is not None and looking is not None else None
        if answer is not None:
            told.emit(answer.rows, answer.total)


def _within(milliseconds: int) -> Callable[[], bool]:
    began = QElapsedTimer()
    began.start()
    return lambda: not began.hasExpired(milliseconds)
