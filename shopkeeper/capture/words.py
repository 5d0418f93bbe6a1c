"""The words of one language made ready for reading: marker phrases by their first word, lists by their first word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from typing import Final, TypeAlias

from rapidfuzz.distance import OSA

from shopkeeper.capture.tokens import Token, fold, tokens
from shopkeeper.knowledge.capture import CaptureWords

# The words of an entry and what it stands for.
Entry: TypeAlias = tuple[tuple[str, ...], str]
# A place in the line and what stands there, up to (not including) the place.
Reach: TypeAlias = tuple[int, str]

# Slots that no list stands behind: words, dates, numbers, names, and words such as Nussallergie.
OPEN_SLOTS: Final = frozenset(
    {"what", "date", "age", "name", "owner", "person", "tel", "email", "quoted", "digits", "street"}
    | {"compound_allergy", "compound_intolerance"}
)
# From so many letters on a medicine's name is known with one slip in it.
_SLIP_FROM: Final = 6
# So many are made ready in two or three milliseconds.
_MEANINGS_AT_ONCE: Final = 6
_WORDS_AT_ONCE: Final = 800
_MADE: Final[dict[CaptureWords, Tables]] = {}
_CHOICE: Final = re.compile(r"\[([^\]]*)\]|\(([^)]*)\)")


@dataclass(frozen=True, slots=True)
class Marker:
    """A phrase that says what its slots mean: "allergic to {what}"."""

    meaning: str
    parts: tuple[str, ...]  # words as they are compared, and slots in braces
    weight: int  # how much of it are words: the heaviest that fits is meant

    @property
    def is_bare(self) -> bool:
        """Whether it has no word of its own, so that it can only be a whole clause."""
        return all(part[0] == "{" for part in self.parts)


# One is the same as another only if it is that one.
@dataclass(frozen=True, slots=True, eq=False)
class Tables:
    """What capture/ asks while it reads."""

    language: str
    starts: Mapping[tuple[str, str], tuple[Marker, ...]]  # by the first two words; no second before a slot or an end
    loose: Mapping[str, tuple[Marker, ...]]  # those that begin with a slot, by the first word after it
    bare: tuple[Marker, ...]
    lists: Mapping[str, Mapping[str, tuple[Entry, ...]]]  # list -> first word -> entries, the longest first
    possessive: tuple[str, ...]  # what makes Leo's of Leo
    known_possessive: tuple[str, ...]  # the same for someone known: Leos, where Hans is no possessive of Han
    compounds: Mapping[str, tuple[str, ...]]  # slot -> how words end that fill it: Nussallergie
    elided: frozenset[str]  # the l' of l'orge
    medicines: Mapping[
        str, tuple[str, ...]
    ]  # names of medicines by their first letter: long ones, where a slip is clear
    street_endings: tuple[str, ...]  # of words that are a street by their end: Lindenstraße

    def beginning(self, toks: Sequence[Token], at: int) -> tuple[Marker, ...]:
        """The phrases that may begin with the words at a place."""
        first = toks[at].fold
        found = self.starts.get((first, ""), ())
        return found + self.starts.get((first, toks[at + 1].fold), ()) if at + 1 < len(toks) else found

    def longest(self, name: str, toks: Sequence[Token], at: int, end: int) -> Reach | None:
        """The longest entry of a list that stands at a place."""
        for words, value in self.lists[name].get(toks[at].fold, ()) if at < end else ():
            stop = at + len(words)
            if stop <= end and all(toks[at + n].fold == word for n, word in enumerate(words)):
                return stop, value
        return None

    def alone(self, name: str, word: str) -> str:
        """What a single word of a list stands for; empty when the list has it not."""
        return next((value for words, value in self.lists[name].get(word, ()) if len(words) == 1), "")

    def is_nearly_medicine(self, word: str) -> bool:
        """Whether a word is a medicine's name with one slip in it: penicilin."""
        if len(word) < _SLIP_FROM:
            return False
        return any(OSA.distance(word, name, score_cutoff=1) <= 1 for name in self.medicines.get(word[0], ()))

    def has(self, name: str, word: Token) -> bool:
        """Whether a list has this single word."""
        return any(len(words) == 1 for words, _ in self.lists[name].get(word.fold, ()))


def tables(words: CaptureWords) -> Tables:
    """The tables of one language, made when its first line is read, if nobody has made them before."""
    for _ in made_in_steps(words):
        pass
    return _MADE[words]


def made_in_steps(words: CaptureWords) -> Iterator[None]:
    """Make the tables of one language, a few milliseconds at each step: in one go it takes longer than a key may."""
    if words in _MADE:
        return
    starts: dict[tuple[str, str], list[Marker]] = {}
    loose: dict[str, list[Marker]] = {}
    bare: list[Marker] = []
    elided = frozenset(fold(word) for word in words.lists["elided"])
    slots = OPEN_SLOTS | words.lists.keys()
    for at, (meaning, patterns) in enumerate(words.phrases.items(), start=1):
        for marker in (one for pattern in patterns for one in _markers(meaning, pattern, elided)):
            if any(part[0] == "{" and part[1:-1] not in slots for part in marker.parts):
                raise ValueError(f"capture-{words.language}, {meaning}: no such slot in {marker.parts}")
            if marker.is_bare:
                bare.append(marker)
            elif marker.parts[0][0] == "{":
                loose.setdefault(next(part for part in marker.parts if part[0] != "{"), []).append(marker)
            else:
                first, second = (*marker.parts, "")[:2]
                starts.setdefault((first, "" if second[:1] == "{" else second), []).append(marker)
        if at % _MEANINGS_AT_ONCE == 0:
            yield
    lists: dict[str, dict[str, list[Entry]]] = {name: {} for name in words.lists}
    told = ((name, *row) for name, entries in words.lists.items() for row in entries.items())
    for at, (name, entry, value) in enumerate(told, start=1):
        if known := folded(entry, elided):
            lists[name].setdefault(known[0], []).append((known, value))
        if at % _WORDS_AT_ONCE == 0:
            yield
    begun = {first: _heaviest(found) for first, found in starts.items()}
    yield
    _MADE[words] = Tables(
        language=words.language,
        starts=begun,
        loose={first: _heaviest(found) for first, found in loose.items()},
        bare=_heaviest(bare),
        lists={name: _longest_first(entries) for name, entries in lists.items()},
        possessive=tuple(fold(ending) for ending in words.lists["possessive"]),
        compounds={
            name: tuple(fold(ending) for ending in words.lists[name])
            for name in ("compound_allergy", "compound_intolerance")
        },
        known_possessive=tuple(fold(ending) for ending in words.lists["known_possessive"]),
        elided=elided,
        medicines=_medicines(words.lists["substance"]),
        street_endings=tuple(fold(ending) for ending in words.lists["street_end"]),
    )


def _medicines(substances: Mapping[str, str]) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for word in sorted({fold(word) for word, category in substances.items() if category == "medicine"}):
        if len(word) >= _SLIP_FROM and " " not in word:
            found.setdefault(word[0], []).append(word)
    return {first: tuple(names) for first, names in found.items()}


def _heaviest(found: list[Marker]) -> tuple[Marker, ...]:
    return tuple(sorted(dict.fromkeys(found), key=lambda marker: -marker.weight))


def _markers(meaning: str, pattern: str, elided: frozenset[str]) -> Iterator[Marker]:
    """Every way to say a pattern: "[is|was] allergic (to|against) {what}" is six."""
    pieces: list[tuple[str, ...]] = []
    at = 0
    for choice in _CHOICE.finditer(pattern):
        pieces.append((pattern[at : choice.start()],))
        optional, needed = choice.groups()
        pieces.append(("", *optional.split("|")) if optional is not None else tuple(needed.split("|")))
        at = choice.end()
    pieces.append((pattern[at:],))
    for way in product(*pieces):
        parts = tuple(part for word in " ".join(way).split() for part in _parts(word, elided))
        yield Marker(meaning, parts, sum(_weight(part) for part in parts))


def _weight(part: str) -> int:
    """A word says more than a list of words, and that more than any words."""
    if part[0] != "{":
        return 4
    return 1 if part[1:-1] in OPEN_SLOTS else 2


def _parts(word: str, elided: frozenset[str]) -> tuple[str, ...]:
    return (word,) if word[0] == "{" else folded(word, elided)


@lru_cache(maxsize=4096)
def folded(words: str, elided: frozenset[str]) -> tuple[str, ...]:
    """Words as they are compared with a line."""
    if words.isalnum():
        return (fold(words),)
    return tuple(token.fold for token in tokens(words, elided))


def _longest_first(entries: Mapping[str, list[Entry]]) -> Mapping[str, tuple[Entry, ...]]:
    return {first: tuple(sorted(rows, key=lambda row: -len(row[0]))) for first, rows in entries.items()}
