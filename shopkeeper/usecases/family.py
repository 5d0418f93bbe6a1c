"""Family: who is what to whom, kept once and read from both sides, and children who are known through a parent."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from shopkeeper.capture.names import plain_name
from shopkeeper.domain.change import Change, edited, made
from shopkeeper.domain.household import Relationship
from shopkeeper.domain.person import Person
from shopkeeper.domain.phrase import Phrase, translate, verbatim
from shopkeeper.domain.record import Uid
from shopkeeper.host.clock import new_uid
from shopkeeper.knowledge import Kinship
from shopkeeper.knowledge.kinship import KINDS, word_for
from shopkeeper.usecases.household import moved_in, people_of
from shopkeeper.usecases.one_act import one_act
from shopkeeper.usecases.records import name_of
from shopkeeper.usecases.refused import Refused, Why
from shopkeeper.usecases.shop import Shop
from shopkeeper.usecases.sound import refuse_unsound
from shopkeeper.usecases.undo import Done

# What a word that no table knows stands for: of the family, and what exactly the word itself says.
_NOT_SAID_HOW: Final = "kin"


def relate(shop: Shop, uid: Uid, what: str, other: Uid, language: str = "en") -> Done:
    """What somebody is to a person, by a kind or by a family word: kept once, read from both cards.

    Said anew from either side it corrects what was kept, so that two cards never contradict each other.
    """
    changes = tuple(ties(shop, uid, what, other, language))
    if not changes:
        raise Refused(translate("Family", "That is how it is written down already."), Why.ASKED_WRONGLY)
    name = _name(shop, uid, what, name_of(shop, other))
    return one_act(shop, _with_what_was(shop, name, changes), changes, uid)


def welcome(shop: Shop, uid: Uid, who: tuple[Uid, str], what: str = "", household_uid: Uid = "") -> Done:
    """Somebody lives with a person from now on, and what they are to that person where it was said.

    `who` is the uid of somebody known, or the name of somebody new. Without a household there is one from now on.
    """
    known, name = who
    newcomer = None if known else _newcomer(name)
    other = newcomer.uid if newcomer else known
    if other == uid or other in people_of(shop, household_uid):
        raise Refused(translate("Family", "They live there already: choose somebody else."), Why.ASKED_WRONGLY)
    changes = (
        *((made(newcomer),) if newcomer else ()),
        *(ties(shop, uid, what, other) if what.strip() else ()),
        *moved_in(shop, other, uid, household_uid),
    )
    called = str(newcomer.name) if newcomer else name_of(shop, other)
    lives = translate("Family", "{other} lives with {name}", "name of an act").with_values(
        other=called, name=name_of(shop, uid)
    )
    return one_act(shop, _name(shop, uid, what, called) if what.strip() else lives, changes, uid)


def ties(shop: Shop, uid: Uid, what: str, other: Uid, language: str = "en") -> Iterator[Change]:
    """The changes after which both cards say what somebody is to a person; none where they say so already."""
    kinship = shop.knowledge.kinship
    kind, words = kind_and_words(kinship, what, language)
    # A boss may be an uncle too: what is of the family and what is not stand beside each other.
    between = [
        one
        for one in shop.store.about(uid, Relationship)
        if isinstance(one, Relationship)
        and other in (one.person_uid, one.related_uid)
        and kinship.is_family(one.kind) == kinship.is_family(kind)
    ]
    inverse = kinship.inverse(kind)
    for one in between:
        if one.person_uid == uid:
            yield from edited(one, replace(one, kind=kind, words=words))
        elif one.kind != inverse:
            # Their word was for another kind.
            yield from edited(one, replace(one, kind=inverse, words=""))
    if not between or (words and all(one.person_uid != uid for one in between)):
        told = Relationship(uid=new_uid(), person_uid=uid, kind=kind, related_uid=other, words=words)
        refuse_unsound(told)
        yield made(replace(told, standing=between[0].standing) if between else told)


def kind_and_words(kinship: Kinship, what: str, language: str = "en") -> tuple[str, str]:
    """The kind of relation that a word stands for, and the word where it says more than the kind."""
    word = " ".join(what.split())
    if word in KINDS:
        return word, ""
    for tongue in (language, *kinship.words):
        if kind := kinship.kind_of(word, tongue):
            return kind, word
    return _NOT_SAID_HOW, word


def _newcomer(name: str) -> Person:
    person = Person(uid=new_uid(), name=plain_name(" ".join(name.split())))
    refuse_unsound(person)
    return person


def _with_what_was(shop: Shop, name: Phrase, changes: tuple[Change, ...]) -> Phrase:
    """A tie that is corrected says so: it is on the other card too, where nobody looks now."""
    was = next((change for change in changes if change.field == "kind"), None)
    tie = shop.store.record(was.uid) if was else None
    if was is None or not isinstance(tie, Relationship):
        return name
    corrected = translate("Family", "{act}; {other} was {name}'s {kin} until now", "the name of an act, corrected")
    kin = verbatim(tie.words) if tie.words else word_for(tie.kind)
    return corrected.with_values(
        act=name, other=name_of(shop, tie.related_uid), name=name_of(shop, tie.person_uid), kin=kin
    )


def _name(shop: Shop, uid: Uid, what: str, other: str) -> Phrase:
    """The name of the act."""
    kin = word_for(what) if what in KINDS else verbatim(what)
    name = translate("Family", "{other} is {name}'s {kin}", "name of an act: Leo is Ana's son")
    return name.with_values(other=other, name=name_of(shop, uid), kin=kin)
