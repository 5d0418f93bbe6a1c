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
    """As many of the buttons as there is room for, the others behind dots: none, rather than no line to write on."""

    wanted = Signal(object)  # the kind of thing that a form shall be opened for
    turned = Signal()  # other buttons are wanted

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._begin = 0  # the first button in sight
        self._shown: list[QPushButton] = []
        self._buttons = [self._of_kind(*kind) for kind in _KINDS]
        self._more = self._button(say(_MORE), say(translate("writing", "Other things to write down")))
        self._more.setProperty("place", "square")
        self._more.setText("…")
        self._more.clicked.connect(self._turn)

    def _of_kind(self, kind: type[Record], words: Phrase, tip: Phrase) -> QPushButton:
        button = self._button(say(words), say(tip))
        button.setProperty("place", "choice")
        button.clicked.connect(lambda: self.wanted.emit(kind))
        return button

    def _button(self, words: str, tip: str) -> QPushButton:
        button = QPushButton(words, self)
        button.setAutoDefault(True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        a11y.named(button, words, tip)
        button.setToolTip(tip)
        return button

    def _turn(self) -> None:
        """The next buttons; behind the last ones come the first again."""
        self._begin = (self._begin + len(self._shown) - 1) % len(self._buttons)
        self.turned.emit()

    def buttons(self) -> list[QPushButton]:
        """All four, in their order."""
        return self._buttons

    def in_order(self) -> list[QPushButton]:
        """What Tab goes through."""
        return [*self._buttons, self._more]

    def fit(self, room: int) -> int:
        """Put as many in sight as there is room for; says how wide they are together."""
        self._shown = self._fitting(room)
        for button in self.in_order():
            button.setVisible(button in self._shown)
        self._lie()
        return _wide(self._shown)

    def _fitting(self, room: int) -> list[QPushButton]:
        if _wide(self._buttons) <= room:
            self._begin = 0
            return self._buttons
        turned = [*self._buttons[self._begin :], *self._buttons[: self._begin]]
        for count in range(len(turned) - 1, 0, -1):
            some = [*turned[:count], self._more]
            if _wide(some) <= room:
                return some
        return []

    def resizeEvent(self, event: object) -> None:
        """Side by side."""
        self._lie()

    def _lie(self) -> None:
        """Side by side, the dots last."""
        x = 0
        for button in self._shown:
            wide = _wide([button])
            button.setGeometry(self.width() - x - wide if self.isRightToLeft() else x, 0, wide, self.height())
            x += wide + _GAP


def _wide(buttons: list[QPushButton]) -> int:
    return sum(max(44, button.sizeHint().width()) + _GAP for button in buttons) - _GAP


_MORE: Final = translate("writing", "More", "the quick buttons that are out of sight")
