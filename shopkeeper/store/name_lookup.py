"""Looking names up: what the cascade of search/ asks of the tables, as prepared SQL.

What was typed reaches SQL as values and, within MATCH, as quoted words that hold nothing but letters and digits.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Final, Protocol

from shopkeeper.search.cascade import Row, Term, candidates
from shopkeeper.search.hit import Hit, hit_of
from shopkeeper.search.query import Query
from shopkeeper.search.rank import person_of

_NAMED: Final = "SELECT id, uid, shown, nick, kin FROM named WHERE id IN ({})"
_ROWS: Final = "SELECT rowid, own, alt, kin FROM ns WHERE ns MATCH ? LIMIT ?"
_BY_END: Final = (
    "SELECT tier << 40 | person_id, digits FROM phone_digits JOIN named ON named.id = person_id"
    " WHERE backwards >= ? AND backwards < ? LIMIT ?"
)
_BY_PART: Final = (
    "SELECT tier << 40 | person_id, phone_digits.digits FROM phone_parts"
    " JOIN phone_digits ON phone_digits.id = phone_parts.rowid JOIN named ON named.id = person_id"
    " WHERE phone_parts MATCH ? AND instr(phone_digits.digits, ?) LIMIT ?"
)
_BY_CODE: Final = "SELECT tier << 40 | person_id FROM scanned_code JOIN named ON named.id = person_id WHERE code = ?"


class Connection(Protocol):
    """As much of a DB-API connection as the index uses."""

    def execute(self, sql: str, parameters: Sequence[Any] = ..., /) -> Any:
        """Run one statement."""

    def executemany(self, sql: str, parameters: Iterable[Sequence[Any]], /) -> Any:
        """Run one statement for each row of values."""


class NameLookup:
    """Finds people by any part of any name, by telephone, by card and by kin."""

    def __init__(self, connection: Connection) -> None:
        """Stand on an open store."""
        self._connection = connection
        self._placeholders: dict[int, str] = {}

    def find(self, text: str | Query, limit: int = 20) -> tuple[Hit, ...]:
        """Whoever answers what was typed, best first."""
        query = text if isinstance(text, Query) else Query.parse(text)
        if not query or limit < 1:
            return ()
        found = candidates(query, self, limit)
        if not found:
            return ()
        ids = [person_of(one.row) for one in found]
        sql = self._placeholders.get(len(ids)) or self._placeholders.setdefault(
            len(ids), _NAMED.format(",".join("?" * len(ids)))
        )
        named = {row[0]: row for row in self._connection.execute(sql, ids)}
        return tuple(
            hit_of(one, query.words, *named[number][1:])
            for one, number in zip(found, ids, strict=True)
            if number in named
        )

    def names(self, all_of: Sequence[Sequence[Term]], limit: int) -> Sequence[Row]:
        """Rows that have, for every group, one of its terms; regulars first."""
        groups = ("(" + " OR ".join(_matching(term) for term in group) + ")" for group in all_of)
        rows: list[Row] = self._connection.execute(_ROWS, (" AND ".join(groups), limit)).fetchall()
        return rows

    def phones(self, digits: str, limit: int) -> Sequence[tuple[int, str]]:
        """Row numbers and telephone numbers that contain the digits, those that end with them first."""
        backwards = digits[::-1]
        found: list[tuple[int, str]] = self._connection.execute(_BY_END, (backwards, backwards + ":", limit)).fetchall()
        if len(found) < limit:
            parts = " AND ".join(f'"{digits[at : at + 3]}"' for at in range(len(digits) - 2))
            found += self._connection.execute(_BY_PART, (parts, digits, limit)).fetchall()
        whose: dict[int, str] = {}
        for row, number in found:
            whose.setdefault(row, number)
        return list(whose.items())

    def codes(self, code: str) -> Sequence[int]:
        """Row numbers of those whose card has this code."""
        return [row[0] for row in self._connection.execute(_BY_CODE, (code,))]


def _matching(term: Term) -> str:
    """A term as FTS5 reads it: quoted, so that NEAR and OR are words like any other."""
    return f'"{term.word}"' if term.whole else f'"{term.word}"*'
