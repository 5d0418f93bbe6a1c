"""Loss: someone has died. It quietens every cheerful line about them, everywhere, at once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from shopkeeper.domain.partial_date import PartialDate
from shopkeeper.domain.record import Owned


@dataclass(frozen=True, slots=True, kw_only=True)
class Loss(Owned):
    """The card's person has died; the day may be unknown. Their kin's cards say "be gentle" from the day we heard."""

    on: PartialDate
    told_on: date
    told_by: str = ""
