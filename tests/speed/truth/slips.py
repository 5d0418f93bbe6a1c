"""How a name is mistyped, heard, or typed on the wrong keyboard: plain rules, written from what fingers and ears do."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from string import ascii_lowercase
from typing import Final

from tests.speed.truth.hand import keyboards, plain

_ROWS: Final = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
# Where a user's keyboard is not the American one: German z and y, French a, q, z, w and m.
_OTHER_ROWS: Final = {
    "de": ("qwertzuiop", "asdfghjkl", "yxcvbnm"),
    "fr": ("azertyuiop", "qsdfghjklm", "wxcvbn"),
}


def neighbours(letter: str, language: str) -> str:
    """The keys beside and below or above a letter's, on the keyboard of its language."""
    rows = _OTHER_ROWS.get(language, _ROWS)
    for row, keys in enumerate(rows):
        at = keys.find(letter)
        if at >= 0:
            beside = keys[max(0, at - 1) : at] + keys[at + 1 : at + 2]
            above = rows[row - 1][at : at + 2] if row else ""
            below = rows[row + 1][max(0, at - 1) : at + 1] if row + 1 < len(rows) else ""
            return beside + above + below
    return ""


def slipped(word: str, kind: str, number: int, language: str) -> str:
    """The word with one slip: a neighbour's key, a letter left out, one doubled, two swapped; empty where none shows.

    The first letter is nearly always right.
    """
    at = 1 + number % (len(word) - 1)
    match kind:
        case "neighbour":
            keys = neighbours(word[at], language)
            return word[:at] + keys[number // 64 % len(keys)] + word[at + 1 :] if keys else ""
        case "left out":
            return word[:at] + word[at + 1 :] if word[at] != word[at - 1] else ""
        case "doubled":
            return word[:at] + word[at] + word[at:] if word[at] != word[at - 1] else ""
        case _:
            if at + 1 == len(word) or word[at] == word[at + 1]:
                return ""
            return word[:at] + word[at + 1] + word[at] + word[at + 2 :]


def one_slip_from(word: str) -> Iterator[str]:
    """Everything that may have been meant by a word with one slip in it."""
    yield word
    for at in range(len(word)):
        yield word[:at] + word[at + 1 :]
        if at + 1 < len(word):
            yield word[:at] + word[at + 1] + word[at] + word[at + 2 :]
        for letter in ascii_lowercase:
            yield word[:at] + letter + word[at + 1 :]
            yield word[:at] + letter + word[at:]


# What a shopkeeper writes who only heard the name: what is written, and what is heard. ^ and $ are its two ends.
_HEARD: Final = {
    "en": ("ph f", "ck k", "ll l", "tt t", "ff f", "y$ ie", "ley$ ly", "ton$ tun", "worth$ wurth", "^ha a", "th t",
           "c k", "oo u", "wick$ ick", "by$ bee", "ee ea", "ough off", "combe$ coom", "croft$ croff", "mere$ meer",
           "stead$ sted"),
    "pt": ("ç ss", "lh li", "nh ni", "ão ao", "qu k", "ch sh", "x sh", "z$ s", "ou o", "ei ey", "^h ", "c k", "v b",
           "ss s"),
    "de": ("tz z", "ck k", "ll l", "nn n", "mm m", "ei ai", "th t", "w v", "ß s", "ü i", "sch sh", "y i", "ff f",
           "ch k", "z ts", "er$ a", "au ow", "eu oi"),
    "fr": ("ph f", "eau o", "au o", "ou u", "ard$ ar", "ert$ er", "et$ ay", "ot$ o", "ch sh", "qu k", "ç s",
           "champs$ shon", "er$ é", "ll l", "tt t", "rr r", "ss s", "c k", "ai é"),
    "pl": ("w v", "cz ch", "sz sh", "rz zh", "ł w", "ż zh", "ś sh", "ć ch", "ę en", "ą on", "ck tsk", "j y", "ó u"),
    "es": ("v b", "b v", "ll y", "ñ ni", "z s", "qu k", "h ", "x j", "j h", "ce se", "ci si", "rr r"),
    "sv": ("å o", "ä e", "ö o", "sj sh", "qu kv", "w v", "ck k", "ll l", "ss s", "gh g", "dt t", "kv qu", "j y",
           "hj y"),
    "ga": ("sh s", "gh g", "gr gg", "ll l", "nn n", "ea a", "ei i", "ey$ y", "ugh ock", "ran$ ren", "lan$ len",
           "herty$ erty"),
    "tr": ("ş sh", "ç ch", "c j", "ğ ", "ı i", "ö o", "ü u", "oğlu oglou", "k c", "y i"),
    "yo": ("ọ o", "ẹ e", "ṣ sh", "gb b", "kw qu", "ch sh", "k c", "w u", "y i", "mm m"),
    "vi": ("ph f", "qu kw", "ngh ng", "tr ch", "đ d", "x s", "nh ny", "kh k", "th t"),
}  # fmt: skip

# Given names as an English ear writes them: what is said is far from what is written.
_SAID: Final = {
    "Aisling": "ashling", "Aoife": "eefa", "Caoimhe": "keeva", "Cian": "keean", "Ciarán": "kieran", "Conor": "connor",
    "Diarmuid": "dermid", "Éabha": "ava", "Eoghan": "owen", "Fiachra": "feekra", "Gráinne": "grawnya", "Máire": "moira",
    "Muireann": "mwirin", "Niamh": "neve", "Oisín": "osheen", "Pádraig": "pawrick", "Róisín": "rosheen",
    "Ruairí": "rory", "Sadhbh": "sive", "Seán": "shawn", "Sinéad": "shinade", "Siobhán": "shivaun", "Tadhg": "tiger",
    "Úna": "oona", "Alice": "alyss", "Callum": "calum", "Clara": "klara", "Hannah": "hana", "Isla": "eyla",
    "Lewis": "lewys", "Lucy": "lucie", "Miles": "myles", "Ralph": "ralf", "Mabel": "mable", "Daisy": "daisie",
    "Filipe": "philippe", "Sofia": "sophia", "Tomás": "thomas", "Vitória": "victoria", "Helena": "elena",
    "Inês": "ines", "Luís": "louis", "Beatriz": "beatrice", "Zofia": "sofia", "Łukasz": "lucas", "Tomasz": "tomash",
    "Michał": "mihau", "Agnieszka": "agneshka", "Wacław": "vaclav", "Paweł": "pavel", "Ewa": "eva", "Józef": "yuzef",
    "Łucja": "lucia",
    "Käthe": "kaete", "Matthias": "mathias", "Lutz": "luts", "Uwe": "oova", "Wiebke": "vibka", "Thea": "tea",
    "Klaus": "claus", "Jörg": "yorg", "Jürgen": "yurgen", "Étienne": "etien", "Chloé": "cloe", "Hugo": "ugo",
    "Théo": "teo", "Gaël": "gale", "Hélène": "ellen", "Loïc": "loik", "Íñigo": "inigo", "Víctor": "bictor",
    "Ximena": "jimena", "Begoña": "begonia", "Göran": "yoran", "Kerstin": "shashtin", "Örjan": "erian",
    "Ayşe": "aisha", "Çağla": "chala", "Hüseyin": "hussain", "Mehmet": "mehmed", "Şule": "shula", "Yağmur": "yamur",
    "Ṣẹgun": "shegun", "Chinwe": "chinway", "Quỳnh": "quin", "Phúc": "fook", "Huyền": "hwen", "Nguyễn": "nwin",
}  # fmt: skip


def heard(word: str, language: str) -> list[str]:
    """The ways somebody may write a family name who only heard it."""
    found: list[str] = []
    lower = word.casefold()
    for rule in _HEARD.get(language, ()):
        written, _, sound = rule.partition(" ")
        if written.startswith("^"):
            changed = sound + lower[len(written) - 1 :] if lower.startswith(written[1:]) else lower
        elif written.endswith("$"):
            changed = lower[: 1 - len(written)] + sound if lower.endswith(written[:-1]) else lower
        else:
            changed = lower.replace(written, sound, 1)
        if changed != lower and plain(changed) != plain(lower):
            found.append(plain(changed))
    return found


def said(given: str) -> str:
    """How a given name is written by ear, where that is far from how it is written; else empty."""
    return _SAID.get(given, "")


_SPELT_OUT: Final = {"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe", "æ": "ae"}


def spelt_out(text: str) -> str:
    """The text with ue for ü and the like, as where the keyboard lacks them."""
    text = text.casefold().replace("ß", "ss")
    return plain("".join(_SPELT_OUT.get(char, char) for char in unicodedata.normalize("NFC", text)))


def typed_on_latin_keys(text: str, language: str) -> str:
    """What stands in the box when a name of another script is typed while the American keyboard is on."""
    if language == "ko":
        return "".join(map(_korean, unicodedata.normalize("NFC", text)))
    keys = keyboards()[language]
    typed = (keys.get(letter, "") or (" " if letter == " " else "\0") for letter in _single_letters(text, language))
    found = "".join(typed)
    return "" if "\0" in found else found


def typed_on_other_keys(text: str, language: str) -> str:
    """What stands in the box when a Latin name is typed while the keyboard of another script is on."""
    letters = {key: letter for letter, key in keyboards()[language].items()}
    typed = "".join(letters.get(key, " " if key == " " else "\0") for key in text)
    return "" if "\0" in typed else typed


# The keys of a Korean keyboard, part by part of a syllable: its beginning, its vowel, its end.
_KOREAN: Final = tuple(
    keys.split(" ")
    for keys in (
        "r R s e E f a q Q t T d w W c z x v g",
        "k o i O j p u P h hk ho hl y n nj np nl b m ml l",
        " r R rt s sw sg e f fr fa fq ft fx fv fg a q qt t T d w c z x v g",
    )
)


def _single_letters(text: str, language: str) -> str:
    """The letters one key each: small, and without what is left out in a hurry."""
    if language == "el":  # no accents, and the letter that only ends a word
        return " ".join(word[:-1] + "ς" if word.endswith("σ") else word for word in plain(text).split())
    return text.lower() if language == "ru" else text.translate(str.maketrans("أإآ", "ااا"))


def _korean(syllable: str) -> str:
    number = ord(syllable) - 0xAC00
    if not 0 <= number < 11172:
        return syllable
    first, vowel, last = _KOREAN
    return first[number // 588] + vowel[number % 588 // 28] + last[number % 28]
