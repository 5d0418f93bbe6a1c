"""Rows: what a form asks about a record, declared as data. Each reads its value from the record and writes it back."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, TypeAlias, TypeVar, cast

from shopkeeper.domain.partial_date import LeapDay, PartialDate
from shopkeeper.domain.person import Name
from shopkeeper.domain.phrase import Phrase
from shopkeeper.domain.record import Record, Uid

T = TypeVar("T")
# A value that can be chosen, and the words for it.
Option: TypeAlias = "tuple[Any, Phrase]"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One question of a form: which field of the record it is about, and what it is called."""

    path: str  # "substance", or "name.given" for a part of a part
    label: Phrase
    hint: Phrase | None = None
    needed: bool = False  # without it there is nothing to keep
    half: bool = False  # may stand beside another of these
    stamps: str = ""  # the field that is set to today when this one changes

    def read(self, record: Record) -> Any:
        """What the record says here."""
        return _part(record, self.path)

    def write(self, record: Record, value: Any) -> Record:
        """The record with another value here."""
        return with_part(record, self.path, value)

    def is_filled(self, record: Record) -> bool:
        """Whether anything stands here."""
        return bool(self.read(record))


@dataclass(frozen=True, slots=True, kw_only=True)
class Line(Row):
    """Words on one line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NamePart(Line):
    """A part of a name. The whole name follows it, as long as the whole is nothing but its parts."""

    def write(self, record: Record, value: str) -> Record:
        """The part, and the whole name where it was made of parts."""
        before: Name = _part(record, "name")
        changed = Row.write(self, record, value)
        if before.formatted not in ("", str(replace(before, formatted=""))):
            return changed
        after = replace(_part(changed, "name"), formatted="")
        return with_part(changed, "name.formatted", str(after))


@dataclass(frozen=True, slots=True, kw_only=True)
class Lines(Row):
    """Words on several lines."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Several(Row):
    """Several short words on one line, parted by commas."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Number(Row):
    """A number, or nothing."""

    most: int = 200

    def is_filled(self, record: Record) -> bool:
        """Nought is an answer too."""
        return self.read(record) is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice(Row):
    """One of a few answers; of many, those after the usual ones are unfolded."""

    options: tuple[Option, ...]
    usual: int = 8

    def is_filled(self, record: Record) -> bool:
        """Every value is an answer; whether anybody gave it, only the field knows."""
        return True


@dataclass(frozen=True, slots=True, kw_only=True)
class Day(Row):
    """A whole day of the calendar, or none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told(Row):
    """A day as far as it was told; with `leap`, how one born on 29 February keeps it is asked too."""

    leap: str = ""
    may_be_missing: bool = False  # the record's field is None, not an empty date, when nothing was told

    def read(self, record: Record) -> tuple[PartialDate, LeapDay]:
        """The date, and on which day it is kept in a common year."""
        on = _part(record, self.path) or PartialDate()
        return on, _part(record, self.leap) if self.leap else LeapDay.FEBRUARY_28

    def write(self, record: Record, value: tuple[PartialDate, LeapDay]) -> Record:
        """Both of them."""
        on, leap = value
        record = with_part(record, self.path, None if self.may_be_missing and on == PartialDate() else on)
        return with_part(record, self.leap, leap) if self.leap else record

    def is_filled(self, record: Record) -> bool:
        """Whether anything was told."""
        return self.read(record)[0] != PartialDate()


@dataclass(frozen=True, slots=True, kw_only=True)
class Who(Row):
    """Somebody: one who has a card, or, where the record has room for it, just a name."""

    name: str = ""  # the field for a name without a card; empty: only people with a card can be chosen

    def read(self, record: Record) -> tuple[Uid, str]:
        """The uid, and the name for one who has no card."""
        return _part(record, self.path), _part(record, self.name) if self.name else ""

    def write(self, record: Record, value: tuple[Uid, str]) -> Record:
        """Both of them."""
        uid, words = value
        record = with_part(record, self.path, uid)
        return with_part(record, self.name, words) if self.name else record

    def is_filled(self, record: Record) -> bool:
        """Whether anybody was named."""
        return any(self.read(record))


@dataclass(frozen=True, slots=True, kw_only=True)
class Known(Line):
    """Words that were often used before, such as the neighbours people are sent to: one press each."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Small:
    """A list of small records that belong to the one the form is about: its telephones, its addresses."""

    kind: type[Record]
    label: Phrase
    add: Phrase
    remove: Phrase
    rows: tuple[Row, ...]


def _part(thing: Any, path: str) -> Any:
    for name in path.split("."):
        thing = getattr(thing, name)
    return thing


def with_part(thing: T, path: str, value: Any) -> T:
    """The same thing with another value in one of its parts, or in a part of a part."""
    name, _, rest = path.partition(".")
    part = with_part(getattr(thing, name), rest, value) if rest else value
    return cast("T", replace(cast("Any", thing), **{name: part}))
