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

# Rows that are kept in mind between two keys: a few hundred bytes each.
_MOST_SEEN = 2_000


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


@dataclass(frozen=True, slots=True)
class Aside:
    """What a row says beside the name: the same for every search, until something is written down."""

    line: Phrase
    line_beside_kin: Phrase  # for one who was found through a relative: the reason says the family already
    badges: frozenset[Mark]


class Seen:
    """What one key's search leaves for the next: rows repeat while a name is typed, and each costs 0.3 ms to tell."""

    def __init__(self) -> None:
        """Nothing was seen yet."""
        self.asides: dict[Uid, Aside] = {}
        self.total: int | None = None

    def forget(self) -> None:
        """Something was written down: what was seen may no longer be so."""
        self.asides.clear()
        self.total = None


def find(shop: Shop, text: str, limit: int = 20, seen: Seen | None = None) -> Found:
    """Whom the typed words may mean, best first. Whoever hands in `seen` lets it forget when anything is written."""
    hits = shop.store.find(text, limit=limit)
    seen = seen or Seen()
    if seen.total is None or len(seen.asides) > _MOST_SEEN:
        seen.forget()
        seen.total = shop.store.count()
    now = shop.clock.now()
    for hit in hits:
        if hit.person_uid not in seen.asides:
            seen.asides[hit.person_uid] = _aside(shop, hit.person_uid, now)
    return Found(rows=tuple(_row(hit, seen.asides[hit.person_uid]) for hit in hits), total=seen.total)


def card(shop: Shop, uid: Uid) -> Card:
    """What to remember about one person, now."""
    memory = shop.store.memory_of(uid)
    return what_to_remember(memory, shop.store.around(memory), shop.clock.now(), shop.calendar, shop.knowledge)


def _aside(shop: Shop, uid: Uid, now: datetime) -> Aside:
    memory = shop.store.memory_of(uid)
    around = shop.store.around(memory)
    return Aside(
        dotted(result_line(memory, around, shop.knowledge)) or verbatim(""),
        dotted(result_line(memory, around, shop.knowledge, with_kin=False)) or verbatim(""),
        badges(memory, around, now, shop.calendar, shop.knowledge),
    )


def _row(hit: Hit, aside: Aside) -> Row:
    return Row(
        person_uid=hit.person_uid,
        name=hit.name,
        matched=hit.matched,
        line=aside.line_beside_kin if hit.why is Reason.KIN else aside.line,
        reason=None if hit.why is Reason.NAME else hit.reason,
        badges=aside.badges,
    )
