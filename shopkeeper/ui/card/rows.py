"""The drawn rows of the card. A fixed set whose values change: none is made while somebody types."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from shopkeeper.remember.reminder import Reminder
from shopkeeper.ui import a11y
from shopkeeper.ui.card.sentences import detail_runs, plain, safety_runs, title_runs
from shopkeeper.ui.say import typed
from shopkeeper.ui.theme import Face, Role
from shopkeeper.ui.widgets.drawn import Drawn
from shopkeeper.ui.widgets.kit import Kit
from shopkeeper.ui.widgets.marks import MARKS
from shopkeeper.ui.widgets.panel import paint_block
from shopkeeper.ui.widgets.typeset import Run, Writing

AVATAR: Final = 68
SQUARE: Final = 42
# From here on, large text needs the room that pictures of people take.
_PICTURES_UP_TO: Final = 1.5


class Head(Drawn):
    """Who it is: round place, name in the largest writing, and the line that says how to say it."""

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(kit, parent)
        self._name = self._uid = self._who = ""
        self._compact = False
        self._aside = QSize()
        self._writings: list[tuple[Writing, int, float]] = []
        kit.avatars.photos.came.connect(self.update)

    def show_person(self, uid: str, name: str, who: str) -> None:
        """Someone else's name."""
        if (uid, typed(name), who) == (self._uid, self._name, self._who):
            return
        self._uid, self._name, self._who = uid, typed(name), who
        a11y.named(self, ". ".join(filter(None, (self._name, who))))
        self.update()

    def make_room(self, *, compact: bool, aside: QSize) -> None:
        """Small windows with large text get a smaller name; `aside` is kept free for the buttons beside it."""
        self._compact, self._aside = compact, aside

    def lay(self, width: int) -> int:
        """The name may take three lines, the line under it as many as it needs."""
        left = self._left()
        face = Face.NAME_SMALL if self._compact else Face.NAME
        beside = max(120, width - left - self._aside.width())
        name = self._set((Run(self._name, face, Role.INK),), beside, 3)
        self._writings = [(name, beside, 0.0)]
        y = name.height
        if self._who:
            # Below the buttons there is the whole width again.
            line = (Run(self._who, Face.SECOND, Role.SOFT),)
            spare = max(0.0, (self._avatar() - y - 3 - self._set(line, 100_000).height) / 2)
            wide = beside if y + 3 + spare < self._aside.height() else max(120, width - left)
            who = self._set(line, wide)
            self._writings.append((who, wide, y + 3))
            y += 3 + who.height
        spare = max(0.0, (self._avatar() - y) / 2)
        self._writings = [(writing, wide, top + spare) for writing, wide, top in self._writings]
        return max(round(y), self._avatar())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what `lay` laid out."""
        painter = QPainter(self)
        size = self._avatar()
        if size:
            x = self._x(0, size)
            self._kit.avatars.paint(painter, self._name, self._uid, Face.INITIALS_LARGE, x, 0, size)
        for writing, wide, y in self._writings:
            writing.draw(painter, self._x(self._left(), wide), y)

    def _left(self) -> int:
        return self._avatar() + 16 if self._avatar() else 0

    def _avatar(self) -> int:
        return 0 if self._compact or self._kit.look.scale > _PICTURES_UP_TO else AVATAR


class SafetyBar(Drawn):
    """Slot 2, the only framed bar: always in the same place, red only when something was told."""

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(kit, parent)
        self._compact = False
        self._reminders: tuple[Reminder, ...] = ()
        self._writings: list[tuple[Writing, float]] = []

    def show_reminders(self, reminders: tuple[Reminder, ...], title: str) -> None:
        """Someone else's lines, all of them, worst first."""
        if reminders == self._reminders:
            return
        self._reminders = reminders
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
        self._writings = []
        for reminder in self._reminders:
            writing = self._set(safety_runs(reminder), inner)
            self._writings.append((writing, y))
            y += writing.height + gap
        return round(y - gap + self._edge(12)) if self._reminders else 0

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
        for writing, y in self._writings:
            writing.draw(painter, self._edge(16) if self.isRightToLeft() else self._left(), y)

    def _sign(self) -> int:
        return self._kit.look.space(26)

    def _edge(self, pixels: int) -> int:
        return min(pixels, 12) if self._compact else self._kit.look.space(pixels)

    def _left(self) -> int:
        return self._edge(18) + self._sign() + self._edge(16)


class ReminderRow(Drawn):
    """One thing to remember: a sign in its tinted square, the sentence, a quieter second line."""

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(kit, parent)
        self._reminder: Reminder | None = None
        self._writings: list[tuple[Writing, float]] = []

    def show_reminder(self, reminder: Reminder) -> None:
        """Another reminder in the same row."""
        if reminder == self._reminder:
            return
        self._reminder = reminder
        a11y.named(self, plain(reminder))
        self.update()

    def lay(self, width: int) -> int:
        """Title and second line, both whole."""
        if self._reminder is None:
            return 0
        inner = width - self._left()
        title = self._set(title_runs(self._reminder), inner)
        self._writings = [(title, 0.0)]
        height = title.height
        if detail := detail_runs(self._reminder):
            second = self._set(detail, inner)
            self._writings.append((second, height + 2))
            height += 2 + second.height
        spare = max(0.0, (self._square() - height) / 2)
        if title.lines == 1:
            self._writings = [(writing, y + spare) for writing, y in self._writings]
            height += spare
        return round(max(height, self._square()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Square, sign, sentence."""
        if self._reminder is None:
            return
        painter = QPainter(self)
        look = self._kit.look
        name, role, ground = MARKS[self._reminder.mark]
        if self._reminder.private:
            name = "eye"
        square = self._square()
        place = QRectF(self._x(4, square), 0, square, square)
        paint_block(painter, look, place, ground, Role.LINE if look.theme.focus > 2 else ground, 10)
        size = round(square * 0.48)
        inset = (square - size) / 2
        self._kit.icons.paint(painter, name, role, place.x() + inset, inset, size)
        for writing, y in self._writings:
            writing.draw(painter, 0 if self.isRightToLeft() else self._left(), y)

    def _square(self) -> int:
        return self._kit.look.space(SQUARE)

    def _left(self) -> int:
        return 4 + self._square() + 14
