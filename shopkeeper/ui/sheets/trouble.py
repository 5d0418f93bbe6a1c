"""The page for what went wrong: what happened, what was kept, what to do. The crash page is one of these."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from shopkeeper.domain.phrase import translate
from shopkeeper.ui import a11y
from shopkeeper.ui.say import say
from shopkeeper.ui.sheets.page import Page, button
from shopkeeper.ui.theme import Face, Role
from shopkeeper.ui.widgets.drawn import Drawn, Text
from shopkeeper.ui.widgets.kit import Kit
from shopkeeper.ui.widgets.panel import paint_block


class Trouble(Page):
    """Plain words, no blame, and at least one thing that can be done."""

    pressed = Signal(str)

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent)
        self._sign = _Sign(kit, self.sheet)
        self._heading = Text(kit, Face.HEADING, Role.INK, self.sheet)
        self._lines = [Text(kit, Face.BODY, role, self.sheet) for role in (Role.INK, Role.SOFT, Role.SOFT)]
        self.column.addWidget(self._sign)
        self.column.addSpacing(8)
        self.column.addWidget(self._heading)
        for line in self._lines:
            self.column.addWidget(line)
        self.column.addSpacing(12)
        self._line = QHBoxLayout()
        self._line.setSpacing(8)
        self._line.addStretch(1)
        self.column.addLayout(self._line)
        self._buttons: list[QPushButton] = []

    def tell(self, heading: str, lines: Sequence[str], buttons: Sequence[tuple[str, str]]) -> None:
        """Other words; buttons are (what it does, what it says), the last one is the primary."""
        self._heading.tell(heading)
        padded = [*lines, "", "", ""]
        for text, words in zip(self._lines, padded, strict=False):
            text.tell(words)
        for old in self._buttons:
            self._line.removeWidget(old)
            old.deleteLater()
        self._buttons = [self._button(*one, primary=one == buttons[-1]) for one in buttons]
        if self._buttons:
            self._buttons[-1].setFocus()
        a11y.announce(self, ". ".join((heading, *lines)))

    def tell_crash(self) -> None:
        """The crash page: the mistake is ours, and one can go on."""
        self.tell(
            say(translate("crash", "Something in the program went wrong")),
            [
                say(translate("crash", "The last step was not finished. This is our mistake, not yours.")),
                say(translate("crash", "Everything that was written down before is kept.")),
                say(translate("crash", "Go on. If it happens again, close Shopkeeper and open it again.")),
            ],
            [
                ("close-program", say(translate("crash", "Close Shopkeeper"))),
                ("go-on", say(translate("crash", "Go on"))),
            ],
        )

    def words(self) -> list[str]:
        """The heading, and what it says below."""
        return [text.words() for text in (self._heading, *self._lines) if text.words()]

    def buttons(self) -> tuple[QPushButton, ...]:
        """What can be pressed here."""
        return tuple(self._buttons)

    def _button(self, verb: str, words: str, *, primary: bool) -> QPushButton:
        made = button(words, self.sheet, primary=primary)
        made.clicked.connect(lambda: self.pressed.emit(verb))
        self._line.addWidget(made)
        return made


class _Sign(Drawn):
    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(kit, parent)
        self.setFixedHeight(48)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The triangle of time, not of safety: nobody's health is meant."""
        painter = QPainter(self)
        place = QRectF(self._x(0, 48), 0, 48, 48)
        paint_block(painter, self._kit.look, place, Role.TIME_FILL, Role.TIME_FILL, 12)
        self._kit.icons.paint(painter, "triangle", Role.TIME, place.x() + 12, 11, 24)
