"""Phrase and translate(): words as values, said later in the user's language.

Pure code owns its sentences but not their language. `translate` has the shape that `pyside6-lupdate`
harvests (context, text, comment, n), so every sentence reaches the catalogues from where it is made;
only `ui/say.py` turns a Phrase into another language, and the cli says it in English.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Final, TypeAlias

# What may stand in a sentence: words typed by the shop, another sentence, a number or a day.
Value: TypeAlias = "str | int | date | Phrase"

_PLURAL: Final = re.compile(r"(\w+)\((\w+)\)")
_HOLE: Final = re.compile(r"\{(\w+)\}")
_MONTHS: Final = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Phrase:
    """One sentence of the program, not yet said: where it belongs, its English text, its number, its values."""

    context: str
    text: str
    comment: str = ""
    n: int | None = None
    values: tuple[tuple[str, Value], ...] = ()

    def with_values(self, **values: Value) -> Phrase:
        """The same sentence with its {holes} filled; values are kept in the order of their names."""
        return Phrase(
            self.context, self.text, self.comment, self.n, tuple(sorted({**dict(self.values), **values}.items()))
        )

    def in_english(self) -> str:
        """The sentence as an English speaker says it: %n and "day(s)" by number, {holes} by value."""
        return fill(english_plural(self.text, self.n), self.values, say=Phrase.in_english, day=english_day)


def translate(context: str, text: str, comment: str = "", n: int | None = None) -> Phrase:
    """A sentence to be said later; the call is what the catalogues are harvested from.

    Give the arguments by position and as literals, or `pyside6-lupdate` cannot see them. Holes are
    `{name}` and are filled with `Phrase.with_values`; a number that changes the words is `%n`, and the
    English plural is written as "day(s)".
    """
    return Phrase(context, text, comment, n)


def verbatim(text: str) -> Phrase:
    """Words that a shopkeeper typed: never translated, never harvested, never read by the wording tests."""
    return Phrase("", "{words}", values=(("words", text),))


def english_plural(text: str, n: int | None) -> str:
    """English for %n and "day(s)": the letters in brackets stay for every number but one."""
    if n is None:
        return text
    return _PLURAL.sub(r"\1" if n == 1 else r"\1\2", text).replace("%n", str(n))


def english_day(day: date) -> str:
    """A calendar day as it is written in English: 4 May 2026."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def fill(
    text: str, values: tuple[tuple[str, Value], ...], *, say: Callable[[Phrase], str], day: Callable[[date], str]
) -> str:
    """Put the values into the holes of a sentence; a typed value that looks like a hole is left as typed."""
    known = dict(values)

    def one(match: re.Match[str]) -> str:
        value = known.get(match.group(1))
        match value:
            case None:
                return match.group(0)
            case Phrase():
                return say(value)
            case date():
                return day(value)
            case _:
                return str(value)

    return _HOLE.sub(one, text)
