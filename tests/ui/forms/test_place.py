"""The sheet of a person and its forms over a real book: opened, filled in, undone, and left again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from shopkeeper.domain.allergy import AllergyIntolerance, Asked
from shopkeeper.domain.person import Photo, Tel
from shopkeeper.domain.phrase import Phrase
from shopkeeper.domain.promise import Promise
from shopkeeper.domain.visit import Visit
from shopkeeper.examples.street import street
from shopkeeper.host.clock import Clock
from shopkeeper.store import Store
from shopkeeper.ui.forms.fields.choice import ChoiceField
from shopkeeper.ui.forms.form import Form
from shopkeeper.ui.forms.person_sheet import PersonSheet
from shopkeeper.ui.forms.place import FormPlace
from shopkeeper.usecases.demo import demo
from shopkeeper.usecases.on_record import OnRecord
from shopkeeper.usecases.shop import Shop
from shopkeeper.usecases.undo import Done, undo
from tests.ui.forms.conftest import FormRoom, focus
from tests.ui.forms.desk import TODAY
from tests.ui.forms.test_photo import picture

KEYS = street(TODAY).keys


class Counter:
    """A place for forms, what lies in front, and what came of it."""

    def __init__(self, forms: FormRoom, shop: Shop) -> None:
        self.forms, self.shop = forms, shop
        self.front: QWidget | None = None
        self.done: list[Done] = []
        self.refused: list[Phrase] = []
        self.closed = 0
        self.file: Path | None = None
        self.place = FormPlace(forms.kit, lambda: OnRecord(shop), self._ask, self._show)
        self.place.done.connect(self.done.append)
        self.place.refused.connect(self.refused.append)
        self.place.closed.connect(self._close)

    def form(self) -> Form:
        assert isinstance(self.front, Form)
        return self.front

    def sheet(self) -> PersonSheet:
        assert isinstance(self.front, PersonSheet)
        return self.front

    def kept(self, kind: type, who: str) -> list[object]:
        return list(self.shop.store.about(KEYS[who], kind))

    def _show(self, page: QWidget) -> None:
        if page is not self.front:
            if self.front is not None:
                self.front.hide()
            self.front = page
            self.forms.show(page)

    def _ask(self, _parent: QWidget, chosen: object) -> None:
        assert callable(chosen)
        chosen(self.file)

    def _close(self) -> None:
        self.closed += 1


@pytest.fixture
def counter(forms: FormRoom) -> Iterator[Counter]:
    with demo(Clock.fixed(TODAY)) as shop:
        yield Counter(forms, shop)


def test_a_line_of_the_sheet_is_opened_changed_and_left(counter: Counter) -> None:
    counter.place.open_person(KEYS["dee"])
    line = next(row for block in counter.sheet().blocks for row in block.rows if "rye recipe" in row.words())
    line.setFocus()
    counter.forms.press(Qt.Key.Key_F2)
    assert counter.form().of.kind is Promise
    counter.forms.overwrite("the rye recipe, and a jar of starter")
    counter.forms.press(Qt.Key.Key_Escape)
    assert [done.name.in_english() for done in counter.done] == [
        "changed our promise to Dee: the rye recipe, and a jar of starter"
    ]
    assert "a jar of starter" in counter.sheet().focusWidget().accessibleName()


def test_something_new_is_added_from_the_sheet_and_stands_on_it(counter: Counter) -> None:
    counter.place.open_person(KEYS["bo"])
    block = next(block for block in counter.sheet().blocks if block.section.kind is AllergyIntolerance)
    counter.forms.tap(block.add)
    counter.forms.write("lupin")
    category = next(field for field in counter.form().fields.fields if isinstance(field, ChoiceField))
    counter.forms.tap(category.buttons()[0])
    counter.forms.press(Qt.Key.Key_Escape)
    assert "lupin" in focus().accessibleName()


def test_a_form_opened_from_the_card_leads_back_to_it(counter: Counter) -> None:
    [promise] = counter.kept(Promise, "dee")
    assert isinstance(promise, Promise)
    assert counter.place.open_record(promise.uid)
    counter.forms.press(Qt.Key.Key_Escape)
    assert counter.closed == 1
    assert counter.place.form is None


def test_what_has_no_form_is_not_opened(counter: Counter) -> None:
    visit = next(one for one in counter.kept(Visit, "ana") if isinstance(one, Visit))
    assert not counter.place.open_record(visit.uid)
    assert not counter.place.open_record("nobody's")


def test_what_is_undone_while_its_form_is_open_is_gone_from_it(counter: Counter) -> None:
    counter.place.open_new(Asked, KEYS["bo"])
    category = next(field for field in counter.form().fields.fields if isinstance(field, ChoiceField))
    counter.forms.tap(category.buttons()[0])
    assert len(counter.kept(Asked, "bo")) == 1
    undo(counter.shop)
    counter.place.refresh()
    assert counter.closed == 1


def test_an_undone_change_shows_what_was_there_before(counter: Counter) -> None:
    [promise] = counter.kept(Promise, "dee")
    assert isinstance(promise, Promise)
    counter.place.open_record(promise.uid)
    counter.forms.overwrite("another recipe")
    assert counter.place.settle()
    undo(counter.shop)
    counter.place.refresh()
    assert counter.form().fields.fields[0].value() == promise.text


def test_a_removed_record_goes_back_and_can_be_undone(counter: Counter) -> None:
    [promise] = counter.kept(Promise, "dee")
    assert isinstance(promise, Promise)
    counter.place.open_record(promise.uid)
    counter.forms.tap(counter.form().remove)
    assert counter.kept(Promise, "dee") == []
    assert counter.closed == 1
    undo(counter.shop)
    assert counter.kept(Promise, "dee") == [promise]


def test_a_telephone_and_a_photo_are_kept_with_their_person(counter: Counter, tmp_path: Path) -> None:
    counter.file = tmp_path / "bo.jpg"
    counter.file.write_bytes(picture(700, 700))
    counter.place.open_record(KEYS["bo"])
    before = len(counter.kept(Tel, "bo"))
    telephones = next(one for one in counter.form().lists if one.small.kind is Tel)
    counter.forms.tap(telephones.add)
    counter.forms.write("0161 496 0123")
    assert counter.place.settle()
    assert len(counter.kept(Tel, "bo")) == before + 1
    photo = counter.form().photo
    assert photo is not None
    counter.forms.tap(photo.file)
    assert photo.has_photo()
    assert len(counter.kept(Photo, "bo")) == 1
    assert OnRecord(counter.shop).photo(KEYS["bo"]).startswith(b"\xff\xd8")


def test_while_another_writes_the_form_says_so_and_keeps_what_was_typed(counter: Counter) -> None:
    [promise] = counter.kept(Promise, "dee")
    assert isinstance(promise, Promise)
    counter.place.open_record(promise.uid)
    counter.forms.overwrite("another recipe")
    with Store.open(counter.shop.places.book, counter.shop.key) as other:
        other._raw.execute("BEGIN IMMEDIATE")
        assert not counter.place.settle()
        other._raw.execute("ROLLBACK")
    text = counter.form().fields.fields[0]
    assert "being written to" in text.trouble()
    assert text.value() == "another recipe"


def test_of_a_closed_book_nothing_stays_on_a_sheet(counter: Counter) -> None:
    counter.place.open_person(KEYS["dee"])
    counter.place.forget()
    assert counter.place.sheet.blocks == ()
