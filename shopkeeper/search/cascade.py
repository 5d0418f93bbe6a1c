"""The cascade: the stages of a search, read top to bottom; what a later one finds stands below.

A stage is one pure function over an `Index` and one line in `STAGES`. Names come first, always.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final, NamedTuple, Protocol, TypeAlias

from shopkeeper.search.fold import KIN_MARK
from shopkeeper.search.hit import Candidate, Reason
from shopkeeper.search.names import NO_NAMES, Names
from shopkeeper.search.query import Query
from shopkeeper.search.rank import TIER_SHIFT, person_of, score

# Rows read before ranking. They come with the regulars first, so those left out are strangers.
_READ: Final = 60
# Rows that answer equally well and of which only the regulars can be shown.
_SHOWN: Final = 20
_SHOWN_END: Final = 4
_SHORTEST_FRAGMENT: Final = 3

Row: TypeAlias = tuple[int, str, str, str]  # row number, own, alt, kin


class Term(NamedTuple):
    """One word to look for, whole or as a beginning."""

    word: str
    whole: bool = False


class Index(Protocol):
    """What a search may ask of the store."""

    def names(self, all_of: Sequence[Sequence[Term]], limit: int) -> Sequence[Row]:
        """Rows that have, for every group, one of its terms; regulars first."""

    def phones(self, digits: str, limit: int) -> Sequence[tuple[int, str]]:
        """Row numbers and numbers that contain the digits, those that end with them first."""

    def codes(self, code: str) -> Sequence[int]:
        """Row numbers of those whose card has this code."""

    def beginnings(self, word: str) -> int:
        """How many people have a word that begins so: exact for 3 to 7 letters; longer words by their first 7."""

    def slips(self, word: str) -> Sequence[tuple[str, int]]:
        """Known beginnings that share a neighbour with the word's own, and how many people have each; at most 500."""

    def sounding(self, sound: str) -> Sequence[tuple[str, int]]:
        """Known Latin words of this skeleton, the commonest first, at most 60, and how many people have each."""

    def remembered(self, words: Sequence[str], limit: int) -> Sequence[tuple[int, str]]:
        """Row numbers of those of whom something is remembered that has all these beginnings, and that thing."""

    def chosen(self, typed: str) -> Mapping[int, int]:
        """Who was chosen before when this, or what it begins, was typed: the person's own number, and how often."""


def _by_code(query: Query, index: Index) -> Iterable[Candidate]:
    return [Candidate(row, 0, Reason.CODE) for row in index.codes(query.code)] if query.code else []


def _by_name(query: Query, index: Index) -> Iterable[Candidate]:
    """The words as beginnings, in any order, over every name someone has."""
    typed = query.words
    if not typed or (query.is_number and query.digits):
        return []
    rows = {row[0]: row for row in index.names([[Term(word)] for word in typed], _READ)}
    if len(rows) >= _READ:
        # Too many begin like this: whoever is called exactly so must not be among those left out.
        for row in index.names([[Term(word, whole=True)] for word in typed], _SHOWN):
            rows[row[0]] = row
        if len(typed) > 1:
            nearly = [*([Term(word, whole=True)] for word in typed[:-1]), [Term(typed[-1])]]
            for row in index.names(nearly, _SHOWN):
                rows[row[0]] = row
    return [Candidate(row[0], score(*row, typed), Reason.NAME) for row in rows.values()]


def _by_phone(query: Query, index: Index) -> Iterable[Candidate]:
    """Any fragment of a number; its last digits first. Beside a name, the two must agree."""
    if not query.digits or (query.names and query.is_number):
        return []
    for digits in _ways_to_dial(query):
        found = index.phones(digits, _READ * 4 if query.names else _READ)
        if query.names:
            named = {row[0] for row in index.names([[Term(word)] for word in query.names], _READ * 8)}
            found = [(row, number) for row, number in found if row in named]
        if found:
            return [
                Candidate(row, _phone_score(row, number, digits), Reason.PHONE, _end_of(number, digits))
                for row, number in found
            ]
    return []


def _ways_to_dial(query: Query) -> Iterable[str]:
    """The digits as typed, then without what a number has only when it is dialled from elsewhere."""
    digits = query.digits
    yield digits
    if digits.startswith("00") and len(digits) > 8:
        digits = digits[2:]
        yield digits
    elif digits.startswith("0") and len(digits) > _SHORTEST_FRAGMENT:
        yield digits[1:]
        return
    if (query.raw.startswith("+") or query.digits.startswith("00")) and len(digits) > 9:
        for country in (1, 2, 3):
            yield digits[country:]


def _phone_score(row: int, number: str, digits: str) -> float:
    return (2.0 if number.endswith(digits) else 1.0) - (row >> TIER_SHIFT) / 8


def _end_of(number: str, digits: str) -> str:
    """As much of a number's end as shows the digits typed, four at least."""
    at = number.rfind(digits)
    return number[min(at if at >= 0 else len(number), max(0, len(number) - _SHOWN_END)) :]


def _by_kin(query: Query, index: Index) -> Iterable[Candidate]:
    """One word: those whose kin are called so."""
    if len(query.words) != 1 or query.is_number:
        return []
    word = KIN_MARK + query.words[0]
    rows = {row[0]: row for row in index.names([[Term(word)]], _READ)}
    if len(rows) >= _READ:
        rows.update((row[0], row) for row in index.names([[Term(word + KIN_MARK)]], _SHOWN))
    return [Candidate(row[0], score(*row, query.words), Reason.KIN) for row in rows.values()]


def _by_name_and_kin(query: Query, index: Index) -> Iterable[Candidate]:
    """Several words, each of which is theirs or their kin's: ana leo.

    Those who answer by their own names alone were found before, and there are few of them, or nobody would ask.
    """
    if len(query.words) < 2 or query.is_number:
        return []
    rows = index.names([[Term(word), Term(KIN_MARK + word)] for word in query.words], _READ)
    return [Candidate(row[0], score(*row, query.words), Reason.KIN) for row in rows]


Stage: TypeAlias = Callable[[Query, Index], Iterable[Candidate]]


class Step(NamedTuple):
    """A stage, and how few hits there must be for it to be asked at all."""

    stage: Stage
    when_fewer_than: int


_ALWAYS: Final = 1_000_000
_AT_ONCE: Final = frozenset((_by_code, _by_name))

STAGES: Final[tuple[Step, ...]] = (
    Step(_by_code, _ALWAYS),
    Step(_by_name, _ALWAYS),
    Step(_by_phone, _ALWAYS),
    Step(_by_kin, _SHOWN),
    Step(_by_name_and_kin, 3),
)


def always() -> bool:
    """No hurry."""
    return True


class Search:
    """One search that can be broken off after any stage and taken up again."""

    def __init__(self, query: Query, index: Index, names: Names = NO_NAMES, limit: int = 20) -> None:
        """Ask nothing yet."""
        self._query, self._index, self._limit = query, index, limit
        self._found: dict[int, Candidate] = {}
        self._left = list(STAGES)

    @property
    def is_done(self) -> bool:
        """Whether going on would find nobody else."""
        return not self._left

    def go_on(self, may_go_on: Callable[[], bool] = always) -> list[Candidate]:
        """All found so far, the best first. The names are always asked, all else only while it may."""
        while self._left and (self._left[0].stage in _AT_ONCE or may_go_on()):
            step = self._left.pop(0)
            if len(self._found) >= min(self._limit, step.when_fewer_than):
                self._left.clear()
                break
            ranked = sorted(step.stage(self._query, self._index), key=lambda one: (-one.score, one.row))
            for one in ranked:
                self._found.setdefault(person_of(one.row), one)
        return list(self._found.values())[: self._limit]


def candidates(query: Query, index: Index, limit: int) -> list[Candidate]:
    """Everyone who answers, the best first: each stage's own order, and the stages in theirs."""
    return Search(query, index, NO_NAMES, limit).go_on()
