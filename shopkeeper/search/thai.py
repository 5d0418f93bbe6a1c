"""Thai in Latin letters, near enough to the royal system: vowels stand before, above, behind, or are not written."""

from __future__ import annotations

import re
from typing import Final

from shopkeeper.search.letters import table

_CONSONANTS: Final = "กขฃคฅฆงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ"
_BEGINNING: Final = table(
    _CONSONANTS,
    "k kh kh kh kh kh ng ch ch ch s ch y d t th th th n d t th th th n b p ph f ph f ph m y r l w s s s h l _ h",
)  # fmt: skip
_ENDING: Final = table(
    _CONSONANTS,
    "k k k k k k ng t t t t t n t t t t t n t t t t t n p p p p p p p m i n n o t t t _ n _ _",
)  # fmt: skip
_SIMPLE: Final = {"ทร": "ส", "สร": "ส", "จร": "จ"}  # written as two, heard as one
# A silenced letter with its vowel; marks of tone; letters before others that only raise their tone.
_UNHEARD: Final = re.compile(f"[ทตด]ร์|[{_CONSONANTS}][ิุ]?์|[่้๊๋็]|ห(?=[งญนมยรลว][ะาิีึืุูัำ])|อ(?=ย[าู])|(?<=ชาต)ิ$")
_C: Final = f"[{_CONSONANTS}]"
_FRONT: Final = f"(?P<front>[กขคตปผพ][รลว]|[ทสจ]ร|{_C})"
# A consonant ends a syllable if it begins no other one.
_CLOSED: Final = f"(?P<end>{_C})(?![ะาิีึืุูัำ]|รร|ว{_C}(?![ะาิีึืุู])|{_C}$)"
_END: Final = f"(?:{_CLOSED})?"
# How a syllable is written, the longer ways first, and how its vowel is heard.
_SYLLABLES: Final = tuple(
    (re.compile(pattern), vowel)
    for pattern, vowel in (
        (f"เ{_FRONT}ีย{_END}", "ia"),
        (f"เ{_FRONT}ือ{_END}", "uea"),
        (f"เ{_FRONT}าะ", "o"),
        (f"เ{_FRONT}า", "ao"),
        (f"เ{_FRONT}ิ{_END}", "oe"),
        (f"เ{_FRONT}อ{_END}", "oe"),
        (f"เ{_FRONT}ะ?{_END}", "e"),
        (f"แ{_FRONT}ะ?{_END}", "ae"),
        (f"โ{_FRONT}ะ?{_END}", "o"),
        (f"[ไใ]{_FRONT}ย?", "ai"),
        (f"{_FRONT}ัว(?!{_C}[ะาิีึืุู])", "ua"),
        (f"{_FRONT}ั(?P<end>{_C})", "a"),
        (f"{_FRONT}รร(?P<end>{_C})(?![ะาิีึืุู])", "a"),
        (f"{_FRONT}รร", "an"),
        (f"{_FRONT}ำ", "am"),
        (f"{_FRONT}[ะ]", "a"),
        (f"{_FRONT}า{_END}", "a"),
        (f"{_FRONT}[ิี]{_END}", "i"),
        (f"{_FRONT}ึ{_END}", "ue"),
        (f"{_FRONT}ือ?{_END}", "ue"),
        (f"{_FRONT}[ุู]{_END}", "u"),
        (f"{_FRONT}ฤ|ฤ", "ri"),
        (f"(?P<front>{_C})อ{_END}", "o"),
        (f"(?P<front>{_C})ว(?P<end>{_C})(?![ะาิีึืุูัำร])", "ua"),
        (f"{_FRONT}{_CLOSED}", "o"),
        (f"(?P<front>{_C})", "a"),
    )
)


def forms(word: str) -> list[str]:
    """A Thai name as the royal system writes it, and without the h that many leave out."""
    left, spelt = _UNHEARD.sub("", word), ""
    while left:
        for pattern, vowel in _SYLLABLES:
            if match := pattern.match(left):
                heard = match.groupdict()
                spelt += _front(heard.get("front") or "") + vowel + _ENDING.get(heard.get("end") or "", "")
                left = left[match.end() :]
                break
        else:
            left = left[1:]
    return [spelt, re.sub("(?<=[ptk])h", "", spelt)]


def _front(letters: str) -> str:
    heard = _SIMPLE.get(letters, letters)
    return "".join(_BEGINNING[letter] for letter in heard)
