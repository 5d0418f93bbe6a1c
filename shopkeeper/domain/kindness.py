"""Kindness: something good done, by us or to us. Never summed, never ranked, never weighed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from shopkeeper.domain.partial_date import PartialDate
from shopkeeper.domain.record import Owned


class Direction(StrEnum):
    """Whose kindness it was."""

    GIVEN = "given"  # from the shop to them
    RECEIVED = "received"  # from them to the shop


@dataclass(frozen=True, slots=True, kw_only=True)
class Kindness(Owned):
    """One kindness, with the words for it and its day as far as it is known."""

    direction: Direction
    text: str
    on: PartialDate
    recorded_by: str = ""
    thanks_owed: bool = False
    thanked_on: date | None = None
