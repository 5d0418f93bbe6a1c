"""The place of the card: the sheet of paper with the card, the eye and the curtain beside the name, the foot below."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QWidget

from shopkeeper.domain.phrase import Phrase, translate
from shopkeeper.ui import a11y
from shopkeeper.ui.card.empty_states import EmptyState
from shopkeeper.ui.card.foot import Foot
from shopkeeper.ui.card.message import Message
from shopkeeper.ui.card.sentences import household_line
from shopkeeper.ui.card.view import PADDING, CardView
from shopkeeper.ui.needs import CardShown
from shopkeeper.ui.say import said, say
from shopkeeper.ui.theme import Role
from shopkeeper.ui.widgets.kit import Kit
from shopkeeper.ui.widgets.panel import Desk
from shopkeeper.ui.widgets.undo_bar import UndoBar

_ICON: Final = 20
_RAIL_SIDE: Final = 12


class CardPlace(Desk):
    """Shows one card or one message; never both, never neither."""

    blanked = Signal()
    pressed = Signal(str)
    taken_back = Signal()

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(kit.look, parent)
        self._kit = kit
        self._lines = ("", "")
        self._shown: CardShown | None = None
        self._build()
        self._connect()
        self._dress()

    def _build(self) -> None:
        self.card = CardView(self._kit, self)
        self.message = Message(self._kit, self)
        self._eye = self._square(
            translate("card", "Private lines"), translate("card", "Hold to read the private lines (F8)")
        )
        self._curtain = self._square(translate("card", "Blank the screen"), translate("card", "Blank the screen (F9)"))
        # It may lie at the foot of the rail, so it belongs to the whole counter.
        self.undo = UndoBar(self._kit, self.parentWidget() or self)
        self._foot = Foot(self._kit, self)
        self.card.hide()

    def _square(self, name: Phrase, tip: Phrase) -> QPushButton:
        button = QPushButton(self)
        button.setAutoDefault(True)
        button.setProperty("place", "square")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        a11y.named(button, say(name), say(tip))
        button.setToolTip(say(tip))
        return button

    def _connect(self) -> None:
        self._eye.pressed.connect(lambda: self.card.reveal(True))
        self._eye.released.connect(lambda: self.card.reveal(False))
        self._curtain.clicked.connect(self.blanked)
        self.message.pressed.connect(self.pressed)
        self.undo.taken_back.connect(self.taken_back)
        self.undo.gone.connect(self._arrange)
        self._kit.look.changed.connect(self._dress)

    def show_card(self, card: CardShown) -> None:
        """A card lies on the paper; the same one once more is not even painted."""
        if card == self._shown:
            return
        self._shown = card
        lines = (household_line(card), say(card.foot))
        if self.card.isHidden() or lines != self._lines or not self.undo.isHidden():
            self._lines = lines
            self.message.hide()
            self.card.show()
            self._arrange()
        self.card.show_card(card)

    def show_message(self, state: EmptyState) -> None:
        """A message lies on the paper."""
        self._shown = None
        self._lines = ("", said(state.foot))
        self.card.hide()
        self.message.show()
        self._arrange()
        self.message.tell(state)

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
        size = self._kit.look.space(_ICON)
        for button, drawing in ((self._eye, "eye"), (self._curtain, "curtain")):
            button.setIcon(self._kit.icons.icon(drawing, Role.SOFT, size))
            button.setIconSize(QSize(size, size))
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
        self._place_buttons(paper, compact=compact)
        self.message.setGeometry(inside)
        self.card.setGeometry(inside)
        if not self.undo.isHidden():
            self._make_way(inside)

    def _place_buttons(self, paper: QRect, *, compact: bool) -> None:
        size = self._eye.sizeHint().expandedTo(QSize(44, 44))
        self.card.make_room(aside=QSize(2 * size.width() + 8 + 16, size.height()), compact=compact)
        y = paper.top() + self.card.top()
        self.message.keep_clear(self.card.top() + size.height())
        padding = self.card.padding()
        for i, button in enumerate((self._curtain, self._eye)):
            step = (i + 1) * size.width() + i * 8
            left = (
                paper.left() + padding + step - size.width()
                if self.isRightToLeft()
                else paper.right() - padding - step + 1
            )
            button.setGeometry(left, y, size.width(), size.height())

    def _make_way(self, inside: QRect) -> None:
        """The bar and what lies on the paper share it; where that would cost a line of slot 2 the bar is elsewhere."""
        place = self._bar_place()
        self.undo.setGeometry(place)
        if self._lies_on_paper(place):
            inside.setBottom(self._on_paper().top() - 4)
            self.card.setGeometry(inside)
            self.message.setGeometry(inside)

    def _bar_place(self) -> QRect:
        """Where the bar lies on the counter: at the foot of the paper, or of the rail."""
        paper = self._on_paper()
        if self.card.isHidden() or self.card.geometry().top() + self.card.safety_ends() <= paper.top() - 8:
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
        return QRect(paper.left() + padding, paper.bottom() - height - 16, paper.width() - 2 * padding, height)
