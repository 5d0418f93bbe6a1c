"""The card's question: one person with all that is kept about them, and what it may mention of others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shopkeeper.domain.allergy import AllergyIntolerance, Category
from shopkeeper.domain.collects import Collects
from shopkeeper.domain.concern import Concern
from shopkeeper.domain.household import Household, Membership, Relationship, Standing
from shopkeeper.domain.introduction import Introduction
from shopkeeper.domain.loss import Loss
from shopkeeper.domain.memory import Around, Memory
from shopkeeper.domain.occasion import Occasion, Recurs
from shopkeeper.domain.partial_date import PartialDate
from shopkeeper.domain.person import Adr, Person, Tel
from shopkeeper.domain.pet import Pet
from shopkeeper.domain.promise import Promise
from shopkeeper.domain.record import Owned
from shopkeeper.domain.records import RECORDS
from shopkeeper.domain.visit import Visit
from shopkeeper.examples.crowd import crowd
from shopkeeper.store import PersonMissing, Store
from tests.people import street
from tests.store.books import NOW, TODAY, Book, a_book


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Book]:
    folder: Path = tmp_path_factory.mktemp("street")
    with a_book(folder) as book:
        book.make(*street(TODAY).records)
        yield book


def of(book: Book, name: str) -> Memory:
    return book.store.memory_of(book.store.find(name)[0].person_uid)


def test_every_record_of_the_street_is_in_somebodys_memory(town: Book) -> None:
    memories = [town.store.memory_of(uid) for uid in town.store.uids()]
    seen = {record.uid for memory in memories for record in memory.records()}
    kept = {r.uid for r in street(TODAY).records if not isinstance(r, Visit)}
    assert kept <= seen
    assert {type(r) for r in street(TODAY).records} <= set(RECORDS)


def test_a_memory_holds_what_belongs_to_its_person_and_nothing_else(town: Book) -> None:
    for uid in town.store.uids():
        memory = town.store.memory_of(uid)
        homes = {home.uid for home in memory.households}
        for record in memory.records():
            if isinstance(record, Occasion):
                assert uid in (record.person_uid, record.with_uid)
            elif isinstance(record, Introduction):
                assert uid in (record.person_uid, record.other_uid)
            elif isinstance(record, Owned):
                assert record.person_uid == uid
            elif isinstance(record, Tel | Adr | Pet):
                assert record.owner_uid in {uid, *homes}


def test_things_come_in_the_order_in_which_they_were_written_down(town: Book) -> None:
    place = {record.uid: n for n, record in enumerate(street(TODAY).records)}
    for uid in town.store.uids():
        memory = town.store.memory_of(uid)
        for kept in (memory.allergies, memory.kindnesses, memory.interests, memory.occasions, memory.notes):
            assert [place[r.uid] for r in kept] == sorted(place[r.uid] for r in kept)


def test_someone_who_is_not_in_the_book_is_said_to_be_missing(town: Book) -> None:
    with pytest.raises(PersonMissing):
        town.store.memory_of("nobody")


def test_the_newest_visits_come_first_whatever_their_time_zone(book: Book) -> None:
    ana = book.known()
    visits = [
        Visit(uid=book.uid(), person_uid=ana.uid, at=NOW.astimezone(tz=None) - timedelta(hours=hours))
        for hours in (30, 1, 50, 2, 70, 3, 90)
    ]
    book.make(*visits)
    told = book.store.memory_of(ana.uid).visits
    assert [v.at for v in told] == sorted((v.at for v in visits), reverse=True)[:5]


def test_a_relationship_is_read_from_both_sides(town: Book) -> None:
    ana = town.store.around(of(town, "ana duarte"))
    kinds = {near.person.name.given: near.kind for near in ana.near}
    assert kinds["Leo"] == "child"
    leo = town.store.around(of(town, "leo duarte"))
    assert {near.person.name.given: near.kind for near in leo.near}["Ana"] == "parent"


def test_the_food_of_the_household_is_told_and_its_medicine_is_not(book: Book) -> None:
    ana, leo, ben = (book.person(name) for name in ("Ana", "Leo", "Ben"))
    home = Household(uid=book.uid())
    both = [
        AllergyIntolerance(uid=book.uid(), person_uid=uid, category=category, substance=category.value)
        for uid in (leo.uid, ben.uid)
        for category in Category
    ]
    book.make(
        *(ana, leo, ben, home, *both),
        *(Membership(uid=book.uid(), person_uid=p.uid, household_uid=home.uid) for p in (ana, leo)),
        Relationship(uid=book.uid(), person_uid=ana.uid, kind="sibling", related_uid=ben.uid),
    )
    near = {n.person.uid: n for n in book.store.around(book.store.memory_of(ana.uid)).near}
    assert [a.category for a in near[leo.uid].allergies] == [Category.FOOD]
    assert near[leo.uid].same_household
    assert near[leo.uid].kind == ""
    assert near[ben.uid].allergies == ()
    assert not near[ben.uid].same_household


@pytest.mark.parametrize("agreed", [False, True])
def test_medicine_is_told_to_a_collector_whom_its_owner_named(book: Book, agreed: bool) -> None:
    ana, rosa = book.person("Ana"), book.person("Rosa")
    told = [
        AllergyIntolerance(uid=book.uid(), person_uid=rosa.uid, category=category, substance="x")
        for category in Category
    ]
    book.make(ana, rosa, *told, Collects(uid=book.uid(), person_uid=ana.uid, for_uid=rosa.uid, medicine=agreed))
    [near] = book.store.around(book.store.memory_of(ana.uid)).collected_for
    assert near.person == rosa
    assert [a.category for a in near.allergies] == ([Category.MEDICINE] if agreed else [])
    assert book.store.around(book.store.memory_of(rosa.uid)).collected_for == ()


def test_who_is_said_to_collect_for_themselves_has_a_card(book: Book) -> None:
    ana = book.known("Ana")
    book.make(Collects(uid=book.uid(), person_uid=ana.uid, for_uid=ana.uid))
    assert book.store.around(book.store.memory_of(ana.uid)) == Around()


@pytest.mark.parametrize("told", [(True, False), (False, True)])
def test_medicine_that_was_agreed_once_is_not_lost_by_a_second_telling(book: Book, told: tuple[bool, bool]) -> None:
    ana, rosa = book.person("Ana"), book.person("Rosa")
    penicillin = AllergyIntolerance(
        uid=book.uid(), person_uid=rosa.uid, category=Category.MEDICINE, substance="penicillin"
    )
    twice = [Collects(uid=book.uid(), person_uid=ana.uid, for_uid=rosa.uid, medicine=agreed) for agreed in told]
    book.make(ana, rosa, penicillin, *twice)
    [near] = book.store.around(book.store.memory_of(ana.uid)).collected_for
    assert near.allergies == (penicillin,)


def test_where_two_cards_disagree_the_stricter_standing_holds(book: Book) -> None:
    ana, ben = book.person("Ana"), book.person("Ben")
    book.make(
        ana,
        ben,
        Relationship(uid=book.uid(), person_uid=ana.uid, kind="spouse", related_uid=ben.uid, words="hubby"),
        Relationship(
            uid=book.uid(), person_uid=ben.uid, kind="spouse", related_uid=ana.uid, standing=Standing.SEPARATED
        ),
    )
    for person in (ana, ben):
        [near] = book.store.around(book.store.memory_of(person.uid)).near
        assert near.standing is Standing.SEPARATED
    assert book.store.around(book.store.memory_of(ana.uid)).near[0].words == "hubby"


def test_days_that_two_people_share_stand_on_both_cards(book: Book) -> None:
    ana, ben = book.person("Ana"), book.person("Ben")
    day = Occasion(
        uid=book.uid(), person_uid=ana.uid, with_uid=ben.uid, kind="wedding_anniversary", on=PartialDate(month=6, day=1)
    )
    meet = Introduction(uid=book.uid(), person_uid=ana.uid, other_uid=ben.uid, about="bees")
    book.make(ana, ben, day, meet)
    for person, other in ((ana, ben), (ben, ana)):
        memory = book.store.memory_of(person.uid)
        assert (memory.occasions, memory.introductions) == ((day,), (meet,))
        assert book.store.around(memory).others == (other,)


def test_who_has_died_is_known_also_among_those_who_are_only_mentioned(book: Book) -> None:
    ana, rosa = book.person("Ana"), book.person("Rosa")
    flu = Concern(uid=book.uid(), person_uid=ana.uid, what="flu", who_uid=rosa.uid, since=PartialDate(year=2026))
    book.make(ana, rosa, flu)
    memory = book.store.memory_of(ana.uid)
    assert book.store.around(memory).gone == frozenset()
    book.make(Loss(uid=book.uid(), person_uid=rosa.uid, on=PartialDate(), told_on=TODAY))
    around = book.store.around(memory)
    assert around.gone == {rosa.uid}
    assert around.others == (rosa,)


def test_namesakes_are_told_with_the_facts_that_could_tell_them_apart(town: Book) -> None:
    one, other = (hit.person_uid for hit in town.store.find("maria silva"))
    around = town.store.around(town.store.memory_of(one))
    assert [n.person_uid for n in around.namesakes] == [other]
    streets = {adr.street for adr in town.store.memory_of(other).adrs}
    assert set(around.namesakes[0].tells) & streets


def test_a_person_alone_has_nobody_around(book: Book) -> None:
    bo = book.known("Bo Lund")
    around = book.store.around(book.store.memory_of(bo.uid))
    assert (around.near, around.others, around.collected_for, around.namesakes) == ((), (), (), ())


# Several at once.


def one_by_one(store: Store, uids: Sequence[str]) -> tuple[tuple[Memory, Around], ...]:
    memories = [store.memory_of(uid) for uid in uids]
    return tuple((memory, store.around(memory)) for memory in memories)


@pytest.fixture(scope="module")
def large_town(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Book]:
    """Demo Street, and some of the crowd moved in."""
    with a_book(tmp_path_factory.mktemp("large")) as book:
        book.make(*street(TODAY).records)
        book.make(*crowd(300, today=TODAY))
        yield book


@given(chosen=st.lists(st.integers(min_value=0), unique=True, max_size=12))
@settings(deadline=None, max_examples=60)
def test_several_people_read_at_once_are_those_read_one_by_one(large_town: Book, chosen: list[int]) -> None:
    everybody = large_town.store.uids()
    uids = list(dict.fromkeys(everybody[number % len(everybody)] for number in chosen))
    assert large_town.store.people(uids) == one_by_one(large_town.store, uids)


def test_everybody_read_at_once_is_everybody_read_one_by_one(large_town: Book) -> None:
    uids = large_town.store.uids()
    assert large_town.store.people(uids) == one_by_one(large_town.store, uids)


def test_two_who_share_everything_are_read_at_once_as_one_by_one(book: Book) -> None:
    ana, ben, cid = (book.known(name) for name in ("Ana Duarte", "Ben Duarte", "Ana Duarte"))
    home, other = Household(uid=book.uid()), Household(uid=book.uid())
    book.make(
        *(home, other),
        *(Membership(uid=book.uid(), person_uid=p.uid, household_uid=home.uid) for p in (ana, ben, ben)),
        Membership(uid=book.uid(), person_uid=ana.uid, household_uid=other.uid),
        *(Pet(uid=book.uid(), owner_uid=owner, name="Rex") for owner in (home.uid, ana.uid, other.uid)),
        Occasion(uid=book.uid(), person_uid=ana.uid, with_uid=ben.uid, kind="wedding", on=PartialDate(month=6, day=1)),
        Introduction(uid=book.uid(), person_uid=ben.uid, other_uid=ana.uid, about="bees"),
        *(
            Visit(uid=book.uid(), person_uid=p.uid, at=NOW - timedelta(hours=hours))
            for p in (ana, ben)
            for hours in range(7)
        ),
    )
    uids = [ben.uid, ana.uid, cid.uid]
    assert book.store.people(uids) == one_by_one(book.store, uids)
    assert [len(memory.visits) for memory, _ in book.store.people(uids)] == [5, 5, 0]


def test_whoever_is_not_in_the_book_is_left_out(book: Book) -> None:
    ana = book.known()
    assert [memory.uid for memory, _ in book.store.people(["nobody", ana.uid])] == [ana.uid]
    assert book.store.people([]) == ()


# Questions about everybody.


def due(book: Book, first: date, last: date) -> set[str]:
    uids = book.store.due_between(first, last)
    assert len(set(uids)) == len(uids)
    return {str(book.store.memory_of(uid).person.name) for uid in uids}


def birthday(book: Book, name: str, on: PartialDate, **more: object) -> Person:
    person = book.person(name)
    book.make(person, Occasion(uid=book.uid(), person_uid=person.uid, kind="birthday", on=on, **more))  # type: ignore[arg-type]  # only what an occasion has
    return person


def test_whose_day_it_is_across_the_turn_of_the_year(book: Book) -> None:
    birthday(book, "Eve", PartialDate(month=12, day=31))
    birthday(book, "Neva", PartialDate(year=1980, month=1, day=2))
    birthday(book, "June", PartialDate(month=6, day=1))
    birthday(book, "Sometime in May", PartialDate(month=5))
    birthday(book, "Not born yet", PartialDate(year=2031, month=1, day=1))
    assert due(book, date(2026, 12, 30), date(2027, 1, 3)) == {"Eve", "Neva"}
    assert due(book, date(2026, 12, 30), date(2026, 12, 30)) == set()


def test_a_day_that_comes_once_is_answered_in_its_year_only(book: Book) -> None:
    birthday(book, "Exam", PartialDate(year=2026, month=12, day=1), recurs=Recurs.ONCE)
    assert due(book, date(2026, 12, 1), date(2026, 12, 1)) == {"Exam"}
    assert due(book, date(2027, 12, 1), date(2027, 12, 1)) == set()


@pytest.mark.parametrize(
    ("first", "last"),
    [
        (date(2027, 2, 28), date(2027, 2, 28)),
        (date(2027, 3, 1), date(2027, 3, 1)),
        (date(2028, 2, 29), date(2028, 2, 29)),
        (date(2027, 2, 25), date(2027, 3, 3)),
    ],
)
def test_someone_born_on_29_february_is_answered_on_either_day_they_may_keep(
    book: Book, first: date, last: date
) -> None:
    birthday(book, "Leap", PartialDate(month=2, day=29))
    assert due(book, first, last) == {"Leap"}


def test_what_we_owe_is_due(town: Book) -> None:
    assert "Dee Okafor" in due(town, TODAY, TODAY + timedelta(days=7)), "the rye recipe by Friday"


def test_what_we_owe_without_a_day_is_nobodys_today(book: Book) -> None:
    for name, by in (
        ("Some day", None),
        ("Any June", PartialDate(month=6)),
        ("This year", PartialDate(year=2026)),
        ("Next", PartialDate(year=2027)),
    ):
        book.make(Promise(uid=book.uid(), person_uid=book.known(name).uid, text="rye", by=by))
    assert due(book, TODAY, TODAY) == {"This year"}


def test_what_began_within_the_week_is_to_be_asked_after(book: Book) -> None:
    for name, since, closed_on in (
        ("Today", TODAY, None),
        ("A week", TODAY - timedelta(days=7), None),
        ("Longer", TODAY - timedelta(days=8), None),
        ("Over", TODAY, TODAY),
        ("Nobody knows when", None, None),
    ):
        person = book.known(name)
        day = PartialDate() if since is None else PartialDate(year=since.year, month=since.month, day=since.day)
        book.make(Concern(uid=book.uid(), person_uid=person.uid, what="flu", since=day, closed_on=closed_on))
    assert due(book, TODAY, TODAY) == {"Today", "A week"}


def test_everybody_is_known_again_by_name_phone_and_the_card_that_brought_them(book: Book) -> None:
    ana = book.known("Ana Duarte", source_uid="urn:uuid:1")
    book.make(Tel(uid=book.uid(), owner_uid=ana.uid, value="0151 234 4188"))
    crowd = [book.person(f"Nr {n}") for n in range(1100)]
    book.make(*crowd)
    known = list(book.store.known_people())
    assert [k.uid for k in known] == [ana.uid, *(p.uid for p in crowd)]
    assert (known[0].name, known[0].source_uid, known[0].phones) == (ana.name, "urn:uuid:1", ("0151 234 4188",))
    assert book.store.count() == 1101
    assert book.store.uids(2) == (ana.uid, crowd[0].uid)
    assert book.store.uids(2, after=crowd[0].uid) == (crowd[1].uid, crowd[2].uid)


def test_a_card_knows_whom_death_or_parting_took_from_those_near(tmp_path: Path) -> None:
    with a_book(tmp_path) as book:
        rosa, ana, tom, kim, lee = (book.known(name) for name in ("Rosa", "Ana", "Tom", "Kim", "Lee"))
        book.make(
            *(
                Relationship(uid=book.uid(), person_uid=rosa.uid, related_uid=one.uid, kind="child")
                for one in (ana, kim)
            ),
            Relationship(
                uid=book.uid(), person_uid=tom.uid, related_uid=ana.uid, kind="spouse", standing=Standing.SEPARATED
            ),
            Relationship(uid=book.uid(), person_uid=kim.uid, related_uid=lee.uid, kind="partner"),
            Loss(uid=book.uid(), person_uid=lee.uid, on=PartialDate(), told_on=TODAY),
            *(
                Occasion(uid=book.uid(), person_uid=one.uid, kind="wedding_anniversary", on=PartialDate(month=5, day=4))
                for one in (ana, kim)
            ),
        )
        around = book.store.around(book.store.memory_of(rosa.uid))
        assert {n.person.uid: n.ended for n in around.near} == {
            ana.uid: frozenset({tom.uid}),
            kim.uid: frozenset({lee.uid}),
        }
