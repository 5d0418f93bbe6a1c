"""What lies on the paper while there is no card: every empty state says what to do next."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from shopkeeper.ui import a11y
from shopkeeper.ui.card.empty_states import EmptyState
from shopkeeper.ui.say import say
from shopkeeper.ui.theme import Face, Role
from shopkeeper.ui.widgets.drawn import Drawn
from shopkeeper.ui.widgets.kit import Kit
from shopkeeper.ui.widgets.typeset import Run, Writing


class Message(QWidget):
    """A drawing, a heading, a few words, and at most two buttons, in the middle of the paper."""

    pressed = Signal(str)

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(parent)
        self._kit = kit
        self._words = _Words(kit, self)
        self._buttons = QWidget(self)
        self._column = QVBoxLayout(self._buttons)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._made: list[QPushButton] = []
        self._clear = 0
        kit.look.changed.connect(self._place)

    def tell(self, state: EmptyState) -> None:
        """Other words; the first button is the primary."""
        self._words.tell(state.drawing, say(state.heading), tuple(filter(None, map(say, state.sentences))))
        for i, (verb, words) in enumerate(state.buttons):
            if i == len(self._made):
                self._made.append(self._button(primary=i == 0))
            self._made[i].setText(say(words))
            self._made[i].setProperty("verb", verb)
            a11y.named(self._made[i], say(words))
        for i, button in enumerate(self._made):
            button.setVisible(i < len(state.buttons))
        self._place()

    def keep_clear(self, height: int) -> None:
        """The buttons beside a name reach down so far."""
        self._clear = height

    def offers(self) -> list[str]:
        """What its buttons do."""
        return [str(button.property("verb")) for button in self._made if not button.isHidden()]

    def spoken(self) -> str:
        """What a screen reader hears."""
        return self._words.accessibleName()

    def resizeEvent(self, event: object) -> None:
        """Stay in the middle."""
        self._place()

    def _button(self, *, primary: bool) -> QPushButton:
        button = QPushButton(self._buttons)
        button.setAutoDefault(True)
        if primary:
            button.setProperty("place", "primary")
        button.clicked.connect(lambda: self.pressed.emit(str(button.property("verb"))))
        self._column.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        return button

    def _place(self) -> None:
        look = self._kit.look
        width = min(self.width() - 48, look.space(640))
        if width <= 0:
            return
        shown = [button for button in self._made if not button.isHidden()]
        below = sum(button.sizeHint().height() + 8 for button in shown)
        gap = look.space(20) if shown else 0
        height = self._words.lay(width, bare=False)
        if height + below + gap + 2 * look.space(12) > self.height():
            # The drawing goes before a button does.
            gap = min(gap, 12)
            height = self._words.lay(width, bare=True)
        top = max(12, round((self.height() - height - below - gap) * 0.44))
        if self._words.is_bare:
            # The heading stands where the eye and the curtain are: below them, or as far as there is room.
            top = max(12, min(max(top, self._clear), self.height() - height - below - gap))
        left = (self.width() - width) // 2
        self._words.setGeometry(left, top, width, height)
        self._buttons.setGeometry(left, top + height + gap, width, below)


class _Words(Drawn):
    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(kit, parent)
        self._drawing = self._heading = ""
        self.is_bare = False
        self._lines: tuple[str, ...] = ()
        self._writings: list[tuple[Writing, float]] = []

    def tell(self, drawing: str, heading: str, lines: tuple[str, ...]) -> None:
        """Other words."""
        self._drawing, self._heading, self._lines = drawing, heading, lines
        a11y.named(self, ". ".join((heading, *lines)))
        self.update()

    def lay(self, width: int, *, bare: bool = False) -> int:
        """Drawing, heading, words, one under the other; bare, without the drawing."""
        look = self._kit.look
        self.is_bare = bare or not self._drawing
        y = 0.0 if self.is_bare else float(self._round() + look.space(16))
        self._writings = []
        heading = self._centred(Run(self._heading, Face.HEADING, Role.INK), width)
        self._writings.append((heading, y))
        y += heading.height + look.space(8)
        for line in self._lines:
            writing = self._centred(Run(line, Face.BODY, Role.SOFT), width)
            self._writings.append((writing, y))
            y += writing.height + look.space(4)
        return round(y)

    def paintEvent(self, event: QPaintEvent) -> None:
        """In the middle, line by line."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look, size = self._kit.look, self._round()
        if not self.is_bare:
            place = QRectF((self.width() - size) / 2, 0, size, size)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour(Role.ACCENT_FILL))
            painter.drawEllipse(place)
            sign = round(size * 0.46)
            inset = (size - sign) / 2
            self._kit.icons.paint(painter, self._drawing, Role.ACCENT, place.x() + inset, inset, sign)
        for writing, y in self._writings:
            writing.draw(painter, 0, y)

    def _centred(self, run: Run, width: int) -> Writing:
        return self._kit.type.set((run,), width, direction=self.layoutDirection(), centred=True)

    def _round(self) -> int:
        return self._kit.look.space(72) if self._kit.look.scale <= 1.5 else 72
