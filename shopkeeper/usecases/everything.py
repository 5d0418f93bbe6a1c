"""Everything: all that is kept about one person, a line for each thing, in the order of the card."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import Final

from shopkeeper.domain.allergy import AllergyIntolerance, AllergyStatus, Asked
from shopkeeper.domain.collects import Collects
from shopkeeper.domain.concern import Concern
from shopkeeper.domain.consent import Consent
from shopkeeper.domain.diet import Diet
from shopkeeper.domain.dont_mention import DontMention
from shopkeeper.domain.household import Household, Membership, Relationship, Standing
from shopkeeper.domain.interest import Interest
from shopkeeper.domain.introduction import Introduction
from shopkeeper.domain.kindness import Kindness
from shopkeeper.domain.loss import Loss
from shopkeeper.domain.memory import Around, Memory, Near, spoken_of
from shopkeeper.domain.note import Note
from shopkeeper.domain.occasion import Occasion
from shopkeeper.domain.opt_out import OptOut
from shopkeeper.domain.person import Adr, Code, Email, Person, Photo, Tel
from shopkeeper.domain.pet import Pet
from shopkeeper.domain.phrase import Phrase, translate, verbatim
from shopkeeper.domain.promise import Promise
from shopkeeper.domain.record import Record, Uid
from shopkeeper.domain.referral import Referral
from shopkeeper.domain.visit import Visit
from shopkeeper.domain.wanted import Wanted
from shopkeeper.remember.in_words import record_words, value_words
from shopkeeper.remember.kept_words import CHOICES, field_word, kind_word
from shopkeeper.remember.names import kin_word, listed
from shopkeeper.usecases.records import name_of
from shopkeeper.usecases.shop import Shop


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One kept thing in one line, and what opens when it is chosen."""

    uid: Uid
    title: Phrase
    detail: Phrase | None = None
    private: bool = False  # seen only while a key is held
    struck: bool = False  # an allergy that no longer holds


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """Things of one kind with what belongs to them; without lines where nothing is kept yet."""

    kind: type[Record]
    title: Phrase
    lines: tuple[Line, ...] = ()
    can_add: bool = True  # False: made by a gesture of its own, as that somebody was here


# What is told together stands under the first of its kinds.
_SECTIONS: Final[tuple[tuple[Phrase, tuple[type[Record], ...]], ...]] = (
    (translate("Everything", "Who they are"), (Person, Tel, Email, Adr, Photo)),
    (translate("Everything", "Allergies and intolerances"), (AllergyIntolerance, Asked)),
    (translate("Everything", "Days"), (Occasion,)),
    (translate("Everything", "To ask after"), (Concern,)),
    (translate("Everything", "Promises"), (Promise,)),
    (translate("Everything", "Kindnesses"), (Kindness,)),
    (translate("Everything", "What they keep to"), (Diet,)),
    (translate("Everything", "What they care about"), (Interest,)),
    (translate("Everything", "Family"), (Relationship,)),
    (translate("Everything", "Household"), (Household,)),
    (translate("Everything", "Pets"), (Pet,)),
    (translate("Everything", "Introductions"), (Introduction,)),
    (translate("Everything", "Sent to neighbours"), (Referral,)),
    (translate("Everything", "Asked for"), (Wanted,)),
    (translate("Everything", "Collects for"), (Collects,)),
    (translate("Everything", "Not to mention"), (DontMention,)),
    (translate("Everything", "Notes"), (Note,)),
    (translate("Everything", "Cards of the shop"), (Code,)),
    (translate("Everything", "Agreements"), (Consent,)),
    (translate("Everything", "Leave-taking"), (Loss, OptOut)),
    (translate("Everything", "Was here"), (Visit,)),
)
_NOT_ADDED: Final = frozenset({Person, Household, Loss, Visit})
_OF_PERSON: Final = ("call_them", "say_it", "pronouns", "language", "title", "organisation", "role", "here_since")
_APART: Final = translate("Everything", "Somebody is to be kept apart: ask the owner before sharing")


def everything_of(shop: Shop, uid: Uid) -> tuple[Section, ...]:
    """All that is kept about one person and may be spoken of now."""
    memory = shop.store.memory_of(uid)
    memory, around = spoken_of(memory, shop.store.around(memory))
    # A place in a household is told by the household, a relation by both its sides.
    own = (one for one in memory.records() if not isinstance(one, Membership | Relationship))
    kept = [(type(one), line) for one in own for line in _lines(shop, one)]
    kept += [(Relationship, line) for line in _relations(shop, memory, around)]
    return tuple(
        Section(
            kind=kinds[0],
            title=title,
            lines=tuple(line for kind in kinds for told_of, line in kept if told_of is kind),
            can_add=kinds[0] not in _NOT_ADDED,
        )
        for title, kinds in _SECTIONS
    )


def _relations(shop: Shop, memory: Memory, around: Around) -> Iterator[Line]:
    """Everybody related, whichever card keeps it; nobody is named who may not be."""
    near = {one.person.uid: one for one in around.near}
    told_of = (one for one in shop.store.about(memory.uid, Relationship) if isinstance(one, Relationship))
    for one in sorted(told_of, key=lambda one: one.person_uid != memory.uid):
        uid = one.related_uid if one.person_uid == memory.uid else one.person_uid
        if uid:
            other = near.pop(uid, None)
            if other is not None:
                yield Line(uid=one.uid, title=_relation(shop, other))
        else:
            yield Line(uid=one.uid, title=record_words(one, shop.knowledge, partial(name_of, shop)))


def _relation(shop: Shop, other: Near) -> Phrase:
    if other.standing is Standing.KEEP_APART:
        return _APART
    kin = kin_word(other, shop.knowledge.kinship)
    standing = None if other.standing is Standing.TOGETHER else CHOICES[other.standing]
    name = verbatim(str(other.person.name))
    return listed(said for said in (name, kin, standing) if said) or name


def _lines(shop: Shop, one: Record) -> Iterator[Line]:
    named = partial(name_of, shop)
    title = record_words(one, shop.knowledge, named)
    match one:
        case Person():
            yield Line(uid=one.uid, title=title)
            for field in _OF_PERSON:
                if words := value_words(field, getattr(one, field), shop.knowledge, named):
                    yield Line(uid=one.uid, title=words, detail=field_word("Person", field))
        case Tel() | Email() | Adr() | Photo():
            yield Line(uid=one.uid, title=title, detail=kind_word(type(one).__name__))
        case AllergyIntolerance():
            yield Line(uid=one.uid, title=title, struck=one.status is not AllergyStatus.CURRENT)
        case DontMention() | Note(private=True):
            yield Line(uid=one.uid, title=title, private=True)
        case _:
            yield Line(uid=one.uid, title=title)
