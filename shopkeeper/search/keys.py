"""Keys: the words under which someone is found, made from their name and the names of their kin."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import Final, NamedTuple

from shopkeeper.domain.person import Name, Person
from shopkeeper.knowledge.kinship import gender_of
from shopkeeper.search import latin
from shopkeeper.search.fold import KIN_MARK, LONGEST_WORD, LOOSE_MARK, SOUND_MARK, Written, fold, tokens, written_words
from shopkeeper.search.hit import Relative
from shopkeeper.search.phonetic import abjad_skeletons, is_abjad

# Raised whenever the rules below, those of folding, or what the store tells of a person change:
# the index is then made anew at the next opening.
VERSION: Final = 9

_MOST_WORDS: Final = 48  # of one person; a name of a thousand words is someone else's joke
_DIGRAPH: Final = re.compile("(?<=[a-z])[ao]e|(?<=[a-z])(?<!q)ue")


@dataclass(frozen=True, slots=True)
class NameKeys:
    """The words of one person's row in the index, each kind in its column, parted by spaces."""

    own: str  # every word of their names
    alt: str  # other ways of typing them: joined compounds, mueller for Müller, titles, how the name is read
    kin: str  # the words of their kin's names, marked, so that kin never crowd out people of that name; see `kin_key`


def keys_of(name: Name, kin: Iterable[str | Relative] = (), also: Iterable[str] = (), pronouns: str = "") -> NameKeys:
    """The keys of one name; `also` are further names that the person goes by."""
    titles = dict.fromkeys([*tokens(name.prefix), *tokens(name.suffix)])
    own: dict[str, None] = {}
    alt = dict(titles)
    parts = [part for part in (name.given, name.additional, name.family, *name.nicknames, *also) if part]
    for part in parts:
        pieces = _pieces(part)
        for piece in pieces:
            own.update(piece.words)
            alt.update(piece.others)
        alt.update(_joined(pieces))
    shown = _pieces(name.formatted)
    for piece in shown:
        own.update(piece.words if not titles else {word: None for word in piece.words if word not in titles})
        alt.update(piece.others)
    if not parts:  # where only the whole name is known, a compound may be anywhere in it
        alt.update(_joined(shown))
    for sound in (name.phonetic_given, name.phonetic_additional, name.phonetic_family, name.sort_as):
        if sound:
            alt.update(dict.fromkeys(tokens(sound)))
    if not own:  # someone with a title and nothing else
        own = titles
    return NameKeys(
        own=" ".join(islice(own, _MOST_WORDS)),
        alt=" ".join(islice((word for word in alt if word not in own), _MOST_WORDS)),
        kin=" ".join(islice(_of_kin(kin, pronouns), _MOST_WORDS)),
    )


def kin_key(word: str, kind: str = "", said: str = "") -> str:
    """The key under which someone is found through a relative: a word of that one's name, what this person is to
    them, and what the shop calls it. It begins with the keys of those who know less: leo, leo's parent, leo's mum.
    """
    return KIN_MARK + word + KIN_MARK + (bare(kind) + KIN_MARK + said if kind else "")


def bare(kind: str) -> str:
    """A kind of kin, or a family word, as it stands in a key."""
    return "".join(tokens(kind))


def _of_kin(kin: Iterable[str | Relative], pronouns: str) -> Iterator[str]:
    found: dict[str, None] = {}
    for one in kin:
        relative = one if isinstance(one, Relative) else Relative(one)
        said = bare(relative.words) or gender_of(pronouns) or ""
        for piece in _pieces(relative.name):
            found.update(dict.fromkeys(kin_key(word, relative.kind, said) for word in (*piece.words, *piece.held)))
    yield from found


def goes_by(person: Person) -> tuple[str, ...]:
    """The names someone goes by beside their own, and these as they are said aloud; an entry with no name at all goes
    by its organisation.
    """
    said = "".join(tokens(person.say_it))
    others = tuple(name for name in (person.call_them, said) if name)
    return others if not person.organisation or tokens(str(person.name)) else (*others, person.organisation)


def shown_name(person: Person) -> str:
    """The name that a result row shows."""
    return str(person.name) or person.call_them or person.organisation


class _Piece(NamedTuple):
    """What stands between two spaces of a name. The same pieces come again and again, so each is taken apart once."""

    words: dict[str, None]
    others: dict[str, None]  # the same words as someone might type them who spells or parts them in another way
    held: tuple[str, ...]  # what a hyphen or an apostrophe holds together, as one word: oneill, martas


def _pieces(part: str) -> list[_Piece]:
    return [_piece(text) for text in part.split()]


@lru_cache(maxsize=8192)
def _piece(text: str) -> _Piece:
    row = tokens(text)
    held = ("".join(row)[:LONGEST_WORD],) if len(row) > 1 else ()
    others = list(held)
    for word in row:
        if not word.isascii():
            others.extend(_beginnings_within(word))
        elif len(word) > 3:
            others.append(_DIGRAPH.sub(lambda match: match.group()[0], word))
    if not text.isascii():
        others.extend(word[:LONGEST_WORD] for word, _, _ in written_words(text, spelt_out=True))
        for written in written_words(text):
            others.extend(_in_latin(text, written))
    if len(row) > 2:
        others.extend(_runs(row, 2))
    return _Piece(dict.fromkeys(row), dict.fromkeys(word for word in others if word not in row), held)


def _in_latin(text: str, written: Written) -> Iterator[str]:
    """A word of another script as it is spelt in Latin letters, and what finds it however else it is spelt."""
    if written.letters.isascii():
        return
    spelt = latin.forms(text[written.starts[0] : written.ends[-1]])
    yield from spelt
    if is_abjad(written.letters):
        yield from (SOUND_MARK + sound for sound in abjad_skeletons(written.letters))
        yield from dict.fromkeys(LOOSE_MARK + latin.long_vowels(form) for form in spelt)
    else:
        yield from dict.fromkeys(LOOSE_MARK + latin.loose(form) for form in spelt)


def _joined(pieces: list[_Piece]) -> dict[str, None]:
    """Compounds written as one word: annamaria, delacruz; every two or three neighbours, then all."""
    if len(pieces) < 2:
        return {}
    row = [word for piece in pieces for word in piece.words]
    if not 1 < len(row) <= 8:
        return {}
    return dict.fromkeys(word for count in (2, 3, len(row)) for word in _runs(row, count))


def _runs(row: list[str], count: int) -> list[str]:
    return ["".join(row[first : first + count])[:LONGEST_WORD] for first in range(len(row) - count + 1)]


def _beginnings_within(word: str) -> list[str]:
    """Han, kana and Hangul names are written without spaces: someone may begin to type at every letter of one."""
    whole = unicodedata.normalize("NFC", word)
    if not all(
        "\u3041" <= char <= "\u30ff" or "\u3400" <= char <= "\u9fff" or "\uac00" <= char <= "\ud7a3" for char in whole
    ):
        return []
    return [fold(whole[start:]) for start in range(1, min(len(whole), 8))]
