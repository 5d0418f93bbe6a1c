"""What was understood: the chips, the choices of one of them, and what to know before it is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from shopkeeper.capture.chip import Chip
from shopkeeper.capture.draft import Draft
from shopkeeper.remember.names import dotted
from shopkeeper.ui import a11y
from shopkeeper.ui.say import say
from shopkeeper.ui.theme import Face, Role
from shopkeeper.ui.widgets.drawn import Drawn
from shopkeeper.ui.widgets.kit import Kit
from shopkeeper.ui.widgets.typeset import Run, Writing
from shopkeeper.ui.writing.choices import Choices
from shopkeeper.ui.writing.spoken import news
from shopkeeper.ui.writing.strip import Strip

if TYPE_CHECKING:
    from shopkeeper.usecases.tell import Heard


class Chips(QWidget):
    """The strip with its small row; the same widgets for every line."""

    turned = Signal(object)
    dropped = Signal(object)
    given = Signal(object, object)
    entered = Signal()
    left = Signal()
    typed_on = Signal(object)
    grown = Signal()  # it may need another height

    def __init__(self, kit: Kit, parent: QWidget, face: Face = Face.LINE) -> None:
        super().__init__(parent)
        self._draft: Draft | None = None
        self._told: Draft | None = None  # the chips of which were read aloud
        self.strip = Strip(kit, self, face)
        self.choices = Choices(kit, self)
        self.hints = _Hints(kit, self)
        self._connect()

    def _connect(self) -> None:
        self.strip.pointed.connect(self._point)
        self.strip.entered.connect(self.entered)
        self.strip.left.connect(self.left)
        self.strip.typed_on.connect(self.typed_on)
        self.strip.answered.connect(self.choices.answer)
        for part in (self.strip, self.choices):
            part.turned.connect(self.turned)
            part.dropped.connect(self.dropped)
        self.choices.given.connect(self.given)

    def show_heard(self, heard: Heard | None) -> None:
        """What the line says now."""
        self._draft = heard.draft if heard else None
        self._tell_news()
        if self._draft is None or not self._draft.chips:
            self.strip.point_at(None)
        self.strip.show_draft(self._draft)
        self.hints.tell(say(joined) if heard and (joined := dotted(heard.hints)) else "")
        self._point()

    def _tell_news(self) -> None:
        """A word is read aloud when it is finished, and not letter by letter."""
        if self._draft is None or not self._draft.text[-1:].isalnum():
            a11y.announce(self.strip, news(self._told, self._draft))
            self._told = self._draft

    def go_in(self) -> bool:
        """The caret goes to the chips, to the one that asks before all; False: there are none."""
        draft = self._draft
        if draft is None or not draft.chips:
            return False
        if draft.question is not None:
            self.strip.point_at(draft.question)
        self.strip.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def answer(self, number: int) -> None:
        """The question that is open was answered by key."""
        if self._draft is not None and self._draft.question is not None:
            self.choices.answer(number)

    def in_order(self) -> list[QWidget]:
        """What Tab goes through."""
        return [self.strip, *self.choices.in_order()]

    def leave(self) -> None:
        """No chip is in front any more."""
        self.strip.point_at(None)

    def _point(self) -> None:
        in_front: Chip | None = self.strip.current
        question = self._draft.question if self._draft else None
        self.choices.show_chip(self._draft, in_front or question, is_in_front=in_front is not None)
        self.grown.emit()

    def lay(self, width: int, most: int = 100_000) -> int:
        """How tall it is; where there is no room for all chips, the strip moves and the rest stays whole."""
        row, told = self.choices.lay(width), self.hints.lay(width)
        below = sum(part + 6 for part in (row, told) if part)
        strip = min(self.strip.lay(width), max(self.strip.least(), most - below))
        y = 0
        for part, height in ((self.strip, strip), (self.choices, row), (self.hints, told)):
            part.setVisible(height > 0)
            part.setGeometry(0, y, width, height)
            y += height + 6 if height else 0
        self.strip.see()
        return max(0, y - 6)


class _Hints(Drawn):
    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(kit, parent)
        self._words = ""
        self._writing: Writing | None = None

    def tell(self, words: str) -> None:
        """What the book knows about a treat like this."""
        if words != self._words:
            self._words = words
            a11y.named(self, words)
            a11y.announce(self, words)
            self.update()

    def lay(self, width: int) -> int:
        """All of it, on as many lines as it needs."""
        self._writing = self._set((Run(self._words, Face.SECOND, Role.INK),), width) if self._words else None
        return round(self._writing.height) if self._writing else 0

    def paintEvent(self, event: QPaintEvent) -> None:
        """The words."""
        if self._writing is not None:
            self._writing.draw(QPainter(self), 0, 0)
