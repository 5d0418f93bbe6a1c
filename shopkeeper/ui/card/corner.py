"""The corner of the paper: everything that is kept, the eye that reads private lines, and the curtain."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QPushButton, QWidget

from shopkeeper.domain.phrase import Phrase, translate
from shopkeeper.ui import a11y
from shopkeeper.ui.say import say
from shopkeeper.ui.theme import Role
from shopkeeper.ui.widgets.kit import Kit

_ICON: Final = 20
_GAP: Final = 8
# From here on the name needs the room that a word takes.
_SIGNS_FROM: Final = 1.5


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
        """Draw their signs in the present colours and size; a word where there is room for it."""
        size = self._kit.look.space(_ICON)
        for button, drawing in ((self._eye, "eye"), (self._curtain, "curtain")):
            button.setIcon(self._kit.icons.icon(drawing, Role.SOFT, size))
            button.setIconSize(QSize(size, size))
        words = self._kit.look.scale < _SIGNS_FROM
        self._edit.setText(self._edit.accessibleName() if words else "")
        self._edit.setIcon(QIcon() if words else self._kit.icons.icon("pencil", Role.SOFT, size))
        self._edit.setIconSize(QSize(size, size))
        self._edit.setProperty("place", None if words else "square")
        for renew in (self._edit.style().unpolish, self._edit.style().polish):
            renew(self._edit)

    def show(self, *, shown: bool, card: bool) -> None:
        """They are there, or a sheet lies over them; without a card there is nothing to edit."""
        self._edit.setVisible(shown and card)
        self._eye.setVisible(shown)
        self._curtain.setVisible(shown)

    def size(self) -> QSize:
        """How much room they take, with the gap before what stands beside them."""
        sizes = [self._size_of(button) for button in self._in_order()]
        return QSize(sum(one.width() + _GAP for one in sizes) + _GAP, sizes[0].height())

    def lie(self, paper: QRect, top: int, padding: int) -> None:
        """So far from the edges of the paper."""
        step = padding
        for button in self._in_order():
            size = self._size_of(button)
            step += size.width()
            left = paper.left() + step - size.width() if self._place.isRightToLeft() else paper.right() - step + 1
            button.setGeometry(left, paper.top() + top, size.width(), size.height())
            step += _GAP

    def _in_order(self) -> tuple[QPushButton, ...]:
        """From the edge inwards."""
        return self._curtain, self._eye, self._edit

    def _size_of(self, button: QPushButton) -> QSize:
        return button.sizeHint().expandedTo(QSize(44, 44))
