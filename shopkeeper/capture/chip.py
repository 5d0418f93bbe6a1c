"""Chip: one thing that was understood in the typed line, shown before Enter keeps it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final, TypeAlias

from shopkeeper.domain.household import Relationship
from shopkeeper.domain.partial_date import PartialDate
from shopkeeper.domain.person import Name
from shopkeeper.domain.phrase import Phrase
from shopkeeper.domain.record import Record, Uid

# Half-open, as offsets into the text as it was typed.
Span: TypeAlias = tuple[int, int]


class ChipKind(StrEnum):
    """What a chip is about; it chooses the chip's icon and where its record is kept."""

    NAME = "name"
    CALL = "call"
    SAY_IT = "say-it"
    PRONOUNS = "pronouns"
    TRADE = "trade"
    SINCE = "since"
    TEL = "tel"
    EMAIL = "email"
    ADR = "adr"
    CODE = "code"
    KIN = "kin"
    MET = "met"
    PET = "pet"
    OCCASION = "occasion"
    ALLERGY = "allergy"
    ASKED = "asked"
    DIET = "diet"
    INTEREST = "interest"
    CONCERN = "concern"
    DIED = "died"
    KINDNESS = "kindness"
    PROMISE = "promise"
    WANTED = "wanted"
    REFERRAL = "referral"
    COLLECTS = "collects"
    DONT_MENTION = "dont-mention"
    NOTE = "note"


# What would be grave on the wrong person: right behind a relative's clause it asks whose it is.
ASKING: Final = frozenset({ChipKind.ALLERGY, ChipKind.CONCERN, ChipKind.DIED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Whose:
    """Whom a chip is about: with neither uid nor kin it is the line's own person."""

    name: str = ""  # as shown; empty while the line's own person has no name yet
    uid: Uid = ""  # a known member of the family
    kin: int | None = None  # the relative named by the KIN chip that begins at this offset
    tell: Phrase | None = None  # of somebody in the book: what tells them from others of that name

    @property
    def is_own(self) -> bool:
        """Whether this is the line's own person."""
        return not self.uid and self.kin is None


# The line's own person, while nothing more is known of them.
OWN: Final = Whose()
# Of a relative who could be somebody in the book: that they are not.
SOMEBODY_NEW: Final = Whose()


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonField:
    """One field of the person themselves: its name in domain/person.py and what to write there."""

    name: str
    value: str | PartialDate


What: TypeAlias = Record | Name | PersonField


@dataclass(frozen=True, slots=True, kw_only=True)
class Chip:
    """One thing that was understood, the words that say it, whom it is about, and how else it could be meant."""

    kind: ChipKind
    spans: tuple[Span, ...] = ()
    whose: Whose = OWN
    what: What  # uid and owner stay empty until it is kept
    also: tuple[Record, ...] = ()  # what the same words say besides: "asked: none" of food and of medicine
    whom: str = ""  # the other person in it, by name: for whom they collect
    said: str = ""  # the words of a date or an age as typed, for the label
    asks: tuple[Whose, ...] = ()  # not empty: "Ana or Leo?" has to be answered before Enter keeps it
    others: tuple[Chip, ...] = ()  # other readings of the same words, in the order in which one key steps through them

    @property
    def begins(self) -> int:
        """The offset of its first character: what tells it from every other chip of the line."""
        return self.spans[0][0] if self.spans else 0

    @property
    def named(self) -> str:
        """The relative in it, by name where it has one, else by the word for them; empty in all but family chips."""
        return (self.what.related_name or self.what.words) if isinstance(self.what, Relationship) else ""

    def turned(self) -> Chip:
        """Its next reading; the last one is followed by the first again."""
        if not self.others:
            return self
        first, *rest = self.others
        return replace(
            first,
            spans=self.spans,
            whose=self.whose,
            asks=self.asks,
            others=(*rest, replace(self, others=())),
        )
