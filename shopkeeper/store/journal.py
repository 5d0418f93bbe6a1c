"""The book's history: which act changed what, so that every act can be taken back exactly, also years later.

A changed field is kept before and after, a removed record whole, and of a made one only a digest of what it
was: an import does not write the book twice, and yet cannot be undone over something newer.
"""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import blake2b
from itertools import compress
from operator import ne
from typing import Any, Final

from shopkeeper.domain.change import Act, Change
from shopkeeper.domain.phrase import Phrase, Value
from shopkeeper.domain.record import Uid
from shopkeeper.store.errors import ActMissing
from shopkeeper.store.migrations import UPGRADES
from shopkeeper.store.rows import Cell
from shopkeeper.store.tables import TABLES, Table

_HEADING: Final = 'SELECT id, uid, name, "by", at, undoes, passed_over FROM act'
_FIRST_DIGEST: Final = 8
_ENTRY: Final = "SELECT n, version, kind, uid, field, before, after, digest FROM journal"


def phrase_to_text(phrase: Phrase) -> str:
    """A sentence with its values, as JSON."""
    return json.dumps(_phrase_parts(phrase), ensure_ascii=False)


def _phrase_parts(phrase: Phrase) -> list[Any]:
    values = [[name, *_value_parts(value)] for name, value in phrase.values]
    return [phrase.context, phrase.text, phrase.comment, phrase.n, values]


def _value_parts(value: object) -> tuple[str, Any]:
    match value:
        case Phrase():
            return "phrase", _phrase_parts(value)
        case date():
            return "day", value.isoformat()
        case _:
            return "plain", value


def phrase_from_text(text: str) -> Phrase:
    """The sentence that was kept as JSON."""
    return _phrase_from(json.loads(text))


def _phrase_from(parts: Sequence[Any]) -> Phrase:
    context, text, comment, n, values = parts
    return Phrase(context, text, comment, n, tuple((name, _value_from(kind, value)) for name, kind, value in values))


def _value_from(kind: str, value: Any) -> Value:
    match kind:
        case "phrase":
            return _phrase_from(value)
        case "day":
            return date.fromisoformat(value)
        case _:
            return value  # type: ignore[no-any-return]  # a word or a number, as JSON kept it


def cells_to_text(cells: Mapping[str, Cell]) -> str:
    """Cells by their columns, as JSON; a picture's bytes are written as letters."""
    return json.dumps(
        {c: {"bytes": b64encode(v).decode()} if isinstance(v, bytes) else v for c, v in cells.items()},
        ensure_ascii=False,
    )


def cells_from_text(text: str) -> dict[str, Cell]:
    """The cells that were kept as JSON."""
    return {c: b64decode(v["bytes"]) if isinstance(v, dict) else v for c, v in json.loads(text).items()}


def digest_of(table: Table, row: Sequence[Cell]) -> bytes:
    """What a row was, in twelve bytes. What was never told does not count, so that a later schema may add columns."""
    cells = zip(table.columns, row, strict=True)
    told = [f"{column}={cell!r}" for column, cell in compress(cells, map(ne, row, table.untold))]
    return blake2b("\n".join(told).encode(), digest_size=12).digest()


def _first_digest_of(table: Table, row: Sequence[Cell]) -> bytes:
    """What a row was, as the first books have it: eight bytes, and no empty cell differs from a no or a nought."""
    told = [
        f"{column}\x1f{cell!r}" if isinstance(cell, bytes) else f"{column}\x1f{cell}"
        for column, cell in zip(table.columns, row, strict=True)
        if cell
    ]
    return blake2b("\x1e".join(told).encode("utf-8", "surrogatepass"), digest_size=_FIRST_DIGEST).digest()


def is_digest_of(digest: bytes | None, table: Table, row: Sequence[Cell]) -> bool:
    """Whether this is the row of which the journal kept no more than a digest."""
    if digest is not None and len(digest) == _FIRST_DIGEST:
        return digest == _first_digest_of(table, row)
    return digest == digest_of(table, row)


@dataclass(slots=True)
class Entry:
    """One row of the journal, as it stands in the file or is about to."""

    n: int
    kind: str
    uid: Uid
    field: str | None = None
    before: dict[str, Cell] | None = None
    after: dict[str, Cell] | None = None
    digest: bytes | None = None

    @property
    def table(self) -> Table:
        """The table of the record that it speaks of."""
        return TABLES[self.kind]


def begin(raw: Any, act: Act) -> int:
    """Add an act to the history, and settle which acts stand: undoing one takes back what it took back. Its number."""
    raw.execute(
        'INSERT INTO act (uid, name, "by", at, undoes, passed_over, stands) VALUES (?, ?, ?, ?, ?, ?, 1)',
        (act.uid, phrase_to_text(act.name), act.by, act.at.isoformat(), act.undoes or None, int(act.passed_over)),
    )
    stands, undone = 0, act.undoes
    while undone:
        raw.execute("UPDATE act SET stands = ? WHERE uid = ?", (stands, undone))
        stands, undone = 1 - stands, act_row(raw, undone)[1].undoes
    return int(raw.execute("SELECT id FROM act WHERE uid = ?", (act.uid,)).fetchone()[0])


def write(raw: Any, number: int, entries: Iterable[Entry], owners: Iterable[Uid], version: int) -> None:
    """Keep what an act, or a part of a long one, has changed, and whose cards it touched."""
    raw.executemany(
        "INSERT INTO journal (act, n, version, kind, uid, field, before, after, digest)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            (
                number,
                e.n,
                version,
                e.kind,
                e.uid,
                e.field,
                None if e.before is None else cells_to_text(e.before),
                None if e.after is None else cells_to_text(e.after),
                e.digest,
            )
            for e in entries
        ),
    )
    touched = ((owner, number) for owner in sorted(owners))
    raw.executemany("INSERT OR IGNORE INTO touched (owner, act) VALUES (?, ?)", touched)


def changes_in(raw: Any, act_uid: Uid) -> int:
    """How many changes an act has."""
    found = raw.execute("SELECT count(*) FROM journal WHERE act = (SELECT id FROM act WHERE uid = ?)", (act_uid,))
    return int(found.fetchone()[0])


def entries_of(raw: Any, number: int) -> Iterator[Entry]:
    """What an act changed, in its own order and in today's words."""
    return map(_entry, raw.execute(_ENTRY + " WHERE act = ? ORDER BY n", (number,)))


def entries_about(raw: Any, kind: str, uid: Uid, after: int) -> Iterator[Entry]:
    """What happened to one record after an act, the newest first."""
    rows = raw.execute(_ENTRY + " WHERE uid = ? AND kind = ? AND act > ? ORDER BY act DESC, n DESC", (uid, kind, after))
    return map(_entry, rows)


def _entry(row: Sequence[Any]) -> Entry:
    n, version, kind, uid, field, before, after, digest = row
    today, old = _today(version, kind, before)
    _, new = _today(version, kind, after)
    return Entry(n, today, uid, field, old, new, digest)


def _today(version: int, kind: str, text: str | None) -> tuple[str, dict[str, Cell] | None]:
    words: Any = (kind, {} if text is None else cells_from_text(text))
    while version in UPGRADES:
        words = UPGRADES[version](words)
        version += 1
    return words[0], None if text is None else words[1]


def places_of_removed(raw: Any, act_uid: Uid) -> dict[tuple[str, Uid], int]:
    """Where the records stood that an act took out, so that undoing it puts each back in its own place."""
    rows = raw.execute(
        "SELECT j.kind, j.uid, json_extract(j.before, '$.id') FROM journal j JOIN act a ON a.id = j.act"
        " WHERE a.uid = ? AND j.field IS NULL AND j.before IS NOT NULL",
        (act_uid,),
    )
    return {(kind, uid): place for kind, uid, place in rows}


def heading(row: Sequence[Any]) -> tuple[int, Act]:
    """An act's number and the act without its changes."""
    number, uid, name, by, at, undoes, passed_over = row
    return number, Act(
        uid=uid,
        name=phrase_from_text(name),
        by=by,
        at=datetime.fromisoformat(at),
        undoes=undoes or "",
        passed_over=bool(passed_over),
    )


def act_row(raw: Any, uid: Uid) -> tuple[int, Act]:
    """The act of this uid, without its changes; ActMissing when the history has none."""
    row = raw.execute(_HEADING + " WHERE uid = ?", (uid,)).fetchone()
    if row is None:
        raise ActMissing
    return heading(row)


def change_of(entry: Entry, made: Any = None) -> Change:
    """The change that a journal row speaks of; for a made record, `made` is what it was."""
    table = entry.table
    if entry.field is None:
        before = None if entry.before is None else table.value([entry.before[c] for c in table.columns])
        return Change(kind=entry.kind, uid=entry.uid, before=before, after=made)
    field = table.fields[entry.field]
    sides = [field.codec.read([side[c] for c in field.columns]) for side in (entry.before or {}, entry.after or {})]
    return Change(kind=entry.kind, uid=entry.uid, field=entry.field, before=sides[0], after=sides[1])
