"""Renewing the name index in short transactions, after the rules have changed: edits go on in between.

First everybody's rows, then the words, then the tidying. What an edit writes meanwhile is of the new rules already
and stays true: its words are counted as far as the counting has come. Killed at any moment, it goes on where it was.
Those whom a long act brought are brought into it in the same way, and nobody else is.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

from shopkeeper.domain.record import Uid
from shopkeeper.store.connection import pragma, reading, writing
from shopkeeper.store.entries import entries
from shopkeeper.store.many import THESE, in_chunks
from shopkeeper.store.name_rows import Made, made_of
from shopkeeper.store.names import NameIndex
from shopkeeper.store.progress import Progress

# In one transaction, some 50 ms.
_PEOPLE: Final = 100
_WORDS: Final = 1000
_NEW_PEOPLE: Final = 2000
_NEXT: Final = f"SELECT id, uid FROM person WHERE id > ? ORDER BY id LIMIT {_PEOPLE}"

# Hears how far it is, and of how many steps.
Telling: TypeAlias = Callable[[int, int], None]


def unseen(at: int, of: int) -> None:
    """Nobody waits for it."""


def renew(raw: Any, index: NameIndex, progress: Telling) -> None:
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
    _settle(raw, index, lambda: progress(2 * people, 2 * people))


def _some_people(raw: Any, index: NameIndex) -> int | None:
    reached = index.reached()
    if reached is None:
        return None
    rows = raw.execute(_NEXT, (reached,)).fetchall()
    last = rows[-1][0] if rows else None
    index.renew(entries(raw, [uid for _, uid in rows]), last)
    return last


@dataclass(frozen=True, slots=True)
class Owed:
    """Whose rows a long act has left to be made: the people after one number, up to another, and some of before."""

    after: int
    to: int
    known: tuple[Uid, ...]
    is_all: bool  # the index was whole before: nothing else is owed


def last_person(raw: Any) -> int:
    """The greatest number of anybody in the book."""
    return int(raw.execute("SELECT coalesce(max(id), 0) FROM person").fetchone()[0])


def owe(raw: Any, index: NameIndex, after: int, known: Iterable[Uid]) -> Owed:
    """Keep, in the transaction that brought people, that their rows are still to be made, and those of some others.

    Should nobody come to `make_good`, everybody from the first of them on is renewed.
    """
    owed = Owed(after, last_person(raw), tuple(known), index.is_current())
    progress = Progress.read(raw)
    if progress.is_ours:
        numbers = [after, *([progress.reached] if progress.reached is not None else ())]
        for some in in_chunks(owed.known):
            (first,) = raw.execute(f"SELECT min(id) FROM person WHERE uid IN {THESE}", (json.dumps(some),)).fetchone()
            numbers += [first - 1] if first else []
        progress._replace(reached=min(numbers)).write(raw)
    return owed


def make_good(raw: Any, index: NameIndex, owed: Owed, progress: Telling) -> None:
    """Make the rows that are owed, some at a time."""
    if not owed.is_all:
        renew(raw, index, progress)
        return
    of = owed.to - owed.after + len(owed.known)
    at = owed.after
    while at < owed.to:
        with reading(raw):
            moment, reached, made = _some_new(raw, at, owed.to)
        with writing(raw):
            if pragma(raw, "data_version") != moment:  # somebody wrote meanwhile
                _, reached, made = _some_new(raw, at, owed.to)
            index.put_made(made)
        at = reached
        progress(at - owed.after, of)
    done = owed.to - owed.after
    for some in in_chunks(owed.known, _PEOPLE):
        with writing(raw):
            # Too many for a quiet moment: what was said of them before goes now, and the settling overwrites it.
            index.overwrite(False)
            index.put(*entries(raw, some), at_once=True)
        done += len(some)
        progress(done, of)
    with writing(raw):
        Progress.read(raw)._replace(reached=None).write(raw)
    _settle(raw, index, lambda: progress(of, of))


def _some_new(raw: Any, after: int, to: int) -> tuple[int, int, list[Made]]:
    """The moment at which the book was read, how far, and what the index says of these people: most of the work."""
    sql = f"SELECT id, uid FROM person WHERE id > ? AND id <= ? ORDER BY id LIMIT {_NEW_PEOPLE}"
    rows = raw.execute(sql, (after, to)).fetchall()
    made = [made_of(entry) for entry in entries(raw, [uid for _, uid in rows])]
    return pragma(raw, "data_version"), rows[-1][0] if rows else to, made


def _settle(raw: Any, index: NameIndex, progress: Callable[[], None]) -> None:
    more = True
    while more:
        with writing(raw):
            more = index.settle()
        progress()
