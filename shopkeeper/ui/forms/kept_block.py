"""All that is kept of one kind: its title, its rows, and the button that adds one."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from shopkeeper.domain.household import Household
from shopkeeper.domain.phrase import translate
from shopkeeper.ui.forms.kept_row import KeptRow
from shopkeeper.ui.forms.needs import KeptSection
from shopkeeper.ui.forms.signed import Signed
from shopkeeper.ui.say import say
from shopkeeper.ui.theme import Face, Role
from shopkeeper.ui.widgets.drawn import Text
from shopkeeper.ui.widgets.kit import Kit
from shopkeeper.ui.widgets.panel import paint_block

_PAD: Final = 14
_GAP: Final = 8


class KeptBlock(QWidget):
    """One section of the sheet of a person."""

    opened = Signal(str)
    wanted = Signal(object)  # the kind of record that is to be added

    def __init__(self, kit: Kit, section: KeptSection, parent: QWidget) -> None:
        super().__init__(parent)
        self._kit, self.section = kit, section
        self._title = Text(kit, Face.TITLE, Role.INK, self, say(section.title))
        self.rows = tuple(KeptRow(kit, line, self) for line in section.lines)
        adding = translate("form", "Add: {what}", "read aloud; what: promises, notes").with_values(what=section.title)
        self.add = Signed(kit, "plus", say(translate("form", "Add", "something new of this kind")), say(adding), self)
        self.add.setVisible(section.can_add)
        if section.kind is Household:
            # Who lives with whom is made and split on a sheet of its own.
            family = say(translate("form", "Household and family"))
            self.add.hide()
            self.add = Signed(kit, "house", family, family, self)
        self.add.clicked.connect(lambda: self.wanted.emit(section.kind))
        for row in self.rows:
            row.opened.connect(self.opened)

    def lay(self, width: int) -> int:
        """Place everything in that width; says how tall it is."""
        inner = width - 2 * _PAD
        size = self.add.sizeHint()
        taken = 0 if self.add.isHidden() else size.width() + 10
        words = self._title.lay(max(60, inner - taken))
        high = max(44, size.height() if taken else 0, words)
        self._put(self._title, _PAD + 2, 8 + (high - words) // 2, inner - taken, words, width)
        self._put(self.add, width - _PAD - size.width(), 8, size.width(), max(44, size.height()), width)
        y = 8 + high + _GAP
        for row in self.rows:
            tall = row.lay(inner)
            self._put(row, _PAD, y, inner, tall, width)
            y += tall + _GAP
        return y + (_PAD - _GAP if self.rows else 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paper and its edge."""
        paint_block(QPainter(self), self._kit.look, QRectF(self.rect()), Role.PAPER, Role.LINE, 14)

    def _put(self, thing: QWidget, x: int, y: int, wide: int, tall: int, width: int) -> None:
        thing.setGeometry(width - x - wide if self.isRightToLeft() else x, y, wide, tall)
