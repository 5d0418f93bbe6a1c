"""Referral: we do not have it, but a neighbour does."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from shopkeeper.domain.record import Owned


@dataclass(frozen=True, slots=True, kw_only=True)
class Referral(Owned):
    """What someone looked for here, and which neighbour we sent them to."""

    sought: str
    sent_to: str
    on: date | None = None
    outcome: str = ""  # what we heard of it, in their words
    found: bool | None = None  # whether they found it there; None: nobody has asked yet
