"""Long work in a child process: the key goes in as the first line, progress comes out as JSON lines.

A QProcess rather than subprocess.Popen: it reads the pipe from the event loop on every system, so no Python
thread has to wait beside the window (speed.md, trap 2), and it is the same on Windows, where a pipe has no notifier.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QObject, QProcess, QTimer, Signal

from shopkeeper.ui.needs import Job

# How long a cancelled child may take to put everything back before it is ended.
_PATIENCE_MS: Final = 20_000


class Child(QObject):
    """One child at work: tells how far it is, and how it ended."""

    progressed = Signal(int, int)  # so many, of so many (0: not known yet)
    finished = Signal(dict)
    failed = Signal(str)  # a sentence; empty when the child ended without a word
    cancelled = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._process = QProcess(self)
        self._process.setProcessChannelMode(QProcess.ProcessChannelMode.SeparateChannels)
        self._process.readyReadStandardOutput.connect(self._read)
        # What a child says on its error channel is for its own log, never for a window.
        self._process.readyReadStandardError.connect(self._process.readAllStandardError)
        self._process.finished.connect(self._ended)
        self._process.errorOccurred.connect(self._broke)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_PATIENCE_MS)
        self._patience.timeout.connect(self._process.kill)
        self._done: Mapping[str, object] | None = None
        self._failed: str | None = None
        self._cancelling = self._over = False

    @property
    def is_running(self) -> bool:
        """Whether it is still at work."""
        return self._process.state() != QProcess.ProcessState.NotRunning

    def start(self, job: Job) -> None:
        """Start it and hand it its job."""
        self._process.start(job.command[0], list(job.command[1:]))
        self._process.write(job.line() + b"\n")

    def cancel(self) -> None:
        """Ask it to stop with nothing half done: the end of its input says so."""
        if self.is_running and not self._cancelling:
            self._cancelling = True
            self._process.closeWriteChannel()
            self._patience.start()

    def abandon(self) -> None:
        """End it now, without a word: the window is closing. What it had not finished is taken back by the store."""
        self._over = True
        if self.is_running:
            self._process.kill()
            self._process.waitForFinished(3000)

    def _read(self) -> None:
        while self._process.canReadLine():
            self._hear(bytes(self._process.readLine().data()))

    def _hear(self, line: bytes) -> None:
        try:
            told = json.loads(line)
        except ValueError:
            return
        if not isinstance(told, dict):
            return
        if "done" in told:
            self._done = dict(told["done"] or {})
        elif "failed" in told:
            self._failed = str(told["failed"])
        elif "at" in told:
            self.progressed.emit(int(told["at"]), int(told.get("of") or 0))

    def _ended(self) -> None:
        self._read()
        self._patience.stop()
        if self._over:
            return
        self._over = True
        if self._done is not None:
            self.finished.emit(dict(self._done))
        elif self._cancelling:
            self.cancelled.emit()
        else:
            self.failed.emit(self._failed or "")

    def _broke(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart and not self._over:
            self._over = True
            self.failed.emit("")
