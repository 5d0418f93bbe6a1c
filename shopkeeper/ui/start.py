"""Start: the first picture with the caret in the search box, and then, bit by bit, everything else.

Whoever types meanwhile is never kept waiting: between two bits the window looks at its keys, and what is typed
stays in the box until there is a book to look it up in.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from importlib import import_module
from types import TracebackType
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from shopkeeper.ui.dress import first_window, load_later_fonts, speak
from shopkeeper.ui.given import Given

if TYPE_CHECKING:
    from shopkeeper.ui.app import App

# The counter in bits of ten to thirty milliseconds: each brings along what those before it have not.
_BITS: Final = (
    "shopkeeper.remember.reminder",
    "shopkeeper.ui.widgets.typeset",
    "shopkeeper.ui.lookup.results",
    "shopkeeper.ui.lookup.rail",
    "shopkeeper.ui.card.view",
    "shopkeeper.ui.counter_page",
    "shopkeeper.usecases.undo",
    "shopkeeper.ui.counter",
    "shopkeeper.ui.app",
)


def run(given: Given, argv: Sequence[str] = ("shopkeeper",)) -> int:
    """Open the window and stay until it is closed; the exit code."""
    app = QApplication(list(argv))
    app.setApplicationName("Shopkeeper")
    app.setDesktopFileName("shopkeeper")
    speak(app)
    start = Start(app, given)
    hook, sys.excepthook = sys.excepthook, start.crashed
    start.window.come_up()
    try:
        code = app.exec()
    finally:
        sys.excepthook = hook
        start.close()
    if start.failed is not None:
        raise start.failed
    return code


class Start(QObject):
    """Brings the counter and the book in behind a window that is on the screen already."""

    def __init__(self, app: QApplication, given: Given) -> None:
        super().__init__()
        self._app, self._given = app, given
        self._rest: Iterator[None] = iter(())
        self._until_the_end = ExitStack()
        self.whole: App | None = None
        self.failed: BaseException | None = None
        self.window = first_window(app, given)
        self.window.painted.connect(lambda: QTimer.singleShot(0, self.seen))
        self.window.closed.connect(app.quit)

    def seen(self) -> None:
        """The first picture is on the screen."""
        self._rest = self._bits()
        self._go_on()

    def crashed(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """To the crash page; as long as there is none, to whoever started the program."""
        if self.whole is not None:
            self.whole.crashed(kind, error, trace)
        else:
            self.failed = error
            self._app.quit()

    def close(self) -> None:
        """End what is at work, close the book."""
        if self.whole is not None:
            self.whole.close()
        self._until_the_end.close()

    def _go_on(self) -> None:
        """One bit in each turn of the event loop, unless somebody has closed the window."""
        if self.window.isVisible() and next(self._rest, self) is None:
            QTimer.singleShot(0, self._go_on)

    def _bits(self) -> Iterator[None]:
        for name in _BITS:
            import_module(name)
            yield
        from shopkeeper.ui.app import App
        from shopkeeper.ui.farewell import told_to_go

        self._until_the_end.enter_context(told_to_go(self._app))
        load_later_fonts()
        yield
        whole = App(self._app, self._given, self.window)
        self.whole = whole
        yield
        for _ in self._given.prepare():
            yield
        whole.begin()
