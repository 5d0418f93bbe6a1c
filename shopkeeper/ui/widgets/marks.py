"""Marks: how each is drawn, on a line of the card, on a row and on a line of the day."""

from __future__ import annotations

from typing import Final

from shopkeeper.remember.reminder import Mark
from shopkeeper.ui.theme import Role

# The sign, its colour and the colour of its square, by what the line is about.
MARKS: Final[dict[Mark, tuple[str, Role, Role]]] = {
    Mark.ALLERGY: ("triangle", Role.SAFETY, Role.SAFETY_FILL),
    Mark.OCCASION: ("cake", Role.TIME, Role.TIME_FILL),
    Mark.ASK: ("speech", Role.ASK, Role.ASK_FILL),
    Mark.GIFT: ("gift", Role.HEART, Role.HEART_FILL),
    Mark.HEART: ("heart", Role.HEART, Role.HEART_FILL),
    Mark.CANDLE: ("candle", Role.HEART, Role.HEART_FILL),
    Mark.LEAF: ("leaf", Role.ACCENT, Role.ACCENT_FILL),
    Mark.PROMISE: ("promise", Role.TIME, Role.TIME_FILL),
    Mark.HOUSE: ("house", Role.SOFT, Role.RAIL),
    Mark.NOTE: ("note", Role.SOFT, Role.RAIL),
}
