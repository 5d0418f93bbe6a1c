"""The write line at the foot of the card: what was just heard is typed here, and seen as chips before it is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from shopkeeper.domain.phrase import Phrase, translate
from shopkeeper.ui import a11y
from shopkeeper.ui.lookup.counter_keys import answers, is_the_counters
from shopkeeper.ui.lookup.search_box import SearchField
from shopkeeper.ui.say import say
from shopkeeper.ui.theme import Role
from shopkeeper.ui.widgets.kit import Kit
from shopkeeper.ui.widgets.panel import paint_block
from shopkeeper.ui.writing.chips import Chips
from shopkeeper.ui.writing.quick import Quick

if TYPE_CHECKING:
    from shopkeeper.usecases.tell import Heard

_SIDE: Final = 16
_INSET: Final = 6
# What is never taken from the line, at 100 % text.
_LEAST: Final = 220


class WriteLine(QWidget):
    """The field with its four quick buttons, and above it what was understood."""

    typed = Signal(str)
    entered = Signal()
    left = Signal()  # Esc: what is typed stays
    grown = Signal()  # it needs another height

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(parent)
        self._kit = kit
        self._chips_tall = 0
        self._had_focus = False
        self.chips = Chips(kit, self)
        self.field = SearchField(self)
        self.quick = Quick(self)
        self._keep = QPushButton(say(translate("writing", "Keep  (Enter)")), self)
        self._build()
        self._connect()

    def _build(self) -> None:
        self.field.setProperty("place", "told")
        a11y.named(
            self.field,
            say(translate("writing", "Write down what you just heard")),
            say(translate("writing", "Enter keeps it, Up goes to what was understood, Esc leaves it as it is")),
        )
        self._keep.setProperty("place", "primary")
        self._keep.setAutoDefault(True)
        self._keep.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        a11y.named(self._keep, say(translate("writing", "Keep what is typed")))
        self._keep.hide()

    def _connect(self) -> None:
        self.field.passes_on = is_the_counters
        self.field.textEdited.connect(self.typed)
        self.field.entered.connect(lambda _in: self.update())
        self.quick.turned.connect(self._place)
        self._keep.clicked.connect(self.entered)
        self.chips.entered.connect(self.entered)
        self.chips.left.connect(self.begin)
        self.chips.typed_on.connect(self._type_on)
        self.chips.grown.connect(self.grown)

    def text(self) -> str:
        """What is typed."""
        return self.field.text()

    def put(self, text: str) -> None:
        """Put words into the line as if they had been typed."""
        self.field.setText(text)
        self.typed.emit(text)

    def swap(self, text: str) -> None:
        """Other words in the line: those that were typed for whoever is chosen now."""
        if text != self.field.text():
            self.field.setText(text)

    def show_heard(self, heard: Heard | None) -> None:
        """What the line says now."""
        typed = bool(self.text().strip())
        if self._keep.isHidden() == typed:
            self._keep.setVisible(typed)
            self._place()
        self.chips.show_heard(heard)

    def begin(self) -> None:
        """The caret goes into the line."""
        self.chips.leave()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def attend(self, *, shown: bool) -> None:
        """Somebody's card lies on the paper, or none; where none is only for a moment, the caret comes back with it."""
        if not shown and self._holds_focus():
            self._had_focus = True
            QTimer.singleShot(0, self._let_go)
        self.setVisible(shown)
        if shown and self._had_focus:
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _let_go(self) -> None:
        self._had_focus = False

    def _holds_focus(self) -> bool:
        focus: QWidget | None = self.window().focusWidget()
        return self.isVisible() and focus is not None and self.isAncestorOf(focus)

    def in_order(self) -> list[QWidget]:
        """What Tab goes through: the line first, since that is what Tab is pressed for."""
        return [self.field, self._keep, *self.quick.in_order(), *self.chips.in_order()]

    def lay(self, width: int, most: int) -> int:
        """How tall it is, and at most so tall."""
        line = self._line()
        chips = self.chips.lay(width, max(44, most - line - 8))
        self._chips_tall = chips + 8 if chips else 0
        return self._chips_tall + line

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter keeps, Up goes to the chips, Esc goes back and wipes nothing; Alt and a digit answer."""
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if event.modifiers() in _ALONE:
                if not event.isAutoRepeat():
                    self.entered.emit()
            case Qt.Key.Key_Up:
                self.chips.go_in()
            case Qt.Key.Key_Down:
                self.begin()
            case Qt.Key.Key_Escape:
                self.left.emit()
            case key if answers(event):
                self.chips.answer(key - Qt.Key.Key_1)
            case _:
                event.ignore()

    def _type_on(self, event: QKeyEvent) -> None:
        self.begin()
        self.field.end(False)
        QApplication.sendEvent(self.field, event)

    def mousePressEvent(self, event: object) -> None:
        """Anywhere in the frame is in the line."""
        self.begin()

    def resizeEvent(self, event: object) -> None:
        """Everything keeps its place."""
        self._place()

    def _line(self) -> int:
        return max(54, self.quick.buttons()[0].sizeHint().height() + 2 * _INSET)

    def _place(self) -> None:
        """The field takes what the buttons leave; where that is too little, quick ones fold away."""
        top, high, width = self._chips_tall, self._line(), self.width()
        self.chips.setGeometry(0, 0, width, max(0, top - 8))
        is_kept = not self._keep.isHidden()
        least = self._kit.look.space(_LEAST)
        wide = self._keep.sizeHint().width() if is_kept else self.quick.fit(width - least - 2 * (_INSET + _SIDE))
        aside = wide + 2 * _INSET
        folded = wide <= 0
        self.quick.setVisible(not is_kept and not folded)
        room = width - _SIDE - (_SIDE if folded else aside + 4)
        mirrored = self.isRightToLeft()
        end = QRectF(_INSET if mirrored else width - wide - _INSET, top + _INSET, wide, high - 2 * _INSET).toRect()
        (self._keep if is_kept else self.quick).setGeometry(end)
        self.field.setGeometry(width - _SIDE - room if mirrored else _SIDE, top + 4, max(10, room), high - 8)
        self._hold(room)

    def _hold(self, room: int) -> None:
        """The empty line says what it is for, in as many words as fit."""
        metrics = QFontMetricsF(self.field.font())
        said = [say(words) for words in _EMPTY]
        fits = (words for words in said if metrics.horizontalAdvance(words) + 8 <= room)
        words = next(fits, said[-1])
        if words != self.field.placeholderText():
            self.field.setPlaceholderText(words)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The frame of the line: of the rail's colour at rest, of the accent while it is written in."""
        look, in_use = self._kit.look, self.field.hasFocus()
        place = QRectF(0, self._chips_tall, self.width(), self._line())
        fill, edge = (Role.PAPER, Role.ACCENT) if in_use else (Role.RAIL, Role.LINE)
        paint_block(QPainter(self), look, place, fill, edge, 12, look.theme.focus if in_use else 1)


_ALONE: Final = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
_EMPTY: Final[tuple[Phrase, ...]] = (
    translate("writing", "Just heard something? Type it: “Leo starts judo on Monday”", "the empty write line"),
    translate("writing", "Just heard something? Type it here  (F3)", "the empty write line, where it is short"),
    translate("writing", "Just heard something?", "the empty write line, where it is shorter"),
    translate("writing", "Write it down", "the empty write line, where it is shortest"),
)
