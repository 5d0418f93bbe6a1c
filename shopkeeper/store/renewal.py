"""Renewing the name index in short transactions, after the rules have changed: edits go on in between.

First everybody's rows, then the words, then the tidying. What an edit writes meanwhile is of the new rules already
and stays true: its words are counted as far as the counting has come. Killed at any moment, it goes on where it was.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from shopkeeper.store.connection import writing
from shopkeeper.store.entries import entries
from shopkeeper.store.names import NameIndex

# In one transaction, some 50 ms.
_PEOPLE: Final = 100
_WORDS: Final = 1000
_NEXT: Final = f"SELECT id, uid FROM person WHERE id > ? ORDER BY id LIMIT {_PEOPLE}"


def unseen(at: int, of: int) -> None:
    """Nobody waits for it."""


def renew(raw: Any, index: NameIndex, progress: Callable[[int, int], None]) -> None:
    """Bring the index to the rules of this program; where it is there already, nothing is written."""
    if index.is_current():
        return
    (people,) = raw.execute("SELECT count(*) FROM person").fetchone()
    at: int | None = 0
    while at is not None:
        with writing(raw):
            at = _some_people(raw, index)
        done = people if at is None else raw.execute("SELECT count(*) FROM person WHERE id <= ?", (at,)).fetchone()[0]
        progress(done, 2 * people)
    _, words = index.words()
    more = True
    while more:
        with writing(raw):
            more = index.count_on(_WORDS)
        counted = index.words()[0] if more else words
        progress(people + people * min(counted, words) // max(1, words), 2 * people)
    more = True
    while more:
        with writing(raw):
            more = index.settle()
        progress(2 * people, 2 * people)


def _some_people(raw: Any, index: NameIndex) -> int | None:
    reached = index.reached()
    if reached is None:
        return None
    rows = raw.execute(_NEXT, (reached,)).fetchall()
    last = rows[-1][0] if rows else None
    index.renew(entries(raw, [uid for _, uid in rows]), last)
    return last
