"""A field: a label, what is filled in, and the quiet words about it. It is kept when it is left."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)  # fmt: skip

from shopkeeper.domain.phrase import Phrase, translate
from shopkeeper.ui import a11y
from shopkeeper.ui.forms.fields.two_values import TwoValues
from shopkeeper.ui.forms.rows import Row
from shopkeeper.ui.say import say
from shopkeeper.ui.theme import Face, Role
from shopkeeper.ui.widgets.drawn import Text
from shopkeeper.ui.widgets.kit import Kit


class Field(QWidget):
    """One question and its answer. It knows what was kept last, and says when it was left with another answer."""

    was_left = Signal()  # with an answer that is not kept yet
    grew = Signal()  # it wants another height

    def __init__(self, kit: Kit, row: Row, parent: QWidget) -> None:
        super().__init__(parent)
        self.kit, self.row = kit, row
        self._kept: Any = None  # what the book held when this was last shown: what is typed is a change of that
        self._newest: Any = None  # what the book holds now
        self._refused: Any = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._trouble = Text(kit, Face.LINE, Role.TIME, self)
        self._quiet = Text(kit, Face.SMALL, Role.SOFT, self)
        self._both = TwoValues(kit, self)

    def value(self) -> Any:
        """What stands here now."""
        raise NotImplementedError

    def put(self, value: Any) -> None:
        """Show a value."""
        raise NotImplementedError

    def problem(self) -> Phrase | None:
        """Why what stands here cannot be kept as it is; nothing as a rule."""
        return None

    def words(self, value: Any) -> str:
        """A value as it is said."""
        return str(value)

    def begin_at(self) -> QWidget:
        """Where the caret goes."""
        raise NotImplementedError

    def lay_out(self, what: QWidget) -> None:
        """The label above, what is filled in, and the words about it below."""
        label = self.label_words()
        self._label = a11y.row(self._column, label, what, say(self.row.hint) if self.row.hint else "")
        self._label.setWordWrap(True)
        if self.isRightToLeft():
            # A label by itself goes by its own letters: a word of another script would stand on the wrong side.
            self._label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute)
        self._column.addWidget(self._trouble)
        self._column.addWidget(self._both)
        self._both.hide()
        self._both.kept_theirs.connect(self._keep_theirs)
        self._both.kept_mine.connect(self._keep_mine)

    def label_words(self) -> str:
        """What the field is called."""
        return say(self.row.label)

    def label(self) -> QLabel:
        """Its label, which carries the letter that leads here."""
        return self._label

    def watch(self, part: QWidget) -> None:
        """One of the parts that are filled in: when the caret leaves the last of them, the field was left."""
        part.installEventFilter(self)

    def show_kept(self, value: Any) -> None:
        """What the book holds."""
        self._kept = self._newest = value
        self._refused = None
        self._trouble.tell("")
        self._both.hide()
        self.put(value)

    def follow(self, value: Any) -> None:
        """The book holds this now. What is being typed stays; left, it is asked which of the two is right."""
        self._newest = value
        if not self.is_changed() or self.value() == value:
            if value != self._kept:
                self.show_kept(value)
        elif not self._both.isHidden():
            self.ask_which(value)

    def kept_on(self) -> Any:
        """What the book held when this was last shown."""
        return self._kept

    def was_kept(self, sent: Any, value: Any) -> None:
        """What was sent from here is in the book as this value; what was typed on since is a change of that."""
        if self.value() == sent:
            self.show_kept(value)
        self._kept = self._newest = value

    def is_changed(self) -> bool:
        """Whether what stands here is not what was kept."""
        return bool(self.value() != self._kept)

    def begin_unanswered(self) -> None:
        """Of a new record, what can be answered without words is not answered yet: nothing is guessed."""

    def is_answered(self) -> bool:
        """Whether the value that stands here was given by somebody."""
        return True

    def settle(self) -> None:
        """The field is left: what stands there is to be kept."""
        if not self._both.isHidden():
            return
        if problem := self.problem():
            self.tell(problem)
        elif not self.is_changed():
            # What nobody has answered is not answered by going past it.
            if self.is_answered():
                self.show_kept(self._newest)
        elif self._refused is None or self._refused != self.value():
            self._trouble.tell("")
            self.was_left.emit()

    def is_stuck(self) -> bool:
        """Whether it holds something that could not be kept, and has said so."""
        return bool(self._trouble.words() or not self._both.isHidden()) and self.is_changed()

    def tell(self, phrase: Phrase) -> None:
        """A sentence at this field; what was typed stays, and is not tried again until it is changed."""
        self._refused = self.value()
        self._trouble.tell(say(phrase))
        self._quiet.tell("")
        a11y.announce(self, self._trouble.words())

    def say_kept(self) -> None:
        """What was typed is kept: said quietly beside the label."""
        self._quiet.tell(say(translate("form", "kept", "beside a field, as soon as what was typed is kept")))
        self._place_quiet()
        a11y.announce(self, f"{self.label_words()}: {self._quiet.words()}")

    def say_nothing(self) -> None:
        """Another field was kept since."""
        self._quiet.tell("")
        self._place_quiet()

    def ask_which(self, theirs: Any) -> None:
        """The book holds something newer: both are shown, and one of them is chosen."""
        self._kept = self._newest = theirs
        self._quiet.tell("")
        self._both.ask(self.words(self.value()), self.words(theirs))
        a11y.announce(self, self._both.sentence())

    def trouble(self) -> str:
        """The sentence that stands at this field."""
        return self._trouble.words() or ("" if self._both.isHidden() else self._both.sentence())

    def both(self) -> TwoValues:
        """The two values to choose from, when there are two."""
        return self._both

    def is_said_kept(self) -> bool:
        """Whether it says that it was kept."""
        return bool(self._quiet.words())

    def lay(self, width: int) -> int:
        """How tall it is in that width."""
        layout = self._column
        return layout.heightForWidth(width) if layout.hasHeightForWidth() else layout.sizeHint().height()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The caret leaves one of the parts. An undo for which nothing was typed here goes on to the window."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and _is_for_the_book(watched, event):
            event.ignore()
            return True
        if _leaves(self, event):
            self.settle()
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        """Something in it wants another size."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.grew.emit()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The quiet word stands at the end of the label's line."""
        self._place_quiet()

    def _place_quiet(self) -> None:
        size = self._quiet.sizeHint()
        # A long label makes room for it.
        aside = size.width() + 8 if self._quiet.words() else 0
        self._label.setContentsMargins(*((aside, 0, 0, 0) if self.isRightToLeft() else (0, 0, aside, 0)))
        left = 0 if self.isRightToLeft() else self.width() - size.width()
        self._quiet.setGeometry(left, 1, size.width(), size.height())
        self._quiet.raise_()

    def _keep_theirs(self) -> None:
        self.show_kept(self._kept)
        self.begin_at().setFocus()

    def _keep_mine(self) -> None:
        self._both.hide()
        self._refused = None
        self.begin_at().setFocus()
        self.was_left.emit()


def _is_for_the_book(part: QObject, event: QKeyEvent) -> bool:
    """Whether this takes something back, or does it again, and nothing was typed here that it could mean."""
    if event.matches(QKeySequence.StandardKey.Undo):
        if isinstance(part, QLineEdit):
            return not part.isUndoAvailable()
        return isinstance(part, QPlainTextEdit) and not part.document().isUndoAvailable()
    if event.matches(QKeySequence.StandardKey.Redo):
        if isinstance(part, QLineEdit):
            return not part.isRedoAvailable()
        return isinstance(part, QPlainTextEdit) and not part.document().isRedoAvailable()
    return False


def _leaves(field: QWidget, event: QEvent) -> bool:
    """Whether the caret goes to something else; a menu or another window does not count."""
    passing = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
    if event.type() != QEvent.Type.FocusOut or not isinstance(event, QFocusEvent) or event.reason() in passing:
        return False
    now: QWidget | None = QApplication.focusWidget()
    return now is None or not field.isAncestorOf(now)
