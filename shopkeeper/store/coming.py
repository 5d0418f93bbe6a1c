"""A long act: more changes than are held at once, and still all of them are kept, or none.

What it makes waits beside the book, in tables of this connection that are nowhere but in memory. When the last change
has come it all goes into the book in one go, and only for so long does anybody else wait who has something to write.
The name index follows, some people at a time: killed meanwhile, it is renewed from there on (renewal.py).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import suppress
from itertools import chain
from typing import Any, Final

from sqlcipher3 import dbapi2

from shopkeeper.domain.change import Act, Change
from shopkeeper.domain.record import Uid
from shopkeeper.store import journal, naming, renewal
from shopkeeper.store.apply import MAKE, TOLD_BY, Step, Touched, in_the_way, prepared, unhurried, write_down
from shopkeeper.store.connection import IN_PLAIN_WORDS, writing
from shopkeeper.store.errors import Conflict, StoreError
from shopkeeper.store.many import in_chunks
from shopkeeper.store.names import NameIndex
from shopkeeper.store.tables import OWNER, TABLES, Table

_AT_ONCE: Final = 2_000


def write_long(
    raw: Any, index: NameIndex, act: Act, changes: Iterable[Change], version: int, progress: renewal.Telling
) -> None:
    """Write an act down of which only a part is ever in memory; it makes and edits, and takes nothing out."""
    owed = _written(raw, index, act, changes, version)
    # The act stands by now. People who could not be made findable are owed, and `renew` makes good for it.
    with suppress(StoreError), IN_PLAIN_WORDS:
        renewal.make_good(raw, index, owed, progress)


def _written(raw: Any, index: NameIndex, act: Act, changes: Iterable[Change], version: int) -> renewal.Owed:
    coming, edits = Coming(raw), list[Step]()
    with unhurried(_AT_ONCE):
        try:
            for some in in_chunks(enumerate(changes), _AT_ONCE):
                steps = [prepared(n, change) for n, change in some]
                coming.take(step for step in steps if step.verb == MAKE)
                edits += (step for step in steps if step.verb != MAKE)
            with writing(raw, lambda: coming.in_the_way() or in_the_way(raw, edits)):
                number, last = journal.begin(raw, act), renewal.last_person(raw)
                coming.enter(number, version)
                write_down(raw, number, edits, version)
                touched = Touched()
                touched.by(edits)
                coming.touch(touched)
                touched.reach(raw)
                return renewal.owe(raw, index, last, touched.people)
        finally:
            coming.leave()


class Coming:
    """The tables beside the book: for each kind of record one like its own, with the record's place in the act."""

    def __init__(self, raw: Any) -> None:
        """Begin with an empty table for people: whoever else comes may belong to one of them."""
        self._raw = raw
        self._tables: list[Table] = []
        self._table("Person")

    def take(self, steps: Iterable[Step]) -> None:
        """Let these records wait."""
        rows: dict[str, list[tuple[Any, ...]]] = defaultdict(list)
        for step in steps:
            row = step.after or ()
            rows[step.table.kind].append((step.n, journal.digest_of(step.table, row), *row))
        # One transaction beside the book, which locks nobody out.
        self._raw.execute("BEGIN")
        try:
            for kind, some in rows.items():
                table = self._table(kind)
                self._raw.executemany(f"INSERT INTO {_beside(table)} VALUES ({_holes(table)})", some)
        finally:
            self._raw.execute("COMMIT")

    def enter(self, act: int, version: int) -> None:
        """Write all of them into the book, with the history of the act of this number."""
        run = self._raw.execute
        for table in self._in_order():
            sql = f"INSERT INTO main.{table.name} ({table.listed}) SELECT {table.listed} FROM {_beside(table)}"
            try:
                run(f"{sql} ORDER BY n")
            except dbapi2.IntegrityError as error:
                raise self._already_written(table) or error from error
        for table in self._in_order():
            self._refuse_orphans(table)
        told = " UNION ALL ".join(
            f"SELECT n, '{table.kind}', uid, digest FROM {_beside(table)}" for table in self._in_order()
        )
        run(
            "INSERT INTO journal (act, n, version, kind, uid, digest)"
            f" SELECT ?, n, ?, kind, uid, digest FROM (SELECT 0 AS n, '' AS kind, '' AS uid, '' AS digest WHERE 0"
            f" UNION ALL {told}) ORDER BY n",
            (act, version),
        )
        owners = " UNION ".join(f'SELECT "{table.owner}" FROM {_beside(table)}' for table in self._in_order())
        run(f"INSERT OR IGNORE INTO touched (owner, act) SELECT *, ? FROM ({owners})", (act,))

    def touch(self, touched: Touched) -> None:
        """Tell who was in the book before, and has become known by something that came."""
        for table in self._in_order():
            for column in TOLD_BY.get(table.kind, ()):
                uids = self._strangers(table, column)
                touched.people.update(dict.fromkeys(uids))
                if column == OWNER:
                    touched.households |= set(uids)

    def in_the_way(self) -> StoreError | None:
        """Why the references of what came do not hold, before the transaction is rolled back."""
        for table in self._in_order():
            for column, target in table.references:
                if target and (uid := self._lost(table, column, target)):
                    return naming.about_nobody(table.kind, uid)
        return None

    def leave(self) -> None:
        """Keep nothing of it in memory."""
        while self._tables:
            self._raw.execute(f"DROP TABLE {_beside(self._tables.pop())}")

    def _table(self, kind: str) -> Table:
        table = TABLES[kind]
        if table not in self._tables:
            self._tables.append(table)
            self._raw.execute(f"CREATE TABLE {_beside(table)} (n INTEGER PRIMARY KEY, digest, {table.listed})")
        return table

    def _in_order(self) -> Iterator[Table]:
        """What is referred to first."""
        return (table for table in TABLES.values() if table in self._tables)

    def _strangers(self, table: Table, column: str) -> list[Uid]:
        """Whom records that came speak of, and who did not come with them."""
        sql = (
            f'SELECT DISTINCT "{column}" FROM {_beside(table)} WHERE "{column}" IS NOT NULL'
            f' AND "{column}" NOT IN (SELECT uid FROM {_beside(TABLES["Person"])})'
        )
        return [uid for (uid,) in self._raw.execute(sql)]

    def _lost(self, table: Table, column: str, *targets: str) -> Uid:
        """The first record that speaks of somebody who is in none of these tables."""
        nowhere = " AND ".join(f'"{column}" NOT IN (SELECT uid FROM main.{target})' for target in targets)
        sql = f'SELECT uid FROM {_beside(table)} WHERE "{column}" IS NOT NULL AND {nowhere} LIMIT 1'
        return next(chain.from_iterable(self._raw.execute(sql)), "")

    def _refuse_orphans(self, table: Table) -> None:
        """What belongs to a person or to a household must have one of them: no foreign key can say "either"."""
        if table.owner == OWNER and (uid := self._lost(table, OWNER, "person", "household")):
            raise naming.about_nobody(table.kind, uid)

    def _already_written(self, table: Table) -> Conflict | None:
        sql = f"SELECT uid FROM {_beside(table)} WHERE uid IN (SELECT uid FROM main.{table.name}) LIMIT 1"
        row = self._raw.execute(sql).fetchone()
        return None if row is None else naming.already_written(self._raw, table.kind, row[0])


def _beside(table: Table) -> str:
    return f"temp.coming_{table.name}"


def _holes(table: Table) -> str:
    return ", ".join("?" * (len(table.columns) + 2))
