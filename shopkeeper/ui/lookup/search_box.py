"""The search box: where every letter goes, whatever was last touched."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, Signal
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QApplication, QFrame, QLineEdit, QWidget

from shopkeeper.domain.phrase import translate
from shopkeeper.ui import a11y
from shopkeeper.ui.say import number, say
from shopkeeper.ui.theme import Face, Role
from shopkeeper.ui.widgets.kit import Kit

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent
    from PySide6.QtWidgets import QAbstractButton

# How far the box stands from the edges of the rail.
SIDE: Final = 18
# The x is as wide as a thumb.
_CLEAR: Final = 44
# How the style sheet knows its frame.
_IN_USE: Final = "box-in-use"
_AT_REST: Final = "box"


class SearchField(QLineEdit):
    """The line that is typed into; keys that mean something at the counter go on to the window."""

    entered = Signal(bool)  # the caret came into the line, or left it

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        # Until the counter is there, every key is the field's own.
        self.passes_on: Callable[[QKeyEvent], bool] = lambda _event: False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A key of the counter's goes on to the window."""
        if self.passes_on(event):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The caret is here."""
        super().focusInEvent(event)
        self.entered.emit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The caret is elsewhere."""
        super().focusOutEvent(event)
        self.entered.emit(False)


class SearchBox(QFrame):
    """Magnifier, what is typed, and how many were found of how many."""

    typed = Signal(str)

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(parent)
        self._kit = kit
        self._count = ""
        self._entered = ""
        self._clear: QAbstractButton | None = None
        self.field = SearchField(self)
        self.field.setProperty("place", "search")
        a11y.named(
            self.field,
            say(translate("search", "Find someone")),
            say(translate("search", "Any part of a name, the end of a phone number, or a scanned card")),
        )
        self.field.setPlaceholderText(say(translate("search", "Type a name", "the empty search box")))
        self.field.textEdited.connect(self.typed)
        self.field.entered.connect(self._frame)
        self.field.returnPressed.connect(self.note_enter)
        self.setProperty("place", _IN_USE)  # the caret is here at the first paint

    def end_with(self, clear: QAbstractButton) -> None:
        """A button that empties the box; the first picture does not wait for it."""
        self._clear = clear
        clear.clicked.connect(self._cleared)
        self.field.textChanged.connect(self._follow)
        self._follow(self.text())

    def _cleared(self) -> None:
        self.put("")
        self.field.setFocus()

    def _follow(self, text: str, /) -> None:
        """The button is there only while something is typed."""
        if self._clear is not None and self._clear.isHidden() == bool(text):
            self._clear.setVisible(bool(text))
            self._place()

    def text(self) -> str:
        """What is typed."""
        return self.field.text()

    def cover(self, *, covered: bool) -> None:
        """Show dots instead of letters, as long as what is typed may be meant for the door."""
        self.field.setEchoMode(QLineEdit.EchoMode.Password if covered else QLineEdit.EchoMode.Normal)

    def put(self, text: str) -> None:
        """Put words into the box as if they had been typed."""
        self.field.setText(text)
        self.typed.emit(text)

    def was_entered(self) -> bool:
        """Whether Enter was pressed behind what is typed, before there was a book; said once."""
        entered, self._entered = self._entered, ""
        return bool(entered) and entered == self.text()

    def note_enter(self) -> None:
        """Enter was pressed, and there is no book yet."""
        self._entered = self.text()

    def take_key(self, event: QKeyEvent) -> None:
        """A letter that was typed while something else had the focus; the field hears it, and so does a scanner."""
        self.field.setFocus()
        QApplication.sendEvent(self.field, event)

    def show_count(self, found: int, total: int) -> None:
        """Say how many were found of how many; without a search only how many there are."""
        if not total:
            words = ""
        elif self.text():
            words = say(
                translate("search", "{found} of {total}", "how many people were found, of how many")
                .with_values(found=number(found), total=number(total))
            )  # fmt: skip
        else:
            words = number(total)
        metrics = QFontMetricsF(self.field.font())
        # What is typed, or may be, matters more than how many there are.
        room = self.width() - self._start() - self._end() - 10 - self._width_of(words)
        if words and metrics.horizontalAdvance(self.text() or self.field.placeholderText()) > room:
            words = ""
        if words != self._count:
            self._count = words
            self._place()
            self.update()

    def _frame(self, in_use: bool, /) -> None:
        """The frame shows whether the caret is in the box."""
        place = _IN_USE if in_use else _AT_REST
        if self.property("place") != place:
            self.setProperty("place", place)
            self.style().polish(self)

    def mousePressEvent(self, event: object) -> None:
        """Anywhere in the frame is in the box."""
        self.field.setFocus()

    def wanted_height(self) -> int:
        """How tall it is."""
        return max(56, self._kit.look.pixels(Face.TYPED) + self._kit.look.space(33))

    def resizeEvent(self, event: object) -> None:
        """The field lies between the magnifier and the count."""
        self._place()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Frame, magnifier, count."""
        super().paintEvent(event)
        painter = QPainter(self)
        look = self._kit.look
        size = self._sign()
        x = self.width() - 18 - size if self.isRightToLeft() else 18
        self._kit.icons.paint(painter, "search", Role.ACCENT, x, (self.height() - size) / 2, size)
        if self._count:
            font = look.font(Face.SMALL)
            painter.setFont(font)
            painter.setPen(look.colour(Role.SOFT))
            metrics = QFontMetricsF(font)
            end = self._end()
            left = end if self.isRightToLeft() else self.width() - end - self._width_of(self._count)
            base = (self.height() - metrics.height()) / 2 + metrics.ascent()
            painter.drawText(QPointF(left, base), self._count)

    def _sign(self) -> int:
        return self._kit.look.space(20)

    def _start(self) -> int:
        return 18 + self._sign() + 12

    def _end(self) -> int:
        """Where the count ends: before the button, while that is there."""
        return 16 if self._clear is None or self._clear.isHidden() else _CLEAR + 8

    def _width_of(self, count: str) -> int:
        return round(QFontMetricsF(self._kit.look.font(Face.SMALL)).horizontalAdvance(count))

    def _place(self) -> None:
        start = self._start()
        end = self._end() + (self._width_of(self._count) + 10 if self._count else 0)
        if self._clear is not None:
            x = 6 if self.isRightToLeft() else self.width() - 6 - _CLEAR
            self._clear.setGeometry(x, 4, _CLEAR, self.height() - 8)
        left, right = (end, start) if self.isRightToLeft() else (start, end)
        self.field.setGeometry(left, 4, max(10, self.width() - left - right), self.height() - 8)
