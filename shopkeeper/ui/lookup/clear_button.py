"""The x at the end of the search box: one tap, and the next name can be typed."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QPushButton, QWidget

from shopkeeper.domain.phrase import translate
from shopkeeper.ui import a11y
from shopkeeper.ui.say import say
from shopkeeper.ui.theme import Role
from shopkeeper.ui.widgets.kit import Kit

_ICON: Final = 18
# More does not fit into a button as wide as a thumb.
_MOST: Final = 32


class ClearButton(QPushButton):
    """There only while something is typed. Tab passes it by: a hand on the keys has Esc."""

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(parent)
        self._kit = kit
        self.setProperty("place", "quiet")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        tip = say(translate("search", "Clear what is typed (Esc)"))
        a11y.named(self, say(translate("search", "Clear")), tip)
        self.setToolTip(tip)
        self.hide()
        kit.look.changed.connect(self._dress)
        self._dress()

    def _dress(self) -> None:
        size = min(_MOST, self._kit.look.space(_ICON))
        self.setIcon(self._kit.icons.icon("remove", Role.SOFT, size))
        self.setIconSize(QSize(size, size))
