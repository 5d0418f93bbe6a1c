"""Kept things by their uid, of whatever kind they are, and the things that speak of somebody."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any, Final

from shopkeeper.domain.record import Record, Uid
from shopkeeper.store.tables import TABLES, Table


def record(raw: Any, uid: Uid) -> Record | None:
    """The kept thing of this uid; None when it is not, or no longer, in the book."""
    for table in TABLES.values():
        row = raw.execute(f"SELECT {table.listed} FROM {table.name} WHERE uid = ?", (uid,)).fetchone()
        if row is not None:
            found: Record = table.value(row)
            return found
    return None


def called(raw: Any, name: str) -> tuple[Uid, ...]:
    """Everybody whose name is written just so, but for the case of its letters."""
    rows = raw.execute("SELECT uid FROM named WHERE shown = ? COLLATE NOCASE ORDER BY id", (name,)).fetchall()
    return tuple(uid for (uid,) in rows)


def about(raw: Any, uid: Uid, kinds: Collection[type[Record]] = ()) -> tuple[Record, ...]:
    """All that belongs to somebody or speaks of them, kind by kind, each in the order in which it was written down."""
    return tuple(
        table.value(row)
        for table, sql in _ABOUT
        if not kinds or table.record in kinds
        for row in raw.execute(sql, (uid,)).fetchall()
    )


def _about(table: Table) -> str:
    # One lookup for each column, not one OR over all: each is answered by its own index.
    sides = (f'SELECT id FROM {table.name} WHERE "{column}" = ?1' for column, _ in table.references)
    return f"SELECT {table.listed} FROM {table.name} WHERE id IN ({' UNION '.join(sides)}) ORDER BY id"


_ABOUT: Final = [(table, _about(table)) for table in TABLES.values() if table.references]
