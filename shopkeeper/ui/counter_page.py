"""The counter's page: the rail and the card side by side."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from shopkeeper.ui.card.place import CardPlace
from shopkeeper.ui.front import rail_width
from shopkeeper.ui.lookup.rail import Rail
from shopkeeper.ui.lookup.search_box import SearchBox
from shopkeeper.ui.widgets.kit import Kit


class CounterPage(QWidget):
    """Layout only; what happens here is decided in counter.py."""

    def __init__(self, kit: Kit, search: SearchBox, parent: QWidget) -> None:
        """Takes the search box over, with what is typed in it."""
        super().__init__(parent)
        self._kit = kit
        self.rail = Rail(kit, self, search)
        self.card_place = CardPlace(kit, self)
        self._order_tabs()
        kit.look.changed.connect(self._arrange)

    def _order_tabs(self) -> None:
        """Tab goes from the search box to what is typed there, or to the write line and the card; then to the rest."""
        draft, line, card = self.card_place.draft, self.card_place.write_line, self.card_place.card
        order = [self.rail.search.field, *draft.in_order(), *line.in_order(), *card.in_order()]
        for before, after in pairwise(order):
            self.setTabOrder(before, after)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Both are as tall as the window."""
        self._arrange()

    def _arrange(self) -> None:
        width, height, mirrored = self.width(), self.height(), self.isRightToLeft()
        rail = rail_width(width, self._kit.look.scale)
        self.rail.setGeometry(width - rail if mirrored else 0, 0, rail, height)
        self.card_place.setGeometry(0 if mirrored else rail, 0, width - rail, height)
