"""Arrivals: a contacts file is chosen or dropped, a child reads it, and the sheet tells how it went."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from shopkeeper.domain.phrase import translate
from shopkeeper.ui.ask import AskForFile
from shopkeeper.ui.bridge import Bridge
from shopkeeper.ui.counter import AtTheCounter
from shopkeeper.ui.jobs import Child
from shopkeeper.ui.say import say
from shopkeeper.ui.sheets.bring_in import BringIn
from shopkeeper.ui.window import Window


class Arrivals(QObject):
    """One file at a time; the counter stays usable meanwhile."""

    changed = Signal()

    def __init__(self, window: Window, bridge: Bridge, counter: AtTheCounter, ask: AskForFile) -> None:
        super().__init__(window)
        self._window, self._bridge, self._counter, self._ask = window, bridge, counter, ask
        self._child: Child | None = None
        self._joined = False
        self._waiting: Path | None = None
        bridge.opened.connect(self._bring_in_what_waited)

    def ask_for_file(self) -> None:
        """Which file? While one is at work, its sheet is shown instead."""
        if self.is_busy:
            self._window.show_page(self._window.bring_in)
        elif self._bridge.book is not None:
            self._ask(self._window, self.begin)

    @property
    def is_busy(self) -> bool:
        """Whether a child is at work."""
        return self._child is not None and self._child.is_running

    def begin(self, file: Path) -> None:
        """Bring the people of this file in."""
        if self._bridge.book is None:
            self._waiting = file
            return
        if self.is_busy:
            self._window.show_page(self._window.bring_in)
            return
        sheet = self._sheet()
        sheet.begin(file.name)
        self._window.show_page(sheet)
        sheet.take_focus()
        self._start("bring-in", {"file": str(file)})

    def _bring_in_what_waited(self) -> None:
        file, self._waiting = self._waiting, None
        if file is not None:
            # In the next turn: the counter first shows the book that was just opened.
            QTimer.singleShot(0, self, lambda: self.begin(file))

    def escape(self) -> bool:
        """Back to the counter; what is at work goes on."""
        if not self._joined or self._window.pages.currentWidget() is not self._window.bring_in:
            return False
        self._to_counter()
        return True

    def close(self) -> None:
        """The window closes: end a child that is still at work."""
        if self._child is not None:
            self._child.abandon()

    def show_summary(self) -> None:
        """What the last file came to."""
        if self._joined:
            self._window.show_page(self._window.bring_in)
            self._window.bring_in.take_focus()

    def _sheet(self) -> BringIn:
        sheet = self._window.bring_in
        if not self._joined:
            self._joined = True
            sheet.cancelled.connect(self._cancel)
            sheet.taken_back.connect(self._take_back)
            sheet.left.connect(self._to_counter)
        return sheet

    def _start(self, verb: str, arguments: dict[str, str]) -> None:
        job = self._bridge.job(verb, arguments)
        if job is None:
            self._to_counter()
            return
        self._child = child = Child(self)
        child.progressed.connect(self._window.bring_in.progress)
        child.failed.connect(self._failed)
        child.cancelled.connect(self._cancelled)
        child.finished.connect(self._came_in if verb == "bring-in" else self._was_taken_back)
        child.start(job)

    def _cancel(self) -> None:
        if self._child is not None:
            self._child.cancel()

    def _take_back(self) -> None:
        act = self._window.bring_in.act
        if act and not self.is_busy:
            self._window.bring_in.begin_taking_back()
            self._start("undo", {"act": act})

    def _came_in(self, told: dict[str, object]) -> None:
        sheet = self._window.bring_in
        sheet.finish(told)
        self._counter.refresh()
        if self._window.is_at_counter():
            see = say(translate("bring-in", "See"))
            self._counter.tell(translate("bring-in", "The file was brought in."), "summary", see)
        self.changed.emit()

    def _was_taken_back(self, _told: dict[str, object]) -> None:
        self._to_counter()
        self._counter.refresh()
        self._counter.tell(translate("bring-in", "Taken back. The book is as it was before the file."))
        self.changed.emit()

    def _failed(self, words: str) -> None:
        if self._window.is_at_counter():
            see = say(translate("bring-in", "See"))
            self._window.bring_in.fail(words)
            self._counter.tell(translate("bring-in", "The file was not brought in."), "summary", see)
            return
        self._window.show_page(self._window.bring_in)
        self._window.bring_in.fail(words)

    def _cancelled(self) -> None:
        self._to_counter()
        self._counter.tell(translate("bring-in", "Cancelled. Nothing was brought in."))

    def _to_counter(self) -> None:
        self._window.show_page(self._window.counter)
        self._counter.focus()
