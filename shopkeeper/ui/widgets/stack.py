"""Stack: a block of paper whose things stand under one another, each as tall as it has to be."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from shopkeeper.ui.theme import Role
from shopkeeper.ui.widgets.kit import Kit
from shopkeeper.ui.widgets.panel import paint_block

_PAD: Final = 16
_GAP: Final = 8


class Stack(QWidget):
    """Paper with its edge, and what lies on it."""

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(parent)
        self._kit = kit

    def things(self) -> tuple[QWidget, ...]:
        """What lies on it, from above."""
        raise NotImplementedError

    def lay(self, width: int) -> int:
        """Place everything in that width; says how tall it is."""
        y, inner = _PAD, width - 2 * _PAD
        for thing in self.things():
            if not thing.isHidden():
                tall = _tall(thing, inner)
                thing.setGeometry(_PAD, y, inner, tall)
                # A button in large text may be taller than it was asked to be.
                y += thing.height() + _GAP
        return y - _GAP + _PAD

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paper and its edge."""
        paint_block(QPainter(self), self._kit.look, QRectF(self.rect()), Role.PAPER, Role.LINE, 14)


def _tall(thing: QWidget, width: int) -> int:
    lay = getattr(thing, "lay", None)
    if lay is not None:
        return int(lay(width))
    return thing.heightForWidth(width) if thing.hasHeightForWidth() else max(44, thing.sizeHint().height())
