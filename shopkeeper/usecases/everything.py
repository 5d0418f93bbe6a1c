"""Everything: all that is kept about one person, a line for each thing, in the order of the card."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import Final

from shopkeeper.domain.allergy import AllergyIntolerance, Asked
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
from shopkeeper.remember.kept_words import CHOICES, field_word
from shopkeeper.remember.names import kin_word, listed
from shopkeeper.usecases.records import name_of
from shopkeeper.usecases.shop import Shop


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One kept thing in one line. What is private is seen only while a key is held."""

    uid: Uid
    kind: type[Record]
    text: Phrase
    private: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """Things that belong together, and the kinds that can be added here; without lines where nothing is kept yet."""

    title: Phrase
    adds: tuple[type[Record], ...]
    lines: tuple[Line, ...] = ()


_SECTIONS: Final[tuple[tuple[Phrase, tuple[type[Record], ...]], ...]] = (
    (translate("Everything", "Who"), (Person, Photo)),
    (translate("Everything", "Allergies and intolerances"), (AllergyIntolerance, Asked)),
    (translate("Everything", "Days"), (Occasion,)),
    (translate("Everything", "To ask after"), (Concern,)),
    (translate("Everything", "Promises and kindnesses"), (Promise, Kindness)),
    (translate("Everything", "What they keep to"), (Diet,)),
    (translate("Everything", "What they care about"), (Interest,)),
    (translate("Everything", "People and neighbours"), (Introduction, Referral, Wanted, Collects)),
    (translate("Everything", "Family and household"), (Relationship, Household, Pet)),
    (translate("Everything", "How to reach them"), (Tel, Email, Adr, Code)),
    (translate("Everything", "Not to mention"), (DontMention,)),
    (translate("Everything", "Notes"), (Note,)),
    (translate("Everything", "Agreements"), (Consent,)),
    (translate("Everything", "Leave-taking"), (Loss, OptOut)),
    (translate("Everything", "Here"), (Visit,)),
)
# What is made by a gesture of its own: a household, that somebody died, that somebody was here.
_NOT_ADDED: Final = frozenset({Person, Household, Loss, OptOut, Visit})
_OF_PERSON: Final = ("call_them", "say_it", "pronouns", "language", "title", "organisation", "role", "here_since")
_APART: Final = translate("Everything", "Somebody is to be kept apart: ask the owner before sharing")


def everything_of(shop: Shop, uid: Uid) -> tuple[Section, ...]:
    """All that is kept about one person and may be spoken of now."""
    memory = shop.store.memory_of(uid)
    memory, around = spoken_of(memory, shop.store.around(memory))
    # A place in a household is told by the household, a relation by both its sides.
    own = (one for one in memory.records() if not isinstance(one, Membership | Relationship))
    kept = [*(line for one in own for line in _lines(shop, one)), *_relations(shop, memory, around)]
    return tuple(
        Section(
            title=title,
            adds=tuple(kind for kind in kinds if kind not in _NOT_ADDED),
            lines=tuple(line for kind in kinds for line in kept if line.kind is kind),
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
                yield Line(uid=one.uid, kind=Relationship, text=_relation(shop, other))
        else:
            yield Line(uid=one.uid, kind=Relationship, text=record_words(one, shop.knowledge, partial(name_of, shop)))


def _relation(shop: Shop, other: Near) -> Phrase:
    if other.standing is Standing.KEEP_APART:
        return _APART
    kin = kin_word(other, shop.knowledge.kinship)
    standing = None if other.standing is Standing.TOGETHER else CHOICES[other.standing]
    name = verbatim(str(other.person.name))
    return listed(said for said in (name, kin, standing) if said) or name


def _lines(shop: Shop, one: Record) -> Iterator[Line]:
    named = partial(name_of, shop)
    match one:
        case Person():
            yield Line(uid=one.uid, kind=Person, text=record_words(one, shop.knowledge, named))
            for field in _OF_PERSON:
                if words := value_words(field, getattr(one, field), shop.knowledge, named):
                    said = translate("Everything", "{field}: {words}", "a line of all that is kept; field: trade")
                    text = said.with_values(field=field_word("Person", field), words=words)
                    yield Line(uid=one.uid, kind=Person, text=text)
        case _:
            private = isinstance(one, DontMention) or (isinstance(one, Note) and one.private)
            yield Line(uid=one.uid, kind=type(one), text=record_words(one, shop.knowledge, named), private=private)
