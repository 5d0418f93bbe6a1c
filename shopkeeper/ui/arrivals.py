"""Arrivals: a contacts file is chosen or dropped, a child reads it, and the sheet tells how it went.

Whatever a child does in the book goes through here, so that never two of them write in it.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, TypeAlias

from PySide6.QtCore import QObject, QTimer, Signal

from shopkeeper.domain.phrase import translate, verbatim
from shopkeeper.ui.ask import AskForFile
from shopkeeper.ui.bridge import Bridge
from shopkeeper.ui.counter import AtTheCounter
from shopkeeper.ui.jobs import Child
from shopkeeper.ui.needs import Job
from shopkeeper.ui.say import isolated, say
from shopkeeper.ui.sheets.bring_in import BringIn
from shopkeeper.ui.window import Window
from shopkeeper.usecases.undo import Long

# Told to whoever asked from outside the window: what came of it, or {"failed": a sentence}.
Told: TypeAlias = "Callable[[Mapping[str, Any]], None]"


@dataclass(frozen=True, slots=True)
class _File:
    """A contacts file that is to be brought in, and who wants to know how it went."""

    path: Path
    told: Told | None


class Arrivals(QObject):
    """One file at a time, the others wait; the counter stays usable meanwhile."""

    begun = Signal()  # a child is about to write in the book
    ended = Signal()

    def __init__(self, window: Window, bridge: Bridge, counter: AtTheCounter, ask: AskForFile) -> None:
        super().__init__(window)
        self._window, self._bridge, self._counter, self._ask = window, bridge, counter, ask
        self._child: Child | None = None
        self._told: Told | None = None
        self._joined = False
        self._waiting: deque[_File] = deque()
        bridge.opened.connect(self._next_soon)
        bridge.closing.connect(self.close)
        bridge.turn_begun.connect(self._turn)

    def ask_for_file(self) -> None:
        """Which file? While one is at work, its sheet is shown instead."""
        if self.is_busy:
            self._window.show_page(self._sheet())
        elif self._bridge.book is not None:
            self._ask(self._window, self.begin)

    @property
    def is_busy(self) -> bool:
        """Whether a child is at work."""
        return self._child is not None and self._child.is_running

    def begin(self, file: Path) -> None:
        """Bring the people of this file in, or keep it until a book is open and the file before it is done."""
        if self.is_busy:
            self._waiting.append(_File(file, None))
            self._to_counter()
            self._tell_waiting(file)
        elif self._bridge.book is None:
            self._waiting.append(_File(file, None))
        else:
            sheet = self._sheet()
            self._window.show_page(sheet)
            sheet.take_focus()
            self._bring_in(_File(file, None))

    def begin_for(self, told: Told, file: Path) -> None:
        """The same for somebody outside the window: nothing comes in front of what is done at the counter."""
        self._waiting.append(_File(file, told))
        if self.is_busy:
            self._tell_waiting(file)
        else:
            self._next()

    def when_over(self, told: Told) -> None:
        """Tell them, too, what comes of the child that is at work now."""
        self._told = told

    def escape(self) -> bool:
        """Back to the counter; what is at work goes on."""
        if not self._joined or self._window.pages.currentWidget() is not self._window.bring_in:
            return False
        self._to_counter()
        return True

    def close(self) -> None:
        """The book closes: end a child that is still at work, and let nobody wait for it."""
        if self._child is not None:
            self._child.abandon()
        closed = {"failed": say(translate("bring-in", "The book was closed. Nothing was brought in."))}
        self._over(closed)
        for file in self._waiting:
            if file.told is not None:
                file.told(closed)
        self._waiting.clear()

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

    def _tell_waiting(self, file: Path) -> None:
        waits = translate("bring-in", "Waiting: {file} is brought in after what is at work now.")
        self._counter.tell(waits.with_values(file=isolated(file.name)))

    def _next_soon(self) -> None:
        # In the next turn: the counter first shows the book as it is now.
        QTimer.singleShot(0, self, self._next)

    def _next(self) -> None:
        """The file that has waited longest. It begins quietly: nothing comes in front of the counter."""
        if self._waiting and self._bridge.book is not None and not self.is_busy:
            self._bring_in(self._waiting.popleft())

    def _bring_in(self, file: _File) -> None:
        self._told = file.told
        job = self._bridge.job("bring-in", {"file": str(file.path)})
        if job is None:
            self._to_counter()
            self._over({"failed": _unfinished()})
            return
        self._sheet().begin(file.path.name)
        self._start(job, self._came_in, self._failed).progressed.connect(self._window.bring_in.progress)

    def _start(self, job: Job, done: Callable[[dict[str, Any]], None], failed: Callable[[str], None]) -> Child:
        self.begun.emit()
        self._child = child = Child(self)
        child.finished.connect(done)
        child.finished.connect(self._over)
        child.failed.connect(failed)
        child.failed.connect(lambda words: self._over({"failed": words or _unfinished()}))
        child.cancelled.connect(self._cancelled)
        child.cancelled.connect(lambda: self._over({"failed": say(_CANCELLED)}))
        child.start(job)
        return child

    def _over(self, told: Mapping[str, Any]) -> None:
        """A child has ended: whoever waits for it is told, and the next file begins."""
        waits, self._told = self._told, None
        if waits is not None:
            waits(told)
        self.ended.emit()
        self._next_soon()

    def _cancel(self) -> None:
        if self._child is not None:
            self._child.cancel()

    def _take_back(self) -> None:
        act = self._window.bring_in.act
        job = self._bridge.job("undo", {"act": act}) if act and not self.is_busy else None
        if job is not None:
            self._window.bring_in.begin_taking_back()
            self._start(job, self._was_taken_back, self._failed)

    def _turn(self, long: Long, again: bool) -> None:
        """Ctrl+Z of a whole file, or Ctrl+Y: the counter stays in front."""
        if self.is_busy:
            self._bridge.refused.emit(AT_WORK)
            return
        happened = self._bridge.redone if again else self._bridge.undone
        begun = (
            translate("undo", "Doing again: {act}", "the name of an act")
            if again
            else translate("undo", "Taking back: {act}", "the name of an act")
        )
        self._start(long.job, lambda _: happened.emit(long), self._not_turned)
        self._counter.tell(begun.with_values(act=long.name))

    def _not_turned(self, words: str) -> None:
        self._bridge.refused.emit(verbatim(words or _unfinished()))

    def _came_in(self, told: dict[str, Any]) -> None:
        sheet = self._window.bring_in
        sheet.finish(told)
        self._counter.refresh()
        if self._window.is_at_counter():
            see = say(translate("bring-in", "See"))
            self._counter.tell(sheet.sentence(), "summary", see)

    def _was_taken_back(self, _told: dict[str, Any]) -> None:
        self._to_counter()
        self._counter.refresh()
        self._counter.tell(translate("bring-in", "Taken back. The book is as it was before the file."))

    def _failed(self, words: str) -> None:
        self._window.bring_in.fail(words)
        if self._window.is_at_counter():
            see = say(translate("bring-in", "See"))
            self._counter.tell(translate("bring-in", "The file was not brought in."), "summary", see)
            return
        self._window.show_page(self._window.bring_in)

    def _cancelled(self) -> None:
        self._to_counter()
        self._counter.tell(_CANCELLED)

    def _to_counter(self) -> None:
        self._window.show_page(self._window.counter)
        self._counter.focus()


def _unfinished() -> str:
    return say(translate("bring-in", "This was not finished. Nothing was changed."))


_CANCELLED: Final = translate("bring-in", "Cancelled. Nothing was brought in.")
AT_WORK: Final = translate(
    "bring-in", "A file is being brought in or taken back. Nothing was changed: please try again when that is done."
)
