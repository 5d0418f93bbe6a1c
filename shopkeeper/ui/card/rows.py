"""The drawn rows of the card. A fixed set whose values change: none is made while somebody types."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, QRectF, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from shopkeeper.remember.reminder import Reminder
from shopkeeper.ui import a11y
from shopkeeper.ui.card.line import Line
from shopkeeper.ui.card.sentences import detail_runs, plain, title_runs
from shopkeeper.ui.theme import Role
from shopkeeper.ui.widgets.kit import Kit
from shopkeeper.ui.widgets.marks import MARKS
from shopkeeper.ui.widgets.panel import paint_block
from shopkeeper.ui.widgets.typeset import Writing

SQUARE: Final = 42
# Enough for a full card; a longer one makes more, once.
_USUAL: Final = 10


class ReminderRow(Line):
    """One thing to remember: a sign in its tinted square, the sentence, a quieter second line."""

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(kit, parent)
        self._reminder: Reminder | None = None
        self._writings: list[tuple[Writing, float]] = []
        self._aside = 0  # what the buttons take of the room beside the words

    def show_reminder(self, reminder: Reminder) -> None:
        """Another reminder in the same row."""
        self.offers.offer(reminder.offers)
        if reminder == self._reminder:
            return
        self._reminder = reminder
        a11y.named(self, plain(reminder))
        self.update()

    def reminders(self) -> tuple[Reminder, ...]:
        """The one that stands here."""
        return (self._reminder,) if self._reminder else ()

    def in_hand(self) -> Reminder | None:
        """The one that stands here."""
        return self._reminder

    def let_go(self) -> None:
        """A choice that was begun with the keys is no longer the matter."""
        self.offers.go_back()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A press on the words opens what they were made from."""
        if self._reminder is not None and self.rect().contains(event.position().toPoint()):
            self.opened.emit(self._reminder)

    def lay(self, width: int) -> int:
        """Title and second line, both whole, and what can be done about it beside or below them."""
        if self._reminder is None:
            return 0
        room = width - self._left()
        self._aside = self.offers.beside(room)
        inner = room - self._aside
        title = self._set(title_runs(self._reminder), inner)
        self._writings = [(title, 0.0)]
        height = title.height
        if detail := detail_runs(self._reminder):
            second = self._set(detail, inner)
            self._writings.append((second, height + 2))
            height += 2 + second.height
        spare = max(0.0, (self._square() - height) / 2)
        if title.lines == 1:
            self._writings = [(writing, y + spare) for writing, y in self._writings]
            height += spare
        tall = round(max(height, self._square(), self.offers.tall()))
        below = self.offers.height(room)
        self.offers.lie(
            self._left(), room, width, tall + 4 if below else max(0, (self._square() - self.offers.tall()) // 2)
        )
        return tall + below

    def paintEvent(self, event: QPaintEvent) -> None:
        """Square, sign, sentence."""
        if self._reminder is None:
            return
        painter = QPainter(self)
        look = self._kit.look
        name, role, ground = MARKS[self._reminder.mark]
        if self._reminder.private:
            name = "eye"
        square = self._square()
        place = QRectF(self._x(4, square), 0, square, square)
        paint_block(painter, look, place, ground, Role.LINE if look.theme.focus > 2 else ground, 10)
        size = round(square * 0.48)
        inset = (square - size) / 2
        self._kit.icons.paint(painter, name, role, place.x() + inset, inset, size)
        for writing, y in self._writings:
            writing.draw(painter, self._aside if self.isRightToLeft() else self._left(), y)

    def _square(self) -> int:
        return self._kit.look.space(SQUARE)

    def _left(self) -> int:
        return 4 + self._square() + 14


class Rows(QObject):
    """All of them. One that is not needed is hidden."""

    opened = Signal(object)
    offered = Signal(object, object)
    changed = Signal()
    held = Signal()

    def __init__(self, kit: Kit, body: QWidget) -> None:
        super().__init__(body)
        self._kit, self._body = kit, body
        self.all: list[ReminderRow] = []
        self._used = 0
        self._make(_USUAL)

    def show(self, reminders: tuple[Reminder, ...]) -> None:
        """A row for each of these."""
        self._make(len(reminders))
        self._used = len(reminders)
        for row, reminder in zip(self.all, reminders, strict=False):
            row.show_reminder(reminder)

    def lay(self, width: int) -> list[int]:
        """How tall each is that is needed."""
        return [row.lay(width) for row in self.all[: self._used]]

    def in_sight(self) -> list[ReminderRow]:
        """Those that did not have to yield."""
        return [row for row in self.all if not row.isHidden()]

    def _make(self, count: int) -> None:
        while len(self.all) < count:
            row = ReminderRow(self._kit, self._body)
            row.opened.connect(self.opened)
            row.offered.connect(self.offered)
            row.changed.connect(self.changed)
            row.held.connect(self.held)
            self.all.append(row)
