"""Shops to try the use cases in: Demo Street on any day, and an own book, empty or brought in."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from shopkeeper.domain.memory import Memory
from shopkeeper.domain.shop_calendar import ShopCalendar
from shopkeeper.host.clock import Clock
from shopkeeper.host.paths import Places
from shopkeeper.remember.card import Card
from shopkeeper.remember.reminder import Slot
from shopkeeper.store import Store, new_data_key
from shopkeeper.usecases.look_up import card, find
from shopkeeper.usecases.shop import Shop, knowledge_here

DAY = date(2026, 11, 22)
SAMPLES = Path(__file__).resolve().parents[3] / "shared" / "samples"


@contextmanager
def own_shop(folder: Path, day: date = DAY) -> Iterator[Shop]:
    """A shop with an empty book of its own."""
    places, clock, key = Places.within(folder).make(), Clock.fixed(day), new_data_key()
    with Store.create(places.book, key, now=clock.now()) as store:
        yield Shop(
            store=store,
            clock=clock,
            calendar=ShopCalendar(),
            knowledge=knowledge_here(),
            places=places,
            key=key,
            by="MK",
        )


def whole(shop: Shop) -> dict[str, Memory]:
    """Everything that is kept about everybody."""
    return {uid: _in_order(shop.store.memory_of(uid)) for uid in shop.store.uids()}


def _in_order(memory: Memory) -> Memory:
    # The order of what came in at one moment says nothing.
    return replace(memory, tels=tuple(sorted(memory.tels, key=lambda tel: tel.uid)))


def names_of(shop: Shop, text: str) -> list[str]:
    """The names of those who are found."""
    return [row.name for row in find(shop, text).rows]


def card_of(shop: Shop, text: str) -> Card:
    """The card of whoever is found first."""
    return card(shop, find(shop, text).rows[0].person_uid)


def said_in(card: Card, slot: Slot) -> str:
    """Everything that one slot says."""
    lines = card.slot(slot)
    return "\n".join(" · ".join([r.title.in_english(), *(d.in_english() for d in r.details)]) for r in lines)


def vcard(*lines: str) -> bytes:
    """One card of a contacts file."""
    return "\r\n".join(("BEGIN:VCARD", "VERSION:4.0", *lines, "END:VCARD", "")).encode()


def expected() -> dict[str, Any]:
    """What is in the samples; empty where they are not beside the project."""
    path = SAMPLES / "expected.json"
    return dict(json.loads(path.read_text(encoding="utf-8"))["files"]) if path.exists() else {}
