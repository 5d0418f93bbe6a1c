"""Keyboards: what the same keys would have written on the layout of a neighbour.

`bdfyjd` is иванов, `фтф` is ana. Only a layout whose letters were typed, or could have been, is tried.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import Final

_KEYS: Final = "qwertyuiop[]asdfghjkl;'zxcvbnm,./"
_SHIFTED: Final = 'QWERTYUIOP{}ASDFGHJKL:"ZXCVBNM<>?'
_UNUSED: Final = " "

# What each key of `_KEYS` writes; a blank where it writes no letter.
_RUSSIAN: Final = "йцукенгшщзхъфывапролджэячсмитьбю "
_UKRAINIAN: Final = "йцукенгшщзхїфівапролджєячсмитьбю "
_GREEK: Final = " ςερτυθιοπ  ασδφγηξκλ  ζχψωβνμ   "
_HEBREW: Final = "  קראטוןםפ  שדגכעיחלךף זסבהנמצתץ "
_ARABIC: Final = "ضصثقفغعهخحجدشسيبلاتنمكطئءؤر ىةوزظ"
_PERSIAN: Final = "ضصثقفغعهخحجچشسیبلاتنمکگظطزرذدپو  "
_GEORGIAN: Final = "ქწერტყუიოპ  ასდფგჰჯკლ  ზხცვბნმ   "
_ARMENIAN: Final = "քոեռտըւիօպխծասդֆգհճկլ  զղցվբնմ   "
_THAI: Final = "ๆไำพะัีรนยบลฟหกดเ้่าสวงผปแอิืทมใฝ"
_KOREAN: Final = "ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔ  ㅁㄴㅇㄹㅎㅗㅓㅏㅣ  ㅋㅌㅊㅍㅠㅜㅡ   "
# Letters that need the shift key, or stand in the row of digits.
_GEORGIAN_MORE: Final = {"W": "ჭ", "R": "ღ", "T": "თ", "S": "შ", "J": "ჟ", "Z": "ძ", "C": "ჩ"}
_THAI_MORE: Final = dict(zip("EDFGTYRIPVCSAKL:NHJU<>?{4567890-=", "ฎฏโฌธํฑณญฮฉฆฤษศซ์็๋๊ฒฬฦฐภถุึคตจขช", strict=True))
_KOREAN_MORE: Final = {"Q": "ㅃ", "W": "ㅉ", "E": "ㄸ", "R": "ㄲ", "T": "ㅆ", "O": "ㅒ", "P": "ㅖ"}
_FRENCH: Final = str.maketrans("qwazQWAZ;m", "azqwAZQWm;")
_GERMAN: Final = str.maketrans("yzYZ", "zyZY")


def _layout(letters: str, more: dict[str, str] | None = None, *, has_case: bool = True) -> dict[str, str]:
    keys = {key: letter for key, letter in zip(_KEYS, letters, strict=True) if letter != _UNUSED}
    if has_case:
        # Without a shifted letter of its own, a key writes the same letter.
        shifted = dict(zip(_KEYS, _SHIFTED, strict=True))
        keys = {**{shifted[key]: letter for key, letter in keys.items()}, **keys}
    return {**keys, **(more or {})}


_LAYOUTS: Final = (
    _layout(_RUSSIAN, {"`": "ё"}),
    _layout(_UKRAINIAN), _layout(_GREEK), _layout(_HEBREW), _layout(_ARABIC, {"b": "لا"}),
    _layout(_PERSIAN), _layout(_GEORGIAN, _GEORGIAN_MORE), _layout(_ARMENIAN),
    _layout(_THAI, _THAI_MORE, has_case=False), _layout(_KOREAN, _KOREAN_MORE),
)  # fmt: skip
_LATIN_OF: Final = tuple({letter: key for key, letter in layout.items()} for layout in _LAYOUTS)


def retyped(text: str) -> Iterator[str]:
    """The text as other keyboards would have written it, each once, without the text itself."""
    seen = {text}
    for other in _everywhere(text):
        if other not in seen:
            seen.add(other)
            yield other


def _everywhere(text: str) -> Iterator[str]:
    if text.isascii():
        for layout in _LAYOUTS:
            yield compose("".join(layout.get(char, char) for char in text))
        yield text.translate(_FRENCH)
        yield text.translate(_GERMAN)
        return
    parted = decompose(text)
    for latin_of in _LATIN_OF:
        if any(char in latin_of for char in parted):
            typed = "".join(latin_of.get(char, char) for char in parted.replace("لا", "b"))
            if typed.isascii():
                yield typed


# The letters of the Korean keyboard, and the parts of a syllable that they make.
_FIRSTS: Final = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
_MIDDLES: Final = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
_LASTS: Final = " ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ"
_TWO: Final = {
    "ㅗㅏ": "ㅘ", "ㅗㅐ": "ㅙ", "ㅗㅣ": "ㅚ", "ㅜㅓ": "ㅝ", "ㅜㅔ": "ㅞ", "ㅜㅣ": "ㅟ", "ㅡㅣ": "ㅢ",
    "ㄱㅅ": "ㄳ", "ㄴㅈ": "ㄵ", "ㄴㅎ": "ㄶ", "ㄹㄱ": "ㄺ", "ㄹㅁ": "ㄻ", "ㄹㅂ": "ㄼ", "ㄹㅅ": "ㄽ",
    "ㄹㅌ": "ㄾ", "ㄹㅍ": "ㄿ", "ㄹㅎ": "ㅀ", "ㅂㅅ": "ㅄ",
}  # fmt: skip
_APART: Final = {made: two for two, made in _TWO.items()}
_FIRST_SYLLABLE: Final = 0xAC00


def compose(keys: str) -> str:
    """The syllables that the letters of a Korean keyboard make; all else stays."""
    made: list[str] = []
    at = 0
    while at < len(keys):
        first, middle = keys[at], keys[at + 1 : at + 2]
        if first not in _FIRSTS or not middle or middle not in _MIDDLES:
            made.append(first)
            at += 1
            continue
        at += 2
        if (two := _TWO.get(middle + keys[at : at + 1], "")) and two in _MIDDLES:
            middle, at = two, at + 1
        last = _last_of(keys, at)
        at += len(_APART.get(last, last.strip()))
        made.append(
            chr(_FIRST_SYLLABLE + (_FIRSTS.index(first) * 21 + _MIDDLES.index(middle)) * 28 + _LASTS.index(last))
        )
    return "".join(made)


def _last_of(keys: str, at: int) -> str:
    """What closes the syllable: a consonant that does not begin the next one."""

    def begins(place: int) -> bool:
        return place + 1 < len(keys) and keys[place] in _FIRSTS and keys[place + 1] in _MIDDLES

    last = keys[at : at + 1]
    if not last or last not in _LASTS or last == " " or begins(at):
        return " "
    two = _TWO.get(keys[at : at + 2], "")
    return two if two and two in _LASTS and not begins(at + 1) else last


def decompose(text: str) -> str:
    """The letters of a Korean keyboard that make the syllables; all else stays."""
    parted: list[str] = []
    for char in unicodedata.normalize("NFC", text):
        code = ord(char) - _FIRST_SYLLABLE
        if 0 <= code < 11_172:
            parts = _FIRSTS[code // 588] + _MIDDLES[code % 588 // 28] + _LASTS[code % 28].strip()
            parted.extend(_APART.get(part, part) for part in parts)
        else:
            parted.append(_APART.get(char, char))
    return "".join(parted)
