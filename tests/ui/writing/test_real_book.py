"""The sentence of the counter over a real book: one Enter, one Ctrl+Z, a restart, one Ctrl+Y."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.conftest import Room
from tests.ui.own import real_book, somebody_writing
from tests.ui.writing.hand import at_line, paper

Key = Qt.Key
SENTENCE = "Ana Duarte, Elm St 4, son Leo b. 4 May (7), nuts!!, grandma Rosa has flu"


def names(room: Room) -> list[str]:
    """Whom the rail shows."""
    return [row.name for row in room.window.rail.results.rows()]


def all_is_there(room: Room) -> None:
    """Everything that the sentence says."""
    lines = room.lines()
    assert lines[0].startswith("Ana Duarte")
    assert "nuts" in lines[1]
    assert "life-threatening" in lines[1]
    assert any("Rosa" in line and "flu" in line for line in lines)
    room.window.rail.search.put("leo")
    assert any(name.startswith("Leo") for name in names(room))
    room.window.rail.search.put("elm st")
    assert "Ana Duarte" in names(room)


def test_one_sentence_one_enter_one_undo_and_after_a_restart_one_redo(
    qapp: QApplication, qtbot: QtBot, room: Room, tmp_path: Path
) -> None:
    with real_book(room, tmp_path) as shop:
        room.open()
        assert "empty" in room.window.card_place.message.spoken()
        room.write(SENTENCE)
        assert paper(room).startswith("Enter writes this down: Ana Duarte, new")
        room.press(Key.Key_Return)
        assert room.window.rail.search.text() == "Ana Duarte"
        all_is_there(room)
        room.control(Key.Key_Z)
        assert shop.store.count() == 0
        assert names(room) == []
        again = Room(qapp, qtbot)
        again.door.answers = room.door.answers
        try:
            again.open()
            again.control(Key.Key_Y)
            assert again.lines()[0].startswith("Ana Duarte")
            again.write("ana")
            all_is_there(again)
        finally:
            again.close()


def test_a_line_at_the_foot_of_the_card_is_on_the_card_at_once(room: Room, tmp_path: Path) -> None:
    with real_book(room, tmp_path):
        room.open()
        room.write("Bo Lund, has flu")
        room.press(Key.Key_Return)
        at_line(room, "bo")
        room.write("likes rye")
        room.press(Key.Key_Return)
        assert any("rye" in line for line in room.lines())
        assert room.focus() is room.window.card_place.write_line.field
        room.write("likes rye")
        room.press(Key.Key_Return)
        assert room.window.card_place.undo.words() == "All of this is written down already."
        assert room.window.card_place.write_line.text() == "likes rye"


def test_a_draft_that_is_kept_late_takes_nobody_off_the_paper(room: Room, tmp_path: Path) -> None:
    with real_book(room, tmp_path) as shop:
        room.open()
        for words in ("Bo Lund, has flu", "Chi Park, keeps bees"):
            room.write(words)
            room.press(Key.Key_Return)
        room.write("Bo Lund, likes rye")
        with somebody_writing(shop):
            room.press(Key.Key_Return)
            room.window.rail.search.put("chi")
        room.qtbot.waitUntil(lambda: not room.app.bridge.is_waiting)
        assert room.lines()[0].startswith("Chi Park")
        room.window.rail.search.put("bo")
        assert any("rye" in line for line in room.lines())


@pytest.mark.parametrize("where", ["line", "search"])
def test_what_meets_a_busy_book_is_kept_as_soon_as_it_is_free_and_never_lost(
    room: Room, tmp_path: Path, where: str
) -> None:
    with real_book(room, tmp_path) as shop:
        room.open()
        room.write("Bo Lund, has flu")
        room.press(Key.Key_Return)
        if where == "line":
            at_line(room, "bo")
            room.write("likes rye")
        else:
            room.write("Bo Lund, likes rye")
        with somebody_writing(shop):
            room.press(Key.Key_Return)
            assert "Waiting" in room.window.card_place.undo.words()
            text = room.window.card_place.write_line.text() or room.window.rail.search.text()
            assert text.endswith("likes rye")
        room.qtbot.waitUntil(lambda: not room.app.bridge.is_waiting)
        assert any("rye" in line for line in room.lines())
        assert room.window.card_place.write_line.text() == ""
        assert room.window.rail.search.text().casefold() in ("bo", "bo lund")


def test_somebodys_grandma_is_never_a_new_person_and_nobody_elses_loss(room: Room, tmp_path: Path) -> None:
    with real_book(room, tmp_path) as shop:
        room.open()
        room.write("Ana Duarte, grandma Rosa has flu")
        room.press(Key.Key_Return)
        room.write("grandma Rosa, died yesterday")
        assert paper(room).startswith("Enter writes this down for Rosa, who is here already")
        room.control(Key.Key_A)
        room.write("aunt Ana, died yesterday")
        assert paper(room).startswith("Whose aunt is this?")
        room.press(Key.Key_Return)
        assert shop.store.count() == 2
        assert room.window.rail.search.text() == "aunt Ana, died yesterday"
        room.press(Key.Key_Down)
        assert room.lines()[0].startswith("Ana Duarte")
        room.press(Key.Key_Return)
        (ana,) = [one for one in map(shop.store.memory_of, shop.store.uids()) if one.person.name.given == "Ana"]
        assert not ana.has_died


def test_a_first_name_is_whoever_bears_it_and_ctrl_enter_makes_somebody_new(room: Room, tmp_path: Path) -> None:
    with real_book(room, tmp_path) as shop:
        room.open()
        room.write("Ana Duarte, likes rye")
        room.press(Key.Key_Return)
        room.write("ana, keeps hens")
        assert paper(room).startswith("Enter writes this down for Ana Duarte, who is here already")
        room.press(Key.Key_Return)
        assert shop.store.count() == 1
        room.write("ana, keeps bees")
        room.control(Key.Key_Return)
        assert shop.store.count() == 2
