"""Promise: what we said we would do, and by when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from shopkeeper.domain.partial_date import PartialDate
from shopkeeper.domain.record import Owned


class PromiseStatus(StrEnum):
    """Whether we still owe it."""

    OWED = "owed"
    KEPT = "kept"
    RELEASED = "released"  # they said it is no longer needed


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise(Owned):
    """We said "I will ask the supplier by Friday": owed until it is kept or released."""

    text: str
    by: PartialDate | None = None
    made_on: date | None = None
    made_by: str = ""
    status: PromiseStatus = PromiseStatus.OWED
    closed_on: date | None = None
