"""The window, measured in a process of its own: `python -m tests.speed.window WHAT ...` prints one line of JSON.

first-paint         the real program from its first line to its first picture, then it ends
bare                a window with one line to type into, and nothing else: what PySide6 itself costs
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path
from typing import Any


def main(words: list[str]) -> int:
    """Measure one thing."""
    match words:
        case ["first-paint", data]:
            return _first_paint(data)
        case ["bare"]:
            return _bare()
    raise SystemExit(__doc__)


def tell(**said: object) -> None:
    """One line of JSON for whoever measures."""
    print(json.dumps(said), flush=True)


def memory() -> dict[str, float]:
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

        from shopkeeper.ui import start

        def seen(self: start.Start) -> None:
            tell(at=time.monotonic())
            QTimer.singleShot(0, QApplication.quit)

        start.Start.seen = seen  # type: ignore[method-assign]  # the one moment that is measured
        return shown(*given)

    program._run_window = watched  # type: ignore[assignment]  # takes whatever the other takes
    sys.argv = ["shopkeeper", "--data-dir", data]
    return program.main()


def _bare() -> int:
    from PySide6.QtCore import QTimer
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

    class Bare(QWidget):
        seen = False

        def paintEvent(self, event: QPaintEvent) -> None:
            if not self.seen:
                self.seen = True
                QTimer.singleShot(0, end)  # as the program: when the whole picture is out

    def end() -> None:
        tell(at=time.monotonic(), memory=memory())
        QApplication.quit()

    application = QApplication(["bare"])
    window = Bare()
    layout = QVBoxLayout(window)
    line = QLineEdit()
    line.setFocus()
    layout.addWidget(line)
    window.resize(1280, 800)
    window.show()
    return application.exec()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
