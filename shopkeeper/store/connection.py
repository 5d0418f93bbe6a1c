"""One connection to one encrypted file: the opening rules, transactions, and the driver's errors in plain words."""

from __future__ import annotations

import errno
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any, Final

from peewee import PeeweeException, SqliteDatabase
from sqlcipher3 import dbapi2

from shopkeeper.store.cipher import KEY_BYTES
from shopkeeper.store.errors import (
    Busy,
    Conflict,
    Damaged,
    DiskFull,
    NewerSQLiteNeeded,
    NotAccepted,
    ReadOnly,
    StoreError,
)

# "Shop" in the file's header: what makes `file` and a later Shopkeeper know a book.
APPLICATION_ID: Final = 0x53686F70

# Before 3.51.3 two connections that write and checkpoint at the same instant can damage a WAL (sqlite.org/wal.html).
_NEEDED: Final = (3, 51, 3)

_ALWAYS: Final = (
    "foreign_keys = ON",
    "trusted_schema = OFF",
    "cell_size_check = ON",
    "mmap_size = 0",
    "secure_delete = ON",
    "temp_store = MEMORY",
    "synchronous = FULL",
    # Moving the WAL into the book takes tens of milliseconds: that is for idle moments (Store.rest). An edit writes
    # some 80 pages, so this is met by whoever makes 200 edits and never rests: at 4000, every fiftieth edit met it.
    "wal_autocheckpoint = 16000",
    # Decrypted pages kept at hand. Six times as much makes a slow key a millisecond quicker among 100,000 people.
    "cache_size = -4096",
    *(("fullfsync = ON", "checkpoint_fullfsync = ON") if sys.platform == "darwin" else ()),
)


class CipherDatabase(SqliteDatabase):
    """peewee's SQLite, reached through SQLCipher, for one file and one thread."""

    def __init__(self, path: Path, key: bytes, *, mode: str, busy_ms: int) -> None:
        # Only a created book may come into being: "rw" and "ro" never make a file.
        super().__init__(str(path), thread_safe=False, autoconnect=False)
        self._uri = f"{path.absolute().as_uri()}?mode={mode}"
        self._key = key
        self._busy_ms = busy_ms

    def _connect(self) -> Any:
        # A statement for each question of card and search stays prepared.
        raw = dbapi2.connect(self._uri, uri=True, isolation_level=None, cached_statements=512)
        try:
            # First of all: else a wrong key prints ERROR lines to stderr.
            raw.execute("PRAGMA cipher_log_level = NONE")
            raw.execute(f"PRAGMA key = \"x'{self._key.hex()}'\"")
            raw.execute(f"PRAGMA busy_timeout = {self._busy_ms}")
            for setting in _ALWAYS:
                raw.execute(f"PRAGMA {setting}")
        except BaseException:
            raw.close()
            raise
        return raw

    def raw(self) -> Any:
        """The driver's own connection, for prepared SQL."""
        return self.connection()  # type: ignore[no-untyped-call]  # peewee leaves it untyped


def require_sound_sqlite(found: tuple[int, ...] = dbapi2.sqlite_version_info) -> None:
    """Refuse a library that can damage a book."""
    if found < _NEEDED:
        raise NewerSQLiteNeeded(".".join(map(str, found)), ".".join(map(str, _NEEDED)))


def versions() -> dict[str, str]:
    """The versions of the database library and of its cipher, for whoever looks at what this copy is made of."""
    raw = dbapi2.connect(":memory:")
    try:
        return {"SQLite": dbapi2.sqlite_version, "SQLCipher": str(pragma(raw, "cipher_version"))}
    finally:
        raw.close()


def connected(path: Path, key: bytes, *, mode: str, busy_ms: int = 0) -> CipherDatabase:
    """An open connection to an existing file, or with mode "rwc" to a new one; its key has been tried."""
    require_sound_sqlite()
    if len(key) != KEY_BYTES:
        raise ValueError(f"the data key has {KEY_BYTES} bytes")
    database = CipherDatabase(path, key, mode=mode, busy_ms=busy_ms)
    with IN_PLAIN_WORDS:
        database.connect()
        try:
            database.raw().execute("SELECT count(*) FROM sqlite_master").fetchone()
        except BaseException:
            database.close()
            raise
    return database


def pragma(raw: Any, name: str) -> Any:
    """What a setting is now."""
    row = raw.execute(f"PRAGMA {name}").fetchone()
    return None if row is None else row[0]


@contextmanager
def writing(raw: Any, explain: Callable[[], StoreError | None] = lambda: None) -> Iterator[None]:
    """One transaction that writes: everything in it, or nothing.

    When it cannot be kept because its references do not hold, `explain` may still look at it and say why.
    """
    raw.execute("BEGIN IMMEDIATE")
    try:
        yield
        try:
            raw.execute("COMMIT")
        except dbapi2.IntegrityError as error:
            raise explain() or error from error
    except BaseException:
        # A full disk has rolled back by itself already; a second ROLLBACK would hide the reason.
        if raw.in_transaction:
            raw.execute("ROLLBACK")
        raise


class _Reading:
    """Several questions about one moment: what another process commits meanwhile is not half seen."""

    __slots__ = ("_outermost", "_raw")

    def __init__(self, raw: Any) -> None:
        self._raw = raw
        self._outermost = False

    def __enter__(self) -> None:
        self._outermost = not self._raw.in_transaction
        if self._outermost:
            self._raw.execute("BEGIN")

    def __exit__(self, *_: object) -> None:
        if self._outermost and self._raw.in_transaction:
            self._raw.execute("COMMIT")


def reading(raw: Any) -> _Reading:
    """A view of one moment for as long as the block lasts."""
    return _Reading(raw)


_BY_CODE: Final[dict[str, type[StoreError]]] = {
    "SQLITE_BUSY": Busy,
    "SQLITE_LOCKED": Busy,
    "SQLITE_FULL": DiskFull,
    "SQLITE_READONLY": ReadOnly,
    "SQLITE_PERM": ReadOnly,
    # The file is there, that was looked at first: so it is the files beside it that cannot be made.
    "SQLITE_CANTOPEN": ReadOnly,
    # The key was unwrapped by the header, which knows whether it is right: so the file is wrong.
    "SQLITE_NOTADB": Damaged,
    "SQLITE_CORRUPT": Damaged,
    "SQLITE_CONSTRAINT": Conflict,
}


# The backup API gives its errors no code.
_BY_WORDS: Final[dict[str, str]] = {
    "database or disk is full": "SQLITE_FULL",
    "database is locked": "SQLITE_BUSY",
    "attempt to write a readonly database": "SQLITE_READONLY",
    "file is not a database": "SQLITE_NOTADB",
    "database disk image is malformed": "SQLITE_CORRUPT",
}

# What the system itself says about the folder that a book or a backup is in.
_BY_ERRNO: Final[dict[int, type[StoreError]]] = {
    errno.ENOSPC: DiskFull,
    getattr(errno, "EDQUOT", errno.ENOSPC): DiskFull,
    errno.EROFS: ReadOnly,
    errno.EACCES: ReadOnly,
    errno.EPERM: ReadOnly,
}


def plain(error: BaseException) -> StoreError | None:
    """An error of the driver or of the disk as one of ours, or None when it is neither."""
    if isinstance(error, PeeweeException):
        inner = next(
            (e for e in (*error.args, error.__cause__, error.__context__) if isinstance(e, dbapi2.Error)), None
        )
        return StoreError() if inner is None else plain(inner)
    if isinstance(error, OSError):
        return _BY_ERRNO.get(error.errno or 0, StoreError)()
    if isinstance(error, UnicodeEncodeError | dbapi2.DataError):
        return NotAccepted()
    if not isinstance(error, dbapi2.Error):
        return None
    # Extended names such as SQLITE_READONLY_DBMOVED begin with the plain one.
    name = "_".join(str(getattr(error, "sqlite_errorname", "")).split("_")[:2])
    return _BY_CODE.get(name or _BY_WORDS.get(str(error), ""), StoreError)()


class _InPlainWords:
    """Around every use of the driver: its errors leave as ours, with the original as their cause."""

    __slots__ = ()

    def __enter__(self) -> None:
        return None

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if error is not None and (ours := plain(error)) is not None:
            raise ours from error


IN_PLAIN_WORDS: Final = _InPlainWords()
