"""Slot 2 of the card: every allergy whole, in the only framed bar."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFocusEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from shopkeeper.remember.reminder import Reminder
from shopkeeper.ui import a11y
from shopkeeper.ui.card.line import Line
from shopkeeper.ui.card.sentences import asking, plain, safety_runs, subject
from shopkeeper.ui.theme import Face, Role
from shopkeeper.ui.widgets.kit import Kit
from shopkeeper.ui.widgets.panel import paint_block
from shopkeeper.ui.widgets.typeset import Run, Writing


class SafetyBar(Line):
    """Slot 2, the only framed bar: always in the same place, red only when something was told."""

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(kit, parent)
        self._compact = False
        self._reminders: tuple[Reminder, ...] = ()
        self._writings: list[tuple[Writing, float]] = []
        self._about: tuple[Writing, float] | None = None  # what the buttons are about, before them
        self._at = -1  # the line in hand; its offers stand below it

    def show_reminders(self, reminders: tuple[Reminder, ...], title: str) -> None:
        """Someone else's lines, all of them, worst first."""
        if reminders == self._reminders:
            return
        self._reminders = reminders
        self._hold(-1)
        a11y.named(self, ". ".join((title, *map(plain, reminders))))
        self.update()

    def make_room(self, *, compact: bool) -> None:
        """In small windows with large text the words get the room around them."""
        self._compact = compact

    @property
    def is_red(self) -> bool:
        """Whether anything was told that still holds."""
        return any(reminder.told and not reminder.struck for reminder in self._reminders)

    def lay(self, width: int) -> int:
        """Every line whole, wrapped where it must be."""
        look = self._kit.look
        inner = width - self._left() - self._edge(16)
        y, gap = float(self._edge(12)), look.space(4)
        self._writings, self._about = [], None
        first = -1 if self._compact else next(iter(asking(self._reminders)), -1)
        for at, reminder in enumerate(self._reminders):
            writing = self._set(safety_runs(reminder, key=at == first), inner)
            self._writings.append((writing, y))
            y += writing.height + gap
            if at == self._at:
                y += self._offer_below(inner, width, y)
        return round(y - gap + self._edge(12)) if self._reminders else 0

    def asked_about(self) -> str:
        """What the buttons are about, as it stands before them: a slip is seen before anything is written down."""
        line = self.in_hand()
        return subject(line) if line is not None and line.offers else ""

    def _offer_below(self, inner: int, width: int, y: float) -> int:
        """The buttons of the line in hand, beside what they are about or below it; says how much room that takes."""
        self.offers.below()
        about = self._set((Run(self.asked_about(), Face.TITLE_STRONG, Role.INK),), inner)
        aside = round(about.width) + 14 if about.width else 0
        row = self.offers.height(100_000)
        if self.offers.height(inner - aside) > row or aside > inner // 2:
            above, aside, self._about = round(about.height), 0, (about, y)
        else:
            above, self._about = 0, (about, y + (row - 4 - about.height) / 2)
        self.offers.lie(self._left() + aside, inner - aside, width, round(y) + above)
        return above + self.offers.height(inner - aside)

    def reminders(self) -> tuple[Reminder, ...]:
        """Every line of slot 2."""
        return self._reminders

    def in_hand(self) -> Reminder | None:
        """The line whose offers stand below it."""
        return self._reminders[self._at] if 0 <= self._at < len(self._reminders) else None

    def at(self) -> int:
        """Which line that is."""
        return self._at

    def take(self, at: int) -> None:
        """Take a line in hand: what can be done about it stands below it."""
        # The caret first: it may be on a button that goes.
        self._at = at
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._hold(at)
        self.changed.emit()
        a11y.announce(self, plain(self._reminders[at]))

    def let_go(self) -> None:
        """No line is in hand: slot 2 takes no more room than its words."""
        if self._at >= 0:
            self._hold(-1)
            self.changed.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tab came here: the first line is in hand."""
        super().focusInEvent(event)
        if self._at < 0 and self._reminders:
            self.take(0)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A press takes the nearest line in hand; one about which nothing can be done, or that is in hand, opens."""
        y = event.position().y()
        at = self._nearest(y)
        if at == self._at >= 0 and y > self.bottoms()[at][0] + 2:
            return  # beside its buttons
        if at >= 0 and (at == self._at or not self._reminders[at].offers):
            self.opened.emit(self._reminders[at])
        elif at >= 0:
            self.take(at)

    def _nearest(self, y: float) -> int:
        """The line that is nearest; the buttons belong to the line in hand."""
        starts = [top for _, top in self._writings]
        ends = [*starts[1:], float(self.height())]
        ends = [
            end if at == self._at else (writing.height + top + end) / 2
            for at, ((writing, top), end) in enumerate(zip(self._writings, ends, strict=True))
        ]
        return next((at for at, end in enumerate(ends) if y <= end), len(ends) - 1)

    def _hold(self, at: int) -> None:
        self._at = at
        self.offers.hide()
        self.offers.offer(self._reminders[at].offers if at >= 0 else ())

    def line_bottoms(self) -> tuple[float, ...]:
        """Where each written line ends: below one of these the card may be covered without cutting letters."""
        return tuple(y + bottom for writing, y in self._writings for bottom in writing.bottoms)

    def bottoms(self) -> tuple[tuple[float, bool], ...]:
        """Where each line ends, and whether it is one that was told."""
        return tuple(
            (y + writing.height, reminder.told and not reminder.struck)
            for (writing, y), reminder in zip(self._writings, self._reminders, strict=True)
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        """Frame, sign, lines."""
        painter = QPainter(self)
        look = self._kit.look
        red = self.is_red
        fill, edge = (Role.SAFETY_FILL, Role.SAFETY_LINE) if red else (Role.RAIL, Role.LINE)
        paint_block(
            painter, look, QRectF(self.rect()), fill, edge, 12, look.theme.focus - 1 if not look.theme.dark else 1
        )
        size = self._sign()
        name, role = ("triangle", Role.SAFETY) if red else ("question", Role.SOFT)
        first = self._writings[0][0].height / max(1, self._writings[0][0].lines) if self._writings else size
        top = self._edge(12) + max(0, (first - size) / 2)
        self._kit.icons.paint(painter, name, role, self._x(self._edge(18), size), top, size)
        if self.has_caret() and self._at < len(self._writings):
            writing, y = self._writings[self._at]
            wide = self.width() - self._left() - self._edge(16) + 12
            ring = QRectF(self._x(self._left() - 6, wide), y - 2, wide, writing.height + 4)
            paint_block(painter, look, ring, fill, Role.ACCENT, 6, look.theme.focus)
        for writing, y in (*self._writings, *([self._about] if self._about else [])):
            writing.draw(painter, self._edge(16) if self.isRightToLeft() else self._left(), y)

    def _sign(self) -> int:
        return self._kit.look.space(26)

    def _edge(self, pixels: int) -> int:
        return min(pixels, 12) if self._compact else self._kit.look.space(pixels)

    def _left(self) -> int:
        return self._edge(18) + self._sign() + self._edge(16)
