"""What the window needs from the rest of the house: values to show and things to call, named by their shape.

The window is built and tried with stand-ins of these shapes; `__main__` brings the real ones. Nothing here
imports the store, so that the first picture is on the screen before the store is.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from types import TracebackType
from typing import Protocol, TypeAlias

from shopkeeper.domain.phrase import Phrase
from shopkeeper.domain.record import Uid as Uid
from shopkeeper.remember.reminder import Mark, Reminder, Slot, Urgency
from shopkeeper.usecases.entrance import Refusal as Refusal
from shopkeeper.usecases.entrance import Start as Start
from shopkeeper.usecases.entrance import Why as Why
from shopkeeper.usecases.undo import Long

# Words that were typed, or a sentence of the program.
Words: TypeAlias = "str | Phrase"


class RowShown(Protocol):
    """One found person: the name with the letters that matched, a quiet line, why it was found, and badges."""

    @property
    def person_uid(self) -> Uid: ...
    @property
    def name(self) -> str: ...
    @property
    def matched(self) -> tuple[tuple[int, int], ...]: ...
    @property
    def line(self) -> Words: ...
    @property
    def reason(self) -> Phrase | None: ...
    @property
    def badges(self) -> frozenset[Mark]: ...


class FoundShown(Protocol):
    """What a search found, best first, and how many people the book holds."""

    @property
    def rows(self) -> tuple[RowShown, ...]: ...
    @property
    def total(self) -> int: ...


class CardShown(Protocol):
    """The card of one person: reminders in slot order and the line at its foot."""

    @property
    def person_uid(self) -> Uid: ...
    @property
    def name(self) -> str: ...
    @property
    def reminders(self) -> tuple[Reminder, ...]: ...
    @property
    def foot(self) -> Phrase: ...
    def slot(self, slot: Slot, /) -> tuple[Reminder, ...]: ...
    def within(self, lines: int, /) -> tuple[tuple[Reminder, ...], int]: ...


class DayLineShown(Protocol):
    """One line of the day: whose it is, what, and a quieter second line."""

    @property
    def person_uid(self) -> Uid: ...
    @property
    def mark(self) -> Mark: ...
    @property
    def title(self) -> Phrase: ...
    @property
    def detail(self) -> Phrase | None: ...
    @property
    def day(self) -> date: ...
    @property
    def urgency(self) -> Urgency: ...


class DoneShown(Protocol):
    """Something that was done: its name, and the person it was about (empty: nobody in particular)."""

    @property
    def act_uid(self) -> Uid: ...
    @property
    def name(self) -> Phrase: ...
    @property
    def person_uid(self) -> Uid: ...


class Job(Protocol):
    """A child process to start: its command, and the first line it is given, which carries the key."""

    @property
    def command(self) -> tuple[str, ...]: ...
    def line(self) -> bytes: ...


class Book(Protocol):
    """An open book: all that the window asks of it. Every call is quick enough for the window's own thread."""

    @property
    def is_demo(self) -> bool: ...
    @property
    def is_read_only(self) -> bool: ...
    def find(self, text: str, /) -> FoundShown: ...
    def card(self, uid: Uid, /) -> CardShown | None: ...
    def today(self) -> tuple[DayLineShown, ...]: ...
    def day(self) -> date: ...
    def now(self) -> datetime: ...
    def count(self) -> int: ...
    def make_person(self, words: str, /) -> DoneShown: ...
    def was_here(self, uid: Uid, /) -> DoneShown: ...
    def undo(self) -> DoneShown | Long | None: ...
    def redo(self) -> DoneShown | Long | None: ...
    def job(self, verb: str, arguments: Mapping[str, str], /) -> Job: ...
    def rest(self) -> None: ...
    def close(self) -> None: ...


class Door(Protocol):
    """The way to a book: opens it, makes one, or opens Demo Street."""

    @property
    def has_keychain(self) -> bool | None: ...  # None: it has not answered yet
    def start(self) -> Start | Refusal: ...
    def open(self, passphrase: str | None, /) -> Book | Refusal: ...
    def create(self, passphrase: str | None, /) -> Book | Refusal: ...
    def demo(self) -> Book | Refusal: ...


@dataclass(frozen=True, slots=True)
class Needs:
    """All that the window is started with."""

    door: Callable[[], Door]  # called after the first paint: the store may be imported then, not before
    recall: Callable[[str], str | None]  # how the window looked last time: "text-size", "theme"
    keep: Callable[[str, str], None]
    report: Callable[[type[BaseException], BaseException, TracebackType | None], None]  # to the log, without names
    # Called once, after the first paint, with the bell that other threads may ring.
    listen: Callable[[Callable[[tuple[str, ...]], str]], None] | None = None
    straight_to_demo: bool = False
    bring_in: Path | None = None  # a contacts file to bring in as soon as the book is open
