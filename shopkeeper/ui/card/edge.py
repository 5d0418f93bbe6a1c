"""The fixed edge of a card that is too tall: says how many allergies are still below."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from shopkeeper.domain.phrase import Phrase, translate
from shopkeeper.ui import a11y
from shopkeeper.ui.card.safety import SafetyBar
from shopkeeper.ui.say import say
from shopkeeper.ui.theme import Face, Role
from shopkeeper.ui.widgets.drawn import Drawn
from shopkeeper.ui.widgets.kit import Kit
from shopkeeper.ui.widgets.panel import paint_block
from shopkeeper.ui.widgets.typeset import Run


class Edge(Drawn):
    """One line along the bottom of the card, there only while a line of slot 2 is out of sight."""

    pressed_on = Signal()

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(kit, parent)
        self._words = ""
        self._red = False
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.hide()

    def follow(self, bar: SafetyBar, scrolled: int, bottom: int, *, may_hide: bool) -> None:
        """Lie below the last whole line of slot 2 that is in sight, or go where all of it is."""
        top = bar.y() + scrolled
        if may_hide or all(top + end <= bottom for end, _ in bar.bottoms()):
            self.say_below(told=0, all_lines=0)
            return
        limit = bottom - self.reserved()
        whole = max((top + end for end in bar.line_bottoms() if top + end <= limit), default=limit)
        below = [told for end, told in bar.bottoms() if top + end > whole]
        self.say_below(told=sum(below), all_lines=len(below))
        self.lie(bar.x(), round(whole) + 2, bar.width(), bottom)

    def say_below(self, *, told: int, all_lines: int) -> None:
        """How many lines of slot 2 are below, and how many of them are allergies."""
        self._red = told > 0
        self._words = say(_below(told, all_lines)) if all_lines else ""
        a11y.named(self, self._words)
        self.setVisible(bool(all_lines))
        self.update()

    def reserved(self) -> int:
        """How much of the card's bottom it needs."""
        return self._kit.look.pixels(Face.SECOND_STRONG) * 2 + 14

    def lends(self, bar: SafetyBar, height: int) -> int:
        """How much of a card of that height what is being written may have: not the first line of slot 2, nor this."""
        first = next(iter(bar.line_bottoms()), 0.0)
        return min(round(height * 0.6), height - round(bar.y() + first) - self.reserved() - 4)

    def lie(self, left: int, top: int, width: int, bottom: int) -> None:
        """Cover the card from the end of the last whole line down to its bottom."""
        self.setGeometry(left, top, width, max(self.reserved(), bottom - top))
        self.raise_()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press moves on to what is below."""
        self.pressed_on.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The sign of slot 2, and the words."""
        painter = QPainter(self)
        fill, edge, ink = (
            (Role.SAFETY_FILL, Role.SAFETY_LINE, Role.SAFETY) if self._red else (Role.RAIL, Role.LINE, Role.SOFT)
        )
        painter.fillRect(self.rect(), self._kit.look.colour(Role.PAPER))
        high = self.reserved() - 10
        top = self.height() - high - 6
        paint_block(painter, self._kit.look, QRectF(0, top, self.width(), high), fill, edge, 9)
        size = round(high * 0.56)
        inset = top + (high - size) / 2
        self._kit.icons.paint(painter, "triangle" if self._red else "question", ink, self._x(14, size), inset, size)
        wide = self.width() - size - 38
        writing = self._set((Run(self._words, Face.SECOND_STRONG, ink),), wide, 1)
        writing.draw(painter, self._x(size + 24, wide), top + (high - writing.height) / 2)


def _below(told: int, all_lines: int) -> Phrase:
    if told == 1:
        return translate("card", "1 more allergy below", "the edge of a card that is too tall")
    if told:
        return translate("card", "%n more allergies below", "the edge of a card that is too tall", told)
    return translate(
        "card", "%n more line(s) about food and medicine below", "the edge of a card that is too tall", all_lines
    )
