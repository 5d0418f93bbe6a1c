"""The front: the counter as it is first seen, empty, with the search box and its caret.

Everything lies here where it will stay, so nothing moves when the rest of the counter is brought in.

Nothing that this imports may mention `Qt` itself, nor a brush or a pen, before the first paint: PySide makes that
whole namespace of enums at its first mention, which takes a seventh of the time of a bare window. So the front is
drawn by the style sheet.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QWidget

from shopkeeper.ui.lookup.search_box import SIDE, SearchBox
from shopkeeper.ui.widgets.kit import Kit

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent


class Front(QWidget):
    """The rail with the search box; the desk beside it is the window's own ground."""

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = kit.look
        self._rail = QFrame(self)
        self._rail.setProperty("place", "rail")
        self._edge = QFrame(self)
        self._edge.setProperty("place", "edge")
        self.search = SearchBox(kit, self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The same places as on the counter."""
        width, height, mirrored = self.width(), self.height(), self.isRightToLeft()
        rail = rail_width(width, self._look.scale)
        left = width - rail if mirrored else 0
        self._rail.setGeometry(left, 0, rail, height)
        self._edge.setGeometry(left if mirrored else rail - 1, 0, 1, height)
        self.search.setGeometry(left + SIDE, SIDE, rail - 2 * SIDE, self.search.wanted_height())


def rail_width(width: int, scale: float) -> int:
    """How wide the rail is in a window: about a third; large text gets a little more of it."""
    return round(min(392 * (1 + (scale - 1) * 0.35), width * (0.345 + (scale - 1) * 0.055)))
