"""The room of every window test: one window with a stand-in book, and nothing of it left afterwards."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from types import TracebackType

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLocale, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from shopkeeper.ui.app import App
from shopkeeper.ui.dress import first_window
from shopkeeper.ui.given import Given
from tests.ui.stand_ins import StandInBook, StandInDoor


class Room:
    """The window, who stands behind it, and the few things that a hand can do."""

    def __init__(self, qapp: QApplication, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        self.book = StandInBook()
        self.door = StandInDoor(self.book)
        self.settings: dict[str, str] = {"theme": "day"}
        self.reported: list[BaseException] = []
        self.chosen_file: Path | None = None
        self.given = Given(self._door, self.settings.get, self.settings.__setitem__, self._report)
        self.window = first_window(qapp, self.given)
        self.app = App(qapp, self.given, self.window, self._choose_file)

    def open(self, width: int = 1280, height: int = 800) -> Room:
        """Show the window and open the book."""
        self.window.resize(width, height)
        with self.qtbot.waitExposed(self.window):
            self.window.show()
        self.window.activateWindow()
        self.app.begin()
        self.qtbot.waitUntil(lambda: not self.app.bridge.day.is_reading)
        return self

    def write(self, text: str) -> None:
        """Type into whatever has the focus."""
        for letter in text:
            QTest.keyClicks(self.focus(), letter)

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key in whatever has the focus."""
        QTest.keyClick(self.focus(), key, modifiers)

    def control(self, key: Qt.Key) -> None:
        """Press a key with Ctrl."""
        self.press(key, Qt.KeyboardModifier.ControlModifier)

    def hold(self, key: Qt.Key) -> None:
        """Hold a key down."""
        QApplication.sendEvent(self.focus(), QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier))

    def let_go(self, key: Qt.Key) -> None:
        """Let it go."""
        QApplication.sendEvent(self.focus(), QKeyEvent(QEvent.Type.KeyRelease, key, Qt.KeyboardModifier.NoModifier))

    def focus(self) -> QWidget:
        """What has the focus."""
        found: QWidget | None = self.window.focusWidget()
        return self.window if found is None else found

    def lines(self) -> list[str]:
        """What the card says, line by line, as a screen reader hears it."""
        return self.window.card_place.card.spoken()

    def close(self) -> None:
        """Everything away."""
        self.app.close()
        self.window.close()
        self.window.deleteLater()
        self.app.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def _door(self) -> StandInDoor:
        return self.door

    def _report(self, _kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
        self.reported.append(error)

    def _choose_file(self, _parent: QWidget, chosen: Callable[[Path], None]) -> None:
        if self.chosen_file is not None:
            chosen(self.chosen_file)


@pytest.fixture
def room(qapp: QApplication, qtbot: QtBot) -> Iterator[Room]:
    """A window that is not shown yet."""
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    room = Room(qapp, qtbot)
    yield room
    room.close()
    QLocale.setDefault(before)
    left = [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()]
    assert not left, "a window outlived its test"


@pytest.fixture
def counter(room: Room) -> Room:
    """An open book at the counter."""
    return room.open()
