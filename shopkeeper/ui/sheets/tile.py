"""One number with the words that say what it counts."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from shopkeeper.ui import a11y
from shopkeeper.ui.say import number
from shopkeeper.ui.theme import Face, Role
from shopkeeper.ui.widgets.drawn import Drawn
from shopkeeper.ui.widgets.kit import Kit
from shopkeeper.ui.widgets.panel import paint_block
from shopkeeper.ui.widgets.typeset import Run, Writing


class Tile(Drawn):
    """A block of paper: the number large, the words quiet."""

    def __init__(self, kit: Kit, role: Role, parent: QWidget) -> None:
        super().__init__(kit, parent)
        self._role = role
        self._figure = self._words = ""

    def tell(self, n: int, words: str) -> None:
        """Another number."""
        self._figure, self._words = number(n), words
        a11y.named(self, f"{self._figure} {words}")
        self.update()

    def lay(self, width: int) -> int:
        """How tall it is in that width."""
        figure, words = self._written(width)
        return round(figure.height + words.height) + 28

    def paintEvent(self, event: QPaintEvent) -> None:
        """Number over words."""
        painter = QPainter(self)
        paint_block(painter, self._kit.look, QRectF(self.rect()), Role.PAPER, Role.LINE, 12)
        figure, words = self._written(self.width())
        figure.draw(painter, 18, 12)
        words.draw(painter, 18, 14 + figure.height)

    def _written(self, width: int) -> tuple[Writing, Writing]:
        room = max(40, width - 36)
        return (
            self._set((Run(self._figure, Face.FIGURE, self._role),), room),
            self._set((Run(self._words, Face.SECOND, Role.SOFT),), room),
        )
