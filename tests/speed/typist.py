"""A typist at the real window, in a process of its own: `python -m tests.speed.typist ORDERS` prints one line of JSON.

ORDERS is a JSON file, see tests/speed/orders.py. With a job the typist goes on until the child has ended, and also
keeps now and then that somebody is here.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import cycle
from pathlib import Path
from types import TracebackType
from typing import Any, Final

from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from shopkeeper.domain.shop_calendar import ShopCalendar
from shopkeeper.host.clock import Clock
from shopkeeper.host.paths import Places
from shopkeeper.store import Store
from shopkeeper.ui import app
from shopkeeper.ui.dress import first_window
from shopkeeper.ui.given import Given
from shopkeeper.ui.needs import Start
from shopkeeper.usecases.counter import Counter
from shopkeeper.usecases.shop import Shop, knowledge_here
from tests.speed.given import KEY, NOW
from tests.speed.orders import Orders
from tests.speed.window import memory, tell

_LONGEST: Final = 60.0
_WARMING: Final = ("a", "an", "ana")
_BEHIND_PAINTING: Final = -50  # Qt asks for painting with a priority of -1
_LOOKED_UP: Final = 3  # of so many people who are looked up, one is kept to be here


@dataclass(slots=True)
class Seen:
    """What came of it, in milliseconds: of each key the wall, the processor, what was typed, and its kind."""

    keys: list[tuple[float, float, str, str]] = field(default_factory=list)  # until it is painted
    handled: list[tuple[float, float, str, str]] = field(default_factory=list)  # of that: until there is something to
    later: list[tuple[float, float, str, str]] = field(default_factory=list)  # what the next turn still had to do
    unseen: int = 0  # keys that changed nothing on the screen
    enters: list[tuple[float, float, str, str]] = field(default_factory=list)
    written: list[tuple[float, float, str, str]] = field(default_factory=list)  # Enter until it is in the book


def main(words: list[str]) -> int:
    """Type as the orders say."""
    orders = Orders(**json.loads(Path(words[0]).read_text("utf-8")))
    application = QApplication(["shopkeeper"])
    given = Given(
        door=lambda: _Door(Path(orders.book)),
        recall=lambda _: None,
        keep=lambda *_: None,
        report=lambda *_: None,
    )
    start = app.App(application, given, first_window(application, given))
    sys.excepthook = _end
    start.window.show()
    start.begin()
    typist = _Typist(application, start, orders.pace)
    typist.until(lambda: start.bridge.book is not None)
    typist.look_up(_WARMING, "warming up")
    typist.seen = Seen()
    done = _meanwhile(typist, start, orders)
    held = memory()
    typist.until(lambda: not start.bridge.is_waiting)
    start.close()
    seen = {name: getattr(typist.seen, name) for name in Seen.__slots__}
    tell(**seen, job=done, memory=held, screen=application.platformName())
    return 0


def _end(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """A mistake is no measure."""
    sys.__excepthook__(kind, error, trace)
    os._exit(1)


def _meanwhile(typist: _Typist, start: app.App, orders: Orders) -> list[dict[str, Any]]:
    """Type; where there is a job, until a child has done it as often as it is to be done. What each child told."""
    if orders.job is None:
        for kind, keys in orders.typed:
            typist.look_up(keys, kind)
        return []
    from tests.speed.children import Child  # only now: the window whose memory is measured has no child

    ended = []
    people = cycle(orders.typed)
    for number in range(orders.job["times"]):
        given = {name: value.replace("{n}", str(number)) for name, value in orders.job["arguments"].items()}
        job = start.bridge.job(orders.job["verb"], given)
        assert job is not None
        child = Child.begun(job.command, job.line())
        while child.is_at_work():
            kind, keys = next(people)
            if typist.look_up(keys, kind, child.is_at_work):
                typist.enter()
        ended.append(child.told())
    return ended


class _Typist:
    """Presses keys, and waits until what they say is on the screen, as the person at the counter does."""

    def __init__(self, application: QApplication, start: app.App, pace: int) -> None:
        self.seen = Seen()
        self._application, self._start, self._pace = application, start, pace
        self._field = start.window.rail.search.field
        self._before = ""
        self._looked_up = 0
        self._visited = False
        self._asked_at: float | None = None  # when something was kept that is not in the book yet
        self._painted = _Painted()
        self._marks = _Marks()
        application.installEventFilter(self._painted)
        start.bridge.visited.connect(self._kept)
        start.bridge.settled.connect(self._settled)

    def look_up(self, keys: Sequence[str], kind: str, go_on: Callable[[], bool] = lambda: True) -> bool:
        """Somebody else, key by key, for as long as it goes on; says whether the name was typed to its end."""
        self._start.window.rail.search.put("")
        self._before = ""
        self._application.processEvents()
        for text in keys:
            if not go_on():
                return False
            self.key(text, kind)
        return True

    def key(self, text: str, kind: str) -> None:
        """The key after which this stands in the box, and the turns of the window's own loop that it takes."""
        times: list[tuple[float, float]] = []
        loop, timer = QEventLoop(), QTimer()
        timer.setSingleShot(True)
        timer.setTimerType(Qt.TimerType.PreciseTimer)
        # A finger does not wait until the window has ended what it is at.
        due = time.perf_counter() + self._pace / 1000

        def now() -> None:
            times.append((time.perf_counter(), time.thread_time()))

        def press() -> None:
            self._painted.count = 0
            times.append((min(due, time.perf_counter()), time.thread_time()))
            self._press(0, text[len(self._before) :])
            now()
            self._after_paint(painted)

        def painted() -> None:
            now()
            self.seen.unseen += not self._painted.count
            # What a key leaves for the next turn began to wait before this does.
            QTimer.singleShot(0, lambda: self._after_paint(done))

        def done() -> None:
            now()
            loop.quit()

        timer.timeout.connect(press)
        timer.start(self._pace)
        loop.exec()
        pressed, handled, shown, later = times

        def took(since: tuple[float, float], to: tuple[float, float]) -> tuple[float, float, str, str]:
            return (to[0] - since[0]) * 1000, (to[1] - since[1]) * 1000, text, kind

        self.seen.handled.append(took(pressed, handled))
        self.seen.keys.append(took(pressed, shown))
        self.seen.later.append(took(shown, later))
        self._before = text

    def _after_paint(self, do: Callable[[], None]) -> None:
        """Do something behind the painting that is due, and before any timer."""
        self._marks.waiting = do
        QApplication.postEvent(self._marks, QEvent(QEvent.Type.User), _BEHIND_PAINTING)

    def enter(self) -> None:
        """One in a few of those who are looked up is here: kept at once, or as soon as the book is free."""
        self._looked_up += 1
        if self._looked_up % _LOOKED_UP or self._asked_at is not None:
            return
        self._pause()
        self._visited = False
        own, began = time.thread_time(), time.perf_counter()
        self._press(Qt.Key.Key_Return, "\r")
        self._application.processEvents()
        took = (time.perf_counter() - began) * 1000, (time.thread_time() - own) * 1000, self._before, "enter"
        self.seen.enters.append(took)
        if self._visited:
            self.seen.written.append(took)
        else:
            self._asked_at = began

    def until(self, ready: Callable[[], bool]) -> None:
        """Wait for something that comes by itself."""
        end = time.monotonic() + _LONGEST
        while not ready():
            self._application.processEvents()
            if time.monotonic() > end:
                raise TimeoutError("the window is not ready")

    def _kept(self) -> None:
        self._visited = True

    def _settled(self) -> None:
        if self._asked_at is not None:
            took = (time.perf_counter() - self._asked_at) * 1000
            self.seen.written.append((took, 0.0, "waited for the book", "enter"))
            self._asked_at = None

    def _press(self, key: int, letters: str) -> None:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            pressed = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, letters)
            self._application.sendEvent(self._field, pressed)

    def _pause(self) -> None:
        """What a window does between two keys: it lives."""
        if self._pace:
            loop = QEventLoop()
            QTimer.singleShot(self._pace, loop.quit)
            loop.exec()


class _Marks(QObject):
    """Does what waits when its event comes."""

    def __init__(self) -> None:
        super().__init__()
        self.waiting: Callable[[], None] = lambda: None

    def customEvent(self, _event: QEvent) -> None:
        self.waiting()


class _Painted(QObject):
    """Counts what is painted."""

    count = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.Paint
        return False


class _Door:
    """The way to the measured book, without a keychain and without asking."""

    has_keychain = False

    def __init__(self, book: Path) -> None:
        self._book = book

    def start(self) -> Start:
        return Start.READY

    def open(self, _passphrase: str | None, /) -> Counter:
        store = Store.open(self._book, KEY, now=NOW)
        shop = Shop(
            store=store,
            clock=Clock.fixed(date(2026, 11, 22)),
            calendar=ShopCalendar(),
            knowledge=knowledge_here(),
            places=Places.within(self._book.parent),
            key=KEY,
        )
        return Counter(shop, store.close)

    create = open

    def demo(self) -> Counter:
        return self.open(None)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
