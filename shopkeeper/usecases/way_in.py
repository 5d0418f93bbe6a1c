"""The way in: from the place where a book may be to an open shop."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum

from shopkeeper.host.clock import Clock
from shopkeeper.host.keychain import Keychain, KeychainSilent
from shopkeeper.host.log import Event, Log
from shopkeeper.host.paths import Places
from shopkeeper.store import Holder, StoreError
from shopkeeper.usecases.demo import close_demo, open_demo
from shopkeeper.usecases.open_book import (
    BookState,
    Opened,
    header_of,
    key_of,
    make_book,
    no_key,
    open_book,
    shop_of,
    state_of,
)
from shopkeeper.usecases.refused import Refused, Why
from shopkeeper.usecases.shop import Shop


class Start(StrEnum):
    """What a start finds."""

    NO_BOOK = "no-book"
    READY = "ready"  # the keychain gave the key: nobody needs to be asked
    ASK = "ask"  # a passphrase is needed


@dataclass(frozen=True, slots=True)
class Entered:
    """An open shop, and what closes it."""

    shop: Shop
    close: Callable[[], None]


class WayIn:
    """Opens the book of one place, makes it, or opens Demo Street instead."""

    def __init__(self, places: Places, clock: Clock, *, may_write: bool = True) -> None:
        """Nothing is opened yet. `may_write` is False where the place could not be locked: then the book is read."""
        self._places = places
        self._clock = clock
        self._may_write = may_write
        self._key: bytes | None = None

    @property
    def has_keychain(self) -> bool:
        """Whether this account has a keychain that counts."""
        return Keychain().available()

    def start(self) -> Start:
        """What there is, and whether its key has to be asked for; StoreError when half a book is missing."""
        with self._refusals_noted():
            if state_of(self._places) is BookState.NO_BOOK:
                return Start.NO_BOOK
            try:
                self._key = key_of(self._places, keychain=Keychain())
            except Refused as refused:
                # Nobody was asked yet. A book that only the keychain opens says so; one with a passphrase asks for it.
                if refused.why is Why.NO_KEY and _has_passphrase(self._places):
                    return Start.ASK
                raise
            return Start.READY

    def open(self, passphrase: str | None) -> Entered:
        """The book, opened by its passphrase, or by the key that the keychain gave at the start."""
        with self._refusals_noted():
            key = self._key if passphrase is None else key_of(self._places, ask=lambda: passphrase)
            if key is None:
                raise no_key()
            return self._entered(open_book(self._places, key, self._clock, read_only=not self._may_write))

    def create(self, passphrase: str | None) -> Entered:
        """A new book, held by a passphrase where one was chosen, else by the keychain."""
        with self._refusals_noted():
            try:
                opened = make_book(self._places, self._clock, keychain=Keychain(), passphrase=passphrase or "")
            except KeychainSilent as silent:
                raise no_key() from silent
            return self._entered(opened)

    def demo(self) -> Entered:
        """Demo Street, which is thrown away at close."""
        shop = open_demo(self._clock)
        return Entered(shop, lambda: close_demo(shop))

    @contextmanager
    def _refusals_noted(self) -> Iterator[None]:
        """Note in the log what kept the book closed: whoever is asked for help was not there."""
        try:
            yield
        except (StoreError, Refused) as error:
            Log(self._places.log_folder, self._clock).note(Event.REFUSED, error)
            raise

    def _entered(self, opened: Opened) -> Entered:
        def close() -> None:
            opened.store.close()
            Log(self._places.log_folder, self._clock).note(Event.BOOK_CLOSED)

        return Entered(shop_of(opened, self._places, self._clock), close)


def _has_passphrase(places: Places) -> bool:
    return Holder.PASSPHRASE in header_of(places).holders
