"""Query: what was typed into the search box, read as words, digits and a scan; never as commands."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Final

from shopkeeper.search.fold import fold, words

_LONGEST: Final = 240  # letters; what stands beyond them does not make a name plainer
_MOST_WORDS: Final = 7
_SHORTEST_PHONE: Final = 3
_SHORTEST_SCAN: Final = 4
_PHONE_SIGNS: Final = re.compile(r"[\d\s()+./\-–#*]+")


@dataclass(frozen=True, slots=True)
class Query:
    """One search: the folded words, the digits of a telephone number, and what a card reader may have sent."""

    raw: str = ""
    words: tuple[str, ...] = ()
    digits: str = ""  # of a number, or of the number typed beside a name: at least three, else empty
    code: str = ""
    is_number: bool = False  # nothing but a telephone number was typed

    @staticmethod
    def parse(text: str) -> Query:
        """Read what was typed. Every text is a search, whatever is in it."""
        raw = text[:_LONGEST].strip()
        folded = fold(raw)
        found = words(folded)[:_MOST_WORDS]
        is_number = bool(found) and _PHONE_SIGNS.fullmatch(folded) is not None
        numbers = found if is_number else [word for word in found if word.isdecimal()]
        digits = "".join(re.findall(r"\d+", folded)) if is_number else "".join(numbers)
        code = scan_of(raw)
        return Query(
            raw=raw,
            words=tuple(dict.fromkeys(found)),
            digits=digits if len(digits) >= _SHORTEST_PHONE else "",
            code=code if len(code) >= _SHORTEST_SCAN else "",
            is_number=is_number,
        )

    @property
    def names(self) -> tuple[str, ...]:
        """The words that are not part of a telephone number."""
        return tuple(word for word in self.words if not word.isdecimal()) if self.digits else self.words

    def __bool__(self) -> bool:
        """Whether anything was typed that could find someone."""
        return bool(self.words or self.code)


def scan_of(value: str) -> str:
    """A loyalty code as it is compared: without what a reader adds before and after it, case aside."""
    seen = "".join(char for char in value if unicodedata.category(char) not in {"Cc", "Cf", "Cs"})
    return "".join(seen.split()).casefold()


def digits_of(value: str) -> str:
    """The digits of a telephone number, in every script's digits; an extension belongs to it."""
    return "".join(re.findall(r"[0-9]", fold(value)))
