"""A whole day of the calendar, or none."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QPushButton, QWidget

from shopkeeper.domain.partial_date import PartialDate
from shopkeeper.domain.phrase import Phrase, translate
from shopkeeper.ui import a11y
from shopkeeper.ui.forms.dates import read_told
from shopkeeper.ui.forms.fields.field import Field
from shopkeeper.ui.forms.fields.parts import Parts, in_words, months
from shopkeeper.ui.forms.rows import Row
from shopkeeper.ui.say import say
from shopkeeper.ui.widgets.kit import Kit


class DayField(Field):
    """A whole day, or none; today is one press."""

    def __init__(self, kit: Kit, row: Row, today: date, parent: QWidget) -> None:
        super().__init__(kit, row, parent)
        self._today = today
        label = self.label_words()
        self.parts = Parts(kit, label, self)
        self.today = QPushButton(say(translate("form", "Today", "puts today's date in")), self.parts)
        self.today.setAutoDefault(True)
        self.today.setProperty("place", "choice")
        a11y.named(self.today, f"{label}: {self.today.text()}")
        self.today.clicked.connect(self._press_today)
        self.parts.put(self.today)
        for part in (*self.parts.lines.values(), self.today):
            self.watch(part)
        for line in self.parts.lines.values():
            line.returnPressed.connect(self._entered)
        self.lay_out(self.parts)
        self.label().setBuddy(self.parts.first())

    def value(self) -> date | str | None:
        """The day; what was typed, where it is no whole day."""
        on, _ = self._read()
        typed = " ".join(filter(None, self.parts.texts().values()))
        return on.whole() or typed or None

    def put(self, value: date | None) -> None:
        """Another day."""
        self.parts.show_date(*((value.day, value.month, value.year) if value else (None, None, None)))

    def words(self, value: date | str | None) -> str:
        """The day as it is written."""
        return in_words(PartialDate.of(value)) if isinstance(value, date) else value or ""

    def problem(self) -> Phrase | None:
        """Only a whole day can be kept here."""
        if not isinstance(value := self.value(), str):
            return None
        on, remark = self._read()
        if remark and on.said:
            sentence = translate("form", "{date} is no day of the calendar.", "31 February 2026")
            return sentence.with_values(date=value)
        return translate("form", "Day, month and year are needed here.")

    def begin_at(self) -> QWidget:
        """The first part."""
        return self.parts.first()

    def _read(self) -> tuple[PartialDate, Phrase | None]:
        return read_told(**self.parts.texts(), about=False, said="", months=months())

    def _press_today(self) -> None:
        self.put(self._today)
        self.settle()

    def _entered(self) -> None:
        self.settle()
        if not self.is_stuck():
            self.focusNextPrevChild(True)
