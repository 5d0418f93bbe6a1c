"""The bridge: what the window asks goes in as calls, what happened comes out as signals in the past tense."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Final, TypeAlias, TypeVar

from PySide6.QtCore import QObject, Signal

from shopkeeper.domain.phrase import Phrase, translate
from shopkeeper.ui.lookup.reading_day import ReadingDay
from shopkeeper.ui.lookup.turns import Lookup
from shopkeeper.ui.needs import Book, CardShown, DoneShown, Job, Uid
from shopkeeper.ui.waiting import Act, Waiting
from shopkeeper.usecases.refused import passes, words_for
from shopkeeper.usecases.undo import Long

T = TypeVar("T")
# What came of taking something back: done, begun in a child, refused with this sentence, or there was nothing.
Turned: TypeAlias = "DoneShown | Long | Phrase | None"


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
    kept_late = Signal(str, str, object)  # what had waited, about what, and the act that was written down
    settled = Signal()  # nothing waits any more
    turn_begun = Signal(object, bool)  # a Long: a child is to take this back, or (True) to do it again

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._book: Book | None = None
        self.lookup = Lookup(self._ask, self)
        self.day = ReadingDay(self._ask, self)
        self._waiting = Waiting(self._try_again, self)
        self._waiting.settled.connect(self.settled)
        self._waiting.still.connect(lambda: self.waited.emit(_WAITING))

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
        return self._waiting.is_waiting

    def close(self) -> None:
        """Close the book, if there is one; what waits is written down first."""
        self.lookup.close()
        self.day.close()
        if self._book is not None:
            self.closing.emit()
        self._waiting.finish()
        book, self._book = self._book, None
        if book is not None:
            book.close()

    def now(self) -> datetime | None:
        """The shop's time."""
        return self._book.now() if self._book else None

    def rest(self) -> None:
        """Nobody has typed for a while."""
        self._ask(lambda book: book.rest())

    def count(self) -> int:
        """How many people the book holds."""
        return self._book.count() if self._book else 0

    def chose(self, text: str, uid: Uid) -> None:
        """Somebody was chosen for what was typed. While a child writes, nothing is learnt: it is not worth a wait."""
        if not self.is_waiting:
            self._ask(lambda book: book.chose(text, uid))

    def scanned(self, code: str) -> tuple[Uid, ...]:
        """Whose loyalty card has this code?"""
        return self._ask(lambda book: book.scanned(code)) or ()

    def card(self, uid: Uid) -> CardShown | None:
        """One person's card."""
        card = self._ask(lambda book: book.card(uid))
        if card is not None:
            self.carded.emit(card)
        return card

    def make_person(self, words: str) -> None:
        """Write a new person down."""
        self._keep(("make", words), self.made.emit)

    def was_here(self, uid: Uid) -> None:
        """They are here."""
        self._keep(("here", uid), self.visited.emit)

    def undo(self) -> Turned:
        """Take the last act back."""
        return self._turn(lambda book: book.undo(), self.undone.emit, self.nothing_to_undo.emit, again=False)

    def redo(self) -> Turned:
        """Do again what was taken back."""
        return self._turn(lambda book: book.redo(), self.redone.emit, self.nothing_to_redo.emit, again=True)

    def job(self, verb: str, arguments: Mapping[str, str]) -> Job | None:
        """A child process to start."""
        return self._ask(lambda book: book.job(verb, arguments))

    def _keep(self, act: Act, happened: Callable[[DoneShown], None]) -> None:
        if self._book is None:
            return
        if not self._waiting.is_waiting:
            try:
                done = _kept(self._book, act)
            except Exception as error:
                if not passes(error):
                    self._say_or_raise(error)
                    return
            else:
                happened(done)
                return
        # Behind what waits already: acts are written down in the order in which they were done.
        self._waiting.join(act)
        self.waited.emit(_WAITING)

    def _try_again(self, act: Act) -> bool:
        """Write down what waited; False while the book is still being written to."""
        if self._book is None:
            return True
        try:
            done = _kept(self._book, act)
        except Exception as error:
            if passes(error):
                return False
            self._say_or_raise(error)
        else:
            self.kept_late.emit(*act, done)
        return True

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
        if self._waiting.is_waiting:
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
            happened(done)
        return done

    def _ask(self, question: Callable[[Book], T], /) -> T | None:
        if self._book is None:
            return None
        try:
            return question(self._book)
        except Exception as error:
            self._say_or_raise(error)
            return None

    def _say_or_raise(self, error: Exception) -> Phrase:
        """The user's world is said in words; everything else is a mistake of ours and goes to the crash page."""
        phrase = words_for(error)
        if phrase is None:
            raise error
        return self._refuse(phrase)

    def _refuse(self, phrase: Phrase) -> Phrase:
        self.refused.emit(phrase)
        return phrase


def _kept(book: Book, act: Act) -> DoneShown:
    verb, what = act
    return book.make_person(what) if verb == "make" else book.was_here(what)


_WAITING: Final = translate("waiting", "Waiting until the book is free: then this is written down.")
_NOT_NOW: Final = translate(
    "waiting", "The book is being written to. Nothing was changed: please try this again in a moment."
)
