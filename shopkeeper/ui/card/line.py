"""A line of the card: it can be opened, and has buttons for what can be done about it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from shopkeeper.remember.reminder import Reminder
from shopkeeper.ui.card.offers import OfferButton, Offers
from shopkeeper.ui.widgets.drawn import Drawn
from shopkeeper.ui.widgets.kit import Kit


class Line(Drawn):
    """One thing to remember, or several under each other of which one is in hand."""

    opened = Signal(object)  # a reminder: show what it was made from
    offered = Signal(object, object)  # a reminder, and the offer that is taken
    changed = Signal()  # it may be of another height now
    held = Signal()  # the caret came to it or to one of its buttons, or went

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(kit, parent)
        self.offers = Offers(kit, self)
        self.offers.chosen.connect(lambda offer: self.offered.emit(self.in_hand(), offer))
        self.offers.changed.connect(self.changed)
        self.offers.focused.connect(self._look_at_focus)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def reminders(self) -> tuple[Reminder, ...]:
        """What can be taken in hand here."""
        raise NotImplementedError

    def in_hand(self) -> Reminder | None:
        """The reminder that a key is meant for."""
        raise NotImplementedError

    def take(self, at: int) -> None:
        """Take one of them in hand."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def at(self) -> int:
        """Which of them is in hand."""
        return 0

    def let_go(self) -> None:
        """The caret went elsewhere."""

    def has_caret(self) -> bool:
        """Whether the caret is on it or on one of its buttons."""
        now = self.window().focusWidget()
        return now is self or (isinstance(now, OfferButton) and now.parentWidget() is self)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Accepted, so that letting go is told here too."""
        event.accept()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """It is in hand."""
        super().focusInEvent(event)
        self._look_at_focus()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The caret went on, perhaps to one of its buttons."""
        super().focusOutEvent(event)
        self._look_at_focus()

    def _look_at_focus(self) -> None:
        self.update()
        if not self.has_caret():
            self.let_go()
        self.held.emit()
