"""Circle: a person with everybody of their family and household who may be named there, and what ties them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from shopkeeper.domain.household import Standing
from shopkeeper.domain.memory import Memory, Near, spoken_of
from shopkeeper.domain.record import Uid
from shopkeeper.remember.family import FamilyPicture, Someone, Ties, family_picture
from shopkeeper.remember.names import kin_word, speak_of
from shopkeeper.usecases.shop import Shop


@dataclass(frozen=True, slots=True, kw_only=True)
class Circle:
    """Those around one person. Whoever parted from them is not in it."""

    people: Mapping[Uid, Memory]  # the person first
    near: Mapping[Uid, Near]  # what the others are to the person
    ties: Ties  # what each of them is to each, while they are together
    told: Ties  # what is kept of each and anybody else, be it that they parted

    def are_alive(self, *uids: Uid) -> bool:
        """Whether none of them has died."""
        return not any(self.people[uid].has_died for uid in uids)


def circle_of(shop: Shop, uid: Uid) -> Circle:
    """The circle of a person, as it may be spoken of now."""
    memory = shop.store.memory_of(uid)
    memory, around = spoken_of(memory, shop.store.around(memory))
    near = {one.person.uid: one for one in around.near if _is_close(shop, one)}
    read = [spoken_of(*one) for one in shop.store.people(list(near))]
    ties: dict[Uid, dict[Uid, str]] = {}
    told: dict[Uid, dict[Uid, str]] = {}
    known = {uid, *near}
    for theirs, around_them in ((memory, around), *read):
        told[theirs.uid] = {other.person.uid: other.kind for other in around_them.near if other.kind}
        together = {o.person.uid for o in around_them.near if o.standing is Standing.TOGETHER}
        ties[theirs.uid] = {o: kind for o, kind in told[theirs.uid].items() if o in together & known}
    return Circle(
        people={one.uid: one for one in (memory, *(theirs for theirs, _ in read))},
        near=near,
        ties=ties,
        told=told,
    )


def picture(shop: Shop, uid: Uid) -> FamilyPicture:
    """The drawn family of a person: their household, and their kin elsewhere."""
    circle, kinship = circle_of(shop, uid), shop.knowledge.kinship
    me = circle.people[uid]
    people = [Someone(uid=uid, name=speak_of(me.person), has_died=me.has_died)]
    people += [
        Someone(
            uid=near.person.uid,
            name=speak_of(near.person),
            kin=kin_word(near, kinship),
            has_died=near.has_died,
            at_home=near.same_household,
        )
        for near in circle.near.values()
    ]
    return family_picture(people, circle.ties)


def _is_close(shop: Shop, near: Near) -> bool:
    family = near.same_household or shop.knowledge.kinship.is_family(near.kind)
    return near.standing is Standing.TOGETHER and family
