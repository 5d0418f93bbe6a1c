"""One kept thing on the sheet of a person: pressed, it opens as a form."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QStyle, QStyleOptionButton, QWidget

from shopkeeper.domain.phrase import translate
from shopkeeper.ui import a11y
from shopkeeper.ui.forms.needs import KeptLine
from shopkeeper.ui.say import say
from shopkeeper.ui.theme import Face, Role
from shopkeeper.ui.widgets.kit import Kit
from shopkeeper.ui.widgets.panel import paint_block
from shopkeeper.ui.widgets.typeset import Run, Writing

_LEAST: Final = 44
_SIDE: Final = 14


class KeptRow(QPushButton):
    """What it is, and what belongs to it; what is private stays covered until a key is held."""

    opened = Signal(str)

    def __init__(self, kit: Kit, line: KeptLine, parent: QWidget) -> None:
        super().__init__(parent)
        self._kit, self.line = kit, line
        self._revealed = False
        self.setAutoDefault(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(lambda: self.opened.emit(self.line.uid))
        self._name()

    def reveal(self, revealed: bool) -> None:
        """Show what is private, while a key is held."""
        if self.line.private and revealed != self._revealed:
            self._revealed = revealed
            self._name()
            self.update()

    def words(self) -> str:
        """What the row says now."""
        return self.accessibleName()

    def sizeHint(self) -> QSize:
        """Placed by its section, which asks `lay`."""
        return QSize(200, _LEAST)

    def lay(self, width: int) -> int:
        """How tall it is in that width."""
        title, detail = self._writings(width)
        return max(_LEAST, round(title.height + (detail.height + 1 if detail else 0)) + 16)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F2 opens it, as Enter and the space bar do."""
        if event.key() == Qt.Key.Key_F2:
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A field at rest with its words, framed while it has the focus."""
        painter = QPainter(self)
        look = self._kit.look
        option = QStyleOptionButton()
        self.initStyleOption(option)
        over = bool(option.state & (QStyle.StateFlag.State_MouseOver | QStyle.StateFlag.State_Sunken))
        edge, thick = (Role.ACCENT, look.theme.focus) if self.hasFocus() else (Role.SOFT if over else Role.LINE, 1)
        paint_block(painter, look, QRectF(self.rect()), Role.RAIL, edge, 9, thick)
        title, detail = self._writings(self.width())
        y = (self.height() - title.height - (detail.height + 1 if detail else 0)) / 2
        sign = look.space(18)
        x = _SIDE + sign + 8 if self.isRightToLeft() else _SIDE
        title.draw(painter, x, y)
        if detail:
            detail.draw(painter, x, y + title.height + 1)
        at = _SIDE if self.isRightToLeft() else self.width() - _SIDE - sign
        drawing = "eye" if self.line.private else "open-left" if self.isRightToLeft() else "open"
        self._kit.icons.paint(painter, drawing, Role.SOFT, at, (self.height() - sign) / 2, sign)

    def _name(self) -> None:
        title, detail = self._words()
        struck = (
            say(translate("form", "no longer holds", "an allergy that is struck through")) if self.line.struck else ""
        )
        a11y.named(self, ", ".join(filter(None, (title, detail, struck))))

    def _words(self) -> tuple[str, str]:
        if self.line.private and not self._revealed:
            return say(translate("form", "Hold F8 to read this", "a private line that is covered")), ""
        return say(self.line.title), say(self.line.detail) if self.line.detail else ""

    def _writings(self, width: int) -> tuple[Writing, Writing | None]:
        room = max(60, width - 2 * _SIDE - self._kit.look.space(18) - 8)
        title, detail = self._words()
        role = Role.SOFT if self.line.struck or (self.line.private and not self._revealed) else Role.INK
        set_, direction = self._kit.type.set, self.layoutDirection()
        return (
            set_((Run(title, Face.LINE, role, self.line.struck),), room, 0, direction),
            set_((Run(detail, Face.SMALL, Role.SOFT),), room, 0, direction) if detail else None,
        )
