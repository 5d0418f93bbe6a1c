"""The drawn family: a round place for each, generations in rows, lines between those who belong together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QWidget

from shopkeeper.domain.phrase import translate
from shopkeeper.domain.record import Uid
from shopkeeper.remember.family import FamilyPicture, Line, Someone
from shopkeeper.ui import a11y
from shopkeeper.ui.say import isolated, say
from shopkeeper.ui.theme import Face, Role
from shopkeeper.ui.widgets.kit import Kit
from shopkeeper.ui.widgets.panel import paint_block
from shopkeeper.ui.widgets.typeset import Run, Writing

_ROUND: Final = 46
_CELL: Final = 124
_NARROWEST: Final = 76
_BETWEEN: Final = 36  # rows, for the lines
_PAD: Final = 8


class Portrait(QPushButton):
    """Somebody in the family: pressed, their card opens. A quiet cross says that they have died."""

    def __init__(self, kit: Kit, someone: Someone, parent: QWidget) -> None:
        super().__init__(parent)
        self._kit, self.someone = kit, someone
        self._name = isolated(someone.name)
        self._kin = say(someone.kin) if someone.kin else ""
        self.setAutoDefault(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        died = say(translate("family", "has died")) if someone.has_died else ""
        a11y.named(self, ", ".join(filter(None, (self._name, self._kin, died))))

    def sizeHint(self) -> QSize:
        """Placed by the picture, which asks `lay`."""
        return QSize(_CELL, 2 * _ROUND)

    def lay(self, width: int) -> int:
        """How tall it is in that width."""
        name, kin = self._written(width)
        return round(self.round() + name.height + (kin.height if kin else 0)) + 2 * _PAD + 4

    def round(self) -> int:
        """How wide the round place is."""
        return self._kit.look.space(_ROUND)

    def middle(self) -> QPointF:
        """The middle of the round place, in the picture."""
        return QPointF(self.x() + self.width() / 2, self.y() + _PAD + self.round() / 2)

    def bottom(self) -> float:
        """Where the words under the round place end, in the picture."""
        return self.y() + self.lay(self.width()) - _PAD + 2

    def paintEvent(self, event: QPaintEvent) -> None:
        """The round place, the name and what they are."""
        painter, look, size = QPainter(self), self._kit.look, self.round()
        if self.hasFocus() or self.underMouse():
            edge, thick = (Role.ACCENT, look.theme.focus) if self.hasFocus() else (Role.LINE, 1)
            paint_block(painter, look, QRectF(self.rect()), Role.RAIL, edge, 12, thick)
        left = (self.width() - size) / 2
        self._kit.avatars.paint(painter, self.someone.name, self.someone.uid, Face.INITIALS, left, _PAD, size)
        name, kin = self._written(self.width())
        y = _PAD + size + 4
        name.draw(painter, 4, y)
        if kin:
            kin.draw(painter, 4, y + name.height)

    def _written(self, width: int) -> tuple[Writing, Writing | None]:
        room, put = max(40, width - 8), self._kit.type.set
        quiet = self.someone.has_died
        words = f"{self._name} †" if quiet else self._name
        role = Role.SOFT if quiet else Role.INK
        name = put((Run(words, Face.LINE_STRONG, role),), room, 2, self.layoutDirection(), centred=True)
        if not self._kin:
            return name, None
        return name, put((Run(self._kin, Face.SMALL, Role.SOFT),), room, 2, self.layoutDirection(), centred=True)


class FamilyDrawing(QWidget):
    """The picture of a family. Arrow keys and Tab go from one to the next; Enter opens their card."""

    chosen = Signal(str)

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(parent)
        self._kit = kit
        self._picture = FamilyPicture()
        self.portraits: tuple[Portrait, ...] = ()

    def show_family(self, picture: FamilyPicture) -> None:
        """Another family."""
        for portrait in self.portraits:
            portrait.hide()
            portrait.deleteLater()
        self._picture = picture
        self.portraits = tuple(self._portrait(place.someone) for place in picture.places)
        self.update()

    def lay(self, width: int) -> int:
        """Place everybody in that width; says how tall it is."""
        rows = self._rows()
        widest = max((len(row) for row in rows), default=0)
        if not widest:
            return 0
        look = self._kit.look
        cell = max(_NARROWEST, min(look.space(_CELL), width // widest))
        left = (width - cell * widest) / 2
        y = 0
        for row in rows:
            tall = max(portrait.lay(cell) for _, portrait in row)
            for column, portrait in row:
                x = left + column * cell / 2
                portrait.setGeometry(round(width - x - cell if self.isRightToLeft() else x), y, cell, tall)
            y += tall + look.space(_BETWEEN)
        return y - look.space(_BETWEEN)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The lines; the people paint themselves."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for lines, dashes in ((self.lines(), Qt.PenStyle.SolidLine), (self.loose_lines(), Qt.PenStyle.DashLine)):
            painter.setPen(QPen(self._kit.look.colour(Role.SOFT), 1.5, dashes))
            painter.drawLines(lines)

    def lines(self) -> list[QLineF]:
        """A straight line between partners; from parents down, along, and down to each of their children."""
        at = self._at()
        couples = [(join.one, join.other) for join in self._picture.joins if join.line is Line.COUPLE]
        parents = defaultdict[Uid, set[Uid]](set)
        for join in self._picture.joins:
            if join.line is Line.CHILD:
                parents[join.other].add(join.one)
        below = defaultdict[tuple[Uid, ...], list[Portrait]](list)
        for child, theirs in parents.items():
            pair = next((pair for pair in couples if theirs.issuperset(pair)), ())
            for key in (pair, *((uid,) for uid in sorted(theirs) if uid not in pair)):
                if key:
                    below[key].append(at[child])
        lines = [_between(at[one], at[other]) for one, other in couples]
        return lines + [line for key, some in below.items() for line in self._down([at[uid] for uid in key], some)]

    def loose_lines(self) -> list[QLineF]:
        """Broken lines to those whom nobody known stands between."""
        at = self._at()
        loose = (join for join in self._picture.joins if join.line is Line.KIN)
        return [line for join in loose for line in self._down([at[join.one]], [at[join.other]])]

    def _at(self) -> dict[Uid, Portrait]:
        return {portrait.someone.uid: portrait for portrait in self.portraits}

    def _down(self, parents: Sequence[Portrait], children: Sequence[Portrait]) -> list[QLineF]:
        """From between two parents, or from below one, to each of their children in each row below."""
        lines = []
        x = sum(parent.middle().x() for parent in parents) / len(parents)
        y = parents[0].bottom() if len(parents) == 1 else parents[0].middle().y()
        for top in sorted({child.y() for child in children if child.y() > y}):
            bend = top - self._kit.look.space(_BETWEEN) / 2
            ends = [child.middle().x() for child in children if child.y() == top]
            lines.append(QLineF(x, y, x, bend))
            if (left := min(x, *ends)) < (right := max(x, *ends)):
                lines.append(QLineF(left, bend, right, bend))
            lines += [QLineF(end, bend, end, top + _PAD - 3) for end in ends]
        return lines

    def _rows(self) -> list[list[tuple[int, Portrait]]]:
        rows: list[list[tuple[int, Portrait]]] = [[] for _ in range(self._picture.rows)]
        for place, portrait in zip(self._picture.places, self.portraits, strict=True):
            rows[place.row].append((place.column, portrait))
        return rows

    def _portrait(self, someone: Someone) -> Portrait:
        made = Portrait(self._kit, someone, self)
        made.clicked.connect(lambda: self.chosen.emit(someone.uid))
        made.show()
        return made


def _between(one: Portrait, other: Portrait) -> QLineF:
    left, right = sorted((one, other), key=lambda portrait: portrait.x())
    half = QPointF(one.round() / 2 + 3, 0)
    return QLineF(left.middle() + half, right.middle() - half)
