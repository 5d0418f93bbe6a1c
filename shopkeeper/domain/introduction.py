"""Introduction: two people who could be glad to meet."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from shopkeeper.domain.record import Owned, Uid


@dataclass(frozen=True, slots=True, kw_only=True)
class Introduction(Owned):
    """Two people and what they share. The card offers it only when both have said yes."""

    other_uid: Uid
    about: str
    person_agrees: bool | None = None
    other_agrees: bool | None = None
    introduced_on: date | None = None
    outcome: str = ""  # what we heard of it, in their words
    met_on: date | None = None  # when we heard that they have met
