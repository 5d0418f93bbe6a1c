"""The room of every form test: a kit, a desk, and nothing of the form left afterwards."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLocale, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from shopkeeper.domain.record import Record
from shopkeeper.host import resources
from shopkeeper.host.clock import Clock
from shopkeeper.ui.forms.form import Form
from shopkeeper.ui.theme import Look, Theme
from shopkeeper.ui.widgets.kit import Kit
from shopkeeper.usecases.demo import demo
from tests.ui.conftest import Room
from tests.ui.forms.at_the_counter import AtTheCounter
from tests.ui.forms.desk import TODAY, Desk


class FormRoom:
    """One form on the screen, and the few things that a hand can do."""

    def __init__(self, qtbot: QtBot, kit: Kit) -> None:
        self.qtbot, self.kit = qtbot, kit
        self.desk = Desk()
        self._shown: list[QWidget] = []

    def open(self, record: Record, *, is_new: bool = False, **small: Any) -> Form:
        """Show the form of a record, the caret in its first field."""
        form = self.desk.open(self.kit, record, is_new=is_new, **small)
        self.show(form)
        form.begin()
        return form

    def show(self, page: QWidget) -> None:
        """Put a page on the screen."""
        self._shown.append(page)
        page.resize(1024, 600)
        with self.qtbot.waitExposed(page):
            page.show()
        page.activateWindow()
        self.qtbot.waitUntil(page.isActiveWindow)

    def write(self, text: str) -> None:
        """Type into whatever has the focus."""
        QTest.keyClicks(focus(), text)

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key in whatever has the focus."""
        QTest.keyClick(focus(), key, modifiers)

    def overwrite(self, text: str) -> None:
        """Replace what stands in the line that has the focus."""
        self.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        self.press(Qt.Key.Key_Backspace)
        self.write(text)

    def tap(self, button: QAbstractButton) -> None:
        """Press a button as a thumb does."""
        QTest.mouseClick(button, Qt.MouseButton.LeftButton, pos=QPoint(button.width() // 2, button.height() // 2))

    def close(self) -> None:
        """Everything away."""
        for page in self._shown:
            # Some are taken away by what is tried.
            if isValid(page):
                page.close()
                page.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def focus() -> QWidget:
    """What has the focus."""
    found: QWidget | None = QApplication.focusWidget()
    assert found is not None
    return found


@pytest.fixture
def kit(qapp: QApplication) -> Kit:
    """The kit in the day theme."""
    look = Look({"day": Theme.read("day", resources.text("themes", "day.json"))})
    look.dress(qapp)
    return Kit(look, lambda name: resources.text("icons", f"{name}.svg"))


@pytest.fixture
def forms(qtbot: QtBot, kit: Kit, tmp_path: Path) -> Iterator[FormRoom]:
    """A desk, and no form on it yet."""
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    room = FormRoom(qtbot, kit)
    yield room
    room.close()
    QLocale.setDefault(before)
    assert not [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()], "a form outlived its test"


@pytest.fixture
def counter(room: Room) -> Iterator[AtTheCounter]:
    """The window over Demo Street."""
    with demo(Clock.fixed(TODAY)) as shop:
        yield AtTheCounter(room, shop)
        room.app.bridge.close()
