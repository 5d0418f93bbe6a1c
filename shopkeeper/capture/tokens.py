"""The words and signs of a line, each with its place; every character that is not blank lies in exactly one."""

from __future__ import annotations

import re
from enum import Enum
from typing import Final, NamedTuple
from unicodedata import combining, normalize


class Sort(Enum):
    """What a token is, as far as its letters tell."""

    WORD = "word"
    NUMBER = "number"
    TEL = "tel"
    EMAIL = "email"
    QUOTED = "quoted"
    STRONG = "strong"  # ! and !!
    SPLIT = "split"  # what ends a clause: a comma, a semicolon, a new line
    SIGN = "sign"


class Token(NamedTuple):
    """One word or sign."""

    start: int
    end: int
    text: str
    fold: str
    sort: Sort


# What is no part of a word, in the scripts of the world; everything else that is not blank is.
_SIGNS: Final = r"""!-/:-@\[-`{-~¡¿«»‹›“”„‟‘‚…·•、。，；：！？（）「」『』،؛؟।–—"""
_WORD: Final = rf"[^\s{_SIGNS}]+(?:['’ʼ\-‑·][^\s{_SIGNS}]+)*"
_EMAIL: Final = r"[\w.+%\-]{1,64}@[\w\-]{1,63}(?:\.[\w\-]{1,63})+"
_TOKEN: Final = re.compile(
    rf"""(?P<email>{_EMAIL})
    |(?P<day>(?<!\w)\d{{1,2}}[./]\d{{1,2}}(?:[./]\d{{2,4}})?(?!\w) | (?<!\w)\d{{4}}-\d\d-\d\d(?!\w))
    |(?P<tel>(?<!\w)(?:
        (?:\(?\+\d|\(?0\d)[\d()/ .\-]{{2,20}}\d
        |\d{{6,15}}
        |\(?\d{{3}}\)?[ .\-]\d{{3}}[ .\-]\d{{3,4}}
        |\d{{3,5}}[\-/]\d{{4,8}}
        |\d{{2,3}}(?:[ ]\d{{2,3}}){{2,4}}
    )(?!\w))
    |(?P<quoted>"[^"\n]+"|“[^”\n]+”|„[^“”\n]+[“”]|«[^»\n]+»)
    |(?P<strong>[!！]+)
    |(?P<split>[,;\n،、，；؛]|(?<=[ ])[-–—](?=[ ]))
    |(?P<word>{_WORD})
    |(?P<sign>\S)""",
    re.VERBOSE,
)
_DIGITS: Final = re.compile(r"\d")
_SORTS: Final = {
    "email": Sort.EMAIL,
    "quoted": Sort.QUOTED,
    "strong": Sort.STRONG,
    "split": Sort.SPLIT,
    "word": Sort.WORD,
    "sign": Sort.SIGN,
}
_PIECE: Final = re.compile(r"\d+|\S")
# A telephone number has at least so many digits.
_FEWEST: Final = 5


def tokens(text: str, elided: frozenset[str] = frozenset()) -> tuple[Token, ...]:
    """The line as words and signs, in order; what a language elides, such as the l' of l'orge, is a word of its own."""
    found: list[Token] = []
    at, last = 0, len(text)
    while at < last:
        match = _TOKEN.search(text, at)
        if match is None:
            break
        kind = match.lastgroup or "sign"
        if kind == "tel" and len(_DIGITS.findall(match.group())) >= _FEWEST:
            found.append(Token(match.start(), match.end(), match.group(), match.group(), Sort.TEL))
        elif kind in {"day", "tel"}:
            # A day is read number by number, as is what only looked like a telephone number.
            found += [_token(piece, Sort.SIGN) for piece in _PIECE.finditer(text, match.start(), match.end())]
        elif kind == "word" and elided:
            found += _apart(_token(match, Sort.WORD), elided)
        else:
            found.append(_token(match, _SORTS[kind]))
        at = found[-1].end
    return tuple(found)


def _token(match: re.Match[str], sort: Sort) -> Token:
    text = match.group()
    if text.isdecimal():
        sort = Sort.NUMBER
    return Token(match.start(), match.end(), text, fold(text), sort)


def _apart(token: Token, elided: frozenset[str]) -> list[Token]:
    first, sign, rest = token.fold.partition("'")
    if not rest or first + sign not in elided:
        return [token]
    cut = token.text.replace("’", "'").replace("ʼ", "'").index("'") + 1
    middle = token.start + cut
    return [
        Token(token.start, middle, token.text[:cut], first + sign, Sort.WORD),
        Token(middle, token.end, token.text[cut:], rest, Sort.WORD),
    ]


def fold(text: str) -> str:
    """Letters without case and accents, apostrophes and hyphens of one shape: how words are compared."""
    if text.isascii():
        return text.lower()
    plain = normalize("NFD", text.casefold().replace("’", "'").replace("ʼ", "'").replace("‑", "-"))
    return "".join(letter for letter in plain if not combining(letter))
