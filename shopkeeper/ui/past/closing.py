"""The evening's list: what was written down before anybody agreed to it, each with one press for "agreed"."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QWidget

from shopkeeper.domain.phrase import translate
from shopkeeper.remember.kept_words import CHOICES
from shopkeeper.ui import a11y
from shopkeeper.ui.forms.headed import SIDE, Headed
from shopkeeper.ui.say import begun, isolated, say
from shopkeeper.ui.sheets.page import button
from shopkeeper.ui.theme import Face, Role
from shopkeeper.ui.widgets.drawn import Text
from shopkeeper.ui.widgets.kit import Kit
from shopkeeper.ui.widgets.panel import paint_block
from shopkeeper.usecases.closing import NotAgreed

_PAD: Final = 16
_GAP: Final = 8
# Nobody reads further down than this: who is agreed with makes room for the next.
_ROWS: Final = 40
_ARROWS: Final = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right)


class _Answer(QPushButton):
    """Enter held down is one answer, not one for everybody in the list."""

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(text, parent)
        self.setAutoDefault(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Once at a press; where the arrow keys lead, the sheet says."""
        if event.key() in _ARROWS:
            event.ignore()
        elif not event.isAutoRepeat():
            super().keyPressEvent(event)


class ClosingRow(QWidget):
    """One person and one purpose, with the two answers beside it."""

    agreed = Signal(object, bool)  # NotAgreed; True: a parent agreed

    def __init__(self, kit: Kit, one: NotAgreed, parent: QWidget) -> None:
        super().__init__(parent)
        self._kit, self.one = kit, one
        what = translate("closing", "{purpose}: {what}", "what is agreed to, and what was written down about it")
        purpose = begun(CHOICES[one.purpose])
        self._name = Text(kit, Face.TITLE, Role.INK, self, isolated(one.name))
        self._what = Text(kit, Face.SECOND, Role.SOFT, self, say(what.with_values(purpose=purpose, what=one.what)))
        self.they = _Answer(say(translate("closing", "They agreed")), self)
        self.parents = _Answer(say(translate("closing", "A parent agreed  (P)")), self)
        for pressed in (self.they, self.parents):
            a11y.named(pressed, f"{pressed.text()}. {self.words()}")
        self.they.clicked.connect(lambda: self.agreed.emit(one, False))
        self.parents.clicked.connect(lambda: self.agreed.emit(one, True))

    def words(self) -> str:
        """What the row says."""
        return f"{self._name.words()}. {self._what.words()}"

    def lay(self, width: int) -> int:
        """Place words and answers in that width, below each other where they have no room beside; says how tall."""
        sizes = [pressed.sizeHint() for pressed in (self.they, self.parents)]
        high = max(44, *(size.height() for size in sizes))
        inner, taken = width - 2 * _PAD, sum(size.width() + _GAP for size in sizes)
        beside = inner - taken >= self._kit.look.space(280)
        wide = inner - taken if beside else inner
        name, what = self._name.lay(wide), self._what.lay(wide)
        words = name + 2 + what
        block = max(words, high) if beside else words + _GAP + high
        top = _PAD - 4 + ((block - words) // 2 if beside else 0)
        self._put(self._name, _PAD, top, wide, name, width)
        self._put(self._what, _PAD, top + name + 2, wide, what, width)
        x = width - _PAD - taken + _GAP if beside else _PAD
        y = _PAD - 4 + ((block - high) // 2 if beside else words + _GAP)
        for pressed, size in zip((self.they, self.parents), sizes, strict=True):
            self._put(pressed, x, y, min(size.width(), inner), high, width)
            x += size.width() + _GAP
        return block + 2 * _PAD - 8

    def paintEvent(self, event: QPaintEvent) -> None:
        """A field at rest."""
        paint_block(QPainter(self), self._kit.look, QRectF(self.rect()), Role.RAIL, Role.LINE, 12)

    def _put(self, thing: QWidget, x: int, y: int, wide: int, tall: int, width: int) -> None:
        thing.setGeometry(width - x - wide if self.isRightToLeft() else x, y, wide, tall)


class ClosingSheet(Headed):
    """Up and Down go from one to the next, Enter means that they agreed, P that a parent did."""

    agreed = Signal(object, bool)
    closed = Signal()

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(kit, ("question", Role.ACCENT, Role.ACCENT_FILL), parent)
        self.heading.tell(say(translate("closing", "Not agreed yet")), "")
        self.back = button(say(translate("closing", "Back  (Esc)")), self.head)
        self.back.clicked.connect(self.closed)
        self._words = Text(kit, Face.BODY, Role.SOFT, self.ground)
        self.rows: tuple[ClosingRow, ...] = ()

    def show_list(self, missing: tuple[NotAgreed, ...]) -> None:
        """Whom to ask. Who is in front stays, or the next one comes in their place."""
        at = self._at()
        for row in self.rows:
            row.hide()
            row.deleteLater()
        self.rows = tuple(ClosingRow(self.kit, one, self.ground) for one in missing[:_ROWS])
        for row in self.rows:
            row.agreed.connect(self.agreed)
            row.show()
        self._words.tell(self._said(len(missing)))
        self.arrange()
        if self.isVisible():
            self._go_to(at)

    def begin(self) -> None:
        """It is in front: the caret goes to the first answer."""
        self._go_to(self._at())

    def words(self) -> str:
        """What it says before the list."""
        return self._words.words()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back, the arrow keys go from answer to answer, P answers for a parent."""
        at = self._at()
        match event.key():
            case Qt.Key.Key_Escape:
                self.closed.emit()
            case Qt.Key.Key_Down | Qt.Key.Key_Up:
                self._go_to(at + (1 if event.key() == Qt.Key.Key_Down else -1))
            case Qt.Key.Key_Left | Qt.Key.Key_Right if self.rows:
                forward = (event.key() == Qt.Key.Key_Right) != self.isRightToLeft()
                self._show(self.rows[at].parents if forward else self.rows[at].they)
            case Qt.Key.Key_P if self.rows and not event.isAutoRepeat():
                self.rows[at].parents.click()
            case _:
                super().keyPressEvent(event)

    def ways(self) -> tuple[QPushButton, ...]:
        """Only back."""
        return (self.back,)

    def place(self, width: int, height: int) -> int:
        """The words, then one below the other."""
        inner = width - 2 * SIDE
        y = 4
        tall = self._words.lay(inner)
        self._words.setGeometry(SIDE, y, inner, tall)
        y += tall + 12
        for row in self.rows:
            tall = row.lay(inner)
            row.setGeometry(SIDE, y, inner, tall)
            y += tall + _GAP
        return y + 14

    def _said(self, n: int) -> str:
        if not n:
            return say(translate("closing", "All that is written down is agreed to. There is nobody to ask."))
        words = [say(translate("closing", "Ask when they are here next. Whoever says no: take it out of their card."))]
        if n > _ROWS:
            more = translate("closing", "%n more line(s) to come when these are done.", "", n - _ROWS)
            words.append(say(more))
        return " ".join(words)

    def _at(self) -> int:
        """In which row the caret is."""
        now = self.focusWidget()
        return next((n for n, row in enumerate(self.rows) if row.isAncestorOf(now)), 0)

    def _go_to(self, row: int) -> None:
        if self.rows:
            self._show(self.rows[max(0, min(len(self.rows) - 1, row))].they)
        else:
            self._show(self.back)

    def _show(self, pressed: QPushButton) -> None:
        pressed.setFocus(Qt.FocusReason.TabFocusReason)
        self.ensureWidgetVisible(pressed)
