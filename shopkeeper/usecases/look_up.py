"""Look someone up: the people whom the typed words may mean, and the card of one of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from shopkeeper.domain.phrase import Phrase, verbatim
from shopkeeper.domain.record import Uid
from shopkeeper.remember.card import Card, what_to_remember
from shopkeeper.remember.names import dotted
from shopkeeper.remember.reminder import Mark
from shopkeeper.remember.tell_apart import badges, result_line
from shopkeeper.search.hit import Hit, Reason
from shopkeeper.usecases.shop import Shop


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One result: who it may be, why they were found, and the quiet line that tells them from others."""

    person_uid: Uid
    name: str
    matched: tuple[tuple[int, int], ...] = ()  # the parts of the name that were typed
    line: Phrase
    reason: Phrase | None  # None: the name itself says why
    badges: frozenset[Mark] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The results, best first, and how many people the book knows."""

    rows: tuple[Row, ...] = ()
    total: int = 0


def find(shop: Shop, text: str, limit: int = 20) -> Found:
    """Whom the typed words may mean, best first."""
    now = shop.clock.now()
    hits = shop.store.find(text, limit=limit)
    return Found(rows=tuple(_row(shop, hit, now) for hit in hits), total=shop.store.count())


def card(shop: Shop, uid: Uid) -> Card:
    """What to remember about one person, now."""
    memory = shop.store.memory_of(uid)
    return what_to_remember(memory, shop.store.around(memory), shop.clock.now(), shop.calendar, shop.knowledge)


def _row(shop: Shop, hit: Hit, now: datetime) -> Row:
    memory = shop.store.memory_of(hit.person_uid)
    around = shop.store.around(memory)
    return Row(
        person_uid=hit.person_uid,
        name=hit.name,
        matched=hit.matched,
        line=dotted(result_line(memory, around, shop.knowledge)) or verbatim(""),
        reason=None if hit.why is Reason.NAME else hit.reason,
        badges=badges(memory, around, now, shop.calendar, shop.knowledge),
    )
