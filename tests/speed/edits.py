"""Live edits: people written down, renamed, made one and taken out in random order, in a book that is in use.

After each of them whoever it was about is found at once by the new name, also with a slip in it, and no longer by
the old one. What is not so is counted and named, never hidden.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import Any, Final

from shopkeeper.domain.change import Act, Change, edited, made, removed
from shopkeeper.domain.household import Membership, Relationship
from shopkeeper.domain.person import Name, Person
from shopkeeper.domain.phrase import verbatim
from shopkeeper.domain.record import Record, Uid
from shopkeeper.examples.pen import example_uid
from shopkeeper.search.hit import Reason
from shopkeeper.search.names import Names
from shopkeeper.store import Store
from tests.speed.corpus import a_copy
from tests.speed.given import KEY, NOW
from tests.speed.timing import Try, summed_up, tried, undisturbed
from tests.speed.truth.score import names_here

_CONSONANTS: Final = "bdfgklmnprstvz"
_VOWELS: Final = "aeiou"
_SHOWN: Final = 20
_TOLD: Final = 5  # of what went wrong, so many are named
_BEFORE_A_REST: Final = 20  # edits, one after the other
_TAKEN_BACK: Final = 5  # one merge in so many


def measured(size: int, times: int, seed: int = 3) -> dict[str, Any]:
    """So many random edits of a book of one size; then the book is asked whether it is whole."""
    with a_copy(size) as file, Store.open(file, KEY, now=NOW) as store:
        hand = _Hand(store, random.Random(seed))
        store.find("warm", _SHOWN, hand.names)
        rests: list[Try] = []
        with undisturbed():
            for number in range(times):
                hand.edit()
                if number % _BEFORE_A_REST == 0:
                    rests.append(tried(Store.rest, store, f"rest {number}"))  # as the window does when nobody types
        problems = [problem.in_english() for problem in store.check()]
    tries = [one for some in hand.tries.values() for one in some]
    return {
        "edit": summed_up(tries).as_json(),
        **{f"edit: {kind}": summed_up(some).as_json() for kind, some in sorted(hand.tries.items())},
        f"rest after {_BEFORE_A_REST} edits": summed_up(rests).as_json(),
        "edits": {"made": len(tries), "not as it should be": hand.wrong[:_TOLD], "wrong": len(hand.wrong)},
        "book after the edits": problems or "whole",
    }


@dataclass(slots=True)
class _Hand:
    """Somebody who edits the book, and looks after each edit whether the search has heard of it."""

    store: Store
    dice: random.Random
    names: Names = field(default_factory=names_here)
    tries: dict[str, list[Try]] = field(default_factory=dict)
    wrong: list[str] = field(default_factory=list)
    people: list[Uid] = field(default_factory=list)
    acts: int = 0

    def __post_init__(self) -> None:
        self.people = list(self.store.uids())

    def edit(self) -> None:
        """One edit of a random kind."""
        kind: Callable[[], None] = self.dice.choice((self.add, self.rename, self.merge, self.remove))
        kind()

    def add(self) -> None:
        """Someone new, with nothing but a name."""
        person = Person(uid=self._uid(), name=self._invented())
        self._do("add", str(person.name), person.uid, made(person))
        self._is_found_with_a_slip(person)
        self.people.append(person.uid)

    def rename(self) -> None:
        """Someone takes quite another name."""
        before = self.store.memory_of(self.dice.choice(self.people)).person
        after = replace(before, name=self._invented(), call_them="")
        self._do("rename", str(after.name), after.uid, *edited(before, after))
        self._is_found_with_a_slip(after)
        self._is_unknown(str(before.name), before.uid)

    def merge(self) -> None:
        """Two people turn out to be one: all that was kept of the second goes to the first, the name as another one."""
        first, second = (self.store.memory_of(uid).person for uid in self.dice.sample(self.people, 2))
        both = tuple(dict.fromkeys((*first.name.nicknames, str(second.name))))
        named = replace(first, name=replace(first.name, nicknames=both))
        moves = [move for record in self._about(second.uid) for move in self._moved(record, second.uid, first.uid)]
        act = self._do("merge", str(second.name), first.uid, *edited(first, named), *moves, removed(second))
        self._is_unknown(str(second.name), second.uid)
        if self.dice.randrange(_TAKEN_BACK):
            self.people.remove(second.uid)
            return
        self.store.apply(self.store.undo_of(act.uid, new_uid=self._uid(), at=act.at), new_uid=self._uid())
        self._is_known(str(second.name), second.uid)

    def remove(self) -> None:
        """Someone is taken out, with all that was kept of them."""
        person = self.store.memory_of(self.dice.choice(self.people)).person
        self._do("remove", str(person.name), "", *map(removed, self._about(person.uid)), removed(person))
        self._is_unknown(str(person.name), person.uid)
        self.people.remove(person.uid)

    def _do(self, kind: str, typed: str, uid: Uid, *changes: Change) -> Act:
        """Write it down for good, and look for whom it is about: that is what is measured."""
        act = Act(uid=self._uid(), name=verbatim(kind), at=NOW + timedelta(seconds=self.acts), changes=changes)

        def written_and_found(act: Act) -> None:
            self.store.apply(act, new_uid=self._uid())
            hits = self.store.look(typed, _SHOWN, self.names).go_on(_never)
            if uid and all(hit.person_uid != uid for hit in hits):
                self.wrong.append(f"not found: {typed}")

        self.tries.setdefault(kind, []).append(tried(written_and_found, act, f"{kind} {typed}"))
        return act

    def _is_known(self, typed: str, uid: Uid) -> None:
        if all(hit.person_uid != uid for hit in self.store.find(typed, _SHOWN, self.names)):
            self.wrong.append(f"not found: {typed}")

    def _is_found_with_a_slip(self, person: Person) -> None:
        given, family = person.name.given, person.name.family
        at = self.dice.randrange(1, len(family) - 2)
        self._is_known(f"{given} {family[:at]}{family[at + 1]}{family[at]}{family[at + 2 :]}", person.uid)

    def _is_unknown(self, typed: str, uid: Uid) -> None:
        if any(hit.person_uid == uid and hit.why is Reason.NAME for hit in self.store.find(typed, _SHOWN, self.names)):
            self.wrong.append(f"stale: {typed}")

    def _about(self, uid: Uid) -> list[Record]:
        """What is kept on someone, and what is kept on their kin that speaks of them."""
        memory = self.store.memory_of(uid)
        own = [record for record in memory.records() if not isinstance(record, Person) and _owner(record) == uid]
        kin = [self.store.memory_of(near.person.uid) for near in self.store.around(memory).near]
        return own + [told for one in kin for told in one.relationships if told.related_uid == uid]

    def _moved(self, record: Record, second: Uid, first: Uid) -> tuple[Change, ...]:
        """What becomes of a record of the second person: it goes to the first one, unless that says it already."""
        if isinstance(record, Relationship):
            ends = {first if uid == second else uid for uid in (record.person_uid, record.related_uid)}
            if len(ends) < 2:
                return (removed(record),)
            if record.related_uid == second:
                return edited(record, replace(record, related_uid=first))
        if isinstance(record, Membership) and record.household_uid in {
            one.household_uid for one in self.store.memory_of(first).memberships
        }:
            return (removed(record),)
        owner = "owner_uid" if hasattr(record, "owner_uid") else "person_uid"
        return edited(record, replace(record, **{owner: first}))

    def _invented(self) -> Name:
        given, family = self._word(2), self._word(3)
        return Name(formatted=f"{given} {family}", given=given, family=family)

    def _word(self, syllables: int) -> str:
        letters = (self.dice.choice(some) for _ in range(syllables) for some in (_CONSONANTS, _VOWELS))
        return "".join(letters).capitalize() + self.dice.choice("lnrsx")

    def _uid(self) -> Uid:
        self.acts += 1
        return example_uid("edit", self.acts)


def _never() -> bool:
    """A key waits: no stage of the search but the first."""
    return False


def _owner(record: Record) -> Uid:
    return str(getattr(record, "owner_uid", "") or getattr(record, "person_uid", ""))
