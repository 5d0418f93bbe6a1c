"""The days of the week and the months of the year, each form a whole word group of its own.

Other languages bend these words (am Montag, le lundi, w poniedziałek), so nothing here is put together.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from shopkeeper.domain.phrase import Phrase, translate

_ON_WEEKDAY: Final = (
    translate("when", "on Monday", "on which day of this week something is or was"),
    translate("when", "on Tuesday", "on which day of this week something is or was"),
    translate("when", "on Wednesday", "on which day of this week something is or was"),
    translate("when", "on Thursday", "on which day of this week something is or was"),
    translate("when", "on Friday", "on which day of this week something is or was"),
    translate("when", "on Saturday", "on which day of this week something is or was"),
    translate("when", "on Sunday", "on which day of this week something is or was"),
)
_BY_WEEKDAY: Final = (
    translate("when", "by Monday", "until when something is to be done"),
    translate("when", "by Tuesday", "until when something is to be done"),
    translate("when", "by Wednesday", "until when something is to be done"),
    translate("when", "by Thursday", "until when something is to be done"),
    translate("when", "by Friday", "until when something is to be done"),
    translate("when", "by Saturday", "until when something is to be done"),
    translate("when", "by Sunday", "until when something is to be done"),
)
_ON_WEEKDAY_OF: Final = (
    translate("when", "on Monday {day}", "a weekday and its date; the hole is 4 May"),
    translate("when", "on Tuesday {day}", "a weekday and its date; the hole is 4 May"),
    translate("when", "on Wednesday {day}", "a weekday and its date; the hole is 4 May"),
    translate("when", "on Thursday {day}", "a weekday and its date; the hole is 4 May"),
    translate("when", "on Friday {day}", "a weekday and its date; the hole is 4 May"),
    translate("when", "on Saturday {day}", "a weekday and its date; the hole is 4 May"),
    translate("when", "on Sunday {day}", "a weekday and its date; the hole is 4 May"),
)
_DAY: Final = (
    translate("when", "{day} January", "a day of the year, without its year"),
    translate("when", "{day} February", "a day of the year, without its year"),
    translate("when", "{day} March", "a day of the year, without its year"),
    translate("when", "{day} April", "a day of the year, without its year"),
    translate("when", "{day} May", "a day of the year, without its year"),
    translate("when", "{day} June", "a day of the year, without its year"),
    translate("when", "{day} July", "a day of the year, without its year"),
    translate("when", "{day} August", "a day of the year, without its year"),
    translate("when", "{day} September", "a day of the year, without its year"),
    translate("when", "{day} October", "a day of the year, without its year"),
    translate("when", "{day} November", "a day of the year, without its year"),
    translate("when", "{day} December", "a day of the year, without its year"),
)
_ON_DAY: Final = (
    translate("when", "on {day} January", "on a day of the year, without its year"),
    translate("when", "on {day} February", "on a day of the year, without its year"),
    translate("when", "on {day} March", "on a day of the year, without its year"),
    translate("when", "on {day} April", "on a day of the year, without its year"),
    translate("when", "on {day} May", "on a day of the year, without its year"),
    translate("when", "on {day} June", "on a day of the year, without its year"),
    translate("when", "on {day} July", "on a day of the year, without its year"),
    translate("when", "on {day} August", "on a day of the year, without its year"),
    translate("when", "on {day} September", "on a day of the year, without its year"),
    translate("when", "on {day} October", "on a day of the year, without its year"),
    translate("when", "on {day} November", "on a day of the year, without its year"),
    translate("when", "on {day} December", "on a day of the year, without its year"),
)
_IN_MONTH: Final = (
    translate("when", "in January", "in a month of any year"),
    translate("when", "in February", "in a month of any year"),
    translate("when", "in March", "in a month of any year"),
    translate("when", "in April", "in a month of any year"),
    translate("when", "in May", "in a month of any year"),
    translate("when", "in June", "in a month of any year"),
    translate("when", "in July", "in a month of any year"),
    translate("when", "in August", "in a month of any year"),
    translate("when", "in September", "in a month of any year"),
    translate("when", "in October", "in a month of any year"),
    translate("when", "in November", "in a month of any year"),
    translate("when", "in December", "in a month of any year"),
)
_IN_MONTH_OF: Final = (
    translate("when", "in January {year}", "in a month of one year"),
    translate("when", "in February {year}", "in a month of one year"),
    translate("when", "in March {year}", "in a month of one year"),
    translate("when", "in April {year}", "in a month of one year"),
    translate("when", "in May {year}", "in a month of one year"),
    translate("when", "in June {year}", "in a month of one year"),
    translate("when", "in July {year}", "in a month of one year"),
    translate("when", "in August {year}", "in a month of one year"),
    translate("when", "in September {year}", "in a month of one year"),
    translate("when", "in October {year}", "in a month of one year"),
    translate("when", "in November {year}", "in a month of one year"),
    translate("when", "in December {year}", "in a month of one year"),
)


def on_weekday(day: date) -> Phrase:
    """On Friday."""
    return _ON_WEEKDAY[day.weekday()]


def by_weekday(day: date) -> Phrase:
    """By Friday."""
    return _BY_WEEKDAY[day.weekday()]


def on_weekday_of(day: date) -> Phrase:
    """On Friday 4 May."""
    return _ON_WEEKDAY_OF[day.weekday()].with_values(day=_DAY[day.month - 1].with_values(day=str(day.day)))


def on_day(month: int, day: int) -> Phrase:
    """On 4 May."""
    return _ON_DAY[month - 1].with_values(day=str(day))


def on_date(day: date) -> Phrase:
    """On 4 May 2027."""
    return translate("when", "on {date}", "on a day of one year").with_values(date=day)


def in_month(month: int) -> Phrase:
    """In May."""
    return _IN_MONTH[month - 1]


def in_month_of(month: int, year: int) -> Phrase:
    """In May 2025."""
    return _IN_MONTH_OF[month - 1].with_values(year=str(year))
