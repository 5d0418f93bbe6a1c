"""Keys: the words under which someone is found, made from their name and the names of their kin."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from shopkeeper.domain.person import Name, Person
from shopkeeper.search.fold import KIN_MARK, LONGEST_WORD, fold, tokens, words, written_words

# Raised whenever the rules below, those of folding, or what the store tells of a person change:
# the index is then made anew at the next opening.
VERSION: Final = 4

_MOST_WORDS: Final = 48  # of one person; a name of a thousand words is someone else's joke
_DIGRAPH: Final = re.compile("(?<=[a-z])[ao]e|(?<=[a-z])(?<!q)ue")


@dataclass(frozen=True, slots=True)
class NameKeys:
    """The words of one person's row in the index, each kind in its column, parted by spaces."""

    own: str  # every word of their names
    alt: str  # other ways of typing them: joined compounds, mueller for Müller, titles, how the name is read
    kin: str  # the words of their kin's names, marked, so that kin never crowd out people of that name


def keys_of(name: Name, kin_names: Iterable[str] = (), also: Iterable[str] = ()) -> NameKeys:
    """The keys of one name; `also` are further names that the person goes by."""
    titles = dict.fromkeys([*tokens(name.prefix), *tokens(name.suffix)])
    parts = [part for part in (name.given, name.additional, name.family, *name.nicknames, *also) if part]
    shown = [word for word in tokens(name.formatted) if word not in titles] if name.formatted else []
    own = dict.fromkeys(word for part in parts for word in tokens(part))
    own.update(dict.fromkeys(shown))
    alt = dict(titles)
    for part in parts:
        alt.update(dict.fromkeys((*_joined(part), *_other_ways(part))))
    # A name of which only the whole is known may hold a compound anywhere; else its parts have said so already.
    alt.update(dict.fromkeys((*(() if parts else _joined(name.formatted)), *_other_ways(name.formatted))))
    for sound in (name.phonetic_given, name.phonetic_additional, name.phonetic_family, name.sort_as):
        alt.update(dict.fromkeys(tokens(sound)))
    if not own:  # someone with a title and nothing else
        own = titles
    kin = dict.fromkeys(KIN_MARK + word for kin_name in kin_names for word in (*tokens(kin_name), *_held(kin_name)))
    return NameKeys(
        own=" ".join(list(own)[:_MOST_WORDS]),
        alt=" ".join([word for word in alt if word not in own][:_MOST_WORDS]),
        kin=" ".join(list(kin)[:_MOST_WORDS]),
    )


def goes_by(person: Person) -> tuple[str, ...]:
    """The names someone goes by beside their own; an entry with no name at all goes by its organisation."""
    others = (person.call_them,) if person.call_them else ()
    return others if tokens(str(person.name)) else (*others, person.organisation)


def shown_name(person: Person) -> str:
    """The name that a result row shows."""
    return str(person.name) or person.call_them or person.organisation


def _other_ways(part: str) -> list[str]:
    """The same words as someone might type them who spells or parts them in another way."""
    found: list[str] = []
    own = tokens(part)
    for word in own:
        if not word.isascii():
            found.extend(_beginnings_within(word))
        elif len(word) > 3:
            found.append(_DIGRAPH.sub(lambda match: match.group()[0], word))
    if not part.isascii():
        found.extend(word[:LONGEST_WORD] for word, _, _ in written_words(part, spelt_out=True))
    return [word for word in found if word not in own]


def _held(part: str) -> list[str]:
    """What a hyphen or an apostrophe holds together, as one word: oneill, martas."""
    held = (words(piece) for piece in fold(part).split())
    return ["".join(row)[:LONGEST_WORD] for row in held if len(row) > 1]


def _joined(part: str) -> list[str]:
    """Compounds written as one word: annamaria, delacruz; every two or three neighbours, then all."""
    found = _held(part)
    row = tokens(part)
    if 1 < len(row) <= 8:
        for count in (2, 3, len(row)):
            found.extend("".join(row[first : first + count]) for first in range(len(row) - count + 1))
    return [word[:LONGEST_WORD] for word in found]


def _beginnings_within(word: str) -> list[str]:
    """Han, kana and Hangul names are written without spaces: someone may begin to type at every letter of one."""
    whole = unicodedata.normalize("NFC", word)
    if not all(
        "\u3041" <= char <= "\u30ff" or "\u3400" <= char <= "\u9fff" or "\uac00" <= char <= "\ud7a3" for char in whole
    ):
        return []
    return [fold(whole[start:]) for start in range(1, min(len(whole), 8))]
