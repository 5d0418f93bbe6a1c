"""Closing: what to go through at the end of the day. What was written down before anybody agreed to it.

What concerns health is listed until it is agreed; family and contact, of those who were here or were written about
today, so that there was a chance to ask. What asks for whose yes, and why: remember/agreement.py.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import Final

from shopkeeper.domain.consent import Purpose
from shopkeeper.domain.memory import Memory, spoken_of
from shopkeeper.domain.phrase import Phrase, verbatim
from shopkeeper.domain.record import Uid
from shopkeeper.remember.agreement import not_agreed
from shopkeeper.remember.in_words import record_words
from shopkeeper.remember.names import listed
from shopkeeper.usecases.records import name_of
from shopkeeper.usecases.shop import Shop

# Nobody asks more people than this in one evening; the newest are read first.
_MOST: Final = 100
_SOME: Final = 3  # facts that are named of each


@dataclass(frozen=True, slots=True, kw_only=True)
class NotAgreed:
    """What is kept about one person for one purpose, and nobody has agreed to."""

    person_uid: Uid
    name: str
    purpose: Purpose
    what: Phrase  # the first few of these facts


def closing(shop: Shop) -> tuple[NotAgreed, ...]:
    """Whom to ask whether they agree, what concerns health first."""
    *_, told = closing_in_steps(shop)
    return told or ()


def closing_in_steps(shop: Shop) -> Iterator[tuple[NotAgreed, ...] | None]:
    """The same in steps of a few milliseconds: None at each but the last."""
    today = shop.clock.today()
    asking = shop.store.asking(today, _MOST)
    purposes = {Purpose.HEALTH: asking.not_agreed, Purpose.FAMILY: asking.met, Purpose.CONTACT: asking.met}
    named = partial(name_of, shop)
    people: dict[Uid, Memory] = {}
    for uid in dict.fromkeys(sum(asking[:2], ())):
        # Somebody may have been taken out since the first step.
        people |= {memory.uid: spoken_of(memory, around)[0] for memory, around in shop.store.people((uid,))}
        yield None
    told: list[NotAgreed] = []
    for purpose, uids in purposes.items():
        for uid in uids:
            if uid not in people or not (facts := not_agreed(people[uid], purpose, today)):
                continue
            what = listed(record_words(fact, shop.knowledge, named) for fact in facts[:_SOME]) or verbatim("")
            name = str(people[uid].person.name)
            told.append(NotAgreed(person_uid=uid, name=name, purpose=purpose, what=what))
            yield None
    yield tuple(told)
