"""A date as far as it was told: what is certain as numbers, all else in the words of the line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from shopkeeper.capture.tokens import Sort, Token
from shopkeeper.capture.words import Tables
from shopkeeper.domain.partial_date import PartialDate

_WEEK: Final = 7
_DAY: Final = re.compile(r"(\d{1,2})(\D{0,2})")
_FIRST_YEAR, _YEARS_AHEAD = 1850, 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """A date that was read: where it ends, what is known of it, and the words it was told in."""

    end: int
    on: PartialDate
    said: str
    weekday: int | None = None
    day: date | None = None  # the very day, where it is certain
    swapped: PartialDate | None = None  # 4/5 the other way round

    def once(self, today: date) -> PartialDate:
        """The day of something that lies ahead and comes once: its next return from today."""
        day = self.day
        if day is None and self.weekday is not None:
            day = today + timedelta(days=(self.weekday - today.weekday() - 1) % _WEEK + 1)
        if day is None and self.on.year is None:
            day = self.on.next_on_or_after(today)
        return replace(PartialDate.of(day), said=self.said) if day else self.on

    def was(self, today: date) -> PartialDate:
        """The day of something that has been: a weekday is the last one, a day of the year keeps its year unknown."""
        day = self.day
        if day is None and self.weekday is not None:
            day = today - timedelta(days=(today.weekday() - self.weekday) % _WEEK)
        return replace(PartialDate.of(day), said=self.said) if day else self.on

    def last(self, today: date) -> date | None:
        """The very day of something that was on it last; None where that is not certain."""
        on = self.was(today)
        if on.year is None:
            returns = (on.in_year(year) for year in (today.year, today.year - 1))
            return next((day for day in returns if day and day <= today), None)
        return on.whole()

    def yearly(self, today: date) -> PartialDate:
        """A day that comes every year: "on friday" tells its day and month, never its year."""
        if self.day is None and self.weekday is None:
            return self.on
        day = self.once(today)
        return PartialDate(month=day.month, day=day.day, said=self.said)


def read(text: str, toks: Sequence[Token], at: int, end: int, words: Tables, today: date) -> Dated | None:
    """The date that stands at a place of the line, small words such as "on" and "the" before it included."""
    start = at
    counted = _counted(toks, at, end, words, today)
    if counted is not None:
        return _in_words(text, toks, start, counted)
    while at < end and words.has("on", toks[at]):
        at += 1
    if at >= end:
        return None
    for reader in (_day_and_month, _month_first, _in_numbers, _year, _weekday, _near, _vague):
        found = reader(toks, at, end, words, today)
        if found is not None:
            return _in_words(text, toks, start, found) if found.end else None
    return None


def _in_words(text: str, toks: Sequence[Token], start: int, found: Dated) -> Dated:
    """With the words it was told in; the date keeps them where they say more or less than its numbers."""
    said = text[toks[start].start : toks[found.end - 1].end]
    on = found.on
    is_plain = (on.day is not None and on.month is not None) or (on.year is not None and on.month is None)
    return replace(found, said=said, on=on if is_plain and not on.about else replace(on, said=said))


# A date that no calendar has: nothing else may be read in its place.
_NO_DATE: Final = Dated(end=0, on=PartialDate(), said="")


def _made(end: int, *, year: int | None = None, month: int | None = None, day: int | None = None) -> Dated:
    try:
        return Dated(end=end, on=PartialDate(year=year, month=month, day=day), said="")
    except ValueError:
        return _NO_DATE


def _day_of(token: Token, words: Tables) -> int | None:
    """The number of 4 or 4th; None for all else."""
    if token.sort is Sort.NUMBER:
        return int(token.text) if len(token.text) <= 2 else None
    found = _DAY.fullmatch(token.fold)
    return int(found[1]) if found and found[2] in words.lists["ordinal"] else None


def _year_at(toks: Sequence[Token], at: int, end: int, today: date) -> int | None:
    if at < end and toks[at].sort is Sort.NUMBER and len(toks[at].text) == 4:
        year = int(toks[at].text)
        return year if _FIRST_YEAR <= year <= today.year + _YEARS_AHEAD else None
    return None


def _day_and_month(toks: Sequence[Token], at: int, end: int, words: Tables, today: date) -> Dated | None:
    """4 May, 4th of May 2019, 4. Mai."""
    day = _day_of(toks[at], words)
    if day is None:
        return None
    after = at + 1
    if after < end and toks[after].fold == "." and toks[after].start == toks[at].end:
        after += 1
    if after < end and words.has("of", toks[after]):
        after += 1
    month = words.longest("month", toks, after, end)
    if month is None:
        return None
    return _with_year(toks, month[0], end, words, today, int(month[1]), day)


def _with_year(
    toks: Sequence[Token], at: int, end: int, words: Tables, today: date, month: int, day: int | None
) -> Dated:
    if at < end and toks[at].fold == "." and toks[at].start == toks[at - 1].end:
        at += 1
    after = at + 1 if at < end and words.has("of", toks[at]) else at
    year = _year_at(toks, after, end, today)
    return _made(at if year is None else after + 1, year=year, month=month, day=day)


def _month_first(toks: Sequence[Token], at: int, end: int, words: Tables, today: date) -> Dated | None:
    """May, May 4, May 4th 2019, May 2019."""
    month = words.longest("month", toks, at, end)
    if month is None:
        return None
    after = month[0]
    day = _day_of(toks[after], words) if after < end else None
    if day is not None:
        after += 1
    return _with_year(toks, after, end, words, today, int(month[1]), day)


def _in_numbers(toks: Sequence[Token], at: int, end: int, words: Tables, today: date) -> Dated | None:
    """4.5., 4/5, 4.5.2019, 2019-05-04. Two digits are no year: it stays unknown."""
    numbers: list[int] = []
    sign = ""
    stop = at
    while stop < end and toks[stop].sort is Sort.NUMBER and len(numbers) < 3:
        numbers.append(int(toks[stop].text[:4]))
        stop += 1
        glued = stop < end and toks[stop].fold in {".", "/", "-"} and toks[stop].start == toks[stop - 1].end
        if not glued or (sign and toks[stop].fold != sign) or len(numbers) == 3:
            break
        sign = toks[stop].fold
        stop += 1
        if stop < end and toks[stop].start != toks[stop - 1].end:
            break
    if len(numbers) < 2 or (len(numbers) == 2 and sign not in {".", "/"}):
        return None
    if len(toks[at].text) == 4:
        return _made(stop, year=numbers[0], month=numbers[1], day=numbers[2]) if len(numbers) == 3 else None
    if toks[stop - 1].fold == "/":
        stop -= 1
    year = numbers[2] if len(numbers) == 3 and numbers[2] > 99 else None
    first, second = numbers[:2]
    told = _made(stop, year=year, day=first, month=second)
    swapped = _made(stop, year=year, day=second, month=first) if sign == "/" and first != second else _NO_DATE
    if not told.end:
        return swapped
    return replace(told, swapped=swapped.on) if swapped.end else told


def _year(toks: Sequence[Token], at: int, end: int, words: Tables, today: date) -> Dated | None:
    year = _year_at(toks, at, end, today)
    return None if year is None else _made(at + 1, year=year)


def _weekday(toks: Sequence[Token], at: int, end: int, words: Tables, today: date) -> Dated | None:
    found = words.longest("weekday", toks, at, end)
    if found is None:
        return None
    return Dated(end=found[0], on=PartialDate(), said="", weekday=int(found[1]))


def _near(toks: Sequence[Token], at: int, end: int, words: Tables, today: date) -> Dated | None:
    """today, tomorrow, yesterday."""
    found = words.longest("day", toks, at, end)
    if found is None:
        return None
    return Dated(end=found[0], on=PartialDate(), said="", day=today + timedelta(days=int(found[1])))


def _counted(toks: Sequence[Token], at: int, end: int, words: Tables, today: date) -> Dated | None:
    """In 3 days, 3 days ago, vor 3 Tagen. Days are certain; weeks, months and years are only said."""
    ahead = words.longest("ahead", toks, at, end)
    before = words.longest("ago", toks, at, end)
    frame = ahead or before
    number = frame[0] if frame else at
    count = count_at(toks, number, end, words)
    unit = words.longest("unit", toks, number + 1, end)
    if count is None or unit is None:
        return None
    behind = words.longest("ago", toks, unit[0], end) if frame is None else None
    if frame is None and behind is None:
        return None
    stop = behind[0] if behind else unit[0]
    if int(unit[1]) > 1:
        return Dated(end=stop, on=PartialDate(about=True), said="")
    return Dated(end=stop, on=PartialDate(), said="", day=today + timedelta(days=count if ahead else -count))


def count_at(toks: Sequence[Token], at: int, end: int, words: Tables) -> int | None:
    """A small number, in digits or as a word."""
    if at >= end:
        return None
    if toks[at].sort is Sort.NUMBER:
        return int(toks[at].text) if len(toks[at].text) <= 3 else None
    found = words.longest("number", toks, at, end)
    return int(found[1]) if found and found[0] == at + 1 else None


def _vague(toks: Sequence[Token], at: int, end: int, words: Tables, today: date) -> Dated | None:
    """Next week, before Easter, end of May: only the words, and the month where it is named."""
    near = words.longest("near", toks, at, end)
    after = near[0] if near else at
    while near and after < end and words.has("on", toks[after]):
        after += 1
    if near:
        month = words.longest("month", toks, after, end)
        if month:
            return Dated(end=month[0], on=PartialDate(month=int(month[1]), about=True), said="")
        weekday = words.longest("weekday", toks, after, end)
        if weekday:
            return Dated(end=weekday[0], on=PartialDate(about=True), said="")
    found = words.longest("vague", toks, after, end)
    return Dated(end=found[0], on=PartialDate(about=True), said="") if found else None
