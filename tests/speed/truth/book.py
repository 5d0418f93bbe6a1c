"""The book as somebody knows it who has read it through: who is in it, and whom a few beginnings of words fit."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from functools import cache
from hashlib import blake2b
from typing import Final, NamedTuple

from shopkeeper.domain.household import Membership, Relationship
from shopkeeper.domain.person import Adr, Code, Person, Tel
from shopkeeper.domain.pet import Pet
from shopkeeper.domain.record import Record, Uid
from shopkeeper.examples.crowd import crowd
from shopkeeper.examples.pools import POOLS
from tests.speed.truth.hand import plain, readings, words

TODAY: Final = date(2026, 11, 22)  # the day of the books that are measured
SHORT_UID: Final = 18  # as much of a uid of the crowd as no other one shares: it holds the number of the record

SCRIPTS: Final = {
    "el": "Greek", "ru": "Cyrillic", "ka": "Georgian", "hy": "Armenian", "he": "Hebrew", "ar": "Arabic",
    "fa": "Persian", "hi": "Devanagari", "th": "Thai", "zh": "Han", "ja": "Japanese", "ko": "Hangul",
}  # fmt: skip
LATIN: Final = tuple(pool.language for pool in POOLS if pool.language not in SCRIPTS)

_MOST_KEPT: Final = 400  # beginnings whose people are remembered


class Someone(NamedTuple):
    """A person as they stand in the book."""

    place: int
    uid: Uid
    name: str
    given: str
    middle: str
    family: str
    language: str  # empty for somebody who was written down a second time


def chance(*key: object) -> int:
    """A number that is the same everywhere for the same key."""
    return int.from_bytes(blake2b("\x1f".join(map(str, key)).encode(), digest_size=6).digest(), "big")


class Book:
    """The crowd of one size, read through."""

    def __init__(self, size: int) -> None:
        self.size = size
        self.people: list[Someone] = []
        self.phones: list[tuple[int, str]] = []
        self.codes: list[tuple[int, str]] = []
        self.pets: list[tuple[list[int], str]] = []
        self.streets: list[tuple[list[int], str]] = []
        self.children: list[tuple[int, int]] = []  # a parent, and their child
        self._bearers: dict[str, array[int]] = defaultdict(lambda: array("l"))
        self._members: dict[Uid, list[int]] = {}
        for record in crowd(size, today=TODAY):
            if isinstance(record, Person):
                self._meet(record)
            else:
                self._hear(record)
        self._written: dict[str, set[str]] = defaultdict(set)
        for word in self._bearers:
            for typed in (word, *_word_readings().get(word, ())):
                self._written[typed].add(word)
        self._vocabulary = sorted(self._written)
        self._kept: dict[str, set[int]] = {}

    def _meet(self, person: Person) -> None:
        name, place = person.name, len(self.people)
        one = Someone(place, person.uid, str(name), name.given, name.additional, name.family, person.language)
        self.people.append(one)
        self._members[one.uid] = [place]
        for word in words_of(one):
            self._bearers[word].append(place)

    def _hear(self, record: Record) -> None:
        match record:
            case Membership():
                self._members.setdefault(record.household_uid, []).extend(self._members[record.person_uid])
            case Relationship(kind="child"):
                self.children.append((self._members[record.person_uid][0], self._members[record.related_uid][0]))
            case Adr():
                self.streets.append((self._members[record.owner_uid], record.street))
            case Tel():
                number = "".join(char for char in record.value if char.isdigit())
                self.phones.append((self._members[record.owner_uid][0], number))
            case Pet():
                self.pets.append((self._members[record.owner_uid], record.name))
            case Code():
                self.codes.append((self._members[record.person_uid][0], record.value))
            case _:
                pass

    def beginning(self, start: str) -> set[int]:
        """Everybody who has a word that begins so, or that is read so in Latin letters."""
        found: set[int] = set()
        seen: set[str] = set()
        at = bisect_left(self._vocabulary, start)
        while at < len(self._vocabulary) and self._vocabulary[at].startswith(start):
            for word in self._written[self._vocabulary[at]] - seen:
                found.update(self._bearers[word])
                seen.add(word)
            at += 1
        return found

    def has_beginning(self, start: str) -> bool:
        """Whether any word begins so."""
        at = bisect_left(self._vocabulary, start)
        return at < len(self._vocabulary) and self._vocabulary[at].startswith(start)

    def fits(self, starts: Iterable[str]) -> set[int]:
        """Everybody who has, for each of these, a word that begins so."""
        found: set[int] | None = None
        for start in sorted(set(starts), key=len, reverse=True):
            these = self._beginning(start)
            found = set(these) if found is None else found & these
            if not found:
                break
        return found or set()

    def _beginning(self, start: str) -> set[int]:
        if (kept := self._kept.get(start)) is None:
            kept = self._kept[start] = self.beginning(start)
            if len(self._kept) > _MOST_KEPT:
                del self._kept[next(iter(self._kept))]
        return kept

    def same_name(self, one: Someone) -> set[int]:
        """The person and everybody who is written with the very same words."""
        mine = sorted(words(plain(one.name)))
        return {place for place in self.fits(mine) if sorted(words(plain(self.people[place].name))) == mine}


def words_of(one: Someone) -> set[str]:
    """The words somebody is found by: those of the name as written, and its parts, each also as one word."""
    found = set(words(plain(one.name)))
    for part in (one.given, one.middle, one.family):
        row = words(plain(part))
        found.update(row)
        if len(row) > 1:
            found.add("".join(row))
    return found


@cache
def _word_readings() -> dict[str, set[str]]:
    """How each plain word of another script is read, whatever language it is of."""
    found: dict[str, set[str]] = defaultdict(set)
    for language in SCRIPTS:
        for table in readings(language):
            for name, read in table.items():
                found[plain(name)].update(plain(one) for one in read)
    return found
