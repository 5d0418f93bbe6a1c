"""Neighbours: where we send people for what we do not have ourselves."""

from __future__ import annotations

from shopkeeper.usecases.shop import Shop


def neighbours(shop: Shop) -> tuple[str, ...]:
    """Every place to which somebody was ever sent, once each, the latest first."""
    places = shop.store.asking(shop.clock.today(), 0).places
    return tuple({place.casefold(): place for place in reversed(places)}.values())[::-1]
