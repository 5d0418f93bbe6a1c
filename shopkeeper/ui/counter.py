"""At the counter: what a key, a press or an answer from the book means for rail and card."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal

from shopkeeper.ui.bridge import Bridge
from shopkeeper.ui.card import empty_states
from shopkeeper.ui.card.bar import Bar
from shopkeeper.ui.lookup.namesake import namesake_of
from shopkeeper.ui.needs import DoneShown, RowShown, Uid
from shopkeeper.ui.pile import Pile
from shopkeeper.ui.put_aside import PutAside
from shopkeeper.ui.window import Window
from shopkeeper.ui.writing.at_the_line import AtTheLine
from shopkeeper.ui.writing.drafting import Drafting


class AtTheCounter(QObject):
    """Joins the rail and the card to the book."""

    bring_in_asked = Signal()

    def __init__(self, window: Window, bridge: Bridge) -> None:
        super().__init__(window)
        self._window, self._bridge = window, bridge
        self._rail, self._place = window.rail, window.card_place
        self._uid = self._here = ""
        self._making = False  # Ctrl+N: what is typed is the name of someone new
        self._used_up = False  # Enter kept what is typed: the next letter begins anew
        self.may_leave_demo = False
        self.drafting = Drafting(self._place.draft, self._rail, bridge, self._place.show_draft)
        self.line = AtTheLine(self._place.write_line, bridge, self._rail.search.field)
        self._connect()
        self.pile = Pile(self._place, self._rail, bridge)
        self.pile.emptied.connect(self._use_up)
        self.pile.wanted.connect(lambda uid: None if self.drafting.is_open else self.look_at(uid))
        # After the counter: it asks the book anew, and then the bar names what was done.
        self.bar = Bar(self._place, bridge)
        self.tell = self.bar.tell
        self._put_aside = PutAside(self.pile, self.bar, bridge)
        self.welcome()

    def _connect(self) -> None:
        self._rail.search.typed.connect(self._typed)
        self._rail.chosen.connect(self.look_at)
        self._rail.entered.connect(self.enter)
        self._rail.new_asked.connect(self.make_new)
        self._rail.bring_in_asked.connect(self.bring_in_asked)
        self._place.blanked.connect(self._window.blank.fall)
        self._window.blank.opened.connect(self.focus)
        bridge = self._bridge
        bridge.lookup.found.connect(self._found)
        bridge.lookup.found_more.connect(self._rail.show_more)
        bridge.lookup.expected.connect(self._rail.make_ready)
        bridge.lookup.lost.connect(self._lost)
        bridge.carded.connect(self._place.show_card)
        bridge.day.told.connect(self._rail.show_today)
        bridge.made.connect(self._made)
        bridge.visited.connect(self._visited)
        bridge.kept.connect(lambda _done: self.refresh())
        bridge.undone.connect(lambda _done: self.refresh())
        bridge.redone.connect(lambda done: self.refresh(done.person_uid))

    def begin(self) -> None:
        """A book was opened: the day, and whatever was typed meanwhile."""
        self._window.show_page(self._window.counter)
        self._uid, self._making, self._used_up, self._here = "", False, False, ""
        if (now := self._bridge.now()) is not None:
            self._rail.show_today(now.date(), None)
        self._bridge.day.begin()
        self._search()
        self.focus()
        if self._rail.search.was_entered() and not self.drafting.is_open:
            # Enter was pressed before anybody could be seen: it counts where one person alone is meant.
            self._bridge.lookup.finish()
            (self.enter if self._rail.results.rowCount() == 1 else self._rail.search.field.selectAll)()

    def focus(self) -> None:
        """The caret goes back to the search box."""
        self._rail.search.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self, wanted: Uid = "") -> None:
        """Something changed in the book: ask everything again, and keep the same person in front."""
        wanted = wanted or self._uid
        # Its button would now take back something newer than what it names.
        self._place.undo.leave()
        self._bridge.day.begin()
        self._search()
        self._bridge.lookup.finish()
        if wanted and (card := self._bridge.card(wanted)) is not None:
            self._rail.point_at(wanted)
            self._uid = card.person_uid

    def enter(self) -> None:
        """On a result: they are here. With nobody found: make the person. Of a name that is taken: who has it."""
        words = self._words()
        self._bridge.lookup.finish()
        if self._bridge.book is None:
            self._rail.search.note_enter()
        elif self._bridge.lookup.is_lost or not self.pile.make_way():
            self._search()
        elif self.drafting.is_open:
            self.drafting.keep()
        elif self._making and (namesake := namesake_of(words, self._rail.results.rows())) is not None:
            self.look_at(namesake.person_uid)
            self._rail.point_at(namesake.person_uid)
        elif words and (self._making or not self._rail.results.rowCount()):
            self._bridge.make_person(words)
        elif self._uid and self._uid != self._here:
            self._place.card.unfold()
            self._bridge.was_here(self._uid)
            if words and self._rail.shows(self._uid):
                self._bridge.chose(words, self._uid)
            self._rail.search.field.selectAll()

    def look_up(self, code: str) -> None:
        """Whose is this code? Nobody new is being written down any more."""
        self._making = False
        self._rail.search.put(code)

    def make_another(self) -> None:
        """Write the person down, also when somebody else has that name already."""
        if self.drafting.is_open:
            self.drafting.keep(anew=True)
        elif self._making and (words := self._words()):
            self._bridge.make_person(words)

    def escape(self) -> None:
        """Back, then clear; at the empty counter there is nothing left to leave."""
        self.bar.go_with_the_matter()
        if not self.pile.is_empty:
            self.pile.back()
        elif self._rail.search.text() and not self._making:
            self._rail.search.put("")
        elif self._making or self._uid:
            self._making, self._uid = False, ""
            self._search()

    def make_new(self) -> None:
        """Someone new: Enter writes them down under the name that is typed, or that is typed next."""
        self.pile.make_way()
        self.bar.go_with_the_matter()
        if self._used_up:
            self._rail.search.put("")
        self._making = True
        self._search()
        self.focus()

    def _search(self) -> None:
        self.drafting.search(self._rail.search.text())

    def _words(self) -> str:
        return self._rail.search.text().strip()

    def _typed(self, text: str) -> None:
        self._used_up, self._here = False, ""
        self.bar.go_with_the_matter()
        if self._bridge.book is not None:
            self._search()

    def _found(self, rows: tuple[RowShown, ...], total: int) -> None:
        self._rail.show_results(rows, total)
        words, self._uid = self._words(), ""
        if self.drafting.found(words, rows):
            return
        if self._making:
            self._bridge.lookup.finish()
            rows = self._rail.results.rows()
            self._rail.choose_nobody()
            self._place.show_message(empty_states.someone_new(words, namesake_of(words, rows)))
        elif not words:
            self.welcome()
        elif rows:
            self._choose(rows[0].person_uid)
        else:
            self._place.show_message(empty_states.nobody(words))

    def _lost(self) -> None:
        """Whoever was found before was found for other words: nobody is in front until Enter or a key asks again."""
        self._uid = ""
        self._rail.show_results((), 0)
        self.welcome()

    def look_at(self, uid: Uid) -> None:
        """Somebody who is here already is looked at: nobody new is being written down any more."""
        if not self.drafting.chose(uid):
            self._making, self._here = False, ""
            self._choose(uid)

    def _choose(self, uid: Uid) -> None:
        self._uid = uid if self._bridge.card(uid) is not None else ""
        if not self._uid:
            self.welcome()

    def _made(self, done: DoneShown) -> None:
        self._making = False
        self.refresh(done.person_uid)
        self._use_up()

    def _use_up(self) -> None:
        """What is typed has done its work: the next letters are the next name."""
        self._used_up = True
        self._rail.search.field.selectAll()

    def _visited(self, _done: DoneShown) -> None:
        self._used_up, self._here = True, self._uid
        self._bridge.card(self._uid)
        self._bridge.lookup.warm()

    def welcome(self) -> None:
        """Nobody is chosen: say what to do next."""
        state = empty_states.who_is_here(demo=self._bridge.is_demo, may_leave=self.may_leave_demo)
        if self._bridge.book is not None and not self._bridge.count():
            state = empty_states.empty_book()
        self._place.show_message(state)
