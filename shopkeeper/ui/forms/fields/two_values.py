"""Two values of one fact: what was just typed, and what somebody else kept meanwhile. One of them is chosen."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from shopkeeper.domain.phrase import translate
from shopkeeper.ui.say import isolated, say
from shopkeeper.ui.sheets.page import button
from shopkeeper.ui.theme import Face, Role
from shopkeeper.ui.widgets.drawn import Text
from shopkeeper.ui.widgets.kit import Kit
from shopkeeper.ui.widgets.panel import paint_block


class TwoValues(QWidget):
    """Both side by side, each with the button that keeps it."""

    kept_theirs = Signal()
    kept_mine = Signal()

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(parent)
        self._kit = kit
        grid = QGridLayout(self)
        grid.setContentsMargins(14, 12, 14, 12)
        grid.setSpacing(8)
        meanwhile = translate("form", "This was changed meanwhile. Which of the two is right?")
        self._sentence = Text(kit, Face.LINE_STRONG, Role.TIME, self, say(meanwhile))
        grid.addWidget(self._sentence, 0, 0, 1, 2)
        headings = (
            translate("form", "In the book", "above a value that somebody else kept meanwhile"),
            translate("form", "Just typed here", "above a value that is not kept yet"),
        )
        self._values = [Text(kit, Face.BODY, Role.INK, self) for _ in headings]
        self.theirs = button(say(translate("form", "Keep theirs", "the value that somebody else kept")), self)
        self.mine = button(say(translate("form", "Keep mine", "the value that was just typed")), self)
        for column, heading in enumerate(headings):
            grid.setColumnStretch(column, 1)
            grid.addWidget(Text(kit, Face.SMALL, Role.SOFT, self, say(heading)), 1, column)
            grid.addWidget(self._values[column], 2, column)
            grid.addWidget((self.theirs, self.mine)[column], 3, column)
        self.theirs.clicked.connect(self.kept_theirs)
        self.mine.clicked.connect(self.kept_mine)

    def ask(self, mine: str, theirs: str) -> None:
        """Show both; an empty one is said to be empty."""
        nothing = say(translate("form", "nothing", "an empty value"))
        self._values[0].tell(isolated(theirs) or nothing)
        self._values[1].tell(isolated(mine) or nothing)
        self.show()
        self.updateGeometry()

    def sentence(self) -> str:
        """What is asked, and between what."""
        return " ".join((self._sentence.words(), *self.values()))

    def values(self) -> tuple[str, str]:
        """What the book holds, and what was typed."""
        return self._values[0].words(), self._values[1].words()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A block in the colour of time: it waits for an answer."""
        paint_block(QPainter(self), self._kit.look, QRectF(self.rect()), Role.TIME_FILL, Role.LINE, 12)
