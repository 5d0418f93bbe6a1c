"""say: a Phrase becomes text in the user's language. The only caller of QCoreApplication.translate."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from typing import Final

from PySide6.QtCore import QCoreApplication, QDate, QLocale
from PySide6.QtGui import QGuiApplication

from shopkeeper.domain.phrase import Phrase, Value, english_day, english_plural, fill, translate

__all__ = ["number", "said", "say", "translate"]

# First-strong isolate and its end: a name in Arabic inside an English sentence keeps both in order.
_ISOLATE: Final = "\u2068"
_END: Final = "\u2069"
# A computer without a language of its own speaks English too.
_ENGLISH: Final = (QLocale.Language.English, QLocale.Language.C)
_RIGHT_TO_LEFT: Final = frozenset({"R", "AL", "AN"})
# Signs that turn round what follows, and controls, are shown as marks: a name must not change how the rest is read.
_TURNING: Final = (*range(0x202A, 0x202F), *range(0x2066, 0x206A))
_MARKS: Final = {
    **dict.fromkeys((*range(0x20), *range(0x7F, 0xA0), *_TURNING), "\ufffd"),
    **dict.fromkeys((0x09, 0x0A, 0x0D, 0x85, 0x2028, 0x2029), " "),
}
_FIRST_HOLE: Final = re.compile(r"\{(\w+)\}")
# Around the words that carry a sentence, while it is put together; no typed word holds it, since it is a control.
_STRONG: Final = "\0"


def say(phrase: Phrase) -> str:
    """The sentence in the user's language; words that a shopkeeper typed are said as they are."""
    values = tuple((name, _value(value)) for name, value in phrase.values)
    return fill(_template(phrase), values, say=say, day=_day)


def said(words: Phrase | str | None) -> str:
    """Words or a sentence as text; nothing for nothing."""
    return say(words) if isinstance(words, Phrase) else isolated(words or "")


def begun(phrase: Phrase) -> str:
    """The sentence with a capital letter; what begins with a name or a file is left as it was typed."""
    words = say(phrase)
    return words if _begins_as_typed(phrase) else words[:1].upper() + words[1:]


def _begins_as_typed(phrase: Phrase) -> bool:
    hole = _FIRST_HOLE.match(phrase.text)
    first = dict(phrase.values).get(hole[1]) if hole else None
    return _begins_as_typed(first) if isinstance(first, Phrase) else hole is not None


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
    # Where the window runs from right to left, that is every word: "4 Elm St" would be read as "Elm St 4".
    mirrored = bool(text) and QGuiApplication.isRightToLeft()
    if not mirrored and text.isascii() and text.isprintable():
        return text
    text = typed(text)
    if not mirrored and not any(unicodedata.bidirectional(letter) in _RIGHT_TO_LEFT for letter in text):
        return text
    return f"{_ISOLATE}{text}{_END}"


def typed(text: str) -> str:
    """Typed words as they may be shown, letter for letter: what would turn the rest round is a mark."""
    return text if text.isprintable() else text.translate(_MARKS)


def emphasised(phrase: Phrase, strong: Phrase) -> tuple[str, str, str]:
    """The sentence in three parts: before the words that carry it, these words, and after them.

    They are looked for in the holes of the sentence, not among the letters of somebody's name.
    """
    words = say(strong)
    parts = _with_marks(phrase, words).split(_STRONG)
    if len(parts) > 2:
        return "".join(parts[:-2]), parts[-2], parts[-1]
    whole = say(phrase)
    # The sentence says them by itself.
    found = [*re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", whole)] if words else []
    return (whole[: found[-1].start()], words, whole[found[-1].end() :]) if found else (whole, "", "")


def _with_marks(phrase: Phrase, words: str) -> str:
    values = tuple((name, _marked(value, words)) for name, value in phrase.values)
    return fill(_template(phrase), values, say=say, day=_day)


def _marked(value: Value, words: str) -> str:
    whole = _value(value)
    if whole == words:
        return f"{_STRONG}{words}{_STRONG}"
    return _with_marks(value, words) if isinstance(value, Phrase) else whole


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
