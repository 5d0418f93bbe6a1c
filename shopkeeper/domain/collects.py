"""Collects: who picks things up for whom."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from shopkeeper.domain.record import Owned, Uid


@dataclass(frozen=True, slots=True, kw_only=True)
class Collects(Owned):
    """The card's person picks things up for someone else, who named them for it."""

    for_uid: Uid
    medicine: bool = False  # the owner agreed that the collector's card shows their medicine lines
    told_on: date | None = None
