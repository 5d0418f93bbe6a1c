"""A page that places what lies on it by hand, and scrolls when that is taller than the window."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from shopkeeper.ui.theme import Role
from shopkeeper.ui.widgets.kit import Kit


class Scrolled(QScrollArea):
    """The desk, or a sheet of paper, with things on it."""

    def __init__(self, kit: Kit, parent: QWidget | None = None, ground: Role = Role.DESK) -> None:
        super().__init__(parent)
        self.kit = kit
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.ground = Ground(kit, self, ground)
        self.setWidget(self.ground)
        kit.look.changed.connect(self.arrange)

    def place(self, width: int, height: int) -> int:
        """Place everything within a width; says how tall it all is."""
        raise NotImplementedError

    def arrange(self) -> None:
        """Place everything anew."""
        size = self.size()
        if size.width() < 120:
            return
        tall = self.place(size.width(), size.height())
        self.ground.resize(size.width(), max(tall, size.height()))
        self.ground.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Everything is placed for the new size."""
        super().resizeEvent(event)
        self.arrange()


class Ground(QWidget):
    """The bare desk, or paper."""

    def __init__(self, kit: Kit, parent: QWidget, role: Role) -> None:
        super().__init__(parent)
        self._kit, self._role = kit, role

    def paintEvent(self, event: QPaintEvent) -> None:
        """One colour."""
        QPainter(self).fillRect(event.rect(), self._kit.look.colour(self._role))
