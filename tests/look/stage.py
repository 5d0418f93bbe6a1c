"""The stage: the real window on Demo Street, dressed in any size, theme and text size."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from shopkeeper.host.clock import Clock
from shopkeeper.ui.app import App
from shopkeeper.ui.dress import first_window, load_later_fonts
from shopkeeper.ui.given import Given
from shopkeeper.ui.needs import Book, Refusal, Start
from shopkeeper.ui.pile import Sheet
from shopkeeper.usecases.counter import Counter
from shopkeeper.usecases.demo import close_demo, open_demo
from tests.look.book import OnlyShown

# A Tuesday in the street's busy season; every picture is of this day.
DAY = date(2026, 11, 24)


class Door:
    """A door to Demo Street; it says whatever the screen wants it to say at the start."""

    has_keychain = False

    def __init__(self) -> None:
        self.says: Start | Refusal = Start.NO_BOOK
        self.answer: Callable[[], Book | Refusal] = self.demo

    def start(self) -> Start | Refusal:
        return self.says

    def open(self, _passphrase: str | None, /) -> Book | Refusal:
        return self.answer()

    def create(self, _passphrase: str | None, /) -> Book | Refusal:
        return self.answer()

    def demo(self) -> Book | Refusal:
        shop = open_demo(Clock.fixed(DAY))
        return OnlyShown(Counter(shop, lambda: close_demo(shop)))


class Stage:
    """One window for all pictures."""

    def __init__(self, app: QApplication) -> None:
        self.door = Door()
        settings: dict[str, str] = {"theme": "day"}
        self._raised: list[BaseException] = []
        self._sheet: QWidget | None = None
        given = Given(lambda: self.door, settings.get, settings.__setitem__, self._report, straight_to_demo=True)
        self.app = App(app, given, first_window(app, given), self._no_file)
        self.window = self.app.window
        self.window.show()
        load_later_fonts()
        self.app.begin()
        while self.app.bridge.book is None:
            app.processEvents()

    def dress(self, size: tuple[int, int], theme: str, text: int) -> None:
        """Another size, theme and text size; back at the counter with nothing typed."""
        self.take_off()
        self.app.counter.pile.drop()
        # What was typed for one picture would stay with that person for the next.
        self.window.card_place.write_line.put("")
        self.app.look.use(theme=theme, text_size=text)
        self.window.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.window.resize(*size)
        self.window.card_place.undo.leave()
        self.window.blank.hide()
        self.app.counter.begin()
        self.write("")
        self._read_the_day()

    def lay_on(self, sheet: QWidget, begin: Callable[[], None]) -> None:
        """Lay a sheet on the paper that belongs to one picture only."""
        self._sheet = sheet
        self.app.counter.pile.lay(Sheet(widget=sheet, begin=begin))

    def take_off(self) -> None:
        """Take it away again."""
        if self._sheet is not None:
            self.app.counter.pile.drop()
            self._sheet.deleteLater()
            self._sheet = None

    def write(self, text: str) -> None:
        """Put words into the search box."""
        self.window.rail.search.put(text)

    def press(self, key: Qt.Key) -> None:
        """Press a key in the search box."""
        QTest.keyClick(self.window.rail.search.field, key)

    def go(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key wherever the caret is."""
        QTest.keyClick(self.window.focusWidget(), key, modifiers)

    def hold(self, key: Qt.Key) -> None:
        """Hold a key down: it is not let go on this picture."""
        event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(self.window, event)

    def let_go(self, key: Qt.Key) -> None:
        """Let a held key go."""
        event = QKeyEvent(QEvent.Type.KeyRelease, key, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(self.window, event)

    def picture(self) -> QPixmap:
        """What is on the screen now."""
        self._read_the_day()
        QTest.qWait(1)
        if self._raised:
            raise self._raised[0]
        picture = QPixmap(self.window.size())
        self.window.render(picture, QPoint())
        return picture

    def _read_the_day(self) -> None:
        while self.app.bridge.day.is_reading or self.app.past.evening.is_reading:
            QApplication.processEvents()

    def close(self) -> None:
        """Everything away."""
        self.take_off()
        self.app.close()
        self.window.close()

    def _no_file(self, _parent: QWidget, _chosen: Callable[[Path], None]) -> None:
        return

    def _report(self, _kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
        self._raised.append(error)
