"""A sheet whose head stays in sight: what it is, whose it is, and the way back. What is below it scrolls."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtWidgets import QPushButton, QWidget

from shopkeeper.ui.forms.heading import Heading
from shopkeeper.ui.sheets.scrolled import Ground, Scrolled
from shopkeeper.ui.theme import Role
from shopkeeper.ui.widgets.kit import Kit
from shopkeeper.ui.widgets.thumb import scroll_by_thumb

SIDE: Final = 26
_TOP: Final = 20


class Headed(Scrolled):
    """Paper that scrolls by wheel, key or thumb under its own head."""

    def __init__(self, kit: Kit, sign: tuple[str, Role, Role], parent: QWidget | None = None) -> None:
        super().__init__(kit, parent, Role.PAPER)
        self.head = Ground(kit, self, Role.PAPER)
        self.heading = Heading(kit, sign, self.head)
        scroll_by_thumb(self)

    def ways(self) -> Sequence[QPushButton]:
        """The buttons in the head; the last one leads back."""
        raise NotImplementedError

    def arrange(self) -> None:
        """Place the head, and below it everything else anew."""
        width, height = self.width(), self.height()
        if width < 120:
            return
        tall = self.heading.place_beside(self.ways(), SIDE, _TOP, width) + 10
        # The scroll bar stands beside all of it.
        bar = self.verticalScrollBar().sizeHint().width()
        self.head.setGeometry(bar if self.isRightToLeft() else 0, 0, width - bar, tall)
        self.setViewportMargins(0, tall, 0, 0)
        room = height - tall
        self.ground.resize(width, max(self.place(width, room), room))
        self.ground.update()
