"""Where the household sheet meets the book: what is pressed becomes an act, and the sheet shows what came of it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from shopkeeper.domain.record import Uid
from shopkeeper.ui.bridge import Bridge
from shopkeeper.ui.forms.needs import Someone
from shopkeeper.ui.household.needs import Asking, SplitAsked
from shopkeeper.ui.household.sheet import HouseholdSheet
from shopkeeper.ui.household.split import SplitSheet
from shopkeeper.ui.pile import Pile, Sheet
from shopkeeper.ui.say import said
from shopkeeper.ui.widgets.kit import Kit
from shopkeeper.usecases.suggest import Suggestion


class HouseholdPlace(QObject):
    """One sheet for everybody's household; the split sheet lies on it."""

    person_chosen = Signal(str)

    def __init__(
        self, kit: Kit, bridge: Bridge, pile: Pile, open_form: Callable[[Uid], object], parent: QObject | None = None
    ) -> None:
        """`open_form` opens the form of a household."""
        super().__init__(parent)
        self._kit, self._bridge, self._pile = kit, bridge, pile
        self._uid: Uid = ""
        self.sheet = HouseholdSheet(kit, Asking(self._people, self._name_of))
        self.splitting: SplitSheet | None = None
        self.sheet.person_chosen.connect(self.person_chosen)
        self.sheet.form_wanted.connect(open_form)
        self.sheet.closed.connect(pile.take_off)
        self.sheet.split_wanted.connect(self._open_split)
        self.sheet.welcomed.connect(self._welcomed)
        self.sheet.answered.connect(self._answered)

    def open(self, uid: Uid) -> None:
        """The household and the family of a person."""
        self._uid = uid
        if self._refresh():
            self._pile.lay(Sheet(widget=self.sheet, begin=self.sheet.start, refresh=self._refresh))

    def _refresh(self) -> bool:
        """Show them as the book has them now; False: the person is no longer in it."""
        uid = self._uid
        family = self._bridge.ask(lambda book: book.families.family(uid) if book.records.record(uid) else None)
        if family is not None:
            self.sheet.show_family(family)
        return family is not None

    def _welcomed(self, who: tuple[Uid, str], what: str, home: Uid) -> None:
        uid = self._uid
        self._bridge.keep(
            ("welcome", uid, who, what, home),
            lambda book: book.families.welcome(uid, who, what, home),
            refused=lambda why: self.sheet.refuse(why.phrase),
        )

    def _answered(self, suggestion: Suggestion, yes: bool) -> None:
        # A no is no act: nobody else hears of it, so the sheet is told here.
        self._bridge.keep(
            ("answer", suggestion.key, yes),
            lambda book: book.families.answer(suggestion, yes),
            kept=lambda done: None if done else self._pile.refresh(),
        )

    def _open_split(self, home: Uid) -> None:
        shown = self._bridge.ask(lambda book: book.families.splitting(home))
        if shown is None:
            return
        if self.splitting is not None:
            self.splitting.deleteLater()
        sheet = self.splitting = SplitSheet(self._kit, shown)
        sheet.asked.connect(self._split)
        sheet.closed.connect(self._pile.take_off)
        self._pile.lay(Sheet(widget=sheet, begin=sheet.begin, refresh=lambda: self._is_there(home)))

    def _split(self, asked: SplitAsked) -> None:
        sheet = self.splitting
        if sheet is None:
            return

        def kept(_: object) -> None:
            if self._pile.front() is sheet:
                self._pile.take_off()

        self._bridge.keep(
            ("split", asked.household_uid, asked.going),
            lambda book: book.families.split(asked.household_uid, asked.going, asked.shared, asked.name, asked.parted),
            kept=kept,
            refused=lambda why: sheet.tell(why.phrase),
        )

    def _is_there(self, home: Uid) -> bool:
        return self._bridge.ask(lambda book: book.records.record(home)) is not None

    def _people(self, words: str) -> tuple[Someone, ...]:
        found = self._bridge.ask(lambda book: book.records.people(words)) or ()
        return tuple(Someone(one.person_uid, one.name, said(one.line)) for one in found)

    def _name_of(self, uid: Uid) -> str:
        return self._bridge.ask(lambda book: book.records.name_of(uid)) or ""
