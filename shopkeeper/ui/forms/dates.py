"""What was typed as a day: read as far as it is a date, and kept in words where it is none."""

from __future__ import annotations

from collections.abc import Sequence

from shopkeeper.domain.partial_date import PartialDate
from shopkeeper.domain.phrase import Phrase, translate


def read_told(
    day: str, month: str, year: str, *, about: bool, said: str, months: Sequence[str]
) -> tuple[PartialDate, Phrase | None]:
    """The date, and a sentence where what was typed is none: then it is kept in the words it was typed in.

    `months` are the twelve names in the shop's language; their beginnings are understood too. A year of two
    digits is not guessed at.
    """
    parts = [part.strip() for part in (day, month, year)]
    numbers = (_number(parts[0]), _month(parts[1], months), _number(parts[2]))
    words = " ".join(filter(None, parts))
    strange = any(part and number is None for part, number in zip(parts, numbers, strict=True))
    d, m, y = numbers
    if not strange and y is not None and len(parts[2]) < 4:
        return _in_words(words, said), translate(
            "form", "Which year {year} is, nobody can tell: it is kept in words.", "a year of two digits"
        ).with_values(year=parts[2])
    if strange:
        # Somebody wrote "before Easter" where a number was asked for: that is no mistake.
        return _in_words(words, said), None
    try:
        return PartialDate(year=y, month=m, day=d, about=about, said=said.strip()), None
    except ValueError:
        shown = " ".join(filter(None, (parts[0], months[m - 1] if m and 1 <= m <= 12 else parts[1], parts[2])))
        sentence = translate("form", "{date} does not exist: it is kept in words.", "an impossible day: 31 February")
        return _in_words(shown, said), sentence.with_values(date=shown)


def _in_words(words: str, said: str) -> PartialDate:
    return PartialDate(said=", ".join(filter(None, (words, said.strip()))))


def _number(text: str) -> int | None:
    text = text.rstrip(".")
    return int(text) if text.isdecimal() else None


def _month(text: str, months: Sequence[str]) -> int | None:
    if (number := _number(text)) is not None:
        return number
    begin = text.rstrip(".").casefold()
    found = [n for n, name in enumerate(months, 1) if begin and name.casefold().startswith(begin)]
    return found[0] if len(found) == 1 else None
