"""Who is at the counter: one press each for those who are known, and a line for somebody new. No passwords."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from shopkeeper.domain.phrase import translate
from shopkeeper.ui import a11y
from shopkeeper.ui.forms.fields.flow import Flow
from shopkeeper.ui.forms.headed import SIDE, Headed
from shopkeeper.ui.lookup.counter_keys import is_the_counters
from shopkeeper.ui.lookup.search_box import SearchField
from shopkeeper.ui.say import say, typed
from shopkeeper.ui.sheets.page import button
from shopkeeper.ui.theme import Face, Role
from shopkeeper.ui.widgets.drawn import Text
from shopkeeper.ui.widgets.kit import Kit

_NARROW: Final = 300


class StaffSheet(Headed):
    """Initials stand beside what somebody writes down; F7 goes from one to the next without this sheet."""

    chosen = Signal(str)  # whose initials are at the counter now
    history_asked = Signal()
    closing_asked = Signal()
    closed = Signal()

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(kit, ("shop", Role.ACCENT, Role.ACCENT_FILL), parent)
        self.heading.tell(say(translate("staff", "Who is at the counter?")), "")
        self.back = button(say(translate("staff", "Back  (Esc)")), self.head)
        words = translate("staff", "Their initials stand beside what they write down. F7 goes on to the next of them.")
        self._words = Text(kit, Face.BODY, Role.SOFT, self.ground, say(words))
        self._known = Flow(self.ground)
        self.buttons: tuple[QPushButton, ...] = ()
        self._label = QLabel(say(translate("staff", "Somebody else: their initials, then Enter")), self.ground)
        self.line = SearchField(self.ground)
        self.line.passes_on = is_the_counters
        self._label.setWordWrap(True)
        self._label.setBuddy(self.line)
        a11y.named(self.line, self._label.text())
        self.history = button(say(translate("staff", "History of the shop  (Ctrl+H)")), self.ground)
        self.closing = button(say(translate("staff", "Not agreed yet  (Ctrl+E)")), self.ground)
        self._more = Flow(self.ground)
        for pressed in (self.history, self.closing):
            pressed.setParent(self._more)
            self._more.put(pressed)
        self._connect()

    def _connect(self) -> None:
        self.back.clicked.connect(self.closed)
        self.history.clicked.connect(self.history_asked)
        self.closing.clicked.connect(self.closing_asked)

    def show_staff(self, known: tuple[str, ...], at_counter: str) -> None:
        """Those who are known; whoever is there is marked."""
        for old in self.buttons:
            self._known.take_out(old)
            old.hide()
            old.deleteLater()
        self.buttons = tuple(self._button(initials, initials == at_counter) for initials in known)
        self._known.setVisible(bool(known))
        self.line.clear()
        self.arrange()

    def begin(self) -> None:
        """It is in front: the caret goes to whoever is there, or to the line where nobody is known."""
        here = next((one for one in self.buttons if one.isChecked()), None)
        (here or self.line).setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back, Enter keeps what is typed."""
        match event.key():
            case Qt.Key.Key_Escape:
                self.closed.emit()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._keep(self.line.text().strip())
            case _:
                super().keyPressEvent(event)

    def ways(self) -> tuple[QPushButton, ...]:
        """Only back."""
        return (self.back,)

    def place(self, width: int, height: int) -> int:
        """One below the other."""
        inner = width - 2 * SIDE
        y = 4
        for thing, gap in ((self._words, 14), (self._known, 18), (self._label, 4), (self.line, 26), (self._more, 20)):
            if thing.isHidden():
                continue
            wide = inner
            if thing in (self._label, self.line):
                wide = min(inner, max(self.kit.look.space(_NARROW), self._label.sizeHint().width()))
            tall = thing.heightForWidth(wide) if thing.hasHeightForWidth() else thing.sizeHint().height()
            thing.setGeometry(width - SIDE - wide if self.isRightToLeft() else SIDE, y, wide, tall)
            y += tall + gap
        return y

    def _button(self, initials: str, here: bool) -> QPushButton:
        made = button(typed(initials), self._known)
        made.setProperty("place", "choice")
        made.setCheckable(True)
        made.setChecked(here)
        words = translate("staff", "{initials} is at the counter", "read aloud on a button")
        a11y.named(made, say(words.with_values(initials=initials)))
        made.clicked.connect(lambda: self.chosen.emit(initials))
        self._known.put(made)
        made.show()
        return made

    def _keep(self, initials: str) -> None:
        if initials:
            self.chosen.emit(initials)
