"""The sheet of a person and its forms over a real book: opened, filled in, undone, and left again."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt

from shopkeeper.domain.allergy import AllergyIntolerance, Asked
from shopkeeper.domain.person import Photo, Tel
from shopkeeper.domain.promise import Promise
from shopkeeper.domain.visit import Visit
from shopkeeper.store import Store
from shopkeeper.ui.forms.fields.choice import ChoiceField
from shopkeeper.ui.forms.person_sheet import PersonSheet
from tests.ui.forms.at_the_counter import KEYS, AtTheCounter
from tests.ui.forms.test_photo import picture


def test_a_line_of_the_sheet_is_opened_changed_and_left(counter: AtTheCounter) -> None:
    counter.place.open_person(KEYS["dee"])
    line = next(row for block in counter.sheet().blocks for row in block.rows if "rye recipe" in row.words())
    line.setFocus()
    counter.room.press(Qt.Key.Key_F2)
    assert counter.form().of.kind is Promise
    counter.overwrite("the rye recipe, and a jar of starter")
    assert counter.form().settle()
    assert counter.form().fields.fields[0].is_said_kept()
    counter.room.press(Qt.Key.Key_Escape)
    assert [done.name.in_english() for done in counter.done] == [
        "changed our promise to Dee: the rye recipe, and a jar of starter"
    ]
    assert "a jar of starter" in counter.sheet().focusWidget().accessibleName()


def test_something_new_is_added_from_the_sheet_and_stands_on_it(counter: AtTheCounter) -> None:
    counter.place.open_person(KEYS["bo"])
    block = next(block for block in counter.sheet().blocks if block.section.kind is AllergyIntolerance)
    counter.tap(block.add)
    counter.room.write("lupin")
    category = next(field for field in counter.form().fields.fields if isinstance(field, ChoiceField))
    counter.tap(category.buttons()[0])
    counter.room.press(Qt.Key.Key_Escape)
    assert "lupin" in counter.room.focus().accessibleName()


def test_a_form_opened_from_the_card_leads_back_to_it(counter: AtTheCounter) -> None:
    [promise] = counter.kept(Promise, "dee")
    assert isinstance(promise, Promise)
    assert counter.place.open_record(promise.uid)
    counter.room.press(Qt.Key.Key_Escape)
    assert counter.pile.is_empty


def test_what_has_no_form_is_not_opened(counter: AtTheCounter) -> None:
    visit = next(one for one in counter.kept(Visit, "ana") if isinstance(one, Visit))
    assert not counter.place.open_record(visit.uid)
    assert not counter.place.open_record("nobody's")


def test_what_is_undone_while_its_form_is_open_is_gone_from_it(counter: AtTheCounter) -> None:
    counter.place.open_new(Asked, KEYS["bo"])
    category = next(field for field in counter.form().fields.fields if isinstance(field, ChoiceField))
    counter.tap(category.buttons()[0])
    assert len(counter.kept(Asked, "bo")) == 1
    counter.bridge.undo()
    assert counter.pile.is_empty


def test_an_undone_change_shows_what_was_there_before(counter: AtTheCounter) -> None:
    [promise] = counter.kept(Promise, "dee")
    assert isinstance(promise, Promise)
    counter.place.open_record(promise.uid)
    counter.overwrite("another recipe")
    assert counter.form().settle()
    counter.bridge.undo()
    assert counter.form().fields.fields[0].value() == promise.text


def test_a_removed_record_goes_back_and_can_be_undone(counter: AtTheCounter) -> None:
    [promise] = counter.kept(Promise, "dee")
    assert isinstance(promise, Promise)
    counter.place.open_record(promise.uid)
    counter.tap(counter.form().remove)
    assert counter.kept(Promise, "dee") == []
    assert counter.pile.is_empty
    counter.bridge.undo()
    assert counter.kept(Promise, "dee") == [promise]


def test_a_telephone_and_a_photo_are_kept_with_their_person(counter: AtTheCounter, tmp_path: Path) -> None:
    counter.file = tmp_path / "bo.jpg"
    counter.file.write_bytes(picture(700, 700))
    counter.place.open_record(KEYS["bo"])
    before = len(counter.kept(Tel, "bo"))
    telephones = next(one for one in counter.form().lists if one.small.kind is Tel)
    counter.tap(telephones.add)
    counter.room.write("0161 496 0123")
    assert counter.form().settle()
    assert len(counter.kept(Tel, "bo")) == before + 1
    photo = counter.form().photo
    assert photo is not None
    counter.tap(photo.file)
    assert photo.has_photo()
    assert len(counter.kept(Photo, "bo")) == 1


def test_while_another_writes_what_was_typed_waits_and_is_kept(counter: AtTheCounter) -> None:
    [promise] = counter.kept(Promise, "dee")
    counter.place.open_record(promise.uid)
    counter.overwrite("another recipe")
    with Store.open(counter.shop.places.book, counter.shop.key) as other:
        other._raw.execute("BEGIN IMMEDIATE")
        counter.form().settle()
        assert counter.form().fields.is_waiting()
        assert counter.form().fields.fields[0].value() == "another recipe"
        other._raw.execute("ROLLBACK")
    counter.room.qtbot.waitUntil(lambda: not counter.bridge.is_waiting)
    assert counter.kept(Promise, "dee") != [promise]
    assert counter.form().fields.fields[0].is_said_kept()


def test_a_form_that_was_left_while_it_waited_is_kept_all_the_same(counter: AtTheCounter) -> None:
    [promise] = counter.kept(Promise, "dee")
    counter.place.open_record(promise.uid)
    counter.overwrite("another recipe")
    with Store.open(counter.shop.places.book, counter.shop.key) as other:
        other._raw.execute("BEGIN IMMEDIATE")
        counter.room.press(Qt.Key.Key_Escape)
        assert counter.pile.is_empty
        other._raw.execute("ROLLBACK")
    counter.room.qtbot.waitUntil(lambda: not counter.bridge.is_waiting)
    [kept] = counter.kept(Promise, "dee")
    assert isinstance(kept, Promise)
    assert kept.text == "another recipe"


def test_closing_the_window_keeps_what_is_being_typed(counter: AtTheCounter) -> None:
    [promise] = counter.kept(Promise, "dee")
    counter.place.open_record(promise.uid)
    counter.overwrite("another recipe")
    assert counter.room.app._may_close()
    [kept] = counter.kept(Promise, "dee")
    assert isinstance(kept, Promise)
    assert kept.text == "another recipe"


def test_looking_somebody_else_up_keeps_what_is_being_typed(counter: AtTheCounter) -> None:
    [promise] = counter.kept(Promise, "dee")
    counter.place.open_record(promise.uid)
    counter.overwrite("another recipe")
    counter.room.window.rail.search.field.setFocus()
    counter.room.write("ana")
    assert counter.pile.is_empty
    [kept] = counter.kept(Promise, "dee")
    assert isinstance(kept, Promise)
    assert kept.text == "another recipe"


def test_a_half_filled_form_is_laid_aside_for_the_next_card_and_comes_back_whole(counter: AtTheCounter) -> None:
    counter.room.write("bo")
    counter.place.open_new(AllergyIntolerance, KEYS["bo"])
    counter.room.write("lupin")
    form, before = counter.form(), len(counter.kept(AllergyIntolerance, "bo"))
    counter.room.window.rail.search.field.setFocus()
    counter.room.window.rail.search.put("ana")
    counter.bridge.lookup.finish()
    assert counter.room.window.card_place.card.person_uid == KEYS["ana"]
    assert counter.pile.is_empty
    assert "is not finished" in counter.room.window.card_place.undo.words()
    [promise] = counter.kept(Promise, "dee")
    counter.place.open_record(promise.uid)
    counter.room.window.card_place.taken_back.emit()
    assert counter.form() is form
    assert form.fields.fields[0].value() == "lupin"
    category = next(field for field in form.fields.fields if isinstance(field, ChoiceField))
    counter.tap(category.buttons()[0])
    assert len(counter.kept(AllergyIntolerance, "bo")) == before + 1


def test_the_photo_that_was_just_taken_stands_on_the_card(counter: AtTheCounter, tmp_path: Path) -> None:
    counter.file = tmp_path / "bo.jpg"
    counter.file.write_bytes(picture(300, 300))
    counter.place.open_record(KEYS["bo"])
    photo = counter.form().photo
    assert photo is not None
    counter.tap(photo.file)
    album = counter.room.window.kit.avatars.photos
    counter.room.qtbot.waitUntil(lambda: album.round(KEYS["bo"], 44, 1.0) is not None)
    counter.bridge.undo()
    counter.room.qtbot.waitUntil(lambda: album.round(KEYS["bo"], 44, 1.0) is None)


def test_the_window_has_its_place_for_forms(counter: AtTheCounter) -> None:
    counter.room.app.at_card.forms.open_person(KEYS["ana"])
    assert isinstance(counter.pile.front(), PersonSheet)


def test_ctrl_z_takes_the_last_field_back_wherever_the_caret_is(counter: AtTheCounter) -> None:
    [promise] = counter.kept(Promise, "dee")
    assert isinstance(promise, Promise)
    counter.place.open_record(promise.uid)
    counter.overwrite("another recipe")
    counter.room.press(Qt.Key.Key_Return)
    assert counter.kept(Promise, "dee") != [promise]
    counter.room.control(Qt.Key.Key_Z)
    assert counter.kept(Promise, "dee") == [promise]
    assert counter.form().fields.fields[0].value() == promise.text
