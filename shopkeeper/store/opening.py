"""Making a book and opening one: nothing is ever made where a book should be, and no newer book is touched."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any, Final

from shopkeeper.domain.phrase import translate
from shopkeeper.store import backup, migrate
from shopkeeper.store.connection import IN_PLAIN_WORDS, CipherDatabase, connected, writing
from shopkeeper.store.errors import AlreadyThere, BookMissing, ReadOnly, StoreError
from shopkeeper.store.names import NameIndex

_OLDER: Final = translate(
    "Store",
    "This book was written by an older Shopkeeper and must be opened once to be written to before it can be looked at.",
)


def make(path: Path, key: bytes, *, network: bool) -> None:
    """Make a new, empty book under another name, so that a book that has its own name is whole."""
    if any(file.exists() for file in (path, *backup.side_files(path))):
        raise AlreadyThere
    unfinished = path.with_name(path.name + ".new")
    with IN_PLAIN_WORDS:
        backup.forget(unfinished)
        unfinished.touch(mode=backup.PRIVATE)
        database = connected(unfinished, key, mode="rwc")
        try:
            raw = database.raw()
            _keep_journal(raw, network)
            migrate.begin(raw, migrate.steps())
            with writing(raw):
                NameIndex(raw, date.min).rebuild(())
        finally:
            database.close()
        if path.exists():
            raise AlreadyThere
        unfinished.rename(path)
        backup.settle(path.parent)


def opened(
    path: Path, key: bytes, known: Mapping[int, str], *, read_only: bool, busy_ms: int, network: bool
) -> CipherDatabase:
    """A connection to the book at `path`, which has been brought to the newest schema of these."""
    if not path.is_file() or path.stat().st_size == 0:
        raise BookMissing
    if backup.side_files(path)[0].exists() and not read_only:
        # Someone has it open, or it was not closed. Should it be too new, even its WAL stays as it is.
        _look_first(path, key, known)
    database = _reachable(path, key, busy_ms) if read_only else connected(path, key, mode="rw", busy_ms=busy_ms)
    try:
        raw = database.raw()
        found = migrate.version_of(raw, max(known))
        if not read_only:
            _keep_journal(raw, network)
            migrate.advance(raw, known, backup.before_a_new_schema(raw, path, key))
        elif found < max(known):
            raise ReadOnly(_OLDER)
    except BaseException:
        database.close()
        raise
    return database


def _keep_journal(raw: Any, network: bool) -> None:
    raw.execute(f"PRAGMA journal_mode = {'DELETE' if network else 'WAL'}")


def _look_first(path: Path, key: bytes, known: Mapping[int, str]) -> None:
    database = connected(path, key, mode="ro")
    try:
        migrate.version_of(database.raw(), max(known))
    finally:
        database.close()


def _reachable(path: Path, key: bytes, busy_ms: int) -> CipherDatabase:
    """A connection that only reads; where no side files can be made, as on a locked disk, the file is read as it is."""
    try:
        return connected(path, key, mode="ro", busy_ms=busy_ms)
    except StoreError:
        if backup.side_files(path)[0].exists():
            raise
        return connected(path, key, mode="ro&immutable=1", busy_ms=busy_ms)
