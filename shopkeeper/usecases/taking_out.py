"""Taking out: what goes with a kept thing, and what in others' things spoke of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any, Final

from shopkeeper.domain.change import Change, edited, removed
from shopkeeper.domain.concern import Concern
from shopkeeper.domain.consent import Consent
from shopkeeper.domain.household import Household, Membership
from shopkeeper.domain.occasion import Occasion
from shopkeeper.domain.person import Person
from shopkeeper.domain.record import Record, Uid
from shopkeeper.usecases.named import owner_of

if TYPE_CHECKING:
    from shopkeeper.store import Store

# What others keep and only mentions somebody: it stays, without the mention.
_MENTIONING: Final = (Occasion, Concern)


def taken_out(store: Store, record: Record) -> tuple[Change, ...]:
    """The changes that take a kept thing out.

    A person goes with all that is theirs and with what others' cards say of them; a household with what it
    shares, also when its last member leaves it. What only mentions them stays without the mention.
    """
    gone = {one.uid: one for one in _going(store, record)}
    left = {
        one.uid: one
        for uid, it in gone.items()
        if isinstance(it, Person | Consent)
        for one in store.about(uid)
        if one.uid not in gone
    }
    edits = (change for one in left.values() for change in edited(one, _without(one, gone)))
    return (*map(removed, gone.values()), *edits)


def _going(store: Store, record: Record) -> Iterator[Record]:
    yield record
    match record:
        case Person():
            for one in store.about(record.uid):
                if isinstance(one, Membership):
                    yield from _going(store, one)
                elif owner_of(one) == record.uid or not isinstance(one, _MENTIONING):
                    yield one
        case Household():
            yield from store.about(record.uid)
        case Membership():
            shared = store.about(record.household_uid)
            home = store.record(record.household_uid)
            if home is not None and not any(isinstance(one, Membership) and one.uid != record.uid for one in shared):
                yield home
                yield from shared
        case _:
            pass


def _without(record: Record, gone: Mapping[Uid, Record]) -> Record:
    """The same thing without a word of what is gone."""
    blank: dict[str, Any] = {f.name: "" for f in fields(record) if getattr(record, f.name) in gone}
    who = gone.get(getattr(record, "who_uid", ""))
    if isinstance(record, Concern) and isinstance(who, Person) and not record.who:
        # Without their name it would be the card's own person who has the flu.
        blank["who"] = str(who.name)
    return replace(record, **blank)
