"""Somebody: type a few letters, take one of the list below, or leave it at the name."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from shopkeeper.domain.phrase import Phrase, translate
from shopkeeper.domain.record import Uid
from shopkeeper.ui import a11y
from shopkeeper.ui.forms.fields.field import Field
from shopkeeper.ui.forms.needs import Someone
from shopkeeper.ui.forms.rows import Who
from shopkeeper.ui.say import isolated, say, typed
from shopkeeper.ui.widgets.kit import Kit

# As many as can be told apart at a glance.
_SHOWN: Final = 5


class WhoField(Field):
    """One line and the people who fit what is typed in it. Enter takes the first of them."""

    def __init__(
        self,
        kit: Kit,
        row: Who,
        people: Callable[[str], tuple[Someone, ...]],
        name_of: Callable[[Uid], str],
        parent: QWidget,
    ) -> None:
        super().__init__(kit, row, parent)
        self._may_be_a_name = bool(row.name)
        self._people, self._name_of = people, name_of
        self._uid: Uid = ""
        self._found: tuple[Someone, ...] = ()
        self.line = QLineEdit(self)
        self.line.setPlaceholderText(say(translate("form", "Type a few letters of the name")))
        self.watch(self.line)
        self.line.textEdited.connect(self._typed)
        self.line.returnPressed.connect(self._entered)
        self.lay_out(self.line)
        self._list = QWidget(self)
        self._rows = QVBoxLayout(self._list)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(8)
        self._buttons = [self._button() for _ in range(_SHOWN + 1)]
        self._list.hide()
        self._column.insertWidget(2, self._list)

    def value(self) -> tuple[Uid, str]:
        """Who was taken from the list, or the name alone."""
        return (self._uid, "") if self._uid else ("", self.line.text().strip())

    def put(self, value: tuple[Uid, str]) -> None:
        """Somebody else."""
        self._uid = value[0]
        words = self.words(value)
        if self.line.text() != words:
            self.line.setText(words)
            self.line.setCursorPosition(0)
        self._close()

    def words(self, value: tuple[Uid, str]) -> str:
        """Their name as it is now."""
        return typed(self._name_of(value[0])) if value[0] else value[1]

    def problem(self) -> Phrase | None:
        """Where only somebody with a card will do, a name alone cannot be kept."""
        uid, words = self.value()
        if uid or not words or self._may_be_a_name:
            return None
        return translate("form", "Nobody was chosen: take somebody from the list, or make their card first.")

    def settle(self) -> None:
        """The list goes when the field is left."""
        self._close()
        super().settle()

    def begin_at(self) -> QWidget:
        """The line."""
        return self.line

    def offered(self) -> tuple[QPushButton, ...]:
        """What the list offers now."""
        return tuple(button for button in self._buttons if not button.isHidden() and not self._list.isHidden())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down and up go through the list; Esc closes it first."""
        offered = self.offered()
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up) and offered:
            places: list[QWidget] = [self.line, *offered]
            now = self.focusWidget()
            at = places.index(now) if now in places else 0
            step = 1 if event.key() == Qt.Key.Key_Down else -1
            places[max(0, min(len(places) - 1, at + step))].setFocus()
        elif event.key() == Qt.Key.Key_Escape and offered:
            self._close()
            self.line.setFocus()
        else:
            super().keyPressEvent(event)

    def _typed(self, text: str) -> None:
        self._uid = ""
        words = text.strip()
        self._found = self._people(words)[:_SHOWN] if words else ()
        labels = [" · ".join(filter(None, (isolated(one.name), isolated(one.line)))) for one in self._found]
        if words and self._may_be_a_name:
            labels.append(say(translate("form", "No card: just the name “{name}”").with_values(name=words)))
        for at, button in enumerate(self._buttons):
            button.setVisible(at < len(labels))
            if at < len(labels):
                button.setText(labels[at].replace("&", "&&"))
                a11y.named(button, labels[at])
        self._list.setVisible(bool(labels))

    def _button(self) -> QPushButton:
        made = QPushButton(self._list)
        made.setProperty("place", "listed")
        made.setAutoDefault(True)
        made.clicked.connect(lambda: self._take(self._buttons.index(made)))
        self._rows.addWidget(made)
        self.watch(made)
        return made

    def _entered(self) -> None:
        if self.offered():
            self._take(0)
        else:
            self.settle()
        if not self.is_stuck():
            self.focusNextPrevChild(True)

    def _take(self, at: int) -> None:
        if at < len(self._found):
            self._uid = self._found[at].uid
            self.line.setText(typed(self._found[at].name))
        self.line.setFocus()
        self.settle()

    def _close(self) -> None:
        self._list.hide()
