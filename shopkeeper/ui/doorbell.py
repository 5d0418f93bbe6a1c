"""The doorbell: other threads ring, the window answers on its own thread, where the book is."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future

from PySide6.QtCore import QObject, Qt, Signal


class Doorbell(QObject):
    """`ring` may be called from any thread; it waits until the window has answered."""

    _rung = Signal(object, object)

    def __init__(self, answer: Callable[[tuple[str, ...]], str | Future[str]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._answer = answer
        self._rung.connect(self._hear, Qt.ConnectionType.QueuedConnection)

    def ring(self, message: tuple[str, ...]) -> str:
        """Say something to the window and wait for its answer; what it raised is raised here."""
        answered: Future[str] = Future()
        self._rung.emit(message, answered)
        return answered.result()

    def _hear(self, message: tuple[str, ...], answered: Future[str]) -> None:
        try:
            answer = self._answer(message)
        except Exception as error:
            # Raised again at the door: it is the caller's message that could not be answered.
            answered.set_exception(error)
            return
        if isinstance(answer, Future):
            # A child is at work on it: the window goes on meanwhile.
            answer.add_done_callback(lambda over: answered.set_result(over.result()))
        else:
            answered.set_result(answer)
