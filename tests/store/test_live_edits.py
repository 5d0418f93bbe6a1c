"""Any row of acts on a real book: found at once by every word and by a slip, never by a word that is gone."""

from __future__ import annotations

import tempfile
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from shopkeeper.domain.change import Change, edited, removed
from shopkeeper.domain.household import Household, Membership, Relationship
from shopkeeper.domain.memory import Memory
from shopkeeper.domain.person import Name, Person
from shopkeeper.domain.pet import Pet
from shopkeeper.knowledge.names import NO_NAMES
from shopkeeper.search.hit import Reason
from shopkeeper.search.names import Names
from tests.store.books import a_book

GIVEN = ("Robert", "Katherine", "Anabel", "Leonor", "Иван", "فاطمة", "Jürgen")
FAMILY = ("Duarte", "Ashby", "Thornfield", "Petrov", "O'Neill", "Lundqvist", "Okafor")
BY_SLIP = {
    "Duarte": "duatre",
    "Ashby": "ahsby",
    "Thornfield": "thornfeild",
    "Lundqvist": "lundqist",
    "Okafor": "okfaor",
}
BY_SOUND = {"Katherine": "cathryn"}
BY_PET_FORM = {"Robert": "bob", "Katherine": "kate"}
KNOWN = Names(replace(NO_NAMES, nicknames=(("Robert", ("Bob",)), ("Katherine", ("Kate",)))))
PLAIN = frozenset({Reason.NAME, Reason.NICKNAME})

names = st.builds(
    lambda given, family: Name(formatted=f"{given} {family}", given=given, family=family),
    st.sampled_from(GIVEN),
    st.sampled_from(FAMILY),
)


class LiveEdits(RuleBasedStateMachine):
    """A few people in a real book, and what a shop does to them in one day."""

    def __init__(self) -> None:
        super().__init__()
        self.open = ExitStack()
        folder = self.open.enter_context(tempfile.TemporaryDirectory())
        self.book = self.open.enter_context(a_book(Path(folder)))
        self.store = self.book.store

    def teardown(self) -> None:
        self.open.close()

    def anybody(self, number: int) -> Memory:
        uids = self.store.uids()
        return self.store.memory_of(uids[number % len(uids)])

    def some(self) -> bool:
        return self.store.count() > 0

    def several(self) -> bool:
        return self.store.count() > 1

    @rule(name=names, dog=st.booleans())
    def add(self, name: Name, dog: bool) -> None:
        person = Person(uid=self.book.uid(), name=name, title="baker")
        home = Household(uid=self.book.uid())
        living = Membership(uid=self.book.uid(), person_uid=person.uid, household_uid=home.uid)
        pets = [Pet(uid=self.book.uid(), owner_uid=home.uid, name="Biscuit", species="beagle")] if dog else []
        self.book.make(person, home, living, *pets)

    @precondition(some)
    @rule(number=st.integers(0, 99), name=names)
    def rename(self, number: int, name: Name) -> None:
        person = self.anybody(number).person
        self.book.edit(person, replace(person, name=name))

    @precondition(several)
    @rule(number=st.integers(0, 99))
    def make_kin(self, number: int) -> None:
        one, other = self.anybody(number), self.anybody(number + 1)
        self.book.make(Relationship(uid=self.book.uid(), person_uid=one.uid, kind="child", related_uid=other.uid))

    @precondition(several)
    @rule(number=st.integers(0, 99))
    def merge(self, number: int) -> None:
        """What belonged to one of two belongs to the other, in one act, as two cards of one person become one."""
        stays, goes = self.anybody(number), self.anybody(number + 1)
        around = [self.store.memory_of(uid) for uid in self.store.uids()]
        ties = {
            tie for memory in around for tie in memory.relationships if goes.uid in (tie.person_uid, tie.related_uid)
        }
        moved = [
            change for living in goes.memberships for change in edited(living, replace(living, person_uid=stays.uid))
        ]
        called = Change(
            kind="Person", uid=stays.uid, field="call_them", before=stays.person.call_them, after="Quillfeather"
        )
        self.book.do(*map(removed, ties), *moved, called, removed(goes.person), name="merge")

    @precondition(some)
    @rule(number=st.integers(0, 99))
    def delete(self, number: int) -> None:
        gone = self.anybody(number)
        around = [self.store.memory_of(uid) for uid in self.store.uids()]
        ties = {
            tie for memory in around for tie in memory.relationships if gone.uid in (tie.person_uid, tie.related_uid)
        }
        self.book.do(*map(removed, ties), *map(removed, gone.memberships), removed(gone.person))

    @rule()
    def undo(self) -> None:
        last = self.store.last_act()
        if last is not None:
            self.book.undo(last.uid)

    @precondition(some)
    @rule(number=st.integers(0, 99))
    def choose(self, number: int) -> None:
        self.store.learn("duarte", self.anybody(number).uid)

    @rule()
    def rest(self) -> None:
        self.store.rest()

    @invariant()
    def the_book_is_whole(self) -> None:
        assert self.store.check() == ()

    @invariant()
    def everybody_is_found_by_their_words_and_nobody_by_any_other(self) -> None:
        people = [self.store.memory_of(uid).person for uid in self.store.uids()]
        for word in (*GIVEN, *FAMILY, "Quillfeather"):
            called = {
                person.uid for person in people if word in (person.name.given, person.name.family, person.call_them)
            }
            plainly = {hit.person_uid for hit in self.store.find(word, 200) if hit.why in PLAIN}
            assert plainly == called, word
            for typed in (BY_SLIP.get(word), BY_SOUND.get(word), BY_PET_FORM.get(word)):
                if typed is not None:
                    found = {hit.person_uid for hit in self.store.find(typed, 200, KNOWN)}
                    assert called <= found, (word, typed)

    @invariant()
    def a_dog_brings_up_whoever_has_one(self) -> None:
        owners = {uid for uid in self.store.uids() if self.store.memory_of(uid).pets}
        assert {hit.person_uid for hit in self.store.find("beagle", 200)} == owners


TestLiveEdits = LiveEdits.TestCase
TestLiveEdits.settings = settings(
    max_examples=12, stateful_step_count=15, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
