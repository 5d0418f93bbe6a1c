"""Signs of chips: the drawing, its colour and the colour of the chip, by what the chip is about."""

from __future__ import annotations

from typing import Final

from shopkeeper.capture.chip import ChipKind
from shopkeeper.ui.theme import Role

Sign = tuple[str, Role, Role]

NOTE: Final[Sign] = ("note", Role.SOFT, Role.RAIL)
_PERSON: Final[Sign] = ("person", Role.SOFT, Role.RAIL)
SIGNS: Final[dict[ChipKind, Sign]] = {
    ChipKind.NAME: _PERSON,
    ChipKind.CALL: _PERSON,
    ChipKind.SAY_IT: _PERSON,
    ChipKind.PRONOUNS: _PERSON,
    ChipKind.TRADE: _PERSON,
    ChipKind.SINCE: _PERSON,
    ChipKind.TEL: ("phone", Role.SOFT, Role.RAIL),
    ChipKind.EMAIL: ("letter", Role.SOFT, Role.RAIL),
    ChipKind.ADR: ("house", Role.SOFT, Role.RAIL),
    ChipKind.CODE: ("key", Role.SOFT, Role.RAIL),
    ChipKind.KIN: _PERSON,
    ChipKind.MET: _PERSON,
    ChipKind.PET: ("heart", Role.SOFT, Role.RAIL),
    ChipKind.OCCASION: ("cake", Role.TIME, Role.TIME_FILL),
    ChipKind.ALLERGY: ("triangle", Role.SAFETY, Role.SAFETY_FILL),
    ChipKind.ASKED: ("question", Role.SOFT, Role.RAIL),
    ChipKind.DIET: ("leaf", Role.ACCENT, Role.ACCENT_FILL),
    ChipKind.INTEREST: ("heart", Role.HEART, Role.HEART_FILL),
    ChipKind.CONCERN: ("speech", Role.ASK, Role.ASK_FILL),
    ChipKind.DIED: ("candle", Role.HEART, Role.HEART_FILL),
    ChipKind.KINDNESS: ("gift", Role.HEART, Role.HEART_FILL),
    ChipKind.PROMISE: ("promise", Role.TIME, Role.TIME_FILL),
    ChipKind.WANTED: ("tray", Role.TIME, Role.TIME_FILL),
    ChipKind.REFERRAL: ("shop", Role.HEART, Role.HEART_FILL),
    ChipKind.COLLECTS: ("here", Role.SOFT, Role.RAIL),
    ChipKind.DONT_MENTION: ("eye", Role.SOFT, Role.RAIL),
    ChipKind.NOTE: NOTE,
}
