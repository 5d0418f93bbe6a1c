"""The vocabulary: every word by which somebody is called, every beginning of one, and how many people have it.

It is counted in the transaction of the edit, so a word is known at once and one that nobody has any more is gone.
What it holds is always what stands in `ns` and is not gone, whoever's rules those rows were made by.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from shopkeeper.search.fold import MARKS
from shopkeeper.search.phonetic import skeleton
from shopkeeper.search.slips import LONGEST_BEGINNING, SHORTEST_BEGINNING, beginnings, neighbourhood
from shopkeeper.store.gone import NOT_GONE
from shopkeeper.store.many import THESE, in_chunks
from shopkeeper.store.statements import Connection

# After every text that begins so: no word contains it.
_AFTER: Final = "\U0010ffff"
_beginnings: Final = lru_cache(maxsize=16_384)(beginnings)

_ADD_WORD: Final = (
    "INSERT INTO term (skel, t, df) VALUES (?, ?, ?) ON CONFLICT (skel, t) DO UPDATE SET df = df + excluded.df"
)
_DROP_WORD: Final = "DELETE FROM term WHERE skel = ? AND t = ? AND df <= 0"
_KNOWN: Final = f"SELECT p, id, df FROM pfx WHERE p IN {THESE}"


def words_of(*columns: str) -> set[str]:
    """The words in these columns of someone's row, without those that carry a mark."""
    return {word for column in columns for word in column.split() if word[0] not in MARKS}


class Tally:
    """How many people more, or fewer, have a word or a beginning: gathered first, so that each is written once."""

    def __init__(self) -> None:
        """Nothing has changed."""
        self.words: Counter[str] = Counter()
        self.beginnings: Counter[str] = Counter()

    def change(self, before: set[str], after: set[str]) -> None:
        """Someone who was called by these words is called by those."""
        if before != after:
            self._add(before, -1)
            self._add(after, 1)

    def _add(self, words: set[str], people: int) -> None:
        begun = set[str]().union(*map(_beginnings, words))
        for counted, found in ((self.words, words), (self.beginnings, begun)):
            if people == 1:
                counted.update(found)  # counted in C: a town's words are some millions
            else:
                counted.subtract(found)

    def up_to(self, counted: str | None) -> Tally:
        """As much of it as concerns the words that come no later than this."""
        if counted is None:
            return self
        part = Tally()
        part.words.update({word: n for word, n in self.words.items() if word[:SHORTEST_BEGINNING] <= counted})
        part.beginnings.update({p: n for p, n in self.beginnings.items() if p[:SHORTEST_BEGINNING] <= counted})
        return part


class Vocabulary:
    """The tables of words and beginnings."""

    def __init__(self, connection: Connection) -> None:
        """Stand on an open store."""
        self._connection = connection

    def write(self, tally: Tally) -> None:
        """Write down what has changed; what nobody has any more leaves every table."""
        many = self._connection.executemany
        words = sorted((skeleton(word), word, people) for word, people in tally.words.items() if people)
        many(_ADD_WORD, words)
        many(_DROP_WORD, [(sound, word) for sound, word, people in words if people < 0])
        for some in in_chunks(sorted(beginning for beginning, people in tally.beginnings.items() if people)):
            self._write_beginnings(some, tally.beginnings)

    def _write_beginnings(self, some: list[str], change: Counter[str]) -> None:
        run, many = self._connection.execute, self._connection.executemany
        known = {p: (number, df + change[p]) for p, number, df in run(_KNOWN, (json.dumps(some),))}
        (last,) = run("SELECT coalesce(max(id), 0) FROM pfx").fetchone()
        new = list(enumerate((p for p in some if p not in known), last + 1))
        many("INSERT INTO pfx (id, p, df) VALUES (?, ?, ?)", [(number, p, change[p]) for number, p in new])
        many("INSERT INTO pv (rowid, near) VALUES (?, ?)", [(number, _near(p)) for number, p in new])
        many("UPDATE pfx SET df = ? WHERE id = ?", [(df, number) for number, df in known.values() if df > 0])
        gone = [(number, p) for p, (number, df) in known.items() if df <= 0]
        many("INSERT INTO pv (pv, rowid, near) VALUES ('delete', ?, ?)", [(number, _near(p)) for number, p in gone])
        many("DELETE FROM pfx WHERE id = ?", [(number,) for number, _ in gone])

    def clear(self) -> None:
        """Forget every word."""
        self._connection.execute("DELETE FROM term")
        self._connection.execute("DELETE FROM pfx")
        self._connection.execute("INSERT INTO pv (pv) VALUES ('delete-all')")

    def count_on(self, counted: str, at_most: int) -> str | None:
        """Count some `at_most` of the words of `ns` that come after these; says how far it came, None: to the end.

        Words that share their first three letters are counted together, so no beginning is ever half known.
        """
        tally = Tally()
        for first, found in self._groups(counted):
            _count(found, tally)
            if len(tally.words) >= at_most:
                self.write(tally)
                return first
        self.write(tally)
        return None

    def size(self) -> int:
        """How many different words are counted by now."""
        (count,) = self._connection.execute("SELECT count(*) FROM term").fetchone()
        return int(count)

    def all_there_is(self) -> int:
        """How many different words stand in `ns`, marked ones too: about what there will be to count."""
        (count,) = self._connection.execute(f"SELECT count(*) FROM {self._listed('row')}").fetchone()
        return int(count)

    def is_true(self, counted: str | None) -> bool:
        """Whether it says of every word up to `counted` what `ns` says, and knows nothing else."""
        told = Tally()
        for first, found in self._groups(""):
            if counted is not None and first > counted:
                break
            _count(found, told)
        run = self._connection.execute
        written = {word: (sound, df) for sound, word, df in run("SELECT skel, t, df FROM term")}
        if written != {word: (skeleton(word), df) for word, df in told.words.items()}:
            return False
        known = {number: (p, df) for number, p, df in run("SELECT id, p, df FROM pfx")}
        if dict(known.values()) != told.beginnings or len(known) != len(told.beginnings):
            return False
        left = {number: neighbourhood(p) for number, (p, _) in known.items()}
        for term, number in run(f"SELECT term, doc FROM {self._listed('instance', 'pv')}"):
            if number not in left or term not in left[number]:
                return False
            left[number].discard(term)
        return not any(left.values())

    def _groups(self, counted: str) -> Iterator[tuple[str, dict[str, set[int]]]]:
        """The words after these with the rows they stand in, those of the same first three letters together."""
        sql = f"SELECT term, doc FROM {self._listed('instance')} WHERE term > ? AND doc {NOT_GONE}"
        after: str | None = counted + _AFTER if len(counted) == SHORTEST_BEGINNING else counted
        first = ""
        found: dict[str, set[int]] = defaultdict(set)
        while after is not None:
            rows = self._connection.execute(sql, (after,))
            after = None
            for word, row in rows:
                if word[0] in MARKS:
                    after = word[0] + _AFTER
                    break
                if word[:SHORTEST_BEGINNING] != first:
                    if found:
                        yield first, found
                    first, found = word[:SHORTEST_BEGINNING], defaultdict(set)
                found[word].add(row)
        if found:
            yield first, found

    def _listed(self, by: str, table: str = "ns") -> str:
        """SQLite's own list of the words in a table, with their rows or each once."""
        name = f"temp.{table}_by_{by}"
        self._connection.execute(f"CREATE VIRTUAL TABLE IF NOT EXISTS {name} USING fts5vocab(main, {table}, {by})")
        return name


def _near(beginning: str) -> str:
    return " ".join(sorted(neighbourhood(beginning)))


def _count(found: dict[str, set[int]], tally: Tally) -> None:
    rows: dict[str, set[int]] = defaultdict(set)
    for word, whose in found.items():
        tally.words[word] = len(whose)
        for length in range(SHORTEST_BEGINNING, min(LONGEST_BEGINNING, len(word)) + 1):
            rows[word[:length]] |= whose
    tally.beginnings.update({beginning: len(whose) for beginning, whose in rows.items()})
