"""Where the history, the evening's list and the staff meet the book and the counter."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeyEvent

from shopkeeper.domain.phrase import Phrase, translate
from shopkeeper.ui.bridge import Bridge
from shopkeeper.ui.counter import AtTheCounter
from shopkeeper.ui.needs import Uid
from shopkeeper.ui.past.evening import ReadingEvening
from shopkeeper.ui.pile import Sheet
from shopkeeper.ui.say import say
from shopkeeper.ui.window import Window

if TYPE_CHECKING:
    from shopkeeper.ui.past.closing import ClosingSheet
    from shopkeeper.ui.past.history import HistorySheet
    from shopkeeper.ui.past.staff import StaffSheet
    from shopkeeper.usecases.closing import NotAgreed
    from shopkeeper.usecases.history import Entry


class PastPlace(QObject):
    """Opens the three sheets; each is made when it is first needed."""

    def __init__(self, window: Window, bridge: Bridge, counter: AtTheCounter) -> None:
        super().__init__(window)
        self._window, self._bridge, self._counter = window, bridge, counter
        self._foot = window.rail.newcomers
        self._foot.staff_asked.connect(self.open_staff)
        self._foot.evening_asked.connect(self.open_closing)
        self.evening = ReadingEvening(bridge, self)
        self.evening.told.connect(self._foot.show_evening)
        bridge.opened.connect(lambda: self._foot.show_staff(self._at_counter()))

    def pressed(self, event: QKeyEvent) -> bool:
        """F7: the next at the counter. Ctrl+H: the history of the shop. Ctrl+E: the evening's list."""
        if self._bridge.book is None or event.isAutoRepeat():
            return False
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        match event.key():
            case Qt.Key.Key_F7 if not event.modifiers():
                self.next_at_counter()
            case Qt.Key.Key_H if control:
                self.open_history()
            case Qt.Key.Key_E if control:
                self.open_closing()
            case _:
                return False
        return True

    # The history

    def open_history(self, uid: Uid = "", at: int = 0) -> None:
        """What was done, of one person or of the whole shop; at this number, or at the newest."""

        def read(limit: int, before: int | None) -> tuple[Entry, ...]:
            return self._bridge.ask(lambda book: book.past.history(uid or None, limit, before)) or ()

        now = self._bridge.now()
        if now is None:
            return
        name = self._bridge.ask(lambda book: book.records.name_of(uid)) if uid else ""
        self.history.show_history(read, now.date(), name or "")
        if at:
            self.history.go_to(at)
        self._lay(Sheet(widget=self.history, begin=self.history.begin, refresh=self.history.refresh))

    @cached_property
    def history(self) -> HistorySheet:
        """The sheet of the history."""
        from shopkeeper.ui.past.history import HistorySheet

        sheet = HistorySheet(self._window.kit)
        sheet.taken_back.connect(self._take_back)
        sheet.whole_asked.connect(lambda number: self.open_history(at=number))
        sheet.closed.connect(self._counter.pile.back)
        return sheet

    def _take_back(self, number: int) -> None:
        answer = self._bridge.take_back(number)
        if isinstance(answer, Phrase):
            # The sheet says it, beside the way to what stands on the act.
            self._window.card_place.undo.leave()
            self.history.refuse(answer, _what_came_later(answer, number))

    # The evening's list

    def open_closing(self) -> None:
        """Whom to ask whether they agree."""
        if self._show_closing():
            self._lay(Sheet(widget=self.closing, begin=self.closing.begin, refresh=self._show_closing))

    @cached_property
    def closing(self) -> ClosingSheet:
        """The sheet of the evening's list."""
        from shopkeeper.ui.past.closing import ClosingSheet

        sheet = ClosingSheet(self._window.kit)
        sheet.agreed.connect(self._agreed)
        sheet.closed.connect(self._counter.pile.back)
        return sheet

    def _show_closing(self) -> bool:
        missing = self._bridge.ask(lambda book: book.deeds.closing())
        if missing is not None:
            self.closing.show_list(missing)
            self._foot.show_evening(len(missing))
        return missing is not None

    def _agreed(self, one: NotAgreed, by_parent: bool) -> None:
        given_by = say(translate("closing", "a parent", "who agreed")) if by_parent else ""
        self._bridge.keep(
            ("agreed", one.person_uid, one.purpose),
            lambda book: book.deeds.agreed(one.person_uid, one.purpose, given_by),
        )

    # The staff

    def next_at_counter(self) -> None:
        """The next of those who are known; where nobody else is, somebody can be written down."""
        known = self._bridge.ask(lambda book: book.staff.known()) or ()
        if all(initials == self._at_counter() for initials in known):
            self.open_staff()
        else:
            self._told(self._bridge.ask(lambda book: book.staff.next()))

    def open_staff(self) -> None:
        """Who is at the counter?"""
        if self._show_staff():
            self._lay(Sheet(widget=self.staff, begin=self.staff.begin, refresh=self._show_staff))

    @cached_property
    def staff(self) -> StaffSheet:
        """The sheet of the staff."""
        from shopkeeper.ui.past.staff import StaffSheet

        sheet = StaffSheet(self._window.kit)
        sheet.chosen.connect(self._take_over)
        sheet.history_asked.connect(lambda: self.open_history())
        sheet.closing_asked.connect(self.open_closing)
        sheet.closed.connect(self._counter.pile.back)
        return sheet

    def _show_staff(self) -> bool:
        known = self._bridge.ask(lambda book: book.staff.known())
        if known is not None:
            self.staff.show_staff(known, self._at_counter())
        return known is not None

    def _take_over(self, typed: str) -> None:
        initials = self._bridge.ask(lambda book: book.staff.take_over(typed))
        if initials is not None:
            self._counter.pile.back()
            self._told(initials)

    def _told(self, initials: str | None) -> None:
        if initials is not None:
            self._foot.show_staff(initials)
            words = translate("staff", "{initials} is at the counter.")
            self._counter.tell(words.with_values(initials=initials))

    def _at_counter(self) -> str:
        return self._bridge.ask(lambda book: book.staff.at_counter) or ""

    def _lay(self, sheet: Sheet) -> None:
        self._counter.bar.go_with_the_matter()
        self._counter.pile.lay(sheet)


def _what_came_later(why: Phrase, number: int) -> int:
    """The number of the act that has to be taken back first; the sentence names it. 0: there is none."""
    named = dict(why.values).get("number")
    return named if isinstance(named, int) and named != number else 0
