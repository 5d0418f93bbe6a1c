"""What is done while a child writes in the book: it waits, in order, and is told as kept only when it is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from shopkeeper.store import DiskFull, Store
from shopkeeper.usecases.shop import Shop
from tests.ui.conftest import Room
from tests.ui.own import real_book, somebody_writing
from tests.usecases.shops import names_of

Enter, Escape = Qt.Key.Key_Return, Qt.Key.Key_Escape


@pytest.fixture
def shop(room: Room, tmp_path: Path) -> Iterator[Shop]:
    with real_book(room, tmp_path / "book") as shop:
        room.open()
        yield shop


def bar(room: Room) -> str:
    return room.window.card_place.undo.words()


def test_a_name_typed_while_a_file_is_written_down_is_kept_as_soon_as_that_is_done(room: Room, shop: Shop) -> None:
    with somebody_writing(shop):
        room.write("Zoe")
        room.press(Enter)
        assert bar(room) == "Waiting until the book is free: then this is written down."
        assert room.app.bridge.is_waiting
        room.press(Enter)  # nothing seemed to happen
        room.qtbot.wait(400)
        assert shop.store.count() == 0
    room.qtbot.waitUntil(lambda: bar(room) == "Wrote down Zoe")
    assert names_of(shop, "zoe") == ["Zoe"]
    assert room.lines()[0].startswith("Zoe")


def test_what_waited_never_disturbs_whoever_is_looked_up_meanwhile(room: Room, shop: Shop) -> None:
    room.write("Ana")
    room.press(Enter)
    room.press(Escape)
    with somebody_writing(shop):
        room.write("Zoe")
        room.press(Enter)
        room.window.rail.search.put("")
        room.write("an")
    room.qtbot.waitUntil(lambda: bar(room) == "Wrote down Zoe")
    room.write("a")
    assert room.window.rail.search.text() == "ana"
    assert room.lines()[0].startswith("Ana")


def test_acts_are_written_down_in_the_order_in_which_they_were_done(room: Room, shop: Shop) -> None:
    with somebody_writing(shop):
        for name in ("Zoe", "Yan", "Xia"):
            room.app.bridge.make_person(name)
    room.app.bridge.make_person("Wim")
    room.qtbot.waitUntil(lambda: not room.app.bridge.is_waiting)
    people = [str(shop.store.memory_of(uid).person.name) for uid in shop.store.uids()]
    assert people == ["Zoe", "Yan", "Xia", "Wim"]


def test_a_visit_waits_too(room: Room, shop: Shop) -> None:
    room.write("Ana")
    room.press(Enter)
    with somebody_writing(shop):
        room.press(Enter)
        assert bar(room).startswith("Waiting until the book is free")
    room.qtbot.waitUntil(lambda: bar(room) == "Ana was here")


def test_taking_back_does_not_wait_and_says_so(room: Room, shop: Shop) -> None:
    room.write("Ana")
    room.press(Enter)
    with somebody_writing(shop):
        room.control(Qt.Key.Key_Z)
        assert bar(room).endswith("Nothing was changed: please try this again in a moment.")
    assert shop.store.count() == 1
    room.control(Qt.Key.Key_Z)
    assert shop.store.count() == 0


def test_the_window_closes_only_when_everything_is_written_down(room: Room, shop: Shop) -> None:
    with somebody_writing(shop):
        room.write("Zoe")
        room.press(Enter)
        room.window.close()
        assert room.window.isVisible()
        assert bar(room) == "Shopkeeper closes as soon as this is written down."
    room.qtbot.waitUntil(lambda: not room.window.isVisible())
    assert shop.store.count() == 1


def test_what_cannot_be_written_down_after_all_keeps_the_window_open_to_say_so(
    room: Room, shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    with somebody_writing(shop):
        room.write("Zoe")
        room.press(Enter)
        room.window.close()

        def full(*_: object, **__: object) -> None:
            raise DiskFull

        monkeypatch.setattr(Store, "apply", full)
    room.qtbot.waitUntil(lambda: bar(room).startswith("The disk is full"))
    assert room.window.isVisible()


def test_a_program_that_is_told_to_go_writes_down_what_waits(room: Room, shop: Shop) -> None:
    with somebody_writing(shop):
        room.write("Zoe")
        room.press(Enter)
    room.app.close()
    assert shop.store.count() == 1
