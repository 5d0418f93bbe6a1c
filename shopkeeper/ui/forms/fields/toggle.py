"""A button that stays pressed. Whether it is pressed is seen without colours too."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QPushButton, QWidget

from shopkeeper.ui import a11y
from shopkeeper.ui.theme import Role
from shopkeeper.ui.widgets.kit import Kit

_RING: Final = 19


class Toggle(QPushButton):
    """One answer: an empty ring while it is not the one, a filled one when it is."""

    def __init__(self, kit: Kit, words: str, question: str, parent: QWidget) -> None:
        super().__init__(words[:1].upper() + words[1:], parent)
        self._kit = kit
        self.setCheckable(True)
        self.setAutoDefault(True)
        self.setProperty("place", "choice")
        a11y.named(self, f"{question}: {words}")
        self.toggled.connect(self._dress)
        kit.look.changed.connect(self._dress)
        self._dress()

    def _dress(self) -> None:
        size = round(_RING * self._kit.look.scale)
        name, role = ("chosen", Role.ACCENT) if self.isChecked() else ("choice", Role.SOFT)
        self.setIconSize(QSize(size, size))
        self.setIcon(self._kit.icons.icon(name, role, size))
