"""A page: a column of paper in the middle of the desk, scrolled when large text makes it taller than the window."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QMoveEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from shopkeeper.ui import a11y
from shopkeeper.ui.theme import Role
from shopkeeper.ui.widgets.kit import Kit
from shopkeeper.ui.widgets.panel import RADIUS, paint_block, paint_paper

_WIDTH: Final = 600


class Page(QScrollArea):
    """One sheet of paper in the middle, as wide as a letter."""

    def __init__(self, kit: Kit, parent: QWidget | None = None, width: int = _WIDTH) -> None:
        super().__init__(parent)
        self.kit = kit
        self._width = width
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        desk = _Ground(kit, self)
        outer = QVBoxLayout(desk)
        outer.setContentsMargins(24, 28, 24, 28)
        self.sheet = _Paper(desk)
        self.column = QVBoxLayout(self.sheet)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(self.sheet, 20)
        middle.addStretch(1)
        outer.addStretch(2)
        outer.addLayout(middle)
        outer.addStretch(3)
        self.setWidget(desk)
        kit.look.changed.connect(self._dress)
        self._dress()

    def _dress(self) -> None:
        space = self.kit.look.space
        self.sheet.setMaximumWidth(space(self._width))
        self.column.setContentsMargins(space(36), space(32), space(36), space(32))
        self.column.setSpacing(space(8))


class _Ground(QWidget):
    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(parent)
        self._kit = kit

    def paintEvent(self, event: QPaintEvent) -> None:
        """Desk, and the shadow of the paper on it."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._kit.look.colour(Role.DESK))
        paper = self.findChild(_Paper)
        if paper is not None:
            paint_paper(painter, self._kit.look, QRectF(paper.geometry()))


class _Paper(QWidget):
    def resizeEvent(self, event: QResizeEvent) -> None:
        """The shadow around it lies on the desk: that is painted anew as well."""
        self._desk().update()

    def moveEvent(self, event: QMoveEvent) -> None:
        """So it is when the paper moves."""
        self._desk().update()

    def _desk(self) -> QWidget:
        return self.parentWidget() or self


class Block(QWidget):
    """A framed block of paper on the desk, without a shadow."""

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(parent)
        self._kit = kit

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paper and its edge."""
        paint_block(QPainter(self), self._kit.look, QRectF(self.rect()), Role.PAPER, Role.LINE, RADIUS - 4)


def button(text: str, parent: QWidget, *, primary: bool = False) -> QPushButton:
    """A button 44 pixels high; the primary one is the one thing to do here."""
    made = QPushButton(text, parent)
    made.setAutoDefault(True)
    if primary:
        made.setProperty("place", "primary")
    a11y.named(made, text)
    return made
