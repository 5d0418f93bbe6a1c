"""Is the book whole? What SQLite, SQLCipher and our own rules say of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from sqlcipher3 import dbapi2

from shopkeeper.domain.phrase import Phrase, translate
from shopkeeper.store.entries import all_entries
from shopkeeper.store.names import SEARCH_BROKEN, NameIndex
from shopkeeper.store.tables import OWNER, TABLES


def file_problems(raw: Any) -> tuple[Phrase, ...]:
    """What is wrong with the file itself: pages, their seals, and references."""
    problems: list[Phrase] = []
    told = [row[0] for row in raw.execute("PRAGMA quick_check(20)").fetchall()]
    if told != ["ok"]:
        problems.append(
            translate("Store", "%n place(s) in the book's file cannot be read as they were written.", "", len(told))
        )
    broken = raw.execute("PRAGMA cipher_integrity_check").fetchall()
    if broken:
        problems.append(translate("Store", "%n page(s) of the book's file were changed from outside.", "", len(broken)))
    lost = len(raw.execute("PRAGMA foreign_key_check").fetchall()) + _orphans(raw)
    if lost:
        problems.append(translate("Store", "%n thing(s) in the book belong to nobody.", "", lost))
    return tuple(problems)


_OWNED: Final = tuple(table.name for table in TABLES.values() if table.owner == OWNER)


def _orphans(raw: Any) -> int:
    return sum(
        raw.execute(
            f"SELECT count(*) FROM {table} WHERE owner_uid NOT IN (SELECT uid FROM person)"
            " AND owner_uid NOT IN (SELECT uid FROM household)"
        ).fetchone()[0]
        for table in _OWNED
    )


def problems(raw: Any, index: NameIndex, mend: Callable[[], bool]) -> tuple[Phrase, ...]:
    """Everything that is wrong with the book and with its search; nothing when all is well.

    The search alone is put right without a word, since all of it stands in the book: `mend` says whether it could.
    """
    found = _of_the_search(raw, index)
    if found and not raw.execute("PRAGMA cipher_integrity_check").fetchall() and mend():
        found = _of_the_search(raw, index)
    return (*file_problems(raw), *found)


def _of_the_search(raw: Any, index: NameIndex) -> tuple[Phrase, ...]:
    try:
        return index.check(all_entries(raw))
    except dbapi2.DatabaseError:
        return (SEARCH_BROKEN,)
