"""Taking acts back, and telling what they changed."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any, Final

from shopkeeper.domain.change import Act, Change, removed, taken_back
from shopkeeper.domain.phrase import Phrase, translate
from shopkeeper.domain.record import Record, Uid
from shopkeeper.store import journal, naming
from shopkeeper.store.apply import unhurried
from shopkeeper.store.many import THESE, in_chunks
from shopkeeper.store.rows import Cell, Cells
from shopkeeper.store.tables import TABLES

_OWNERS: Final = ("Person", "Household")


def taking_back(raw: Any, act: Act, changes: Iterable[Change], *, new_uid: Uid, at: datetime, by: str) -> Act:
    """The act that takes an act back by these changes."""
    return replace(
        act,
        uid=new_uid,
        name=_name_of_undo(raw, act),
        by=by,
        at=at,
        changes=tuple(changes),
        undoes=act.uid,
    )


def _name_of_undo(raw: Any, act: Act) -> Phrase:
    """What taking an act back is called: after what was done at first, however often that was turned round since."""
    first, is_done = act, True
    while first.undoes:
        first, is_done = journal.act_row(raw, first.undoes)[1], not is_done
    name = translate("Act", "Undo: {act}") if is_done else translate("Act", "Redo: {act}")
    return name.with_values(act=first.name)


def undo_of(raw: Any, act_uid: Uid, *, new_uid: Uid, at: datetime, by: str) -> Act:
    """The act that takes an act back. Conflict, naming what stands in the way, when what it made was changed since."""
    number, act = journal.act_row(raw, act_uid)
    entries = list(journal.entries_of(raw, number))
    changes: list[Change] = []
    with unhurried(len(entries)):
        for entry, row in _as_made(raw, entries):
            if entry.digest is not None and row is None:
                conflict = naming.changed_meanwhile(raw, entry.kind, entry.uid, None)
                raise naming.with_what_comes_first(raw, conflict, act_uid)
            changes.append(_change(entry, row))
        beside = _written_beside(raw, changes)
    back = (*map(removed, beside), *taken_back(changes))
    return taking_back(raw, act, back, new_uid=new_uid, at=at, by=by)


# Those who were made by an act go with what was noted beside it, as that they were here.
_BESIDE: Final = (
    f"SELECT DISTINCT a.id FROM touched t JOIN act a ON a.id = t.act WHERE t.owner IN {THESE}"
    " AND a.passed_over = 1 AND a.stands = 1 ORDER BY a.id"
)


def _written_beside(raw: Any, changes: Sequence[Change]) -> tuple[Record, ...]:
    """What acts that Ctrl+Z passes over wrote of those who were made, and nobody changed since."""
    made = {(change.kind, change.uid) for change in changes if change.field is None and change.before is None}
    owners = {uid for kind, uid in made if kind in _OWNERS}
    acts = {row[0] for some in in_chunks(owners) for row in raw.execute(_BESIDE, (json.dumps(some),)).fetchall()}
    return tuple(
        entry.table.value(row)
        for number in sorted(acts)
        for entry, row in _as_made(raw, list(journal.entries_of(raw, number)))
        if row is not None and (entry.kind, entry.uid) not in made and row[entry.table.at[entry.table.owner]] in owners
    )


def act(raw: Any, uid: Uid) -> Act:
    """An act with all its changes, each made record as it was when it was made."""
    number, found = journal.act_row(raw, uid)
    entries = list(journal.entries_of(raw, number))
    changes: list[Change] = []
    for entry, row in _as_made(raw, entries):
        if entry.digest is not None and row is None:
            later = journal.entries_about(raw, entry.kind, entry.uid, number)
            row = _walked_back(entry, later, _standing(raw, [entry]).get(entry.uid))
        changes.append(_change(entry, row))
    return replace(found, changes=tuple(changes))


def _change(entry: journal.Entry, row: Cells | None) -> Change:
    return journal.change_of(entry, None if row is None else entry.table.value(row))


def _as_made(raw: Any, entries: Sequence[journal.Entry]) -> Iterator[tuple[journal.Entry, Cells | None]]:
    """Each entry of an act, with the row of what it made; None where that was changed by a later act."""
    standing = _standing(raw, [e for e in entries if e.digest is not None])
    made = {e.uid: e.n for e in entries if e.digest is not None}
    own: dict[Uid, list[journal.Entry]] = defaultdict(list)
    for entry in entries:
        if entry.n > made.get(entry.uid, entry.n):
            own[entry.uid].append(entry)
    for entry in entries:
        row = None
        if entry.digest is not None:
            row = _walked_back(entry, reversed(own.get(entry.uid, [])), standing.get(entry.uid))
        yield entry, row


def _standing(raw: Any, entries: Iterable[journal.Entry]) -> dict[Uid, Cells]:
    """The rows of these records as they stand now."""
    wanted: dict[str, list[Uid]] = defaultdict(list)
    for entry in entries:
        wanted[entry.kind].append(entry.uid)
    found: dict[Uid, Cells] = {}
    for kind, uids in wanted.items():
        table = TABLES[kind]
        for some in in_chunks(uids):
            for row in raw.execute(
                f"SELECT {table.listed} FROM {table.name} WHERE uid IN {THESE}", (json.dumps(some),)
            ):
                found[row[0]] = tuple(row)
    return found


def _walked_back(made: journal.Entry, later: Iterable[journal.Entry], row: Sequence[Cell] | None) -> Cells | None:
    """From what stands now back through later changes, the newest first, to what was made; None if the way is lost."""
    columns = made.table.columns
    cells = None if row is None else dict(zip(columns, row, strict=True))
    for entry in later:
        if entry.field is None:
            cells = None if entry.before is None else dict(entry.before)
        elif cells is not None:
            cells.update(entry.before or {})
    if cells is None:
        return None
    back = tuple(cells[column] for column in columns)
    return back if journal.is_digest_of(made.digest, made.table, back) else None
