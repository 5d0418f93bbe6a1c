"""What to remember about someone, now: pure functions from what the shop knows to the lines of a card."""

from __future__ import annotations

from shopkeeper.remember.card import Card, what_to_remember
from shopkeeper.remember.day import DayLine, what_is_today
from shopkeeper.remember.moment import Moment
from shopkeeper.remember.reminder import Mark, Reminder, Slot, Urgency
from shopkeeper.remember.tell_apart import badges, result_line, tells_of

__all__ = [
    "Card",
    "DayLine",
    "Mark",
    "Moment",
    "Reminder",
    "Slot",
    "Urgency",
    "badges",
    "result_line",
    "tells_of",
    "what_is_today",
    "what_to_remember",
]
