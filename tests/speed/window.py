"""The window, measured in a process of its own: `python -m tests.speed.window WHAT ...` prints one line of JSON.

first-paint         the real program from its first line to its first picture, then it ends
bare                a window with one line to type into, and nothing else: what PySide6 itself costs
keys BOOK KEYS      the real window over a book: every key until rail and card are painted; KEYS is a JSON file
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any


def main(words: list[str]) -> int:
    """Measure one thing."""
    match words:
        case ["first-paint", data]:
            return _first_paint(data)
        case ["bare"]:
            return _bare()
        case ["keys", book, keys]:
            return _keys(Path(book), json.loads(Path(keys).read_text("utf-8")))
    raise SystemExit(__doc__)


def _tell(**said: object) -> None:
    print(json.dumps(said), flush=True)


def _memory() -> dict[str, float]:
    """MB that this process holds: all, and without the pages of libraries and fonts, which others may share.

    Nothing where Linux is not there to say.
    """
    try:
        lines = Path("/proc/self/status").read_text("ascii").splitlines()
    except OSError:
        return {"all": 0.0, "own": 0.0}
    pages = {
        name: int(value.split()[0]) / 1000
        for name, _, value in (line.partition(":") for line in lines)
        if "kB" in value
    }
    return {"all": pages["VmRSS"], "own": pages["RssAnon"]}


def _first_paint(data: str) -> int:
    """`shopkeeper --data-dir DATA`, which tells when it is seen; nothing is imported that it does not import itself."""
    import shopkeeper.__main__ as program

    shown = program._run_window

    def watched(*given: Any) -> int:
        from PySide6.QtCore import QTimer
        from PySide6.QtWidgets import QApplication

        from shopkeeper.ui import app

        def seen(self: app.App) -> None:
            _tell(at=time.monotonic())
            QTimer.singleShot(0, QApplication.quit)

        app.App._after_first_paint = seen  # type: ignore[method-assign]  # the one moment that is measured
        return shown(*given)

    program._run_window = watched  # type: ignore[assignment]  # takes whatever the other takes
    sys.argv = ["shopkeeper", "--data-dir", data]
    return program.main()


def _bare() -> int:
    from PySide6.QtCore import QTimer
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

    class Bare(QWidget):
        def paintEvent(self, event: QPaintEvent) -> None:
            if not seen:
                seen.append(time.monotonic())
                QTimer.singleShot(0, end)

    def end() -> None:
        _tell(at=seen[0], memory=_memory())
        QApplication.quit()

    seen: list[float] = []
    application = QApplication(["bare"])
    window = Bare()
    layout = QVBoxLayout(window)
    layout.addWidget(QLineEdit())
    window.resize(1280, 800)
    window.show()
    return application.exec()


def _keys(book: Path, states: list[list[str]]) -> int:
    """Type, look, and wait until what was found is on the screen, as the person at the counter does."""
    from PySide6.QtCore import QEvent, QObject, Qt
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QApplication

    from shopkeeper.ui import app
    from shopkeeper.ui.needs import Needs

    application = QApplication(["shopkeeper"])
    needs = Needs(door=lambda: _door(book), recall=lambda _: None, keep=lambda *_: None, report=lambda *_: None)
    start = app.App(application, needs)
    start.window.show()
    _until(lambda: start.bridge.book is not None, application)

    class Painted(QObject):
        """Counts what is painted."""

        count = 0

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            self.count += event.type() == QEvent.Type.Paint
            return False

    painted = Painted()
    application.installEventFilter(painted)
    field = start.window.rail.search.field
    tries: list[tuple[float, str]] = []
    unseen = 0
    for number, keys in enumerate([["a", "an", "ana"], *states]):
        start.window.rail.search.put("")
        application.processEvents()
        before = ""
        for text in keys:
            painted.count = 0
            began = time.perf_counter()
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                application.sendEvent(field, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, text[len(before) :]))
            application.processEvents()
            took = (time.perf_counter() - began) * 1000
            unseen += not painted.count
            before = text
            if number:  # the first person only warms the window up
                tries.append((took, text))
    memory = _memory()
    start.close()
    _tell(tries=tries, memory=memory, unseen=unseen, screen=application.platformName())
    return 0


def _door(book: Path) -> Any:
    """The way to the measured book, without a keychain and without asking."""
    from datetime import date

    from shopkeeper.domain.shop_calendar import ShopCalendar
    from shopkeeper.host.clock import Clock
    from shopkeeper.host.paths import Places
    from shopkeeper.store import Store
    from shopkeeper.ui.needs import Start
    from shopkeeper.usecases.counter import Counter
    from shopkeeper.usecases.shop import Shop, knowledge_here
    from tests.speed.corpus import KEY, NOW

    class Open(Counter):
        def job(self, verb: str, arguments: Mapping[str, str]) -> Any:
            raise NotImplementedError

    class Door:
        has_keychain = False

        def start(self) -> Start:
            return Start.READY

        def open(self, _passphrase: str | None, /) -> Open:
            store = Store.open(book, KEY, now=NOW)
            shop = Shop(
                store=store,
                clock=Clock.fixed(date(2026, 11, 22)),
                calendar=ShopCalendar(),
                knowledge=knowledge_here(),
                places=Places(data=book.parent, log_folder=book.parent),
                key=KEY,
            )
            return Open(shop, store.close)

    return Door()


def _until(ready: Callable[[], bool], application: Any) -> None:
    end = time.monotonic() + 60
    while not ready():
        application.processEvents()
        if time.monotonic() > end:
            raise TimeoutError("the window did not open its book")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
