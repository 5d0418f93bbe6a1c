"""Who was found: a list over a tuple of values, changed in place while somebody types, and painted from roles."""

from __future__ import annotations

from typing import Final, TypeAlias

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from shopkeeper.domain.phrase import Phrase, translate
from shopkeeper.remember.reminder import Mark
from shopkeeper.ui.needs import RowShown
from shopkeeper.ui.say import said, say, typed
from shopkeeper.ui.theme import Face, Role
from shopkeeper.ui.widgets.avatar import paint_avatar
from shopkeeper.ui.widgets.icons import MARKS
from shopkeeper.ui.widgets.kit import Kit
from shopkeeper.ui.widgets.panel import paint_block
from shopkeeper.ui.widgets.typeset import Run, Runs, Writing

Index: TypeAlias = "QModelIndex | QPersistentModelIndex"

RowRole: Final = int(Qt.ItemDataRole.UserRole)
_AVATAR: Final = 44
_GAP: Final = 6
# In the order in which they stand on a row; what is not named here is not shown there.
_BADGES: Final[tuple[Mark, ...]] = (Mark.ALLERGY, Mark.OCCASION, Mark.CANDLE, Mark.ASK, Mark.PROMISE)
_PICTURES_UP_TO: Final = 1.5


class Results(QAbstractListModel):
    """The rows of the last search, best first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[RowShown, ...] = ()

    def rows(self) -> tuple[RowShown, ...]:
        """What is shown now."""
        return self._rows

    def show(self, rows: tuple[RowShown, ...]) -> None:
        """Other rows: those that stay are changed in place, the list is never thrown away."""
        before, after = self._rows, rows
        shared = min(len(before), len(after))
        if len(after) < len(before):
            self.beginRemoveRows(QModelIndex(), len(after), len(before) - 1)
            self._rows = before[:shared]
            self.endRemoveRows()
        changed = [i for i in range(shared) if before[i] != after[i]]
        if changed:
            self._rows = after[:shared]
            self.dataChanged.emit(self.index(changed[0]), self.index(changed[-1]))
        if len(after) > shared:
            self.beginInsertRows(QModelIndex(), shared, len(after) - 1)
            self._rows = after
            self.endInsertRows()
        self._rows = after

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


class ResultRow(QStyledItemDelegate):
    """Paints one found person: round place, name with the typed letters in bold, a quiet line, badges."""

    def __init__(self, kit: Kit, parent: QObject) -> None:
        super().__init__(parent)
        self._kit = kit
        self.width = 320

    def height(self, row: RowShown) -> int:
        """How tall the row is: 68 pixels, more for large text or a long name."""
        name, line = self._writings(row, False)
        inner = name.height + (line.height + 4 if line else 0)
        return max(68, round(inner + min(26, self._kit.look.space(20)))) + _GAP

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As wide as the rail, as tall as its words need."""
        return QSize(self.width, self.height(index.data(RowRole)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Everything from roles, and from what was laid out before."""
        row: RowShown = index.data(RowRole)
        look = self._kit.look
        place = QRectF(option.rect).adjusted(0, 0, 0, -_GAP)
        state = option.state
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        if chosen:
            paint_block(painter, look, place, Role.PAPER, Role.ACCENT, 12, look.theme.focus - 0.5)
        elif state & QStyle.StateFlag.State_MouseOver:
            paint_block(painter, look, place, Role.PAPER, Role.LINE, 12)
        name, line = self._writings(row, mirrored)
        left = place.left() + 12

        def across(x: float, width: float) -> float:
            return place.left() + place.right() - x - width if mirrored else x

        if self._has_picture():
            round_place = QRectF(across(left, _AVATAR), place.center().y() - _AVATAR / 2, _AVATAR, _AVATAR)
            paint_avatar(painter, look, row.name, row.person_uid, round_place, Face.INITIALS)
            left += _AVATAR + 12
        room = self._room(row)
        y = place.top() + (place.height() - name.height - (line.height + 4 if line else 0)) / 2
        name.draw(painter, across(left, room), y)
        if line:
            line.draw(painter, across(left, room), y + name.height + 4)
        size = self._badge()
        x = place.right() - 14 - size
        for mark in reversed(self._badges(row)):
            drawing, role, _ = MARKS[mark]
            self._kit.icons.paint(painter, drawing, role, across(x, size), place.center().y() - size / 2, size)
            x -= size + 12

    def _writings(self, row: RowShown, mirrored: bool) -> tuple[Writing, Writing | None]:
        direction = Qt.LayoutDirection.RightToLeft if mirrored else Qt.LayoutDirection.LeftToRight
        room = self._room(row)
        name = self._kit.type.set(name_runs(row), room, 3, direction)
        words = second_line(row)
        line = (
            self._kit.type.set((Run(words, Face.SMALL, Role.SOFT),), room, self._lines(), direction) if words else None
        )
        return name, line

    def _lines(self) -> int:
        """Large text wraps where small text fits: a word of kin that is cut may be another word."""
        return 1 if self._has_picture() else 2

    def _room(self, row: RowShown) -> int:
        left = 12 + (_AVATAR + 12 if self._has_picture() else 0)
        badges = len(self._badges(row)) * (self._badge() + 12)
        return max(60, self.width - left - 12 - badges - (4 if badges else 0))

    def _badges(self, row: RowShown) -> list[Mark]:
        return [mark for mark in _BADGES if mark in row.badges][:3]

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


def second_line(row: RowShown) -> str:
    """Why they were found, where the bold letters do not say it already; then what tells them from others."""
    reason = "" if row.matched or row.reason is None else say(row.reason)
    return " · ".join(filter(None, (reason, said(row.line))))
