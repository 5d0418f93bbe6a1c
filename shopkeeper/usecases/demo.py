"""Demo Street: the whole program on a made-up neighbourhood, in a folder that is thrown away at close."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from shopkeeper.domain.change import Act, made
from shopkeeper.domain.phrase import translate
from shopkeeper.examples.street import street
from shopkeeper.host.clock import Clock, new_uid
from shopkeeper.host.paths import Places
from shopkeeper.store import Store, new_data_key
from shopkeeper.usecases.shop import Shop, knowledge_here


def open_demo(clock: Clock) -> Shop:
    """Demo Street as it is on the clock's day. Its key is random and stays in memory; `close_demo` removes it."""
    places = Places.throw_away().make()
    try:
        return _furnished(places, clock)
    except BaseException:
        places.remove()
        raise


def close_demo(shop: Shop) -> None:
    """Close the demo's book and take its folder away."""
    shop.store.close()
    shop.places.remove()


@contextmanager
def demo(clock: Clock) -> Iterator[Shop]:
    """Demo Street for the length of a block."""
    shop = open_demo(clock)
    try:
        yield shop
    finally:
        close_demo(shop)


def _furnished(places: Places, clock: Clock) -> Shop:
    now, key = clock.now(), new_data_key()
    there = street(now.date())
    store = Store.create(places.book, key, now=now)
    act = Act(
        uid=new_uid(),
        name=translate("Demo", "moved into Demo Street", "name of an act"),
        at=now,
        changes=tuple(map(made, there.records)),
        passed_over=True,
    )
    store.apply(act, new_uid=new_uid())
    return Shop(
        store=store,
        clock=clock,
        calendar=there.calendar,
        knowledge=knowledge_here(),
        places=places,
        key=key,
        is_demo=True,
    )
