"""Welcome: somebody comes to live here. Who it is, what they are to the card's person, and Enter."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from shopkeeper.domain.phrase import Phrase, translate
from shopkeeper.domain.record import Uid
from shopkeeper.ui.forms.fields.flow import Flow
from shopkeeper.ui.forms.fields.line import LineField
from shopkeeper.ui.forms.fields.who import WhoField
from shopkeeper.ui.forms.needs import Someone
from shopkeeper.ui.forms.rows import Line, Who
from shopkeeper.ui.household.needs import Asking
from shopkeeper.ui.say import say
from shopkeeper.ui.sheets.page import button
from shopkeeper.ui.theme import Face, Role
from shopkeeper.ui.widgets.drawn import Text
from shopkeeper.ui.widgets.kit import Kit
from shopkeeper.ui.widgets.stack import Stack

_MOST: Final = 4
_NEW: Final = translate("family", "a new card", "beside the name of somebody who is not in the book yet")


class _Newcomer(WhoField):
    """Somebody who has a card, or somebody new for whom one is made."""

    def __init__(self, kit: Kit, row: Who, ask: Asking, parent: QWidget) -> None:
        def people(words: str) -> tuple[Someone, ...]:
            return (*ask.people(words)[:_MOST], Someone("", words, say(_NEW)))

        super().__init__(kit, row, people, ask.name_of, parent)

    def problem(self) -> Phrase | None:
        """A name alone is enough: a card is made for it."""
        return None


class WelcomeBlock(Stack):
    """Two lines and a button; nothing is written before the button, or Enter in the second line."""

    welcomed = Signal(object, str, str)  # their uid, or the name of somebody new; what they are; the household
    given_up = Signal()
    grew = Signal()

    def __init__(self, kit: Kit, home: Uid, name: str, ask: Asking, parent: QWidget) -> None:
        super().__init__(kit, parent)
        self._home = home
        self._title = Text(kit, Face.TITLE, Role.INK, self, say(translate("family", "Who lives here too?")))
        what = Line(
            path="what",
            label=translate("family", "What are they to {name}?", "what: son, grandma").with_values(name=name),
            hint=translate("family", "Any word of the family will do; it may stay empty."),
        )
        who = Who(path="uid", label=translate("family", "Who?", "somebody comes to live in a household"))
        self.who = _Newcomer(kit, who, ask, self)
        self.what = LineField(kit, what, self)
        self._verbs = Flow(self)
        self.add = button(say(translate("family", "Add them")), self._verbs, primary=True)
        self.back = button(say(translate("family", "Not now", "adds nobody to a household")), self._verbs)
        for verb in (self.add, self.back):
            self._verbs.put(verb)
        self.who.show_kept(("", ""))
        self.what.show_kept("")
        self._connect()

    def _connect(self) -> None:
        self.add.clicked.connect(self._add)
        self.back.clicked.connect(self.given_up)
        self.what.line.returnPressed.connect(self._add)
        self.who.grew.connect(self.grew)
        self.what.grew.connect(self.grew)

    def things(self) -> tuple[QWidget, ...]:
        """The two lines and the buttons."""
        return (self._title, self.who, self.what, self._verbs)

    def begin(self) -> None:
        """The caret goes to the first line."""
        self.who.begin_at().setFocus()

    def tell(self, why: Phrase) -> None:
        """Why they could not be added; what was typed stays."""
        self.who.tell(why)
        self.begin()

    def _add(self) -> None:
        who = self.who.value()
        if any(who):
            self.welcomed.emit(who, str(self.what.value()), self._home)
        else:
            self.begin()
