"""Record <-> row: how each kind of field is spread over columns, once for all records.

Cells are what SQLite keeps: text, whole numbers, bytes or nothing. A name and a partial date take several
columns each, so that SQL can read the written name or find a birthday by month and day.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import MISSING, dataclass, fields
from dataclasses import Field as Declared
from datetime import date, datetime
from enum import StrEnum
from operator import attrgetter
from typing import Any, Final, TypeAlias, get_args, get_type_hints

from shopkeeper.domain.partial_date import PartialDate
from shopkeeper.domain.person import Name
from shopkeeper.domain.record import Record

Cell: TypeAlias = "str | int | bytes | None"
Cells: TypeAlias = "tuple[Cell, ...]"


@dataclass(frozen=True, slots=True)
class Part:
    """One column of a field: what its name ends in, the attribute it comes from, and how that becomes a cell."""

    type: str
    suffix: str = ""
    attribute: str = ""  # of the field's value; empty: the value itself
    write: Callable[[Any], Cell] | None = None  # None: it is a cell already
    optional: bool = False  # whether its cell may be empty although the field has a value


@dataclass(frozen=True, slots=True)
class Codec:
    """How one field becomes cells, one for each part, and comes back."""

    parts: tuple[Part, ...]
    read: Callable[[Sequence[Any]], Any]

    def write(self, value: Any) -> Cells:
        """The cells of one value."""
        found = (getattr(value, part.attribute) if part.attribute else value for part in self.parts)
        return tuple(cell if p.write is None else p.write(cell) for p, cell in zip(self.parts, found, strict=True))


def _first(cells: Sequence[Any]) -> Any:
    return cells[0]


def _one(kind: str, write: Callable[[Any], Cell], read: Callable[[Any], Any]) -> Codec:
    def write_or_none(value: Any) -> Cell:
        return None if value is None else write(value)

    def read_or_none(cells: Sequence[Any]) -> Any:
        cell = cells[0]
        return None if cell is None else read(cell)

    return Codec((Part(kind, write=write_or_none),), read_or_none)


def words_to_cell(words: tuple[str, ...]) -> str:
    """Several words in one cell; none of them is an empty cell, which most are."""
    return json.dumps(words, ensure_ascii=False) if words else ""


def words_from_cell(cell: Any) -> tuple[str, ...]:
    """The words of one cell."""
    return tuple(json.loads(cell)) if cell else ()


_PLAIN: Final = Codec((Part("TEXT"),), _first)
_REFERENCE: Final = Codec((Part("TEXT", write=lambda uid: uid or None),), lambda cells: cells[0] or "")
_WORDS: Final = Codec((Part("TEXT", write=words_to_cell),), lambda cells: words_from_cell(cells[0]))

_NAME_PARTS: Final = tuple(f.name for f in fields(Name))
_NICKNAMES: Final = _NAME_PARTS.index("nicknames")


def name_from(cells: Sequence[Cell]) -> Name:
    """The name that is spread over these cells."""
    values: list[Any] = list(cells)
    values[_NICKNAMES] = words_from_cell(values[_NICKNAMES])
    return Name(**dict(zip(_NAME_PARTS, values, strict=True)))


_NAME: Final = Codec(
    tuple(
        Part("TEXT", f"_{part}", part, words_to_cell if place == _NICKNAMES else None)
        for place, part in enumerate(_NAME_PARTS)
    ),
    name_from,
)


def _partial_from(cells: Sequence[Any]) -> PartialDate | None:
    year, month, day, about, said = cells
    # "about" is never empty where something was told, even if only that it was asked.
    return None if about is None else PartialDate(year=year, month=month, day=day, about=bool(about), said=said)


_PARTIAL: Final = Codec(
    (
        Part("INTEGER", "_year", write=lambda day: None if day is None else day.year, optional=True),
        Part("INTEGER", "_month", write=lambda day: None if day is None else day.month, optional=True),
        Part("INTEGER", "_day", write=lambda day: None if day is None else day.day, optional=True),
        Part("INTEGER", "_about", write=lambda day: None if day is None else int(day.about)),
        Part("TEXT", "_said", write=lambda day: None if day is None else day.said),
    ),
    _partial_from,
)

_CODECS: Final[dict[object, Codec]] = {
    str: _PLAIN,
    bytes: Codec((Part("BLOB"),), _first),
    int: Codec((Part("INTEGER"),), _first),
    bool: _one("INTEGER", int, bool),
    date: _one("TEXT", date.isoformat, date.fromisoformat),
    datetime: _one("TEXT", datetime.isoformat, datetime.fromisoformat),
    tuple: _WORDS,
    Name: _NAME,
    PartialDate: _PARTIAL,
}


def _enum_codec(kind: type[StrEnum]) -> Codec:
    return _one("TEXT", str, kind)


def codec_for(hint: Any, written: str) -> Codec:
    """The codec for a field: `hint` is its type, `written` is how the type stands in the source.

    A Uid is a reference: where there is none the cell is empty, so that SQLite can watch over it.
    """
    if written == "Uid":
        return _REFERENCE
    if getattr(hint, "__origin__", None) is tuple:
        return _CODECS[tuple]
    kind = next(kind for kind in get_args(hint) or (hint,) if kind is not type(None))
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return _enum_codec(kind)
    return _CODECS[kind]


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a record and the columns that it takes."""

    name: str
    columns: tuple[str, ...]
    types: tuple[str, ...]
    optional: tuple[bool, ...]  # which of its cells may be empty
    is_reference: bool
    first: int  # where its cells begin in a row
    untold: Cells  # its cells while nothing was told; None where something always is
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
                columns=tuple(f.name + part.suffix for part in codec.parts),
                types=tuple(part.type for part in codec.parts),
                optional=tuple(
                    part.optional or type(None) in get_args(hints[f.name]) or (f.type == "Uid" and f.default == "")
                    for part in codec.parts
                ),
                is_reference=f.type == "Uid",
                first=first,
                untold=_untold(f, hints[f.name], codec),
                codec=codec,
            )
        )
        first += len(codec.parts)
    return tuple(found)


def _untold(f: Declared[Any], hint: Any, codec: Codec) -> Cells:
    if f.default is not MISSING:
        return codec.write(f.default)
    if f.default_factory is not MISSING:
        return codec.write(f.default_factory())
    return codec.write(Name()) if hint is Name else (None,) * len(codec.parts)


def writer_for(record_fields: tuple[Field, ...]) -> Callable[[Any], Cells]:
    """A function that turns a record of these fields into its row.

    Half a million records come in at once, so what can be fetched in one go is: only few cells need work.
    """
    parts = [(f.name, part) for f in record_fields for part in f.codec.parts]
    fetch = attrgetter(*(f"{name}.{part.attribute}" if part.attribute else name for name, part in parts))
    work = tuple((place, part.write) for place, (_, part) in enumerate(parts) if part.write is not None)

    def row(record: Any) -> Cells:
        cells = list(fetch(record))
        for place, write in work:
            cells[place] = write(cells[place])
        return tuple(cells)

    return row


def reader_for(record: type[Record], record_fields: tuple[Field, ...]) -> Callable[[Sequence[Cell]], Any]:
    """A function that turns a row back into its record: most cells are what they say."""
    as_kept = tuple((f.name, f.first) for f in record_fields if f.codec.read is _first)
    work = tuple((f.name, f.first, f.first + len(f.columns), f.codec.read) for f in record_fields)
    work = tuple(part for part in work if part[3] is not _first)

    def value(row: Sequence[Cell]) -> Any:
        values: dict[str, Any] = {name: row[place] for name, place in as_kept}
        for name, first, last, read in work:
            values[name] = read(row[first:last])
        return record(**values)

    return value
