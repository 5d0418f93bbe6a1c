"""The names of people: what else someone with a name is called, and how a name in another script is read.

Only ever used to find, never to guess or to propose: whoever asks for Dick finds Richard, and nobody is called
Dick unless the shop wrote so. That is why a form which also means something rude is kept where people really
answer to it; one that is only ever a taunt, or makes fun of where someone comes from, has no place here.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Self, TypeAlias

# A word as it is written, and the words that stand for it, the commonest first.
Told: TypeAlias = tuple[tuple[str, tuple[str, ...]], ...]

# A table whose name ends so tells of single characters, not of whole words.
_CHARACTERS: Final = "_characters"
# A key that begins so is a word to whoever reads the file.
_ASIDE: Final = "_"


@dataclass(frozen=True, slots=True, eq=False)
class NameWords:
    """What is known about names in all languages together, as it is written; the search folds it."""

    nicknames: Told  # a given name, its short and pet forms
    readings: Told  # a word in another script, how it is read in Latin letters
    characters: Told  # one character of which such words are made, how it is read in names

    @classmethod
    def from_texts(cls, nicknames: str, readings: str) -> Self:
        """Read the JSON of resources/knowledge/nicknames.json and readings.json; ValueError says what is wrong."""
        read = _tables("readings", readings)
        return cls(
            nicknames=_together(_tables("nicknames", nicknames).values()),
            readings=_together(table for name, table in read.items() if not name.endswith(_CHARACTERS)),
            characters=_together(table for name, table in read.items() if name.endswith(_CHARACTERS)),
        )


NO_NAMES: Final = NameWords((), (), ())


def _tables(file: str, text: str) -> dict[str, Told]:
    told = json.loads(text)
    if not isinstance(told, dict):
        raise ValueError(f"{file}: not a table of languages")
    return {name: _table(f"{file}, {name}", table) for name, table in told.items() if not name.startswith(_ASIDE)}


def _table(place: str, table: object) -> Told:
    if not isinstance(table, dict):
        raise ValueError(f"{place}: not a table of words")
    for word, others in table.items():
        if not isinstance(others, str) or not others.strip():
            raise ValueError(f"{place}, {word}: no words stand for it")
    return tuple((word, tuple(others.split())) for word, others in table.items())


def _together(tables: Iterable[Told]) -> Told:
    """One table of all: what several languages say of the same word is said once, in their order."""
    all_of: dict[str, tuple[str, ...]] = {}
    for table in tables:
        for word, others in table:
            known = all_of.get(word)
            all_of[word] = tuple(dict.fromkeys(known + others)) if known else others
    return tuple(all_of.items())
