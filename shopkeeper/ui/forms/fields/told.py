"""A day as far as it was told: every part may be unknown, and the words it was told in are kept."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QLineEdit, QWidget

from shopkeeper.domain.partial_date import LeapDay, PartialDate
from shopkeeper.domain.phrase import Phrase, translate
from shopkeeper.ui import a11y
from shopkeeper.ui.forms.dates import read_told
from shopkeeper.ui.forms.fields.field import Field
from shopkeeper.ui.forms.fields.leap import Leap
from shopkeeper.ui.forms.fields.parts import Parts, in_words, months
from shopkeeper.ui.forms.fields.toggle import Toggle
from shopkeeper.ui.forms.rows import Row
from shopkeeper.ui.say import say
from shopkeeper.ui.widgets.kit import Kit


class ToldField(Field):
    """A day of which every part may be unknown, with the words it was told in."""

    def __init__(self, kit: Kit, row: Row, leap: bool, parent: QWidget) -> None:
        super().__init__(kit, row, parent)
        self._asks_leap = leap
        self._remark: Phrase | None = None
        label = self.label_words()
        self.parts = Parts(kit, label, self)
        self.about = Toggle(kit, say(translate("form", "about", "a day that is not known exactly")), label, self.parts)
        self.parts.put(self.about)
        self.said = QLineEdit(self.parts)
        self.said.setPlaceholderText(say(translate("form", "or in their words: before Easter")))
        self.said.setMinimumWidth(160)
        a11y.named(self.said, f"{label}: {say(translate('form', 'in their words'))}")
        self.parts.put(self.said, grows=True)
        self.leap = Leap(kit, self)
        for part in (*self.parts.lines.values(), self.about, self.said, *self.leap.answers.values()):
            self.watch(part)
        for line in (*self.parts.lines.values(), self.said):
            line.returnPressed.connect(self._entered)
            line.textEdited.connect(self._typed)
        self.about.clicked.connect(self._about_pressed)
        self.lay_out(self.parts)
        self._column.insertWidget(2, self.leap)
        self.leap.hide()
        self.leap.chosen.connect(self.settle)
        self.label().setBuddy(self.parts.first())

    def value(self) -> tuple[PartialDate, LeapDay]:
        """The date, and how the 29th of February is kept."""
        return self._read()[0], self.leap.value()

    def put(self, value: tuple[PartialDate, LeapDay]) -> None:
        """Another date."""
        on, leap = value
        self.parts.show_date(on.day, on.month, on.year)
        self.about.setChecked(on.about)
        if self.said.text() != on.said:
            self.said.setText(on.said)
        self.leap.show_value(leap)
        self._ask_leap(on)

    def words(self, value: tuple[PartialDate, LeapDay]) -> str:
        """A date as it is written in the fields."""
        return in_words(value[0])

    def begin_at(self) -> QWidget:
        """The first part."""
        return self.parts.first()

    def settle(self) -> None:
        """What is no date says so, in one sentence, and is kept in words."""
        on, self._remark = self._read()
        super().settle()
        self._ask_leap(on)
        self._say_remark()

    def show_kept(self, value: Any) -> None:
        """The sentence about what was kept in words stays until something else is typed."""
        super().show_kept(value)
        self._say_remark()

    def _read(self) -> tuple[PartialDate, Phrase | None]:
        return read_told(**self.parts.texts(), about=self.about.isChecked(), said=self.said.text(), months=months())

    def _say_remark(self) -> None:
        if self._remark and not self._trouble.words():
            self._trouble.tell(say(self._remark))

    def _typed(self) -> None:
        self._remark = None

    def _entered(self) -> None:
        self.settle()
        if not self.is_stuck():
            self.focusNextPrevChild(True)

    def _about_pressed(self) -> None:
        if self._read()[0].is_known:
            self.settle()

    def _ask_leap(self, on: PartialDate) -> None:
        self.leap.setVisible(self._asks_leap and (on.month, on.day) == (2, 29))
