"""Names as a search needs them: pet forms, readings of other scripts and words for kin, folded and looked up quickly.

All of it is asked about what was typed and nothing of it is kept in the index: a better table needs no new index.
There are forty thousand of them, so they are packed, and what they are made of is read and let go, one by one.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain
from types import MappingProxyType
from typing import Final, NamedTuple

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

from shopkeeper.knowledge import NO_NAMES as NO_NAME_WORDS
from shopkeeper.knowledge import Kinship, NameWords, ReadNames
from shopkeeper.search.fold import fold, tokens
from shopkeeper.search.packed import Packed, PackedTable
from shopkeeper.search.phonetic import ARTICLE

_MOST_ALIKE: Final = 24  # names that one name may stand for
_MOST_READ: Final = 32  # words of another script that a typed word may be
_MOST_NEAR: Final = 12
_MOST_OF_READING: Final = 6  # characters that are read alike
_SHORTEST_READ: Final = 3
_LETTERS: Final = 4  # whose readings are kept at hand


class Other(NamedTuple):
    """Another name of whoever bears one."""

    word: str
    written: str
    both: str = ""  # the name that both may be, where it is neither a pet form nor what it is a pet form of


class Read(NamedTuple):
    """A word of another script, and how it is read."""

    word: str
    reading: str
    left: int  # letters still to type


class Names:
    """What is known of names beside those in the book."""

    def __init__(self, words: NameWords | ReadNames = NO_NAME_WORDS, kinship: Kinship | None = None) -> None:
        """Fold nothing yet: each table when it is asked for the first time."""
        self._words = words
        self._kinship = kinship
        self._letters: dict[str, tuple[Sequence[str], Sequence[str]]] = {}

    def also_called(self, word: str) -> Sequence[Other]:
        """Other names of whoever is called so: Bob is Robert, and Robert may be Bob or Rob."""
        direct = self._direct(word)
        found = {other: Other(other, written) for other, written in direct}
        for near, both in direct:
            for other, written in self._direct(near):
                if len(found) >= _MOST_ALIKE:
                    break
                if other != word:
                    found.setdefault(other, Other(other, written, both))
        return list(found.values())[:_MOST_ALIKE]

    def read_as(self, typed: str) -> Sequence[Read]:
        """Words of other scripts whose readings are a typed Latin word, or begin with it."""
        if len(typed) < _SHORTEST_READ:
            return [Read(word, typed, 0) for word in self._characters.get(typed, ())[:_MOST_OF_READING]]
        found: dict[str, Read] = {}
        for line in self._readings.begun(typed):
            if len(found) >= _MOST_READ:
                break
            reading, _, word = line.partition(" ")
            found.setdefault(word, Read(word, reading, len(reading) - len(typed)))
        for word in self._put_together(typed):
            found.setdefault(word, Read(word, typed, 0))
        return list(found.values())[:_MOST_READ]

    def nearly_read_as(self, typed: str) -> Sequence[Read]:
        """Words of other scripts of which a reading is one slip from a typed Latin word."""
        # Only those of the same first letter: a slip there is rare, and there are thousands of readings.
        readings, words = self._of_letter(typed[0])
        near = extract(typed, readings, scorer=OSA.distance, score_cutoff=1, limit=_MOST_NEAR)
        return [Read(words[place], reading, 0) for reading, _, place in near]

    def _of_letter(self, letter: str) -> tuple[Sequence[str], Sequence[str]]:
        """The readings that begin with a letter, and beside them their words."""
        if letter not in self._letters:
            if len(self._letters) >= _LETTERS:
                del self._letters[next(iter(self._letters))]
            pairs = [line.split(" ") for line in self._readings.begun(letter)]
            self._letters[letter] = [reading for reading, _ in pairs], [word for _, word in pairs]
        return self._letters[letter]

    def readings_of(self, word: str) -> Sequence[str]:
        """How a folded word of another script is read, the commonest first; an Arabic article aside."""
        return self._read.of(word) or self._read.of(word.removeprefix(ARTICLE))

    def kinds_of(self, word: str) -> frozenset[str]:
        """What a family word says that someone is, in any language: mum is a parent."""
        return self._kinds.get(word, frozenset())

    def _direct(self, word: str) -> Sequence[tuple[str, str]]:
        """A name's pet forms and what it is the pet form of: each as it is searched for, and as it is written."""
        others = self._alike.of(word)
        return list(zip(others[::2], others[1::2], strict=True))

    @cached_property
    def _alike(self) -> PackedTable:
        alike: dict[str, dict[str, str]] = {}
        for name, others in self._words.nicknames:
            whole = fold(name)
            for other in others:
                short = fold(other)
                if short != whole:
                    alike.setdefault(whole, {})[short] = other
                    alike.setdefault(short, {})[whole] = name
        return PackedTable((word, chain.from_iterable(others.items())) for word, others in alike.items())

    @cached_property
    def _read(self) -> PackedTable:
        words = self._words.readings
        # Ten thousand words, so letter by letter instead of word by word; nobody writes accents here.
        folded = {ord(char): "".join(tokens(char)) for char in set().union(*(word for word, _ in words))}
        return PackedTable({word.translate(folded): [one.lower() for one in read] for word, read in words}.items())

    @cached_property
    def _readings(self) -> Packed:
        """Each reading and its word, in the order of the alphabet."""
        return Packed(f"{reading} {word}" for word, readings in self._read.rows() for reading in readings)

    @cached_property
    def _characters(self) -> Mapping[str, tuple[str, ...]]:
        found: dict[str, dict[str, None]] = {}
        for character, readings in self._words.characters:
            for reading in readings:
                found.setdefault(fold(reading), {})[character] = None
        return {reading: tuple(characters) for reading, characters in found.items()}

    def _put_together(self, typed: str) -> Iterator[str]:
        """Words of characters whose readings, one after the other, are what was typed so far: yama and da."""
        yield from self._characters.get(typed, ())[:_MOST_OF_READING]
        for at in range(1, len(typed)):
            firsts = self._characters.get(typed[:at], ())
            lasts = self._characters_begun(typed[at:]) if firsts else ()
            yield from (first + last for first in firsts[:_MOST_OF_READING] for last in lasts)

    def _characters_begun(self, typed: str) -> Sequence[str]:
        """Characters of which a reading begins so, those first that are read so."""
        found = dict.fromkeys(self._characters.get(typed, ()))
        readings = self._character_readings
        for place in range(bisect_left(readings, typed), len(readings)):
            if not readings[place].startswith(typed) or len(found) >= _MOST_OF_READING:
                break
            found.update(dict.fromkeys(self._characters[readings[place]]))
        return list(found)[:_MOST_OF_READING]

    @cached_property
    def _character_readings(self) -> Sequence[str]:
        return sorted(self._characters)

    @cached_property
    def _kinds(self) -> Mapping[str, frozenset[str]]:
        found: dict[str, set[str]] = {}
        for table in self._kinship.words.values() if self._kinship else ():
            for word, kind in table.items():
                found.setdefault("".join(tokens(word)), set()).add(kind)
        return MappingProxyType({word: frozenset(kinds) for word, kinds in found.items()})


NO_NAMES: Final = Names()
