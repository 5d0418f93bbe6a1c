"""Change: one field of one record, before and after. Act: named changes by someone at a time, undone as a whole."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from datetime import datetime
from typing import Any

from shopkeeper.domain.phrase import Phrase
from shopkeeper.domain.record import Record, Uid


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One field of one record, from one value to another.

    With no field the whole record is made (before is None) or removed (after is None).
    """

    kind: str  # the record's class name: "Person", "Tel", "AllergyIntolerance"
    uid: Uid
    field: str | None = None
    before: Any = None
    after: Any = None

    def inverse(self) -> Change:
        """The change that takes this one back."""
        return replace(self, before=self.after, after=self.before)


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """Something a shopkeeper did: a name, an author, a time, and the changes that belong together."""

    uid: Uid
    name: Phrase
    by: str = ""  # staff initials, where the shop uses them
    at: datetime
    changes: tuple[Change, ...] = ()
    undoes: Uid = ""  # the act that this one takes back
    passed_over: bool = False  # Ctrl+Z passes over it: a visit


def made(record: Record) -> Change:
    """The change that writes a new record down."""
    return Change(kind=type(record).__name__, uid=record.uid, after=record)


def removed(record: Record) -> Change:
    """The change that takes a record out."""
    return Change(kind=type(record).__name__, uid=record.uid, before=record)


def edited(before: Record, after: Record) -> tuple[Change, ...]:
    """The changes from one state of a record to another: one for each field that differs."""
    if type(before) is not type(after) or before.uid != after.uid:
        raise ValueError("an edit is between two states of one record")
    names = (f.name for f in fields(before) if f.name != "uid")
    return tuple(
        Change(
            kind=type(before).__name__,
            uid=before.uid,
            field=name,
            before=getattr(before, name),
            after=getattr(after, name),
        )
        for name in names
        if getattr(before, name) != getattr(after, name)
    )


def taken_back(changes: Iterable[Change]) -> tuple[Change, ...]:
    """The changes that undo these, the last one first."""
    return tuple(change.inverse() for change in reversed(tuple(changes)))
