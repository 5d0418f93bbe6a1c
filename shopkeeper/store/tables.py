"""The book's tables: one for each kind of record, with its unbound peewee model, and those of the history.

No model knows a database: every query is executed on one that is handed to it, so nothing outside an open
Store can read or write. What is asked at every key (search, card) are prepared SQL strings instead.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from peewee import BlobField, IntegerField, Model, TextField
from peewee import Field as Column

from shopkeeper.domain.record import Record
from shopkeeper.domain.records import RECORDS
from shopkeeper.store.rows import Cell, Cells, Field, fields_of, reader_for, writer_for

_COLUMNS: Final[dict[str, type[Column]]] = {"TEXT": TextField, "INTEGER": IntegerField, "BLOB": BlobField}

# Records of a person or of a household name their owner in one column, which no foreign key can watch.
OWNER: Final = "owner_uid"
PERSON: Final = "person_uid"


def _model(table: str, columns: Sequence[tuple[str, str, bool]], key: str = "id") -> Any:
    made = {
        name: _COLUMNS[kind](null=optional, primary_key=name == key, column_name=name)
        for name, kind, optional in columns
    }
    about = {"table_name": table, "legacy_table_names": False, **({} if key else {"primary_key": False})}
    return type(table, (Model,), {**made, "Meta": type("Meta", (), about)})


@dataclass(frozen=True, slots=True)
class Table:
    """Where one kind of record is kept, and how it gets there and back."""

    record: type[Record]
    name: str
    fields: dict[str, Field]
    columns: tuple[str, ...]
    untold: Cells  # the cells of a row that was told nothing
    at: dict[str, int]  # where each column stands in a row
    owner: str  # the column that says whose it is: person_uid, owner_uid, or its own uid
    model: Any
    row: Callable[[Any], Cells]
    value: Callable[[Sequence[Cell]], Any]

    @property
    def kind(self) -> str:
        """The record's class name, as changes say it."""
        return self.record.__name__

    @property
    def listed(self) -> str:
        """The columns as SQL lists them."""
        return listed(self.columns)

    @property
    def references(self) -> tuple[tuple[str, str], ...]:
        """The columns that refer to other records, each with the table that it refers to ("" for either owner)."""
        return tuple(
            (column, _TARGETS.get(column, "person"))
            for f in self.fields.values()
            if f.is_reference and f.name != "uid"
            for column in f.columns
        )


_TARGETS: Final = {"household_uid": "household", "consent_uid": "consent", OWNER: ""}


def listed(columns: Sequence[str], of: str = "") -> str:
    """Columns as SQL lists them, each quoted, since some are called "on" and "by"."""
    return ", ".join(f'{of}"{column}"' for column in columns)


def table_name(record: type[Record]) -> str:
    """AllergyIntolerance is kept in allergy_intolerance."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", record.__name__).lower()


def _table(record: type[Record]) -> Table:
    found = fields_of(record)
    columns = tuple(column for f in found for column in f.columns)
    types = [said for f in found for said in zip(f.columns, f.types, f.optional, strict=True)]
    return Table(
        record=record,
        name=table_name(record),
        fields={f.name: f for f in found},
        columns=columns,
        untold=tuple(cell for f in found for cell in f.untold),
        at={column: place for place, column in enumerate(columns)},
        owner=next((c for c in (PERSON, OWNER) if c in columns), "uid"),
        model=_model(table_name(record), [("id", "INTEGER", False), *types]),
        row=writer_for(found),
        value=reader_for(record, found),
    )


TABLES: Final[dict[str, Table]] = {record.__name__: _table(record) for record in RECORDS}

ACT: Final = _model(
    "act",
    [
        ("id", "INTEGER", False),
        ("uid", "TEXT", False),
        ("name", "TEXT", False),
        ("by", "TEXT", False),
        ("at", "TEXT", False),
        ("undoes", "TEXT", True),
        ("passed_over", "INTEGER", False),
        ("stands", "INTEGER", False),
    ],
)
TOUCHED: Final = _model("touched", [("owner", "TEXT", False), ("act", "INTEGER", False)], key="")
SETTING: Final = _model("setting", [("name", "TEXT", False), ("value", "TEXT", False)], key="name")


def of(record: type[Record]) -> Table:
    """The table of a kind of record."""
    return TABLES[record.__name__]
