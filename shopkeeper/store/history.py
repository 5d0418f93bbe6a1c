"""What was done, the newest first: what Ctrl+Z takes back, what can be done again, what touched one person."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from peewee import SqliteDatabase, fn

from shopkeeper.domain.change import Act, Change
from shopkeeper.domain.record import Record, Uid
from shopkeeper.store import journal, undoing
from shopkeeper.store.many import THESE, in_chunks
from shopkeeper.store.tables import ACT, TABLES

_HEADING: Final = (ACT.id, ACT.uid, ACT.name, ACT.by, ACT.at, ACT.undoes, ACT.passed_over)
# Something a shopkeeper did themselves, and did not take back by it.
_DOING: Final = ACT.undoes.is_null()
# Of more changes than anybody reads, such as those of a contacts file, only the name of the act is told.
_TOLD: Final = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """An act as the history has it: under a number that it keeps for ever, and whether it still stands."""

    number: int
    act: Act  # without its changes where there are too many to be read
    stands: bool
    about: Mapping[Uid, Record]  # whom and what its changes speak of, as far as the book has them now


def _newest(database: SqliteDatabase, *which: Any) -> Act | None:
    asked = ACT.select(*_HEADING).where(*which).order_by(ACT.id.desc()).limit(1).tuples()
    return next((journal.heading(row)[1] for row in asked.execute(database)), None)


def last_act(database: SqliteDatabase) -> Act | None:
    """The newest act that Ctrl+Z takes back."""
    return _newest(database, _DOING, ACT.passed_over == 0, ACT.stands == 1)


def last_undone(database: SqliteDatabase) -> Act | None:
    """The newest taking-back that can itself be taken back: none once something new was done after it."""
    other = ACT.alias()
    done = other.select(other.uid).where(other.undoes.is_null())
    newest = other.select(fn.COALESCE(fn.MAX(other.id), 0)).where(other.undoes.is_null(), other.passed_over == 0)
    return _newest(database, ACT.undoes.in_(done), ACT.stands == 1, ACT.id > newest)


_OF_ALL: Final = 'SELECT stands, id, uid, name, "by", at, undoes, passed_over FROM act WHERE id < ?'
_OF_ONE: Final = f"{_OF_ALL} AND id IN (SELECT act FROM touched WHERE owner = ?)"
_NEWEST_FIRST: Final = " ORDER BY id DESC LIMIT ?"
_NO_NUMBER: Final = 2**62


def history(raw: Any, owner: Uid | None, limit: int, before: int | None) -> tuple[Written, ...]:
    """The newest acts, of everybody or of those that touched one person's or household's things."""
    first = (before or _NO_NUMBER,)
    asked = (_OF_ALL, (*first, limit)) if owner is None else (_OF_ONE, (*first, owner, limit))
    rows = raw.execute(asked[0] + _NEWEST_FIRST, asked[1]).fetchall()
    return tuple(_written(raw, bool(stands), *journal.heading(row)) for stands, *row in rows)


def _written(raw: Any, stands: bool, number: int, act: Act) -> Written:
    if journal.changes_in(raw, act.uid) <= _TOLD:
        act = replace(act, changes=undoing.act(raw, act.uid).changes)
    return Written(number=number, act=act, stands=stands, about=_about(raw, act.changes))


def _about(raw: Any, changes: Iterable[Change]) -> Mapping[Uid, Record]:
    """The records that were edited, and whoever all of them belong to or speak of."""
    wanted: dict[str, set[Uid]] = defaultdict(set)
    people: set[Uid] = set()
    found: dict[Uid, Record] = {}
    for change in changes:
        if change.field is not None:
            wanted[change.kind].add(change.uid)
            people.update(side for side in (change.before, change.after) if isinstance(side, str))
        else:
            people |= _named_in(change.after if change.after is not None else change.before)
    for kind, uids in wanted.items():
        found |= _records(raw, kind, uids)
    for record in tuple(found.values()):
        people |= _named_in(record)
    for kind in ("Person", "Household"):
        found |= _records(raw, kind, people)
    return found


def _named_in(record: Record) -> set[Uid]:
    table = TABLES[type(record).__name__]
    columns = (table.owner, *(column for column, _ in table.references))
    return {uid for column in columns if (uid := getattr(record, column))}


def _records(raw: Any, kind: str, uids: Iterable[Uid]) -> dict[Uid, Record]:
    table = TABLES[kind]
    asked = f"SELECT {table.listed} FROM {table.name} WHERE uid IN {THESE}"
    rows = (row for some in in_chunks(uids) for row in raw.execute(asked, (json.dumps(some),)))
    return {record.uid: record for record in map(table.value, rows)}
