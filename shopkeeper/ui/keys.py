"""What a key means at the counter, when no field wanted it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from shopkeeper.ui.bridge import Bridge
from shopkeeper.ui.counter import AtTheCounter
from shopkeeper.ui.lookup.counter_keys import answers
from shopkeeper.ui.window import Window

_SEVERAL: Final = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)
# Keys that write or lead back: held down they still mean it once.
_ONCE: Final = (
    Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_N, Qt.Key.Key_Z, Qt.Key.Key_Y, Qt.Key.Key_Escape,
)  # fmt: skip


class CounterKeys:
    """The keys of the counter: letters go to the search, arrows choose, Enter keeps, Esc goes back."""

    def __init__(self, window: Window, bridge: Bridge, counter: AtTheCounter) -> None:
        self._window = window
        self._rail, self._card = window.rail, window.card_place.card
        self._line = window.card_place.write_line
        self._bridge, self._counter = bridge, counter

    def pressed(self, event: QKeyEvent) -> bool:
        """A key that nobody else wanted; says whether it meant something here."""
        if event.isAutoRepeat() and event.key() in _ONCE:
            return True
        if self._counter.pile.holds(self._window.focusWidget()):
            return self._on_a_sheet(event)
        if event.key() == Qt.Key.Key_F8 and not event.isAutoRepeat():
            self._card.reveal(True)
            return True
        return self._with_control(event) if event.modifiers() & _SEVERAL else self._plain(event)

    def released(self, event: QKeyEvent) -> None:
        """The private lines go as soon as the key does."""
        if event.key() == Qt.Key.Key_F8 and not event.isAutoRepeat():
            self._card.reveal(False)

    def _on_a_sheet(self, event: QKeyEvent) -> bool:
        """Letters and arrows are the sheet's own, even where it has no use for them."""
        if event.key() == Qt.Key.Key_Escape:
            self._counter.escape()
            return True
        return bool(event.modifiers() & _SEVERAL) and self._with_control(event)

    def _with_alt(self, event: QKeyEvent) -> bool:
        """Up to what was understood; a digit answers whose it is."""
        if answers(event):
            return self._counter.drafting.answer(event.key() - Qt.Key.Key_1)
        return event.key() == Qt.Key.Key_Up and self._counter.drafting.go_in()

    def _with_control(self, event: QKeyEvent) -> bool:
        if event.modifiers() & _SEVERAL == Qt.KeyboardModifier.AltModifier:
            return self._with_alt(event)
        if event.modifiers() & _SEVERAL != Qt.KeyboardModifier.ControlModifier:
            return False
        match event.key():
            case Qt.Key.Key_N:
                self._counter.make_new()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._counter.make_another()
            case Qt.Key.Key_O:
                self._counter.bring_in_asked.emit()
            case Qt.Key.Key_Z:
                self._bridge.undo()
            case Qt.Key.Key_Y:
                self._bridge.redo()
            case _:
                return False
        return True

    def _plain(self, event: QKeyEvent) -> bool:
        page = self._card.page()
        match event.key():
            case Qt.Key.Key_Down:
                self._rail.step(1)
            case Qt.Key.Key_Up:
                self._rail.step(-1)
            case Qt.Key.Key_PageDown:
                self._card.read_on(page)
            case Qt.Key.Key_PageUp:
                self._card.scroll_by(-page)
            case Qt.Key.Key_F3:
                if self._line.isVisible():
                    self._line.begin()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._counter.enter()
            case Qt.Key.Key_Escape:
                self._counter.escape()
            case _:
                # Letters go to the search, whatever was last touched.
                if not event.text() or not event.text().isprintable():
                    return False
                self._rail.search.take_key(event)
        return True
