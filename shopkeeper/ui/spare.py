"""Spare turns of the event loop: behind the paint, and only when no key waits."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer

# Behind the request to paint, which Qt posts with less than usual haste.
_AFTER_THE_PAINT: Final = -100


class Spare(QObject):
    """Gives one turn for each time that it is asked; several askings before it are one."""

    def __init__(self, turn: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        # Rings when no key waits.
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(turn)

    def ask(self) -> None:
        """The next turn that nobody needs."""
        QCoreApplication.postEvent(self, QEvent(QEvent.Type.User), _AFTER_THE_PAINT)

    def stop(self) -> None:
        """None is wanted any more."""
        QCoreApplication.removePostedEvents(self, QEvent.Type.User)
        self._timer.stop()

    def event(self, event: QEvent) -> bool:
        """What was found is on the screen: the turn may come."""
        if event.type() == QEvent.Type.User:
            self._timer.start()
            return True
        return super().event(event)
