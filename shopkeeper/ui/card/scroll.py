"""The scroll bar of a card that is taller than its paper."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollBar, QWidget

from shopkeeper.domain.phrase import translate
from shopkeeper.ui import a11y
from shopkeeper.ui.say import say


class Scroll(QScrollBar):
    """Along the far edge, there only while something is out of sight."""

    def __init__(self, card: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, card)
        self._card = card
        a11y.named(self, say(translate("card", "Scroll the card")))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSingleStep(48)

    def measure(self, over: int) -> None:
        """So much of the card is out of sight."""
        width, height = self._card.width(), self._card.height()
        self.setRange(0, over)
        self.setPageStep(height)
        self.setVisible(over > 0)
        self.setGeometry(4 if self._card.isRightToLeft() else width - 14, 14, 10, max(20, height - 28))

    def by(self, pixels: int) -> None:
        """Move the card up or down."""
        self.setValue(self.value() + pixels)

    def bring(self, line: QWidget, covered: int) -> None:
        """Bring a line into sight, below what covers the card's upper edge."""
        top, bottom = line.y() - self.value(), line.geometry().bottom() - self.value()
        if bottom > self._card.height():
            self.by(min(bottom - self._card.height() + 8, top - covered - 8))
        elif top < covered:
            self.by(top - covered - 8)
