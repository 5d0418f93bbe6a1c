"""Put aside: at the empty counter Esc gives the screen back to whatever lay behind the window, and says so first."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject

from shopkeeper.domain.phrase import Phrase, translate
from shopkeeper.ui.counter import AtTheCounter
from shopkeeper.ui.window import Window


class PutAside(QObject):
    """Whoever presses Esc until nothing is left to leave does not lose the window by one press too many."""

    def __init__(self, window: Window, counter: AtTheCounter) -> None:
        super().__init__(window)
        self._window, self._counter = window, counter
        self._told = False
        counter.given_back.connect(self._asked)
        window.rail.search.typed.connect(self._forget)
        window.rail.chosen.connect(self._forget)

    def _asked(self) -> None:
        told, self._told = self._told, not self._told
        if told:
            self._window.showMinimized()
        else:
            self._counter.tell(_ONCE_MORE)

    def _forget(self) -> None:
        self._told = False


_ONCE_MORE: Final[Phrase] = translate("counter", "Esc once more puts the window aside.")
