"""Leave-taking: someone has died, two people parted, someone asks not to be remembered. One act each, undone whole."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from shopkeeper.domain.change import edited, made, removed
from shopkeeper.domain.concern import Concern
from shopkeeper.domain.household import Relationship, Standing
from shopkeeper.domain.loss import Loss
from shopkeeper.domain.memory import COUPLES
from shopkeeper.domain.opt_out import OptOut
from shopkeeper.domain.partial_date import PartialDate
from shopkeeper.domain.person import Person
from shopkeeper.domain.phrase import Phrase, translate
from shopkeeper.domain.record import Uid
from shopkeeper.host.clock import new_uid
from shopkeeper.remember.names import speak_of
from shopkeeper.usecases.circle import Circle
from shopkeeper.usecases.named import owner_of
from shopkeeper.usecases.one_act import one_act
from shopkeeper.usecases.records import name_of
from shopkeeper.usecases.refused import Refused, Why
from shopkeeper.usecases.shop import Shop
from shopkeeper.usecases.taking_out import taken_out
from shopkeeper.usecases.undo import Done

UNKNOWN: Final = PartialDate()
# Two who must be kept apart need not be related; what is kept of them then says as little as can be said.
_HARDLY: Final = "acquaintance"
_HAS_DIED: Final = translate("Leave", "{name} has died", "name of an act")
_NAMES: Final[Mapping[Standing, Phrase]] = MappingProxyType(
    {
        Standing.TOGETHER: translate("Leave", "{one} and {other} are together again", "name of an act"),
        Standing.SEPARATED: translate("Leave", "{one} and {other} parted", "name of an act"),
        Standing.ESTRANGED: translate("Leave", "{one} and {other} do not speak any more", "name of an act"),
        Standing.KEEP_APART: translate("Leave", "{one} and {other} are to be kept apart", "name of an act"),
    }
)


class What(StrEnum):
    """How somebody can leave, by one gesture."""

    DIED = "died"
    PARTED = "parted"
    OPT_OUT = "opt-out"


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaving:
    """One leave that can be taken of a person, and the question that is asked first."""

    what: What
    label: Phrase
    question: Phrase
    other: Uid = ""  # from whom they parted


def leavings(circle: Circle, uid: Uid) -> tuple[Leaving, ...]:
    """What can be written down of a person: none of it of somebody who has left already."""
    memory = circle.people[uid]
    if memory.has_died or memory.is_not_to_be_remembered:
        return ()
    name = speak_of(memory.person)
    ties = circle.ties[uid].items()
    partners = [other for other, kind in ties if kind in COUPLES and circle.are_alive(other)]
    return (
        Leaving(
            what=What.DIED,
            label=_HAS_DIED.with_values(name=name),
            question=translate("Leave", "Has {name} died? Every cheerful line about them stops.").with_values(
                name=name
            ),
        ),
        *(_parting(name, speak_of(circle.people[other].person), other) for other in partners),
        Leaving(
            what=What.OPT_OUT,
            label=translate("Leave", "{name} asks not to be remembered").with_values(name=name),
            question=translate(
                "Leave", "Did {name} ask for that? Nothing stays but their name, and that they asked."
            ).with_values(name=name),
        ),
    )


def _parting(name: str, partner: str, other: Uid) -> Leaving:
    names = {"one": name, "other": partner}
    asked = translate("Leave", "Did {one} and {other} part? They are kept off each other's cards.")
    return Leaving(
        what=What.PARTED,
        label=_NAMES[Standing.SEPARATED].with_values(**names),
        question=asked.with_values(**names),
        other=other,
    )


def take_leave(shop: Shop, uid: Uid, leaving: Leaving) -> Done:
    """They said yes: one act."""
    match leaving.what:
        case What.DIED:
            return died(shop, uid)
        case What.PARTED:
            return parted(shop, uid, leaving.other)
        case What.OPT_OUT:
            return opt_out(shop, uid)


def died(shop: Shop, uid: Uid, on: PartialDate = UNKNOWN, told_by: str = "") -> Done:
    """Somebody has died, on a day that may be unknown: every cheerful line about them stops, everywhere, at once."""
    person, today = shop.store.memory_of(uid), shop.clock.today()
    if person.has_died:
        raise Refused(
            translate("Leave", "It is written down already that {name} has died.").with_values(name=name_of(shop, uid)),
            Why.ASKED_WRONGLY,
        )
    earliest = on.earliest()
    if earliest is not None and earliest > today:
        raise Refused(translate("Leave", "That day has not come yet: please look at the date."), Why.ASKED_WRONGLY)
    loss = Loss(uid=new_uid(), person_uid=uid, on=on, told_on=today, told_by=told_by)
    name = _HAS_DIED.with_values(name=name_of(shop, uid))
    return one_act(shop, name, (made(loss),), uid)


def parted(shop: Shop, uid: Uid, other: Uid, standing: Standing = Standing.SEPARATED) -> Done:
    """How two people stand to each other from now on. All but together takes each off the other's card."""
    between = tuple(
        one
        for one in shop.store.about(uid, Relationship)
        if isinstance(one, Relationship) and other in (one.person_uid, one.related_uid)
    )
    changes = [change for one in between for change in edited(one, replace(one, standing=standing))]
    if not between and standing is not Standing.TOGETHER:
        hardly = Relationship(uid=new_uid(), person_uid=uid, kind=_HARDLY, related_uid=other, standing=standing)
        changes = [made(hardly)]
    if not changes:
        raise Refused(translate("Leave", "That is how it is written down already."), Why.ASKED_WRONGLY)
    name = _NAMES[standing].with_values(one=name_of(shop, uid), other=name_of(shop, other))
    return one_act(shop, name, changes, uid)


def opt_out(shop: Shop, uid: Uid, told_by: str = "") -> Done:
    """Somebody asked not to be remembered: nothing of them is kept but their name, and that they asked."""
    person = shop.store.memory_of(uid).person
    # What others told of them would go on naming them.
    told = [one for one in shop.store.about(uid, Concern) if owner_of(one) != uid]
    kept = {uid, *(one.uid for one in told)}
    changes = [
        *(change for change in taken_out(shop.store, person) if change.uid not in kept),
        *map(removed, told),
        *edited(person, Person(uid=uid, name=person.name, source_uid=person.source_uid)),
        made(OptOut(uid=new_uid(), person_uid=uid, asked_on=shop.clock.today(), told_by=told_by)),
    ]
    name = translate("Leave", "{name} asked not to be remembered", "name of an act")
    return one_act(shop, name.with_values(name=name_of(shop, uid)), changes, uid)
