"""Icons: drawn for the program as SVG, one stroke weight, tinted by role."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QPoint
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from shopkeeper.ui.theme import CLEAR, Look, Role

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon


class Icons:
    """Tinted pictures of the shipped drawings, kept until the look changes."""

    def __init__(self, look: Look, drawing: Callable[[str], str]) -> None:
        self._look = look
        self._drawing = drawing
        self._kept: dict[tuple[str, Role, int, float], QPixmap] = {}
        look.outdated.connect(self._kept.clear)

    def pixmap(self, name: str, role: Role, size: int, ratio: float = 1.0) -> QPixmap:
        """The drawing in the colour of a role, `size` logical pixels wide."""
        key = (name, role, size, ratio)
        if key not in self._kept:
            self._kept[key] = self._draw(name, role, size, ratio)
        return self._kept[key]

    def icon(self, name: str, role: Role, size: int) -> QIcon:
        """The drawing for a button, sharp on dense screens too."""
        from PySide6.QtGui import QIcon  # the first picture has no button

        icon = QIcon()
        for ratio in (1.0, 2.0):
            icon.addPixmap(self.pixmap(name, role, size, ratio))
        return icon

    def paint(self, painter: QPainter, name: str, role: Role, x: float, y: float, size: int) -> None:
        """Paint the drawing with its upper left corner there."""
        ratio = painter.device().devicePixelRatio()
        painter.drawPixmap(QPoint(round(x), round(y)), self.pixmap(name, role, size, ratio))

    def _draw(self, name: str, role: Role, size: int, ratio: float) -> QPixmap:
        tinted = self._drawing(name).replace("currentColor", self._look.colour(role).name())
        picture = QPixmap(round(size * ratio), round(size * ratio))
        picture.fill(CLEAR)
        painter = QPainter(picture)
        QSvgRenderer(QByteArray(tinted.encode())).render(painter)
        painter.end()
        picture.setDevicePixelRatio(ratio)
        return picture
