"""How long ago and how soon, in the words of a counter: yesterday, 14 months ago, on Friday, in May.

Each answer is a whole adverbial ("on Friday", not "Friday"), so that every language can use its own case.
No year is ever added to a date that was told without one.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from shopkeeper.domain.partial_date import PartialDate
from shopkeeper.domain.phrase import Phrase, translate, verbatim
from shopkeeper.remember import calendar_words as words

TODAY: Final = translate("when", "today", "when something is or was")
YESTERDAY: Final = translate("when", "yesterday", "when something was")
TOMORROW: Final = translate("when", "tomorrow", "when something will be")

# Up to here days are counted, then weeks, then months, then years.
_DAYS: Final = 13
_WEEKS: Final = 60
_MONTHS: Final = 24
# The next six days go by the name of their weekday alone; the day a week from now would be mistaken for today.
_NEAR: Final = 6
# So far ahead a weekday still helps beside the date.
_SOON: Final = 13


def ago(day: date, today: date) -> Phrase:
    """How long ago a day was: today, yesterday, 9 days ago, 3 weeks ago, 14 months ago, 2 years ago."""
    days = (today - day).days
    if days < 0:
        return words.on_date(day)
    if days <= 1:
        return YESTERDAY if days else TODAY
    if days <= _DAYS:
        return translate("when", "%n day(s) ago", "how long ago something was, in days", days)
    if days <= _WEEKS:
        return translate("when", "%n week(s) ago", "how long ago something was, in weeks", days // 7)
    months = whole_months(day, today)
    if months < _MONTHS:
        return translate("when", "%n month(s) ago", "how long ago something was, in months", months)
    return translate("when", "%n year(s) ago", "how long ago something was, in years", months // 12)


def whole_months(day: date, today: date) -> int:
    """How many whole months lie between two days; the 31st of January is one month before the 28th of February."""
    months = (today.year - day.year) * 12 + today.month - day.month
    if today.day >= day.day or (today + timedelta(days=1)).month != today.month:
        return months
    return months - 1


def in_days(day: date, today: date) -> Phrase:
    """When a coming day is: today, tomorrow, on Friday, on Friday 4 May, on 4 May 2027."""
    days = (day - today).days
    if days in (0, 1):
        return TOMORROW if days else TODAY
    if 1 < days <= _NEAR:
        return words.on_weekday(day)
    if _NEAR < days <= _SOON:
        return words.on_weekday_of(day)
    return words.on_date(day)


def just_past(day: date, today: date) -> Phrase:
    """When a day of the last week was: today, yesterday, on Monday; a week ago needs its date."""
    days = (today - day).days
    if days in (0, 1):
        return YESTERDAY if days else TODAY
    return words.on_weekday(day) if 1 < days <= _NEAR else words.on_weekday_of(day)


def by(day: date, today: date) -> Phrase:
    """Until when: by today, by tomorrow, by Friday, by 4 May 2027."""
    days = (day - today).days
    if days == 0:
        return translate("when", "by today", "until when something is to be done")
    if days == 1:
        return translate("when", "by tomorrow", "until when something is to be done")
    if 1 < days <= _NEAR:
        return words.by_weekday(day)
    return translate("when", "by {date}", "until when something is to be done").with_values(date=day)


def was(told: PartialDate, today: date) -> Phrase | None:
    """When something was, as far as it is known: 9 days ago, in October, in 2024, or the words it was told in."""
    whole = told.whole()
    if whole:
        return ago(whole, today)
    if told.month and told.year:
        same = 0 <= (today.year - told.year) * 12 + today.month - told.month < 12
        return words.in_month(told.month) if same else words.in_month_of(told.month, told.year)
    if told.month and told.day:
        return words.on_day(told.month, told.day)
    if told.month:
        return words.in_month(told.month)
    if told.year:
        return translate("when", "in {year}", "in a year").with_values(year=str(told.year))
    return said(told)


def said(told: PartialDate) -> Phrase | None:
    """The words a date was told in, in quotes, where there are any."""
    return quoted(told.said) if told.said else None


def quoted(text: str) -> Phrase:
    """Someone's own words, in the quotation marks of the language."""
    return translate("card", "“{words}”", "someone's own words, quoted").with_values(words=verbatim(text))


def latest(told: PartialDate) -> date | None:
    """The last day it can have been; None without a year."""
    if told.year is None:
        return None
    if told.month is None:
        return date(told.year, 12, 31)
    if told.day is None:
        first_of_next = date(told.year + told.month // 12, told.month % 12 + 1, 1)
        return first_of_next - timedelta(days=1)
    return date(told.year, told.month, told.day)
