"""Words: on one line, on several, several short ones, a number, or words that were used before."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QPushButton, QWidget

from shopkeeper.domain.phrase import Phrase, translate
from shopkeeper.ui import a11y
from shopkeeper.ui.forms.fields.caret import mend_at
from shopkeeper.ui.forms.fields.field import Field
from shopkeeper.ui.forms.fields.flow import Flow
from shopkeeper.ui.forms.rows import Row
from shopkeeper.ui.say import typed
from shopkeeper.ui.theme import Face
from shopkeeper.ui.widgets.kit import Kit

_LINES: Final = 3


class LineField(Field):
    """One line. Enter keeps it and goes on to the next field."""

    def __init__(self, kit: Kit, row: Row, parent: QWidget) -> None:
        super().__init__(kit, row, parent)
        self.line = QLineEdit(self)
        self.watch(self.line)
        self.line.returnPressed.connect(self._entered)
        self.lay_out(self.line)

    def value(self) -> object:
        """The words, without blanks around them."""
        return self.line.text().strip()

    def put(self, value: object) -> None:
        """Other words; those that stand there already are not written anew, so that they can still be taken back."""
        words = self.words(value)
        if self.line.text() != words:
            self.line.setText(words)
            self.line.setCursorPosition(0)

    def begin_at(self) -> QWidget:
        """The line."""
        return self.line

    def _entered(self) -> None:
        self.settle()
        if not self.is_stuck():
            self.focusNextPrevChild(True)
        else:
            mend_at(self).setFocus()


class SeveralField(LineField):
    """Several short words, parted by commas."""

    def value(self) -> tuple[str, ...]:
        """Each of them."""
        return tuple(filter(None, (word.strip() for word in self.line.text().split(","))))

    def words(self, value: object) -> str:
        """All of them on one line."""
        return ", ".join(value) if isinstance(value, tuple) else ""


class NumberField(LineField):
    """A number, or nothing. What is no number stays as it was typed and is not kept."""

    def __init__(self, kit: Kit, row: Row, most: int, parent: QWidget) -> None:
        super().__init__(kit, row, parent)
        self._most = most
        self.line.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)

    def value(self) -> object:
        """The number; the words where they are none, so that they are seen to differ from what is kept."""
        words = self.line.text().strip()
        return (int(words) if words.isdecimal() else words) if words else None

    def words(self, value: object) -> str:
        """The number as it is typed."""
        return "" if value is None else str(value)

    def problem(self) -> Phrase | None:
        """Only a number can be kept here."""
        value = self.value()
        if value is None or (isinstance(value, int) and value <= self._most):
            return None
        return translate("form", "Only a number up to {most} can be kept here.").with_values(most=self._most)


class LinesField(Field):
    """Several lines; Tab goes on to the next field."""

    def __init__(self, kit: Kit, row: Row, parent: QWidget) -> None:
        super().__init__(kit, row, parent)
        self.area = QPlainTextEdit(self)
        self.area.setTabChangesFocus(True)
        self.watch(self.area)
        self.lay_out(self.area)
        kit.look.changed.connect(self._dress)
        self._dress()

    def value(self) -> str:
        """The words, without blanks around them."""
        return self.area.toPlainText().strip()

    def put(self, value: str) -> None:
        """Other words."""
        if self.area.toPlainText() != value:
            self.area.setPlainText(value)

    def begin_at(self) -> QWidget:
        """The lines."""
        return self.area

    def _dress(self) -> None:
        line = QFontMetricsF(self.kit.look.font(Face.BODY)).lineSpacing()
        self.area.setFixedHeight(round(line * _LINES) + 26)


class KnownField(LineField):
    """A line with what was written there before under it: one press each."""

    def __init__(self, kit: Kit, row: Row, known: tuple[str, ...], parent: QWidget) -> None:
        super().__init__(kit, row, parent)
        self._known = Flow(self)
        self._column.insertWidget(2, self._known)
        self._buttons = tuple(self._button(words) for words in known)
        for made in self._buttons:
            self._known.put(made)

    def known(self) -> tuple[QPushButton, ...]:
        """What was written here before."""
        return self._buttons

    def _button(self, words: str) -> QPushButton:
        made = QPushButton(typed(words).replace("&", "&&"), self._known)
        made.setProperty("place", "choice")
        made.setAutoDefault(True)
        a11y.named(made, words)
        made.clicked.connect(lambda: self._chosen(words))
        self.watch(made)
        return made

    def _chosen(self, words: str) -> None:
        self.line.setText(words)
        self.settle()
