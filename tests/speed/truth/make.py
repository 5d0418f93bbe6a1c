"""Writes the labelled queries down: `python -m tests.speed.truth.make`, or with sizes for some of the books only.

It knows the crowd and nothing of the search: no rule, no table, no library of it. The same crowd makes the same files.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from shopkeeper.examples.pools import POOLS
from tests.speed.truth.around import AROUND, Asked
from tests.speed.truth.book import SCRIPTS, SHORT_UID, Book, Someone, chance
from tests.speed.truth.kinds import KINDS, Kind

SIZES: Final = (10_000, 100_000, 1_000_000)
TUNING: Final = "tuning"
HALVES: Final = (TUNING, "held_back")
FOLDER: Final = Path(__file__).parent
_DRAWN: Final = 4000  # people of each language among whom those to be asked for are sought
_MOST_OF_ONE_NAME: Final = 5


def half_of(text: str) -> str:
    """The half a query belongs to, decided by its text and nothing else."""
    return HALVES[chance("half", text) % 2]


def queries(book: Book) -> list[Asked]:
    """Every labelled query of one book."""
    drawn = _drawn(book)
    found: dict[str, Asked] = {}
    for kind in KINDS:
        for language, count in sorted(kind.number.items()):
            _take(found, _of_kind(book, kind, language, drawn[language]), count, chance(kind.name, language) % 2)
    for asking, count in AROUND:
        _take(found, asking(book), count, 0)
    return list(found.values())


def _take(found: dict[str, Asked], some: Iterator[Asked], count: int, odd: int) -> None:
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
    """The text of the two files of one book."""
    book, text = Book(size), dict.fromkeys(HALVES, "")
    for asked in queries(book):
        uids = " ".join(sorted(str(book.people[place].uid)[:SHORT_UID] for place in asked.right))
        text[half_of(asked.text)] += f"{asked.kind}\t{asked.script}\t{asked.text}\t{uids}\n"
    return text


def write(size: int) -> None:
    """Write the two files of one book."""
    for half, text in lines(size).items():
        (FOLDER / f"{half}_{size}.tsv").write_text(text, "utf-8")


if __name__ == "__main__":
    for wanted in map(int, sys.argv[1:] or SIZES):
        write(wanted)
