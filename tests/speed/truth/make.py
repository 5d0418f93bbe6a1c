"""Writes the labelled queries down: `python -m tests.speed.truth.make`, or with sizes for some of the books only.

It knows the crowd and nothing of the search: no rule, no table, no library of it. The same crowd makes the same files.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Iterator
from pathlib import Path
from typing import Final, TypeAlias

from shopkeeper.examples.pools import POOLS
from tests.speed.truth.around import AROUND, Asked
from tests.speed.truth.book import SCRIPTS, SHORT_UID, Book, Someone, chance
from tests.speed.truth.harder import HARDER, HARDER_AROUND
from tests.speed.truth.kinds import KINDS, Kind

SIZES: Final = (10_000, 100_000, 1_000_000)
TUNING: Final = "tuning"
HALVES: Final = (TUNING, "held_back")
UNSEEN: Final = "unseen"  # harder queries for the smaller books; nobody tunes to any of them
UNSEEN_SIZES: Final = SIZES[:2]
FOLDER: Final = Path(__file__).parent
_DRAWN: Final = 4000  # people of each language among whom those to be asked for are sought
_MOST_OF_ONE_NAME: Final = 5


Around: TypeAlias = Callable[[Book], Iterator[Asked]]


def half_of(text: str) -> str:
    """The half a query belongs to, decided by its text and nothing else."""
    return HALVES[chance("half", text) % 2]


def queries(book: Book) -> dict[str, Asked]:
    """Every labelled query of one book, by its text."""
    found: dict[str, Asked] = {}
    _ask(book, KINDS, AROUND, found)
    return found


def harder(book: Book, easier: Container[str]) -> dict[str, Asked]:
    """Harder queries of one book, none of which is among the others."""
    found: dict[str, Asked] = {}
    _ask(book, HARDER, HARDER_AROUND, found)
    return {text: asked for text, asked in found.items() if text not in easier}


def _ask(book: Book, kinds: Iterable[Kind], around: Iterable[tuple[Around, int]], found: dict[str, Asked]) -> None:
    drawn = _drawn(book)
    for kind in kinds:
        for language, count in sorted(kind.number.items()):
            _take(found, _of_kind(book, kind, language, drawn[language]), count, chance(kind.name, language) % 2)
    for asking, count in around:
        _take(found, asking(book), count, 0)


def _take(found: dict[str, Asked], some: Iterable[Asked], count: int, odd: int) -> None:
    """Some more queries, in equal parts for the two halves, an odd one to either; nothing is asked twice."""
    left = {HALVES[odd]: count - count // 2, HALVES[1 - odd]: count // 2}
    for asked in some:
        half = half_of(asked.text)
        if left[half] and asked.text not in found and 0 < len(asked.right) <= _MOST_OF_ONE_NAME:
            found[asked.text] = asked
            left[half] -= 1
        if not any(left.values()):
            return


def _drawn(book: Book) -> dict[str, list[Someone]]:
    """Some people of each language who bear a name of it; nobody who was written down in a hurry."""
    of_language: dict[str, list[Someone]] = defaultdict(list)
    families = {pool.language: {name.replace("_", " ").strip() for name in pool.families} for pool in POOLS}
    for one in book.people:
        if one.language and one.family in families[one.language]:
            of_language[one.language].append(one)
    return {language: people[:: max(1, len(people) // _DRAWN)] for language, people in of_language.items()}


def _of_kind(book: Book, kind: Kind, language: str, people: list[Someone]) -> Iterator[Asked]:
    script = SCRIPTS.get(language, "Latin")
    for one in sorted(people, key=lambda one: chance(kind.name, one.uid)):
        if text := kind.way(book, one, chance(kind.name, "taste", one.uid)):
            yield Asked(kind.name, script, text, frozenset(book.same_name(one)))


def lines(size: int) -> dict[str, str]:
    """The text of each file of one book."""
    book = Book(size)
    asked = queries(book)
    text = {half: _lines(book, (one for one in asked.values() if half_of(one.text) == half)) for half in HALVES}
    return text | ({UNSEEN: _lines(book, harder(book, asked).values())} if size in UNSEEN_SIZES else {})


def _lines(book: Book, some: Iterable[Asked]) -> str:
    """One line for each query; of the uids as much as tells them apart."""
    return "".join(
        f"{asked.kind}\t{asked.script}\t{asked.text}\t"
        f"{' '.join(sorted(book.people[place].uid[:SHORT_UID] for place in asked.right))}\n"
        for asked in some
    )


def write(size: int) -> None:
    """Write the files of one book."""
    for half, text in lines(size).items():
        (FOLDER / f"{half}_{size}.tsv").write_text(text, "utf-8")


if __name__ == "__main__":
    for wanted in map(int, sys.argv[1:] or SIZES):
        write(wanted)
