"""Writing an act down: every change is checked against what is written, all of them are kept, or none."""

from __future__ import annotations

import gc
import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, Final

from sqlcipher3 import dbapi2

from shopkeeper.domain.change import Act, Change
from shopkeeper.domain.person import Person
from shopkeeper.domain.record import Uid
from shopkeeper.store import journal, naming
from shopkeeper.store.connection import writing
from shopkeeper.store.entries import entries
from shopkeeper.store.errors import Conflict, StoreError
from shopkeeper.store.many import THESE, in_chunks
from shopkeeper.store.names import NameIndex
from shopkeeper.store.rows import Cell, Cells
from shopkeeper.store.tables import OWNER, PERSON, TABLES, Table

# Up to so many things are a hand's work: more is an import, which is written in bulk.
_FEW: Final = 200
MAKE: Final = "make"
EDIT: Final = "edit"
REMOVE: Final = "remove"
# After so many the index is brought into shape at once: a sixth of a second that a hundred later edits would pay for.
_MANY: Final = 1000
_REFERRED_TO: Final = ("Person", "Household", "Consent")


@dataclass(slots=True)
class Step:
    """One change on its way into the book: the record's whole row before and after."""

    n: int
    change: Change
    table: Table
    verb: str
    before: Cells | None = None
    after: Cells | None = None
    place: int | None = None

    def said(self, column: str) -> set[Uid]:
        """The uids that stand in a column before and after."""
        at = self.table.at[column]
        return {str(row[at]) for row in (self.before, self.after) if row is not None and row[at]}


def write(raw: Any, index: NameIndex, act: Act, version: int) -> None:
    """Write an act down in one transaction, with its history and the name index."""
    with unhurried(len(act.changes)):
        try:
            _write(raw, index, act, version)
        except Conflict as conflict:
            raise (naming.with_what_comes_first(raw, conflict, act.undoes) if act.undoes else conflict) from conflict


@contextmanager
def unhurried(changes: int) -> Iterator[None]:
    """Python's search for rubbish, put off while many records are written: each round would look at all of them."""
    pause = changes > _FEW and gc.isenabled()
    if pause:
        gc.disable()
    try:
        yield
    finally:
        if pause:
            gc.enable()


def _write(raw: Any, index: NameIndex, act: Act, version: int) -> None:
    steps = [prepared(n, change) for n, change in enumerate(act.changes)]
    with writing(raw, lambda: in_the_way(raw, steps)):
        if act.undoes:
            journal.act_row(raw, act.undoes)
            places = journal.places_of_removed(raw, act.undoes)
            for step in steps:
                step.place = places.get((step.change.kind, step.change.uid)) if step.verb == MAKE else None
        write_down(raw, journal.begin(raw, act), steps, version)
        touched = Touched()
        touched.by(steps)
        _index(raw, index, touched)


def write_down(raw: Any, number: int, steps: Sequence[Step], version: int) -> None:
    """Write the steps of the act of this number, and its history."""
    for table, batch in _batches(steps):
        if batch:
            _WRITE[batch[0].verb](raw, table, batch)
    _refuse_orphans(raw, steps)
    journal.write(raw, number, (_entry(step) for step in steps), _owners(steps), version)


def prepared(n: int, change: Change) -> Step:
    """A change as the step that it is in its act, with the row that it makes or takes out."""
    table = TABLES[change.kind]
    if change.field is not None:
        return Step(n, change, table, EDIT)
    verb = MAKE if change.before is None else REMOVE
    whole = change.after if verb == MAKE else change.before
    if type(whole) is not table.record or whole.uid != change.uid:
        raise ValueError(f"a {change.kind} is made or removed as the whole record of this uid")
    row = table.row(whole)
    return Step(n, change, table, verb, None, row) if verb == MAKE else Step(n, change, table, verb, row)


def _batches(steps: Sequence[Step]) -> Iterator[tuple[Table, list[Step]]]:
    """The steps in an order in which every reference holds: making in the order of RECORDS, removing against it.

    Where one act does several things to the same record, its own order is the only right one.
    """
    verbs: dict[Uid, str] = {}
    if any(verbs.setdefault(s.change.uid, s.verb) != s.verb for s in steps):
        yield from ((step.table, [step]) for step in steps)
        return
    found: dict[tuple[str, str], list[Step]] = defaultdict(list)
    for step in steps:
        # Edits keep the order of the act, whatever they are of: two of one field follow each other.
        found[step.verb, "" if step.verb == EDIT else step.change.kind].append(step)
    for kind in TABLES:
        yield TABLES[kind], found[MAKE, kind]
    yield from ((step.table, [step]) for step in found[EDIT, ""])
    for kind in reversed(TABLES):
        yield TABLES[kind], found[REMOVE, kind]


def _make(raw: Any, table: Table, batch: list[Step]) -> None:
    holes = ", ".join("?" * (len(table.columns) + 1))
    try:
        raw.executemany(
            f"INSERT INTO {table.name} (id, {table.listed}) VALUES ({holes})",
            ((step.place, *(step.after or ())) for step in batch),
        )
    except dbapi2.IntegrityError as error:
        for some in in_chunks([step.change.uid for step in batch]):
            row = raw.execute(
                f"SELECT uid FROM {table.name} WHERE uid IN {THESE} LIMIT 1",
                (json.dumps(some),),
            ).fetchone()
            if row is not None and "UNIQUE" in str(error):
                raise naming.already_written(raw, table.kind, row[0]) from error
        raise


def _edit(raw: Any, table: Table, batch: list[Step]) -> None:
    for step in batch:
        change = step.change
        field = table.fields[change.field or ""]
        row = raw.execute(f"SELECT {table.listed} FROM {table.name} WHERE uid = ?", (change.uid,)).fetchone()
        if row is None or field.cells_in(row) != field.codec.write(change.before):
            raise naming.changed_meanwhile(raw, change.kind, change.uid, change.field)
        cells = field.codec.write(change.after)
        step.before = tuple(row)
        step.after = (*row[: field.first], *cells, *row[field.first + len(cells) :])
        told = ", ".join(f'"{column}" = ?' for column in field.columns)
        raw.execute(f"UPDATE {table.name} SET {told} WHERE uid = ?", (*cells, change.uid))


def _remove(raw: Any, table: Table, batch: list[Step]) -> None:
    for some in in_chunks(batch):
        these = json.dumps([step.change.uid for step in some])
        where = f"WHERE uid IN {THESE}"
        found = {row[1]: row for row in raw.execute(f"SELECT id, {table.listed} FROM {table.name} {where}", (these,))}
        for step in some:
            row = found.get(step.change.uid)
            if row is None or tuple(row[1:]) != step.before:
                raise naming.changed_meanwhile(raw, table.kind, step.change.uid, _first_difference(step, row))
            step.place = row[0]
        raw.execute(f"DELETE FROM {table.name} {where}", (these,))


_WRITE: Final[dict[str, Callable[[Any, Table, list[Step]], None]]] = {MAKE: _make, EDIT: _edit, REMOVE: _remove}


def _first_difference(step: Step, row: Sequence[Cell] | None) -> str | None:
    if row is None or step.before is None:
        return None
    return next((f.name for f in step.table.fields.values() if f.cells_in(step.before) != f.cells_in(row[1:])), None)


def _owners(steps: Sequence[Step]) -> set[Uid]:
    """Whose cards and households are touched: where something goes from one to another, both."""
    owners: set[Uid] = set()
    for step in steps:
        at = step.table.at[step.table.owner]
        owners.update(str(row[at]) for row in (step.before, step.after) if row is not None)
    return owners


def _entry(step: Step) -> journal.Entry:
    table, change = step.table, step.change
    row = step.after if step.after is not None else step.before
    if row is None:
        raise AssertionError("every step has been written")
    entry = journal.Entry(step.n, change.kind, change.uid, change.field)
    if step.verb == MAKE:
        entry.digest = journal.digest_of(table, row)
    elif step.verb == REMOVE:
        entry.before = {"id": step.place, **dict(zip(table.columns, row, strict=True))}
    else:
        field = table.fields[change.field or ""]
        entry.before = dict(zip(field.columns, field.cells_in(step.before or ()), strict=True))
        entry.after = dict(zip(field.columns, field.cells_in(step.after or ()), strict=True))
    return entry


def _refuse_orphans(raw: Any, steps: Sequence[Step]) -> None:
    """What belongs to a person or to a household must have one of them: no foreign key can say "either"."""
    needed: dict[Uid, Step] = {}
    for step in steps:
        if step.table.owner == OWNER and step.after is not None:
            needed[str(step.after[step.table.at[OWNER]])] = step
    for some in in_chunks(needed):
        row = raw.execute(
            "SELECT value FROM json_each(?) WHERE value NOT IN (SELECT uid FROM person)"
            " AND value NOT IN (SELECT uid FROM household) LIMIT 1",
            (json.dumps(some),),
        ).fetchone()
        if row is not None:
            raise naming.about_nobody(needed[row[0]].change.kind, needed[row[0]].change.uid)
    if (conflict := _still_refers(raw, steps, lambda target: target == "")) is not None:
        raise conflict


def _still_refers(raw: Any, steps: Sequence[Step], watched: Callable[[str], bool]) -> Conflict | None:
    """The first record that stays and speaks of something that is gone."""
    gone = {s.change.uid: s.change.before for s in steps if s.verb == REMOVE and s.change.kind in _REFERRED_TO}
    referring = [(table, column) for table in TABLES.values() for column, target in table.references if watched(target)]
    for some in in_chunks(gone):
        for table, column in referring:
            row = raw.execute(
                f'SELECT uid, "{column}" FROM {table.name} WHERE "{column}" IN {THESE} LIMIT 1',
                (json.dumps(some),),
            ).fetchone()
            if row is not None:
                return naming.still_needed(raw, table.kind, row[0], str(getattr(gone[row[1]], "name", "")))
    return None


def in_the_way(raw: Any, steps: Sequence[Step]) -> StoreError | None:
    """Why the references do not hold, said before the transaction is rolled back."""
    if (conflict := _still_refers(raw, steps, lambda target: target != "")) is not None:
        return conflict
    for step in steps:
        for column, target in step.table.references:
            for uid in step.said(column) if target and step.after is not None else ():
                if raw.execute(f"SELECT 1 FROM {target} WHERE uid = ?", (uid,)).fetchone() is None:
                    return naming.about_nobody(step.change.kind, step.change.uid)
    return None


# Which columns of which records decide what the name index says of whom.
TOLD_BY: Final = {
    "Relationship": (PERSON, "related_uid"),
    "Membership": (PERSON,),
    "Tel": (OWNER,),
    "Code": (PERSON,),
    "Visit": (PERSON,),
    "Pet": (OWNER,),
    "Adr": (OWNER,),
    "Interest": (PERSON,),
    "Note": (PERSON,),
    "Loss": (PERSON,),
    "OptOut": (PERSON,),
}
# Of a person's own fields, those of which it says nothing.
_UNTOLD: Final = ("language", "categories", "here_since", "source_uid", "extras")


@dataclass(slots=True)
class Touched:
    """Of whom the name index has to be told anew, when everything is written."""

    people: dict[Uid, None] = field(default_factory=dict)
    made: dict[Uid, Person] = field(default_factory=dict)  # need not be read again
    renamed: list[Uid] = field(default_factory=list)
    gone: set[Uid] = field(default_factory=set)
    households: set[Uid] = field(default_factory=set)

    def by(self, steps: Iterable[Step]) -> None:
        """Hear what these steps have changed."""
        for step in steps:
            kind = step.change.kind
            if kind == "Person":
                if step.verb == REMOVE:
                    self.gone.add(step.change.uid)
                    continue
                self._person(step)
            if kind == "OptOut":
                # Nobody is found through them any more.
                self.renamed += step.said(PERSON)
            for column in TOLD_BY.get(kind, ()):
                self.people.update(dict.fromkeys(step.said(column)))
            if OWNER in TOLD_BY.get(kind, ()):
                self.households |= step.said(OWNER)

    def _person(self, step: Step) -> None:
        if step.change.field in _UNTOLD:
            return
        uid = step.change.uid
        self.gone.discard(uid)
        self.people[uid] = None
        if step.verb != MAKE:
            self.made.pop(uid, None)
            self.renamed.append(uid)
        else:
            self.made[uid] = step.change.after

    def reach(self, raw: Any) -> None:
        """Go on to those of whom the index tells something through them."""
        for some in in_chunks(self.households):
            self.people.update(_column(raw, "SELECT person_uid FROM membership WHERE household_uid IN {these}", some))
        for some in in_chunks(self.renamed):
            for one, other in (("person_uid", "related_uid"), ("related_uid", "person_uid")):
                self.people.update(_column(raw, f"SELECT {one} FROM relationship WHERE {other} IN {{these}}", some))


def _index(raw: Any, index: NameIndex, touched: Touched) -> None:
    touched.reach(raw)
    people, gone = touched.people, touched.gone
    for uid in gone:
        people.pop(uid, None)
    if len(people) + len(gone) <= _FEW:
        index.drop(*gone)
        index.put(*entries(raw, people))
        return
    # Of so many at once, the tidying leaves nothing either.
    index.overwrite(False)
    index.drop(*gone, at_once=True)
    index.put_many(entries(raw, people, touched.made))
    index.tidy()
    index.overwrite(True)


def _column(raw: Any, sql: str, uids: list[Uid]) -> dict[Uid, None]:
    rows = raw.execute(sql.format(these=THESE), (json.dumps(uids),)).fetchall()
    return dict.fromkeys(row[0] for row in rows)
