"""The head of the card: who it is."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from shopkeeper.ui import a11y
from shopkeeper.ui.say import typed
from shopkeeper.ui.theme import Face, Role
from shopkeeper.ui.widgets.drawn import Drawn
from shopkeeper.ui.widgets.kit import Kit
from shopkeeper.ui.widgets.typeset import Run, Writing

AVATAR: Final = 68
# From here on, large text needs the room that pictures of people take.
_PICTURES_UP_TO: Final = 1.5


class Head(Drawn):
    """Who it is: round place, name in the largest writing, and the line that says how to say it."""

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(kit, parent)
        self._name = self._uid = self._who = ""
        self._compact = self._cramped = False
        self._aside = QSize()
        self._writings: list[tuple[Writing, int, float]] = []
        kit.avatars.photos.came.connect(self.update)

    def show_person(self, uid: str, name: str, who: str) -> None:
        """Someone else's name."""
        if (uid, typed(name), who) == (self._uid, self._name, self._who):
            return
        self._uid, self._name, self._who = uid, typed(name), who
        a11y.named(self, ". ".join(filter(None, (self._name, who))))
        self.update()

    def make_room(self, *, compact: bool, cramped: bool, aside: QSize) -> None:
        """Small windows with large text get a smaller name, and where it is cramped the name alone.

        `aside` is kept free for the buttons beside it.
        """
        self._compact, self._cramped, self._aside = compact, compact and cramped, aside

    def lay(self, width: int) -> int:
        """The name may take three lines, the line under it as many as it needs."""
        left = self._left()
        face = Face.NAME_SMALL if self._compact else Face.NAME
        beside = max(120, width - left - self._aside.width())
        name = self._set((Run(self._name, face, Role.INK),), beside, 3)
        self._writings = [(name, beside, 0.0)]
        y = name.height
        if self._who and not self._cramped:
            # Below the buttons there is the whole width again.
            line = (Run(self._who, Face.SECOND, Role.SOFT),)
            spare = max(0.0, (self._avatar() - y - 3 - self._set(line, 100_000).height) / 2)
            wide = beside if y + 3 + spare < self._aside.height() else max(120, width - left)
            who = self._set(line, wide)
            self._writings.append((who, wide, y + 3))
            y += 3 + who.height
        spare = max(0.0, (self._avatar() - y) / 2)
        self._writings = [(writing, wide, top + spare) for writing, wide, top in self._writings]
        return max(round(y), self._avatar())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what `lay` laid out."""
        painter = QPainter(self)
        size = self._avatar()
        if size:
            x = self._x(0, size)
            self._kit.avatars.paint(painter, self._name, self._uid, Face.INITIALS_LARGE, x, 0, size)
        for writing, wide, y in self._writings:
            writing.draw(painter, self._x(self._left(), wide), y)

    def _left(self) -> int:
        return self._avatar() + 16 if self._avatar() else 0

    def _avatar(self) -> int:
        return 0 if self._compact or self._kit.look.scale > _PICTURES_UP_TO else AVATAR
