"""The foot of the rail: the two ways to bring someone new in, who is at the counter, and what is not agreed yet."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QPushButton, QWidget

from shopkeeper.domain.phrase import translate
from shopkeeper.ui import a11y
from shopkeeper.ui.say import say, typed
from shopkeeper.ui.theme import Role
from shopkeeper.ui.widgets.kit import Kit

# At 100 % text; what is lower shows only people and their day.
_TALL: Final = 480


class Newcomers(QObject):
    """A button for one person, a square one for a file of them, one that shows who is here; the evening's above."""

    new_asked = Signal()
    bring_in_asked = Signal()
    staff_asked = Signal()
    evening_asked = Signal()
    changed = Signal()  # they take another room

    def __init__(self, kit: Kit, rail: QWidget) -> None:
        super().__init__(rail)
        self._kit, self._rail = kit, rail
        self._missing = 0
        self._new = self._button(say(translate("rail", "New person")))
        self._bring = self._button(say(translate("rail", "Bring people in")))
        self._bring.setProperty("place", "square")
        tip = say(translate("rail", "Bring people in from a contacts file (Ctrl+O)"))
        self._bring.setAccessibleDescription(tip)
        self._bring.setToolTip(tip)
        self.staff = self._button("")
        self.evening = self._button("")
        self.evening.setProperty("place", "quiet")
        self.evening.hide()
        self.staff.clicked.connect(self.staff_asked)
        self.evening.clicked.connect(self.evening_asked)
        self.show_staff("")
        self._new.clicked.connect(self.new_asked)
        self._bring.clicked.connect(self.bring_in_asked)

    def show_staff(self, initials: str) -> None:
        """Who is at the counter."""
        words = translate("rail", "At the counter: {who}").with_values(who=initials) if initials else None
        self.staff.setText(typed(initials))
        self.dress()
        a11y.named(self.staff, say(words or translate("rail", "Who is at the counter?")))
        self.staff.setToolTip(say(translate("rail", "Who is at the counter; the next one: F7")))
        self.changed.emit()

    def show_evening(self, n: int) -> None:
        """So many things were written down that nobody has agreed to."""
        if n == self._missing:
            return
        words = say(translate("rail", "%n not agreed yet", "facts that were written down", n))
        key = translate("rail", "{words}     {key}", "a button and its key")
        self.evening.setText(say(key.with_values(words=words, key="Ctrl+E")))
        a11y.named(self.evening, words)
        self._missing = n
        self.changed.emit()

    def dress(self) -> None:
        """Draw their signs in the present colours and size."""
        size = self._kit.look.space(18)
        self._new.setIcon(self._kit.icons.icon("plus", Role.INK, size))
        self._bring.setIcon(self._kit.icons.icon("tray", Role.INK, size))
        self.staff.setIcon(QIcon() if self.staff.text() else self._kit.icons.icon("person", Role.INK, size))
        for button in (self._new, self._bring, self.staff):
            button.setIconSize(QSize(size, size))

    def lie(self, left: int, width: int, bottom: int) -> int:
        """Lay them side by side; says where the room above them ends."""
        words = say(translate("rail", "New person"))
        key = translate("rail", "{words}     {key}", "a button and its key").with_values(words=words, key="Ctrl+N")
        self._new.setText(f" {say(key)}")
        height = max(44, self._new.sizeHint().height())
        chip = min(max(height, self.staff.sizeHint().width()), width // 3) if self.staff.text() else height
        room = width - height - chip - 16
        for shorter in (f" {words}", ""):
            if self._new.sizeHint().width() > room:
                self._new.setText(shorter)
        y = bottom - height
        mirrored = self._rail.isRightToLeft()
        x = left if mirrored else left + width
        for button, wide in ((self._bring, height), (self.staff, chip), (self._new, room)):
            x -= 0 if mirrored else wide
            button.setGeometry(x, y, wide, height)
            x += wide + 8 if mirrored else -8
        # On a small screen with large text every line counts more; the sheet of the staff leads there too.
        fits = self._rail.height() / self._kit.look.scale >= _TALL and self.evening.sizeHint().width() <= width
        self.evening.setVisible(bool(self._missing) and fits)
        if self.evening.isHidden():
            return y - 12
        self.evening.setGeometry(left, y - height - 8, width, height)
        return y - height - 16

    def _button(self, name: str) -> QPushButton:
        button = QPushButton(self._rail)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setAutoDefault(True)
        a11y.named(button, name)
        return button
