"""Leave-taking on the sheet of a person: who died, who parted, who asks not to be remembered; asked once more first."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from shopkeeper.domain.phrase import translate
from shopkeeper.ui import a11y
from shopkeeper.ui.forms.fields.flow import Flow
from shopkeeper.ui.say import say
from shopkeeper.ui.sheets.page import button
from shopkeeper.ui.theme import Face, Role
from shopkeeper.ui.widgets.drawn import Text
from shopkeeper.ui.widgets.kit import Kit
from shopkeeper.ui.widgets.stack import Stack
from shopkeeper.usecases.leave import Leaving


class LeaveBlock(Stack):
    """A button for each leave; pressed, it asks, and only its yes writes anything down."""

    confirmed = Signal(object)  # Leaving
    grew = Signal()

    def __init__(self, kit: Kit, leavings: tuple[Leaving, ...], parent: QWidget) -> None:
        super().__init__(kit, parent)
        self._title = Text(kit, Face.TITLE, Role.INK, self, say(translate("family", "Leave-taking")))
        self._all = Flow(self)
        self.buttons = tuple(self._button(leaving) for leaving in leavings)
        self._question = Text(kit, Face.BODY, Role.INK, self)
        self._answers = Flow(self)
        self.yes = button(say(translate("family", "Yes, write it down")), self._answers)
        self.no = button(say(translate("family", "No, go back")), self._answers)
        for answer in (self.yes, self.no):
            self._answers.put(answer)
        self._answers.hide()
        self._asked: Leaving | None = None
        self.yes.clicked.connect(self._confirm)
        self.no.clicked.connect(self.give_up)

    @property
    def is_asking(self) -> bool:
        """Whether a question stands there."""
        return self._asked is not None

    def things(self) -> tuple[QWidget, ...]:
        """The buttons, or the question with its answers."""
        return (self._title, self._all, self._question, self._answers)

    def stops(self) -> tuple[QPushButton, ...]:
        """Where the arrow keys go."""
        return (self.no, self.yes) if self.is_asking else self.buttons

    def give_up(self) -> None:
        """It was not so."""
        asked, self._asked = self._asked, None
        self._show()
        if asked is not None:
            next(pressed for pressed in self.buttons if pressed.text() == say(asked.label)).setFocus()

    def _ask(self, leaving: Leaving) -> None:
        self._asked = leaving
        self._show()
        # The caret is on the answer that changes nothing.
        self.no.setFocus()
        a11y.announce(self, self._question.words())

    def _confirm(self) -> None:
        if self._asked is not None:
            self.confirmed.emit(self._asked)

    def _show(self) -> None:
        self._question.tell(say(self._asked.question) if self._asked else "")
        self._all.setVisible(not self.is_asking)
        self._answers.setVisible(self.is_asking)
        self.grew.emit()

    def _button(self, leaving: Leaving) -> QPushButton:
        made = button(say(leaving.label), self._all)
        made.clicked.connect(lambda: self._ask(leaving))
        self._all.put(made)
        return made
