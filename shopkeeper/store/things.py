"""Remembered things: the pet, the interest, the trade, the street by which someone can be found who has no name yet.

Only what may be said aloud at a counter is here, and the words of notes that are not private. Nobody is found by an
allergy, an illness, a loss, a kindness or what must not be mentioned: people are not to be browsed by those.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Final, NamedTuple

from shopkeeper.search.fold import tokens
from shopkeeper.search.hit import SEPARATOR
from shopkeeper.store.gone import NOT_GONE
from shopkeeper.store.many import THESE
from shopkeeper.store.statements import Connection

# Before a piece of a note: what somebody wrote in passing is asked last, and never taken for a street or a trade.
NOTE_MARK: Final = "\x1d"
_MOST: Final = 24  # of one person
_LONGEST: Final = 80  # letters of one thing
_AT_HAND: Final = 5  # letters: the longest beginning in the schema's prefix index
_LOOKED_THROUGH: Final = 80  # before longer words are asked for
_MOST_READ: Final = 480  # where the words may be of different things
_MOST_CALLED: Final = 10_000  # regulars first
_MOST_WORDS: Final = 4000
_LIST: Final = "CREATE VIRTUAL TABLE IF NOT EXISTS temp.thing_by_instance USING fts5vocab(main, thing, instance)"
_NEXT_WORD: Final = f"SELECT term FROM temp.thing_by_instance WHERE term >= ? AND doc {NOT_GONE} LIMIT 1"
_AMONG: Final = f"SELECT rowid, words, shown FROM thing WHERE rowid IN {THESE} ORDER BY rowid"
_ANSWERING: Final = f"SELECT rowid, words, shown FROM thing WHERE thing MATCH ? AND rowid {NOT_GONE} LIMIT ?"
_CALLED: Final = (
    # The + keeps SQLite from asking the index once for each of them.
    "SELECT rowid, words, shown FROM thing WHERE thing MATCH ? AND +rowid IN"
    f" (SELECT rowid FROM ns WHERE ns MATCH ? LIMIT {_MOST_CALLED}) AND rowid {NOT_GONE} LIMIT ?"
)


class Things(NamedTuple):
    """What is remembered of one person, as it is searched and as it is shown; each thing in its place in both."""

    words: str = ""
    shown: str = ""

    @classmethod
    def of(cls, told: Iterable[str]) -> Things:
        """The things as a table keeps them."""
        kept: dict[str, bool] = {}
        for thing in told:
            kept.setdefault(" ".join(thing.split())[:_LONGEST], thing.startswith(NOTE_MARK))
        read = ((NOTE_MARK * is_note, tokens(thing), thing) for thing, is_note in kept.items())
        some = [(mark + " ".join(words), thing) for mark, words, thing in read if words][:_MOST]
        return cls(*map(SEPARATOR.join, zip(*some, strict=True))) if some else cls()

    def answering(self, typed: Sequence[str]) -> str | None:
        """The first thing, notes left out, in which every word typed begins a word."""
        for place, words in enumerate(self.words.split(SEPARATOR)):
            if words.startswith(NOTE_MARK):
                continue
            if all(words.startswith(beginning) or f" {beginning}" in words for beginning in typed):
                return self.shown.split(SEPARATOR)[place]
        return None

    def together(self, typed: Sequence[str]) -> str | None:
        """The things, notes among them, in which the words typed begin a word; None where one begins none."""
        places: dict[int, None] = {}
        things = self.words.replace(NOTE_MARK, " ").split(SEPARATOR)
        for beginning in typed:
            said = (place for place, words in enumerate(things) if f" {beginning}" in f" {words}")
            if (place := next(said, None)) is None:
                return None
            places[place] = None
        shown = self.shown.split(SEPARATOR)
        return " · ".join(shown[place] for place in places)


class ThingRows:
    """The table of remembered things: one row for each person of whom there is anything."""

    def __init__(self, connection: Connection) -> None:
        """Stand on an open store."""
        self._connection = connection
        self._words: dict[str, tuple[str, ...]] = {}  # by how they begin, until anything is written
        self._written = 0

    def of(self, row: int) -> Things:
        """What is remembered of the person with this row number."""
        found = self._connection.execute("SELECT words, shown FROM thing WHERE rowid = ?", (row,)).fetchone()
        return Things() if found is None else Things(*found)

    def answering(
        self, typed: Sequence[str], limit: int, among: Sequence[int] = (), called: str = ""
    ) -> list[tuple[int, str]]:
        """Row numbers of those of whom something is remembered that has all these beginnings, and that thing.

        Of these rows alone where any are given, or of those whose names match.
        """
        if not typed:
            return []
        run = self._connection.execute
        if among:
            return _saying(run(_AMONG, (json.dumps(among),)), typed, limit)
        # Longer words than those that the table keeps at hand would be gathered from all who have them first: there
        # one finds enough of what many have by its beginning, and quickly gathers what few have.
        at_hand, whole = ({word[:most] for word in typed if len(word) > 1} for most in (_AT_HAND, None))
        if not at_hand:
            return []
        sql, names = (_CALLED, (called,)) if called else (_ANSWERING, ())
        if at_hand != whole:
            rows = run(sql, (_matching(at_hand), *names, _LOOKED_THROUGH)).fetchall()
            found = _saying(rows, typed, limit)
            if len(rows) < _LOOKED_THROUGH or len(found) >= limit:
                return found
        most = limit if len(typed) == 1 else _MOST_READ
        return _saying(run(sql, (_matching(whole), *names, most)), typed, limit)

    def together(self, typed: Sequence[str], limit: int) -> list[tuple[int, str]]:
        """Row numbers of those of whom all these beginnings are told, in notes or in several things, and which."""
        whole = {word for word in typed if len(word) > 1}
        rows = self._connection.execute(_ANSWERING, (_matching(whole), limit)) if whole else ()
        found = ((row, Things(*things).together(typed)) for row, *things in rows)
        return [(row, things) for row, things in found if things is not None]

    def words(self, beginning: str) -> tuple[str, ...]:
        """Words of what is remembered of anybody that begin so, in the order of the alphabet."""
        (written,) = self._connection.execute("SELECT total_changes()").fetchone()
        if written != self._written:
            self._words, self._written = {}, written
        if beginning not in self._words:
            self._words[beginning] = tuple(islice(self._listed(beginning), _MOST_WORDS))
        return self._words[beginning]

    def _listed(self, beginning: str) -> Iterator[str]:
        self._connection.execute(_LIST)
        after = beginning
        while row := self._connection.execute(_NEXT_WORD, (after,)).fetchone():
            word = row[0]
            if not word.startswith(beginning):
                return
            yield word
            # A space comes before every letter: the next word, without a step for each of those who have this one.
            after = word + " "

    def write(self, people: Iterable[tuple[int, Things]]) -> None:
        """Write down what is remembered of people of whom the table says nothing yet."""
        rows = sorted((row, *things) for row, things in people if things.words)
        self._connection.executemany("INSERT INTO thing (rowid, words, shown) VALUES (?, ?, ?)", rows)


def _matching(beginnings: set[str]) -> str:
    return " AND ".join(f'"{beginning}"*' for beginning in sorted(beginnings))


def _saying(rows: Iterable[tuple[int, str, str]], typed: Sequence[str], limit: int) -> list[tuple[int, str]]:
    """Those rows that hold a thing in which every word typed begins a word, and that thing."""
    found = ((row, Things(*things).answering(typed)) for row, *things in rows)
    return list(islice(((row, thing) for row, thing in found if thing is not None), limit))
