"""The sheet of paper: 18 px corners, one hair line, and the only shadow of the program."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QWidget

from shopkeeper.ui.theme import Look, Role

RADIUS: Final = 18
# Room around the paper for its shadow.
MARGIN: Final = 14


class Desk(QWidget):
    """The quiet desk with one sheet of paper on it; what lies on the paper is placed by `paper()`."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._below = 0
        self._margin = 26
        self._picture: QPixmap | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        look.changed.connect(self._forget)

    def leave(self, *, below: int, margin: int) -> None:
        """Keep a strip of desk free under the paper, and so much beside it."""
        if (below, margin) != (self._below, self._margin):
            self._below, self._margin = below, margin
            self._forget()

    def paper(self) -> QRectF:
        """Where the paper lies."""
        above = min(self._margin, self._look.space(18))
        return QRectF(self.rect()).adjusted(self._margin, above, -self._margin, -max(above, self._below))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The paper grows with the desk."""
        self._picture = None
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Desk, shadow and paper are drawn once for each size and then only copied."""
        if self._picture is None:
            self._picture = self._drawn()
        ratio = self.devicePixelRatioF()
        place = event.rect()
        # On whole pixels Qt copies; anything else is drawn through the scaling path, ten times as slow.
        source = QRect(place.topLeft() * ratio, place.size() * ratio)
        QPainter(self).drawPixmap(place.topLeft(), self._picture, source)

    def _forget(self) -> None:
        self._picture = None
        self.update()

    def _drawn(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        picture = QPixmap(self.size() * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(self._look.colour(Role.DESK))
        painter = QPainter(picture)
        paint_paper(painter, self._look, self.paper())
        painter.end()
        return picture


def paint_paper(painter: QPainter, look: Look, place: QRectF) -> None:
    """One sheet of paper with its soft shadow."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    shade = QColor(look.colour(Role.SHADOW))
    for step in range(MARGIN, 0, -1):
        # Each ring adds a little: dense at the paper's edge, nothing where the shadow ends.
        shade.setAlphaF((0.03 if look.theme.dark else 0.0125) * (1 - step / (MARGIN + 1)))
        painter.setBrush(shade)
        painter.drawRoundedRect(place.adjusted(-step, -step + 4, step, step + 4), RADIUS + step, RADIUS + step)
    paint_block(painter, look, place, Role.PAPER, Role.LINE, RADIUS)


def paint_block(
    painter: QPainter, look: Look, place: QRectF, fill: Role, edge: Role, radius: float, thick: float = 1.0
) -> None:
    """A filled block with a hair line around it, drawn on whole pixels."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    half = thick / 2
    painter.setBrush(look.colour(fill))
    painter.setPen(QPen(look.colour(edge), thick))
    painter.drawRoundedRect(place.adjusted(half, half, -half, -half), radius, radius)
