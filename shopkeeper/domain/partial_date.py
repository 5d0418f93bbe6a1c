"""PartialDate: day, month and year are three facts, and each may be unknown (RFC 6350 4.3.1).

"In May", "about 40" and "before Easter" keep the words as said beside what is known. A missing year is
missing: there is no sentinel year anywhere in this program.
"""

from __future__ import annotations

import re
from calendar import isleap, monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final, Self


class LeapDay(StrEnum):
    """How someone born on 29 February keeps the day in a common year."""

    FEBRUARY_28 = "28-feb"
    MARCH_1 = "1-mar"


# In a leap year, so that 29 February has its place.
_LONGEST: Final = 2000
_FORM: Final = re.compile(
    r"(?P<y>\d{4})-?(?P<m>\d\d)-?(?P<d>\d\d)"
    r"|(?P<ym_y>\d{4})-(?P<ym_m>\d\d)|(?P<only_y>\d{4})"
    r"|--(?P<md_m>\d\d)-?(?P<md_d>\d\d)|--(?P<only_m>\d\d)|---(?P<only_d>\d\d)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PartialDate:
    """A day as far as it is known, with the words it was told in where they say more or less than a date."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    about: bool = False
    said: str = ""

    def __post_init__(self) -> None:
        """Refuse what no calendar has, such as 31 February; ValueError says which part is wrong."""
        if self.year is not None and not 1 <= self.year <= 9999:
            raise ValueError(f"there is no year {self.year}")
        if self.month is not None and not 1 <= self.month <= 12:
            raise ValueError(f"there is no month {self.month}")
        if self.day is not None:
            longest = 31 if self.month is None else monthrange(self.year or _LONGEST, self.month)[1]
            if not 1 <= self.day <= longest:
                raise ValueError(f"there is no day {self.day} in that month")

    @classmethod
    def of(cls, day: date) -> Self:
        """The whole date, every part known."""
        return cls(year=day.year, month=day.month, day=day.day)

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read the RFC 6350 forms 19850412, 1985-04-12, 1985-04, 1985, --0412, --04 and ---12.

        ValueError for anything else, and for days that do not exist.
        """
        found = _FORM.fullmatch(text.strip())
        if not found:
            raise ValueError(f"{text!r} is not a date")
        g = {k: int(v) for k, v in found.groupdict().items() if v is not None}
        return cls(
            year=g.get("y", g.get("ym_y", g.get("only_y"))),
            month=g.get("m", g.get("ym_m", g.get("md_m", g.get("only_m")))),
            day=g.get("d", g.get("md_d", g.get("only_d"))),
        )

    def __str__(self) -> str:
        """The date as RFC 6350 writes it with hyphens: 1985-04-12, --04-12, 1985-04, 1985, --04, ---12 or nothing."""
        if self.year is not None:
            tail = "" if self.month is None else f"-{self.month:02}" + ("" if self.day is None else f"-{self.day:02}")
            return f"{self.year:04}{tail}"
        if self.month is not None:
            return f"--{self.month:02}" + ("" if self.day is None else f"-{self.day:02}")
        return "" if self.day is None else f"---{self.day:02}"

    @property
    def is_known(self) -> bool:
        """Whether any part of the date itself is known; words alone are not a date."""
        return any(part is not None for part in (self.year, self.month, self.day))

    def whole(self) -> date | None:
        """The calendar day, when all three parts are known."""
        if self.year is None or self.month is None or self.day is None:
            return None
        return date(self.year, self.month, self.day)

    def in_year(self, year: int, leap_day: LeapDay = LeapDay.FEBRUARY_28) -> date | None:
        """The day it falls on in a given year, or None when month or day is not known."""
        if self.month is None or self.day is None:
            return None
        if (self.month, self.day) == (2, 29) and not isleap(year):
            return date(year, 2, 28) if leap_day is LeapDay.FEBRUARY_28 else date(year, 3, 1)
        return date(year, self.month, self.day)

    def next_on_or_after(self, day: date, leap_day: LeapDay = LeapDay.FEBRUARY_28) -> date | None:
        """The first yearly return on or after a day; None when month or day is not known, or time runs out.

        A known year is a beginning: nothing returns before it has happened once.
        """
        first = self.whole()
        start = max(day, first) if first else day
        for year in (start.year, start.year + 1):
            if year > date.max.year:
                return None
            kept = self.in_year(year, leap_day)
            if kept is None:
                return None
            if kept >= start:
                return kept
        return None

    def years_by(self, day: date) -> int | None:
        """How many years lie between the known year and a given return of the day, or None without a year."""
        return None if self.year is None else day.year - self.year

    def earliest(self) -> date | None:
        """The first day it can have been; used to tell how long ago something was. None without a year."""
        return None if self.year is None else date(self.year, self.month or 1, self.day or 1)


def days_between(first: date, last: date) -> tuple[date, ...]:
    """Every day from first to last, both of them included; none when last comes before first."""
    return tuple(first + timedelta(days=n) for n in range((last - first).days + 1))
