"""How a name sounds: its consonants, as alike as the spellings of many languages leave them; vowels only at the front.

Meyer is Maier, Catherine is Kathryn, and محمد, who is written without vowels, is Muhammad and Mohamed alike.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import product
from typing import Final

_LONGEST: Final = 7  # sounds
_MOST: Final = 6  # ways to read one word

# Letters that are heard as one sound, the longer ones first. A group is named after what is heard.
_HEARD: Final[tuple[tuple[str, str], ...]] = (
    ("mk", "^ma?c(?=[b-df-hj-np-tv-xz])"),
    ("m", "mp(?=[st])|m"),
    ("f", "[ao]ugh|ph|wh|[fv]|w(?=[aeiouy]|sk)"),
    ("", "gh(?=[tn]|$)|w|(?<!^)j(?![aeiouy])"),
    ("r", "^wr|rh|r"),
    ("j", "dzh|dj|dg(?=[eiy])|g(?=[eiy])|j|^y"),
    ("k", "tsch|tch|cz|cch|ch|ck|kh|gh|gu(?=[ei])"),
    ("s", "shch|sch|sh|sz|zh|^ps|tz|ts|c(?=[eiy])|^x|[sz]"),
    ("ks", "x"),
    ("n", "^[kgp]n|^ng|gn|nj|n"),
    ("l", "gl(?=i)|lj|l"),
    ("t", "th|dh|dt|[dt]"),
    ("k", "[ckgq]"),
    ("p", "[bp]"),
    ("h", "^h"),
    ("a", "^[aeiou]"),
)
_SOUNDS: Final = re.compile("|".join(f"({letters})" for _, letters in _HEARD))
_SOUND_OF: Final = ("", *(sound for sound, _ in _HEARD))

# What Arabic, Persian, Urdu and Hebrew letters may stand for: at the front of a word, and within it.
_READ: Final[tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...]] = (
    ("اآأإٱאعע", ("a",), ("",)),
    ("بپ", ("p",), ("p",)),
    ("ב", ("p",), ("f", "p")),
    ("تطدטדתٹڈ", ("t",), ("t",)),
    ("ضثذظ", ("s", "t"), ("s", "t")),
    ("زسشصژשסזצץ", ("s",), ("s",)),
    ("جג", ("j", "k"), ("j", "k")),
    ("چقكکگغخקכך", ("k",), ("k",)),
    ("حهہھה", ("h",), ("",)),
    ("ח", ("h", "k"), ("", "k")),
    ("رרڑ", ("r",), ("r",)),
    ("ف", ("f",), ("f",)),
    ("פף", ("p", "f"), ("f", "p")),
    ("لל", ("l",), ("l",)),
    ("مםמ", ("m",), ("m",)),
    ("نןנں", ("n",), ("n",)),
    ("وוؤ", ("f", "a"), ("", "f")),
    ("يیىיئے", ("j", "a"), ("",)),
    ("ةء", ("",), ("",)),
)
_AT_FRONT: Final = {letter: front for letters, front, _ in _READ for letter in letters}
_WITHIN: Final = {letter: within for letters, _, within in _READ for letter in letters}
ARTICLE: Final = "ال"
_SUN_LETTERS: Final = frozenset("تثدذرزسشصضطظن")  # before them the l of the article is not heard


@lru_cache(maxsize=32_768)
def skeleton(word: str) -> str:
    """What is heard of a folded Latin word: its sounds in order, one letter each; nothing for any other word."""
    if not (word.isascii() and word.isalpha()):
        return ""
    heard: list[str] = []
    last_end = -1
    for match in _SOUNDS.finditer(word):
        sound = _SOUND_OF[match.lastindex or 0]
        # A doubled letter is heard once; the same sound after a vowel is heard again.
        if sound and not (heard and match.start() == last_end and heard[-1] == sound):
            heard.append(sound)
        last_end = match.end() if sound else -1
    return "".join(heard)[:_LONGEST]


# How else a typed word may have been meant: ge as in get, ch as in chef, ç without its tail, w and j as vowels,
# and the last letters that French does not sound.
_OTHERWISE: Final = (
    (re.compile("g(?=[eiy])"), "gh"),
    (re.compile("(?<![cst])ch"), "sh"),
    (re.compile("ss(?=[aou])"), "c"),
    (re.compile("(?<=.)w"), "u"),
    (re.compile("(?<=.)j"), "i"),
    (re.compile("(?<=[bcdfglmnprstv])(?:ay|ai|ey|e|o|eau)$"), "et"),
)


@lru_cache(maxsize=4096)
def skeletons(word: str) -> tuple[str, ...]:
    """What may be heard of a typed Latin word, in its own language or in another."""
    ways = (word, *(otherwise.sub(letters, word) for otherwise, letters in _OTHERWISE))
    return tuple(dict.fromkeys(sound for sound in map(skeleton, ways) if sound))


def is_abjad(word: str) -> bool:
    """Whether a folded word is written without its vowels: in Arabic or Hebrew letters."""
    return not word.isascii() and all("\u0590" <= char <= "\u06ff" for char in word)


@lru_cache(maxsize=8192)
def abjad_skeletons(word: str) -> tuple[str, ...]:
    """What may be heard of a folded Arabic, Persian or Hebrew word, with and without its article."""
    if not is_abjad(word):
        return ()
    found = _read(word)
    if word.startswith(ARTICLE) and len(word) > 4:
        found += _read(word[len(ARTICLE) :])
    at = word.find(ARTICLE)
    after = at + len(ARTICLE)
    if at >= 0 and len(word) > after + 1 and word[after] in _SUN_LETTERS:
        found += _read(word[: at + 1] + word[after:])
    return tuple(dict.fromkeys(found))


def _read(word: str) -> list[str]:
    letters = [char for at, char in enumerate(word) if not at or char != word[at - 1]]
    choices = [(_AT_FRONT if not at else _WITHIN).get(char, ("",)) for at, char in enumerate(letters)]
    found: dict[str, None] = {}
    for way in product(*choices):
        heard: list[str] = []
        silent = False
        for sound in way:
            if sound and (silent or not heard or heard[-1] != sound):
                heard.append(sound)
            silent = not sound
        if heard:
            found["".join(heard)[:_LONGEST]] = None
        if len(found) >= _MOST:
            break
    return list(found)
