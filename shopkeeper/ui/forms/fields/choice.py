"""A choice: a row of buttons of which exactly one is pressed. Arrow keys go from one to the next."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from shopkeeper.domain.phrase import Phrase, translate
from shopkeeper.ui import a11y
from shopkeeper.ui.forms.fields.field import Field
from shopkeeper.ui.forms.fields.flow import Flow
from shopkeeper.ui.forms.fields.toggle import Toggle
from shopkeeper.ui.forms.rows import Choice
from shopkeeper.ui.say import say
from shopkeeper.ui.widgets.kit import Kit


class ChoiceField(Field):
    """One answer of a few, kept as soon as it is pressed. One that is not usual is unfolded by the last button."""

    def __init__(self, kit: Kit, row: Choice, parent: QWidget) -> None:
        super().__init__(kit, row, parent)
        self._options = row.options
        self._first = False  # nothing was pressed yet
        self._flow = Flow(self)
        self._group = QButtonGroup(self)
        self._buttons = [self._button(at, words) for at, (_, words) in enumerate(row.options)]
        self._more = QPushButton(say(translate("form", "More…", "shows the answers that are not usual")), self._flow)
        self._more.setProperty("place", "quiet")
        self._more.setAutoDefault(True)
        a11y.named(self._more, self._more.text())
        self._more.clicked.connect(self._unfold)
        self.watch(self._more)
        self._flow.put(self._more)
        self._unusual = self._buttons[row.usual :] if len(self._buttons) > row.usual + 1 else []
        for button in self._unusual:
            button.hide()
        self._more.setVisible(bool(self._unusual))
        self._group.idClicked.connect(self._clicked)
        self.lay_out(self._flow)

    def value(self) -> Any:
        """The answer that is pressed; what was kept, when that is none of these."""
        at = self._group.checkedId()
        return self._kept if at < 0 else self._options[at][0]

    def put(self, value: Any) -> None:
        """Press the answer; an unusual one is shown."""
        found = next((n for n, (option, _) in enumerate(self._options) if option == value), -1)
        if found < 0:
            self.begin_unanswered()
            return
        self._buttons[found].setChecked(True)
        self._buttons[found].show()
        self._stop_at(self._buttons[found])
        self.label().setBuddy(self._buttons[found])

    def begin_unanswered(self) -> None:
        """None of them is pressed."""
        self._group.setExclusive(False)
        for button in self._buttons:
            button.setChecked(False)
        self._group.setExclusive(True)
        self._stop_at(self._buttons[0])
        self._first = True

    def is_answered(self) -> bool:
        """Whether one of them was pressed."""
        return self._group.checkedId() >= 0

    def words(self, value: Any) -> str:
        """The words of an answer."""
        return next((say(words) for option, words in self._options if option == value), str(value))

    def begin_at(self) -> QWidget:
        """The answer that is pressed."""
        return self._group.checkedButton() or self._buttons[0]

    def buttons(self) -> tuple[Toggle, ...]:
        """The answers that can be pressed now."""
        return tuple(button for button in self._buttons if not button.isHidden())

    def _button(self, at: int, words: Phrase) -> Toggle:
        made = Toggle(self.kit, say(words), self.label_words(), self._flow)
        self._group.addButton(made, at)
        self._flow.put(made)
        self.watch(made)
        return made

    def _stop_at(self, answer: Toggle) -> None:
        """The Tab key stops at one answer; the arrow keys go on from there."""
        for button in self._buttons:
            only = Qt.FocusPolicy.StrongFocus if button is answer else Qt.FocusPolicy.ClickFocus
            button.setFocusPolicy(only)

    def _clicked(self, at: int) -> None:
        self.label().setBuddy(self._buttons[at])
        first, self._first = self._first, False
        if first and not self.is_changed():
            # The answer that a blank one had by itself is an answer only now.
            self.was_left.emit()
        else:
            self.settle()

    def _unfold(self) -> None:
        for button in self._unusual:
            button.show()
        self._more.hide()
        self._unusual[0].setFocus()
