"""The card of one person, composed by pixels: slot 2 whole, the rest as far as there is room.

Slots 7 to 3 yield, in that order, to one line that says how many things more there are. When slot 2 alone
is taller than the card, the card scrolls and a fixed edge says how many allergies are still below.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from shopkeeper.domain.phrase import translate
from shopkeeper.remember.reminder import Reminder, Slot
from shopkeeper.ui import a11y
from shopkeeper.ui.card.edge import Edge
from shopkeeper.ui.card.foot import Foot
from shopkeeper.ui.card.head import Head
from shopkeeper.ui.card.lines import Lines
from shopkeeper.ui.card.more import More
from shopkeeper.ui.card.ring import Ring
from shopkeeper.ui.card.rows import Rows
from shopkeeper.ui.card.safety import SafetyBar
from shopkeeper.ui.card.scroll import Scroll
from shopkeeper.ui.card.sentences import aloud, in_rows, who_line
from shopkeeper.ui.card.strip import Strip
from shopkeeper.ui.needs import CardShown, Uid
from shopkeeper.ui.say import say
from shopkeeper.ui.widgets.drawn import Drawn
from shopkeeper.ui.widgets.kit import Kit

PADDING: Final = 28
# Of so little height, at 100 % text, the words below the name are slot 2's.
_CRAMPED: Final = 150


class CardView(QWidget):
    """One person's card. Its widgets stay; what they say changes."""

    opened = Signal(object)  # a reminder: what it was made from is to be shown
    offered = Signal(object, object)  # a reminder, and the offer that is taken

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(parent)
        self._kit = kit
        self._card: CardShown | None = None
        self._revealed = self._whole = False
        self._aside = QSize()
        self._compact = False
        self._reminders: tuple[Reminder, ...] = ()
        self._build()
        self._connect()

    def _build(self) -> None:
        self._body = QWidget(self)
        self.foot = Foot(self._kit, self._body)
        self._head = Head(self._kit, self._body)
        self.safety = SafetyBar(self._kit, self._body)
        self._rows = Rows(self._kit, self._body)
        self.lines = Lines(lambda: [self.safety, *self._rows.in_sight()], self)
        self._ring = Ring(self._kit, self._body, self.lines.in_hand)
        self._more = More(self._kit, self._body)
        self._strip = Strip(self._kit, self)
        self.edge = Edge(self._kit, self)
        self._bar = Scroll(self)

    def _connect(self) -> None:
        self._bar.valueChanged.connect(self._scrolled)
        for lines in (self.safety, self._rows):
            lines.opened.connect(self.opened)
            lines.offered.connect(self.offered)
            lines.changed.connect(self._follow)
        self._rows.held.connect(self._ring.follow)
        self.lines.came.connect(lambda line: self._bar.bring(line, self._strip.height()))
        self.lines.ended.connect(self.unfold)
        self._more.clicked.connect(self.unfold)
        self.edge.pressed_on.connect(lambda: self.scroll_by(self.height() // 2))
        self._kit.look.changed.connect(self._arrange)

    @property
    def person_uid(self) -> Uid:
        """Whose card it is."""
        return self._card.person_uid if self._card else ""

    def show_card(self, card: CardShown) -> None:
        """Another card, or the same one after something changed."""
        other = self._card is None or self._card.person_uid != card.person_uid
        self._card = card
        if other:
            self._whole = False
            self._bar.setValue(0)
        self._fill()
        if other:
            a11y.announce(self, aloud(card.name, who_line(card), card.slot(Slot.SAFETY), self._reminders))

    def reveal(self, revealed: bool) -> None:
        """Show the private lines while a key is held."""
        if revealed != self._revealed:
            self._revealed = revealed
            self._fill()

    def unfold(self) -> None:
        """Show all the things that had yielded."""
        if not self._whole:
            self._whole = True
            self._arrange()

    def make_room(self, *, aside: QSize, compact: bool) -> None:
        """Leave room beside the name for the buttons; in small windows with large text, around everything less."""
        self._aside, self._compact = aside, compact

    def show_foot(self, household: str, notes: str) -> None:
        """The foot, where there is no room for it under the paper; else nothing."""
        self.foot.show_lines(household, notes)

    def scroll_by(self, pixels: int) -> None:
        """Move the card up or down."""
        self._bar.by(pixels)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What fits is decided anew."""
        super().resizeEvent(event)
        self._arrange()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel moves the card."""
        self.scroll_by(-event.angleDelta().y() // 2)
        event.accept()

    def read_on(self, page: int) -> None:
        """What had yielded is shown; where that brings nothing into sight, the card moves on."""
        folded, shown = not self._more.isHidden(), len(self._rows.in_sight())
        self.unfold()
        if folded:
            new = self._rows.all[shown].geometry().translated(0, -self._bar.value())
            page = min(page, max(0, new.top() - self._strip.height() - 8)) if new.bottom() > self.height() else 0
        self.scroll_by(page)

    def safety_ends(self) -> int:
        """Where slot 2 ends on a card that is not scrolled."""
        return self.safety.geometry().bottom() + 1

    def page(self) -> int:
        """How far one page is: what stood at the end of the last one stands at the beginning of the next."""
        end = self.edge.y() - 4 if not self.edge.isHidden() else self.height() - self._kit.look.space(30)
        return max(24, end - self._strip.height())

    def in_order(self) -> list[QWidget]:
        """Where Tab goes, in slot order."""
        return [self.safety, *self._rows.all, self._more]

    def spoken(self) -> list[str]:
        """The lines that can be seen or scrolled to, in slot order, as a screen reader hears them."""
        rows: list[Drawn] = [self._head, self.safety, *self._rows.all]
        return [row.accessibleName() for row in rows if not row.isHidden()]

    def _fill(self) -> None:
        card = self._card
        if card is None:
            return
        self._strip.show_name(card.name)
        self._head.show_person(card.person_uid, card.name, who_line(card))
        self.safety.show_reminders(
            tuple(r for r in card.slot(Slot.SAFETY) if self._revealed or not r.private),
            say(translate("card", "Allergies", "read aloud before slot 2")),
        )
        before, self._reminders = self._reminders, in_rows(card, revealed=self._revealed)
        if len(self._reminders) < len(before) and self.lines.in_hand() is not None:
            self.lines.left.emit()  # the caret is never left on what cannot be seen
        self._rows.show(self._reminders)
        self._arrange()

    def _arrange(self) -> None:
        """Place every row; what does not fit yields, the last slot first."""
        look, width = self._kit.look, self.width() - 2 * self.padding()
        if self._card is None or width < 2 * PADDING:
            return
        self._strip.lie(self.width(), self.top() + self._aside.height() + 6, self.padding(), self._aside.width())
        self._head.make_room(compact=self._compact, cramped=self.height() < look.space(_CRAMPED), aside=self._aside)
        self.safety.make_room(compact=self._compact)
        y = self.top()
        y = self._place(self._head, y, width) + (10 if self._compact else look.space(12))
        y = self._place(self.safety, y, width)
        gap = 12 if self._compact else look.space(18)
        heights = self._rows.lay(width)
        more = self._more.tall(compact=self._compact)
        below = 10 if self._compact else look.space(16)
        foot = self.foot.lay(width)
        count = len(heights) if self._whole else _shown(y + below, heights, gap, more, (self.height(), foot))
        y += below
        for i, row in enumerate(self._rows.all):
            row.setVisible(i < count)
            if i < count:
                y = _seen_whole(y, heights[i], self.height())
                row.setGeometry(self.padding(), y, width, heights[i])
                y += heights[i] + gap
        if self._more.stand_for(len(heights) - count, self.padding(), y, width):
            y += more + (6 if self._compact else look.space(12))
        y = self.foot.lie_below(y, self.padding(), width, foot, self.height())
        self._body.setGeometry(0, -self._bar.value(), self.width(), max(y, self.height()))
        self._measure(y)
        if not self._ring.isHidden():
            self._ring.follow()

    def _follow(self) -> None:
        """A line is of another height now; the one in hand stays in sight, and so does one with a choice on it."""
        line = next((row for row in self._rows.in_sight() if row.offers.is_choosing), self.lines.in_hand())
        self._whole = self._whole or (line is not None and line.offers.is_choosing)
        self._arrange()
        if line is not None:
            self._bar.bring(line, self._strip.height())

    def _place(self, row: Drawn, y: int, width: int) -> int:
        height = row.lay(width)
        row.setGeometry(self.padding(), y, width, height)
        row.setVisible(height > 0)
        return y + height

    def padding(self) -> int:
        """How far everything stands from the paper's edge."""
        return 20 if self._compact else PADDING

    def top(self) -> int:
        """How far the name stands from the paper's upper edge."""
        return 12 if self._compact else self._kit.look.space(22)

    def _measure(self, content: int) -> None:
        """How far the card can be scrolled, and what the fixed edge has to say."""
        over = content - self.height()
        self._bar.measure(over + self.edge.reserved() if over > 0 else 0)
        self._scrolled()

    def _scrolled(self) -> None:
        self._body.move(0, -self._bar.value())
        self._strip.setVisible(self._bar.value() > 0)
        self.edge.follow(self.safety, -self._bar.value(), self.height(), may_hide=not self._bar.maximum())


def _seen_whole(y: int, height: int, bottom: int) -> int:
    """Where a row lies that the bottom of the card would cut: below it, unless it is too tall to wait there."""
    return bottom + 2 if y < bottom < y + height <= y + bottom // 2 else y


def _shown(y: int, heights: list[int], gap: int, more: int, place: tuple[int, int]) -> int:
    """How many rows fit; the foot waits below where that brings more of them into sight."""
    room, foot = place
    beside_foot = _fitting(y, heights, gap, more, room - (foot + gap if foot else 0))
    return beside_foot if beside_foot == len(heights) else max(beside_foot, _fitting(y, heights, gap, more, room))


def _fitting(y: int, heights: list[int], gap: int, more: int, room: int) -> int:
    """How many rows fit above the bottom, with the line that stands for the rest if there is a rest."""
    for count in range(len(heights), 0, -1):
        used = y + sum(heights[:count]) + gap * (count - 1)
        if count < len(heights):
            used += gap + more
        if used <= room - gap // 2:
            return count
    return 0
