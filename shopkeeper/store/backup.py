"""A copy of the book that is known to open, with a copy of its key's header beside it, or no copy at all."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

from shopkeeper.store.check import file_problems
from shopkeeper.store.cipher import Header
from shopkeeper.store.connection import IN_PLAIN_WORDS, connected, pragma, writing
from shopkeeper.store.errors import AlreadyThere, Damaged, StoreError
from shopkeeper.store.gone import SINCE, Gone

# Nobody else on this machine reads it; SQLite gives the files beside it the same rights.
PRIVATE: Final = 0o600
BACKUPS: Final = "backups"
_SIDE: Final = ("-wal", "-shm", "-journal")


def side_files(path: Path) -> tuple[Path, ...]:
    """The files that SQLite keeps beside a book while it is open, or after a crash."""
    return tuple(path.with_name(path.name + ending) for ending in _SIDE)


def header_of(book: Path) -> Path:
    """Where the header of a book is: beside it, book.key for book.db."""
    return book.with_suffix(".key")


def back_up(raw: Any, key: bytes, book: Path, path: Path) -> None:
    """Write a checked copy of an open book to `path`, which must not exist yet, and its header beside that.

    The copy is made under another name in the same folder, opened again with the key and looked through, and
    only then gets its name: whatever is called a backup can be opened.
    """
    with IN_PLAIN_WORDS:
        header = _header(book)
        if path.exists() or (header is not None and _is_taken(header_of(path), header, header_of(book))):
            raise AlreadyThere
        unfinished = path.with_name(path.name + ".part")
        forget(unfinished)
        try:
            _copy(raw, key, unfinished)
            settle(unfinished)
            _look_through(unfinished, key, _people(raw))
            if header is not None:
                # First, so that no backup is ever without the one file that opens it.
                header.write(header_of(path))
            unfinished.replace(path)
            settle(path.parent)
        except BaseException:
            with suppress(OSError):
                forget(unfinished)
            raise


def before_a_new_schema(raw: Any, book: Path, key: bytes) -> Callable[[int], None]:
    """What makes a copy of an open book, beside it, before it is brought from one schema to the next."""

    def keep(version: int) -> None:
        folder = book.parent / BACKUPS
        folder.mkdir(exist_ok=True)
        for n in range(1, 1000):
            copy = folder / f"{book.stem}-before-version-{version + 1}-{n}{book.suffix}"
            if not copy.exists():
                back_up(raw, key, book, copy)
                return
        raise AlreadyThere

    return keep


def _header(book: Path) -> Header | None:
    """The header of an open book. A demo has none; one that is damaged stops no backup, since the book is well."""
    with suppress(StoreError):
        return Header.read(header_of(book))
    return None


def _is_taken(place: Path, header: Header, own: Path) -> bool:
    """Whether a file is in the place of the copied header that is no older copy of the same."""
    if place == own:
        return True
    if not place.exists():
        return False
    with suppress(StoreError):
        return Header.read(place).book_id != header.book_id
    return True


def _copy(raw: Any, key: bytes, path: Path) -> None:
    path.touch(mode=PRIVATE)
    copy = connected(path, key, mode="rwc")
    try:
        raw.backup(copy.raw())
        # The copy travels alone: it must not expect a WAL beside it.
        copy.raw().execute("PRAGMA journal_mode = DELETE")
        if pragma(copy.raw(), "user_version") >= SINCE:
            with writing(copy.raw()):
                Gone(copy.raw()).take_out_all()
    finally:
        copy.close()


def _people(raw: Any) -> int:
    return int(raw.execute("SELECT count(*) FROM person").fetchone()[0])


def _look_through(path: Path, key: bytes, people: int) -> None:
    copy = connected(path, key, mode="ro")
    try:
        with IN_PLAIN_WORDS:
            raw = copy.raw()
            if file_problems(raw) or _people(raw) != people:
                raise Damaged
    finally:
        copy.close()


def forget(path: Path) -> None:
    """Remove an unfinished file of ours, with what SQLite keeps beside it."""
    for file in (path, *side_files(path)):
        file.unlink(missing_ok=True)


def settle(path: Path) -> None:
    """Have the disk itself keep what was written; folders cannot be asked on every system."""
    with suppress(PermissionError, IsADirectoryError):
        # Windows keeps only what is open to be written; a folder is opened to be read, or not at all.
        handle = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
        try:
            with suppress(OSError):
                os.fsync(handle)
        finally:
            os.close(handle)
