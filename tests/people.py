"""Demo Street, for every test: the people live in shopkeeper/examples."""

from __future__ import annotations

from shopkeeper.examples.street import DEES_CARD, Street, street

__all__ = ["DEES_CARD", "Street", "street"]
