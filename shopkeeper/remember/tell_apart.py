"""What a result row says of someone: what tells them from their namesakes, and the marks of their card."""

from __future__ import annotations

from datetime import datetime

from shopkeeper.domain.memory import Around, Memory, spoken_of
from shopkeeper.domain.shop_calendar import ShopCalendar
from shopkeeper.knowledge import Knowledge
from shopkeeper.remember.kinds.allergies import told
from shopkeeper.remember.kinds.occasions import occasions
from shopkeeper.remember.moment import Moment
from shopkeeper.remember.reminder import Mark
from shopkeeper.remember.tells import result_line, tells_of

__all__ = ["badges", "result_line", "tells_of"]


def badges(memory: Memory, around: Around, now: datetime, shop: ShopCalendar, knowledge: Knowledge) -> frozenset[Mark]:
    """What the card of one person would be marked with; asks only the two kinds that it needs.

    ALLERGY stands for anything told in slot 2, OCCASION and CANDLE for a day inside its lead time.
    """
    me, others = spoken_of(memory, around)
    moment = Moment(me, others, now, shop, knowledge)
    safety = {Mark.ALLERGY for _ in told(moment)}
    return frozenset(safety | {reminder.mark for reminder in occasions(moment)})
