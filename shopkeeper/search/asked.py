"""Asked: one search while it runs, and what each of its words may stand for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple, TypeAlias

from shopkeeper.search.hit import Reason
from shopkeeper.search.index import Index, Term
from shopkeeper.search.names import Names
from shopkeeper.search.query import Query


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

    @cached_property
    def chosen(self) -> Mapping[int, int]:
        """Who was chosen before when this was typed, and how often."""
        return self.index.chosen(" ".join(self.query.words))
