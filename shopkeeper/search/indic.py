"""Devanagari and its sister scripts in Latin letters: a consonant carries an a, which is heard or not."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from shopkeeper.search.letters import table

# The sister scripts stand in the same order, block after block; all are read as the first.
_BLOCK: Final = 0x80
_FIRST: Final = 0x0900
_SOUTHERN: Final = 0x0B80  # from Tamil on, the last a is heard

_CONSONANTS: Final = table(
    "कखगघङचछजझञटठडढणतथदधनऩपफबभमयरऱलळऴवशषसह",
    "k kh g gh n ch chh j jh n t th d dh n t th d dh n n p ph b bh m y r r l l l v sh sh s h",
)  # fmt: skip
_WITH_DOT: Final = {"क": "q", "ख": "kh", "ग": "g", "ज": "z", "ड": "r", "ढ": "rh", "फ": "f", "य": "y"}
_VOWELS: Final = table(
    "अआइईउऊऋएऐओऔऍऑऎऒ",
    "a a i i u u ri e ai o au e o e o",
)
_SIGNS: Final = table(
    "ािीुूृॄेैोौॅॉॆॊ",
    "a i i u u ri ri e ai o au e o e o",
)
_SILENCE, _DOT, _NASAL, _BREATH = "्", "़", "ंँ\u0970", "ः"
_KNOWN_ENDS: Final = (("sinh$", "singh"), ("jny", "gy"), ("jn", "gy"))
# Between two heard syllables the a falls silent: vimala is Vimla.
_SILENT_WITHIN: Final = re.compile("(?<=[aeiou])([bcdfghjklmnpqrstvyz]h?)ə(?=[bcdfghjklmnpqrstvyz]h?[aeiou])")
_HEARD_VOWEL: Final = re.compile("[aeiouə]")
_LEANING: Final = re.compile("[bcdfghjklmnpqrstvz][rnmyvl]ə$")


def forms(word: str) -> list[str]:
    """A Hindi name as it is usually spelt, and with every a of its middle."""
    southern = ord(word[0]) >= _SOUTHERN
    letters = [chr(_FIRST + ord(char) % _BLOCK) if ord(char) >= _FIRST else char for char in word]
    heard = _heard("".join(letters), southern)
    usual = _SILENT_WITHIN.sub(r"\1", heard).replace("ə", "a")
    whole = heard.replace("ə", "a")
    for ending, spelt in _KNOWN_ENDS:
        usual, whole = re.sub(ending, spelt, usual), re.sub(ending, spelt, whole)
    return [usual, whole] if not southern else [whole, usual]


def _heard(word: str, southern: bool) -> str:
    """The sounds of a word; ə is an a that nobody wrote."""
    spelt: list[str] = []
    text = unicodedata.normalize("NFD", word)
    for at, char in enumerate(text):
        after = text[at + 1 : at + 2]
        if char in _CONSONANTS:
            spelt.append(_WITH_DOT.get(char, _CONSONANTS[char]) if after == _DOT else _CONSONANTS[char])
            rest = text[at + 1 :].lstrip(_DOT)
            if not rest or (rest[0] not in _SIGNS and rest[0] != _SILENCE):
                spelt.append("ə")
        elif char in _SIGNS or char in _VOWELS:
            spelt.append(_SIGNS.get(char) or _VOWELS[char])
        elif char in _NASAL:
            spelt.append("n")
        elif char in _BREATH:
            spelt.append("h")
    heard = re.sub("n(?=[pbm])", "m", "".join(spelt))
    # The last a is silent in the north, unless it is the only vowel, or two consonants lean on it: Krishna, Mitra.
    kept = southern or len(_HEARD_VOWEL.findall(heard)) < 2 or _LEANING.search(heard)
    return heard if kept else heard.removesuffix("ə")
