"""Record <-> row: how each kind of field is spread over columns, once for all records.

Cells are what SQLite keeps: text, whole numbers, bytes or nothing. A name and a partial date take several
columns each, so that SQL can read the written name or find a birthday by month and day.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime
from enum import StrEnum
from functools import cache
from typing import Any, Final, TypeAlias, get_args, get_type_hints

from shopkeeper.domain.partial_date import PartialDate
from shopkeeper.domain.person import Name
from shopkeeper.domain.record import Record

Cell: TypeAlias = "str | int | bytes | None"
Cells: TypeAlias = "tuple[Cell, ...]"


@dataclass(frozen=True, slots=True)
class Codec:
    """How one field becomes cells and comes back. `suffixes` name its columns after the field's own name."""

    write: Callable[[Any], Cells]
    read: Callable[[Sequence[Cell]], Any]
    types: tuple[str, ...]
    suffixes: tuple[str, ...] = ("",)


def _one(kind: str, write: Callable[[Any], Cell], read: Callable[[Any], Any]) -> Codec:
    def write_or_none(value: Any) -> Cells:
        return (None,) if value is None else (write(value),)

    def read_or_none(cells: Sequence[Cell]) -> Any:
        cell = cells[0]
        return None if cell is None else read(cell)

    return Codec(write_or_none, read_or_none, (kind,))


def words_to_cell(words: tuple[str, ...]) -> str:
    """Several words in one cell; none of them is an empty cell, which most are."""
    return json.dumps(words, ensure_ascii=False) if words else ""


def words_from_cell(cell: Any) -> tuple[str, ...]:
    """The words of one cell."""
    return tuple(json.loads(cell)) if cell else ()


_PLAIN: Final = Codec(lambda value: (value,), lambda cells: cells[0], ("TEXT",))
_REFERENCE: Final = Codec(lambda value: (value or None,), lambda cells: cells[0] or "", ("TEXT",))
_WORDS: Final = Codec(lambda value: (words_to_cell(value),), lambda cells: words_from_cell(cells[0]), ("TEXT",))

_NAME_PARTS: Final = tuple(f.name for f in fields(Name))
_NICKNAMES: Final = _NAME_PARTS.index("nicknames")


def _name_cells(name: Name) -> Cells:
    return tuple(words_to_cell(name.nicknames) if part == "nicknames" else getattr(name, part) for part in _NAME_PARTS)


def name_from(cells: Sequence[Cell]) -> Name:
    """The name that is spread over these cells."""
    values: list[Any] = list(cells)
    values[_NICKNAMES] = words_from_cell(values[_NICKNAMES])
    return Name(**dict(zip(_NAME_PARTS, values, strict=True)))


_NAME: Final = Codec(_name_cells, name_from, ("TEXT",) * len(_NAME_PARTS), tuple(f"_{part}" for part in _NAME_PARTS))


def _partial_cells(day: PartialDate | None) -> Cells:
    if day is None:
        return (None,) * 5
    return (day.year, day.month, day.day, int(day.about), day.said)


def _partial_from(cells: Sequence[Any]) -> PartialDate | None:
    year, month, day, about, said = cells
    # "about" is never empty where something was told, even if only that it was asked.
    return None if about is None else PartialDate(year=year, month=month, day=day, about=bool(about), said=said)


_PARTIAL: Final = Codec(
    _partial_cells,
    _partial_from,
    ("INTEGER", "INTEGER", "INTEGER", "INTEGER", "TEXT"),
    ("_year", "_month", "_day", "_about", "_said"),
)

_CODECS: Final[dict[object, Codec]] = {
    str: _PLAIN,
    bytes: Codec(lambda value: (value,), lambda cells: cells[0], ("BLOB",)),
    int: _one("INTEGER", int, int),
    bool: _one("INTEGER", int, bool),
    date: _one("TEXT", date.isoformat, date.fromisoformat),
    datetime: _one("TEXT", datetime.isoformat, datetime.fromisoformat),
    tuple: _WORDS,
    Name: _NAME,
    PartialDate: _PARTIAL,
}


@cache
def _enum_codec(kind: type[StrEnum]) -> Codec:
    return _one("TEXT", lambda value: kind(value).value, kind)


def codec_for(hint: Any, written: str) -> Codec:
    """The codec for a field: `hint` is its type, `written` is how the type stands in the source.

    A Uid is a reference: where there is none the cell is empty, so that SQLite can watch over it.
    """
    if written == "Uid":
        return _REFERENCE
    kinds = [kind for kind in get_args(hint) or (hint,) if kind is not type(None) and kind is not Ellipsis]
    if getattr(hint, "__origin__", None) is tuple:
        return _CODECS[tuple]
    kind = kinds[0]
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return _enum_codec(kind)
    return _CODECS[kind]


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a record and the columns that it takes."""

    name: str
    columns: tuple[str, ...]
    types: tuple[str, ...]
    optional: bool  # whether its cells may be empty
    is_reference: bool
    first: int  # where its cells begin in a row
    codec: Codec

    def cells_in(self, row: Sequence[Cell]) -> Cells:
        """This field's cells in a whole row."""
        return tuple(row[self.first : self.first + len(self.columns)])


def fields_of(record: type[Record]) -> tuple[Field, ...]:
    """Every field of a kind of record with its columns, in the order in which they are declared."""
    hints = get_type_hints(record)
    found: list[Field] = []
    first = 0
    for f in fields(record):
        codec = codec_for(hints[f.name], str(f.type))
        found.append(
            Field(
                name=f.name,
                columns=tuple(f.name + suffix for suffix in codec.suffixes),
                types=codec.types,
                optional=type(None) in get_args(hints[f.name]) or (f.type == "Uid" and f.default == ""),
                is_reference=f.type == "Uid",
                first=first,
                codec=codec,
            )
        )
        first += len(codec.suffixes)
    return tuple(found)


def writer_for(record_fields: tuple[Field, ...]) -> Callable[[Any], Cells]:
    """A function that turns a record of these fields into its row."""
    pairs = tuple((f.name, f.codec.write) for f in record_fields)

    def row(record: Any) -> Cells:
        cells: list[Cell] = []
        for name, write in pairs:
            cells += write(getattr(record, name))
        return tuple(cells)

    return row


def reader_for(record: type[Record], record_fields: tuple[Field, ...]) -> Callable[[Sequence[Cell]], Any]:
    """A function that turns a row back into its record."""
    parts = tuple((f.name, f.first, f.first + len(f.columns), f.codec.read) for f in record_fields)

    def value(row: Sequence[Cell]) -> Any:
        return record(**{name: read(row[first:last]) for name, first, last, read in parts})

    return value
