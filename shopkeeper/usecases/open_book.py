"""Open the book, or make it: where its key comes from, and what is said when it cannot be had.

A book is two files, the encrypted book and the header that holds its key, wrapped. One of them without the
other is an error that is said in plain words: nothing is ever made in place of something that should be there.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from shopkeeper.domain.phrase import translate
from shopkeeper.host.clock import Clock, new_uid
from shopkeeper.host.keychain import Keychain, KeychainSilent
from shopkeeper.host.log import Event, Log
from shopkeeper.host.paths import Places, is_on_network
from shopkeeper.store import (
    AlreadyThere,
    BookMissing,
    Header,
    HeaderMissing,
    Holder,
    Store,
    WrongKeychainKey,
    new_data_key,
    new_wrapping_key,
)
from shopkeeper.usecases.refused import Refused, Why
from shopkeeper.usecases.shop import Shop, calendar_of, knowledge_here
from shopkeeper.usecases.staff import who_was_last


class BookState(StrEnum):
    """What there is in the place where the book is kept."""

    NO_BOOK = "no-book"
    READY = "ready"


@dataclass(frozen=True, slots=True)
class Opened:
    """An open book, and the key that opens it again in a child process."""

    store: Store
    key: bytes = field(repr=False)


def state_of(places: Places) -> BookState:
    """Whether there is a book; a StoreError when half of one is missing."""
    book, header = places.book.exists(), _header_in(places) is not None
    if book and not header:
        raise HeaderMissing
    if header and not book:
        raise BookMissing
    return BookState.READY if book else BookState.NO_BOOK


def make_book(places: Places, clock: Clock, *, keychain: Keychain | None = None, passphrase: str = "") -> Opened:
    """A new, empty book, opened by a passphrase where one is given, else by this account's keychain."""
    if state_of(places) is not BookState.NO_BOOK:
        raise AlreadyThere
    key, book_id = new_data_key(), new_uid()
    header = Header.new(key, book_id)
    if passphrase:
        header = header.with_passphrase(key, passphrase)
    elif keychain is not None and keychain.available():
        wrapping = new_wrapping_key()
        keychain.put(book_id, wrapping)
        header = header.with_wrapping_key(key, Holder.KEYCHAIN, wrapping)
    else:
        raise no_key()
    places.make()
    # The header waits under another name until the book is whole: a start that is killed here made nothing, or all.
    waiting = _waiting(places)
    header.write(waiting)
    store = Store.create(places.book, key, now=clock.now(), network=is_on_network(places.data))
    try:
        _finish_making(places)
    except BaseException:
        store.close()
        raise
    Log(places.log_folder, clock).note(Event.BOOK_MADE)
    return Opened(store, key)


def key_of(places: Places, *, keychain: Keychain | None = None, ask: Callable[[], str | None] = lambda: None) -> bytes:
    """The key of the book: from the keychain, else from the passphrase that `ask` answers.

    A keychain that is silent, or has forgotten the book or holds another one's key, is no reason to give up:
    the passphrase is asked for.
    """
    if state_of(places) is BookState.NO_BOOK:
        raise no_book()
    header = header_of(places)
    found = _from_keychain(header, keychain)
    if found is not None:
        return found
    if Holder.PASSPHRASE not in header.holders:
        raise Refused(
            translate(
                "OpenBook",
                "The key of this book is in the keychain of this computer account, and the keychain does not give it. "
                "The book is untouched. Log in to this computer as usual, unlock the keychain and start again.",
            ),
            Why.NO_KEY,
        )
    passphrase = ask()
    if passphrase is None:
        raise no_key()
    return header.open_with_passphrase(passphrase)


def open_book(places: Places, key: bytes, clock: Clock, *, read_only: bool = False, busy_ms: int = 0) -> Opened:
    """The book, opened with its key; to be written in only by whoever holds its lock."""
    if not read_only:
        _finish_making(places)
    network = not read_only and is_on_network(places.data)
    store = Store.open(places.book, key, read_only=read_only, now=clock.now(), busy_ms=busy_ms, network=network)
    if not read_only:
        Log(places.log_folder, clock).note(Event.BOOK_OPENED, people=store.count())
    return Opened(store, key)


def shop_of(opened: Opened, places: Places, clock: Clock) -> Shop:
    """The shop around an open book."""
    store = opened.store
    return Shop(
        store=store,
        clock=clock,
        calendar=calendar_of(store),
        knowledge=knowledge_here(),
        places=places,
        key=opened.key,
        by=who_was_last(store),
    )


def no_book() -> Refused:
    """There is no book yet, and what makes one."""
    return Refused(
        translate(
            "OpenBook",
            "There is no book yet. Start Shopkeeper and choose how to begin, or bring people in: "
            "shopkeeper bring-in FILE.vcf. To look around first: shopkeeper --demo.",
        )
    )


def no_key() -> Refused:
    """Neither keychain nor passphrase."""
    return Refused(
        translate(
            "OpenBook",
            "The book is locked, and there is neither a keychain nor a passphrase to open it with: start it in a "
            "terminal to be asked, or give --passphrase-fd N.",
        ),
        Why.NO_KEY,
    )


def _from_keychain(header: Header, keychain: Keychain | None) -> bytes | None:
    if keychain is None or Holder.KEYCHAIN not in header.holders:
        return None
    try:
        wrapping = keychain.get(header.book_id)
        return header.open_with_wrapping_key(Holder.KEYCHAIN, wrapping) if wrapping else None
    except (KeychainSilent, WrongKeychainKey):
        return None


def _waiting(places: Places) -> Path:
    return places.key.with_name(places.key.name + ".making")


def _copy_of(path: Path) -> Path:
    return path.with_name(path.name + ".copy")


def header_of(places: Places) -> Header:
    """The header of the book; HeaderMissing when there is none."""
    found = _header_in(places)
    if found is None:
        raise HeaderMissing
    return Header.read(found)


def _header_in(places: Places) -> Path | None:
    """Where the header is: beside its book, or still waiting there when the start that made it was killed."""
    if places.key.exists() or _copy_of(places.key).exists():
        return places.key
    return _waiting(places) if places.book.exists() and _waiting(places).exists() else None


def _finish_making(places: Places) -> None:
    """Give the header of a book that is whole its own name; a start may have been killed just before."""
    waiting = _waiting(places)
    if not waiting.exists() or not places.book.exists() or places.key.exists():
        return
    Header.read(waiting).write(places.key)
    for file in (waiting, _copy_of(waiting)):
        # It is whole already: what is left of the waiting is in nobody's way.
        with suppress(OSError):
            file.unlink(missing_ok=True)
