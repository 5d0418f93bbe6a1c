"""The words of the one-line grammar in one language: marker phrases with slots, and lists of words."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final, Self

# A key that begins so is a word to whoever reads the file.
_ASIDE: Final = "_"


# One is the same as another only if it is that one.
@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class CaptureWords:
    """What a line may say in one language, as it is written; capture/ folds and compiles it."""

    language: str
    phrases: Mapping[str, tuple[str, ...]] = field(repr=False)  # meaning -> "allergic to {what}", …
    lists: Mapping[str, Mapping[str, str]] = field(repr=False)  # list -> word -> what it stands for

    @classmethod
    def from_texts(cls, language: str, capture: str, kinship: str, substances: str) -> Self:
        """Read capture-LANGUAGE.json, kinship.json and substances.json of resources/knowledge.

        ValueError or KeyError says what is wrong with them. A language without family words of its own
        has none; substances are looked up in every language, since a label is read as it is printed.
        """
        told = json.loads(capture)
        lists = {name: _list(f"capture-{language}, {name}", words) for name, words in told["lists"].items()}
        kin = json.loads(kinship)["words"].get(language, {})
        lists["kin"] = {word: kind for kind, words in kin.items() for word in words}
        lists["substance"] = _substances(json.loads(substances))
        return cls(
            language=language,
            phrases=MappingProxyType({meaning: tuple(told["phrases"][meaning]) for meaning in told["phrases"]}),
            lists=MappingProxyType(lists),
        )


def _list(place: str, words: object) -> Mapping[str, str]:
    """A list stands for its own words, a table for the words at the left of its rows."""
    match words:
        case list():
            return {str(word): str(word) for word in words}
        case dict():
            return {str(word): key for key, row in words.items() for word in _row(place, row)}
        case _:
            raise ValueError(f"{place}: neither a list nor a table of words")


def _row(place: str, row: object) -> Iterable[object]:
    if not isinstance(row, list):
        raise ValueError(f"{place}: a row is not a list of words")
    return row


def _substances(told: Mapping[str, object]) -> Mapping[str, str]:
    """Every substance by its words, with the category it belongs to."""
    found: dict[str, str] = {}
    for category, table in told.items():
        if category.startswith(_ASIDE):
            continue
        if not isinstance(table, dict):
            raise ValueError(f"substances, {category}: not a table of words")
        for words in table.values():
            found.update(dict.fromkeys(map(str, _row(f"substances, {category}", words)), category))
    return MappingProxyType(found)
