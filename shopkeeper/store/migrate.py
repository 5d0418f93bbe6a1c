"""From one schema to the next: each step and its number in one transaction, a backup before, newer books refused."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from importlib.resources import files
from typing import Any, Final

from sqlcipher3 import dbapi2

from shopkeeper.store.connection import APPLICATION_ID, pragma, writing
from shopkeeper.store.errors import Damaged, TooNew

_FOLDER: Final = "migrations"


@cache
def steps() -> Mapping[int, str]:
    """Every frozen step by the number of the schema that it leads to."""
    found = {
        int(entry.name[:4]): entry.read_text("utf-8")
        for entry in (files("shopkeeper.store") / _FOLDER).iterdir()
        if entry.name.endswith(".sql")
    }
    if sorted(found) != list(range(1, len(found) + 1)):
        raise RuntimeError("the migrations are numbered without gaps from 0001")
    return found


def statements(sql: str) -> list[str]:
    """The single statements of a step; run one by one, they stay inside the transaction."""
    found: list[str] = []
    piece = ""
    for line in sql.splitlines(keepends=True):
        piece += line
        if dbapi2.complete_statement(piece):
            found.append(piece)
            piece = ""
    return found


def version_of(raw: Any, known: int) -> int:
    """The schema of an open book. TooNew when it is beyond `known`; Damaged when the file is somebody else's."""
    version = int(pragma(raw, "user_version"))
    if version > known:
        raise TooNew(version, known)
    if version < 1 or pragma(raw, "application_id") != APPLICATION_ID:
        raise Damaged
    return version


def begin(raw: Any, known: Mapping[int, str]) -> None:
    """Write every schema into an empty file, the first to the last, in one transaction."""
    with writing(raw):
        raw.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        for version in sorted(known):
            _step(raw, version, known[version])


def advance(raw: Any, known: Mapping[int, str], backup: Callable[[int], None]) -> tuple[int, int]:
    """Bring a book to the newest schema; answers from which to which. Nothing is written without a backup before."""
    newest = max(known)
    found = version_of(raw, newest)
    if found < newest:
        backup(found)
    for version in range(found + 1, newest + 1):
        with writing(raw):
            # Another process may have taken this very step while we waited for our turn.
            if pragma(raw, "user_version") == version - 1:
                _step(raw, version, known[version])
    return found, newest


def _step(raw: Any, version: int, sql: str) -> None:
    for statement in statements(sql):
        raw.execute(statement)
    raw.execute(f"PRAGMA user_version = {version}")
