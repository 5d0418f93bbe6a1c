"""Taking acts back, and telling what they changed."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any, Final

from shopkeeper.domain.change import Act, Change, taken_back
from shopkeeper.domain.phrase import Phrase, translate
from shopkeeper.domain.record import Uid
from shopkeeper.store import journal, naming
from shopkeeper.store.rows import Cell, Cells
from shopkeeper.store.tables import TABLES

_CHUNK: Final = 500


def name_of_undo(act: Act, back: Act | None = None) -> Phrase:
    """What taking an act back is called; taking back an undoing is a redoing of what it took back."""
    if back is not None:
        return translate("Act", "Redo: {act}").with_values(act=back.name)
    return translate("Act", "Undo: {act}").with_values(act=act.name)


def undo_of(raw: Any, act_uid: Uid, *, new_uid: Uid, at: datetime, by: str) -> Act:
    """The act that takes an act back. Conflict, naming what stands in the way, when what it made was changed since."""
    number, act = journal.act_row(raw, act_uid)
    entries = list(journal.entries_of(raw, number))
    made = _standing(raw, (e for e in entries if e.digest is not None))
    changes: list[Change] = []
    for entry in entries:
        whole = None
        if entry.digest is not None:
            row = made.get((entry.kind, entry.uid))
            if row is None or journal.digest_of(entry.table.columns, row) != entry.digest:
                raise naming.changed_meanwhile(raw, entry.kind, entry.uid, None)
            whole = entry.table.value(row)
        changes.append(journal.change_of(entry, whole))
    back = journal.act_row(raw, act.undoes)[1] if act.undoes else None
    return Act(
        uid=new_uid,
        name=name_of_undo(act, back),
        by=by,
        at=at,
        changes=taken_back(changes),
        undoes=act_uid,
        passed_over=act.passed_over,
    )


def act(raw: Any, uid: Uid) -> Act:
    """An act with all its changes, each made record as it was when it was made."""
    number, found = journal.act_row(raw, uid)
    entries = list(journal.entries_of(raw, number))
    made = _standing(raw, (e for e in entries if e.digest is not None))
    changes = []
    for entry in entries:
        whole = None
        if entry.digest is not None:
            row = made.get((entry.kind, entry.uid))
            if row is None or journal.digest_of(entry.table.columns, row) != entry.digest:
                row = _as_made(raw, number, entry, row)
            whole = None if row is None else entry.table.value(row)
        changes.append(journal.change_of(entry, whole))
    return Act(
        uid=found.uid,
        name=found.name,
        by=found.by,
        at=found.at,
        changes=tuple(changes),
        undoes=found.undoes,
        passed_over=found.passed_over,
    )


def _standing(raw: Any, entries: Iterable[journal.Entry]) -> dict[tuple[str, Uid], Cells]:
    """The rows of these records as they stand now."""
    wanted: dict[str, list[Uid]] = defaultdict(list)
    for entry in entries:
        wanted[entry.kind].append(entry.uid)
    found: dict[tuple[str, Uid], Cells] = {}
    for kind, uids in wanted.items():
        table = TABLES[kind]
        sql = f"SELECT {table.listed} FROM {table.name} WHERE uid IN (SELECT value FROM json_each(?))"
        for at in range(0, len(uids), _CHUNK):
            for row in raw.execute(sql, (json.dumps(uids[at : at + _CHUNK]),)):
                found[kind, row[0]] = tuple(row)
    return found


def _as_made(raw: Any, number: int, made: journal.Entry, row: Sequence[Cell] | None) -> Cells | None:
    """Walk back from what stands now, through every later change, to what was made; None when the way is lost."""
    columns = made.table.columns
    cells = None if row is None else dict(zip(columns, row, strict=True))
    for entry in journal.entries_about(raw, made.kind, made.uid, number):
        if entry.field is not None and cells is not None:
            cells.update(entry.before or {})
        elif entry.field is None:
            cells = None if entry.before is None else dict(entry.before)
    if cells is None:
        return None
    back = tuple(cells[column] for column in columns)
    return back if journal.digest_of(columns, back) == made.digest else None
