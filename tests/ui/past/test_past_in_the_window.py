"""The history, the evening's list and the staff in the window, over a real book."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from shopkeeper.usecases.history import history
from shopkeeper.usecases.shop import Shop
from shopkeeper.usecases.tell import tell
from tests.ui.conftest import Room
from tests.ui.own import real_book


@pytest.fixture
def own(room: Room, tmp_path: Path) -> Iterator[Shop]:
    """The window over a book in which Ana and Bo were written down."""
    with real_book(room, tmp_path / "book") as shop:
        tell(shop, "Ana Duarte, allergic to nuts")
        tell(shop, "Bo Lund")
        room.open()
        yield shop


def bar(room: Room) -> str:
    return room.window.card_place.undo.words()


def done(shop: Shop) -> list[tuple[str, bool]]:
    return [(entry.name.in_english(), entry.is_undone) for entry in history(shop)]


def test_an_act_is_taken_back_from_the_history_and_the_bar_says_so(own: Shop, room: Room) -> None:
    room.control(Qt.Key.Key_H)
    sheet = room.app.past.history
    assert sheet.isVisible()
    assert [sheet.entries.index(row).data() for row in range(2)] == [
        "Wrote down Bo Lund", "Wrote down Ana Duarte with 1 thing",
    ]  # fmt: skip
    room.press(Qt.Key.Key_Return)
    assert bar(room) == "Taken back: wrote down Bo Lund"
    assert own.store.count() == 1
    assert sheet.foot.words() == "This was taken back already."
    room.press(Qt.Key.Key_Escape)
    assert not sheet.isVisible()
    assert room.focus() is room.window.rail.search.field
    room.control(Qt.Key.Key_Y)
    assert own.store.count() == 2


def test_what_stands_on_an_act_is_named_and_one_key_leads_there(own: Shop, room: Room) -> None:
    tell(own, "call her Annie", "ana duarte")
    tell(own, "call her Anita", "ana duarte")
    room.control(Qt.Key.Key_H)
    room.press(Qt.Key.Key_Down)
    room.press(Qt.Key.Key_Return)
    sheet = room.app.past.history
    assert "First take back what came later" in sheet.foot.words()
    assert bar(room) == ""
    room.press(Qt.Key.Key_Return)
    chosen = sheet.chosen()
    assert chosen is not None
    assert chosen.number == 4


def test_what_is_done_while_the_history_lies_there_is_shown_in_it(own: Shop, room: Room) -> None:
    room.control(Qt.Key.Key_H)
    room.control(Qt.Key.Key_Z)
    assert done(own)[1] == ("wrote down Bo Lund", True)
    assert room.app.past.history.entries.rowCount() == 3


def test_the_evening_is_told_at_the_foot_of_the_rail_and_one_key_each_goes_through_it(own: Shop, room: Room) -> None:
    evening = room.window.rail.newcomers.evening
    assert not evening.isVisible(), "it is counted when nobody types"
    room.app.hours.quiet.emit()
    room.qtbot.waitUntil(evening.isVisible)
    assert evening.text() == "1 not agreed yet     Ctrl+E"
    room.control(Qt.Key.Key_E)
    room.press(Qt.Key.Key_P)
    ana = own.store.memory_of(own.store.act(history(own)[0].act_uid).changes[0].after.person_uid)
    assert [(yes.purpose, yes.given_by) for yes in ana.consents] == [("health", "a parent")]
    assert room.app.past.closing.rows == ()
    room.press(Qt.Key.Key_Escape)
    assert not evening.isVisible()


def test_whoever_is_at_the_counter_is_known_by_two_letters(own: Shop, room: Room) -> None:
    """F7 asks for somebody while nobody is known, and then goes from one to the next."""
    chip = room.window.rail.newcomers.staff
    room.press(Qt.Key.Key_F7)
    room.write("JS")
    room.press(Qt.Key.Key_Return)
    assert (chip.text(), bar(room)) == ("JS", "JS is at the counter.")
    assert room.focus() is room.window.rail.search.field
    chip.click()
    room.app.past.staff.line.setFocus()
    room.write("LU")
    room.press(Qt.Key.Key_Return)
    room.press(Qt.Key.Key_F7)
    assert chip.text() == "JS"
    room.write("Zed Okoro")
    room.press(Qt.Key.Key_Return)
    assert history(own)[0].by == "JS"


def test_what_are_no_initials_is_said_and_nothing_changes(own: Shop, room: Room) -> None:
    room.press(Qt.Key.Key_F7)
    room.write("Maria-Luisa")
    room.press(Qt.Key.Key_Return)
    assert bar(room) == "Type one to 8 letters, such as MK."
    assert room.app.past.staff.isVisible()


def test_the_sheet_of_the_staff_leads_to_the_history_and_to_the_evening(own: Shop, room: Room) -> None:
    past = room.app.past
    past.open_staff()
    past.staff.history.click()
    assert past.history.isVisible()
    room.press(Qt.Key.Key_Escape)
    assert past.staff.isVisible()
    past.staff.closing.click()
    assert past.closing.isVisible()


def test_the_sheet_of_a_person_leads_to_what_was_done_about_them_and_on_to_the_whole_shop(
    own: Shop, room: Room
) -> None:
    room.write("ana")
    room.press(Qt.Key.Key_F2)
    room.control(Qt.Key.Key_H)
    sheet = room.app.past.history
    assert [sheet.entries.index(row).data() for row in range(sheet.entries.rowCount())] == [
        "Wrote down Ana Duarte with 1 thing"
    ]
    room.control(Qt.Key.Key_H)
    assert sheet.entries.rowCount() == 2
    room.press(Qt.Key.Key_Escape)
    assert not sheet.isVisible()
    assert room.app.counter.pile.front() is not None


@pytest.mark.parametrize("size", [(1024, 600), (1280, 800)])
@pytest.mark.parametrize("text", [100, 200])
def test_no_button_at_the_foot_of_the_rail_is_cut(own: Shop, room: Room, text: int, size: tuple[int, int]) -> None:
    room.app.look.use(text_size=text)
    room.window.resize(*size)
    rail = room.window.rail
    room.app.past.evening.begin()
    room.qtbot.waitUntil(lambda: not room.app.past.evening.is_reading)
    buttons = [button for button in rail.findChildren(QPushButton) if button.isVisible()]
    assert len(buttons) >= 3
    for button in buttons:
        assert button.height() >= 44
        assert button.width() >= min(button.sizeHint().width(), button.height())
        assert not button.text() or button.width() >= button.sizeHint().width(), button.text()
        assert rail.rect().contains(button.geometry())
    assert [
        one for one in buttons if one.geometry().intersects(rail.today_view.geometry()) and rail.today_view.isVisible()
    ] == []


def test_the_keys_on_the_sheet_of_the_staff_mean_what_it_prints_also_in_its_line(own: Shop, room: Room) -> None:
    room.press(Qt.Key.Key_F7)
    room.control(Qt.Key.Key_E)
    assert room.app.past.closing.isVisible()
    room.press(Qt.Key.Key_Escape)
    room.control(Qt.Key.Key_H)
    assert room.app.past.history.isVisible()
