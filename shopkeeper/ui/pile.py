"""The pile: the sheets that lie on the card, one upon the other. What is opened from a sheet goes back to it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from shopkeeper.domain.phrase import Phrase
from shopkeeper.domain.record import Uid
from shopkeeper.ui.bridge import Bridge
from shopkeeper.ui.card.place import CardPlace
from shopkeeper.ui.lookup.rail import Rail


def _nothing() -> None:
    return


def _yes() -> bool:
    return True


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """What lies on the card, and what it does when something happens around it."""

    widget: QWidget
    begin: Callable[[], None] = _nothing  # it is in front, now or again: the caret goes to it
    refresh: Callable[[], bool] = _yes  # an act was written down or taken back; False: what it shows is gone
    settle: Callable[[], bool] = _yes  # keep what is being typed; False: something could not be kept, and it says so
    unfinished: Phrase | None = None  # what is said of it when it was laid aside


class Pile(QObject):
    """At most a few sheets; only the uppermost is seen. Esc and "Back" take it off."""

    emptied = Signal()  # the card is in front again, and nobody else's name is being typed
    laid_aside = Signal(str)  # what this person's sheets could not keep
    wanted = Signal(str)  # this person is to be in front, below what was laid aside

    def __init__(self, place: CardPlace, rail: Rail, bridge: Bridge) -> None:
        super().__init__(place)
        self._place = place
        self._sheets: list[Sheet] = []
        self._rail, self._search = rail, rail.search.field
        self._whose: Uid = ""  # on whose card they lie
        self._aside: dict[Uid, list[Sheet]] = {}  # half filled in, until their person is in front again
        self._held: QWidget | None = None  # it has said once why it cannot go
        for looked_up in (rail.search.typed, rail.chosen):
            looked_up.connect(lambda *_: self.make_way())
        for happened in (bridge.kept, bridge.made, bridge.undone, bridge.redone):
            happened.connect(lambda _: self.refresh())
        bridge.lookup.found.connect(lambda *_: self._mark())
        bridge.closing.connect(self._forget)

    @property
    def is_empty(self) -> bool:
        """Whether the card, or a message, is in front."""
        return not self._sheets

    def front(self) -> QWidget | None:
        """The sheet in front."""
        return self._sheets[-1].widget if self._sheets else None

    def lay(self, sheet: Sheet) -> None:
        """Lay a sheet on the card, or on the sheet from which it was opened; one that lies there already comes up."""
        while any(sheet.widget is lying.widget for lying in self._sheets):
            self._sheets.pop()
        if not self._sheets:
            self._whose = self._place.card.person_uid
        self._sheets.append(sheet)
        self._show()

    def take_off(self) -> None:
        """Back: to what lay below it, as the book says it is now."""
        if self._sheets:
            self._sheets.pop()
            self.refresh()
            self._show()

    def back(self) -> None:
        """Back, as soon as what is being typed is kept; what could not be is shown first, once."""
        front = self.front()
        if front is not None and (front is self._held or self._sheets[-1].settle()):
            self.take_off()
        else:
            self._held = front

    def holds(self, widget: QWidget | None) -> bool:
        """Whether this is something on the sheet in front."""
        front = self.front()
        return front is not None and widget is not None and (front is widget or front.isAncestorOf(widget))

    def make_way(self) -> bool:
        """Somebody else is looked up, and their card has to be seen. False: something half filled in was laid aside."""
        unfinished = [sheet for sheet in tuple(self._sheets) if not sheet.settle()]
        self.drop()
        if unfinished:
            self._aside[self._whose] = self._aside.get(self._whose, []) + unfinished
            self.laid_aside.emit(self._whose)
        return not unfinished

    def unfinished(self, uid: Uid) -> Phrase | None:
        """What is said of what was laid aside for somebody."""
        return next((sheet.unfinished for sheet in reversed(self._aside.get(uid, ()))), None)

    def keeps(self, widget: QWidget) -> bool:
        """Whether this lies on the card, or was laid aside."""
        return any(widget is one.widget for sheets in (self._sheets, *self._aside.values()) for one in sheets)

    def go_back_to(self, uid: Uid) -> None:
        """What was laid aside lies on the card of its person again, as it was left."""
        if uid in self._aside:
            self.make_way()
            sheets = self._aside.pop(uid)
            self.wanted.emit(uid)
            self._sheets, self._whose = sheets, uid
            self._show()
            self.refresh()

    def clear(self) -> bool:
        """The window closes. False: what was typed could not be kept; that is said once, then it goes."""
        front = self.front()
        if front is not None and front is not self._held and not self._sheets[-1].settle():
            self._held = front
            return False
        self.drop()
        if self._aside:
            self.go_back_to(next(iter(self._aside)))
            return self.clear()
        return True

    def drop(self) -> None:
        """All of it away, as when the book closes."""
        if self._sheets:
            self._sheets.clear()
            self._show()

    def refresh(self) -> None:
        """Something changed in the book: the sheet in front shows it; where its matter is gone, so is the sheet."""
        before = len(self._sheets)
        while self._sheets and not self._sheets[-1].refresh():
            self._sheets.pop()
        if len(self._sheets) < before:
            self._show()
        self._mark()

    def _forget(self) -> None:
        self._aside.clear()
        self.drop()

    def _mark(self) -> None:
        """No name is chosen beside a sheet but that of whom it is about."""
        if self._sheets and self._rail.results.rowCount() and not self._rail.point_at(self._whose):
            self._rail.choose_nobody()

    def _show(self) -> None:
        """The caret goes first: from something hidden it would wander into the lists of the rail, and choose there."""
        self._held = None
        if self._sheets:
            self._place.show_sheet(self._sheets[-1].widget, self._sheets[-1].begin)
        else:
            is_typed_in = self._search.hasFocus()
            self._search.setFocus(Qt.FocusReason.OtherFocusReason)
            self._place.leave_sheet()
            self._rail.point_at(self._place.card.person_uid)
            if not is_typed_in:
                self.emptied.emit()
