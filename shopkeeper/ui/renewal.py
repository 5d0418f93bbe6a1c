"""Renewal: the search of an older program's book, or what a killed import left undone, is made good by a child.

Nobody is asked and nothing is in the way. Whatever cuts it short, a file that is brought in or the end of the
program, the next child goes on from there.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, QTimer

from shopkeeper.domain.phrase import translate
from shopkeeper.ui.arrivals import Arrivals
from shopkeeper.ui.bridge import Bridge
from shopkeeper.ui.jobs import Child
from shopkeeper.ui.say import say
from shopkeeper.ui.window import Window

# A child takes half of a small computer: whoever opened the book to look somebody up does so first.
_SOON_MS: Final = 3_000


class Renewal(QObject):
    """One child at the most, and never beside another one that writes in the book."""

    def __init__(self, window: Window, bridge: Bridge, arrivals: Arrivals) -> None:
        super().__init__(window)
        self._window, self._bridge, self._arrivals = window, bridge, arrivals
        self._child: Child | None = None
        self._failed = False
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON_MS)
        self._soon.timeout.connect(self.begin)
        bridge.opened.connect(self._opened)
        bridge.closing.connect(self.step_aside)
        arrivals.begun.connect(self.step_aside)
        arrivals.ended.connect(self._soon.start)

    @property
    def is_at_work(self) -> bool:
        """Whether a child is renewing the search now."""
        return self._child is not None

    def begin(self) -> None:
        """Start the child, if there is anything for it to do."""
        book = self._bridge.book
        if book is None or book.is_read_only or self._failed or self.is_at_work or self._arrivals.is_busy:
            return
        job = None if book.search_is_current() else self._bridge.job("renew-search", {})
        if job is None:
            return
        self._child = child = Child(self)
        child.finished.connect(self._ended)
        child.failed.connect(self._give_up)
        self._window.notice.tell(say(_INCOMPLETE))
        child.start(job)

    def step_aside(self) -> None:
        """Somebody else writes in the book now, or it is closed."""
        self._soon.stop()
        if self._child is not None:
            self._child.abandon()
            self._ended()

    def _opened(self) -> None:
        self._failed = False
        self._soon.start()

    def _give_up(self, _words: str) -> None:
        # The child has noted why; the next start of the program tries again.
        self._failed = True
        self._ended()

    def _ended(self, _told: object = None) -> None:
        self._child = None
        self._window.notice.tell("")


_INCOMPLETE: Final = translate(
    "renewal",
    "The search is brought up to date. Until it is, some people are found by their written name only, or not at all.",
)
