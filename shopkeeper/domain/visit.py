"""Visit: that someone was here, and who saw them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from shopkeeper.domain.record import Owned


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit(Owned):
    """Someone was here. Kept for "last seen", never counted."""

    at: datetime  # shop-local time with its offset
    seen_by: str = ""
