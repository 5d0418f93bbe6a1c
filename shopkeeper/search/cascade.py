"""The cascade: the stages of a search, read top to bottom; what a later one finds stands below.

A stage is one pure function and one line in `STAGES`. Names come first, always; guesses are made only where few
answer by name.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, NamedTuple

from shopkeeper.search import family, memories, stages
from shopkeeper.search.asked import Asked
from shopkeeper.search.hit import Candidate, Reason
from shopkeeper.search.index import Index, Row, Term
from shopkeeper.search.names import NO_NAMES, Names
from shopkeeper.search.query import Query
from shopkeeper.search.rank import person_of, with_choices
from shopkeeper.search.readings import (
    of_strange_words,
    other_names,
    other_pet_names,
    other_scripts,
    other_spellings,
    slips,
    slips_of_readings,
    sounds,
)
from shopkeeper.search.stages import Stage, read_as, without_some_words

__all__ = ["STAGES", "Index", "Row", "Search", "Step", "Term", "always"]


class Step(NamedTuple):
    """A stage, and how few hits there must be for it to be asked at all."""

    stage: Stage
    when_fewer_than: int


_ALWAYS: Final = 1_000_000
_FEW: Final = 3
_NONE: Final = 1  # only where nobody at all was found

# What is known to be another way of writing a word, and what is only guessed.
_SURE: Final = (other_names, other_spellings, other_scripts)
_GUESSED: Final = (other_pet_names, sounds, slips, slips_of_readings)
_GUESSED_FIRST: Final = (other_pet_names, *(of_strange_words(reading) for reading in _GUESSED[1:]))

STAGES: Final[tuple[Step, ...]] = (
    Step(stages.by_code, _ALWAYS),
    Step(stages.by_name, _ALWAYS),
    Step(family.by_relation, _ALWAYS),
    Step(stages.by_phone, _ALWAYS),
    Step(read_as(*_SURE), _FEW),
    Step(family.by_whole_kin, 20),
    Step(family.by_name_and_kin, _FEW),
    Step(memories.by_words_remembered, _FEW),
    Step(memories.by_name_and_memory, _NONE),
    Step(stages.by_other_keyboard, _FEW),
    Step(stages.by_parted_words, _FEW),
    Step(read_as(*_SURE, *_GUESSED_FIRST), _FEW),
    Step(family.by_likely_relation, 20),
    Step(read_as(*_SURE, *_GUESSED), _NONE),
    Step(family.by_kin, 20),
    Step(memories.by_word_remembered, _FEW),
    Step(memories.by_all_that_is_told, 20),
    Step(memories.by_nearly_remembered, _NONE),
    Step(without_some_words(*_SURE), _NONE),
)
_PLAIN: Final = (Reason.CODE, Reason.RELATION)
# These answer within a millisecond or two, however many people there are.
_AT_ONCE: Final = 4


def always() -> bool:
    """No hurry."""
    return True


class Search:
    """One search that can be broken off after any stage and taken up again."""

    def __init__(self, query: Query, index: Index, names: Names = NO_NAMES, limit: int = 20) -> None:
        """Ask nothing yet."""
        self._asked = Asked(query, index, names)
        self._limit = limit
        self._found: dict[int, Candidate] = {}
        self._next = 0

    @property
    def is_done(self) -> bool:
        """Whether going on would find nobody else."""
        return self._next >= len(STAGES)

    def go_on(self, may_go_on: Callable[[], bool] = always) -> list[Candidate]:
        """All found so far, the best first. Names, numbers and codes are always asked, all else only while it may."""
        while not self.is_done and (self._next < _AT_ONCE or may_go_on()):
            step = STAGES[self._next]
            self._next += 1
            if len(self._found) < min(self._limit, step.when_fewer_than) and not self._is_answered(step):
                for one in with_choices(step.stage(self._asked), self._asked):
                    self._found.setdefault(person_of(one.row), one)
        return list(self._found.values())[: self._limit]

    def _is_answered(self, step: Step) -> bool:
        """Whether nobody else can be meant: a card was scanned, or a family word was typed and someone is that."""
        return step.when_fewer_than < _ALWAYS and any(one.why in _PLAIN for one in self._found.values())
