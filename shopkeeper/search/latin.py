"""Other scripts in Latin letters: how a name of another alphabet is usually spelt by those who cannot type it.

Whatever a rule can tell is here; readings that have to be known word by word come from knowledge.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

from shopkeeper.search import indic, syllables, thai
from shopkeeper.search.fold import LONGEST_WORD
from shopkeeper.search.letters import table
from shopkeeper.search.phonetic import is_abjad

_MOST: Final = 5  # spellings of one word

_CYRILLIC: Final = table(
    "абвгдежзийклмнопрстуфхцчшщъыьэюяёіїєґўђјљњћџѓќѕәғқңөұүһ",
    "a b v g d e zh z i y k l m n o p r s t u f kh ts ch sh shch _ y _ e yu ya yo i yi ye g u dj j lj nj c dz gj kj dz"
    " a g k n o u u h",
)  # fmt: skip
# The passports' way, where it differs.
_PASSPORT: Final = {**_CYRILLIC, "й": "i", "ю": "iu", "я": "ia", "ё": "e", "х": "h", "ї": "i", "є": "ie"}
_UKRAINIAN: Final = re.compile("[іїєґ]")
_GEORGIAN: Final = table(
    "აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ",
    "a b g d e v z t i k l m n o p zh r s t u p k gh q sh ch ts dz ts ch kh j h",
)  # fmt: skip
_ARMENIAN: Final = table(
    "աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆև",
    "a b g d e z e y t zh i l kh ts k h dz gh ch m y n sh o ch p j r s v t r ts v p k o f ev",
)  # fmt: skip
# In the west the same letters are heard the other way round: Krikor, Hagop.
_WESTERN_ARMENIAN: Final = {**_ARMENIAN, **table("բպգկդտջճձծ", "p b k g t d ch j ts dz")}
_GREEK: Final = table(
    "αβγδεζηθικλμνξοπρσςτυφχψω",
    "a v g d e z i th i k l m n x o p r s s t y f ch ps o",
)  # fmt: skip
_GREEK_PAIRS: Final = (
    ("ου", "ou"), ("αυ(?=[θκξπσςτφχψ]|$)", "af"), ("αυ", "av"), ("ευ(?=[θκξπσςτφχψ]|$)", "ef"), ("ευ", "ev"),
    ("^μπ", "b"), ("^ντ", "d"), ("^γκ", "g"), ("γγ|γκ", "ng"), ("γχ", "nch"), ("τζ", "tz"),
)  # fmt: skip
# As it is heard: Yannis, Hristos, Lambros, Andonis.
_GREEK_HEARD: Final = (
    ("γι(?=[αεοωου])", "y"),
    ("γ(?=[ειηυ])", "y"),
    ("χ", "h"),
    ("μπ", "mb"),
    ("ντ", "nd"),
    ("οι|ει", "i"),
    ("αι", "e"),
)
_ABJAD: Final = {
    letter: latin
    for letters, latin in (
        ("اآאע", "a"), ("بב", "b"), ("پ", "p"), ("تطטתٹ", "t"), ("ثسصס", "s"), ("شש", "sh"), ("جژ", "j"),
        ("چ", "ch"), ("حهחה", "h"), ("خ", "kh"), ("دضדڈ", "d"), ("ذزظז", "z"), ("رרڑ", "r"), ("غ", "gh"), ("فפף", "f"),
        ("قקكככךک", "k"), ("گג", "g"), ("لל", "l"), ("مמם", "m"), ("نנן", "n"), ("وוؤ", "o"), ("يیىיئے", "i"),
        ("צץ", "tz"),
    )
    for letter in letters
}  # fmt: skip


@lru_cache(maxsize=16_384)
def forms(word: str) -> tuple[str, ...]:
    """How a word of another script is usually spelt in Latin letters, the commonest first; nothing for Latin words."""
    written = unicodedata.normalize("NFC", word).casefold()
    if not written or _is_latin(written):
        return ()
    spelt = (_plain(form) for form in _forms(written))
    return tuple(dict.fromkeys(form[:LONGEST_WORD] for form in spelt if form))[:_MOST]


def _is_latin(word: str) -> bool:
    return word.isascii() or all(
        char < "\u0250" or "\u0300" <= char < "\u0370" or "\u1e00" <= char < "\u1f00" for char in word
    )


def _plain(form: str) -> str:
    return re.sub("[^a-z0-9]", "", form.lower())


def _forms(word: str) -> list[str]:
    first = word[0]
    if "\u0400" <= first <= "\u052f":
        return _cyrillic(word)
    if "\u0370" <= first <= "\u03ff" or "\u1f00" <= first <= "\u1fff":
        return _greek(word)
    if "\u10d0" <= first <= "\u10ff":
        return [_spelt(word, _GEORGIAN)]
    if "\u0531" <= first <= "\u0587":
        return _armenian(word)
    if is_abjad(word):
        # Fatima and Sara end in an h that nobody says.
        return [_spelt(re.sub("[هةה]$", "ا", word), _ABJAD)]
    if "\u0900" <= first <= "\u0d7f":
        return indic.forms(word)
    if "\u0e00" <= first <= "\u0e7f":
        return thai.forms(word)
    if "\u3041" <= first <= "\u30ff":
        return syllables.kana(word)
    if "\uac00" <= first <= "\ud7a3":
        return syllables.hangul(word)
    if "\u3400" <= first <= "\u9fff":
        return syllables.han(word)
    return [anyone(word)]


def anyone(word: str) -> str:
    """A word of whatever script, letter by letter."""
    from anyascii import anyascii  # only when a name needs it

    return anyascii(word)


def _spelt(word: str, table: dict[str, str]) -> str:
    bare = "".join(
        char for char in unicodedata.normalize("NFC", word) if char in table or not unicodedata.combining(char)
    )
    return "".join(table.get(char, char if char.isascii() else "") for char in bare)


def _cyrillic(word: str) -> list[str]:
    if _UKRAINIAN.search(word):
        usual = {**_CYRILLIC, "г": "h", "и": "y"}
        return [_spelt(re.sub("ий$", "ы", word), usual), _spelt(word, {**_PASSPORT, "г": "h", "и": "y"})]
    # Dmitry, not Dmitriy: the end that most people write.
    return [_spelt(re.sub("[иы]й$", "ы", word), _CYRILLIC), _spelt(word, _PASSPORT)]


def _greek(word: str) -> list[str]:
    bare = "".join(char for char in unicodedata.normalize("NFD", word) if not unicodedata.combining(char))
    usual, heard = bare, bare
    for pair, latin in _GREEK_PAIRS:
        usual = re.sub(pair, latin, usual)
    for pair, latin in (*_GREEK_PAIRS, *_GREEK_HEARD):
        heard = re.sub(pair, latin, heard)
    # And as in the books: Demetrios.
    return [_spelt(usual, _GREEK), _spelt(heard, {**_GREEK, "υ": "i"}), _spelt(usual, {**_GREEK, "η": "e"})]


def _armenian(word: str) -> list[str]:
    eastern = re.sub("^ո", "vo", word.replace("ու", "u"))
    western = re.sub("^ո", "vo", word.replace("ու", "ou")).replace("յան", "ian")
    return [
        _spelt(re.sub("^ե", "ye", eastern), _ARMENIAN),
        _spelt(western, _ARMENIAN),
        _spelt(western, _WESTERN_ARMENIAN),
    ]


# What the systems of spelling disagree about, the longer ones first.
_LOOSE: Final = (
    ("i", "e[yij]?e"),
    ("ks", "x"), ("s", "schtsch|shch|sch|sh|zh|[sz]+"), ("c", "tsch|tch|tz|ts|cz|ch|c(?![aou]|[lrk])"),
    ("h", "kh|h"),
    ("k", "ck|cc|q|c|k+"), ("v", "ff?$|w|v+"), ("f", "ph|f+"), ("e", "[yij]+e|e"), ("i", "[yij]+"), ("u", "ou|oo|u+"),
    ("a", "a+"), ("o", "o"), ("t", "th|t+"), ("d", "dh|d+"), ("b", "bh|b+"), ("g", "gu(?=[ei])|gh|g+"),
    ("l", "l+"), ("m", "m+"), ("n", "n+"), ("p", "p+"), ("r", "r+"),
)  # fmt: skip
_LOOSELY: Final = re.compile("|".join(f"({letters})" for _, letters in _LOOSE))
_LOOSE_LETTER: Final = ("", *(letter for letter, _ in _LOOSE))


def loosely(typed: str) -> tuple[str, ...]:
    """A typed word without what the systems disagree about; an x may be a ks, or what others write kh."""
    return tuple(dict.fromkeys((loose(typed), loose(typed.replace("x", "kh")))))


def long_vowels(form: str) -> str:
    """What is sure of a word that is written without its short vowels, loosely: nour and noor are one."""
    return loose(form.replace("o", "u"))


@lru_cache(maxsize=16_384)
def loose(latin: str) -> str:
    """A Latin spelling without what the systems disagree about: Sergey, Sergei and Sergej are one."""
    return _LOOSELY.sub(lambda match: _LOOSE_LETTER[match.lastindex or 0], latin)
