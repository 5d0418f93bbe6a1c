"""The search box: where every letter goes, whatever was last touched."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from shopkeeper.domain.phrase import translate
from shopkeeper.ui import a11y
from shopkeeper.ui.say import number, say
from shopkeeper.ui.theme import Face, Role
from shopkeeper.ui.widgets.kit import Kit
from shopkeeper.ui.widgets.panel import paint_block

# What these keys mean is decided by the counter, so the field lets them pass.
_NOT_MINE = frozenset(
    {
        Qt.Key.Key_Up,
        Qt.Key.Key_Down,
        Qt.Key.Key_PageUp,
        Qt.Key.Key_PageDown,
        Qt.Key.Key_Return,
        Qt.Key.Key_Enter,
        Qt.Key.Key_Escape,
    }
)
_NOT_MINE_WITH_CONTROL = frozenset(
    {
        Qt.Key.Key_Z,
        Qt.Key.Key_Y,
        Qt.Key.Key_N,
        Qt.Key.Key_O,
        Qt.Key.Key_D,
        Qt.Key.Key_Return,
        Qt.Key.Key_Enter,
    }
)


class SearchField(QLineEdit):
    """The line that is typed into; keys that mean something at the counter go on to the window."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Z takes back acts, never letters."""
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() in (_NOT_MINE_WITH_CONTROL if control else _NOT_MINE):
            event.ignore()
        else:
            super().keyPressEvent(event)


class SearchBox(QWidget):
    """Magnifier, what is typed, and how many were found of how many."""

    typed = Signal(str)

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(parent)
        self._kit = kit
        self._count = ""
        self.field = SearchField(self)
        self.field.setProperty("place", "search")
        self.field.setAttribute(Qt.WidgetAttribute.WA_MacShowFocusRect, False)
        a11y.named(
            self.field,
            say(translate("search", "Find someone")),
            say(translate("search", "Any part of a name, the end of a phone number, or a scanned card")),
        )
        self.field.setPlaceholderText(say(translate("search", "Type a name", "the empty search box")))
        self.field.textEdited.connect(self.typed)
        self.field.installEventFilter(self)

    def text(self) -> str:
        """What is typed."""
        return self.field.text()

    def put(self, text: str) -> None:
        """Put words into the box as if they had been typed."""
        self.field.setText(text)
        self.typed.emit(text)

    def type(self, text: str) -> None:
        """Letters that were typed while something else had the focus."""
        self.field.insert(text)
        self.typed.emit(self.field.text())

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
        # What is typed matters more than how many there are.
        room = self.width() - self._start() - 26 - self._width_of(words)
        if words and metrics.horizontalAdvance(self.text()) > room:
            words = ""
        if words != self._count:
            self._count = words
            self._place()
            self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The frame shows whether the caret is in the box."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return False

    def mousePressEvent(self, event: object) -> None:
        """Anywhere in the frame is in the box."""
        self.field.setFocus(Qt.FocusReason.MouseFocusReason)

    def wanted_height(self) -> int:
        """How tall it is."""
        return max(56, self._kit.look.pixels(Face.TYPED) + self._kit.look.space(33))

    def resizeEvent(self, event: object) -> None:
        """The field lies between the magnifier and the count."""
        self._place()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Frame, magnifier, count."""
        painter = QPainter(self)
        look = self._kit.look
        focused = self.field.hasFocus()
        edge, thick = (Role.ACCENT, look.theme.focus) if focused else (Role.LINE, 1)
        paint_block(painter, look, QRectF(self.rect()), Role.PAPER, edge, 12, thick)
        size = self._sign()
        x = self.width() - 18 - size if self.isRightToLeft() else 18
        self._kit.icons.paint(painter, "search", Role.ACCENT, x, (self.height() - size) / 2, size)
        if self._count:
            painter.setFont(look.font(Face.SMALL))
            painter.setPen(look.colour(Role.SOFT))
            place = QRectF(self.rect()).adjusted(16, 0, -16, 0)
            side = Qt.AlignmentFlag.AlignLeft if self.isRightToLeft() else Qt.AlignmentFlag.AlignRight
            painter.drawText(place, side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute, self._count)

    def _sign(self) -> int:
        return self._kit.look.space(20)

    def _start(self) -> int:
        return 18 + self._sign() + 12

    def _width_of(self, count: str) -> int:
        return round(QFontMetricsF(self._kit.look.font(Face.SMALL)).horizontalAdvance(count))

    def _place(self) -> None:
        start = self._start()
        end = 16 + (self._width_of(self._count) + 10 if self._count else 0)
        left, right = (end, start) if self.isRightToLeft() else (start, end)
        self.field.setGeometry(left, 4, max(10, self.width() - left - right), self.height() - 8)
