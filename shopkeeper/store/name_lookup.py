"""Looking names up: what the cascade of search/ asks of the tables, as prepared SQL.

What was typed reaches SQL as values and, within MATCH, as quoted words that hold nothing but letters and digits.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Final, TypeAlias

from shopkeeper.search.cascade import Row, Search, Term, always
from shopkeeper.search.hit import Hit, hit_of
from shopkeeper.search.names import NO_NAMES, Names
from shopkeeper.search.query import Query
from shopkeeper.search.rank import person_of
from shopkeeper.search.slips import LONGEST_BEGINNING, neighbourhood
from shopkeeper.store.choices import Choices
from shopkeeper.store.gone import NOT_GONE
from shopkeeper.store.many import THESE
from shopkeeper.store.statements import Connection
from shopkeeper.store.things import ThingRows

_NAMED: Final = f"SELECT id, uid, shown, nick, kin FROM named WHERE id IN {THESE}"
_ROWS: Final = f"SELECT rowid, own, alt, kin FROM ns WHERE ns MATCH ? AND rowid {NOT_GONE} LIMIT ?"
_THESE_ROWS: Final = f"SELECT rowid, own, alt, kin FROM ns WHERE rowid IN {THESE}"
_MOST_CALLED: Final = 10_000  # regulars first
_CALLED: Final = f" AND named.row IN (SELECT rowid FROM ns WHERE ns MATCH ? LIMIT {_MOST_CALLED})"
_BY_END: Final = (
    "SELECT named.row, digits FROM phone_digits JOIN named ON named.id = person_id"
    " WHERE backwards >= ? AND backwards < ?"
)
_BY_PART: Final = (
    "SELECT named.row, phone_digits.digits FROM phone_parts"
    " JOIN phone_digits ON phone_digits.id = phone_parts.rowid JOIN named ON named.id = person_id"
    " WHERE phone_parts MATCH ? AND instr(phone_digits.digits, ?)"
)
_AT_MOST: Final = " LIMIT ?"
_BEGINNING: Final = "SELECT df FROM pfx WHERE p = ?"
_SLIPS: Final = "SELECT p, df FROM pv JOIN pfx ON pfx.id = pv.rowid WHERE pv MATCH ? LIMIT 500"
_SOUNDING: Final = "SELECT t, df FROM term WHERE skel = ? ORDER BY df DESC, t LIMIT 60"
_BY_CODE: Final = "SELECT named.row FROM scanned_code JOIN named ON named.id = person_id WHERE code = ?"

# What does something with the tables: as it is, or with more care.
Within: TypeAlias = "Callable[[Callable[[], tuple[Hit, ...]]], tuple[Hit, ...]]"


def simply(do: Callable[[], tuple[Hit, ...]]) -> tuple[Hit, ...]:
    """Do it, whatever comes of it."""
    return do()


class NameLookup:
    """Finds people by any part of any name, by telephone, by card and by kin."""

    def __init__(self, connection: Connection) -> None:
        """Stand on an open store."""
        self._connection = connection
        self._things = ThingRows(connection)
        self._choices = Choices(connection)

    def look(self, text: str | Query, limit: int = 20, names: Names = NO_NAMES, within: Within = simply) -> Finding:
        """A search that has not begun yet, and may be broken off and taken up again; it asks the tables `within`."""
        query = text if isinstance(text, Query) else Query.parse(text)
        return Finding(self._connection, query, lambda: Search(query, self, names, limit), within)

    def find(self, text: str | Query, limit: int = 20, names: Names = NO_NAMES) -> tuple[Hit, ...]:
        """Whoever answers what was typed, best first."""
        return self.look(text, limit, names).go_on()

    def names(self, all_of: Sequence[Sequence[Term]], limit: int) -> Sequence[Row]:
        """Rows that have, for every group, one of its terms; regulars first."""
        rows: list[Row] = self._connection.execute(_ROWS, (_matching_all(all_of), limit)).fetchall()
        return rows

    def rows(self, numbers: Sequence[int]) -> Sequence[Row]:
        """The rows with these numbers, as far as there are such."""
        rows: list[Row] = self._connection.execute(_THESE_ROWS, (json.dumps(numbers),)).fetchall()
        return rows

    def phones(self, digits: str, limit: int, *, called: Sequence[str] = ()) -> Sequence[tuple[int, str]]:
        """Row numbers and telephone numbers that contain the digits, those that end with them first.

        Of those alone who are called so, if anything is given.
        """
        run, backwards = self._connection.execute, digits[::-1]
        further = (_CALLED if called else "") + _AT_MOST
        bounds = (*([_called(called)] if called else ()), limit)
        found: list[tuple[int, str]] = run(_BY_END + further, (backwards, backwards + ":", *bounds)).fetchall()
        if len(found) < limit:
            parts = " AND ".join(f'"{digits[at : at + 3]}"' for at in range(len(digits) - 2))
            found += run(_BY_PART + further, (parts, digits, *bounds)).fetchall()
        whose: dict[int, str] = {}
        for row, number in found:
            whose.setdefault(row, number)
        return list(whose.items())

    def codes(self, code: str) -> Sequence[int]:
        """Row numbers of those whose card has this code."""
        return [row[0] for row in self._connection.execute(_BY_CODE, (code,))]

    def beginnings(self, word: str) -> int:
        """How many people have a word that begins so: exact for 3 to 7 letters, longer words by their first 7."""
        row = self._connection.execute(_BEGINNING, (word[:LONGEST_BEGINNING],)).fetchone()
        return 0 if row is None else int(row[0])

    def slips(self, word: str) -> Sequence[tuple[str, int]]:
        """Known beginnings that share a neighbour with the word's own, and how many people have each; at most 500."""
        near = " OR ".join(f'"{part}"' for part in sorted(neighbourhood(word[:LONGEST_BEGINNING])) if part)
        found: list[tuple[str, int]] = self._connection.execute(_SLIPS, (near,)).fetchall() if near else []
        return found

    def sounding(self, sound: str) -> Sequence[tuple[str, int]]:
        """Known Latin words of this skeleton, the commonest first, at most 60, and how many people have each."""
        found: list[tuple[str, int]] = self._connection.execute(_SOUNDING, (sound,)).fetchall() if sound else []
        return found

    def remembered(
        self, words: Sequence[str], limit: int, *, among: Sequence[int] = (), called: Sequence[str] = ()
    ) -> Sequence[tuple[int, str]]:
        """Row numbers of those of whom something is remembered that has all these beginnings, and that thing.

        Of these rows alone where any are given, or of those alone who are called so.
        """
        return self._things.answering(words, limit, among, _called(called))

    def all_told(self, words: Sequence[str], limit: int) -> Sequence[tuple[int, str]]:
        """Row numbers of those of whom all these beginnings are told, in notes or in several things, and which."""
        return self._things.together(words, limit)

    def told(self, beginning: str) -> Sequence[str]:
        """Words of what is remembered of anybody that begin so, at most 4,000."""
        return self._things.words(beginning)

    def chosen(self, typed: str) -> Mapping[int, int]:
        """Who was chosen before when this, or what it begins, was typed: the person's own number, and how often."""
        return self._choices.chosen(typed)


class Finding:
    """Whoever answers what was typed, as far as the search has come."""

    def __init__(self, connection: Connection, query: Query, begin: Callable[[], Search], within: Within) -> None:
        """Ask nothing yet."""
        self._connection = connection
        self._query = query
        self._begin = begin
        self._within = within
        self._search: Search | None = None
        self._hits: dict[int, Hit] = {}  # by row number
        self._as_of: tuple[int, int] | None = None

    @property
    def is_done(self) -> bool:
        """Whether going on would find nobody else."""
        return self._search is not None and self._search.is_done

    def go_on(self, may_go_on: Callable[[], bool] = always) -> tuple[Hit, ...]:
        """All found so far, best first; what is found later only ever stands below, unless the book has changed."""
        return self._within(lambda: self._found(may_go_on))

    def _found(self, may_go_on: Callable[[], bool]) -> tuple[Hit, ...]:
        if self._as_of != (now := self._moment()):
            self._search, self._hits, self._as_of = None, {}, now
        # What is broken off in the middle is begun again: it may have been the index that was, and is whole again.
        search, self._search = self._search or self._begin(), None
        found = search.go_on(may_go_on)
        new = {person_of(one.row): one for one in found if one.row not in self._hits}
        if new:
            words = self._query.words
            for number, *named in self._connection.execute(_NAMED, (json.dumps(list(new)),)):
                self._hits[new[number].row] = hit_of(new[number], words, *named)
        self._search = search
        return tuple([self._hits[one.row] for one in found if one.row in self._hits])

    def _moment(self) -> tuple[int, int]:
        """A number for what other processes have written to the book, and one for what this one has."""
        (others,) = self._connection.execute("PRAGMA data_version").fetchone()
        (own,) = self._connection.execute("SELECT total_changes()").fetchone()
        return others, own


def _matching_all(all_of: Sequence[Sequence[Term]]) -> str:
    """One term of every group."""
    return " AND ".join(["(" + " OR ".join(map(_matching, group)) + ")" for group in all_of])


def _called(names: Sequence[str]) -> str:
    return _matching_all([[Term(name)] for name in names])


def _matching(term: Term) -> str:
    """A term as FTS5 reads it: quoted, so that NEAR and OR are words like any other."""
    return f'"{term.word}"' if term.whole else f'"{term.word}"*'
