"""Kept things as the name of an act says them: whose it is and what, such as "Leo's allergy: sesame"."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from shopkeeper.domain.allergy import AllergyIntolerance, AllergyKind
from shopkeeper.domain.collects import Collects
from shopkeeper.domain.concern import Concern
from shopkeeper.domain.household import Household, Membership, Relationship
from shopkeeper.domain.interest import Interest, InterestKind
from shopkeeper.domain.kindness import Direction, Kindness
from shopkeeper.domain.note import Note
from shopkeeper.domain.occasion import Occasion
from shopkeeper.domain.person import Person
from shopkeeper.domain.phrase import Phrase, Value, translate, verbatim
from shopkeeper.domain.record import Record, Uid
from shopkeeper.knowledge.occasions import LABELS, OTHER
from shopkeeper.remember.names import speak_of

# Fields of a person that are things of their own at a counter.
_OF_PERSON: Final[Mapping[str, Phrase]] = MappingProxyType(
    {
        "name": translate("Records", "{name}'s name"),
        "call_them": translate("Records", "what to call {name}"),
        "say_it": translate("Records", "how to say {name}'s name"),
        "pronouns": translate("Records", "{name}'s pronouns"),
        "language": translate("Records", "{name}'s language"),
        "organisation": translate("Records", "where {name} works"),
        "title": translate("Records", "{name}'s trade"),
        "here_since": translate("Records", "since when {name} has been coming"),
    }
)

# By the names of the records, which are also those that the history keeps.
_PLAIN: Final[Mapping[str, Phrase]] = MappingProxyType(
    {
        "Tel": translate("Records", "{name}'s phone"),
        "Email": translate("Records", "{name}'s e-mail"),
        "Adr": translate("Records", "{name}'s address"),
        "Consent": translate("Records", "{name}'s agreement"),
        "Asked": translate("Records", "{name}'s answer about allergies"),
        "Diet": translate("Records", "what {name} keeps to: {what}", "a diet, in their own words"),
        "Promise": translate("Records", "our promise to {name}: {what}"),
        "Introduction": translate("Records", "{name}'s introduction: {what}", "what: sourdough"),
        "Referral": translate("Records", "where we sent {name} for {what}", "to a neighbour; what: rye flour"),
        "Wanted": translate("Records", "what {name} asked for: {what}"),
        # What must not be mentioned is not said by the bar that offers to undo it either.
        "DontMention": translate("Records", "what not to mention to {name}"),
        "Pet": translate("Records", "{name}'s pet {what}", "what: the pet's own name"),
        "Visit": translate("Records", "{name}'s visit"),
        "Loss": translate("Records", "that {name} has died"),
        "OptOut": translate("Records", "that {name} asked not to be remembered"),
        "Code": translate("Records", "{name}'s card of the shop"),
        "Photo": translate("Records", "{name}'s picture"),
    }
)

# Where the words stand that tell one of several from the others.
_OWN_WORDS: Final = ("substance", "text", "what", "about", "sought", "label", "name")


def whose_and_what(record: Record, name_of: Callable[[Uid], str], field: str = "") -> Phrase:
    """A kept thing, or one field of a person, with the name of whoever it belongs to."""
    if isinstance(record, Person):
        of_person = _OF_PERSON.get(field)
        return of_person.with_values(name=speak_of(record)) if of_person else verbatim(str(record.name))
    if isinstance(record, Household):
        return household_named(record)
    return _words(record).with_values(name=name_of(owner_of(record)), what=_what(record, name_of))


def owner_of(record: Record) -> Uid:
    """The person or household that a kept thing belongs to; those two are their own."""
    owner: Uid = getattr(record, "person_uid", "") or getattr(record, "owner_uid", "") or record.uid
    return owner


def household_named(household: Household) -> Phrase:
    """A household by its name."""
    if household.name:
        return translate("Records", "the household {name}").with_values(name=household.name)
    return translate("Records", "a household without a name")


def _what(record: Record, name_of: Callable[[Uid], str]) -> Value:
    match record:
        case Membership():
            return name_of(record.household_uid)
        case Relationship():
            return record.related_name or name_of(record.related_uid)
        case Collects():
            return name_of(record.for_uid)
        case Occasion() if not record.label:
            return LABELS.get(record.kind, LABELS[OTHER])
        case _:
            return next((said for field in _OWN_WORDS if (said := getattr(record, field, ""))), "")


def _words(record: Record) -> Phrase:
    match record:
        case Membership():
            return translate("Records", "{name}'s place in {what}", "what: the name of a household")
        case Relationship():
            return translate("Records", "how {name} and {what} are related", "two names")
        case Collects():
            return translate("Records", "that {name} collects for {what}", "two names")
        case AllergyIntolerance(kind=AllergyKind.INTOLERANCE):
            return translate("Records", "{name}'s intolerance: {what}", "in the person's own words")
        case AllergyIntolerance():
            return translate("Records", "{name}'s allergy: {what}", "in the person's own words")
        case Occasion():
            return translate("Records", "{name}: {what}", "a kept day; what: Birthday")
        case Concern() if record.who:
            return translate("Records", "asking {name} after {who}: {what}", "what: flu").with_values(who=record.who)
        case Concern():
            return translate("Records", "asking after {name}: {what}", "what: flu")
        case Kindness(direction=Direction.GIVEN):
            return translate("Records", "our kindness to {name}: {what}")
        case Kindness():
            return translate("Records", "{name}'s kindness: {what}")
        case Interest(kind=InterestKind.DISLIKES):
            return translate("Records", "what {name} does not like: {what}")
        case Interest(kind=InterestKind.USUAL):
            return translate("Records", "{name}'s usual: {what}")
        case Interest():
            return translate("Records", "what {name} cares about: {what}")
        case Note(private=True):
            return translate("Records", "{name}'s private note")
        case Note():
            return translate("Records", "{name}'s note")
        case _:
            return _PLAIN[type(record).__name__]
