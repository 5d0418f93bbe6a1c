"""Who was found: a list over a tuple of values, changed in place while somebody types, and painted from roles."""

from __future__ import annotations

from typing import Final, NamedTuple, TypeAlias

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from shopkeeper.domain.phrase import Phrase, translate
from shopkeeper.remember.reminder import Mark
from shopkeeper.ui.needs import RowShown
from shopkeeper.ui.say import said, say, typed
from shopkeeper.ui.theme import Face, Role
from shopkeeper.ui.widgets.kit import Kit
from shopkeeper.ui.widgets.marks import MARKS
from shopkeeper.ui.widgets.panel import paint_block
from shopkeeper.ui.widgets.typeset import Run, Runs, Writing

Index: TypeAlias = "QModelIndex | QPersistentModelIndex"

RowRole: Final = int(Qt.ItemDataRole.UserRole)
_AVATAR: Final = 44
_GAP: Final = 6
_LEAST: Final = 68
# In the order in which they stand on a row; what is not named here is not shown there.
_BADGES: Final[tuple[Mark, ...]] = (Mark.ALLERGY, Mark.OCCASION, Mark.CANDLE, Mark.ASK, Mark.PROMISE)
_WRAPPED: Final = 2  # lines that the quiet line may take in large text
_PICTURES_UP_TO: Final = 1.5
# Rows that stay laid out: those of this key and those that the next one may bring.
_KEPT: Final = 96
# What stands between the parts of a quiet line.
_DOT: Final = " · "
_SHORT: Final = 14


class Results(QAbstractListModel):
    """The rows of the last search, best first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[RowShown, ...] = ()

    def rows(self) -> tuple[RowShown, ...]:
        """What is shown now."""
        return self._rows

    def show(self, rows: tuple[RowShown, ...]) -> None:
        """Other rows: those that stay are changed in place, each by itself; the list is never thrown away."""
        before = self._rows
        shared = min(len(before), len(rows))
        if len(rows) < len(before):
            self.beginRemoveRows(QModelIndex(), shared, len(before) - 1)
            self._rows = before[:shared]
            self.endRemoveRows()
        self._rows = rows[:shared]
        changed = [i for i in range(shared) if before[i] != rows[i]]
        # A key that says something new of every row says so once: telling each by itself takes a while.
        at_once = [(0, shared - 1)] if len(changed) == shared > 1 else zip(changed, changed, strict=True)
        for first, last in at_once:
            self.dataChanged.emit(self.index(first), self.index(last))
        if len(rows) > shared:
            self.beginInsertRows(QModelIndex(), shared, len(rows) - 1)
            self._rows = rows
            self.endInsertRows()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own default
        """How many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A row's name, its value, and what a screen reader says."""
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return typed(row.name)
            case Qt.ItemDataRole.AccessibleTextRole:
                return spoken(row)
            case Qt.ItemDataRole.UserRole:
                return row
            case _:
                return None


def spoken(row: RowShown) -> str:
    """A row as it is read aloud: name, why it was found, what tells it from others, and its badges in words."""
    badges = [say(_badge_word(mark)) for mark in _BADGES if mark in row.badges]
    return ", ".join(filter(None, (typed(row.name), said(row.reason), said(row.line), *badges)))


def _badge_word(mark: Mark) -> Phrase:
    match mark:
        case Mark.ALLERGY:
            return translate("badge", "allergy on record", "read aloud on a result row")
        case Mark.OCCASION:
            return translate("badge", "an occasion soon", "read aloud on a result row")
        case Mark.CANDLE:
            return translate("badge", "a loss", "read aloud on a result row")
        case Mark.PROMISE:
            return translate("badge", "we promised something", "read aloud on a result row")
        case _:
            return translate("badge", "something to ask after", "read aloud on a result row")


class Laid(NamedTuple):
    """One row laid out: the name, the quiet line, the badges, and how tall they are together."""

    name: Writing
    line: Writing | None
    marks: tuple[Mark, ...]
    room: int
    height: int


class ResultRow(QStyledItemDelegate):
    """Paints one found person: round place, name with the typed letters in bold, a quiet line, badges."""

    def __init__(self, kit: Kit, parent: QObject) -> None:
        super().__init__(parent)
        self._kit = kit
        self._width = 320
        self._direction = Qt.LayoutDirection.LeftToRight
        self._laid: dict[RowShown, Laid] = {}
        kit.look.outdated.connect(self._laid.clear)

    def lie_in(self, width: int, direction: Qt.LayoutDirection) -> None:
        """Rows are as wide as this now, and read from this side."""
        if (width, direction) != (self._width, self._direction):
            self._width, self._direction = width, direction
            self._laid.clear()

    def laid(self, row: RowShown) -> Laid:
        """A row laid out: once, however often it is measured and painted."""
        found = self._laid.get(row)
        if found is None:
            if len(self._laid) >= _KEPT:
                self._laid.pop(next(iter(self._laid)))
            found = self._laid[row] = self._lay(row)
        return found

    def least(self) -> int:
        """How tall every row is at least."""
        return _LEAST + _GAP

    def height(self, row: RowShown) -> int:
        """How tall the row is: 68 pixels, more for large text or a long name; nobody lays out what nobody can see."""
        return self.laid(row).height if row.is_whole else self.least()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As wide as the rail, as tall as its words need."""
        return QSize(self._width, self.height(index.data(RowRole)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Everything from roles, and from what was laid out before."""
        row: RowShown = index.data(RowRole)
        name, line, marks, room, _ = self.laid(row)
        look = self._kit.look
        place = QRectF(option.rect).adjusted(0, 0, 0, -_GAP)
        state = option.state
        mirrored = self._direction == Qt.LayoutDirection.RightToLeft
        if state & QStyle.StateFlag.State_Selected:
            paint_block(painter, look, place, Role.PAPER, Role.ACCENT, 12, look.theme.focus - 0.5)
        elif state & QStyle.StateFlag.State_MouseOver:
            paint_block(painter, look, place, Role.PAPER, Role.LINE, 12)
        left, right, middle = place.left(), place.right(), place.center().y()

        def across(x: float, width: float) -> float:
            return left + right - x - width if mirrored else x

        if self._has_picture():
            x, y = across(left + 12, _AVATAR), middle - _AVATAR / 2
            self._kit.avatars.paint(painter, row.name, row.person_uid, Face.INITIALS, x, y, _AVATAR)
        y = place.top() + (place.height() - name.height - (line.height + 4 if line else 0)) / 2
        start = across(left + self._left(), room)
        name.draw(painter, start, y)
        if line:
            line.draw(painter, start, y + name.height + 4)
        size = self._badge()
        x = right - 14 - size
        for mark in reversed(marks):
            drawing, role, _ = MARKS[mark]
            self._kit.icons.paint(painter, drawing, role, across(x, size), middle - size / 2, size)
            x -= size + 12

    def _lay(self, row: RowShown) -> Laid:
        marks = tuple(mark for mark in _BADGES if mark in row.badges)[:3]
        taken = len(marks) * (self._badge() + 12) + (4 if marks else 0)
        room = max(60, self._width - self._left() - 12 - taken)
        name = self._kit.type.set(name_runs(row), room, 3, self._direction)
        line = self._quiet(second_line(row), room)
        inner = name.height + (line.height + 4 if line else 0)
        height = max(_LEAST, round(inner + min(26, self._kit.look.space(20)))) + _GAP
        return Laid(name, line, marks, room, height)

    def _quiet(self, parts: tuple[str, ...], room: int) -> Writing | None:
        """As many parts as fit whole, the first one always: half a word of kin, or of a number, may be another."""
        # Large text wraps where small text fits.
        if not self._has_picture():
            return self._wrapped(parts, room)
        # Measuring costs a twentieth of laying out, and most lines have a part too many.
        metrics = QFontMetricsF(self._kit.look.font(Face.SMALL))
        while len(parts) > 1 and metrics.horizontalAdvance(_DOT.join(parts)) > room:
            parts = parts[:-1]
        return (
            self._kit.type.set((Run(_DOT.join(parts), Face.SMALL, Role.SOFT),), room, 1, self._direction)
            if parts
            else None
        )

    def _wrapped(self, parts: tuple[str, ...], room: int) -> Writing | None:
        for kept in range(len(parts), 0, -1):
            quiet = (Run(_DOT.join(parts[:kept]), Face.SMALL, Role.SOFT),)
            if kept == 1 or self._kit.type.set(quiet, room, 0, self._direction).lines <= _WRAPPED:
                return self._kit.type.set(quiet, room, _WRAPPED, self._direction)
        return None

    def _left(self) -> int:
        return 12 + (_AVATAR + 12 if self._has_picture() else 0)

    def _badge(self) -> int:
        return self._kit.look.space(20)

    def _has_picture(self) -> bool:
        return self._kit.look.scale <= _PICTURES_UP_TO


def name_runs(row: RowShown) -> Runs:
    """The name with the letters that were typed in bold and in the accent."""
    runs, at, name = [], 0, typed(row.name)
    for start, end in row.matched:
        if not at <= start < end <= len(name):
            continue
        if start > at:
            runs.append(Run(name[at:start], Face.ROW, Role.INK))
        runs.append(Run(name[start:end], Face.ROW_MATCH, Role.ACCENT))
        at = end
    if at < len(name):
        runs.append(Run(name[at:], Face.ROW, Role.INK))
    return tuple(runs)


def second_line(row: RowShown) -> tuple[str, ...]:
    """Why they were found, where the name itself does not say it; then what tells them from others, part by part."""
    parts = filter(None, (said(row.reason), *said(row.line).split(_DOT)))
    # Large text wraps between the parts, not inside a street or a number.
    return tuple(part.replace(" ", "\N{NO-BREAK SPACE}") if len(part) <= _SHORT else part for part in parts)
