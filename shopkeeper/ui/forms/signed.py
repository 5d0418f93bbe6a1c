"""A button with a drawing before its words, which grows with the text and follows the theme."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QPushButton, QWidget

from shopkeeper.ui import a11y
from shopkeeper.ui.theme import Role
from shopkeeper.ui.widgets.kit import Kit

_SIZE: Final = 16


class Signed(QPushButton):
    """Words with their drawing; without words the drawing alone, in a square."""

    def __init__(self, kit: Kit, drawing: str, words: str, name: str, parent: QWidget) -> None:
        super().__init__(words, parent)
        self._kit, self._drawing = kit, drawing
        self.setAutoDefault(True)
        if not words:
            self.setProperty("place", "square")
            self.setToolTip(name)
        a11y.named(self, name)
        kit.look.changed.connect(self._dress)
        self._dress()

    def _dress(self) -> None:
        size = round(_SIZE * self._kit.look.scale)
        self.setIconSize(QSize(size, size))
        self.setIcon(self._kit.icons.icon(self._drawing, Role.SOFT, size))
