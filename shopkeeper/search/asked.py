"""Asked: one search while it runs, and what each of its words may stand for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from typing import Final, NamedTuple, TypeAlias

from shopkeeper.search.fold import MARKS
from shopkeeper.search.hit import Reason
from shopkeeper.search.index import Index, Row, Term
from shopkeeper.search.names import Names
from shopkeeper.search.query import Query
from shopkeeper.search.slips import LONGEST_BEGINNING, SHORTEST_BEGINNING

# So many people are read and looked through before long lists are joined.
_SOME: Final = 60
_COUNTED: Final = 6  # ways of one word


class Way(NamedTuple):
    """One thing that a typed word may stand for, what that is worth beside the word itself, and why."""

    term: Term
    worth: float
    why: Reason
    detail: str = ""  # what the reason says: the name that Bob stands for


# What the word at a place may stand for.
Reading: TypeAlias = "Callable[[Asked, int], Iterable[Way]]"


class Asked:
    """What was typed, whom it is asked of, and what was found out about its words on the way."""

    def __init__(self, query: Query, index: Index, names: Names) -> None:
        """Nothing is found out yet."""
        self.query, self.index, self.names = query, index, names
        self._ways: dict[tuple[Reading, int], tuple[Way, ...]] = {}
        self._known: dict[str, int] = {}
        self._tried: list[Sequence[Sequence[Way]]] = []

    def ways(self, readings: Sequence[Reading], place: int) -> list[Way]:
        """Everything that the word at a place may stand for; each reading is asked once in a search."""
        found: list[Way] = []
        for reading in readings:
            key = (reading, place)
            if key not in self._ways:
                self._ways[key] = tuple(reading(self, place))
            found.extend(self._ways[key])
        return found

    def is_new(self, ways: Sequence[Sequence[Way]]) -> bool:
        """Whether the words were not yet asked for in just these ways; from now on they were."""
        if ways in self._tried:
            return False
        self._tried.append(ways)
        return True

    def known(self, word: str) -> int:
        """How many people have a word that begins so."""
        if word not in self._known:
            self._known[word] = self.index.beginnings(word)
        return self._known[word]

    def named(self, all_of: Sequence[Sequence[Term]], limit: int) -> Sequence[Row]:
        """Rows that have, for every group, one of its terms; regulars first.

        It is the joining of long lists that takes time: where few have a word of one group, those few are read.
        """
        if len(all_of) > 1:
            people, rarest = min((sum(map(self._people, group[:_COUNTED])), at) for at, group in enumerate(all_of))
            if people <= _SOME:
                rows = self.index.names([all_of[rarest]], _SOME + 1)
                if len(rows) <= _SOME:
                    others = [group for at, group in enumerate(all_of) if at != rarest]
                    return _having(rows, others)[:limit]
        return self.index.names(all_of, limit)

    def _people(self, term: Term) -> int:
        """At most so many people have it, as far as is quickly said."""
        word = term.word
        if word[0] in MARKS:
            return 0
        if len(word) < SHORTEST_BEGINNING:
            return _SOME + 1
        people = self.known(word)
        if people > _SOME and len(word) > LONGEST_BEGINNING and not self.index.names([[term]], 1):
            return 0
        return people

    @cached_property
    def chosen(self) -> Mapping[int, int]:
        """Who was chosen before when this was typed, and how often."""
        return self.index.chosen(" ".join(self.query.words))


def _having(rows: Sequence[Row], all_of: Sequence[Sequence[Term]]) -> Sequence[Row]:
    """Those rows that have, for every group, one of its terms."""
    for group in all_of:
        whole = {term.word for term in group if term.whole}
        begun = tuple(term.word for term in group if not term.whole)
        rows = [row for row in rows if any(word in whole or word.startswith(begun) for word in _words(row))]
    return rows


def _words(row: Row) -> list[str]:
    return f"{row[1]} {row[2]} {row[3]}".split()
