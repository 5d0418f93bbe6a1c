"""What an edit leaves behind in the index: found by nobody at once, and gone from the file after a rest."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from shopkeeper.domain.change import edited, made, removed
from shopkeeper.domain.household import Relationship
from shopkeeper.domain.person import Name, Person, Tel
from shopkeeper.domain.pet import Pet
from shopkeeper.search.rank import TURNS
from shopkeeper.store import Store
from shopkeeper.store.connection import connected, writing
from tests.store.books import KEY, NOW, Book, a_book, values

INDEX = ("ns", "thing", "phone_parts", "pv")


def letters(raw: Any) -> bytes:
    """All that the index keeps in its own pages and beside them."""
    blocks = [bytes(row[0]) for table in INDEX for row in raw.execute(f"SELECT block FROM {table}_data")]
    told = [
        str(row).encode()
        for table in ("ns_content", "thing_content", "phone_digits", "named", "term", "pfx")
        for row in raw.execute(f"SELECT * FROM {table}")
    ]
    return b"\n".join((*blocks, *told))


def gone(store: Store) -> int:
    return int(store._raw.execute("SELECT count(*) FROM gone").fetchone()[0])


def renamed(book: Book, person: Person, name: str) -> Person:
    after = replace(person, name=Name(formatted=name))
    book.edit(person, after)
    return after


def a_quillfeather(book: Book) -> Person:
    """Somebody with a name, a number, a dog and a daughter, all of whom are about to change."""
    person = book.known("Xaver Quillfeather")
    daughter = book.known("Ida Lund")
    book.make(
        Tel(uid=book.uid(), owner_uid=person.uid, value="0151 77 88"),
        Pet(uid=book.uid(), owner_uid=person.uid, name="Biscuit", species="beagle"),
        Relationship(uid=book.uid(), person_uid=daughter.uid, kind="parent", related_uid=person.uid),
    )
    return person


def test_what_was_given_up_is_found_by_nobody_from_that_moment_on(book: Book) -> None:
    person = a_quillfeather(book)
    assert (book.found("quillf"), book.found("7788"), book.found("beagle")) == (
        ["Xaver Quillfeather", "Ida Lund"],
        ["Xaver Quillfeather"],
        ["Xaver Quillfeather"],
    )
    memory = book.store.memory_of(person.uid)
    book.do(*map(removed, (*memory.tels, *memory.pets)))
    renamed(book, person, "Bo Okafor")
    assert gone(book.store) > 0
    for text in ("quillf", "quillfaether", "xaver", "7788", "beagle", "biscuit", "xaver beagle"):
        assert book.found(text) == [], text
    assert book.found("okafor") == ["Bo Okafor", "Ida Lund"]
    assert book.store.check() == ()


def test_after_a_rest_no_letter_of_it_is_left_and_everybody_is_found(book: Book) -> None:
    person = a_quillfeather(book)
    memory = book.store.memory_of(person.uid)
    book.do(*map(removed, (*memory.tels, *memory.pets)))
    renamed(book, person, "Bo Okafor")
    book.store.rest()
    left = letters(book.store._raw)
    assert not any(piece in left.lower() for piece in (b"quillf", b"xaver", b"biscui", b"beagl", b"7788"))
    assert gone(book.store) == 0
    assert book.found("okafor") == ["Bo Okafor", "Ida Lund"]
    assert book.store.check() == ()


def test_a_copy_that_leaves_the_house_holds_no_letter_of_it(book: Book, tmp_path: Path) -> None:
    person = a_quillfeather(book)
    renamed(book, person, "Bo Okafor")
    assert b"quillf" in letters(book.store._raw), "it waits for a quiet moment"
    book.store.backup_to(tmp_path / "copy.db")
    with closing(connected(tmp_path / "copy.db", KEY, mode="ro")) as copy:
        assert b"quillf" not in letters(copy.raw()).lower()
    with Store.open(tmp_path / "copy.db", KEY, now=NOW) as store:
        assert store.check() == ()
        assert [hit.name for hit in store.find("okafor")] == ["Bo Okafor", "Ida Lund"]


def test_a_program_that_dies_before_its_rest_leaves_nothing_stale(tmp_path: Path) -> None:
    with a_book(tmp_path) as book:
        renamed(book, a_quillfeather(book), "Bo Okafor")
        book.store._database.close()  # as a kill does: nothing is done on the way out
    with Store.open(tmp_path / "book.db", KEY, now=NOW) as store:
        assert gone(store) > 0
        assert store.find("quillf") == ()
        assert [hit.name for hit in store.find("okafor")] == ["Bo Okafor", "Ida Lund"]
        assert store.check() == ()
    assert values(tmp_path / "book.db", "SELECT count(*) FROM gone") == [0], "closing is a rest"


def test_a_rest_that_is_cut_short_goes_on_the_next_time(book: Book) -> None:
    people = [book.known(f"Ana Number{n}") for n in range(30)]
    for person in people:
        renamed(book, person, "Bo Okafor")
    with writing(book.store._raw):
        assert book.store._index.rest(), "there is more to do"
    assert 0 < gone(book.store) < 30
    assert (book.found("number"), book.store.check()) == ([], ())
    book.store.rest()
    assert gone(book.store) == 0
    assert book.store.check() == ()


def test_a_rest_goes_in_small_steps_between_which_the_book_is_read_and_written(book: Book) -> None:
    people = [book.known(f"Ana Number{n}") for n in range(6)]
    book.store.rest()
    for person in people:
        renamed(book, person, "Bo Okafor")
    left = []
    for _ in book.store.rest_in_steps():
        left.append(gone(book.store))
        if len(left) == 3:
            book.known("Cid Lund")
            assert book.found("cid") == ["Cid Lund"]
    assert left[:3] == [5, 4, 3], "one row at each step"
    assert (left[-1], book.store.check()) == (0, ())


def test_one_person_may_be_renamed_more_often_than_there_are_turns(book: Book) -> None:
    names = [letter * 6 for letter in "bcdfghjklmnpqrstvwxz"]
    assert len(names) > TURNS
    person = book.known("Ana Duarte")
    before = "duarte"
    for name in names:
        person = renamed(book, person, f"Ana {name}")
        assert (book.found(name), book.found(before)) == ([f"Ana {name}"], [])
        before = name
    assert book.store.check() == ()


def test_what_is_taken_back_is_found_again_beside_what_is_gone(book: Book) -> None:
    person = a_quillfeather(book)
    for _ in range(3):
        act = book.do(*_leaving(book, person))
        assert book.found("quillf") == []
        book.undo(act.uid)
        assert book.found("quillf") == ["Xaver Quillfeather", "Ida Lund"]
        assert (book.found("7788"), book.found("beagle")) == (["Xaver Quillfeather"], ["Xaver Quillfeather"])
        assert book.store.check() == ()


def test_many_at_once_leave_nothing_behind(book: Book) -> None:
    people = [book.person(f"Ana Number{n}") for n in range(250)]
    act = book.do(*map(made, people))
    book.undo(act.uid)
    assert gone(book.store) == 0
    assert b"number" not in letters(book.store._raw).lower()


def test_an_import_that_renames_people_leaves_nothing_behind(book: Book) -> None:
    people = [book.known(f"Ana Number{n}") for n in range(5)]
    book.store.rest()
    changes = [
        change for person in people for change in edited(person, replace(person, name=Name(formatted="Bo Okafor")))
    ]
    book.store.apply_long(book.act(), changes)
    assert gone(book.store) == 0
    assert b"number" not in letters(book.store._raw).lower()
    assert book.store._raw.execute("SELECT v FROM ns_config WHERE k = 'secure-delete'").fetchone() == (1,)
    assert book.store.check() == ()


@pytest.mark.parametrize("spoil", ["DELETE FROM gone", "INSERT INTO gone (id) SELECT row FROM named"])
def test_the_check_sees_when_what_is_gone_is_not_what_it_should_be(book: Book, spoil: str) -> None:
    renamed(book, book.known("Ana Duarte"), "Bo Okafor")
    with writing(book.store._raw):
        book.store._raw.execute(spoil)
    with Store.open(book.store.path, KEY, read_only=True, now=NOW) as store:
        assert store.check() != ()
    assert book.store.check() == (), "it is put right without a word"
    assert book.found("okafor") == ["Bo Okafor"]


def _leaving(book: Book, person: Person) -> list[Any]:
    memory = book.store.memory_of(person.uid)
    ties = [tie for uid in book.store.uids() for tie in book.store.memory_of(uid).relationships]
    return [*map(removed, (*memory.tels, *memory.pets, *ties)), removed(person)]
