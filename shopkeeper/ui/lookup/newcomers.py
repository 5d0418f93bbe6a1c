"""The two ways to bring someone new in, side by side at the foot of the rail."""

from __future__ import annotations

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from shopkeeper.domain.phrase import translate
from shopkeeper.ui import a11y
from shopkeeper.ui.say import say
from shopkeeper.ui.theme import Role
from shopkeeper.ui.widgets.kit import Kit


class Newcomers(QObject):
    """A button for one person, and a square one for a file of them."""

    new_asked = Signal()
    bring_in_asked = Signal()

    def __init__(self, kit: Kit, rail: QWidget) -> None:
        super().__init__(rail)
        self._kit, self._rail = kit, rail
        self._new = self._button(say(translate("rail", "New person")))
        self._bring = self._button(say(translate("rail", "Bring people in")))
        self._bring.setProperty("place", "square")
        tip = say(translate("rail", "Bring people in from a contacts file (Ctrl+O)"))
        self._bring.setAccessibleDescription(tip)
        self._bring.setToolTip(tip)
        self._new.clicked.connect(self.new_asked)
        self._bring.clicked.connect(self.bring_in_asked)

    def dress(self) -> None:
        """Draw their signs in the present colours and size."""
        size = self._kit.look.space(18)
        self._new.setIcon(self._kit.icons.icon("plus", Role.INK, size))
        self._bring.setIcon(self._kit.icons.icon("tray", Role.INK, size))
        for button in (self._new, self._bring):
            button.setIconSize(QSize(size, size))

    def lie(self, left: int, width: int, bottom: int) -> int:
        """Lay them side by side; says where the room above them ends."""
        words = say(translate("rail", "New person"))
        key = translate("rail", "{words}     {key}", "a button and its key").with_values(words=words, key="Ctrl+N")
        self._new.setText(f" {say(key)}")
        height = max(44, self._new.sizeHint().height())
        room = width - height - 8
        if self._new.sizeHint().width() > room:
            self._new.setText(f" {words}")
        y = bottom - height
        mirrored = self._rail.isRightToLeft()
        self._bring.setGeometry(left if mirrored else left + width - height, y, height, height)
        self._new.setGeometry(left + height + 8 if mirrored else left, y, room, height)
        return y - 12

    def _button(self, name: str) -> QPushButton:
        button = QPushButton(self._rail)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setAutoDefault(True)
        a11y.named(button, name)
        return button
