"""The four quick buttons at the end of the line: each opens a blank form about the card's person."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from shopkeeper.domain.allergy import AllergyIntolerance
from shopkeeper.domain.concern import Concern
from shopkeeper.domain.kindness import Kindness
from shopkeeper.domain.occasion import Occasion
from shopkeeper.domain.phrase import Phrase, translate
from shopkeeper.domain.record import Record
from shopkeeper.ui import a11y
from shopkeeper.ui.say import say

_GAP: Final = 8
_KINDS: Final[tuple[tuple[type[Record], Phrase, Phrase], ...]] = (
    (
        AllergyIntolerance,
        translate("writing", "Allergy", "a quick button"),
        translate("writing", "Write an allergy down"),
    ),
    (Occasion, translate("writing", "Occasion", "a quick button"), translate("writing", "Write a day down")),
    (
        Concern,
        translate("writing", "Ask after", "a quick button"),
        translate("writing", "Write down what to ask after"),
    ),
    (Kindness, translate("writing", "Kindness", "a quick button"), translate("writing", "Write a kindness down")),
)


class Quick(QWidget):
    """As many of the buttons as there is room for: none, rather than a line too short to write on."""

    wanted = Signal(object)  # the kind of thing that a form shall be opened for

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._buttons = [self._button(*kind) for kind in _KINDS]

    def _button(self, kind: type[Record], words: Phrase, tip: Phrase) -> QPushButton:
        button = QPushButton(say(words), self)
        button.setProperty("place", "choice")
        button.setAutoDefault(True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        a11y.named(button, say(words), say(tip))
        button.setToolTip(say(tip))
        button.clicked.connect(lambda: self.wanted.emit(kind))
        return button

    def buttons(self) -> list[QPushButton]:
        """All four, in their order."""
        return self._buttons

    def wide(self) -> int:
        """How wide the row is."""
        return sum(button.sizeHint().width() + _GAP for button in self._buttons) - _GAP

    def resizeEvent(self, event: object) -> None:
        """Side by side."""
        x = 0
        for button in self._buttons:
            wide = button.sizeHint().width()
            button.setGeometry(self.width() - x - wide if self.isRightToLeft() else x, 0, wide, self.height())
            x += wide + _GAP
