"""The corner of the paper: everything that is kept, the eye that reads private lines, and the curtain."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, QRect, QSize, Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from shopkeeper.domain.phrase import Phrase, translate
from shopkeeper.ui import a11y
from shopkeeper.ui.say import say
from shopkeeper.ui.theme import Role
from shopkeeper.ui.widgets.kit import Kit

_ICON: Final = 20
_GAP: Final = 8


class Corner(QObject):
    """Three buttons at the far end of the paper's upper edge, beside the name."""

    edit_asked = Signal()
    revealed = Signal(bool)
    blanked = Signal()

    def __init__(self, kit: Kit, place: QWidget) -> None:
        super().__init__(place)
        self._kit, self._place = kit, place
        self._eye = self._square(
            translate("card", "Private lines"), translate("card", "Hold to read the private lines (F8)")
        )
        self._curtain = self._square(translate("card", "Blank the screen"), translate("card", "Blank the screen (F9)"))
        self._edit = self._square(
            translate("card", "Edit"), translate("card", "Everything that is kept about them (F2)")
        )
        self._edit.clicked.connect(self.edit_asked)
        self._eye.pressed.connect(lambda: self.revealed.emit(True))
        self._eye.released.connect(lambda: self.revealed.emit(False))
        self._curtain.clicked.connect(self.blanked)

    def _square(self, name: Phrase, tip: Phrase) -> QPushButton:
        button = QPushButton(self._place)
        button.setAutoDefault(True)
        button.setProperty("place", "square")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        a11y.named(button, say(name), say(tip))
        button.setToolTip(say(tip))
        return button

    def dress(self) -> None:
        """Draw their signs in the present colours and size."""
        size = self._kit.look.space(_ICON)
        for button, drawing in ((self._edit, "pencil"), (self._eye, "eye"), (self._curtain, "curtain")):
            button.setIcon(self._kit.icons.icon(drawing, Role.SOFT, size))
            button.setIconSize(QSize(size, size))

    def show(self, *, shown: bool, card: bool) -> None:
        """They are there, or a sheet lies over them; without a card there is nothing to edit."""
        self._edit.setVisible(shown and card)
        self._eye.setVisible(shown)
        self._curtain.setVisible(shown)

    def size(self) -> QSize:
        """How much room they take, with the gap before what stands beside them."""
        one = self._one()
        return QSize(3 * one.width() + 4 * _GAP, one.height())

    def lie(self, paper: QRect, top: int, padding: int) -> None:
        """So far from the edges of the paper."""
        size = self._one()
        for i, button in enumerate((self._curtain, self._eye, self._edit)):
            step = padding + (i + 1) * size.width() + i * _GAP
            mirrored = self._place.isRightToLeft()
            left = paper.left() + step - size.width() if mirrored else paper.right() - step + 1
            button.setGeometry(left, paper.top() + top, size.width(), size.height())

    def _one(self) -> QSize:
        return self._eye.sizeHint().expandedTo(QSize(44, 44))
