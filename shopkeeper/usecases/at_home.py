"""At home: what the household sheet shows and does, bound to one shop."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from itertools import combinations

from shopkeeper.domain.household import Household, Standing
from shopkeeper.domain.record import Uid
from shopkeeper.remember.family import FamilyPicture
from shopkeeper.usecases.circle import circle_of, picture
from shopkeeper.usecases.family import welcome
from shopkeeper.usecases.household import Home, Member, SharedThing, homes_of, people_of, shared_by, shown
from shopkeeper.usecases.leave import Leaving, leavings, take_leave
from shopkeeper.usecases.shop import Shop
from shopkeeper.usecases.split import Goes, are_couple, plan_split, split
from shopkeeper.usecases.suggest import Suggestion, accept, refuse, suggestions
from shopkeeper.usecases.undo import Done


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """All that the sheet of one person shows."""

    uid: Uid
    name: str
    homes: tuple[Home, ...]
    picture: FamilyPicture
    suggestions: tuple[Suggestion, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Splitting:
    """All that can be asked when a household is split. Those are here, too, who are not told of each other.

    Nobody asks where somebody goes who has died.
    """

    household_uid: Uid
    name: str
    people: tuple[Member, ...]
    shared: tuple[SharedThing, ...]
    couples: tuple[frozenset[Uid], ...]


class AtHome:
    """The verbs of the household sheet."""

    def __init__(self, shop: Shop) -> None:
        """Bind them."""
        self._shop = shop

    def family(self, uid: Uid) -> Family:
        """The family of a person."""
        return Family(
            uid=uid,
            name=str(self._shop.store.memory_of(uid).person.name),
            homes=homes_of(self._shop, uid),
            picture=picture(self._shop, uid),
            suggestions=suggestions(self._shop, uid),
        )

    def welcome(self, uid: Uid, who: tuple[Uid, str], what: str, household_uid: Uid) -> Done:
        """Somebody lives with a person from now on."""
        return welcome(self._shop, uid, who, what, household_uid)

    def answer(self, suggestion: Suggestion, yes: bool) -> Done | None:
        """They said yes or no; a no writes nothing about anybody."""
        if yes:
            return accept(self._shop, suggestion)
        refuse(self._shop, suggestion)
        return None

    def leavings(self, uid: Uid) -> tuple[Leaving, ...]:
        """The leaves that may have to be taken of a person."""
        return leavings(circle_of(self._shop, uid), uid)

    def take_leave(self, uid: Uid, leaving: Leaving) -> Done:
        """Somebody has died, parted, or asks not to be remembered."""
        return take_leave(self._shop, uid, leaving)

    def splitting(self, household_uid: Uid) -> Splitting:
        """What can be asked about a household."""
        store = self._shop.store
        home = store.record(household_uid)
        living = [memory for memory, _ in store.people(people_of(self._shop, household_uid)) if not memory.has_died]
        pairs = combinations((one.uid for one in living), 2)
        return Splitting(
            household_uid=household_uid,
            name=home.name if isinstance(home, Household) else "",
            people=tuple(Member(uid=one.uid, name=str(one.person.name)) for one in living),
            shared=shown(self._shop, shared_by(self._shop, household_uid)),
            couples=tuple(frozenset(pair) for pair in pairs if are_couple(self._shop, *pair)),
        )

    def split(
        self,
        household_uid: Uid,
        going: Collection[Uid],
        shared: Mapping[Uid, Goes],
        name: str = "",
        parted: Standing | None = None,
    ) -> Done:
        """Split a household."""
        plan = plan_split(self._shop, household_uid, going)
        return split(self._shop, plan, shared, name=name, parted=parted)
