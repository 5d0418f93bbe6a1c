"""Agreement: what may be written down only with a yes, for which purpose, and what of it nobody has agreed to yet.

After the GDPR, whose articles are named:

- Health: data concerning health and belief need an explicit yes (art. 4(15) and 9). So allergies, answers about them,
  what we ask after, and diets that tell of a condition or a faith carry the uid of their agreement. One that stands
  covers what its person tells of themselves later; what is told of others, or by others, waits for a yes of its own.
- Family: relatives who never came in have to hear of it (art. 14), and children are looked after most (recital 38). So
  relationships, and the days of somebody who is not grown up, ask for one yes of the person whose card it is.
- Contact: a shop may keep an address or a number of those who come in, if no is as easy as yes (art. 6(1)(f), 21). So
  one yes is asked for where there is a chance to, and nothing is marked on the card until then.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from shopkeeper.domain.allergy import AllergyIntolerance, AllergyStatus, Asked
from shopkeeper.domain.concern import Concern
from shopkeeper.domain.consent import Purpose
from shopkeeper.domain.diet import Diet, DietKind
from shopkeeper.domain.household import Household, Relationship
from shopkeeper.domain.memory import Memory
from shopkeeper.domain.occasion import Occasion
from shopkeeper.domain.person import Adr, Email, Tel
from shopkeeper.domain.record import Record, Uid
from shopkeeper.remember.falling import GROWN_UP, age_on
from shopkeeper.remember.offer import Offer

_TELLING_DIETS = frozenset({DietKind.CONDITION, DietKind.FAITH})


def purpose_of(record: Record) -> Purpose | None:
    """For what a kept thing asks for a yes; None: for nothing."""
    match record:
        case AllergyIntolerance() | Asked() | Concern():
            return Purpose.HEALTH
        case Diet() if record.kind in _TELLING_DIETS:
            return Purpose.HEALTH
        case Relationship() | Household() | Occasion():
            return Purpose.FAMILY
        case Tel() | Email() | Adr():
            return Purpose.CONTACT
    return None


def is_agreed(memory: Memory, record: Record) -> bool:
    """Whether a fact about somebody's health was agreed to and still is, or is none; `memory` has the agreements."""
    if purpose_of(record) is not Purpose.HEALTH:
        return True
    consent_uid: Uid = getattr(record, "consent_uid", "")
    return bool(consent_uid) and not any(c.uid == consent_uid and c.withdrawn_on for c in memory.consents)


def and_agreed(offers: tuple[Offer, ...], memory: Memory, *records: Record) -> tuple[Offer, ...]:
    """What can be done about these facts; while nobody has agreed to them, that somebody does."""
    return offers if all(is_agreed(memory, record) for record in records) else (*offers, Offer.AGREED)


def agreement_for(memory: Memory, purpose: Purpose) -> Uid:
    """The newest agreement of somebody to this purpose that still stands; empty where there is none."""
    standing = [c for c in memory.consents if c.purpose is purpose and c.withdrawn_on is None]
    return max(standing, key=lambda c: c.agreed_on).uid if standing else ""


def covered_by(memory: Memory, record: Record) -> Uid:
    """The standing agreement that covers a new fact on this person's card; empty where it waits for its own."""
    purpose, me = purpose_of(record), memory.person
    told_by = getattr(record, "told_by", "")
    by_others = told_by not in ("", me.name.given, me.call_them, str(me.name))
    of_others = isinstance(record, Concern) and bool(record.who or record.who_uid)
    return "" if purpose is None or by_others or of_others else agreement_for(memory, purpose)


def not_agreed(memory: Memory, purpose: Purpose, today: date) -> tuple[Record, ...]:
    """What is kept about somebody for this purpose while nobody has agreed to it. Nobody asks the dead."""
    if memory.has_died or memory.is_not_to_be_remembered:
        return ()
    match purpose:
        case Purpose.HEALTH:
            return tuple(fact for fact in _of_health(memory) if not is_agreed(memory, fact))
        case Purpose.FAMILY:
            asks: tuple[Record, ...] = (*memory.relationships, *_days_of_a_child(memory, today))
        case Purpose.CONTACT:
            asks = tuple(_own_contact(memory))
    return () if agreement_for(memory, purpose) else asks


def _own_contact(memory: Memory) -> Iterator[Tel | Email | Adr]:
    kinds: tuple[tuple[Tel | Email | Adr, ...], ...] = (memory.tels, memory.emails, memory.adrs)
    yield from (contact for kept in kinds for contact in kept if contact.owner_uid == memory.uid)


def _of_health(memory: Memory) -> Iterator[Record]:
    yield from (a for a in memory.allergies if a.status is not AllergyStatus.WAS_A_MISTAKE)
    yield from memory.asked
    yield from memory.diets
    yield from memory.concerns


def _days_of_a_child(memory: Memory, today: date) -> Iterator[Occasion]:
    ages = (age_on(o, today) for o in memory.occasions if o.kind == "birthday" and o.person_uid == memory.uid)
    if any(age is not None and age.years < GROWN_UP for age in ages):
        yield from (o for o in memory.occasions if o.person_uid == memory.uid)
