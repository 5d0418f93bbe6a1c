"""The lines of the card by key: from one to the next, from a line to its buttons, and back to the search box."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

from shopkeeper.ui.card.line import Line
from shopkeeper.ui.card.offers import OfferButton
from shopkeeper.ui.card.sentences import asking

_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Lines(QObject):
    """Which line is in hand."""

    came = Signal(object)  # a Line: the caret is on it, it has to be in sight
    ended = Signal()  # the last line in sight was passed: the rest is wanted
    left = Signal()  # the caret goes back to the search box

    def __init__(self, in_sight: Callable[[], list[Line]], parent: QObject) -> None:
        super().__init__(parent)
        self._in_sight = in_sight

    def in_hand(self) -> Line | None:
        """The line with the caret."""
        return next((line for line in self._in_sight() if line.has_caret()), None)

    def begin(self) -> None:
        """To the first line."""
        for line in self._in_sight():
            if line.reminders():
                self._take(line, 0)
                return

    def ask_again(self) -> None:
        """To the first line of slot 2 that asks to be asked again, or the next after the one in hand."""
        safety = self._in_sight()[0]
        if can_be := asking(safety.reminders()):
            now = safety.at() if safety.has_caret() else -1
            self._take(safety, next((at for at in can_be if at > now), can_be[0]))
            safety.offers.in_order()[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def press(self, event: QKeyEvent) -> bool:
        """A key while a line is in hand; says whether it meant something to it."""
        line = self.in_hand()
        if line is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        now = line.window().focusWidget()
        match event.key():
            case Qt.Key.Key_Down | Qt.Key.Key_Up:
                self._step(line, 1 if event.key() == Qt.Key.Key_Down else -1)
            case Qt.Key.Key_Left | Qt.Key.Key_Right:
                on = (event.key() == Qt.Key.Key_Right) != line.isRightToLeft()
                self._along(line, 1 if on else -1)
            case Qt.Key.Key_Escape:
                self._back(line)
            case Qt.Key.Key_Space:
                return True  # on a button it is pressed; a line has no use for it, and neither has the search
            case key if key in _ENTER and isinstance(now, OfferButton):
                now.click()
            case key if key in _ENTER or key == Qt.Key.Key_F2:
                line.opened.emit(line.in_hand())
            case _:
                return False
        return True

    def _take(self, line: Line, at: int) -> None:
        line.take(at)
        self.came.emit(line)

    def _step(self, line: Line, by: int) -> None:
        stops = self._stops()
        now = next(n for n, stop in enumerate(stops) if stop == (line, max(0, line.at())))
        if now + by == len(stops):
            self.ended.emit()
            stops = self._stops()
        if now + by < 0:
            self.left.emit()
        elif now + by < len(stops):
            self._take(*stops[now + by])

    def _stops(self) -> list[tuple[Line, int]]:
        return [(line, at) for line in self._in_sight() for at in range(len(line.reminders()))]

    def _along(self, line: Line, by: int) -> None:
        """From the line to its first button, from button to button, and back to the line."""
        stops = [line, *line.offers.in_order()]
        at = stops.index(line.window().focusWidget()) + by if line.window().focusWidget() in stops else 0
        stops[max(0, min(len(stops) - 1, at))].setFocus(Qt.FocusReason.OtherFocusReason)

    def _back(self, line: Line) -> None:
        """From a choice to what led to it, then to the search box."""
        if line.offers.is_choosing:
            line.setFocus(Qt.FocusReason.OtherFocusReason)
            line.offers.go_back()
        else:
            self.left.emit()
