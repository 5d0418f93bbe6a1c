"""Interest: what someone cares about, likes, does not like, and usually has."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from shopkeeper.domain.record import Owned


class InterestKind(StrEnum):
    """The four ways to care about something at a counter."""

    INTEREST = "interest"  # keeps bees (vCard HOBBY, INTEREST, EXPERTISE)
    LIKES = "likes"
    DISLIKES = "dislikes"
    USUAL = "usual"  # what they always have


@dataclass(frozen=True, slots=True, kw_only=True)
class Interest(Owned):
    """One thing someone cares about, in words."""

    kind: InterestKind
    text: str
    may_introduce: bool | None = None  # whether they said that we may introduce them to others who share it
    told_on: date | None = None
