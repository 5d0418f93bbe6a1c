"""Sheets on the card: what is opened from a sheet goes back to it, and nothing typed on one is lost by the way."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from shopkeeper.domain.note import Note
from shopkeeper.domain.phrase import translate
from shopkeeper.ui import a11y
from shopkeeper.ui.pile import Sheet
from shopkeeper.usecases.refused import Refused
from tests.ui.conftest import Room

Key = Qt.Key
UNFINISHED = translate("test", "Ana's allergy is not finished.")
NOTE = Note(uid="note", person_uid="ana", text="Rings twice")


@dataclass
class Paper:
    """A sheet with one line and one button."""

    room: Room
    may_go: bool = True
    stands: bool = True
    heard: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.widget = QWidget(self.room.window.card_place)
        column = QVBoxLayout(self.widget)
        self.line, self.button = QLineEdit(), QPushButton("Add", autoDefault=True)
        for one in (self.line, self.button):
            a11y.named(one, "one")
            column.addWidget(one)

    def lay(self) -> Paper:
        sheet = Sheet(
            widget=self.widget,
            begin=self.line.setFocus,
            refresh=self._refresh,
            settle=self._settle,
            unfinished=UNFINISHED,
        )
        self.room.app.counter.pile.lay(sheet)
        return self

    def _refresh(self) -> bool:
        self.heard.append("refresh")
        return self.stands

    def _settle(self) -> bool:
        self.heard.append("settle")
        return self.may_go


def keep(room: Room) -> None:
    """Something is written down by a sheet."""
    room.app.bridge.keep(("add", NOTE), lambda book: book.records.add(NOTE))


def test_a_sheet_lies_on_the_card_and_esc_takes_it_off(counter: Room) -> None:
    counter.write("ana")
    paper = Paper(counter).lay()
    assert paper.line.hasFocus()
    assert not counter.window.card_place.card.isVisible()
    counter.press(Key.Key_Escape)
    assert not paper.widget.isVisible()
    assert counter.window.card_place.card.isVisible()
    assert counter.window.rail.search.text() == "ana"


def test_what_was_opened_from_a_sheet_goes_back_to_it(counter: Room) -> None:
    first, second = Paper(counter).lay(), Paper(counter).lay()
    assert second.widget.isVisible()
    assert not first.widget.isVisible()
    counter.press(Key.Key_Escape)
    assert first.widget.isVisible()
    assert first.line.hasFocus()


def test_letters_on_a_sheet_never_reach_the_search_and_enter_never_says_that_they_are_here(counter: Room) -> None:
    counter.write("ana")
    paper = Paper(counter).lay()
    paper.button.setFocus()
    counter.press(Key.Key_B)
    counter.press(Key.Key_Return)
    paper.line.setFocus()
    counter.press(Key.Key_Return)
    assert counter.window.rail.search.text() == "ana"
    assert ("here", "ana") not in counter.book.asked
    assert paper.widget.isVisible()


def test_looking_somebody_up_takes_every_sheet_off(counter: Room) -> None:
    first, second = Paper(counter).lay(), Paper(counter).lay()
    counter.window.rail.search.field.setFocus()
    counter.write("bo")
    assert not first.widget.isVisible()
    assert not second.widget.isVisible()
    assert counter.lines()[0].startswith("Bo Lund")


def look_up(room: Room, words: str) -> None:
    room.window.rail.search.field.setFocus()
    room.window.rail.search.put(words)


def go_back(room: Room) -> None:
    """The button of the bar."""
    bar = room.window.card_place.undo
    assert bar.words() == "Ana's allergy is not finished."
    room.window.card_place.taken_back.emit()


def test_the_card_of_whoever_is_looked_up_comes_before_what_is_half_filled_in(counter: Room) -> None:
    counter.write("ana")
    paper = Paper(counter, may_go=False).lay()
    paper.line.setText("eggs")
    look_up(counter, "bo")
    for _ in range(2):
        counter.window.rail.chosen.emit("bo")
    assert not paper.widget.isVisible()
    assert counter.window.card_place.card.isVisible()
    assert counter.lines()[0].startswith("Bo Lund")
    go_back(counter)
    assert paper.widget.isVisible()
    assert paper.line.text() == "eggs"
    assert paper.line.hasFocus()
    assert counter.window.card_place.undo.words() == ""
    assert marked(counter) == [], "Bo is not whom it is about"
    counter.press(Key.Key_Escape)
    assert paper.widget.isVisible(), "it says first what is not kept"
    counter.press(Key.Key_Escape)
    assert counter.lines()[0].startswith("Ana Duarte")


def test_what_was_laid_aside_is_offered_again_with_its_person(counter: Room) -> None:
    counter.write("ana")
    paper = Paper(counter, may_go=False).lay()
    look_up(counter, "bo")
    counter.window.card_place.undo.leave()
    look_up(counter, "ana")
    assert counter.window.card_place.card.isVisible()
    go_back(counter)
    assert paper.widget.isVisible()
    assert marked(counter) == ["ana"]


def test_the_window_shows_once_what_was_laid_aside_before_it_goes(counter: Room) -> None:
    counter.write("ana")
    paper = Paper(counter, may_go=False).lay()
    look_up(counter, "bo")
    assert not counter.app._may_close()
    assert paper.widget.isVisible()
    assert counter.app._may_close()


def marked(room: Room) -> list[str]:
    """Who is chosen in the rail."""
    rail = room.window.rail
    return [rail.results.rows()[index.row()].person_uid for index in rail.results_view.selectedIndexes()]


def test_beside_a_sheet_nobody_is_chosen_but_whom_it_is_about(counter: Room) -> None:
    counter.write("an")
    Paper(counter, may_go=False).lay()
    assert not counter.window.card_place._foot.isVisible()
    counter.window.rail.step(1)
    assert marked(counter) == ["anton"]
    assert counter.lines()[0].startswith("Anton Berg")
    go_back(counter)
    assert marked(counter) == ["ana"]
    keep(counter)
    assert marked(counter) == ["ana"]


def test_the_enter_that_lays_something_aside_writes_no_visit(counter: Room) -> None:
    counter.write("ana")
    paper = Paper(counter, may_go=False).lay()
    counter.window.rail.search.field.setFocus()
    counter.press(Key.Key_Return)
    assert not paper.widget.isVisible()
    assert ("here", "ana") not in counter.book.asked


def test_after_a_sheet_the_next_letters_are_the_next_name(counter: Room) -> None:
    counter.write("ana")
    Paper(counter).lay()
    counter.press(Key.Key_Escape)
    counter.write("bo")
    assert counter.window.rail.search.text() == "bo"
    assert counter.lines()[0].startswith("Bo Lund")


@pytest.mark.parametrize("on_a_sheet", [True, False])
def test_after_a_sheet_someone_new_is_not_begun_with_the_old_name(counter: Room, on_a_sheet: bool) -> None:
    counter.write("ana")
    Paper(counter).lay()
    if not on_a_sheet:
        counter.press(Key.Key_Escape)
    counter.window.rail.new_asked.emit()
    assert counter.window.rail.search.text() == ""
    counter.write("Zoe")
    counter.press(Key.Key_Return)
    assert ("make", "Zoe") in counter.book.asked


def test_what_is_half_filled_in_makes_way_for_someone_new(counter: Room) -> None:
    counter.write("ana")
    paper = Paper(counter, may_go=False).lay()
    counter.window.rail.new_asked.emit()
    assert not paper.widget.isVisible()
    go_back(counter)
    assert paper.widget.isVisible()


def test_the_bar_moves_to_the_foot_of_the_sheet_and_back_above_the_write_line(counter: Room) -> None:
    counter.write("ana")
    keep(counter)
    place = counter.window.card_place
    counter.qtbot.waitUntil(lambda: place.undo.geometry().bottom() < place.write_line.y())
    above = place.undo.geometry()
    Paper(counter).lay()
    assert place.undo.geometry().bottom() > above.bottom()
    counter.app.counter.pile.take_off()
    assert place.undo.isVisible()
    assert place.undo.geometry().bottom() < place.write_line.y()


def test_every_act_reaches_the_sheet_the_card_and_the_bar(counter: Room) -> None:
    counter.write("ana")
    paper = Paper(counter).lay()
    asked = counter.book.asked.count(("card", "ana"))
    keep(counter)
    assert paper.heard == ["refresh"]
    assert counter.book.asked.count(("card", "ana")) > asked
    assert counter.book.forgotten == 1
    assert counter.window.card_place.undo.words() == "Wrote down Rings twice"
    assert paper.widget.isVisible(), "what is shown anew stays below the sheet"


def test_a_sheet_whose_matter_was_taken_back_goes_with_it(counter: Room) -> None:
    counter.write("ana")
    keep(counter)
    paper = Paper(counter).lay()
    paper.stands = False
    paper.button.setFocus()
    counter.control(Key.Key_Z)
    assert not paper.widget.isVisible()


def test_the_form_that_asked_hears_why_something_was_not_kept_and_nobody_else_does(counter: Room) -> None:
    counter.book.records.refuse = Refused(translate("test", "That day has not come yet."))
    heard: list[Refused] = []
    counter.app.bridge.keep(("add", NOTE), lambda book: book.records.add(NOTE), refused=heard.append)
    assert [str(one) for one in heard] == ["That day has not come yet."]
    assert counter.window.card_place.undo.words() == ""
    keep(counter)
    assert counter.window.card_place.undo.words() == "That day has not come yet."


@pytest.mark.parametrize("size", [(1280, 800), (1024, 600)])
def test_the_bar_never_covers_a_sheet(room: Room, size: tuple[int, int]) -> None:
    room.open(*size)
    room.write("ana")
    paper = Paper(room).lay()
    keep(room)
    bar = room.window.card_place.undo
    below = paper.widget.mapTo(room.window, paper.widget.rect().bottomLeft()).y()
    assert bar.isVisible()
    assert bar.mapTo(room.window, bar.rect().topLeft()).y() > below
