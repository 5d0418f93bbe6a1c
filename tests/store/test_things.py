"""Who is found by what is remembered of them, and by what nobody may be found; whom somebody chose before."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from shopkeeper.domain.allergy import AllergyIntolerance, Asked, Category
from shopkeeper.domain.change import Change, removed
from shopkeeper.domain.concern import Concern
from shopkeeper.domain.diet import Diet, DietKind
from shopkeeper.domain.dont_mention import DontMention
from shopkeeper.domain.household import Household, Membership, Relationship, Standing
from shopkeeper.domain.interest import Interest, InterestKind
from shopkeeper.domain.kindness import Direction, Kindness
from shopkeeper.domain.loss import Loss
from shopkeeper.domain.note import Note
from shopkeeper.domain.partial_date import PartialDate
from shopkeeper.domain.person import Adr, Name, Person, Tel
from shopkeeper.domain.pet import Pet
from shopkeeper.search.query import Query
from shopkeeper.store import Store
from tests.store.books import KEY, NOW, Book

THEN = PartialDate(year=2026)


def elm(book: Book, owner: str) -> Adr:
    return Adr(uid=book.uid(), owner_uid=owner, street="Elm St 4", locality="Porto", code="4000")


def remembered(book: Book, *words: str) -> list[str]:
    return [thing for _, thing in book.store._index.remembered(words, 10)]


def chosen(book: Book, text: str) -> dict[str, int]:
    uids = dict(book.store._raw.execute("SELECT id, uid FROM person").fetchall())
    return {uids[number]: times for number, times in book.store._index.chosen(text).items()}


def test_someone_is_found_by_pet_interest_work_and_street(book: Book) -> None:
    ana = book.known(title="baker", organisation="Elm Mill")
    book.make(
        Pet(uid=book.uid(), owner_uid=ana.uid, name="Biscuit", species="beagle"),
        Interest(uid=book.uid(), person_uid=ana.uid, kind=InterestKind.INTEREST, text="keeps bees"),
        Interest(uid=book.uid(), person_uid=ana.uid, kind=InterestKind.USUAL, text="flat white"),
        elm(book, ana.uid),
    )
    assert remembered(book, "beag") == remembered(book, "beagle", "bis") == ["Biscuit, beagle"]
    assert remembered(book, "bees") == ["keeps bees"]
    assert remembered(book, "flat") == ["flat white"]
    assert remembered(book, "bak") == ["baker"]
    assert remembered(book, "elm") == ["Elm Mill"]
    assert remembered(book, "elm", "porto") == ["Elm St 4, Porto"]
    # Words of two things are not one thing; a word that only stands within another begins nothing.
    assert remembered(book, "beagle", "bees") == remembered(book, "agle") == remembered(book) == []
    assert book.store.check() == ()


def test_what_a_household_has_finds_everybody_in_it_until_they_leave(book: Book) -> None:
    ana, bo = book.known("Ana"), book.known("Bo")
    home = Household(uid=book.uid())
    living = [Membership(uid=book.uid(), person_uid=person.uid, household_uid=home.uid) for person in (ana, bo)]
    dog = Pet(uid=book.uid(), owner_uid=home.uid, name="Biscuit", species="beagle")
    book.make(home, *living, dog, elm(book, home.uid))
    assert remembered(book, "beagle") == ["Biscuit, beagle"] * 2
    book.do(removed(living[1]))
    assert remembered(book, "beagle") == ["Biscuit, beagle"]
    book.edit(dog, replace(dog, species="poodle"))
    assert (remembered(book, "beagle"), remembered(book, "poodle")) == ([], ["Biscuit, poodle"])
    book.edit(dog, replace(dog, owner_uid=bo.uid))
    assert remembered(book, "porto") == ["Elm St 4, Porto"]
    assert book.store.check() == ()


def by_reason(book: Book, text: str) -> list[tuple[str, str]]:
    return [(hit.name, hit.reason.in_english()) for hit in book.store.find(text)]


def test_words_of_several_things_find_someone_with_both(book: Book) -> None:
    ana, bo = book.known("Ana", title="plumber"), book.known("Bo", title="plumber")
    book.make(elm(book, ana.uid), Pet(uid=book.uid(), owner_uid=bo.uid, name="Biscuit", species="beagle"))
    assert by_reason(book, "plumber elm") == [("Ana", "plumber · Elm St 4, Porto")]
    assert by_reason(book, "elm plumb") == [("Ana", "Elm St 4, Porto · plumber")]
    assert by_reason(book, "plumber elm street") == [("Ana", "plumber · Elm St 4, Porto")]
    assert by_reason(book, "plumber beagle") == [("Bo", "plumber · Biscuit, beagle")]


def test_words_of_a_note_find_someone_below_all_who_are_called_so(book: Book) -> None:
    ana = book.known("Ana Duarte")
    note = Note(uid=book.uid(), person_uid=ana.uid, text="Has an allotment by the canal. Lends Rose her spade.")
    book.make(note)
    there = [("Ana Duarte", "Has an allotment by the canal")]
    assert by_reason(book, "allotment") == by_reason(book, "canal allot") == there
    assert by_reason(book, "canal spade") == [("Ana Duarte", "Has an allotment by the canal · Lends Rose her spade")]
    book.known("Rose Park")
    book.known("Jo Rosewood")
    assert [name for name, _ in by_reason(book, "rose")] == ["Rose Park", "Jo Rosewood", "Ana Duarte"]
    book.edit(note, replace(note, private=True))
    assert book.found("allotment") == []
    shown = replace(note, text="grows leeks")
    book.edit(replace(note, private=True), shown)
    assert (book.found("leeks"), book.found("canal")) == (["Ana Duarte"], [])
    book.do(removed(shown))
    assert book.found("leeks") == []
    assert book.store.check() == ()


def test_a_long_note_is_shown_by_the_line_that_answers(book: Book) -> None:
    ana = book.known("Ana Duarte")
    text = f"{'word ' * 40}wheelbarrow {'more ' * 40}"
    book.make(Note(uid=book.uid(), person_uid=ana.uid, text=text))
    ((_, reason),) = by_reason(book, "wheelbarrow")
    assert "wheelbarrow" in reason
    assert len(reason) <= 80


def test_nobody_is_found_by_what_is_private_or_hurts(book: Book) -> None:
    ana = book.known()
    book.make(
        Note(uid=book.uid(), person_uid=ana.uid, text="zebra", private=True),
        DontMention(uid=book.uid(), person_uid=ana.uid, text="zebra"),
        Concern(uid=book.uid(), person_uid=ana.uid, what="zebra", since=THEN, said="zebra"),
        Diet(uid=book.uid(), person_uid=ana.uid, kind=DietKind.CONDITION, text="zebra"),
        Asked(uid=book.uid(), person_uid=ana.uid, category=Category.FOOD, asked_on=date(2026, 1, 2), told_by="zebra"),
        AllergyIntolerance(uid=book.uid(), person_uid=ana.uid, category=Category.FOOD, substance="zebra"),
        Kindness(uid=book.uid(), person_uid=ana.uid, direction=Direction.RECEIVED, text="zebra", on=THEN),
        Interest(uid=book.uid(), person_uid=ana.uid, kind=InterestKind.DISLIKES, text="zebra"),
        Pet(uid=book.uid(), owner_uid=ana.uid, name="Biscuit", note="zebra"),
    )
    assert remembered(book, "zebra") == book.found("zebra") == []
    assert remembered(book, "biscuit") == ["Biscuit"]


def test_of_someone_who_has_died_nothing_is_brought_up(book: Book) -> None:
    ana = book.known(title="baker")
    book.make(
        Pet(uid=book.uid(), owner_uid=ana.uid, name="Biscuit"),
        Note(uid=book.uid(), person_uid=ana.uid, text="grows leeks"),
    )
    told = book.make(Loss(uid=book.uid(), person_uid=ana.uid, on=THEN, told_on=date(2026, 1, 2), told_by="zebra"))
    assert remembered(book, "biscuit") == remembered(book, "baker") == []
    assert book.found("leeks") == book.found("zebra") == []
    book.undo(told.uid)
    assert remembered(book, "biscuit") == ["Biscuit"]


def test_who_must_be_kept_apart_from_somebody_is_found_by_no_street(book: Book) -> None:
    ana, bo = book.known("Ana", title="baker"), book.known("Bo")
    book.make(*(elm(book, person.uid) for person in (ana, bo)))
    assert remembered(book, "elm") == ["Elm St 4, Porto"] * 2
    tie = Relationship(
        uid=book.uid(), person_uid=ana.uid, kind="spouse", related_uid=bo.uid, standing=Standing.KEEP_APART
    )
    book.make(tie)
    assert (remembered(book, "elm"), remembered(book, "baker")) == ([], ["baker"])
    book.edit(tie, replace(tie, standing=Standing.TOGETHER))
    assert remembered(book, "elm") == ["Elm St 4, Porto"] * 2


def test_who_must_be_kept_apart_from_somebody_is_found_by_nothing_of_a_household_they_share(book: Book) -> None:
    ana, bo = book.known("Ana"), book.known("Bo")
    home = Household(uid=book.uid(), name="Home")
    tie = Relationship(uid=book.uid(), person_uid=ana.uid, kind="spouse", related_uid=bo.uid)
    book.make(
        home,
        Tel(uid=book.uid(), owner_uid=home.uid, value="0151 234 4188"),
        Tel(uid=book.uid(), owner_uid=bo.uid, value="0151 999"),
        Pet(uid=book.uid(), owner_uid=home.uid, name="Rex"),
        *(Membership(uid=book.uid(), person_uid=person.uid, household_uid=home.uid) for person in (ana, bo)),
        tie,
    )
    assert (len(book.found("4188")), remembered(book, "rex")) == (2, ["Rex", "Rex"])
    book.edit(tie, replace(tie, standing=Standing.KEEP_APART))
    assert (book.found("4188"), remembered(book, "rex")) == ([], [])
    assert book.found("999") == ["Bo"]
    assert book.store.check() == ()


def test_the_regulars_come_first_and_a_thing_follows_its_person(book: Book) -> None:
    people = [book.known(f"Person {n}", title="baker") for n in range(3)]
    index = book.store._index
    rows = [row for row, _ in index.remembered(["baker"], 10)]
    assert rows == sorted(rows)
    assert [row for row, _ in index.remembered(["bak"], 10, among=rows[1:])] == rows[1:]
    assert [row[0] for row in index.rows([*rows, 999])] == rows
    renamed = replace(people[0], title="smith")
    book.edit(people[0], renamed)
    assert (len(remembered(book, "baker")), remembered(book, "smith")) == (2, ["smith"])


def test_of_those_who_are_called_so_what_is_remembered_is_asked_at_once(book: Book) -> None:
    for name, title in (("Ana One", "bookbinder"), ("Bo Two", "bookbinder"), ("Ana Three", "bookseller")):
        book.known(name, title=title)

    def found(name: str, *words: str) -> list[str]:
        return [thing for _, thing in book.store._index.remembered(words, 10, called=[name])]

    assert found("an", "bookb") == found("ana", "bookbind") == ["bookbinder"]
    assert found("ana", "book") == ["bookbinder", "bookseller"]
    assert found("ana", "bookbinding") == found("cy", "book") == []


def test_a_rare_thing_is_found_beside_a_common_one_that_begins_like_it(book: Book) -> None:
    for n in range(100):
        book.known(f"Person {n}", title="bookbinder")
    book.known("Ana", title="bookseller")
    assert remembered(book, "booksel") == ["bookseller"]
    assert len(remembered(book, "bookbind")) == 10


def test_the_words_of_what_is_remembered_are_known_as_soon_as_they_are(book: Book) -> None:
    ana = book.known("Ana", title="Beekeeper, baker of bread")
    told = book.store._index.told
    assert (told("b"), told("bee"), told("x")) == (("baker", "beekeeper", "bread"), ("beekeeper",), ())
    book.edit(ana, replace(ana, title="Binder"))
    assert told("b") == ("binder",)


def test_a_choice_is_learned_for_what_was_typed_and_for_what_begins_it(book: Book) -> None:
    ana, bo = book.known("Ana Duarte"), book.known("Ana Duarte")
    book.store.learn("  DUAR ana ", bo.uid)
    book.store.learn("duar ana", bo.uid)
    book.store.learn("du", ana.uid)
    assert chosen(book, "duar ana") == chosen(book, "duar") == {bo.uid: 2}
    assert chosen(book, "du") == {ana.uid: 1}
    assert chosen(book, "duar anab") == chosen(book, "") == {}
    for text, uid in (("", ana.uid), ("ana", "nobody")):
        book.store.learn(text, uid)
    assert chosen(book, "ana") == {}


def test_a_choice_is_known_by_what_was_typed_however_often_a_word_is_in_it(book: Book) -> None:
    duran = book.known("Duran Duran")
    book.store.learn("duran  Duran", duran.uid)
    assert chosen(book, " ".join(Query.parse("duran duran").words)) == {duran.uid: 1}


def test_what_was_typed_for_a_name_that_was_given_up_is_forgotten(book: Book) -> None:
    ana = book.known("Ana Duarte")
    book.store.learn("ana", ana.uid)
    more = replace(ana, title="baker")
    book.edit(ana, more)
    assert chosen(book, "ana") == {ana.uid: 1}
    book.edit(more, replace(more, name=Name(formatted="Bo Duarte")))
    assert chosen(book, "ana") == {}


def test_of_one_person_few_choices_are_kept_the_last_one_always(book: Book) -> None:
    ana = book.known()
    for n in range(20):
        for _ in range(12):
            book.store.learn(f"text{n:02}", ana.uid)
    kept = chosen(book, "text")
    assert chosen(book, "text19") == {ana.uid: 9}
    assert kept == {ana.uid: 72}
    book.store.learn("newest", ana.uid)
    assert chosen(book, "newest") == {ana.uid: 1}


def test_choices_leave_with_their_person_and_undo_does_not_know_them(book: Book) -> None:
    ana = book.known()
    book.store.learn("duarte", ana.uid)
    last = book.store.last_act()
    gone = book.do(removed(ana))
    assert last is not None
    assert book.store._raw.execute("SELECT count(*) FROM choice").fetchone() == (0,)
    book.undo(gone.uid)
    assert chosen(book, "duarte") == {}
    assert book.store.check() == ()


def test_a_book_that_is_only_looked_at_learns_nothing_and_nobody_minds(book: Book) -> None:
    ana = book.known()
    with Store.open(book.store.path, KEY, read_only=True, now=NOW) as store:
        store.learn("duarte", ana.uid)
    book.store._raw.execute("BEGIN IMMEDIATE")
    with Store.open(book.store.path, KEY, read_only=True, now=NOW) as store:
        store.learn("duarte", ana.uid)
    book.store._raw.execute("ROLLBACK")
    assert chosen(book, "duarte") == {}


@pytest.mark.parametrize("field", ["title", "role", "organisation"])
def test_a_persons_own_fields_are_known_at_once(book: Book, field: str) -> None:
    ana = book.known()
    book.do(Change(kind="Person", uid=ana.uid, field=field, before="", after="Tinker"))
    assert remembered(book, "tink") == ["Tinker"]
    assert isinstance(ana, Person)


def test_a_busy_book_learns_nothing_and_does_not_wait(book: Book, tmp_path: Path) -> None:
    ana = book.known()
    with Store.open(book.store.path, KEY, now=NOW) as other:
        other._raw.execute("BEGIN IMMEDIATE")
        book.store.learn("duarte", ana.uid)
        other._raw.execute("ROLLBACK")
    assert chosen(book, "duarte") == {}
