"""Acts of which only a part is ever in memory: kept whole or not at all, and the book is soon free for others again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from shopkeeper.domain.change import Change, edited, made
from shopkeeper.domain.household import Household, Membership, Relationship
from shopkeeper.domain.person import Name, Tel
from shopkeeper.store import Busy, Conflict, Store, renewal
from shopkeeper.store.errors import NotAccepted
from tests.store.books import KEY, NOW, Book, a_book, rows_in


@pytest.fixture
def book(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Book]:
    """A book that makes ten people findable at a time."""
    monkeypatch.setattr(renewal, "_NEW_PEOPLE", 10)
    with a_book(tmp_path) as book:
        yield book


def town(book: Book, people: int = 35) -> list[Change]:
    """So many neighbours, each with a telephone; the last of them is Zacharias."""
    found: list[Change] = []
    for n in range(people):
        person = book.person(f"Neighbour Nr{n}" if n < people - 1 else "Zacharias Lund")
        found += [made(person), made(Tel(uid=book.uid(), owner_uid=person.uid, value=f"0151 20 {n:04}"))]
    return found


def bring(book: Book, changes: Iterable[Change]) -> str:
    act = book.act()
    book.store.apply_long(act, changes)
    return act.uid


def test_everybody_is_found_and_one_undo_takes_all_back(book: Book) -> None:
    ana = book.known()
    before = rows_in(book.store.path)
    leo = book.person("Leo Marsh")
    son = Relationship(uid=book.uid(), person_uid=ana.uid, kind="child", related_uid=leo.uid)
    act = bring(book, [*town(book), made(son), made(leo), *edited(ana, replace(ana, source_uid="x-1", title="baker"))])
    assert (book.store.count(), book.found("zacharias")) == (37, ["Zacharias Lund"])
    assert book.found("leo") == ["Leo Marsh", "Ana Duarte"]
    assert book.found("baker") == ["Ana Duarte"]
    assert book.store.search_is_current()
    assert book.store.check() == ()
    assert len(book.store.act(act).changes) == book.store.changes_in(act) == 74
    book.undo(act)
    assert rows_in(book.store.path) == before
    assert book.store.check() == ()


def test_someone_who_came_may_be_changed_further_on(book: Book) -> None:
    ana = book.person()
    act = bring(book, [made(ana), *town(book, 3), *edited(ana, replace(ana, name=Name(formatted="Anabel Duarte")))])
    assert book.found("anabel") == ["Anabel Duarte"]
    book.undo(act)
    assert book.store.count() == 0
    assert book.store.check() == ()


def test_a_number_that_comes_for_a_household_finds_who_lives_there(book: Book) -> None:
    ana = book.known()
    home = Household(uid=book.uid(), name="Elm Street 17")
    book.make(home, Membership(uid=book.uid(), person_uid=ana.uid, household_uid=home.uid))
    bring(book, [*town(book, 3), made(Tel(uid=book.uid(), owner_uid=home.uid, value="0151 234 4188"))])
    assert book.found("4188") == ["Ana Duarte"]
    assert book.store.check() == ()


def test_others_can_write_as_soon_as_all_of_it_is_in_the_book_and_are_heard(book: Book) -> None:
    ana, names = book.known(), iter(range(100))
    with Store.open(book.store.path, KEY, now=NOW) as other:

        def write(at: int, of: int) -> None:
            if at == of:
                return
            late = book.person(f"Latecomer Nr{next(names)}")
            other.apply(book.act(made(late)), new_uid=book.uid())
            first = other.memory_of(people[0].uid).person
            other.apply(book.act(*edited(first, replace(first, call_them=f"Neigh{next(names)}"))), new_uid=book.uid())

        changes = town(book)
        people = [change.after for change in changes if change.kind == "Person"]
        book.store.apply_long(book.act(), [*changes, *edited(ana, replace(ana, call_them="Nita"))], write)
    assert len(book.found("latecomer")) == next(names) // 2 >= 3
    assert book.store.check() == ()


def test_nobody_waits_while_it_is_still_being_read(book: Book) -> None:
    with Store.open(book.store.path, KEY, now=NOW) as other:

        def changes() -> Iterator[Change]:
            for change in town(book):
                yield change
                other.apply(book.act(made(book.person("Latecomer"))), new_uid=book.uid())

        bring(book, changes())
    assert book.store.count() == 105
    assert book.store.check() == ()


def test_killed_while_people_are_made_findable_the_act_stands_and_the_search_is_renewed(book: Book) -> None:
    class Killed(BaseException):
        pass

    def kill(at: int, _of: int) -> None:
        if at >= 10:
            raise Killed

    ana = book.known()
    act = book.act(*town(book), *edited(ana, replace(ana, call_them="Nita")))
    with pytest.raises(Killed):
        book.store.apply_long(replace(act, changes=()), act.changes, kill)
    assert not book.store.search_is_current()
    assert book.store.count() == len(book.store.uids()), "all of them are counted, findable or not"
    assert (len(book.store.uids()), book.found("zacharias"), book.found("nita")) == (36, [], [])
    book.store.renew_search()
    assert (book.found("zacharias"), book.found("nita")) == (["Zacharias Lund"], ["Ana Duarte"])
    assert book.store.check() == ()
    book.undo(act.uid)
    assert (book.store.count(), book.store.check()) == (1, ())


def test_busy_while_people_are_made_findable_is_no_failure(book: Book) -> None:
    with Store.open(book.store.path, KEY, now=NOW) as other:

        def hold(_at: int, _of: int) -> None:
            if not other._raw.in_transaction:
                other._raw.execute("BEGIN IMMEDIATE")

        book.store.apply_long(book.act(), town(book), hold)
        assert not book.store.search_is_current()
        other._raw.execute("ROLLBACK")
    book.store.renew_search()
    assert (book.found("zacharias"), book.store.check()) == (["Zacharias Lund"], ())


def test_in_a_book_whose_search_is_of_other_rules_everybody_is_renewed(book: Book) -> None:
    book.make(*(book.person(f"Ana Duarte Nr{n}") for n in range(5)))
    book.store._raw.execute("UPDATE name_keys SET version = version - 1")
    bring(book, town(book))
    assert book.store.search_is_current()
    assert book.store.check() == ()


@pytest.mark.parametrize(
    "mistake", ["twice", "of nobody", "to nobody", "written already", "not text", "raised", "busy"]
)
def test_whatever_is_wrong_nothing_is_kept_and_the_next_comes_in(book: Book, mistake: str) -> None:
    ana = book.known()
    before = rows_in(book.store.path)
    son = Relationship(uid=book.uid(), person_uid=ana.uid, kind="child", related_uid=book.uid())
    tel = Tel(uid=book.uid(), owner_uid=ana.uid, value="1")

    def changes() -> Iterator[Change]:
        yield from town(book)
        match mistake:
            case "twice":
                yield from (made(tel), made(tel))
            case "of nobody":
                yield made(replace(tel, owner_uid=book.uid()))
            case "to nobody":
                yield made(son)
            case "written already":
                yield made(ana)
            case "not text":
                yield made(replace(tel, value="\ud800"))
            case "raised":
                raise RuntimeError

    expected = {"not text": NotAccepted, "raised": RuntimeError, "busy": Busy}.get(mistake, Conflict)
    with Store.open(book.store.path, KEY, now=NOW) as other:
        if mistake == "busy":
            other._raw.execute("BEGIN IMMEDIATE")
        with pytest.raises(expected):
            bring(book, changes())
    assert rows_in(book.store.path) == before
    bring(book, town(book))
    assert (book.store.count(), book.store.check()) == (36, ())
