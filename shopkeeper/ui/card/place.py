"""The place of the card: the sheet of paper with the card, the eye and the curtain beside the name, the foot below."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from shopkeeper.ui.card.corner import Corner
from shopkeeper.ui.card.empty_states import EmptyState
from shopkeeper.ui.card.foot import Foot
from shopkeeper.ui.card.message import Message
from shopkeeper.ui.card.sentences import household_line
from shopkeeper.ui.card.view import PADDING, CardView
from shopkeeper.ui.needs import CardShown
from shopkeeper.ui.say import said, say
from shopkeeper.ui.widgets.kit import Kit
from shopkeeper.ui.widgets.panel import Desk
from shopkeeper.ui.widgets.undo_bar import UndoBar
from shopkeeper.ui.writing.draft_page import DraftPage
from shopkeeper.ui.writing.write_line import WriteLine

_RAIL_SIDE: Final = 12


class CardPlace(Desk):
    """Shows one card or one message; never both, never neither."""

    blanked = Signal()
    edit_asked = Signal()
    household_asked = Signal()
    pressed = Signal(str)
    taken_back = Signal()

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(kit.look, parent)
        self._kit = kit
        self._lines = ("", "")
        self._shown: CardShown | None = None
        self._drafted = False
        self._sheet: QWidget | None = None
        self._build()
        self._connect()
        self._dress()

    def _build(self) -> None:
        self.card = CardView(self._kit, self)
        self.message = Message(self._kit, self)
        self.draft = DraftPage(self._kit, self)
        self.write_line = WriteLine(self._kit, self)
        self._corner = Corner(self._kit, self)
        # It may lie at the foot of the rail, so it belongs to the whole counter.
        self.undo = UndoBar(self._kit, self.parentWidget() or self)
        self._foot = Foot(self._kit, self)
        self._put_in_front()

    def _connect(self) -> None:
        self._corner.revealed.connect(self.card.reveal)
        self._corner.blanked.connect(self.blanked)
        self._corner.edit_asked.connect(self.edit_asked)
        for foot in (self._foot, self.card.foot):
            foot.household_asked.connect(self.household_asked)
        self.write_line.grown.connect(self._arrange)
        self.message.pressed.connect(self.pressed)
        self.undo.taken_back.connect(self.taken_back)
        self.undo.gone.connect(self._arrange)
        self._kit.look.changed.connect(self._dress)

    def show_card(self, card: CardShown) -> None:
        """A card lies on the paper; the same one once more is not even painted."""
        if card == self._shown:
            return
        self._shown, self._drafted = card, False
        lines = (household_line(card), say(card.foot))
        if self.card.isHidden() or lines != self._lines or not self.undo.isHidden():
            self._lines = lines
            self._put_in_front()
            self._arrange()
        self.card.show_card(card)

    def show_message(self, state: EmptyState) -> None:
        """A message lies on the paper."""
        self._shown, self._drafted = None, False
        self._lines = ("", said(state.foot))
        self._put_in_front()
        self._arrange()
        self.message.tell(state)

    def show_draft(self) -> None:
        """What is typed into the search box lies on the paper, as it was understood."""
        if self.draft.isHidden():
            self._shown, self._drafted, self._lines = None, True, ("", "")
            self._put_in_front()
            self._arrange()

    def show_sheet(self, sheet: QWidget, begin: Callable[[], None]) -> None:
        """A sheet lies over the paper; what is under it goes on telling who is chosen."""
        before, self._sheet = self._sheet, sheet
        sheet.setParent(self)
        self._arrange()
        sheet.show()
        sheet.raise_()
        begin()
        if before is not None and before is not sheet:
            before.hide()
        self._put_in_front()
        # The bar has another place on a sheet.
        self._arrange()

    def leave_sheet(self) -> None:
        """The card is in front again, or the message."""
        if self._sheet is not None:
            self._sheet.hide()
            self._sheet = None
            self._put_in_front()
            self._arrange()

    def _put_in_front(self) -> None:
        """The sheet, or the card, the draft or the message; never two of them."""
        bare = self._sheet is None
        self.card.setVisible(bare and self._shown is not None)
        self.draft.setVisible(bare and self._drafted)
        self.message.setVisible(bare and self._shown is None and not self._drafted)
        self.write_line.attend(shown=not self.card.isHidden())
        self._foot.setVisible(bare)  # a sheet may have to stay while somebody else is looked up
        self._corner.show(shown=bare, card=not self.card.isHidden())

    def tell_done(self, words: str, undo: str) -> None:
        """Name what was done, at the foot of the paper."""
        self.undo.tell(words, undo)
        self.undo.enter(self._bar_place())
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Everything keeps its place on the paper."""
        super().resizeEvent(event)
        self._arrange()

    def _dress(self) -> None:
        self._corner.dress()
        self._arrange()

    def _arrange(self) -> None:
        if self.width() < 3 * PADDING:
            return
        # Where large text meets a small window, the foot moves onto the paper and every margin is narrow.
        compact = self.height() / self._kit.look.scale < 360
        margin = 12 if compact else 26
        self._foot.show_lines(*(("", "") if compact else self._lines))
        self.card.show_foot(*(self._lines if compact else ("", "")))
        height = self._foot.lay(self.width() - 2 * margin)
        # Room for two lines is always kept, so that the paper ends in the same place for everybody.
        kept = 0 if compact else max(height, self._foot.two_lines())
        self.leave(below=kept + 24 if kept else 0, margin=margin)
        self._foot.setGeometry(margin, self.height() - kept - 12, self.width() - 2 * margin, height)
        paper = self.paper().toRect()
        inside = paper.adjusted(1, 1, -1, -1)
        self._place_corner(paper, compact=compact)
        self.message.setGeometry(inside)
        self.draft.setGeometry(inside)
        self.card.setGeometry(self._above_line(inside))
        if self._sheet is not None:
            self._sheet.setGeometry(self._sheet_place())
        if not self.undo.isHidden():
            self._make_way(inside)

    def _sheet_place(self) -> QRect:
        """All of the paper but its round corners."""
        return self.paper().toRect().adjusted(1, 9, -1, -9)

    def _place_corner(self, paper: QRect, *, compact: bool) -> None:
        aside = self._corner.size()
        self.card.make_room(aside=aside, compact=compact)
        top, padding = self.card.top(), self.card.padding()
        self.message.keep_clear(top + aside.height())
        self.draft.keep_clear(padding, aside.width())
        self._corner.lie(paper, top, padding)

    def _above_line(self, inside: QRect) -> QRect:
        """The write line lies at the foot of the paper, there or not; the card has what is above it."""
        left = self.card.padding()
        below = min(16, left - 6)
        width = inside.width() - 2 * left
        height = self.write_line.lay(width, self.card.edge.lends(self.card.safety, inside.height() - below - 6))
        self.write_line.setGeometry(inside.left() + left, inside.bottom() - height - below, width, height)
        return inside.adjusted(0, 0, 0, -height - below - 6)

    def _make_way(self, inside: QRect) -> None:
        """The bar and what lies on the paper share it; where that would cost a line of slot 2 the bar is elsewhere."""
        place = self._bar_place()
        self.undo.lie(place)
        if not self._lies_on_paper(place):
            return
        if self._sheet is not None:
            self._sheet.setGeometry(self._sheet_place().adjusted(0, 0, 0, -place.height() - 12))
        else:
            inside.setBottom(self._on_paper().top() - 4)
            for lying in (self.card, self.message, self.draft):
                lying.setGeometry(inside)

    def _bar_place(self) -> QRect:
        """Where the bar lies on the counter: at the foot of the paper, or of the rail."""
        paper = self._on_paper()
        if (
            self._sheet is not None
            or self.card.isHidden()
            or self.card.geometry().top() + self.card.safety_ends() <= paper.top() - 8
        ):
            return paper.translated(self.pos()) if self.undo.parentWidget() is not self else paper
        counter = self.undo.parentWidget() or self
        rail = counter.width() - self.width()
        start = self.width() if self.isRightToLeft() else 0
        width = rail - 2 * _RAIL_SIDE
        height = self.undo.lay(width)
        return QRect(start + _RAIL_SIDE, counter.height() - 13 - height, width, height)

    def _lies_on_paper(self, place: QRect) -> bool:
        return self.geometry().contains(place) or self.undo.parentWidget() is self

    def _on_paper(self) -> QRect:
        paper = self.paper().toRect()
        padding = self.card.padding()
        height = self.undo.lay(paper.width() - 2 * padding)
        bottom = paper.bottom() - 16 if self.write_line.isHidden() else self.write_line.y() - 8
        return QRect(paper.left() + padding, bottom - height, paper.width() - 2 * padding, height)
