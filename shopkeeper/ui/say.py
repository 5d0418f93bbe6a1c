"""say: a Phrase becomes text in the user's language. The only caller of QCoreApplication.translate."""

from __future__ import annotations

import unicodedata
from datetime import date
from typing import Final

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from shopkeeper.domain.phrase import Phrase, Value, english_day, english_plural, fill, translate

__all__ = ["number", "said", "say", "translate"]

# First-strong isolate and its end: a name in Arabic inside an English sentence keeps both in order.
_ISOLATE: Final = "\u2068"
_END: Final = "\u2069"
# A computer without a language of its own speaks English too.
_ENGLISH: Final = (QLocale.Language.English, QLocale.Language.C)
_RIGHT_TO_LEFT: Final = frozenset({"R", "AL", "AN"})


def say(phrase: Phrase) -> str:
    """The sentence in the user's language; words that a shopkeeper typed are said as they are."""
    values = tuple((name, _value(value)) for name, value in phrase.values)
    return fill(_template(phrase), values, say=say, day=_day)


def said(words: Phrase | str | None) -> str:
    """Words or a sentence as text; nothing for nothing."""
    return say(words) if isinstance(words, Phrase) else isolated(words or "")


def number(n: int) -> str:
    """A number as the user's language groups it."""
    locale = QLocale()
    return (locale if locale.language() != QLocale.Language.C else QLocale(QLocale.Language.English)).toString(n)


def day_with_weekday(day: date, *, short: bool = False) -> str:
    """Sunday 22 November, or Sun 22 Nov, as the user's language writes it."""
    locale = QLocale()
    if locale.language() in _ENGLISH:
        return locale.toString(_qdate(day), "ddd d MMM" if short else "dddd d MMMM")
    return locale.toString(_qdate(day), QLocale.FormatType.ShortFormat if short else QLocale.FormatType.LongFormat)


def isolated(text: str) -> str:
    """Typed words that stand in a sentence of another direction, kept in one piece."""
    if text.isascii() or not any(unicodedata.bidirectional(letter) in _RIGHT_TO_LEFT for letter in text):
        return text
    return f"{_ISOLATE}{text}{_END}"


def _template(phrase: Phrase) -> str:
    if not phrase.context:
        return phrase.text
    n = -1 if phrase.n is None else phrase.n
    found = QCoreApplication.translate(phrase.context, phrase.text, phrase.comment or None, n)
    # Without a catalogue Qt hands the source back, where the English plural is still written as "day(s)".
    if found == phrase.text or found == phrase.text.replace("%n", str(n)):
        return english_plural(phrase.text, phrase.n)
    return found


def _value(value: Value) -> str:
    match value:
        case Phrase():
            return say(value)
        case date():
            return _day(value)
        case int():
            return str(value)  # a year or a house number is not grouped; what is counted is %n
        case _:
            return isolated(value)


def _day(day: date) -> str:
    locale = QLocale()
    if locale.language() in _ENGLISH:
        return english_day(day)
    return locale.toString(_qdate(day), QLocale.FormatType.LongFormat)


def _qdate(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)
