"""The bridge: what the window asks goes in as calls, what happened comes out as signals in the past tense."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from shopkeeper.domain.phrase import Phrase
from shopkeeper.ui.needs import Book, CardShown, DoneShown, Job, RowShown, Uid

T = TypeVar("T")


class Bridge(QObject):
    """Stands between the widgets and an open book; without a book every question has an empty answer."""

    opened = Signal()
    found = Signal(object, int)  # rows, how many people there are
    carded = Signal(object)
    day_told = Signal(object, object)  # the day, its lines
    made = Signal(object)  # a person was written down
    visited = Signal(object)
    undone = Signal(object)
    redone = Signal(object)
    nothing_to_undo = Signal()
    nothing_to_redo = Signal()
    refused = Signal(object)  # a Phrase: what happened, what was kept, what to do

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._book: Book | None = None

    @property
    def book(self) -> Book | None:
        """The open book."""
        return self._book

    @property
    def is_demo(self) -> bool:
        """Whether this is Demo Street, of which nothing is kept."""
        return self._book is not None and self._book.is_demo

    def take(self, book: Book) -> None:
        """A book was opened."""
        self._book = book
        self.opened.emit()

    def close(self) -> None:
        """Close the book, if there is one."""
        book, self._book = self._book, None
        if book is not None:
            book.close()

    def count(self) -> int:
        """How many people the book holds."""
        return self._book.count() if self._book else 0

    def search(self, text: str) -> None:
        """Whom may these words mean?"""
        if self._book is None:
            return
        if not text.strip():
            self.found.emit((), self._book.count())
            return
        answer = self._ask(lambda book: book.find(text))
        if answer is not None:
            self.found.emit(answer.rows, answer.total)

    def rows(self, text: str) -> tuple[RowShown, ...]:
        """The rows for these words, without telling anybody."""
        answer = self._ask(lambda book: book.find(text)) if text.strip() else None
        return answer.rows if answer is not None else ()

    def card(self, uid: Uid) -> CardShown | None:
        """One person's card."""
        card = self._ask(lambda book: book.card(uid))
        if card is not None:
            self.carded.emit(card)
        return card

    def day(self) -> None:
        """What is today?"""
        lines = self._ask(lambda book: book.today())
        if lines is not None and self._book is not None:
            self.day_told.emit(self._book.day(), lines)

    def make_person(self, words: str) -> None:
        """Write a new person down."""
        done = self._ask(lambda book: book.make_person(words))
        if done is not None:
            self.made.emit(done)

    def was_here(self, uid: Uid) -> None:
        """They are here."""
        done = self._ask(lambda book: book.was_here(uid))
        if done is not None:
            self.visited.emit(done)

    def undo(self) -> None:
        """Take the last act back."""
        self._turn(lambda book: book.undo(), self.undone.emit, self.nothing_to_undo.emit)

    def redo(self) -> None:
        """Do again what was taken back."""
        self._turn(lambda book: book.redo(), self.redone.emit, self.nothing_to_redo.emit)

    def job(self, verb: str, arguments: Mapping[str, str]) -> Job | None:
        """A child process to start."""
        return self._ask(lambda book: book.job(verb, arguments))

    def _turn(
        self, verb: Callable[[Book], DoneShown | None], happened: Callable[[object], None], nothing: Callable[[], None]
    ) -> None:
        # In a tuple, so that "nothing to take back" and "it was refused, and said so" are not the same None.
        answer = self._ask(lambda book: (verb(book),))
        if answer is None:
            return
        (done,) = answer
        if done is None:
            nothing()
        else:
            happened(done)

    def _ask(self, question: Callable[[Book], T]) -> T | None:
        if self._book is None:
            return None
        try:
            return question(self._book)
        except Exception as error:
            self._say_or_raise(error)
            return None

    def _say_or_raise(self, error: Exception) -> None:
        """The user's world is said in words; everything else is a mistake of ours and goes to the crash page."""
        phrase = getattr(error, "phrase", None)
        if not isinstance(phrase, Phrase):
            raise error
        self.refused.emit(phrase)
