"""The foot of the card, on the desk under the paper: who is at home, and what these notes are not."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from shopkeeper.ui import a11y
from shopkeeper.ui.theme import Face, Role
from shopkeeper.ui.widgets.drawn import Drawn
from shopkeeper.ui.widgets.kit import Kit
from shopkeeper.ui.widgets.typeset import Run, Writing


class Foot(Drawn):
    """Household on the one side, our own notes on the other; under one another where one line is too short."""

    household_asked = Signal()

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(kit, parent)
        self._household = self._notes = ""
        self._writings: list[tuple[Writing, int, float, float]] = []

    def show_lines(self, household: str, notes: str) -> None:
        """Other words."""
        if (household, notes) == (self._household, self._notes):
            return
        self._household, self._notes = household, notes
        self.setCursor(Qt.CursorShape.PointingHandCursor if household else Qt.CursorShape.ArrowCursor)
        a11y.named(self, ". ".join(filter(None, (household, notes))))
        self.update()

    def lay(self, width: int) -> int:
        """One line where both fit beside each other, else one under the other."""
        self._writings = []
        single = self._set(self._run(self._notes), 100_000).width if self._notes else 0
        beside = self._set(self._run(self._household), 100_000).width if self._household else 0
        if single + beside + 24 <= width:
            one_line = 0.0
            if self._household:
                left = self._set(self._run(self._household), int(beside) + 2)
                self._writings.append((left, int(beside) + 2, 0.0, 0.0))
                one_line = left.height
            if self._notes:
                right = self._set(self._run(self._notes), int(single) + 2)
                start = width - single - 2
                self._writings.append((right, int(single) + 2, start, 0.0))
                one_line = max(one_line, right.height)
            return round(one_line)
        y = 0.0
        for words in filter(None, (self._household, self._notes)):
            writing = self._set(self._run(words), width)
            self._writings.append((writing, width, 0.0, y))
            y += writing.height + 2
        return round(y)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Accepted, so that letting go is told here too."""
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A press on who is at home opens the family."""
        if self._household:
            self.household_asked.emit()

    def lie_below(self, y: int, left: int, width: int, height: int, bottom: int) -> int:
        """Lie at the foot of a card that ends there, below what reaches down to `y`; says how far the card reaches."""
        self.setVisible(height > 0)
        if not height:
            return y
        whole = y + height + 12 <= bottom
        # Where it cannot be seen whole it waits below, rather than showing half a line.
        top = bottom - height - 12 if whole else max(y, bottom + 2)
        self.setGeometry(left, top, width, height)
        return top + height + 12

    def two_lines(self) -> int:
        """How tall it is where one line is not enough."""
        return round(2 * (self._set(self._run("x"), 1000).height + 2))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what `lay` laid out."""
        painter = QPainter(self)
        for writing, wide, x, y in self._writings:
            writing.draw(painter, self._x(x, wide), y)

    def _run(self, words: str) -> tuple[Run, ...]:
        return (Run(words, Face.SMALL, Role.SOFT),)
