"""Things beside each other, and on the next line where there is no more room."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

GAP: Final = 8


class Flow(QWidget):
    """Lays its things out like words on a page, from the side on which reading begins; one of them may grow."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._things: list[QWidget] = []
        self._grows: QWidget | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def put(self, thing: QWidget, *, grows: bool = False) -> None:
        """One more thing at the end; what grows takes the room that is left on its line."""
        self._things.append(thing)
        if grows:
            self._grows = thing
        self.updateGeometry()

    def take_out(self, thing: QWidget) -> None:
        """One thing less."""
        self._things.remove(thing)
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        """Its height follows from its width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """How tall all of it is in that width."""
        return self._place(width, move=False)

    def sizeHint(self) -> QSize:
        """All of it on one line."""
        sizes = [self._size(thing) for thing in self._shown()]
        wide = sum(size.width() + GAP for size in sizes) - GAP if sizes else 0
        return QSize(max(0, wide), max((size.height() for size in sizes), default=0))

    def minimumSizeHint(self) -> QSize:
        """One thing on each line."""
        return QSize(60, max((self._size(thing).height() for thing in self._shown()), default=0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Everything is placed for the new width."""
        self._place(self.width(), move=True)

    def event(self, event: QEvent) -> bool:
        """Something came, went, or wants another size."""
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.LayoutDirectionChange):
            self.updateGeometry()
            self._place(self.width(), move=True)
        return super().event(event)

    def _place(self, width: int, *, move: bool) -> int:
        y = 0
        for line in self._lines(width):
            sizes = [self._size(thing) for thing in line]
            tall = max(size.height() for size in sizes)
            spare = max(0, width - sum(size.width() for size in sizes) - GAP * (len(line) - 1))
            x = 0
            for thing, size in zip(line, sizes, strict=True):
                wide = min(width, size.width() + (spare if thing is self._grows else 0))
                if move:
                    left = width - x - wide if self.isRightToLeft() else x
                    thing.setGeometry(left, y + (tall - size.height()) // 2, wide, size.height())
                x += wide + GAP
            y += tall + GAP
        return max(0, y - GAP)

    def _lines(self, width: int) -> list[list[QWidget]]:
        lines: list[list[QWidget]] = []
        room = 0
        for thing in self._shown():
            wide = self._size(thing).width()
            if not lines or wide > room:
                lines.append([])
                room = width
            lines[-1].append(thing)
            room -= wide + GAP
        return lines

    def _shown(self) -> list[QWidget]:
        return [thing for thing in self._things if not thing.isHidden()]

    def _size(self, thing: QWidget) -> QSize:
        least = thing.minimumSize()
        return thing.sizeHint().expandedTo(least).boundedTo(thing.maximumSize())
