"""On which day somebody born on 29 February keeps it, in a year that has none."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from shopkeeper.domain.partial_date import LeapDay
from shopkeeper.domain.phrase import translate
from shopkeeper.ui.forms.fields.flow import Flow
from shopkeeper.ui.forms.fields.toggle import Toggle
from shopkeeper.ui.say import say
from shopkeeper.ui.theme import Face, Role
from shopkeeper.ui.widgets.drawn import Text
from shopkeeper.ui.widgets.kit import Kit


class Leap(Flow):
    """The question and its two answers."""

    chosen = Signal()

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(parent)
        question = say(translate("form", "In a year without 29 February", "two answers follow: 28 February, 1 March"))
        answers = {
            LeapDay.FEBRUARY_28: translate("form", "28 February", "in a year without 29 February"),
            LeapDay.MARCH_1: translate("form", "1 March", "in a year without 29 February"),
        }
        self.put(Text(kit, Face.SECOND, Role.SOFT, self, question))
        self.answers = {day: Toggle(kit, say(words), question, self) for day, words in answers.items()}
        group = QButtonGroup(self)
        for answer in self.answers.values():
            group.addButton(answer)
            self.put(answer)
        group.buttonClicked.connect(lambda _answer: self.chosen.emit())

    def value(self) -> LeapDay:
        """The answer that is pressed."""
        return next((day for day, answer in self.answers.items() if answer.isChecked()), LeapDay.FEBRUARY_28)

    def show_value(self, day: LeapDay) -> None:
        """Press an answer."""
        self.answers[day].setChecked(True)
