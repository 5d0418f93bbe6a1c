"""Where the household sheet meets the book: what is pressed becomes an act, and the sheet shows what came of it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from shopkeeper.domain.phrase import Phrase
from shopkeeper.domain.record import Uid
from shopkeeper.ui.household.needs import Asking, SplitAsked
from shopkeeper.ui.household.sheet import HouseholdSheet
from shopkeeper.ui.household.split import SplitSheet
from shopkeeper.ui.widgets.kit import Kit
from shopkeeper.usecases.at_home import AtHome
from shopkeeper.usecases.refused import words_for
from shopkeeper.usecases.suggest import Suggestion
from shopkeeper.usecases.undo import Done


class HouseholdPlace(QObject):
    """One sheet for everybody's household, and the split sheet that takes its place."""

    done = Signal(object)  # Done: something was written down
    refused = Signal(object)  # Phrase: it could not be
    person_chosen = Signal(str)
    form_wanted = Signal(str)  # of a household
    closed = Signal()

    def __init__(
        self,
        kit: Kit,
        at_home: Callable[[], AtHome],
        ask: Asking,
        show: Callable[[QWidget], None],
        parent: QObject | None = None,
    ) -> None:
        """`at_home` is whoever stands at the counter now; `show` puts a sheet in front."""
        super().__init__(parent)
        self._kit, self._at_home, self._show = kit, at_home, show
        self._uid: Uid = ""
        self.sheet = HouseholdSheet(kit, ask)
        self.splitting: SplitSheet | None = None
        self._connect()

    def open(self, uid: Uid) -> None:
        """The household and the family of a person."""
        self._uid = uid
        self._show(self.sheet)
        self.refresh()

    def refresh(self) -> None:
        """Something was written down, here or elsewhere."""
        self.sheet.show_family(self._at_home().family(self._uid))

    def _connect(self) -> None:
        sheet = self.sheet
        sheet.person_chosen.connect(self.person_chosen)
        sheet.form_wanted.connect(self.form_wanted)
        sheet.closed.connect(self.closed)
        sheet.split_wanted.connect(self._open_split)
        sheet.welcomed.connect(self._welcomed)
        sheet.answered.connect(self._answered)

    def _welcomed(self, who: tuple[Uid, str], what: str, home: Uid) -> None:
        self._do(lambda: self._at_home().welcome(self._uid, who, what, home), self.sheet.refuse)

    def _answered(self, suggestion: Suggestion, yes: bool) -> None:
        self._do(lambda: self._at_home().answer(suggestion, yes), self.refused.emit)

    def _open_split(self, home: Uid) -> None:
        self._close_split()
        self.splitting = SplitSheet(self._kit, self._at_home().splitting(home))
        self.splitting.asked.connect(self._split)
        self.splitting.closed.connect(self._back)
        self._show(self.splitting)
        self.splitting.begin()

    def _split(self, asked: SplitAsked) -> None:
        sheet = self.splitting
        if sheet is not None and self._do(
            lambda: self._at_home().split(asked.household_uid, asked.going, asked.shared, asked.name, asked.parted),
            sheet.tell,
        ):
            self._back()

    def _back(self) -> None:
        self._show(self.sheet)
        self._close_split()

    def _close_split(self) -> None:
        if self.splitting is not None:
            self.splitting.hide()
            self.splitting.deleteLater()
            self.splitting = None

    def _do(self, act: Callable[[], Done | None], refuse: Callable[[Phrase], None]) -> bool:
        """Whether it was done; a refusal of the shopkeeper's world is said where it was asked."""
        try:
            done = act()
        except Exception as error:
            why = words_for(error)
            if why is None:
                raise
            refuse(why)
            return False
        self.refresh()
        if done is not None:
            self.done.emit(done)
        return True
