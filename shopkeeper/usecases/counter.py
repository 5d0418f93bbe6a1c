"""Counter: an open book as the window uses it; every call is quick enough for the window's own thread."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime

from shopkeeper.capture.words import made_in_steps
from shopkeeper.domain.record import Uid
from shopkeeper.host.memory import give_back
from shopkeeper.remember.card import Card
from shopkeeper.remember.day import DayLine
from shopkeeper.store import PersonMissing
from shopkeeper.usecases import keep, look_up, tell
from shopkeeper.usecases.at_home import AtHome
from shopkeeper.usecases.job import Job, job_of
from shopkeeper.usecases.look_up import Looking, Seen
from shopkeeper.usecases.parts import Deeds, Past, Records, Staff, Writing
from shopkeeper.usecases.renew_search import is_needed
from shopkeeper.usecases.shop import Shop
from shopkeeper.usecases.today import today_in_steps
from shopkeeper.usecases.undo import Done, Long, redo_now_or_later, undo_now_or_later


class Counter:
    """The verbs of the counter, bound to one shop."""

    def __init__(self, shop: Shop, close: Callable[[], None]) -> None:
        """Bind them; `close` is called once, when the counter closes."""
        self._shop = shop
        self._seen = Seen(look_up.names_of(shop))
        self._close: Callable[[], None] | None = close

    @property
    def is_read_only(self) -> bool:
        """Whether it can only be looked at: its disk is locked, or somebody else's."""
        return self._shop.store.is_read_only

    @property
    def is_demo(self) -> bool:
        """Whether this is Demo Street, which is thrown away at close."""
        return self._shop.is_demo

    @property
    def records(self) -> Records:
        """Every kept thing by itself."""
        return Records(self._shop)

    @property
    def deeds(self) -> Deeds:
        """What is done with one key."""
        return Deeds(self._shop)

    @property
    def writing(self) -> Writing:
        """One typed line."""
        return Writing(self._shop)

    @property
    def families(self) -> AtHome:
        """Households and families."""
        return AtHome(self._shop)

    @property
    def past(self) -> Past:
        """Everything that was done."""
        return Past(self._shop)

    @property
    def staff(self) -> Staff:
        """Who is at the counter."""
        return Staff(self._shop, self._taken_over)

    def _taken_over(self, shop: Shop) -> None:
        self._shop = shop

    def look(self, text: str) -> Looking:
        """A search for whom the typed words may mean, which has not begun yet."""
        return Looking(self._shop, text, seen=self._seen)

    def scanned(self, code: str) -> tuple[Uid, ...]:
        """Whose loyalty card has this code."""
        return look_up.scanned(self._shop, code)

    def warm(self, language: str) -> Iterator[None]:
        """A few milliseconds at each step, so that the first keys need not wait for what is only read once."""
        yield from look_up.warmed(self._shop, self._seen)
        yield from made_in_steps(tell.capture_words(language))
        give_back()  # what the names were read from is several times as large as what is kept of them

    def chose(self, text: str, uid: Uid) -> None:
        """Somebody was chosen for what was typed: of two equals they stand first the next time."""
        self._shop.store.learn(text, uid)

    def card(self, uid: Uid) -> Card | None:
        """What to remember about one person; None when they are no longer in the book."""
        try:
            return look_up.card(self._shop, uid, self._seen)
        except PersonMissing:
            return None

    def today_in_steps(self) -> Iterator[tuple[DayLine, ...] | None]:
        """The lines of today and the week ahead, in steps of a few milliseconds: None at each but the last.

        Asked after everything that was written, here or by a child.
        """
        self._seen.forget()
        return today_in_steps(self._shop)

    def day(self) -> date:
        """The shop's day."""
        return self._shop.clock.today()

    def now(self) -> datetime:
        """The shop's time."""
        return self._shop.clock.now()

    def count(self) -> int:
        """How many people the book knows."""
        return self._shop.store.count()

    def make_person(self, words: str) -> Done:
        """Write down a new person under the words that were typed."""
        self._seen.forget()
        return tell.make_person(self._shop, words)

    def was_here(self, uid: Uid) -> Done:
        """Keep that someone is here."""
        self._seen.forget()
        return keep.was_here(self._shop, uid)

    def forget(self) -> None:
        """Something was written by a part of the book: what was seen before may no longer be so."""
        self._seen.forget()

    def undo(self) -> Done | Long | None:
        """Take the newest act back, or say what child is to do it: ten thousand people are five seconds."""
        self._seen.forget()
        return undo_now_or_later(self._shop)

    def redo(self) -> Done | Long | None:
        """Do again what was taken back."""
        self._seen.forget()
        return redo_now_or_later(self._shop)

    def search_is_current(self) -> bool:
        """Whether everybody can be found by all the rules of this program; else a child has to renew the search."""
        return not is_needed(self._shop)

    def rest(self) -> Iterator[None]:
        """Nobody has typed for a while: what the book is better off for, and what would hold a key up, in steps."""
        return self._shop.store.rest_in_steps()

    def job(self, verb: str, arguments: Mapping[str, str]) -> Job:
        """A job for a child process in the same book."""
        return job_of(self._shop, verb, arguments)

    def close(self) -> None:
        """Close the book. Twice is once."""
        close, self._close = self._close, None
        if close is not None:
            close()
