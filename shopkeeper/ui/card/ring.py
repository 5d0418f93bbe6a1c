"""The ring around the line in hand: it lies beside the words, so that a line needs no room for it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from shopkeeper.ui.card.line import Line
from shopkeeper.ui.card.rows import ReminderRow
from shopkeeper.ui.theme import CLEAR, Role
from shopkeeper.ui.widgets.kit import Kit

_ASIDE = 8
_ABOVE = 5


class Ring(QWidget):
    """Seen while the caret is on a line below slot 2, which marks its own."""

    def __init__(self, kit: Kit, body: QWidget, in_hand: Callable[[], Line | None]) -> None:
        super().__init__(body)
        self._kit, self._in_hand = kit, in_hand
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def follow(self) -> None:
        """Lie around the line in hand, or nowhere."""
        line = self._in_hand()
        row = line if isinstance(line, ReminderRow) else None
        if row is not None:
            self.setGeometry(row.geometry().adjusted(-_ASIDE, -_ABOVE, _ASIDE, _ABOVE))
        self.setVisible(row is not None)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A line of the accent, as around everything that has the caret."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = painter.pen()
        pen.setColor(self._kit.look.colour(Role.ACCENT))
        pen.setWidthF(self._kit.look.theme.focus)
        painter.setPen(pen)
        painter.setBrush(CLEAR)
        half = pen.widthF() / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), 12, 12)
