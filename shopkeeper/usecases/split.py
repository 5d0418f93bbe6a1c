"""Split: a household becomes two. Who goes is told first; asked is only what becomes of the things they share."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import product

from shopkeeper.domain.change import Change, edited, made, removed
from shopkeeper.domain.household import Household, Membership, Relationship, Standing
from shopkeeper.domain.memory import COUPLES
from shopkeeper.domain.person import Person
from shopkeeper.domain.phrase import Phrase, translate, verbatim
from shopkeeper.domain.record import Uid
from shopkeeper.host.clock import new_uid
from shopkeeper.remember.names import listed, speak_of
from shopkeeper.usecases.household import SharedThing, family_name, people_of, shared_by, shown
from shopkeeper.usecases.named import household_named
from shopkeeper.usecases.one_act import one_act
from shopkeeper.usecases.refused import Refused, Why
from shopkeeper.usecases.shop import Shop
from shopkeeper.usecases.undo import Done


class Goes(StrEnum):
    """What becomes of a shared thing."""

    STAYS = "stays"
    GOES = "goes"
    BOTH = "both"  # a number that rings in both homes, a dog that lives in both


@dataclass(frozen=True, slots=True, kw_only=True)
class SplitPlan:
    """Who stays and who goes, and all that has to be asked about."""

    household: Household
    staying: tuple[Person, ...]
    going: tuple[Person, ...]
    shared: tuple[SharedThing, ...]
    couples: tuple[tuple[Uid, Uid], ...]  # of each couple one stays and one goes: did they part?


def plan_split(shop: Shop, household_uid: Uid, going: Collection[Uid]) -> SplitPlan:
    """What a split would do: nothing is written down yet."""
    home = shop.store.record(household_uid)
    if not isinstance(home, Household):
        raise Refused(translate("Household", "This household is no longer in the book."))
    people = [one for uid in people_of(shop, home.uid) if isinstance(one := shop.store.record(uid), Person)]
    goers = tuple(one for one in people if one.uid in going)
    stayers = tuple(one for one in people if one.uid not in going)
    if not goers or not stayers:
        raise Refused(translate("Household", "In a split some go and some stay: choose who goes."), Why.ASKED_WRONGLY)
    if not set(going) <= {one.uid for one in people}:
        raise Refused(translate("Household", "Somebody of these lives there no longer. Please look at it again."))
    return SplitPlan(
        household=home,
        staying=stayers,
        going=goers,
        shared=shown(shop, shared_by(shop, home.uid)),
        couples=tuple((a.uid, b.uid) for a, b in product(stayers, goers) if are_couple(shop, a.uid, b.uid)),
    )


def split(
    shop: Shop, plan: SplitPlan, shared: Mapping[Uid, Goes], *, name: str = "", parted: Standing | None = None
) -> Done:
    """Carry a plan out, as one act. What nobody was asked about stays; `parted` is how the couples stand from now on.

    Whoever goes alone needs no household: what goes with them is their own. It is planned again here, since another
    window may have written something meanwhile.
    """
    plan = plan_split(shop, plan.household.uid, [one.uid for one in plan.going])
    new = None if len(plan.going) == 1 else Household(uid=new_uid(), name=name or family_name(plan.going))
    owner = new.uid if new else plan.going[0].uid
    changes = [made(new)] if new else []
    changes += _moves(shop, plan, new)
    for thing in shared_by(shop, plan.household.uid):
        match shared.get(thing.uid, Goes.STAYS):
            case Goes.GOES:
                changes += edited(thing, replace(thing, owner_uid=owner))
            case Goes.BOTH:
                changes.append(made(replace(thing, uid=new_uid(), owner_uid=owner)))
            case Goes.STAYS:
                pass
    if parted is not None:
        for tie in (tie for couple in plan.couples for tie in _ties(shop, *couple)):
            changes += edited(tie, replace(tie, standing=parted))
    return one_act(shop, _name(plan), changes, plan.going[0].uid)


def are_couple(shop: Shop, one: Uid, other: Uid) -> bool:
    """Whether two are kept as a couple that has not parted."""
    return any(_ties(shop, one, other))


def _moves(shop: Shop, plan: SplitPlan, new: Household | None) -> Iterator[Change]:
    goers = {one.uid for one in plan.going}
    for place in shop.store.about(plan.household.uid, Membership):
        if isinstance(place, Membership) and place.person_uid in goers:
            if new is None:
                yield removed(place)
            else:
                yield from edited(place, replace(place, household_uid=new.uid))


def _ties(shop: Shop, one: Uid, other: Uid) -> Iterator[Relationship]:
    """Whatever says that two are a couple."""
    for tie in shop.store.about(one, Relationship):
        if not isinstance(tie, Relationship) or other not in (tie.person_uid, tie.related_uid):
            continue
        if tie.kind in COUPLES and tie.standing is Standing.TOGETHER:
            yield tie


def _name(plan: SplitPlan) -> Phrase:
    people = listed(verbatim(speak_of(one)) for one in plan.going) or verbatim("")
    moved = translate("Household", "{people} moved out of {household}", "name of an act; people: Ana, Leo")
    return moved.with_values(people=people, household=household_named(plan.household))
