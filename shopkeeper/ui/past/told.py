"""How an act is told: what was done, when and by whom, and line by line what was there before and after."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final, NamedTuple

from PySide6.QtCore import QLocale, QTime

from shopkeeper.domain.phrase import Phrase, translate
from shopkeeper.ui.say import day_with_weekday, say
from shopkeeper.usecases.history import Entry, Told

_COVERED: Final = translate("history", "Hold F8 to read this", "a private line that is covered")


class Line(NamedTuple):
    """One thing that was changed."""

    what: str
    before: str  # "": there was nothing
    after: str  # "": there is nothing any more
    covered: bool = False


def when_and_who(entry: Entry, today: date) -> str:
    """When it was done, who did it, and whether it was taken back."""
    taken_back = say(translate("history", "taken back")) if entry.is_undone else ""
    return " · ".join(filter(None, (say(_when(entry, today)), entry.by, taken_back)))


def line_of(told: Told, *, revealed: bool) -> Line:
    """One thing that it changed; what is private stays covered until a key is held."""
    if told.private and not revealed:
        return Line(say(told.what), "", say(_COVERED), covered=True)
    return Line(say(told.what), say(told.before) if told.before else "", say(told.after) if told.after else "")


def spoken(told: Told, *, revealed: bool) -> str:
    """A line as it is read aloud: an arrow says nothing."""
    before, after = told.before, told.after
    if told.private and not revealed:
        before, after = None, _COVERED
    if before and after:
        frame = translate("history", "{what}: {after}, before: {before}", "read aloud")
        return say(frame.with_values(what=told.what, before=before, after=after))
    if before:
        frame = translate("history", "{what}: no longer {before}", "read aloud; it was taken out")
        return say(frame.with_values(what=told.what, before=before))
    if after:
        return say(translate("history", "{what}: {after}", "read aloud").with_values(what=told.what, after=after))
    return say(told.what)


def _when(entry: Entry, today: date) -> Phrase:
    """The clock as it stood in the shop."""
    locale, day = QLocale(), entry.at.date()
    plain = locale.language() == QLocale.Language.C
    time = QTime(entry.at.hour, entry.at.minute)
    at = time.toString("HH:mm") if plain else locale.toString(time, QLocale.FormatType.ShortFormat)
    if day == today:
        return translate("history", "today, {time}").with_values(time=at)
    if day == today - timedelta(days=1):
        return translate("history", "yesterday, {time}").with_values(time=at)
    frame = translate("history", "{day}, {time}", "when it was: Tuesday 24 November, 14:05")
    if day.year == today.year:
        return frame.with_values(day=day_with_weekday(day), time=at)
    return frame.with_values(day=day, time=at)
