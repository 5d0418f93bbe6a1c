"""What a button means at the counter, be it of a message on the paper or of the bar at its foot."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from shopkeeper.ui.bridge import Bridge
from shopkeeper.ui.counter import AtTheCounter
from shopkeeper.ui.window import Window


class CounterButtons(QObject):
    """The buttons of the counter: each does what a key does too, and gives the caret back to the search box."""

    pressed = Signal(str)  # one that is not for the counter itself

    def __init__(self, window: Window, bridge: Bridge, counter: AtTheCounter) -> None:
        super().__init__(window)
        self._bridge, self._counter = bridge, counter
        window.card_place.pressed.connect(self._pressed)
        counter.bar.pressed.connect(self._pressed)

    def _pressed(self, verb: str) -> None:
        match verb:
            case "make":
                self._counter.enter()
            case "make-another":
                self._counter.make_another()
            case "undo":
                self._bridge.undo()
            case "redo":
                self._bridge.redo()
            case "bring-in":
                self._counter.bring_in_asked.emit()
                return
            case _:
                self.pressed.emit(verb)
                return
        self._counter.focus()
