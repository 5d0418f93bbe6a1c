"""The names of people: what else someone with a name is called, and how a name in another script is read.

Only ever used to find, never to guess or to propose: whoever asks for Dick finds Richard, and nobody is called
Dick unless the shop wrote so. That is why a form which also means something rude is kept where people really
answer to it; one that is only ever a taunt, or makes fun of where someone comes from, has no place here.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, TypeAlias

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


NO_NAMES: Final = NameWords((), (), ())


@dataclass(frozen=True, slots=True, eq=False)
class ReadNames:
    """The same, in the JSON of resources/knowledge/nicknames.json and readings.json; ValueError says what is wrong.

    Read anew at each asking and never kept: together it is seven megabytes, of which the search keeps one.
    """

    text_of: Callable[[str], str]

    @property
    def nicknames(self) -> Told:
        """All of the first file."""
        return self._together("nicknames", lambda _: True)

    @property
    def readings(self) -> Told:
        """Words, from the second."""
        return self._together("readings", lambda table: not table.endswith(_CHARACTERS))

    @property
    def characters(self) -> Told:
        """Single characters, from the second."""
        return self._together("readings", lambda table: table.endswith(_CHARACTERS))

    def _together(self, file: str, is_wanted: Callable[[str], bool]) -> Told:
        """One table of all: what several languages say of the same word is said once, in their order."""
        told = json.loads(self.text_of(file))
        if not isinstance(told, dict):
            raise ValueError(f"{file}: not a table of languages")
        all_of: dict[str, tuple[str, ...]] = {}
        for name in [name for name in told if not name.startswith(_ASIDE) and is_wanted(name)]:
            for word, others in _table(f"{file}, {name}", told.pop(name)).items():
                known, more = all_of.get(word), tuple(others.split())
                all_of[word] = tuple(dict.fromkeys(known + more)) if known else more
        return tuple(all_of.items())


def _table(place: str, table: object) -> dict[str, str]:
    if not isinstance(table, dict):
        raise ValueError(f"{place}: not a table of words")
    for word, others in table.items():
        if not isinstance(others, str) or not others.strip():
            raise ValueError(f"{place}, {word}: no words stand for it")
    return table
