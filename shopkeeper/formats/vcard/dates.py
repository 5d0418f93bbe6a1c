"""Dates as contacts write them, as far as they are known and never further.

Nothing is invented: a missing year stays missing (1604 is how Apple writes that), a day that does not exist becomes
no other day, a time of day and its zone never move the day, and words stay words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from shopkeeper.domain.partial_date import PartialDate
from shopkeeper.domain.phrase import Phrase, translate

# "No year" in Apple's books, and in those that copied them. Nobody who comes in was born in it.
_NO_YEAR: Final = 1604

_TIME: Final = r"(?:T.*| \d\d?:\d\d.*|Z|[+-]\d\d:\d\d)?"
_FORMS: Final = tuple(
    re.compile(form + (_TIME if "<d>" in form else ""), re.I | re.S)
    for form in (
        r"(?P<y>\d{4})(?P<m>\d\d)(?P<d>\d\d)",
        r"(?P<y>\d{4})-(?P<m>\d\d?)-(?P<d>\d\d?)",
        r"(?P<y>\d{4})[/.](?P<m>\d\d?)[/.](?P<d>\d\d?)\.?",
        r"--(?P<m>\d\d)-?(?P<d>\d\d)",
        r"--(?P<m>\d\d?)-(?P<d>\d\d?)",
        # With dots the day comes first in every country that writes dots.
        r"(?P<d>\d\d?)\.\s?(?P<m>\d\d?)\.\s?(?P<y>\d{4})",
        r"(?P<y>\d{4})-(?P<m>\d\d)",
        r"(?P<y>\d{4})",
        r"--(?P<m>\d\d)",
        r"---(?P<d>\d\d)",
    )
)
_PLAIN: Final = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)")
_TIME_ALONE: Final = re.compile(r"T[\d-]", re.I)
_LONGEST: Final = 200

_MONTHS: Final = (
    translate("Month", "January"),
    translate("Month", "February"),
    translate("Month", "March"),
    translate("Month", "April"),
    translate("Month", "May"),
    translate("Month", "June"),
    translate("Month", "July"),
    translate("Month", "August"),
    translate("Month", "September"),
    translate("Month", "October"),
    translate("Month", "November"),
    translate("Month", "December"),
)

_NO_SUCH_DAY: Final = translate("Trouble", "{day} {month} does not exist; the rest was brought in without it")
_NO_LEAP_YEAR: Final = translate("Trouble", "29 February does not exist in {year}; the rest was brought in without it")
_NO_DATE: Final = translate("Trouble", "“{text}” is not a day that exists; the rest was brought in without it")


@dataclass(frozen=True, slots=True)
class NoSuchDay:
    """Something written as a date that no calendar has."""

    text: str
    phrase: Phrase


def read_date(text: str, omit_year: str = "") -> PartialDate | NoSuchDay | None:
    """What a date property says: a date as far as it is known, words as they were said, or nothing.

    `omit_year` is Apple's X-APPLE-OMIT-YEAR: the year that stands for "no year".
    """
    text = text.strip()
    plain = _PLAIN.match(text) if len(text) < _LONGEST else None
    form = plain if plain and plain.end() == len(text) else None
    parts: dict[str, int] = {}
    if form:
        parts = {"y": int(form[1]), "m": int(form[2]), "d": int(form[3])}
    elif _TIME_ALONE.match(text) or not any(sign.isalnum() for sign in text):
        return None
    else:
        found = _form_of(text)
        if not found:
            return PartialDate(said=text)
        parts = {name: int(value) for name, value in found.groupdict().items()}
    year, month, day = parts.get("y"), parts.get("m"), parts.get("d")
    if (year, month, day) in ((1, 1, 1), (0, 1, 1)):
        return None  # how some programs write that there is no date at all
    if year in (0, _NO_YEAR) or (omit_year and str(year) == omit_year.strip()):
        year = None
    # A zero is how some write that this part is not known.
    month, day = month or None, day or None
    if year is None and month is None and day is None:
        return None
    if year is not None and month is None:
        day = None
    try:
        return PartialDate(year=year, month=month, day=day)
    except ValueError:
        return NoSuchDay(text, _no_such_day(text, month, day, year))


def _form_of(text: str) -> re.Match[str] | None:
    if len(text) >= _LONGEST:
        return None
    return next((found for form in _FORMS if (found := form.fullmatch(text))), None)


def _no_such_day(text: str, month: int | None, day: int | None, year: int | None) -> Phrase:
    if month is not None and day is not None and 1 <= month <= 12 and 1 <= day <= 31:
        if (month, day) == (2, 29) and year is not None:
            return _NO_LEAP_YEAR.with_values(year=year)
        return _NO_SUCH_DAY.with_values(day=day, month=_MONTHS[month - 1])
    return _NO_DATE.with_values(text=text)
