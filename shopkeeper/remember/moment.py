"""Moment: all that a kind of reminder may look at, for one person at one time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from shopkeeper.domain.memory import Around, Memory, Near
from shopkeeper.domain.record import Uid
from shopkeeper.domain.shop_calendar import ShopCalendar
from shopkeeper.knowledge import Knowledge


@dataclass(frozen=True, slots=True)
class Moment:
    """One person as they may be spoken of now; who makes a Moment has called spoken_of first, once."""

    memory: Memory
    around: Around
    now: datetime  # shop-local time
    shop: ShopCalendar
    knowledge: Knowledge

    @property
    def today(self) -> date:
        """The shop's day."""
        return self.now.date()

    @property
    def me(self) -> Uid:
        """The uid of the card's own person."""
        return self.memory.uid

    def family(self) -> tuple[Near, ...]:
        """Those whose days and worries belong on this card: relatives, and who lives under the same roof."""
        kin = self.knowledge.kinship
        return tuple(n for n in self.around.near if n.same_household or kin.is_family(n.kind))
