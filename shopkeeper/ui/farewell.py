"""When the system tells the program to go (a log-out, Ctrl+C in a terminal): it goes with everything closed.

Qt's loop sleeps in C, where Python hears no signal: a pipe wakes it.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QSocketNotifier
from PySide6.QtWidgets import QApplication

_SIGNALS = (signal.SIGINT, signal.SIGTERM)


@contextmanager
def told_to_go(app: QApplication) -> Iterator[None]:
    """For the length of a block, a signal to end closes the window as its own button does."""
    if sys.platform == "win32":
        yield  # Windows ends a program through its window
        return
    ear, mouth = os.pipe()
    os.set_blocking(mouth, False)
    before = {number: signal.signal(number, lambda *_: None) for number in _SIGNALS}
    woken = signal.set_wakeup_fd(mouth)
    notifier = QSocketNotifier(ear, QSocketNotifier.Type.Read)
    notifier.activated.connect(app.quit)
    try:
        yield
    finally:
        notifier.setEnabled(False)
        signal.set_wakeup_fd(woken)
        for number, handler in before.items():
            signal.signal(number, handler)
        os.close(ear)
        os.close(mouth)
