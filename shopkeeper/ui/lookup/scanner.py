"""A scanner that types: it looks like a keyboard, but faster than any hand, and ends with Enter, Tab or a pause."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final, Protocol

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from shopkeeper.ui.lookup.search_box import SearchField
from shopkeeper.ui.needs import Uid

# A hand that rolls over the keys sends two signs so fast, or three; six it never does.
_APART_MS: Final = 35
_SIGNS: Final = 6
_PAUSE_MS: Final = 120
_ENDS: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)
_END_SIGNS: Final = ("\r", "\n", "\t")
# What a scanner presses or sends between the signs of a code: for a capital, and to part what it read.
_HELD: Final = (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_AltGr, Qt.Key.Key_CapsLock)
_PARTING: Final = ("\x1c", "\x1d", "\x1e", "\x1f")


class Box(Protocol):
    """Something that is typed into."""

    field: SearchField

    def put(self, text: str) -> None: ...


class Scanner(QObject):
    """Takes the signs of one scan out of a box, where those of a hand stay."""

    scanned = Signal(str, bool)  # a code that somebody has; whether only one has it, and the scanner pressed Enter
    unknown = Signal(str)  # a code that nobody has

    def __init__(self, box: Box, whose: Callable[[str], Sequence[Uid]], parent: QObject) -> None:
        """`whose` says who has a code."""
        super().__init__(parent)
        self._box, self._field, self._whose = box, box.field, whose
        self._signs = ""
        self._around = ("", "")  # what stands before and behind the caret
        self._last = 0
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(lambda: self._end(by_key=False))
        self._field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The field does not see what belongs to a scan."""
        return isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self._takes(event)

    def give_back(self) -> None:
        """What stood in the box before the scan stands there again."""
        self._put("")

    def _takes(self, event: QKeyEvent) -> bool:
        text, in_scan = event.text(), self._pause.isActive()
        if in_scan and (event.key() in _ENDS or text in _END_SIGNS):
            self._end(by_key=True)
            return True
        if event.isAutoRepeat() or not (text and text.isprintable()):
            if event.key() in _HELD or text in _PARTING:
                return in_scan and bool(text)
            # A key that no scanner has: it was a hand after all, and the key means what it always means.
            if in_scan:
                self._leave()
            self._signs = ""
            return False
        at, last = event.timestamp(), self._last
        # What another program types has no time of its own; it is nobody's scan.
        in_one_go = bool(self._signs and at) and 0 <= at - last <= _APART_MS
        if not in_one_go:
            if in_scan:
                # A hand goes on behind a burst: what stood before it comes back first.
                self._leave()
            self._signs, self._around = "", _around(self._field)
        self._signs, self._last = self._signs + text, at
        if len(self._signs) < _SIGNS:
            return False
        self._pause.start()
        self._field.setText(self._signs)
        return True

    def _end(self, *, by_key: bool) -> None:
        self._pause.stop()
        code = self._signs
        if whose := self._whose(code):
            self._signs = ""
            self.scanned.emit(code, by_key and len(whose) == 1)
        elif by_key and " " not in code and any(sign.isdigit() for sign in code):
            self.give_back()
            self.unknown.emit(code)
        else:
            # Words, or no Enter: another program wrote them, or a very fast hand. An Enter so fast writes nothing down.
            self._leave()

    def _leave(self) -> None:
        """It was no scan: what was written is what was typed."""
        self._pause.stop()
        self._put(self._signs)

    def _put(self, between: str) -> None:
        before, behind = self._around
        self._signs = ""
        self._box.put(before + between + behind)
        self._field.setCursorPosition(len(before + between))


def _around(field: QLineEdit) -> tuple[str, str]:
    """What stands before and behind the caret and is not about to be typed over."""
    text, start = field.text(), field.selectionStart()
    if start < 0:
        return text[: field.cursorPosition()], text[field.cursorPosition() :]
    return text[:start], text[field.selectionEnd() :]
