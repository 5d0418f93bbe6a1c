"""What is today: one line per person whose day it is, quiet under the results."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from shopkeeper.ui.lookup.results import Index
from shopkeeper.ui.needs import DayLineShown
from shopkeeper.ui.say import said, say
from shopkeeper.ui.theme import Face, Role
from shopkeeper.ui.widgets.kit import Kit
from shopkeeper.ui.widgets.marks import MARKS
from shopkeeper.ui.widgets.panel import paint_block
from shopkeeper.ui.widgets.typeset import Run, Writing

LineRole: Final = int(Qt.ItemDataRole.UserRole)
WordsRole: Final = LineRole + 1


class Today(QAbstractListModel):
    """The lines of the day, in their order."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[DayLineShown, ...] = ()
        # Said once a day, not at every key: the rail asks for the heights of its rows whenever the results change.
        self._words: tuple[tuple[str, str], ...] = ()

    def words(self) -> tuple[tuple[str, str], ...]:
        """What each line says: what it is, and when."""
        return self._words

    def lines(self) -> tuple[DayLineShown, ...]:
        """What is shown now."""
        return self._lines

    def show(self, lines: tuple[DayLineShown, ...]) -> None:
        """Another day, or the same one after something changed."""
        if lines == self._lines:
            return
        self.beginResetModel()
        self._lines = lines
        self._words = tuple((say(line.title), said(line.detail)) for line in lines)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own default
        """How many lines there are."""
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A line's words, its value, and what a screen reader says."""
        if not index.isValid() or index.row() >= len(self._lines):
            return None
        words = self._words[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return words[0]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(filter(None, words))
        if role == LineRole:
            return self._lines[index.row()]
        return words if role == WordsRole else None


class TodayRow(QStyledItemDelegate):
    """Paints one line of the day."""

    def __init__(self, kit: Kit, parent: QObject) -> None:
        super().__init__(parent)
        self._kit = kit
        self._width = 320
        self._direction = Qt.LayoutDirection.LeftToRight

    def lie_in(self, width: int, direction: Qt.LayoutDirection) -> None:
        """Lines are as wide as this now, and read from this side."""
        self._width, self._direction = width, direction

    def height(self, words: tuple[str, str]) -> int:
        """As tall as its words need; never too small for a thumb."""
        title, detail = self._writings(words)
        inner = title.height + (detail.height + 2 if detail else 0)
        return max(52, round(inner + self._kit.look.space(14)))

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As wide as the rail."""
        return QSize(self._width, self.height(index.data(WordsRole)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Sign, what it is, and when."""
        line: DayLineShown = index.data(LineRole)
        look = self._kit.look
        place = QRectF(option.rect)
        state = option.state
        mirrored = self._direction == Qt.LayoutDirection.RightToLeft
        if state & QStyle.StateFlag.State_Selected:
            paint_block(painter, look, place.adjusted(0, 1, 0, -1), Role.PAPER, Role.ACCENT, 12, look.theme.focus - 0.5)
        elif state & QStyle.StateFlag.State_MouseOver:
            paint_block(painter, look, place.adjusted(0, 1, 0, -1), Role.PAPER, Role.LINE, 12)
        title, detail = self._writings(index.data(WordsRole))
        size = self._sign()
        drawing, role, _ = MARKS[line.mark]
        x = place.right() - 12 - size if mirrored else place.left() + 12
        y = place.top() + (place.height() - title.height - (detail.height + 2 if detail else 0)) / 2
        first = title.height / title.lines
        self._kit.icons.paint(painter, drawing, role, x, y + max(0.0, (first - size) / 2) + 1, size)
        left = place.left() + (12 if mirrored else self._left())
        title.draw(painter, left, y)
        if detail:
            detail.draw(painter, left, y + title.height + 2)

    def _writings(self, words: tuple[str, str]) -> tuple[Writing, Writing | None]:
        room = max(60, self._width - self._left() - 12)
        title = self._kit.type.set((Run(words[0], Face.LINE, Role.INK),), room, 3, self._direction)
        quiet = (Run(words[1], Face.SMALL, Role.SOFT),)
        return title, self._kit.type.set(quiet, room, 2, self._direction) if words[1] else None

    def _sign(self) -> int:
        return self._kit.look.space(18)

    def _left(self) -> int:
        return 12 + self._sign() + 14
