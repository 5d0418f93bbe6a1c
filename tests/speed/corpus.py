"""The books that are measured: the crowd in encrypted stores of several sizes, made once and kept in a temp folder."""

from __future__ import annotations

import getpass
import hashlib
import os
import random
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from itertools import chain, count, islice
from pathlib import Path
from typing import Final

import shopkeeper
from shopkeeper.domain.change import Act, made
from shopkeeper.domain.person import Person
from shopkeeper.domain.phrase import translate
from shopkeeper.examples.crowd import crowd
from shopkeeper.examples.pen import example_uid
from shopkeeper.store import Store
from tests.speed.given import KEY, NOW, TODAY
from tests.speed.vcards import write

_AT_ONCE: Final = 1_000_000  # records in one act
_KEPT: Final = 3  # versions of the program whose books are kept
_HOUSE: Final = Path(shopkeeper.__file__).parent
# What a book is made by: when any of it changes, the kept books are made anew.
_MAKERS: Final = ("domain", "search", "store", "examples")


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """Someone who is looked up, key by key."""

    person: Person
    keys: tuple[str, ...]  # the box after each key


@cache
def folder() -> Path:
    """Where the books are kept between runs: never inside the repository. It stays the same for a whole run."""
    made_by = hashlib.blake2b(digest_size=6)
    for room in _MAKERS:
        for file in sorted((_HOUSE / room).rglob("*")):
            if file.suffix in (".py", ".sql"):
                made_by.update(file.read_bytes())
    return Path(tempfile.gettempdir()) / f"shopkeeper-speed-{getpass.getuser()}" / made_by.hexdigest()


def book(size: int) -> Path:
    """A closed book of so many people; made at the first call."""
    file = folder() / f"{size}.book"
    if not file.exists():
        _forget_the_oldest()
        print(f"… making a book of {size} people, once", end="", file=sys.stderr, flush=True)
        began = time.monotonic()
        half = folder() / f"{size}.half-{os.getpid()}"
        shutil.rmtree(half, ignore_errors=True)
        half.mkdir(parents=True)
        with Store.create(half / "book.db", KEY, now=NOW) as store:
            _fill(store, size)
        (half / "book.db").replace(file)
        shutil.rmtree(half)
        print(f" ({time.monotonic() - began:.0f} s)", file=sys.stderr, flush=True)
    return file


def _forget_the_oldest() -> None:
    """Books that other versions of the program were measured with: the newest of them may be in use beside this run."""
    kept = sorted(folder().parent.glob("*"), key=lambda one: one.stat().st_mtime, reverse=True)
    for old in kept[_KEPT:]:
        shutil.rmtree(old, ignore_errors=True)


def _fill(store: Store, size: int) -> None:
    """Write the crowd down in acts of which only a part is ever in memory: a million people are six million records."""
    records = crowd(size, today=TODAY)
    for number in count():
        changes = map(made, islice(records, _AT_ONCE))
        first = next(changes, None)
        if first is None:
            return
        act = Act(uid=example_uid("speed", number), name=translate("speed", "made a part of the crowd"), at=NOW)
        store.apply_long(act, chain((first,), changes))
        store.rest()


def contacts(people: int) -> Path:
    """A contacts file of so many people, who are called like those of the book and are others."""
    file = folder() / f"{people}.vcf"
    if not file.exists():
        half = file.with_suffix(f".half-{os.getpid()}")
        half.parent.mkdir(parents=True, exist_ok=True)
        write(half, people, seed=1)
        half.replace(file)
    return file


@contextmanager
def a_copy(size: int) -> Iterator[Path]:
    """A book that may be written to."""
    with tempfile.TemporaryDirectory(prefix="shopkeeper-speed-") as name:
        copied = Path(name) / "book.db"
        shutil.copyfile(book(size), copied)
        yield copied


def typed(size: int, people: int, seed: int = 1) -> tuple[Typed, ...]:
    """People to look up, each typed as somebody in a hurry does: whole, shortened, or the family first."""
    dice = random.Random(seed)
    with Store.open(book(size), KEY, read_only=True, now=NOW) as store:
        chosen = [store.memory_of(uid).person for uid in dice.sample(store.uids(), min(people, size))]
    return tuple(Typed(person=person, keys=_keys(str(person.name), dice)) for person in chosen)


def _keys(name: str, dice: random.Random) -> tuple[str, ...]:
    words = name.split()
    if dice.random() < 0.5:
        words.reverse()
    if dice.random() < 0.5:
        words = [word[: dice.randint(2, 6)] for word in words]
    text = " ".join(words)[:24]
    return tuple(text[:end] for end in range(1, len(text) + 1))
