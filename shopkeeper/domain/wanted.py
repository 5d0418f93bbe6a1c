"""Wanted: tell them when it arrives."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from shopkeeper.domain.record import Owned


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted(Owned):
    """Something they asked for that we do not have: tell them when it arrives."""

    text: str
    since: date | None = None
    arrived_on: date | None = None
    told_on: date | None = None
