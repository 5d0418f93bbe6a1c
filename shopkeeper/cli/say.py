"""Cards, results and days as text that is read at 80 columns, and as JSON."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, Final

from shopkeeper.domain.phrase import Phrase, english_day
from shopkeeper.remember.card import Card
from shopkeeper.remember.day import DayLine
from shopkeeper.remember.offer import NOT_AGREED
from shopkeeper.remember.reminder import Mark, Reminder, Slot
from shopkeeper.usecases.look_up import Row

COLUMNS: Final = 80
_LABELS: Final = {
    Slot.SAFETY: "SAFETY",
    Slot.NOW: "now",
    Slot.ASK_AFTER: "ask after",
    Slot.KINDNESS: "kindness",
    Slot.CARES_ABOUT: "cares for",
    Slot.HERE: "here",
}
_MARGIN: Final = 11
# Controls, halves of signs, and ends of lines and paragraphs that are no line ends of ours.
_STEERING: Final = frozenset({"Cc", "Cs", "Zl", "Zp"})
# Signs that turn the order of what follows: a name could turn round the line of an allergy.
_TURNING: Final = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_WEEKDAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def card_text(card: Card) -> str:
    """A card, its seven slots in order, each under its own word, with the foot."""
    lines = []
    for who in card.slot(Slot.WHO):
        lines.append(who.title.in_english())
        if who.details:
            lines += _wrapped(" · ".join(map(words, who.details)), COLUMNS, "  ", "  ")
    for slot, label in _LABELS.items():
        for reminder in card.slot(slot):
            if not reminder.private:
                lines += _hanging(label, _reminder(reminder))
                label = ""
    return "\n".join((*lines, "", *_wrapped(card.foot.in_english(), COLUMNS)))


def card_said(card: Card) -> dict[str, Any]:
    """A card as JSON: the same lines, by slot."""
    return {
        "uid": card.person_uid,
        "name": card.name,
        "slots": {slot.name.lower(): [_reminder_said(r) for r in card.slot(slot) if not r.private] for slot in Slot},
        "foot": card.foot.in_english(),
    }


def rows_text(rows: Sequence[Row]) -> str:
    """Results, one a line: the name, the quiet line that tells them apart, badges in words, and why they were found."""
    lines = []
    names = min(max(map(width, (row.name for row in rows)), default=0), 32)
    for row in rows:
        badges = "".join(f"  [{badge.value}]" for badge in _in_order(row.badges))
        quiet = "  ".join((words(row.line), f"({words(row.reason)})")[: 1 if row.reason is None else 2])
        name = " ".join(row.name.split())
        lines.append(f"{name}{' ' * max(0, names - width(name))}  {quiet}{badges}".rstrip())
    return "\n".join(lines)


def row_said(row: Row) -> dict[str, Any]:
    """One result as JSON."""
    return {
        "uid": row.person_uid,
        "name": row.name,
        "line": words(row.line),
        "reason": words(row.reason) or "by name",
        "badges": [badge.value for badge in _in_order(row.badges)],
    }


def days_text(lines: Iterable[DayLine], today: date) -> str:
    """The lines of today and the week ahead, under the day on which each of them falls."""
    said = [f"Today, {_WEEKDAYS[today.weekday()]} {english_day(today)}"]
    last = today
    # Nearest first; within a day they keep the order of their urgency.
    for line in sorted(lines, key=lambda line: max(line.day, today)):
        if line.day != last and line.day > today:
            last = line.day
            said += ["", f"{_WEEKDAYS[last.weekday()]} {english_day(last)}"]
        detail = words(line.detail)
        said += _wrapped(f"{words(line.title)}{f' · {detail}' if detail else ''}", COLUMNS, "  ", "    ")
    if len(said) == 1:
        said.append("  Nobody's day, nothing promised, nobody to ask after this week.")
    return "\n".join(said)


def day_said(line: DayLine) -> dict[str, Any]:
    """One line of the day as JSON."""
    return {
        "uid": line.person_uid,
        "day": line.day.isoformat(),
        "mark": line.mark.value,
        "title": words(line.title),
        "detail": words(line.detail),
    }


def shown(text: str) -> str:
    """Text as a terminal may have it: what would steer it, or turn the order of letters round, is shown as a mark.

    Names come out of other people's files, and a terminal obeys whatever it is sent.
    """
    return "".join(map(_mark, text))


def escaped(said: str) -> str:
    """JSON with the same signs written as numbers, which means the same to whoever reads it."""
    return "".join(letter if _is_plain(letter) else json.dumps(letter)[1:-1] for letter in said)


def _is_plain(letter: str) -> bool:
    return letter == "\n" or not (letter in _TURNING or unicodedata.category(letter) in _STEERING)


def _mark(letter: str) -> str:
    if _is_plain(letter):
        return letter
    return chr(0x2400 + ord(letter)) if letter < " " else f"[U+{ord(letter):04X}]"


def lined(text: str) -> str:
    """A paragraph in lines of a terminal's width."""
    return "\n".join(_wrapped(text, COLUMNS))


def words(said: Phrase | str | None) -> str:
    """A sentence in English, or words as they were typed."""
    if said is None:
        return ""
    return said.in_english() if isinstance(said, Phrase) else said


def width(text: str) -> int:
    """How many columns of a terminal a text takes: two for a Han sign, none for a combining mark."""
    return sum(_columns(letter) for letter in text)


def _columns(letter: str) -> int:
    if unicodedata.combining(letter) or unicodedata.category(letter) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(letter) in ("W", "F") else 1


def _in_order(badges: frozenset[Mark]) -> list[Mark]:
    return [mark for mark in Mark if mark in badges]


def _reminder(reminder: Reminder) -> str:
    details = reminder.details if reminder.agreed else (*reminder.details, NOT_AGREED)
    said = " · ".join((reminder.title.in_english(), *map(words, details)))
    return said[:1].upper() + said[1:]


def _reminder_said(reminder: Reminder) -> dict[str, Any]:
    said: dict[str, Any] = {
        "mark": reminder.mark.value,
        "text": reminder.title.in_english(),
        "details": [detail.in_english() for detail in reminder.details],
        "agreed": reminder.agreed,
    }
    if reminder.slot is Slot.SAFETY:
        said["told"], said["struck"] = reminder.told, reminder.struck
    return said


def _hanging(label: str, said: str) -> list[str]:
    """A line of the card: its slot's word in the margin, the rest beside it, however long."""
    return _wrapped(said, COLUMNS, label.ljust(_MARGIN), " " * (_MARGIN + 2))


def _wrapped(text: str, columns: int, first: str = "", rest: str = "") -> list[str]:
    """The text in lines that fit; a word that is longer than a line stands on one of its own, whole."""
    lines: list[str] = []
    line, empty = first, True
    for word in text.split():
        if not empty and width(line) + 1 + width(word) > columns:
            lines.append(line)
            line, empty = rest, True
        line, empty = (line + word if empty else f"{line} {word}"), False
    return [*lines, line]
