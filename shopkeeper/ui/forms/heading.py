"""The head of a sheet: its sign, what it is, whose it is, and the buttons beside it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QWidget

from shopkeeper.ui import a11y
from shopkeeper.ui.say import typed
from shopkeeper.ui.theme import Face, Role
from shopkeeper.ui.widgets.drawn import Drawn
from shopkeeper.ui.widgets.kit import Kit
from shopkeeper.ui.widgets.panel import paint_block
from shopkeeper.ui.widgets.typeset import Run, Writing

# From here on, large text needs the room that pictures take.
_PICTURES_UP_TO: Final = 1.5


class Heading(Drawn):
    """What the sheet is about, large, with the name of the person under it."""

    def __init__(self, kit: Kit, sign: tuple[str, Role, Role], parent: QWidget) -> None:
        super().__init__(kit, parent)
        self._sign = sign
        self._title = self._whose = ""

    def tell(self, title: str, whose: str) -> None:
        """Another title."""
        self._title, self._whose = title, typed(whose)
        a11y.named(self, ". ".join(filter(None, (title, self._whose))))
        self.update()

    def whose(self) -> str:
        """Whose it is."""
        return self._whose

    def place_beside(self, buttons: Sequence[QPushButton], side: int, top: int, width: int) -> int:
        """Place itself and the buttons, of which the last leads back and stands first; says where all of it ends.

        Where there is no room beside them, it stands below.
        """
        *others, back = (button for button in buttons if not button.isHidden())
        high = max(44, *(button.sizeHint().height() for button in (back, *others)))
        start = side + self._put(back, side, top, high, width) + 14
        end = width - side
        for button in reversed(others):
            end -= button.sizeHint().width()
            self._put(button, end, top, high, width)
            end -= 8
        room = end - start
        beside = room >= self._kit.look.space(260) and self.lay(room) <= high * 2
        x, wide = (start, room) if beside else (side, width - 2 * side)
        tall = self.lay(wide)
        y = top if beside else top + high + 12
        self.setGeometry(width - x - wide if self.isRightToLeft() else x, y, wide, tall)
        return max(top + high, y + tall)

    def _put(self, button: QPushButton, x: int, top: int, high: int, width: int) -> int:
        wide = button.sizeHint().width()
        button.setGeometry(width - x - wide if self.isRightToLeft() else x, top, wide, high)
        return wide

    def lay(self, width: int) -> int:
        """How tall it is in that width."""
        title, whose = self._written(width)
        return max(self._square(), round(title.height + (whose.height + 1 if whose else 0)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The sign in its square, the words beside it."""
        painter = QPainter(self)
        if self._square():
            self._paint_sign(painter)
        title, whose = self._written(self.width())
        both = title.height + (whose.height + 1 if whose else 0)
        x, y = (0 if self.isRightToLeft() else self._left()), (self.height() - both) / 2
        title.draw(painter, x, y)
        if whose:
            whose.draw(painter, x, y + title.height + 1)

    def _paint_sign(self, painter: QPainter) -> None:
        drawing, ink, ground = self._sign
        look, size = self._kit.look, self._square()
        place = QRectF(self._x(0, size), (self.height() - size) / 2, size, size)
        paint_block(painter, look, place, ground, Role.LINE if look.theme.focus > 2 else ground, 11)
        sign = round(size * 0.5)
        inset = (size - sign) / 2
        self._kit.icons.paint(painter, drawing, ink, place.x() + inset, place.y() + inset, sign)

    def _written(self, width: int) -> tuple[Writing, Writing | None]:
        room = max(60, width - self._left())
        title = self._set((Run(self._title, Face.HEADING, Role.INK),), room)
        if title.lines > 1:
            # What is filled in needs the room more.
            title = self._set((Run(self._title, Face.TITLE_STRONG, Role.INK),), room)
        whose = self._set((Run(self._whose, Face.BODY, Role.SOFT),), room) if self._whose else None
        return title, whose

    def _square(self) -> int:
        return self._kit.look.space(48) if self._kit.look.scale <= _PICTURES_UP_TO else 0

    def _left(self) -> int:
        return self._square() + 14 if self._square() else 0
