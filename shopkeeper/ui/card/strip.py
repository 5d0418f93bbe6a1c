"""The strip along the top of a scrolled card: whose card this is, beside the eye and the curtain."""

from __future__ import annotations

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from shopkeeper.ui.say import typed
from shopkeeper.ui.theme import Face, Role
from shopkeeper.ui.widgets.drawn import Drawn
from shopkeeper.ui.widgets.kit import Kit
from shopkeeper.ui.widgets.typeset import Run


class Strip(Drawn):
    """What is scrolled goes under it, so that no button ever covers words. The head says the same to screen readers."""

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(kit, parent)
        self._name = ""
        self._padding = self._aside = 0
        self.hide()

    def show_name(self, name: str) -> None:
        """Someone else's name."""
        self._name = typed(name)
        self.update()

    def lie(self, width: int, height: int, padding: int, aside: int) -> None:
        """Along the top; the buttons lie on its far end."""
        self._padding, self._aside = padding, aside
        self.setGeometry(0, 0, width, height)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paper, the name on one line, and a hair line below."""
        painter = QPainter(self)
        look = self._kit.look
        painter.fillRect(self.rect().adjusted(self._padding // 2, 0, -self._padding // 2, 0), look.colour(Role.PAPER))
        painter.fillRect(self._padding, self.height() - 1, self.width() - 2 * self._padding, 1, look.colour(Role.LINE))
        wide = max(60, self.width() - 2 * self._padding - self._aside)
        name = self._set((Run(self._name, Face.LINE, Role.INK),), wide, 1)
        name.draw(painter, self._x(self._padding, wide), (self.height() - name.height) / 2)
