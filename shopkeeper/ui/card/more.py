"""The one line that stands for what had to yield: "and 3 more things"."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from shopkeeper.domain.phrase import translate
from shopkeeper.ui import a11y
from shopkeeper.ui.say import say
from shopkeeper.ui.widgets.kit import Kit


class More(QPushButton):
    """Shows the rest of the card; Page Down does the same."""

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(parent)
        self._kit = kit
        self._compact = False
        self.setAutoDefault(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def tall(self, *, compact: bool) -> int:
        """How much of the card it takes."""
        self._compact = compact
        return max(44, self.sizeHint().height() if compact else self._kit.look.space(44))

    def stand_for(self, n: int, left: int, y: int, room: int) -> bool:
        """Stand for so many things, there; says whether there is anything to stand for."""
        self.setVisible(n > 0)
        if n:
            things = say(translate("card", "and %n more thing(s)", "the rest of the card", n))
            words = translate("card", "{words}  (Page Down)", "a button and its key").with_values(words=things)
            self.setText(say(words))
            a11y.named(self, things)
            width = min(self.sizeHint().width(), room)
            start = left + room - width if self.isRightToLeft() else left
            self.setGeometry(start, y, width, self.tall(compact=self._compact))
        return n > 0
