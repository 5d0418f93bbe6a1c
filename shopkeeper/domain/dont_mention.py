"""DontMention: what to keep quiet about."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from shopkeeper.domain.record import Owned


@dataclass(frozen=True, slots=True, kw_only=True)
class DontMention(Owned):
    """What must not be brought up. Seen only while a key is held, never searched."""

    text: str
    since: date | None = None
