"""The desk of the command line: gets the book ready for a verb, to be read or to be written in.

Beside an open window a verb that reads opens the book for reading, and a verb that writes is handed over to
the window; with no window it takes the lock, as the window would.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from typing import TYPE_CHECKING

from shopkeeper.domain.phrase import translate
from shopkeeper.host.lock import Answer, CannotLock, Message, take_or_send
from shopkeeper.host.paths import Places
from shopkeeper.usecases.refused import Refused, Why

if TYPE_CHECKING:
    import argparse

    from shopkeeper.host.clock import Clock
    from shopkeeper.usecases.shop import Shop

# How long a verb waits for a window that is closing, or for another verb to finish writing; and for a large import.
_WAIT = 5.0
_PATIENCE = 3600.0
_TRIES = 3
_BUSY_MS = 5_000
_LONGEST_PASSPHRASE = 4096


class Desk:
    """What the options say about the book: where it is, on which day, and how its key is had."""

    def __init__(self, asked: argparse.Namespace) -> None:
        """Read the options; nothing is opened yet."""
        self._asked = asked
        self._words: str | None = None
        self.places = Places.standard() if asked.data_dir is None else Places.within(asked.data_dir)

    @cached_property
    def clock(self) -> Clock:
        """The machine's own, or Demo Street's."""
        from shopkeeper.host.clock import Clock

        return Clock.fixed(self._asked.today) if self._asked.today else Clock.system()

    @contextmanager
    def reading(self) -> Iterator[Shop]:
        """The book, to be looked at."""
        if self._asked.demo:
            with self._demo() as shop:
                yield shop
            return
        from shopkeeper.usecases.open_book import open_book, shop_of

        key = self._key()
        opened = open_book(self.places, key, self.clock, read_only=True, busy_ms=_BUSY_MS)
        with opened.store:
            yield shop_of(opened, self.places, self.clock)

    @contextmanager
    def writing(self, verb: str, *arguments: str, makes_book: bool = False) -> Iterator[Shop | Answer]:
        """The book, to be written in, or the answer of the window that has it open and did the verb itself."""
        if self._asked.demo:
            with self._demo() as shop:
                yield shop
            return
        message = Message("do", (verb, *arguments))
        try:
            taken = take_or_send(self.places, message, _WAIT, _PATIENCE)
        except CannotLock as error:
            if self.places.book.exists():
                raise
            raise Refused(
                translate("Desk", "There is no book here, and none can be made: this folder cannot be written to.")
            ) from error
        if isinstance(taken, Answer):
            yield taken
            return
        if taken is None:
            raise Refused(
                translate(
                    "Desk",
                    "Another program has the book open and does not answer. Nothing was changed. "
                    "Close it and try again.",
                )
            )
        with taken, self._own(makes_book=makes_book) as shop:
            yield shop

    @contextmanager
    def _own(self, *, makes_book: bool) -> Iterator[Shop]:
        from shopkeeper.host.keychain import Keychain
        from shopkeeper.usecases.open_book import BookState, make_book, open_book, shop_of, state_of

        if makes_book and state_of(self.places) is BookState.NO_BOOK:
            keychain = None if self._asked.passphrase_fd is not None else Keychain()
            has_keychain = keychain is not None and keychain.available()
            words = "" if has_keychain else self._new_passphrase()
            opened = make_book(self.places, self.clock, keychain=keychain, passphrase=words)
        else:
            opened = open_book(self.places, self._key(), self.clock, busy_ms=_BUSY_MS)
        with opened.store:
            yield shop_of(opened, self.places, self.clock)

    def _key(self) -> bytes:
        from shopkeeper.host.keychain import Keychain
        from shopkeeper.usecases.open_book import key_of

        keychain = None if self._asked.passphrase_fd is not None else Keychain()
        return key_of(self.places, keychain=keychain, ask=self._passphrase)

    @contextmanager
    def _demo(self) -> Iterator[Shop]:
        from shopkeeper.usecases.demo import demo

        with demo(self.clock) as shop:
            yield shop

    def _passphrase(self) -> str | None:
        """The passphrase of the book: from the descriptor, else typed unseen; None where nobody can be asked."""
        if self._asked.passphrase_fd is not None:
            return self._from_descriptor(self._asked.passphrase_fd)
        return _typed("Passphrase of the book: ") if _somebody_is_there() else None

    def _new_passphrase(self) -> str:
        """The passphrase of a new book, typed twice; empty where nobody can be asked."""
        if self._asked.passphrase_fd is not None:
            return self._from_descriptor(self._asked.passphrase_fd)
        if not _somebody_is_there():
            raise Refused(
                translate(
                    "Desk",
                    "There is no book yet, and a new one needs a passphrase, since there is no keychain here: "
                    "start this in a terminal to be asked for it, or give --passphrase-fd N.",
                ),
                Why.NO_KEY,
            )
        print("This makes your book. It is encrypted; choose a passphrase to open it with.", file=sys.stderr)
        for _ in range(_TRIES):
            words = _typed("Passphrase: ")
            if words is None:
                break
            if words and words == _typed("The same again: "):
                return words
            print("These were not the same twice, or nothing was typed.", file=sys.stderr)
        raise Refused(translate("Desk", "No passphrase was chosen, so no book was made."))

    def _from_descriptor(self, number: int) -> str:
        """The first line of an open descriptor, and not one byte more: the rest may be somebody else's."""
        read = bytearray()
        try:
            while len(read) < _LONGEST_PASSPHRASE and (byte := os.read(number, 1)) not in (b"", b"\n"):
                read += byte
        except OSError as error:
            raise _no_passphrase(number) from error
        words = bytes(read).removesuffix(b"\r").decode("utf-8", "replace")
        if not words:
            raise _no_passphrase(number)
        return words


def _typed(question: str) -> str | None:
    """A passphrase that is typed unseen; None when somebody ends the input instead."""
    try:
        import getpass

        return getpass.getpass(question)
    except EOFError:
        print(file=sys.stderr)
        return None


def _no_passphrase(number: int) -> Refused:
    return Refused(
        translate("Desk", "There is no passphrase to be read from file descriptor {number}.").with_values(
            number=number
        ),
        Why.NO_KEY,
    )


def _somebody_is_there() -> bool:
    """Whether there is a terminal on which a passphrase can be typed."""
    return sys.stdin is not None and sys.stdin.isatty()
