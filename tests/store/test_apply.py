"""One way in: all of an act or nothing, and never over something newer."""

from __future__ import annotations

from dataclasses import replace

import pytest

from shopkeeper.domain.allergy import AllergyIntolerance, Category
from shopkeeper.domain.change import Act, Change, edited, made, removed
from shopkeeper.domain.household import Household, Membership, Relationship, Standing
from shopkeeper.domain.note import Note
from shopkeeper.domain.partial_date import PartialDate
from shopkeeper.domain.person import Code, Name, Tel
from shopkeeper.domain.phrase import verbatim
from shopkeeper.domain.visit import Visit
from shopkeeper.store import ActMissing, Conflict, NotAccepted, Store
from tests.store.books import KEY, NOW, Book, rows_in


def test_a_stale_edit_is_refused_and_names_its_field(book: Book) -> None:
    ana = book.known("Ana Duarte", call_them="Ana")
    book.edit(ana, replace(ana, call_them="Nita"))
    before = rows_in(book.store.path)
    with pytest.raises(Conflict) as refused:
        book.edit(ana, replace(ana, call_them="Annie", title="baker"))
    assert (refused.value.kind, refused.value.uid, refused.value.field) == ("Person", ana.uid, "call_them")
    assert "Ana Duarte" in refused.value.phrase.in_english()
    assert "call them" in refused.value.phrase.in_english()
    assert rows_in(book.store.path) == before, "nothing of the act was kept, its other field neither"


def test_a_stale_form_of_a_partial_date_or_a_name_is_refused_too(book: Book) -> None:
    ana = book.known(here_since=PartialDate(year=2019))
    book.edit(ana, replace(ana, here_since=PartialDate(year=2019, month=5), name=Name(formatted="Ana D.")))
    for after in (replace(ana, here_since=None), replace(ana, name=Name(formatted="Anna"))):
        with pytest.raises(Conflict):
            book.edit(ana, after)


def test_two_edits_of_different_fields_do_not_meet(book: Book) -> None:
    ana = book.known()
    book.edit(ana, replace(ana, pronouns="she"))
    book.edit(ana, replace(ana, title="joiner"))
    now = book.store.memory_of(ana.uid).person
    assert (now.pronouns, now.title) == ("she", "joiner")


def test_an_edit_of_a_phone_does_not_conflict_with_an_edit_of_a_name(book: Book) -> None:
    ana = book.known()
    tel = Tel(uid=book.uid(), owner_uid=ana.uid, value="0151 234 4188")
    book.make(tel)
    rename = edited(ana, replace(ana, name=Name(formatted="Ana Silva")))
    book.edit(tel, replace(tel, value="0151 234 0000"))
    book.do(*rename)
    assert book.found("0000") == book.found("silva") == ["Ana Silva"]
    assert book.found("4188") == book.found("duarte") == []


def test_an_act_is_kept_whole_or_not_at_all(book: Book) -> None:
    ana = book.known()
    before = rows_in(book.store.path)
    note = Note(uid=book.uid(), person_uid=ana.uid, text="likes rye")
    with pytest.raises(Conflict):
        book.do(made(note), made(book.person("Bo Lund")), *edited(replace(ana, title="x"), replace(ana, title="y")))
    assert rows_in(book.store.path) == before
    assert book.found("bo") == []
    assert len(book.store.history_of()) == 1


def test_a_record_is_written_once(book: Book) -> None:
    ana = book.known()
    with pytest.raises(Conflict, match="already"):
        book.make(ana)


def test_an_edit_of_what_is_no_longer_there_is_refused(book: Book) -> None:
    ana = book.known()
    note = Note(uid=book.uid(), person_uid=ana.uid, text="likes rye")
    book.make(note)
    book.do(removed(note))
    with pytest.raises(Conflict):
        book.edit(note, replace(note, text="likes spelt"))
    with pytest.raises(Conflict):
        book.do(removed(note))


def test_what_was_changed_meanwhile_is_not_taken_out(book: Book) -> None:
    ana = book.known()
    book.edit(ana, replace(ana, pronouns="she"))
    with pytest.raises(Conflict) as refused:
        book.do(removed(ana))
    assert refused.value.field == "pronouns"


def test_a_person_goes_only_with_all_that_is_kept_about_them(book: Book) -> None:
    ana = book.known("Ana Duarte")
    allergy = AllergyIntolerance(uid=book.uid(), person_uid=ana.uid, category=Category.FOOD, substance="tree nuts")
    tel = Tel(uid=book.uid(), owner_uid=ana.uid, value="0151 234 4188")
    book.make(allergy, tel)
    for left, rest in ((allergy, tel), (tel, allergy)):
        with pytest.raises(Conflict, match="Ana Duarte") as refused:
            book.do(removed(rest), removed(ana))
        assert refused.value.uid == left.uid
    act = book.do(removed(ana), removed(tel), removed(allergy))  # in any order
    assert (book.store.count(), book.found("ana")) == (0, [])
    book.undo(act.uid)
    assert book.store.memory_of(ana.uid).allergies == (allergy,)
    assert book.found("4188") == ["Ana Duarte"]


def test_a_person_whom_another_card_speaks_of_stays(book: Book) -> None:
    ana, leo = book.person("Ana Duarte"), book.person("Leo Duarte")
    book.make(ana, leo, Relationship(uid=book.uid(), person_uid=ana.uid, kind="child", related_uid=leo.uid))
    with pytest.raises(Conflict, match="Leo Duarte"):
        book.do(removed(leo))


def test_nothing_is_written_about_nobody(book: Book) -> None:
    before = rows_in(book.store.path)
    nobody = book.uid()
    for record in (
        Note(uid=book.uid(), person_uid=nobody, text="x"),
        Tel(uid=book.uid(), owner_uid=nobody, value="1"),
        Membership(uid=book.uid(), person_uid=nobody, household_uid=nobody),
    ):
        with pytest.raises(Conflict) as refused:
            book.make(record)
        assert refused.value.uid == record.uid
    assert rows_in(book.store.path) == before


def test_records_may_come_in_any_order(book: Book) -> None:
    ana = book.person()
    home = Household(uid=book.uid(), name="Elm Street 4")
    book.make(
        Membership(uid=book.uid(), person_uid=ana.uid, household_uid=home.uid),
        Tel(uid=book.uid(), owner_uid=home.uid, value="0151 234 4188"),
        home,
        ana,
    )
    assert book.found("4188") == ["Ana Duarte"]


def test_one_act_may_make_a_record_and_change_it(book: Book) -> None:
    ana = book.person("Ana")
    named = replace(ana, name=Name(formatted="Ana Duarte"))
    act = book.do(made(ana), *edited(ana, named), made(Note(uid=book.uid(), person_uid=ana.uid, text="rye")))
    assert book.found("duarte") == ["Ana Duarte"]
    book.undo(act.uid)
    assert (book.store.count(), book.found("ana")) == (0, [])


def test_half_a_letter_is_refused_in_words(book: Book) -> None:
    with pytest.raises(NotAccepted):
        book.make(book.person("Ana \ud800"))
    assert book.store.count() == 0


def test_a_record_of_another_kind_than_its_change_is_a_mistake_of_ours(book: Book) -> None:
    ana = book.person()
    with pytest.raises(ValueError, match="whole record"):
        book.do(Change(kind="Note", uid=ana.uid, after=ana))


def test_an_act_that_undoes_an_unknown_one_is_refused(book: Book) -> None:
    with pytest.raises(ActMissing):
        book.do(made(book.person()), undoes=book.uid())
    assert book.store.count() == 0


# What the search says follows every act at once.


def test_a_new_name_is_found_at_once_and_the_old_one_no_longer(book: Book) -> None:
    ana = book.known("Ana Duarte")
    book.edit(ana, replace(ana, name=Name(given="Ana", family="Silva", nicknames=("Nita",))))
    assert book.found("silva") == book.found("nita") == ["Ana Silva"]
    assert book.found("duarte") == []
    assert book.store.check() == ()


def test_kin_are_found_by_a_name_that_was_changed(book: Book) -> None:
    ana, leo = book.person("Ana Duarte"), book.person("Leo Duarte")
    book.make(ana, leo, Relationship(uid=book.uid(), person_uid=ana.uid, kind="child", related_uid=leo.uid))
    book.edit(leo, replace(leo, name=Name(formatted="Leopold Duarte")))
    assert book.found("leopold") == ["Leopold Duarte", "Ana Duarte"]
    book.edit(ana, replace(ana, name=Name(formatted="Anabel Duarte")))
    assert book.found("anabel") == ["Anabel Duarte", "Leopold Duarte"]
    assert book.store.check() == ()


@pytest.mark.parametrize("standing", [s for s in Standing if s is not Standing.TOGETHER])
def test_people_who_are_kept_apart_are_not_found_through_each_other(book: Book, standing: Standing) -> None:
    ana, ben = book.person("Ana Duarte"), book.person("Ben Marsh")
    bond = Relationship(uid=book.uid(), person_uid=ana.uid, kind="partner", related_uid=ben.uid)
    other = Relationship(uid=book.uid(), person_uid=ben.uid, kind="partner", related_uid=ana.uid)
    book.make(ana, ben, bond, other)
    assert book.found("ben") == ["Ben Marsh", "Ana Duarte"]
    parting = book.edit(bond, replace(bond, standing=standing))
    assert (book.found("ben"), book.found("ana")) == (["Ben Marsh"], ["Ana Duarte"])
    book.undo(parting.uid)
    assert book.found("ben") == ["Ben Marsh", "Ana Duarte"]


def test_the_telephone_of_a_household_finds_its_members(book: Book) -> None:
    ana, leo = book.person("Ana Duarte"), book.person("Leo Duarte")
    home = Household(uid=book.uid())
    places = [Membership(uid=book.uid(), person_uid=p.uid, household_uid=home.uid) for p in (ana, leo)]
    tel = Tel(uid=book.uid(), owner_uid=home.uid, value="0151 234 4188")
    book.make(ana, leo, home, *places, tel)
    assert sorted(book.found("4188")) == ["Ana Duarte", "Leo Duarte"]
    book.do(removed(places[1]))
    assert book.found("4188") == ["Ana Duarte"]
    book.edit(tel, replace(tel, value="0151 234 9999"))
    assert (book.found("4188"), book.found("9999")) == ([], ["Ana Duarte"])
    assert book.store.check() == ()


def test_a_scanned_code_finds_its_person_and_follows_it_to_another(book: Book) -> None:
    ana, bo = book.known("Ana Duarte"), book.known("Bo Lund")
    code = Code(uid=book.uid(), person_uid=ana.uid, value="5901234123457")
    book.make(code)
    assert book.found("5901234123457") == ["Ana Duarte"]
    act = book.edit(code, replace(code, person_uid=bo.uid))
    assert book.found("5901234123457") == ["Bo Lund"]
    for owner in (ana, bo):
        assert act.uid in [w.act.uid for w in book.store.history_of(owner.uid)], "both cards tell of it"


def test_who_was_here_stands_above_who_never_was(book: Book) -> None:
    book.known("Maria Silva", title="elm")
    regular = book.known("Maria Silva", title="oak")
    book.make(Visit(uid=book.uid(), person_uid=regular.uid, at=NOW))
    book.store.rest()
    assert book.store.find("maria")[0].person_uid == regular.uid
    assert book.store.check() == ()


def test_a_search_that_goes_on_in_a_changed_book_speaks_of_the_book_as_it_is(book: Book) -> None:
    for number in range(4):
        book.known(f"Ana Number{number}")
    last = book.known("Ana Zorn")
    finding = book.store.look("ana")
    assert len(finding.go_on(lambda: False)) == 5
    renamed = replace(last, name=Name(formatted="Ana Acker"))
    act = Act(uid=book.uid(), name=verbatim("rename"), at=NOW, changes=edited(last, renamed))
    with Store.open(book.store.path, KEY, now=NOW) as other:
        other.apply(act, new_uid=book.uid())
    assert "Ana Acker" in [hit.name for hit in finding.go_on(lambda: False)]
    book.do(removed(renamed))
    assert len(finding.go_on()) == 4
