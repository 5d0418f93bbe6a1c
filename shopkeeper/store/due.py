"""Questions about everybody at once: whose day it is, whom we owe something, who is known to the book."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final

from peewee import SqliteDatabase

from shopkeeper.domain.partial_date import days_between
from shopkeeper.domain.person import Name, Person
from shopkeeper.domain.record import Uid
from shopkeeper.store.many import AT_ONCE
from shopkeeper.store.rows import name_from
from shopkeeper.store.tables import listed, of

# The day sheet asks after what began within the week; older concerns are read when their person comes in.
_NEW_FOR: Final = timedelta(days=7)
_PEOPLE: Final = of(Person).model

_YEARLY: Final = (
    "SELECT person_uid, with_uid FROM occasion WHERE recurs = 'yearly' AND on_month = ? AND on_day = ?"
    " AND (on_year IS NULL OR on_year <= ?)"
)
_ONCE: Final = (
    "SELECT person_uid, with_uid FROM occasion WHERE recurs = 'once' AND on_month = ? AND on_day = ?"
    " AND (on_year IS NULL OR on_year = ?)"
)
# On which day a feast falls is not known here, so everyone who keeps one is answered.
_FEASTS: Final = "SELECT person_uid, with_uid FROM occasion WHERE recurs = 'feast'"
# What was promised for no day is nobody's today: it stands on the card.
_OWED: Final = (
    "SELECT person_uid, NULL FROM promise WHERE status = 'owed'"
    " AND by_year * 10000 + coalesce(by_month, 1) * 100 + coalesce(by_day, 1) <= ?"
)
_OPEN: Final = (
    "SELECT person_uid, NULL FROM concern WHERE closed_on IS NULL"
    " AND since_year * 10000 + since_month * 100 + since_day >= ?"
)
# Whoever is to be told that something has come in.
_HERE: Final = "SELECT person_uid, NULL FROM wanted WHERE arrived_on IS NOT NULL AND told_on IS NULL"


def due_between(raw: Any, first: date, last: date) -> tuple[Uid, ...]:
    """Who has a day from first to last, a promise owed by last, something new to be asked after, or that has come in.

    29 February is answered on the 28th, the 29th and 1 March: which one someone keeps, the card knows.
    """
    asked: list[tuple[str, tuple[int, ...]]] = [
        (_FEASTS, ()),
        (_OWED, (_number(last),)),
        (_OPEN, (_number(first - _NEW_FOR),)),
        (_HERE, ()),
    ]
    for day in days_between(first, last):
        asked += [(sql, (day.month, day.day, day.year)) for sql in (_YEARLY, _ONCE)]
        if (day.month, day.day) in ((2, 28), (3, 1)):
            asked += [(sql, (2, 29, day.year)) for sql in (_YEARLY, _ONCE)]
    found: dict[Uid, None] = {}
    for sql, values in asked:
        for uids in raw.execute(sql, values):
            found.update((uid, None) for uid in uids if uid)
    return tuple(found)


def _number(day: date) -> int:
    return day.year * 10000 + day.month * 100 + day.day


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownPerson:
    """As much of someone as it takes to know them again in a contacts file."""

    uid: Uid
    source_uid: str
    name: Name
    phones: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()


_NAME: Final = listed(of(Person).fields["name"].columns)
_KNOWN: Final = f"SELECT id, uid, source_uid, {_NAME} FROM person WHERE id > ? ORDER BY id LIMIT {AT_ONCE}"


def known_people(raw: Any) -> Iterator[KnownPerson]:
    """Everybody in the book, in the order in which they were written down."""
    last = 0
    while rows := raw.execute(_KNOWN, (last,)).fetchall():
        told = {table: _of_owners(raw, table, last, rows[-1][0]) for table in ("tel", "email")}
        for _, uid, source, *cells in rows:
            yield KnownPerson(
                uid=uid,
                source_uid=source,
                name=name_from(cells),
                phones=tuple(told["tel"].get(uid, ())),
                emails=tuple(told["email"].get(uid, ())),
            )
        last = rows[-1][0]


def _of_owners(raw: Any, table: str, after: int, to: int) -> dict[Uid, list[str]]:
    found: dict[Uid, list[str]] = defaultdict(list)
    for uid, value in raw.execute(
        f"SELECT p.uid, t.value FROM person p JOIN {table} t ON t.owner_uid = p.uid"
        " WHERE p.id > ? AND p.id <= ? ORDER BY p.id, t.id",
        (after, to),
    ):
        found[uid].append(value)
    return found


def count(raw: Any) -> int:
    """How many people there are."""
    # Everybody has a row of a few bytes in the index: counted in person, they push all other pages out.
    # While a town that came in is still being made findable, some have none yet.
    everybody = raw.execute("SELECT reached IS NULL FROM name_keys").fetchone()
    counted = "named" if everybody and everybody[0] else "person"
    return int(raw.execute(f"SELECT count(*) FROM {counted}").fetchone()[0])


def are_fewer_than(raw: Any, number: int) -> bool:
    """Whether there are fewer people, without counting all of them."""
    return bool(raw.execute("SELECT count(*) < ?1 FROM (SELECT 1 FROM person LIMIT ?1)", (number,)).fetchone()[0])


def uids(database: SqliteDatabase, limit: int | None = None, after: Uid = "") -> tuple[Uid, ...]:
    """The uids of the people in the book, in the order in which they were written down."""
    asked = _PEOPLE.select(_PEOPLE.uid).order_by(_PEOPLE.id).limit(limit).tuples()
    if after:
        other = _PEOPLE.alias()
        asked = asked.where(_PEOPLE.id > other.select(other.id).where(other.uid == after))
    return tuple(row[0] for row in asked.execute(database))
