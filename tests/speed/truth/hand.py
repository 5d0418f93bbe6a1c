"""What was written by hand: how names are read in Latin letters, nicknames, and what stands on which key."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final

from shopkeeper.examples.pools import POOLS, Pool

_HERE: Final = Path(__file__).parent
_UNDIVIDED: Final = str.maketrans("łŁøØđĐı", "lLoOdDi")
_LETTERS: Final = {"ß": "ss", "æ": "ae", "œ": "oe"}


def plain(text: str) -> str:
    """The text in small letters without accents, as somebody types it who has no time."""
    for letter, two in _LETTERS.items():
        text = text.replace(letter, two)
    text = "".join(char for char in unicodedata.normalize("NFKD", text) if not unicodedata.combining(char))
    return unicodedata.normalize("NFC", text.translate(_UNDIVIDED).casefold())


def words(text: str) -> list[str]:
    """The words of a plain text; an apostrophe, a comma and an underscore part them."""
    for sign in ",.'’_-":
        text = text.replace(sign, " ")
    return text.split()


def _sections(file: str) -> Iterator[tuple[str, list[str]]]:
    """Each section of a hand-written file with its lines."""
    heading, lines = "", list[str]()
    for line in (_HERE / file).read_text("utf-8").splitlines():
        if line.startswith("[") and line.endswith("]"):
            if heading:
                yield heading, lines
            heading, lines = line[1:-1], []
        elif line and not line.startswith("#"):
            lines.append(line)
    yield heading, lines


@cache
def _table(file: str) -> dict[str, dict[str, tuple[str, ...]]]:
    """The sections of a file whose lines are a word and what it may be."""
    return {
        heading: {first: tuple(rest) for first, *rest in (line.split() for line in lines)}
        for heading, lines in _sections(file)
    }


def nicknames() -> dict[str, dict[str, tuple[str, ...]]]:
    """For each language: a given name, and what else its bearer is called."""
    return _table("nicknames.txt")


@cache
def keyboards() -> dict[str, dict[str, str]]:
    """For each language: the letter of its keyboard and the key of a United States one that it shares."""
    return {language: dict(zip(lines[1], lines[0], strict=True)) for language, lines in _sections("keyboards.txt")}


@cache
def readings(language: str) -> tuple[dict[str, tuple[str, ...]], dict[str, tuple[str, ...]]]:
    """How the given names and the families of a language are read, in small Latin letters."""
    pool = next(pool for pool in POOLS if pool.language == language)
    tables = _table("readings.txt")
    given = {name: _small(read) for name, read in tables.get(f"{language} given", {}).items()}
    if syllables := tables.get(f"{language} syllable"):
        given = {name: _small(_pairs(syllables[name[0]], syllables[name[1]])) for name in pool.givens}
    families = {name: _small(read) for name, read in tables.get(f"{language} family", {}).items()}
    families = {name.replace("_", " "): tuple(one.replace("_", " ") for one in read) for name, read in families.items()}
    return given, families | _put_together(pool)


def _put_together(pool: Pool) -> dict[str, tuple[str, ...]]:
    """Families read stem by ending, each system of reading for itself."""
    stems = _table("readings.txt").get(f"{pool.language} stem", {})
    endings = _table("readings.txt").get(f"{pool.language} ending", {})
    return {
        stem + ending: _small(_pairs(stems[stem], endings[ending]))
        for stem in stems
        for ending in endings
        if stem + ending in pool.families
    }


def _pairs(first: tuple[str, ...], second: tuple[str, ...]) -> tuple[str, ...]:
    """Two parts read as one word, each system of reading for itself."""
    systems = max(len(first), len(second))
    return tuple(first[min(system, len(first) - 1)] + second[min(system, len(second) - 1)] for system in range(systems))


def _small(read: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.casefold() for one in read))
