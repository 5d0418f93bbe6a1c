"""The passphrase: asked once to open a book, twice to make one where the computer has no keychain."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QWidget

from shopkeeper.domain.phrase import translate
from shopkeeper.ui import a11y
from shopkeeper.ui.say import say
from shopkeeper.ui.sheets.page import Page, button
from shopkeeper.ui.theme import Face, Role
from shopkeeper.ui.widgets.drawn import Text
from shopkeeper.ui.widgets.kit import Kit

# Four plain words are longer than this.
_SHORT: Final = 14


class Passphrase(Page):
    """One calm form; what went wrong is said in it, in its place."""

    given = Signal(str)
    left = Signal()

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent)
        self._making = False
        self._build()
        self._connect()

    def _build(self) -> None:
        self._heading = Text(self.kit, Face.HEADING, Role.INK, self.sheet)
        self._why = Text(self.kit, Face.SECOND, Role.SOFT, self.sheet)
        self.column.addWidget(self._heading)
        self.column.addWidget(self._why)
        self.column.addSpacing(8)
        self.first = self._field()
        self._first_label = a11y.row(self.column, say(translate("passphrase", "Passphrase")), self.first)
        self.second = self._field()
        again = say(translate("passphrase", "The same once more"))
        self._second_label = a11y.row(self.column, again, self.second)
        self._hint = Text(self.kit, Face.SECOND, Role.SOFT, self.sheet)
        self.column.addWidget(self._hint)
        self._trouble = Text(self.kit, Face.LINE, Role.TIME, self.sheet)
        self.column.addWidget(self._trouble)
        self.column.addSpacing(8)
        self._go = button("", self.sheet, primary=True)
        self._back = button(say(translate("passphrase", "Back")), self.sheet)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addStretch(1)
        line.addWidget(self._back)
        line.addWidget(self._go)
        self.column.addLayout(line)

    def _field(self) -> QLineEdit:
        field = QLineEdit(self.sheet)
        field.setEchoMode(QLineEdit.EchoMode.Password)
        field.setInputMethodHints(Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText)
        return field

    def _connect(self) -> None:
        for field in (self.first, self.second):
            field.textEdited.connect(self._typed)
            field.returnPressed.connect(self._give)
            field.installEventFilter(self)
        self.first.editingFinished.connect(self._hint_if_short)
        self._go.clicked.connect(self._give)
        self._back.clicked.connect(self.left)

    def ask_to_open(self, typed: str = "") -> None:
        """The book is there and locked; the first letters were perhaps typed before this was here."""
        self._begin(making=False)
        self.first.setText(typed)
        self._typed()
        self._heading.tell(say(translate("passphrase", "Your book is locked")))
        self._why.tell(say(translate("passphrase", "Type the passphrase that you chose for it.")))
        self._name_button(say(translate("passphrase", "Open the book")))

    def ask_for_new(self) -> None:
        """A book is to be made, and this computer keeps no keys."""
        self._begin(making=True)
        self._heading.tell(say(translate("passphrase", "Choose a passphrase for your book")))
        why = translate(
            "passphrase",
            "The book is encrypted, and this computer has no keychain to hold the key. So the passphrase is the key: "
            "you type it when you open the shop. Four or five plain words are best. Nobody can open the book without "
            "them, not even we: write them down and keep the note at home.",
        )
        self._why.tell(say(why))
        self._name_button(say(translate("passphrase", "Make the book")))

    def say_trouble(self, words: str) -> None:
        """What went wrong; what was typed is chosen, so that the next try replaces it."""
        self._trouble.tell(words)
        self.first.setFocus(Qt.FocusReason.OtherFocusReason)
        self.first.selectAll()
        a11y.announce(self, words)

    def hint(self) -> str:
        """What it would rather have."""
        return self._hint.words()

    def trouble(self) -> str:
        """What it says went wrong."""
        return self._trouble.words()

    def forget(self) -> None:
        """Let go of what was typed."""
        self.first.clear()
        self.second.clear()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A focused field is scrolled into sight."""
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, QWidget):
            self.ensureWidgetVisible(watched, 0, 80)
        return False

    def _begin(self, *, making: bool) -> None:
        self._making = making
        self.forget()
        self._trouble.tell("")
        self._hint.tell("")
        self.second.setVisible(making)
        self._second_label.setVisible(making)
        self._back.setVisible(making)
        self.first.setFocus(Qt.FocusReason.OtherFocusReason)
        self._typed()

    def _name_button(self, words: str) -> None:
        self._go.setText(words)
        a11y.named(self._go, words)

    def _typed(self) -> None:
        self._trouble.tell("")
        if len(self.first.text()) >= _SHORT:
            self._hint.tell("")
        self._go.setEnabled(bool(self.first.text().strip()) and (not self._making or bool(self.second.text())))

    def _hint_if_short(self) -> None:
        """A hint, never a refusal; said when the passphrase is typed, not at its every letter."""
        if self._making and 0 < len(self.first.text()) < _SHORT:
            hint = translate("passphrase", "This is short and easily guessed. Another word or two would help much.")
            self._hint.tell(say(hint))

    def _give(self) -> None:
        if not self.first.text().strip():
            return
        if self._making and not self.second.text():
            self.second.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._making and self.first.text() != self.second.text():
            self.second.clear()
            self._typed()
            self.say_trouble(
                say(translate("passphrase", "The two are not the same. Nothing was made yet: type both once more."))
            )
        else:
            self.given.emit(self.first.text())

    def buttons(self) -> tuple[QPushButton, ...]:
        """What can be pressed here."""
        return (self._back, self._go)
