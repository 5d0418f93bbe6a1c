"""What all measured books have in common: their key and their day."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Final

KEY: Final = bytes(range(32))
TODAY: Final = date(2026, 11, 22)
NOW: Final = datetime(2026, 11, 22, 10, tzinfo=UTC)
