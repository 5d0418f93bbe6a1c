"""The bridge: what the window asks goes in as calls, what happened comes out as signals in the past tense."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Final, TypeAlias, TypeVar

from PySide6.QtCore import QObject, Signal

from shopkeeper.domain.phrase import Phrase, translate
from shopkeeper.ui.keeping import Act, Keeping
from shopkeeper.ui.lookup.reading_day import ReadingDay
from shopkeeper.ui.lookup.turns import Lookup
from shopkeeper.ui.needs import Book, CardShown, DoneShown, Job, Uid
from shopkeeper.ui.waiting import Key
from shopkeeper.usecases.refused import Refused, passes, words_for
from shopkeeper.usecases.undo import Long

T = TypeVar("T")
# What came of taking something back: done, begun in a child, refused with this sentence, or there was nothing.
Turned: TypeAlias = "DoneShown | Long | Phrase | None"


def _told_nobody(_done: DoneShown | None) -> None:
    return


class Bridge(QObject):
    """Stands between the widgets and an open book; without a book every question has an empty answer."""

    opened = Signal()
    closing = Signal()  # the last moment of a book: what is meant for it must not reach the next one
    carded = Signal(object)
    made = Signal(object)  # a person was written down
    visited = Signal(object)
    undone = Signal(object)
    redone = Signal(object)
    nothing_to_undo = Signal()
    nothing_to_redo = Signal()
    refused = Signal(object)  # a Phrase: what happened, what was kept, what to do
    waited = Signal(object)  # a Phrase: an act is not written down yet
    kept = Signal(object)  # an act was written down: what is shown of the book is asked anew
    kept_late = Signal(object, object)  # the key of what had waited, and the act that was written down
    settled = Signal()  # nothing waits any more
    turn_begun = Signal(object, bool)  # a Long: a child is to take this back, or (True) to do it again

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._book: Book | None = None
        self.lookup = Lookup(self.ask, self)
        self.day = ReadingDay(self.ask, self)
        self._keeping = Keeping(lambda: self._book, self._say_or_raise, self)
        self._keeping.settled.connect(self.settled)
        self._keeping.waited.connect(self.waited)

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
        self.lookup.warm()

    @property
    def is_waiting(self) -> bool:
        """Whether an act waits until a child has written its own down."""
        return self._keeping.is_waiting

    def close(self) -> None:
        """Close the book, if there is one; what waits is written down first."""
        self.lookup.close()
        self.day.close()
        if self._book is not None:
            self.closing.emit()
        self._keeping.finish()
        book, self._book = self._book, None
        if book is not None:
            book.close()

    def ask(self, question: Callable[[Book], T], /) -> T | None:
        """The one way to read: None without a book, or where it could not answer and has said so."""
        if self._book is None:
            return None
        try:
            return question(self._book)
        except Exception as error:
            self._say_or_raise(error)
            return None

    def now(self) -> datetime | None:
        """The shop's time."""
        return self._book.now() if self._book else None

    def count(self) -> int:
        """How many people the book holds."""
        return self._book.count() if self._book else 0

    def chose(self, text: str, uid: Uid) -> None:
        """Somebody was chosen for what was typed. While a child writes, nothing is learnt: it is not worth a wait."""
        if not self.is_waiting:
            self.ask(lambda book: book.chose(text, uid))

    def scanned(self, code: str) -> tuple[Uid, ...]:
        """Whose loyalty card has this code?"""
        return self.ask(lambda book: book.scanned(code)) or ()

    def card(self, uid: Uid) -> CardShown | None:
        """One person's card."""
        card = self.ask(lambda book: book.card(uid))
        if card is not None:
            self.carded.emit(card)
        return card

    def make_person(self, words: str) -> None:
        """Write a new person down."""
        self._keep(("make", words), lambda book: book.make_person(words), self.made.emit)

    def was_here(self, uid: Uid) -> None:
        """They are here."""
        self._keep(("here", uid), lambda book: book.was_here(uid), self.visited.emit)

    def undo(self) -> Turned:
        """Take the last act back."""
        return self._turn(lambda book: book.undo(), self.undone.emit, self.nothing_to_undo.emit, again=False)

    def take_back(self, which: int | Uid) -> Turned:
        """Take back one act by its number or its uid."""
        return self._turn(
            lambda book: book.past.take_back(which), self.undone.emit, self.nothing_to_undo.emit, again=False
        )

    def redo(self) -> Turned:
        """Do again what was taken back."""
        return self._turn(lambda book: book.redo(), self.redone.emit, self.nothing_to_redo.emit, again=True)

    def job(self, verb: str, arguments: Mapping[str, str]) -> Job | None:
        """A child process to start."""
        return self.ask(lambda book: book.job(verb, arguments))

    def keep(
        self,
        key: Key,
        act: Callable[[Book], DoneShown | None],
        kept: Callable[[DoneShown | None], None] = _told_nobody,
        refused: Callable[[Refused], None] | None = None,
    ) -> None:
        """Write an act down, now or as soon as the book is free, behind what waits already.

        All that shows the book hears of it by the signal `kept`; whoever asked hears of it too, with None where
        nothing had to be changed. `refused` is for a form, which says at its field why something was not kept.
        """

        def happened(done: DoneShown | None) -> None:
            if done is not None:
                self.kept.emit(done)
            kept(done)

        self._keeping.keep(Act(key, act, happened, happened, refused))

    def _keep(self, key: Key, act: Callable[[Book], DoneShown], happened: Callable[[DoneShown], None]) -> None:
        """An act of the counter itself, which has a signal of its own; what comes late says so instead."""
        self._keeping.keep(Act(key, act, happened, lambda done: self.kept_late.emit(key, done)))

    def _turn(
        self,
        verb: Callable[[Book], DoneShown | Long | None],
        happened: Callable[[object], None],
        nothing: Callable[[], None],
        *,
        again: bool,
    ) -> Turned:
        if self._book is None:
            return None
        if self._keeping.is_waiting:
            return self._refuse(_NOT_NOW)
        try:
            done = verb(self._book)
        except Exception as error:
            return self._refuse(_NOT_NOW) if passes(error) else self._say_or_raise(error)
        if done is None:
            nothing()
        elif isinstance(done, Long):
            self.turn_begun.emit(done, again)
        else:
            self._book.forget()
            happened(done)
        return done

    def _say_or_raise(self, error: Exception) -> Phrase:
        """The user's world is said in words; everything else is a mistake of ours and goes to the crash page."""
        phrase = words_for(error)
        if phrase is None:
            raise error
        return self._refuse(phrase)

    def _refuse(self, phrase: Phrase) -> Phrase:
        self.refused.emit(phrase)
        return phrase


_NOT_NOW: Final = translate(
    "waiting", "The book is being written to. Nothing was changed: please try this again in a moment."
)
