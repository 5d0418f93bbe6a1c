"""OptOut: someone asked us not to remember them. From then on only their name is said, and that they asked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from shopkeeper.domain.record import Owned


@dataclass(frozen=True, slots=True, kw_only=True)
class OptOut(Owned):
    """The card's person asked not to be remembered (GDPR art. 21); the name stays, so that nobody begins again."""

    asked_on: date
    told_by: str = ""  # who said so for them; empty: the person themselves
