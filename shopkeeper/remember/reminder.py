"""Reminder: one line of the card. Slot: its place. Urgency: how near the front of its slot it stands."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum, StrEnum

from shopkeeper.domain.phrase import Phrase
from shopkeeper.domain.record import Uid
from shopkeeper.remember.offer import Offer


class Slot(IntEnum):
    """The seven places of the card, always in this order."""

    WHO = 1
    SAFETY = 2
    NOW = 3
    ASK_AFTER = 4
    KINDNESS = 5
    CARES_ABOUT = 6
    HERE = 7


class Urgency(IntEnum):
    """How near the front of its slot a reminder stands; the front is 0."""

    FIRST = 0
    SOON = 1
    USUAL = 2
    LATER = 3


class Mark(StrEnum):
    """The drawn sign beside a line: never the only bearer of its meaning."""

    ALLERGY = "allergy"
    OCCASION = "occasion"
    ASK = "ask"
    GIFT = "gift"
    HEART = "heart"
    CANDLE = "candle"
    LEAF = "leaf"
    PROMISE = "promise"
    HOUSE = "house"
    NOTE = "note"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reminder:
    """One thing to remember: a sentence, a quieter second line, and the records that it was made from."""

    slot: Slot
    mark: Mark
    title: Phrase
    details: tuple[Phrase, ...] = ()  # said after the title, parted by a middle dot
    urgency: Urgency = Urgency.USUAL
    order: tuple[int, ...] = ()  # breaks ties within one urgency; smaller stands first
    about: tuple[Uid, ...] = ()  # the records it was made from
    strong: Phrase | None = None  # the words within the title that carry it: "tree nuts"
    struck: bool = False  # an allergy that no longer holds: struck through, never silently gone
    told: bool = True  # safety lines: False for "never asked" and "told us of none", which are not red
    private: bool = False  # seen only while a key is held
    offers: tuple[Offer, ...] = ()  # what can be done about it with one key, the most usual first

    @property
    def agreed(self) -> bool:
        """Whether somebody agreed that this is written down, or nobody need."""
        return Offer.AGREED not in self.offers
