"""Drafting: what is typed into the search box tells more than a name, and is seen on the paper before Enter keeps it.

A plain name costs nothing: the grammar is asked where a sign stands that no name has, or where nobody is found.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QLocale, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from shopkeeper.capture.chip import Chip, ChipKind, Whose
from shopkeeper.ui.bridge import Bridge
from shopkeeper.ui.lookup.rail import Rail
from shopkeeper.ui.needs import DoneShown, RowShown, Uid
from shopkeeper.ui.writing.draft_page import DraftPage
from shopkeeper.ui.writing.hearing import Hearing

if TYPE_CHECKING:
    from shopkeeper.usecases.tell import Heard

# What ends a name, in the scripts that a shop may write.
_SIGNS: Final = frozenset(",;:!?(،؛，、：；！（")


class Drafting(QObject):
    """The line in the search box, while it tells more than a name."""

    def __init__(self, page: DraftPage, rail: Rail, bridge: Bridge, show: Callable[[], None]) -> None:
        """`show` lays the page on the paper."""
        super().__init__(page)
        self._page, self._lay = page, show
        self._rail, self._bridge = rail, bridge
        self._hearing = Hearing()
        self._name: str | None = None  # the name whose rows are in the rail
        self._chosen: RowShown | None = None
        self.is_open = False
        for happened in (bridge.kept, bridge.made, bridge.undone, bridge.redone):
            happened.connect(lambda _done: self._look_again())
        self._page.entered.connect(self.keep)
        self._page.another.connect(lambda: self.keep(anew=True))
        chips = self._page.chips
        chips.turned.connect(lambda chip: self._change(lambda one: one.turn(chip)))
        chips.dropped.connect(lambda chip: self._change(lambda one: one.drop(chip)))
        chips.given.connect(self._give)
        chips.left.connect(self._back)
        chips.typed_on.connect(self._type_on)

    def search(self, text: str) -> None:
        """Look up what is typed; of a draft the name, unless its rows are there already."""
        may_be = self.is_open or not _SIGNS.isdisjoint(text)
        if not (may_be and text.strip() and self._hear(text, at_least=2)):
            self.close()
            self._look_up(text)

    def _tells_more(self, text: str) -> bool:
        language = QLocale().name()
        return bool(self._bridge.ask(lambda book: book.writing.says_more(text, language)))

    def _look_again(self) -> None:
        """Something changed in the book: the rows are no longer what they were."""
        self._name = None

    def _look_up(self, words: str) -> None:
        self._bridge.lookup.search(words, self._rail.in_sight())

    def found(self, text: str, rows: tuple[RowShown, ...]) -> bool:
        """Rows were found: those of the draft's name; or nobody, and then the words may tell more than a name."""
        if self.is_open:
            self._show()
            return True
        if rows or not text.strip():
            return False
        if not _SIGNS.isdisjoint(text):
            return self._hear(text, at_least=1)
        return self._tells_more(text) and self._hear(text, at_least=2)

    def chose(self, uid: Uid) -> bool:
        """A row was chosen: the draft is about them. Whoever it cannot be about ends it."""
        row = next((row for row in self._rail.results.rows() if row.person_uid == uid), None)
        heard = self._hearing.heard
        if not self.is_open or row is None or (heard is not None and not heard.may_be(uid)):
            self.close()
            return False
        self._chosen = row
        self._hear(self._rail.search.text(), at_least=1)
        return True

    def keep(self, *, anew: bool = False) -> None:
        """Enter: all of it is one act; `anew` for someone who is not in the book, whatever their name."""
        heard = self._hearing.answered()
        if heard is None:
            return
        if anew:
            heard = replace(heard, several=(), person_uid="", anew=True)
        text = self._rail.search.text()
        key = ("tell", heard.person_uid, text)
        self._bridge.keep(key, lambda book: book.writing.keep(heard), lambda done: self._kept(text, done))

    def close(self) -> None:
        """What is typed is only a name again, or nothing."""
        if self.is_open:
            self.is_open, self._name, self._chosen = False, None, None
            self._hearing.hear(None)
            self._page.chips.show_heard(None)

    def go_in(self) -> bool:
        """The caret goes to the chips, where there are any."""
        return self.is_open and self._page.chips.go_in()

    def answer(self, number: int) -> bool:
        """The question that is open was answered by key."""
        if self.is_open:
            self._page.chips.answer(number)
        return self.is_open

    def _kept(self, text: str, done: DoneShown | None) -> None:
        """It is written down: the search box holds the name, whose card comes, unless another is looked up now."""
        heard = self._hearing.heard
        if done is None or heard is None or self._rail.search.text() != text:
            return
        focus: QWidget | None = self._page.window().focusWidget()
        if focus is not None and self._page.isAncestorOf(focus):
            self._rail.search.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._rail.search.field.setText(self._full_name(heard))
        self.close()
        self._bridge.made.emit(done)

    def _hear(self, text: str, at_least: int) -> bool:
        """Understand it anew; False where it names nobody, or tells no more than that."""
        language = QLocale().name()
        heard = self._bridge.ask(lambda book: book.writing.listen(text, None, language))
        name = _name(heard)
        if heard is None or not name or len(heard.draft.chips) < at_least:
            return False
        self.is_open = True
        if name != self._name:
            # In this order: whoever is found for the new name asks whether there is a draft.
            self._name, self._chosen = name, None
            self._hearing.hear(heard)
            self._look_up(name)
        else:
            self._hearing.hear(self._about_chosen(heard))
            self._show()
        return True

    def _about_chosen(self, heard: Heard) -> Heard:
        row = self._chosen
        return heard if row is None else replace(heard, several=(), person_uid=row.person_uid)

    def _full_name(self, heard: Heard) -> str:
        """What the person of the draft is called in whole."""
        rows = self._rail.results.rows()
        return next((row.name for row in rows if row.person_uid == heard.person_uid), heard.full_name or _name(heard))

    def _show(self) -> None:
        if (heard := self._hearing.heard) is None:
            return
        if not (heard.person_uid and self._rail.point_at(heard.person_uid)):
            self._rail.choose_nobody()
        self._lay()
        self._page.show_heard(heard, self._full_name(heard))

    def _change(self, change: Callable[[Hearing], None]) -> None:
        change(self._hearing)
        self._show()

    def _give(self, chip: Chip, whose: Whose) -> None:
        self._change(lambda one: one.give(chip, whose))

    def _back(self) -> None:
        self._page.chips.leave()
        self._rail.search.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _type_on(self, event: QKeyEvent) -> None:
        self._page.chips.leave()
        self._rail.search.take_key(event)


def _name(heard: Heard | None) -> str:
    """The name that the line begins with."""
    chips = heard.draft.chips if heard else ()
    return next((str(chip.what) for chip in chips if chip.kind is ChipKind.NAME), "")
