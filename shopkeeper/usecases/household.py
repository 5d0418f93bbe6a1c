"""Household: people under one roof, and the address, the numbers and the pets that they share."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from typing import Final, TypeAlias

from shopkeeper.domain.change import Change, edited, made
from shopkeeper.domain.household import Household, Membership
from shopkeeper.domain.memory import spoken_of
from shopkeeper.domain.person import Adr, Email, Person, Tel
from shopkeeper.domain.pet import Pet
from shopkeeper.domain.phrase import Phrase, translate
from shopkeeper.domain.record import Record, Uid
from shopkeeper.host.clock import new_uid
from shopkeeper.remember.in_words import record_words
from shopkeeper.remember.names import kin_word
from shopkeeper.usecases.named import household_named
from shopkeeper.usecases.one_act import one_act
from shopkeeper.usecases.records import name_of
from shopkeeper.usecases.refused import Refused, Why
from shopkeeper.usecases.shop import Shop
from shopkeeper.usecases.taking_out import taken_out
from shopkeeper.usecases.undo import Done

# What a household can share: each of these belongs to a person or to a household.
Shared: TypeAlias = "Adr | Tel | Email | Pet"
SHARED: Final = (Adr, Tel, Email, Pet)


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """Somebody of a household, and what they are to the person whose card was open."""

    uid: Uid
    name: str
    kin: Phrase | None = None  # None: it is the person themselves, or only the roof is shared
    has_died: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedThing:
    """One thing that all of a household share, as it is shown."""

    uid: Uid
    kind: type[Record]
    words: Phrase


@dataclass(frozen=True, slots=True, kw_only=True)
class Home:
    """One household, as the card of one of its members may tell it."""

    uid: Uid
    name: str
    members: tuple[Member, ...]
    shared: tuple[SharedThing, ...] = ()


def homes_of(shop: Shop, uid: Uid) -> tuple[Home, ...]:
    """The households of a person, each with those of its members who may be named here."""
    memory = shop.store.memory_of(uid)
    memory, around = spoken_of(memory, shop.store.around(memory))
    kinship = shop.knowledge.kinship
    known = {
        uid: Member(uid=uid, name=str(memory.person.name), has_died=memory.has_died),
        **{
            near.person.uid: Member(
                uid=near.person.uid,
                name=str(near.person.name),
                kin=kin_word(near, kinship),
                has_died=near.has_died,
            )
            for near in around.near
            if near.same_household
        },
    }
    return tuple(
        Home(
            uid=home.uid,
            name=home.name,
            members=tuple(known[one] for one in people_of(shop, home.uid) if one in known),
            shared=shown(shop, shared_by(shop, home.uid)),
        )
        for home in memory.households
    )


def people_of(shop: Shop, household_uid: Uid) -> tuple[Uid, ...]:
    """Who belongs to a household, in the order in which they joined it."""
    places = shop.store.about(household_uid, Membership)
    return tuple(dict.fromkeys(one.person_uid for one in places if isinstance(one, Membership)))


def shared_by(shop: Shop, owner_uid: Uid) -> tuple[Shared, ...]:
    """What a household shares; of a person, what is their own and could be shared."""
    return tuple(one for one in shop.store.about(owner_uid, *SHARED) if isinstance(one, SHARED))


def shown(shop: Shop, things: Iterable[Shared]) -> tuple[SharedThing, ...]:
    """Shared things as they are shown."""
    named = partial(name_of, shop)
    return tuple(SharedThing(uid=t.uid, kind=type(t), words=record_words(t, shop.knowledge, named)) for t in things)


def make_household(shop: Shop, uids: Collection[Uid], name: str = "", shares: Collection[Uid] = ()) -> Done:
    """A household of these people; what they share becomes the household's: an address, a phone, a pet."""
    if len(set(uids)) < 2:
        raise Refused(translate("Household", "A household takes two people: choose somebody else."), Why.ASKED_WRONGLY)
    changes = founded(shop, uids, name, shares)
    home = changes[0].after
    said = translate("Household", "made {household}", "name of an act; household: the household Duarte")
    return one_act(shop, said.with_values(household=household_named(home)), changes, next(iter(uids)))


def join(shop: Shop, uid: Uid, household_uid: Uid) -> Done:
    """Somebody belongs to a household too; they may belong to several."""
    if uid in people_of(shop, household_uid):
        raise Refused(
            translate("Household", "{name} lives there already.").with_values(name=name_of(shop, uid)),
            Why.ASKED_WRONGLY,
        )
    place = Membership(uid=new_uid(), person_uid=uid, household_uid=household_uid)
    said = translate("Household", "{name} joined {household}", "name of an act; household: the household Duarte")
    return one_act(shop, _told(shop, said, uid, household_uid), (made(place),), uid)


def leave(shop: Shop, uid: Uid, household_uid: Uid) -> Done:
    """Somebody belongs to a household no longer; the last of them takes it along."""
    places = [one for one in shop.store.about(household_uid, Membership) if getattr(one, "person_uid", "") == uid]
    if not places:
        raise Refused(
            translate("Household", "{name} does not live there any more.").with_values(name=name_of(shop, uid)),
            Why.ASKED_WRONGLY,
        )
    said = translate("Household", "{name} left {household}", "name of an act; household: the household Duarte")
    changes = [change for one in places for change in taken_out(shop.store, one)]
    return one_act(shop, _told(shop, said, uid, household_uid), changes, uid)


def share(shop: Shop, thing: Shared, owner_uid: Uid) -> Done | None:
    """An address, a number or a pet belongs to a household from now on, or to one person; None: it did so already."""
    changes = edited(thing, replace(thing, owner_uid=owner_uid))
    if not changes:
        return None
    owner = shop.store.record(owner_uid)
    said = translate("Household", "{what} now belongs to {whose}", "name of an act; what: Elm St 4; whose: Ana")
    (what,) = shown(shop, (thing,))
    whose = household_named(owner) if isinstance(owner, Household) else name_of(shop, owner_uid)
    return one_act(shop, said.with_values(what=what.words, whose=whose), changes, owner_uid)


def founded(shop: Shop, uids: Iterable[Uid], name: str = "", shares: Collection[Uid] = ()) -> tuple[Change, ...]:
    """The changes that make a household of these people, the household first."""
    people = [one for uid in dict.fromkeys(uids) if isinstance(one := shop.store.record(uid), Person)]
    home = Household(uid=new_uid(), name=name or family_name(people))
    places = (Membership(uid=new_uid(), person_uid=one.uid, household_uid=home.uid) for one in people)
    things = (thing for one in people for thing in shared_by(shop, one.uid) if thing.uid in shares)
    moved = (change for thing in things for change in edited(thing, replace(thing, owner_uid=home.uid)))
    return (made(home), *map(made, places), *moved)


def moved_in(shop: Shop, newcomer: Uid, uid: Uid, household_uid: Uid = "") -> Iterator[Change]:
    """The changes after which somebody lives with a person: in this household of theirs, else in the first.

    Where the person has none, there is one for both from now on.
    """
    memory = shop.store.memory_of(uid)
    homes = [household_uid] if household_uid else [home.uid for home in memory.households]
    if homes:
        yield made(Membership(uid=new_uid(), person_uid=newcomer, household_uid=homes[0]))
    else:
        home = Household(uid=new_uid(), name=memory.person.name.family)
        yield made(home)
        for one in (uid, newcomer):
            yield made(Membership(uid=new_uid(), person_uid=one, household_uid=home.uid))


def family_name(people: Iterable[Person]) -> str:
    """The family name that most of them have; of several, the one that comes first."""
    names = [person.name.family for person in people if person.name.family]
    return max(names, key=names.count, default="")


def _told(shop: Shop, said: Phrase, uid: Uid, household_uid: Uid) -> Phrase:
    home = shop.store.record(household_uid)
    household = household_named(home) if isinstance(home, Household) else ""
    return said.with_values(name=name_of(shop, uid), household=household)
