"""Consent: what someone agreed may be written down, and for what."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from shopkeeper.domain.record import Owned


class Purpose(StrEnum):
    """What an agreement is for; each is asked by itself (GDPR art. 6, 7 and 9)."""

    CONTACT = "contact"
    HEALTH = "health"
    FAMILY = "family"


@dataclass(frozen=True, slots=True, kw_only=True)
class Consent(Owned):
    """An agreement for one purpose, how it was given, and whether it was taken back."""

    purpose: Purpose
    agreed_on: date
    how: str = ""  # said at the counter, signed on paper
    given_by: str = ""  # themselves, a parent, a carer
    recorded_by: str = ""
    withdrawn_on: date | None = None
