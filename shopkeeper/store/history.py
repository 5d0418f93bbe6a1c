"""What was done, the newest first: what Ctrl+Z takes back, what can be done again, what touched one person."""

from __future__ import annotations

from typing import Any, Final

from peewee import SqliteDatabase, fn

from shopkeeper.domain.change import Act
from shopkeeper.domain.record import Uid
from shopkeeper.store.journal import heading
from shopkeeper.store.tables import ACT, TOUCHED

_HEADING: Final = (ACT.id, ACT.uid, ACT.name, ACT.by, ACT.at, ACT.undoes, ACT.passed_over)
# Something a shopkeeper did themselves, and did not take back by it.
_DOING: Final = ACT.undoes.is_null()


def _newest_first(database: SqliteDatabase, limit: int, *which: Any) -> tuple[Act, ...]:
    asked = ACT.select(*_HEADING).order_by(ACT.id.desc()).limit(limit).tuples()
    rows = (asked.where(*which) if which else asked).execute(database)
    return tuple(heading(row)[1] for row in rows)


def last_act(database: SqliteDatabase) -> Act | None:
    """The newest act that Ctrl+Z takes back."""
    return next(iter(_newest_first(database, 1, _DOING, ACT.passed_over == 0, ACT.stands == 1)), None)


def last_undone(database: SqliteDatabase) -> Act | None:
    """The newest taking-back that can itself be taken back: none once something new was done after it."""
    other = ACT.alias()
    done = other.select(other.uid).where(other.undoes.is_null())
    newest = other.select(fn.COALESCE(fn.MAX(other.id), 0)).where(other.undoes.is_null(), other.passed_over == 0)
    found = _newest_first(database, 1, ACT.undoes.in_(done), ACT.stands == 1, ACT.id > newest)
    return next(iter(found), None)


def history(database: SqliteDatabase, owner: Uid | None, limit: int) -> tuple[Act, ...]:
    """The newest acts, of everybody or of those that touched one person's or household's things."""
    if owner is None:
        return _newest_first(database, limit)
    return _newest_first(database, limit, ACT.id.in_(TOUCHED.select(TOUCHED.act).where(TOUCHED.owner == owner)))
