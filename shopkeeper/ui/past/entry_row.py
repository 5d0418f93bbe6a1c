"""One act of the history, painted: what was done, when and by whom, and under it what was there before and after."""

from __future__ import annotations

from typing import Final, NamedTuple

from PySide6.QtCore import QObject, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from shopkeeper.ui.past.entries import Entries, EntryRole, Index
from shopkeeper.ui.past.told import Line
from shopkeeper.ui.theme import Face, Role
from shopkeeper.ui.widgets.kit import Kit
from shopkeeper.ui.widgets.panel import paint_block
from shopkeeper.ui.widgets.typeset import Run, Runs, Writing
from shopkeeper.usecases.history import Entry

_GAP: Final = 8
_SIDE: Final = 16
_LEAST: Final = 60


class Laid(NamedTuple):
    """One act laid out, and how tall it is."""

    writings: tuple[Writing, ...]
    height: int


class EntryRow(QStyledItemDelegate):
    """A row is laid out once, however often it is measured and painted."""

    def __init__(self, kit: Kit, entries: Entries, parent: QObject) -> None:
        super().__init__(parent)
        self._kit, self._entries = kit, entries
        self._width = 600
        self._direction = Qt.LayoutDirection.LeftToRight
        self._laid: dict[int, Laid] = {}
        kit.look.outdated.connect(self._laid.clear)
        entries.modelReset.connect(self._laid.clear)
        entries.dataChanged.connect(self._laid.clear)

    def lie_in(self, width: int, direction: Qt.LayoutDirection) -> None:
        """Rows are as wide as this now, and read from this side."""
        if (width, direction) != (self._width, self._direction):
            self._width, self._direction = width, direction
            self._laid.clear()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As wide as the list, as tall as its words need."""
        return QSize(self._width, self._lay(index.data(EntryRole)).height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """A field at rest; framed when it is the one that the key means."""
        look, state = self._kit.look, option.state
        place = QRectF(option.rect).adjusted(0, 0, 0, -_GAP)
        if state & QStyle.StateFlag.State_Selected:
            paint_block(painter, look, place, Role.PAPER, Role.ACCENT, 12, look.theme.focus - 0.5)
        else:
            over = bool(state & QStyle.StateFlag.State_MouseOver)
            paint_block(painter, look, place, Role.RAIL, Role.SOFT if over else Role.LINE, 12)
        laid = self._lay(index.data(EntryRole))
        y = place.top() + (place.height() - _height(laid.writings)) / 2
        for writing in laid.writings:
            writing.draw(painter, place.left() + _SIDE, y)
            y += writing.height + 3

    def _lay(self, entry: Entry) -> Laid:
        found = self._laid.get(entry.number)
        if found is None:
            found = self._laid[entry.number] = self._laid_out(entry)
        return found

    def _laid_out(self, entry: Entry) -> Laid:
        title = Role.SOFT if entry.is_undone else Role.INK
        runs: list[Runs] = [
            (Run(self._entries.title(entry), Face.TITLE, title, entry.is_undone),),
            (Run(self._entries.quiet(entry), Face.SMALL, Role.SOFT),),
        ]
        runs += map(self._line, self._entries.lines(entry))
        room = max(60, self._width - 2 * _SIDE)
        writings = tuple(self._kit.type.set(line, room, 0, self._direction) for line in runs)
        return Laid(writings, max(_LEAST, round(_height(writings)) + min(28, self._kit.look.space(22))) + _GAP)

    def _line(self, line: Line) -> Runs:
        what = line.what if not line.before and not line.after else f"{line.what}:  "
        runs = [Run(what, Face.SECOND, Role.SOFT)]
        if line.before:
            runs.append(Run(line.before, Face.SECOND, Role.SOFT, struck=True))
        if line.before and line.after:
            arrow = "\N{LEFTWARDS ARROW}" if self._is_mirrored() else "\N{RIGHTWARDS ARROW}"
            runs.append(Run(f"  {arrow}  ", Face.SECOND, Role.SOFT))
        if line.after:
            runs.append(Run(line.after, Face.SECOND, Role.SOFT if line.covered else Role.INK))
        return tuple(runs)

    def _is_mirrored(self) -> bool:
        return self._direction == Qt.LayoutDirection.RightToLeft


def _height(writings: tuple[Writing, ...]) -> float:
    return sum(writing.height + 3 for writing in writings) - 3
