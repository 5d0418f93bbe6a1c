"""The way in: from the place where a book may be to an open shop."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass

from shopkeeper.host.clock import Clock
from shopkeeper.host.keychain import Asking, Keychain, KeychainSilent
from shopkeeper.host.log import Event, Log
from shopkeeper.host.paths import Places
from shopkeeper.store import Holder, ReadOnly, StoreError
from shopkeeper.usecases.demo import close_demo, open_demo
from shopkeeper.usecases.entrance import Start
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
        self._asking: Asking[bytes | None] | None = None
        self._looking: Asking[bool] | None = None

    @property
    def has_keychain(self) -> bool | None:
        """Whether this account has a keychain that counts; None while it has not answered."""
        if self._looking is None:
            self._looking = Keychain().begin_looking()
        return (self._looking.answer(otherwise=False)) if self._looking.is_over else None

    def start(self) -> Start:
        """What there is, and whether its key has to be asked for; StoreError when half a book is missing."""
        with self._refusals_noted():
            if state_of(self._places) is BookState.NO_BOOK:
                return Start.NO_BOOK
            if self._asking is None:
                self._asking = _asked(self._places)
            if not self._asking.is_over:
                return Start.ASKING
            asking, self._asking = self._asking, None
            try:
                self._key = key_of(self._places, keychain=_Answered(asking))
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
            if self._may_write:
                # The folder can be written to, and the book's own file cannot: it is looked at all the same.
                with suppress(ReadOnly):
                    return self._entered(open_book(self._places, key, self._clock))
            return self._entered(open_book(self._places, key, self._clock, read_only=True))

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


class _Answered(Keychain):
    """A keychain that was asked for the one key already, without anybody having to wait for it."""

    def __init__(self, asking: Asking[bytes | None]) -> None:
        super().__init__()
        self._asking = asking

    def get(self, _name: str) -> bytes | None:
        return self._asking.answer()


def _asked(places: Places) -> Asking[bytes | None]:
    header = header_of(places)
    return Keychain().begin(header.book_id) if Holder.KEYCHAIN in header.holders else Asking.over()


def _has_passphrase(places: Places) -> bool:
    return Holder.PASSPHRASE in header_of(places).holders
