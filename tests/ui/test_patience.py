"""Patience: with a keychain that takes its time, with whoever guesses, and with a disk that cannot be written to."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from shopkeeper.domain.phrase import translate
from shopkeeper.host.clock import Clock
from shopkeeper.host.paths import Places
from shopkeeper.ui.needs import Refusal, Start, Why
from shopkeeper.ui.opening import wait_after
from shopkeeper.usecases.counter import Counter
from shopkeeper.usecases.door import Door
from shopkeeper.usecases.way_in import WayIn
from tests.conftest import KeychainInMemory
from tests.ui.conftest import Room

CLOCK = Clock.system()
WRONG = Refusal(Why.WRONG_PASSPHRASE, translate("test", "This is not the passphrase of this book."))


@pytest.fixture
def places(tmp_path: Path) -> Places:
    return Places.within(tmp_path / "book")


@pytest.fixture
def door(room: Room, places: Places) -> Iterator[Door]:
    """The product's own door, in place of the stand-in."""
    door = Door(WayIn(places, CLOCK))
    room.door = door  # type: ignore[assignment]  # the room asks it for nothing else
    yield door
    room.app.bridge.close()


def made(places: Places, passphrase: str | None = None) -> None:
    book = Door(WayIn(places, CLOCK)).create(passphrase)
    assert isinstance(book, Counter)
    book.make_person("Ana Duarte")
    book.close()


def test_a_keychain_that_takes_its_time_holds_no_key_up(
    room: Room, places: Places, door: Door, keychain: KeychainInMemory, monkeypatch: pytest.MonkeyPatch
) -> None:
    made(places)
    unlocked = threading.Event()
    secret = keychain.get_password

    def slow(service: str, username: str) -> str | None:
        unlocked.wait(2.0)
        return secret(service, username)

    monkeypatch.setattr(keychain, "get_password", slow)
    room.open()
    assert room.app.bridge.book is None
    room.write("an")
    assert room.window.rail.search.text() == "an"
    room.qtbot.waitUntil(lambda: "keychain" in room.window.notice.words())
    unlocked.set()
    room.qtbot.waitUntil(lambda: room.app.bridge.book is not None)
    assert room.lines()[0].startswith("Ana Duarte")
    assert room.window.notice.words() == ""


def test_where_the_keychain_is_silent_the_passphrase_is_asked_for(room: Room, places: Places, door: Door) -> None:
    made(places, "plain words")
    room.open()
    room.qtbot.waitUntil(lambda: room.window.pages.currentWidget() is room.window.passphrase)


def test_ones_own_book_is_made_when_the_keychain_has_answered(room: Room, places: Places, door: Door) -> None:
    room.open()
    room.window.first_start.choices()[1].click()
    room.qtbot.waitUntil(lambda: room.app.bridge.book is not None)
    assert places.book.exists()


def test_the_first_two_slips_cost_nothing_and_a_guesser_waits_longer_each_time() -> None:
    assert [wait_after(n) for n in range(1, 11)] == [0, 0, 1, 2, 4, 8, 16, 30, 30, 30]


def test_a_passphrase_typed_in_the_short_wait_is_tried_after_it_and_the_window_goes_on(room: Room) -> None:
    room.door.says = Start.ASK
    room.door.answers = lambda passphrase: room.book if passphrase == "right" else WRONG
    room.open()
    for _ in range(3):
        room.write("wrong")
        room.press(Qt.Key.Key_Return)
    room.write("right")
    room.press(Qt.Key.Key_Return)
    assert [given for _, given in room.door.given] == ["wrong"] * 3
    assert "short wait" in room.window.passphrase.trouble()
    room.qtbot.waitUntil(room.window.is_at_counter)


def test_what_is_being_typed_when_the_wait_ends_is_left_alone(room: Room) -> None:
    room.door.says = Start.ASK
    room.door.answers = lambda _passphrase: WRONG
    room.open()
    for _ in range(4):
        room.write("wrong")
        room.press(Qt.Key.Key_Return)
    room.write("ri")
    room.qtbot.waitUntil(lambda: not room.app.opening._short_wait.isActive())
    assert len(room.door.given) == 3
    assert room.window.passphrase.first.text() == "ri"


@pytest.mark.parametrize("locked", ["the place", "the file"])
def test_a_book_that_cannot_be_written_to_says_so_and_is_looked_at(room: Room, places: Places, locked: str) -> None:
    made(places, "plain words")
    if locked == "the file":
        if os.name == "nt" or os.geteuid() == 0:
            pytest.skip("whoever may do everything may write here too")
        places.book.chmod(0o400)
    room.door = Door(WayIn(places, CLOCK, may_write=locked == "the file"))  # type: ignore[assignment]  # as above
    room.open()
    room.qtbot.waitUntil(lambda: room.window.pages.currentWidget() is room.window.passphrase)
    room.write("plain words")
    room.press(Qt.Key.Key_Return)
    assert room.window.notice.isVisible()
    assert room.window.notice.words().startswith("Cannot save here")
    room.write("ana")
    assert room.lines()[0].startswith("Ana Duarte")
    room.press(Qt.Key.Key_Return)
    assert "cannot be written here" in room.window.card_place.undo.words()
