"""Folding: what is left of a name when case, accents, width and ways of typing no longer matter.

"Siobhán", "SIOBHAN" and "siobhan" fold to the same letters; a name stays in its own script. Every folded
letter remembers which written letters it came from, so that a match can be shown in the name as written.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import Final, NamedTuple

# A word longer than this is told from another by its beginning; it keeps the index and the scoring small.
LONGEST_WORD: Final = 40

# Marks before keys that are no words as anybody types them; no name and no query may contain them.
KIN_MARK: Final = "ʞ"  # a word of a relative's name
SOUND_MARK: Final = "ʬ"  # what is heard of a word whose vowels are not written: its consonants
LOOSE_MARK: Final = "ʭ"  # a word of another script in Latin letters, without what the systems disagree about
MARKS: Final = KIN_MARK + SOUND_MARK + LOOSE_MARK

_SPECIAL: Final = {
    # Letters that Unicode does not take apart, as they are typed where the keyboard lacks them.
    "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h", "ŋ": "n", "ŧ": "t",
    "ƶ": "z", "ɓ": "b", "ɗ": "d", "ƙ": "k", "ə": "e", "ɛ": "e", "ɔ": "o", "ɨ": "i", "ʉ": "u", "ſ": "s",
    # One letter of Arabic and Persian with several code points, and what is often written for another.
    "ى": "ي", "ی": "ي", "ې": "ي", "ک": "ك", "ڪ": "ك", "ة": "ه", "ہ": "ه", "ھ": "ه", "ە": "ه", "ۀ": "ه", "ـ": "",
    # A joiner that shows nothing still parts two words of a Persian name; a hyphen may be typed for it, or nothing.
    "\u200c": " ",
    # The okina and its like are apostrophes: they part, and the joined form is a key of its own.
    **dict.fromkeys("ʻʼʹʽˈ", "'"),
    # Our own marks.
    KIN_MARK: "k", SOUND_MARK: "w", LOOSE_MARK: "z",
}  # fmt: skip
# How a letter is spelt out where the keyboard lacks it: both muller and mueller are Müller.
_SPELT_OUT: Final = {"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa"}
_ASCII_WORD: Final = re.compile(r"[a-z0-9]+")
_KEPT_SOUND_MARKS: Final = "\u3099\u309a"  # ga is not ka
_LOOSE_MARKS: Final = (
    (0x1AB0, 0x1AFF), (0x1DC0, 0x1DFF), (0x20D0, 0x20FF), (0x302A, 0x302D),
    (0xFE00, 0xFE0F), (0xFE20, 0xFE2F), (0xE0100, 0xE01EF),
)  # fmt: skip


class Written(NamedTuple):
    """One folded word, and where in the written text each of its letters begins and ends."""

    letters: str
    starts: Sequence[int]
    ends: Sequence[int]

    def span(self, first: int, count: int) -> tuple[int, int]:
        """The stretch of the text that so many letters from the first one came from."""
        return self.starts[first], self.ends[first + count - 1]


def _is_accent(char: str) -> bool:
    """A mark that may be left out. The vowel signs of Indian and Thai writing are letters, not accents."""
    point = ord(char)
    if not unicodedata.category(char).startswith("M") or char in _KEPT_SOUND_MARKS:
        return False
    return point < 0x07A6 or any(first <= point <= last for first, last in _LOOSE_MARKS)


@lru_cache(maxsize=16_384)
def _joins(char: str) -> bool:
    """Whether a letter as written belongs to the one before it: a mark, or a further part of a Hangul syllable."""
    return unicodedata.category(char).startswith("M") or 0x1160 <= ord(char) <= 0x11FF


@lru_cache(maxsize=65_536)
def _fold_cluster(cluster: str) -> str:
    """One written letter with its marks, folded.

    Hangul stays in its parts, so that a half-typed syllable is a beginning.
    """
    text = cluster
    for _ in range(3):
        text = unicodedata.normalize("NFKD", text).casefold()
    text = "".join(_SPECIAL.get(char, char) for char in text if not _is_accent(char))
    text = "".join(_plain(char) for char in text)
    if any(0x1100 <= ord(char) <= 0x11FF for char in text):
        return text
    return unicodedata.normalize("NFC", text)


@lru_cache(maxsize=65_536)
def _plain(char: str) -> str:
    """A letter without what only looks different: digits of every script, katakana as hiragana, nothing unseen."""
    if char.isascii():
        return char if char >= " " and char != "\x7f" else " "
    category = unicodedata.category(char)
    if category == "Nd":
        return str(unicodedata.decimal(char))
    if "\u30a1" <= char <= "\u30f6":
        return chr(ord(char) - 0x60)
    if category in {"Cf", "Cs", "Cn"}:
        return ""
    return " " if category in {"Cc", "Zs", "Zl", "Zp"} else char


@lru_cache(maxsize=65_536)
def is_letter(char: str) -> bool:
    """Whether a folded character is part of a word."""
    return char.isalnum() or unicodedata.category(char).startswith("M")


def clusters(text: str) -> list[tuple[int, int]]:
    """Where each written letter with its marks begins and ends."""
    ends: list[tuple[int, int]] = []
    start = 0
    for index in range(1, len(text) + 1):
        if index == len(text) or not _joins(text[index]):
            ends.append((start, index))
            start = index
    return ends


def fold(text: str) -> str:
    """The text with case, accents, width and digit shapes no longer told apart; folding twice changes nothing."""
    if text.isascii():
        return text.lower() if text.isprintable() else "".join(_plain(char) for char in text.lower())
    if not any(map(_joins, text)):  # as in most names: every sign is a letter of its own
        return "".join(map(_fold_cluster, text))
    return "".join(_fold_cluster(text[start:end]) for start, end in clusters(text))


def words(folded: str) -> list[str]:
    """The words of a folded text, in order; where it has not one letter, its signs stand for them."""
    if folded.isascii():
        found = _ASCII_WORD.findall(folded)
    else:
        found = "".join(char if is_letter(char) else " " for char in folded).split()
        if not found:  # someone may be known as a sunflower and nothing else
            found = "".join(char if unicodedata.category(char) == "So" else " " for char in folded).split()
    return [word[:LONGEST_WORD] for word in found]


def tokens(text: str) -> list[str]:
    """The folded words of a text."""
    return words(fold(text))


@lru_cache(maxsize=2048)
def written_words(text: str, *, spelt_out: bool = False) -> tuple[Written, ...]:
    """Each folded word of a text, with the places in the text that its letters came from.

    Spelt out, ä is two letters that came from one place.
    """
    if text.isascii():
        return tuple(
            Written(match.group(), range(*match.span()), range(match.start() + 1, match.end() + 1))
            for match in _ASCII_WORD.finditer(text.lower())
        )
    folding = _spelt if spelt_out else _fold_cluster
    found: list[Written] = []
    letters, starts, ends = "", [], []
    for start, end in (*clusters(text), (-1, -1)):
        for char in folding(text[start:end]) if end > 0 else " ":
            if is_letter(char):
                letters += char
                starts.append(start)
                ends.append(end)
            elif letters:
                found.append(Written(letters, starts, ends))
                letters, starts, ends = "", [], []
    return tuple(found)


def _spelt(cluster: str) -> str:
    return _SPELT_OUT.get(unicodedata.normalize("NFC", cluster).casefold()) or _fold_cluster(cluster)
