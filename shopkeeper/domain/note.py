"""Note: what was written down in words of its own."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from shopkeeper.domain.record import Owned


@dataclass(frozen=True, slots=True, kw_only=True)
class Note(Owned):
    """A line about someone that fits nowhere else, verbatim."""

    text: str
    private: bool = False  # seen only while a key is held
    written_on: date | None = None
    written_by: str = ""
