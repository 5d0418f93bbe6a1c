"""Undo and redo: exact, also after a restart, and never over something newer."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from shopkeeper.domain.allergy import AllergyIntolerance, Category
from shopkeeper.domain.change import Act, edited, made, removed
from shopkeeper.domain.note import Note
from shopkeeper.domain.occasion import Occasion
from shopkeeper.domain.partial_date import PartialDate
from shopkeeper.domain.person import Name, Person, Tel
from shopkeeper.domain.phrase import translate, verbatim
from shopkeeper.domain.visit import Visit
from shopkeeper.examples.crowd import crowd
from shopkeeper.store import ActMissing, Conflict, Store
from tests.people import street
from tests.store.books import KEY, NOW, TODAY, Book, a_book, rows_in


def last(book: Book) -> Act:
    act = book.store.last_act()
    assert act is not None
    return act


def index_size(book: Book) -> int:
    return int(book.store._raw.execute("SELECT sum(length(block)) FROM ns_data").fetchone()[0])


def test_the_street_is_undone_to_an_empty_book_and_redone_to_the_same_street(book: Book) -> None:
    empty = rows_in(book.store.path)
    act = book.make(*street(TODAY).records, name="Open Demo Street")
    full = rows_in(book.store.path)
    assert book.store.act(act.uid) == act
    back = book.undo(act.uid)
    assert rows_in(book.store.path) == empty
    assert book.store.act(act.uid) == act, "also what was taken out again is still told"
    book.undo(back.uid)
    assert rows_in(book.store.path) == full
    assert book.store.check() == ()


def test_undo_and_redo_work_after_a_restart(tmp_path: Path) -> None:
    with a_book(tmp_path) as book:
        ana = book.known("Ana Duarte")
        edit = book.edit(ana, replace(ana, name=Name(formatted="Ana Silva")))
        path = book.store.path
    with Store.open(path, KEY, now=NOW) as store:
        again = Book(store, numbers=book.numbers)
        assert last(again).uid == edit.uid
        again.undo(edit.uid)
        assert again.found("duarte") == ["Ana Duarte"]
    with Store.open(path, KEY, now=NOW) as store:
        again = Book(store, numbers=book.numbers)
        undone = store.last_undone()
        assert undone is not None
        assert undone.undoes == edit.uid
        assert undone.name.in_english() == "Undo: an act"
        redo = again.undo(undone.uid)
        assert redo.name.in_english() == "Redo: an act"
        assert again.found("silva") == ["Ana Silva"]
        assert last(again).uid == edit.uid
        assert store.last_undone() is None


def test_several_acts_are_undone_one_after_the_other_and_redone_in_their_order(book: Book) -> None:
    ana = book.known("Ana")
    states, person = [rows_in(book.store.path)], ana
    for title in ("baker", "joiner", "nurse"):
        changed = replace(person, title=title)
        book.edit(person, changed)
        person = changed
        states.append(rows_in(book.store.path))
    for state in reversed(states[:-1]):
        book.undo(last(book).uid)
        assert rows_in(book.store.path) == state
    for state in states[1:]:
        undone = book.store.last_undone()
        assert undone is not None
        book.undo(undone.uid)
        assert rows_in(book.store.path) == state
    assert book.store.last_undone() is None
    for state in reversed(states[:-1]):
        book.undo(last(book).uid)
        assert rows_in(book.store.path) == state


def test_something_new_ends_the_redoing(book: Book) -> None:
    act = book.make(book.person("Ana"))
    book.undo(act.uid)
    assert book.store.last_undone() is not None
    book.known("Bo")
    assert book.store.last_undone() is None


def test_a_visit_is_passed_over(book: Book) -> None:
    ana = book.known("Ana")
    kept = last(book)
    book.do(made(Visit(uid=book.uid(), person_uid=ana.uid, at=NOW)), passed_over=True)
    assert last(book).uid == kept.uid
    assert book.store.history_of(limit=1)[0].act.passed_over


def test_an_old_act_is_undone_when_nothing_newer_stands_on_the_same_field(book: Book) -> None:
    ana = book.known("Ana")
    titled = replace(ana, title="baker")
    act = book.edit(ana, titled)
    book.edit(titled, replace(titled, pronouns="she"))
    book.undo(act.uid)
    assert book.store.memory_of(ana.uid).person == replace(ana, pronouns="she")


def test_an_old_act_is_not_undone_over_something_newer(book: Book) -> None:
    ana = book.known("Ana")
    titled = replace(ana, title="baker")
    act = book.edit(ana, titled)
    book.edit(titled, replace(titled, title="nurse"))
    with pytest.raises(Conflict) as refused:
        book.undo(act.uid)
    assert refused.value.field == "title"
    assert book.store.memory_of(ana.uid).person.title == "nurse"


def test_an_import_is_not_undone_over_what_was_changed_since(book: Book) -> None:
    ana, bo = book.person("Ana Duarte"), book.person("Bo Lund")
    act = book.make(ana, bo, name="bring in two people")
    newer = book.edit(bo, replace(bo, title="baker"))
    with pytest.raises(Conflict, match="Bo Lund") as refused:
        book.undo(act.uid)
    assert refused.value.uid == bo.uid
    book.undo(newer.uid)
    book.undo(act.uid)
    assert book.store.count() == 0


@pytest.mark.parametrize(
    "newer",
    [
        {"lead_days": 0},
        {"age_told": 0},
        {"told_by": "Ana"},
        {"age_may_be_said": True},
    ],
)
def test_no_nought_and_no_no_is_lost_by_taking_back_the_making(book: Book, newer: dict[str, Any]) -> None:
    ana = book.person("Ana")
    day = Occasion(uid=book.uid(), person_uid=ana.uid, kind="birthday", on=PartialDate(month=5, day=4))
    act = book.make(ana, day)
    edit = book.edit(day, replace(day, **newer))
    with pytest.raises(Conflict):
        book.undo(act.uid)
    book.undo(edit.uid)
    book.undo(act.uid)
    assert book.store.count() == 0


def test_what_was_answered_with_no_is_not_taken_for_never_answered(book: Book) -> None:
    ana = book.person("Ana")
    allergy = AllergyIntolerance(uid=book.uid(), person_uid=ana.uid, category=Category.FOOD, substance="nuts")
    act = book.make(ana, allergy)
    for answered in (
        replace(allergy, carries_pen=False),
        replace(allergy, traces_matter=False),
        replace(allergy, last_reaction=PartialDate()),
    ):
        edit = book.edit(allergy, answered)
        with pytest.raises(Conflict):
            book.undo(act.uid)
        book.undo(edit.uid)
    book.undo(act.uid)
    assert book.store.count() == 0


def test_an_import_is_not_undone_when_a_newer_fact_would_be_lost(book: Book) -> None:
    ana = book.person("Ana Duarte")
    act = book.make(ana, name="bring in")
    book.make(Note(uid=book.uid(), person_uid=ana.uid, text="likes rye"))
    before = rows_in(book.store.path)
    with pytest.raises(Conflict, match="Ana Duarte cannot be taken out: a note"):
        book.undo(act.uid)
    assert rows_in(book.store.path) == before


def was_here(book: Book, *people: Person) -> Act:
    visits = (Visit(uid=book.uid(), person_uid=person.uid, at=NOW) for person in people)
    return book.do(*map(made, visits), name="was here", passed_over=True)


def test_somebody_who_was_here_is_taken_out_with_their_visits_and_comes_back_with_them(book: Book) -> None:
    bo = book.known("Bo Lund")
    was_here(book, bo)
    book.store.rest()
    before = rows_in(book.store.path)
    ana = book.person("Ana Duarte")
    act = book.make(ana, Tel(uid=book.uid(), owner_uid=ana.uid, value="0151 234 4188"), name="write Ana down")
    was_here(book, ana)
    was_here(book, ana, bo)
    book.store.rest()
    full = rows_in(book.store.path)
    alone = [v for v in full["visit"] if v[2] == bo.uid]
    for _ in range(2):
        back = book.undo(last(book).uid)
        left = rows_in(book.store.path)
        assert {table for table in left if left[table] != before[table]} == {"visit"}, "Bo's second visit stays"
        assert left["visit"] == alone
        assert book.found("ana") == book.found("4188") == []
        assert book.store.check() == ()
        undone = book.store.last_undone()
        assert undone is not None
        assert undone.uid == back.uid
        book.undo(back.uid)
        assert rows_in(book.store.path) == full
        assert last(book).uid == act.uid
        assert book.store.check() == ()


def test_an_import_is_undone_although_one_of_them_was_here(book: Book) -> None:
    people = [book.person(f"Ana {n}") for n in range(40)]
    book.make(*people, name="bring in")
    was_here(book, people[7])
    book.undo(last(book).uid)
    assert (book.store.count(), rows_in(book.store.path)["visit"]) == (0, [])


def test_a_visit_that_was_changed_by_hand_is_not_lost_with_its_person(book: Book) -> None:
    ana = book.known("Ana Duarte")
    act = last(book)
    visit = Visit(uid=book.uid(), person_uid=ana.uid, at=NOW)
    book.do(made(visit), passed_over=True)
    edit = book.do(*edited(visit, replace(visit, seen_by="MK")), name="who saw her")
    with pytest.raises(Conflict, match=r"a visit would be lost .* First take back what came later: who saw her"):
        book.undo(act.uid)
    book.undo(edit.uid)
    book.undo(act.uid)
    assert book.store.count() == 0


def test_a_conflict_tells_what_to_take_back_first(book: Book) -> None:
    ana = book.person("Ana Duarte")
    act = book.make(ana, name="bring in")
    note = book.make(Note(uid=book.uid(), person_uid=ana.uid, text="likes rye"), name="a note of rye")
    with pytest.raises(Conflict, match="First take back what came later: a note of rye"):
        book.undo(act.uid)
    book.undo(note.uid)
    titled = replace(ana, title="baker")
    edit = book.do(*edited(ana, titled), name="her trade")
    book.do(*edited(titled, replace(titled, title="nurse")), name="her new trade")
    for blocked in (act, edit):
        with pytest.raises(Conflict, match="First take back what came later: her new trade"):
            book.undo(blocked.uid)


def test_a_whole_town_is_brought_in_and_taken_back(book: Book) -> None:
    book.make(*street(TODAY).records)
    before, small = rows_in(book.store.path), index_size(book)
    act = book.make(*crowd(1500, seed=3, today=TODAY), name="bring in a town")
    assert book.store.count() > 1500
    assert book.store.check() == ()
    town = rows_in(book.store.path)
    back = book.undo(act.uid)
    assert rows_in(book.store.path) == before
    assert book.store.check() == ()
    assert index_size(book) <= small, "nothing of the town is left in the index"
    assert book.store._raw.execute("SELECT v FROM ns_config WHERE k = 'secure-delete'").fetchone() == (1,)
    book.undo(back.uid)
    assert rows_in(book.store.path) == town


def test_apply_answers_the_act_that_takes_it_back(book: Book) -> None:
    ana = book.person("Ana")
    before = rows_in(book.store.path)
    uid = book.uid()
    act = book.act(made(ana), made(Tel(uid=book.uid(), owner_uid=ana.uid, value="0151")))
    back = book.store.apply(act, new_uid=uid)
    assert (back.uid, back.at, back.undoes) == (uid, act.at, act.uid)
    book.store.apply(back, new_uid=book.uid())
    assert rows_in(book.store.path) == before
    assert book.store.last_undone() is not None


def test_both_ways_to_the_act_that_takes_an_act_back_are_one(book: Book) -> None:
    ana = book.person("Ana")
    act = book.act(made(ana), made(Tel(uid=book.uid(), owner_uid=ana.uid, value="0151")), by="MK")
    for _ in range(2):
        names = []
        for _ in range(2):
            answered = book.store.apply(act, new_uid=book.uid())
            assert answered == book.store.undo_of(act.uid, new_uid=answered.uid, at=act.at, by="MK")
            names.append(answered.name.in_english())
            act = answered
        assert names == ["Undo: an act", "Redo: an act"], "however often it is turned round"


def test_a_removal_stays_exact_although_others_came_after_it(book: Book) -> None:
    ana, bo = book.known("Ana"), book.known("Bo")
    act = book.do(removed(ana))
    book.known("Chi")
    book.undo(act.uid)
    assert book.store.uids()[:2] == (ana.uid, bo.uid), "Ana is again the first in the book"


def test_every_act_keeps_its_name_author_and_time(book: Book) -> None:
    name = translate("Act", "Bring in %n person(s) of {day}", "", 2).with_values(
        day=TODAY, inner=verbatim("a {hole}"), count=3
    )
    act = book.act(made(book.person()))
    act = replace(act, name=name, by="MK")
    book.store.apply(act, new_uid=book.uid())
    assert last(book) == replace(act, changes=())


def test_the_history_of_one_person_tells_only_of_them(book: Book) -> None:
    ana, bo = book.known("Ana"), book.known("Bo")
    note = book.make(Note(uid=book.uid(), person_uid=ana.uid, text="rye"), name="a note")
    assert [w.act.name.in_english() for w in book.store.history_of(ana.uid)] == ["a note", "an act"]
    assert note.uid not in [w.act.uid for w in book.store.history_of(bo.uid)]
    assert len(book.store.history_of()) == 3
    assert len(book.store.history_of(limit=1)) == 1


def test_an_act_that_never_was_cannot_be_undone(book: Book) -> None:
    with pytest.raises(ActMissing):
        book.undo("nothing")
    assert book.store.last_act() is None
    assert book.store.last_undone() is None
