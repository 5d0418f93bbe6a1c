"""Someone who asked not to be remembered: in the book, in the search, and around the cards of others."""

from __future__ import annotations

from datetime import date

import pytest

from shopkeeper.domain.concern import Concern
from shopkeeper.domain.household import Relationship
from shopkeeper.domain.interest import Interest, InterestKind
from shopkeeper.domain.introduction import Introduction
from shopkeeper.domain.opt_out import OptOut
from shopkeeper.domain.partial_date import PartialDate
from shopkeeper.domain.person import Code, Person, Tel
from shopkeeper.domain.pet import Pet
from shopkeeper.domain.referral import Referral
from shopkeeper.store.migrations import UPGRADES
from shopkeeper.store.tables import of
from tests.store.books import TODAY, Book

FOUND_BY = ("joe park", "079005555", "scan-me", "biscuit", "juggles", "baker", "edie's husband")


def joe_and_edie(book: Book) -> tuple[Person, Person]:
    joe, edie = book.known("Joe Park", title="baker", pronouns="he"), book.known("Edie Park")
    book.make(
        Relationship(uid=book.uid(), person_uid=edie.uid, kind="spouse", related_uid=joe.uid),
        Tel(uid=book.uid(), owner_uid=joe.uid, value="07900 5555"),
        Code(uid=book.uid(), person_uid=joe.uid, value="SCAN-ME"),
        Pet(uid=book.uid(), owner_uid=joe.uid, name="Biscuit"),
        Interest(uid=book.uid(), person_uid=joe.uid, kind=InterestKind.INTEREST, text="juggles"),
    )
    return joe, edie


def opted_out(book: Book, person: Person) -> str:
    return book.make(OptOut(uid=book.uid(), person_uid=person.uid, asked_on=TODAY)).uid


def uids_found(book: Book, text: str) -> list[str]:
    return [hit.person_uid for hit in book.store.find(text)]


def test_they_are_found_by_their_name_alone_and_taken_back_by_everything_again(book: Book) -> None:
    joe, edie = joe_and_edie(book)
    assert [joe.uid in uids_found(book, text) for text in FOUND_BY[:-1]] == [True] * 6
    assert edie.uid in uids_found(book, "joe park")
    before = {text: uids_found(book, text) for text in FOUND_BY}
    act = opted_out(book, joe)
    assert [joe.uid in uids_found(book, text) for text in FOUND_BY] == [True, *[False] * 6]
    assert edie.uid not in uids_found(book, "joe park")
    assert book.store.check() == ()
    book.undo(act)
    assert {text: uids_found(book, text) for text in FOUND_BY} == before


@pytest.mark.parametrize("related", [True, False])
def test_whoever_is_around_somebody_and_asked_to_be_forgotten_is_told_apart_from_the_others(
    book: Book, *, related: bool
) -> None:
    ana, joe = book.known("Ana Duarte"), book.known("Joe Park")
    if related:
        book.make(Relationship(uid=book.uid(), person_uid=ana.uid, kind="sibling", related_uid=joe.uid))
    else:
        book.make(Introduction(uid=book.uid(), person_uid=ana.uid, other_uid=joe.uid, about="bees"))
    assert book.store.around(book.store.memory_of(ana.uid)).silent == frozenset()
    opted_out(book, joe)
    assert book.store.around(book.store.memory_of(ana.uid)).silent == {joe.uid}


@pytest.mark.parametrize(("record", "added"), [(Concern, "ask_from"), (Introduction, "met_on"), (Referral, "found")])
def test_what_was_taken_out_under_an_older_schema_can_come_back(record: type, added: str) -> None:
    columns = of(record).columns
    older = dict.fromkeys(columns[:-1], "")
    assert columns[-1] == added
    kind, cells = UPGRADES[3]((record.__name__, dict(older)))
    assert (kind, tuple(cells)) == (record.__name__, columns)
    assert cells[added] is None
    assert UPGRADES[3]((record.__name__, {"about": "bees"})) == (record.__name__, {"about": "bees"})


def test_the_questions_of_the_days_end_pass_over_who_has_died_or_asked_to_be_forgotten(book: Book) -> None:
    ana, joe = book.known("Ana Duarte"), book.known("Joe Park")
    for one in (ana, joe):
        book.make(Concern(uid=book.uid(), person_uid=one.uid, what="flu", since=PartialDate()))
    assert book.store.asking(TODAY, 9).not_agreed == (joe.uid, ana.uid)
    assert book.store.asking(TODAY, 9).met == (joe.uid, ana.uid)
    assert book.store.asking(date(2026, 11, 21), 9).met == ()
    opted_out(book, joe)
    assert book.store.asking(TODAY, 9).not_agreed == (ana.uid,)
    assert book.store.asking(TODAY, 9).met == (ana.uid,)
    assert book.store.asking(TODAY, 0).not_agreed == ()


def test_a_whole_file_that_came_in_is_nobody_who_was_met(book: Book) -> None:
    book.make(*(book.person(f"Person {n}") for n in range(30)))
    assert book.store.asking(TODAY, 99).met == ()
