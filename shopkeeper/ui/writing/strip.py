"""The strip of chips: one drawn widget, whatever is typed; none is made for a key."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from shopkeeper.capture.chip import Chip
from shopkeeper.capture.draft import Draft
from shopkeeper.capture.label import label_of
from shopkeeper.domain.phrase import translate
from shopkeeper.ui import a11y
from shopkeeper.ui.say import say
from shopkeeper.ui.theme import Face, Role
from shopkeeper.ui.widgets.drawn import Drawn
from shopkeeper.ui.widgets.kit import Kit
from shopkeeper.ui.widgets.panel import paint_block
from shopkeeper.ui.widgets.typeset import Run, Writing
from shopkeeper.ui.writing.signs import NOTE, SIGNS, Sign
from shopkeeper.ui.writing.spoken import asked, spoken

# A chip is a little lower than the place where it can be tapped.
_TARGET: Final = 44
_GAP: Final = 8
_SIDE: Final = 12


class Strip(Drawn):
    """Every chip of the line, and what is left of it as a note. Arrows go from chip to chip."""

    pointed = Signal()  # another chip is in front, or none
    turned = Signal(object)
    dropped = Signal(object)
    answered = Signal(int)  # the key of one of the people it may be about
    entered = Signal()
    left = Signal()
    typed_on = Signal(object)  # a letter: it belongs to the line

    def __init__(self, kit: Kit, parent: QWidget, face: Face) -> None:
        super().__init__(kit, parent)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._face = face
        self._chips: tuple[Chip, ...] = ()
        self._drawn: list[tuple[Sign, tuple[Run, ...]]] = []
        self._laid: list[tuple[QRectF, Writing]] = []
        self._at: int | None = None
        self._up = 0.0  # how far the chips are moved up where there is no room for all of them

    @property
    def current(self) -> Chip | None:
        """The chip in front."""
        return self._chips[self._at] if self._at is not None else None

    def use(self, face: Face) -> None:
        """Write the chips in this face from now on."""
        self._face = face

    def show_draft(self, draft: Draft | None) -> None:
        """What the line says now."""
        self._chips = draft.chips if draft else ()
        if self._at is not None:
            self._at = min(self._at, len(self._chips) - 1) if self._chips else None
        self._drawn = [(SIGNS[chip.kind], self._runs(chip)) for chip in self._chips]
        if draft and draft.note.strip():
            note = translate("chip", "note: {what}", "words that are kept as they were typed")
            self._drawn.append((NOTE, (Run(say(note.with_values(what=draft.note)), self._face, Role.INK),)))
        a11y.named(self, spoken(draft) if draft else say(translate("writing", "What was understood")))
        self.update()

    def point_at(self, chip: Chip | None) -> None:
        """Put a chip in front."""
        before = self._at
        self._at = next((i for i, one in enumerate(self._chips) if chip and one.begins == chip.begins), None)
        if self._at != before:
            self.see()
            self.pointed.emit()

    def place_of(self, chip: Chip) -> QRectF:
        """Where a chip can be tapped."""
        at = next(i for i, one in enumerate(self._chips) if one.begins == chip.begins)
        place = self._laid[at][0]
        return QRectF(self._x(place.x(), place.width()), place.y() - self._up, place.width(), place.height())

    def lay(self, width: int) -> int:
        """The chips one behind the other, on as many lines as they need."""
        self._laid = []
        size, x, y, tall = self._sign(), 0.0, 0.0, float(_TARGET)
        for _, runs in self._drawn:
            writing = self._set(runs, max(40, width - size - 8 - 2 * _SIDE))
            wide = min(float(width), writing.width + 1 + size + 8 + 2 * _SIDE)
            high = max(float(_TARGET), writing.height + 20)
            if x and x + wide > width:
                x, y, tall = 0.0, y + tall, float(_TARGET)
            self._laid.append((QRectF(x, y, wide, high), writing))
            x += wide + _GAP
            tall = max(tall, high)
        return round(y + tall) if self._laid else 0

    def resizeEvent(self, event: object) -> None:
        """What is typed last stays in sight."""
        self.see()

    def least(self) -> int:
        """How tall it is with one line of chips, whichever that is."""
        return round(max((place.height() for place, _ in self._laid), default=0.0))

    def see(self) -> None:
        """Move up as far as the chip in front needs, or else the last one."""
        if self._laid:
            at = len(self._laid) - 1 if self._at is None else min(self._at, len(self._laid) - 1)
            place = self._laid[at][0]
            self._up = self._whole(max(place.bottom() - self.height(), min(self._up, place.top())))
        self.update()

    def _whole(self, up: float) -> float:
        """So far up, or a little more: no line of chips is cut at the top."""
        most = max(0.0, self._laid[-1][0].bottom() - self.height()) if self._laid else 0.0
        wanted = max(0.0, min(most, up))
        return min((place.top() for place, _ in self._laid if place.top() >= wanted), default=wanted)

    def _runs(self, chip: Chip) -> tuple[Run, ...]:
        label = Run(say(label_of(chip)), self._face, Role.SAFETY if SIGNS[chip.kind][1] is Role.SAFETY else Role.INK)
        return (label, Run(f"  {say(asked(chip))}", self._face, Role.ACCENT)) if chip.asks else (label,)

    def _sign(self) -> int:
        return self._kit.look.space(18)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Each chip in its colour; the one in front has the frame of what is in use."""
        painter = QPainter(self)
        look, size = self._kit.look, self._sign()
        for i, ((name, role, ground), _) in enumerate(self._drawn):
            place, writing = self._laid[i] if i < len(self._laid) else (QRectF(), None)
            if writing is None:
                return
            left = self._x(place.x(), place.width())
            block = QRectF(left, place.y() - self._up + 3, place.width(), place.height() - 6)
            in_front = i == self._at
            asks = i < len(self._chips) and bool(self._chips[i].asks)
            edge = Role.ACCENT if in_front or asks else Role.LINE
            thick = look.theme.focus if in_front else 1.0
            paint_block(painter, look, block, ground, edge, 12, thick)
            sign = block.left() + _SIDE if not self.isRightToLeft() else block.right() - _SIDE - size
            self._kit.icons.paint(painter, name, role, sign, block.top() + (block.height() - size) / 2, size)
            x = block.left() + _SIDE + size + 8
            if self.isRightToLeft():
                # A layout is as wide as it was allowed to be, and begins at its right.
                x = block.right() - _SIDE - size - 8 - max(40, self.width() - size - 8 - 2 * _SIDE)
            writing.draw(painter, x, block.top() + (block.height() - writing.height) / 2)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A tapped chip is in front; tapped once more it is not."""
        for chip in self._chips:
            if self.place_of(chip).contains(event.position()):
                self.point_at(None if chip == self.current else chip)
                return

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel moves the chips."""
        self._up = self._whole(self._up - event.angleDelta().y() / 2)
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The first question is in front, or else the last thing that was understood."""
        super().focusInEvent(event)
        if self.current is None and self._chips:
            self.point_at(next((chip for chip in self._chips if chip.asks), self._chips[-1]))
        self._tell()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """No chip is in front any more, unless another window is."""
        super().focusOutEvent(event)
        if event.reason() == Qt.FocusReason.TabFocusReason:
            self.point_at(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows, Space, a digit, Delete, Enter, Esc; any letter goes on with the line."""
        chip = self.current
        ahead = Qt.Key.Key_Left if self.isRightToLeft() else Qt.Key.Key_Right
        match event.key():
            case Qt.Key.Key_Left | Qt.Key.Key_Right:
                self._step(1 if event.key() == ahead else -1)
            case Qt.Key.Key_Home | Qt.Key.Key_End:
                self._step(-len(self._chips) if event.key() == Qt.Key.Key_Home else len(self._chips))
            case Qt.Key.Key_Space if chip is not None:
                self.turned.emit(chip)
                self._tell()
            case Qt.Key.Key_Delete | Qt.Key.Key_Backspace if chip is not None:
                self.dropped.emit(chip)
                self._tell()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                if not event.isAutoRepeat():
                    self.entered.emit()
            case Qt.Key.Key_Escape | Qt.Key.Key_Down:
                self.left.emit()
            case Qt.Key.Key_Up:
                pass
            case key if Qt.Key.Key_1 <= key <= Qt.Key.Key_9:
                self.answered.emit(int(key) - int(Qt.Key.Key_1))
                self._tell()
            case _ if event.text() and event.text().isprintable() and not event.modifiers() & _SEVERAL:
                self.typed_on.emit(event)
            case _:
                event.ignore()

    def _step(self, by: int) -> None:
        if self._chips:
            at = len(self._chips) - 1 if self._at is None else self._at + by
            self.point_at(self._chips[max(0, min(len(self._chips) - 1, at))])
            self._tell()

    def _tell(self) -> None:
        """Say aloud which chip is in front, and what it asks."""
        if (chip := self.current) is not None:
            said = translate("writing", "{chip}, {number} of {all}", "a chip, read aloud: nuts, 5 of 7").with_values(
                chip=label_of(chip), number=(self._at or 0) + 1, all=len(self._chips)
            )
            a11y.announce(self, ". ".join(filter(None, (say(said), say(asked(chip)) if chip.asks else ""))))


_SEVERAL: Final = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
