"""The foot of the history sheet: which act is meant, why it cannot be taken back, and the button that does."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QWidget

from shopkeeper.domain.phrase import translate
from shopkeeper.ui import a11y
from shopkeeper.ui.say import say
from shopkeeper.ui.sheets.page import button
from shopkeeper.ui.theme import Face, Role
from shopkeeper.ui.widgets.drawn import Text
from shopkeeper.ui.widgets.kit import Kit
from shopkeeper.ui.widgets.panel import paint_block

_PAD: Final = 16


class Foot(QWidget):
    """One of two buttons: take it back, or go to what has to be taken back first."""

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(parent)
        self._kit = kit
        self._words = Text(kit, Face.LINE, Role.INK, self)
        self.button = button(say(translate("history", "Take back  (Enter)")), self, primary=True)
        self.there = button(say(translate("history", "Go to that  (Enter)")), self, primary=True)
        self.newer = 0  # the number of an act that has to be taken back first

    def words(self) -> str:
        """What it says."""
        return self._words.words()

    def tell(self, words: str, *, may: bool = False, newer: int = 0) -> None:
        """Which act is meant and whether it may be taken back; or what stands in the way, and its number."""
        self.newer = newer
        self._words.tell(words)
        self.button.setVisible(may and not newer)
        self.there.setVisible(bool(newer))
        self.setVisible(bool(words))
        if words and not may:
            a11y.announce(self, words)

    def lay(self, width: int) -> int:
        """Place words and button in that width, below each other where they have no room beside; says how tall."""
        if self.isHidden():
            return 0
        shown = self._shown()
        inner = width - 2 * _PAD
        size = shown.sizeHint() if shown else None
        taken = size.width() + 14 if size else 0
        high = max(44, size.height()) if size else 0
        beside = inner - taken >= self._kit.look.space(280)
        wide = inner - taken if beside else inner
        tall = self._words.lay(wide)
        block = max(high, tall) if beside else tall + high + 8
        top = 8 + (block - tall) // 2 if beside else 8
        self._put(self._words, _PAD, top, wide, tall, width)
        if shown and size:
            y = 8 + (block - high) // 2 if beside else top + tall + 8
            self._put(shown, width - _PAD - size.width(), y, size.width(), high, width)
        return block + 16

    def paintEvent(self, event: QPaintEvent) -> None:
        """A field at rest."""
        paint_block(QPainter(self), self._kit.look, QRectF(self.rect()), Role.RAIL, Role.LINE, 12)

    def _shown(self) -> QPushButton | None:
        return next((one for one in (self.button, self.there) if not one.isHidden()), None)

    def _put(self, thing: QWidget, x: int, y: int, wide: int, tall: int, width: int) -> None:
        thing.setGeometry(width - x - wide if self.isRightToLeft() else x, y, wide, tall)
