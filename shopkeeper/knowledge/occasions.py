"""The kinds of day that matter: how they are called, in what tone they are said, how long before to think of them.

The numbers are in resources/knowledge/occasions.json; the words are here, where the catalogues are harvested from.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Final, Self

from shopkeeper.domain.occasion import Recurs
from shopkeeper.domain.phrase import Phrase, translate, verbatim

# What a kind is that this version does not know: an older or newer book, another program's file.
OTHER: Final = "other"


class Tone(StrEnum):
    """How a day is spoken of."""

    GLAD = "glad"
    PLAIN = "plain"
    QUIET = "quiet"  # never a wish, never a count of years


@dataclass(frozen=True, slots=True, kw_only=True)
class OccasionKind:
    """One kind of day. Its days are counted while the shop is open."""

    id: str
    label: Phrase
    recurs: Recurs
    lead_days: int  # from then on the card speaks of it
    order_days: int  # the last day to order lies so long before it; 0: nothing needs ordering
    tone: Tone
    counts_years: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class OccasionKinds:
    """All kinds of day in the order in which they are offered, and the ages that are said aloud."""

    kinds: Mapping[str, OccasionKind]
    round_ages: frozenset[int]

    @classmethod
    def from_text(cls, text: str) -> Self:
        """Read the JSON of resources/knowledge/occasions.json."""
        told = json.loads(text)
        kinds = {k["id"]: _kind(k) for k in told["kinds"]}
        return cls(kinds=MappingProxyType(kinds), round_ages=frozenset(told["round_ages"]))

    def of(self, kind: str) -> OccasionKind:
        """What is known about a kind; an unknown one is "another day"."""
        return self.kinds.get(kind) or self.kinds[OTHER]


def _kind(told: Mapping[str, str | int | bool]) -> OccasionKind:
    name = str(told["id"])
    return OccasionKind(
        id=name,
        label=LABELS.get(name) or verbatim(name),
        recurs=Recurs(str(told["recurs"])),
        lead_days=int(told["lead_days"]),
        order_days=int(told["order_days"]),
        tone=Tone(str(told["tone"])),
        counts_years=bool(told["counts_years"]),
    )


LABELS: Final[Mapping[str, Phrase]] = MappingProxyType(
    {
        "birthday": translate("occasions", "Birthday", "a kind of day"),
        "name_day": translate("occasions", "Name day", "the day of one's saint or name in the calendar"),
        "wedding_anniversary": translate("occasions", "Wedding day", "the day on which two people married, every year"),
        "wedding": translate("occasions", "Wedding", "the wedding itself, once"),
        "birth": translate("occasions", "Birth of a child", "a kind of day"),
        "baptism": translate("occasions", "Baptism or naming", "a kind of day"),
        "first_communion": translate("occasions", "First communion", "a kind of day"),
        "confirmation": translate("occasions", "Confirmation", "the church feast of the young"),
        "bar_bat_mitzvah": translate("occasions", "Bar or bat mitzvah", "a kind of day"),
        "quinceanera": translate("occasions", "Quinceañera", "the fifteenth birthday of a girl, in Latin America"),
        "first_school_day": translate("occasions", "First day at school", "a kind of day"),
        "graduation": translate("occasions", "Graduation", "a kind of day"),
        "new_home": translate("occasions", "New home", "someone moves house"),
        "retirement": translate("occasions", "Retirement", "a kind of day"),
        "memorial": translate("occasions", "Day of remembrance", "the day on which someone died, every year; quiet"),
        "illness_recovery": translate("occasions", "Getting well", "a kind of day"),
        "exam_or_event": translate("occasions", "Exam, journey or match", "a kind of day"),
        "other": translate("occasions", "Another day", "a kind of day that is none of the others"),
    }
)
