"""What can be done about a line with one key: buttons at its end, or below it where its words need the room.

A fixed set of buttons whose words change: none is made while somebody types. Some lead to a choice, which then
stands in their place; what is not in sight stands behind "…".
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum, auto
from typing import Final

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from shopkeeper.domain.phrase import translate, verbatim
from shopkeeper.remember.offer import LEADS_TO, Offer, offer_label
from shopkeeper.ui import a11y
from shopkeeper.ui.say import say
from shopkeeper.ui.theme import Face, Role
from shopkeeper.ui.widgets.kit import Kit
from shopkeeper.ui.widgets.panel import paint_block
from shopkeeper.ui.widgets.typeset import Run, Writing

# A thumb's width, and the room between two buttons.
_TALL: Final = 44
_GAP: Final = 8
_IN_SIGHT: Final = 3
_PAD: Final = 14
# So much of a line is its words', at 100 % text; what is offered beside them takes the rest or goes below.
_WORDS: Final = 330


class Turn(Enum):
    """A button that does nothing about the line: it shows others."""

    MORE = auto()  # what is not in sight
    BACK = auto()  # from there
    YES = auto()  # what weighs too much to be done by one slip
    NO = auto()


class OfferButton(QAbstractButton):
    """One offer: a quiet button, as tall as a thumb needs and drawn less tall."""

    focused = Signal()

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(parent)
        self._kit = kit
        self.offer: Offer | Turn = Turn.MORE
        # A press leaves the caret where it is; the arrow keys lead here.
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.hide()

    def stand_for(self, offer: Offer | Turn) -> None:
        """Another offer on the same button."""
        words = _words(offer)
        if words != self.text():
            self.setText(words)
            a11y.named(self, say(_ALOUD[offer]) if isinstance(offer, Turn) else words)
        self.offer = offer
        self.update()

    def enterEvent(self, event: QEnterEvent) -> None:
        """The pointer is on it."""
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """It is elsewhere again."""
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space presses it; every other key belongs to the line, arrows above all."""
        if event.key() == Qt.Key.Key_Space:
            super().keyPressEvent(event)
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Its line is in hand."""
        super().focusInEvent(event)
        self.focused.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The caret went on."""
        super().focusOutEvent(event)
        self.focused.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A block with the words in its middle."""
        painter = QPainter(self)
        look = self._kit.look
        held = self.isDown() or self.underMouse() or self.hasFocus()
        place = QRectF(self.rect()).adjusted(0, 4, 0, -4)
        edge = Role.ACCENT if held else Role.LINE
        width = look.theme.focus if self.hasFocus() else 1
        paint_block(painter, look, place, Role.RAIL if self.isDown() else Role.PAPER, edge, 9, width)
        writing = _written(self._kit, self.text())
        writing.draw(painter, (self.width() - writing.width) / 2, (self.height() - writing.height) / 2)


class Offers(QObject):
    """The buttons of one line."""

    chosen = Signal(object)  # the offer that is taken
    changed = Signal()  # others stand there now
    focused = Signal()  # the caret came to one of them, or went

    def __init__(self, kit: Kit, line: QWidget) -> None:
        super().__init__(line)
        self._kit, self._line = kit, line
        self._all: tuple[Offer, ...] = ()
        self._choice: tuple[Offer | Turn, ...] = ()  # what stands in the place of the others
        self._weighed: Offer | None = None  # what is asked once more
        self._buttons: list[OfferButton] = []
        self._seen: tuple[Offer | Turn, ...] = ()
        self._below = False

    def offer(self, offers: tuple[Offer, ...]) -> None:
        """Another line's offers, the most usual first."""
        self._all, self._choice = offers, ()

    def beside(self, inner: int) -> int:
        """Decide what stands where, beside words that want most of the room; says how much is left to the buttons."""
        wanted = self._choice or self._all
        least = min(inner * 0.7, self._kit.look.space(_WORDS))
        for seen in _choices(wanted, whole=bool(self._choice)):
            wide = sum(map(self._wide, seen)) + _GAP * len(seen)
            if wide + least <= inner:
                self._seen, self._below = seen, False
                return wide
        self._seen, self._below = (wanted, True) if self._choice else ((Turn.MORE,) if wanted else (), False)
        return self._wide(Turn.MORE) + _GAP if self._seen and not self._below else 0

    def below(self) -> None:
        """All of it stands under the words."""
        self._seen, self._below = self._choice or self._all, True

    def height(self, inner: int) -> int:
        """How much room it needs under the words."""
        return len(self._rows(inner)) * (self._tall() + 4) if self._below and self._seen else 0

    def tall(self) -> int:
        """How tall a line is at least that has a button beside it."""
        return self._tall() if self._seen and not self._below else 0

    def lie(self, left: int, inner: int, width: int, y: int) -> None:
        """Put the buttons at the far end of that room, or in rows from its beginning; `width` is the whole line's."""
        while len(self._buttons) < len(self._seen):
            self._make()
        for button in self._buttons[len(self._seen) :]:
            button.hide()
        buttons, tall = iter(self._buttons), self._tall()
        for n, row in enumerate(self._rows(inner) if self._below else [self._seen]):
            wide = sum(map(self._wide, row)) + _GAP * (len(row) - 1)
            x = left if self._below else left + inner - wide
            for offer in row:
                button, one = next(buttons), self._wide(offer)
                button.stand_for(offer)
                mirrored = self._line.isRightToLeft()
                button.setGeometry(width - x - one if mirrored else x, y + n * (tall + 4), one, tall)
                button.show()
                x += one + _GAP

    def hide(self) -> None:
        """Nothing is offered now."""
        self._seen = self._choice = ()
        for button in self._buttons:
            button.hide()

    def in_order(self) -> list[OfferButton]:
        """The buttons that can be pressed now."""
        return self._buttons[: len(self._seen)]

    @property
    def is_choosing(self) -> bool:
        """Whether a choice stands in the place of what is usually offered."""
        return bool(self._choice)

    def go_back(self) -> None:
        """From a choice to what stood there before."""
        if self._choice:
            self._choice = ()
            self.changed.emit()

    def _make(self) -> None:
        button = OfferButton(self._kit, self._line)
        button.clicked.connect(lambda: self._press(button.offer))
        button.focused.connect(self.focused)
        self._buttons.append(button)

    def _press(self, offer: Offer | Turn) -> None:
        match offer:
            case Turn.BACK | Turn.NO:
                self._turn_to(())
            case Turn.MORE:
                self._turn_to((*self._all[len(self._seen) - 1 :], Turn.BACK))
            case Turn.YES:
                self.chosen.emit(self._weighed)
            case Offer.PASSED_ON:
                self._weighed = offer
                # A second press in the same place goes back: No stands at the end.
                self._turn_to((Turn.YES, Turn.NO), caret=1)
            case _ if offer in LEADS_TO:
                self._turn_to(LEADS_TO[offer])
            case _:
                self.chosen.emit(offer)

    def _turn_to(self, choice: tuple[Offer | Turn, ...], caret: int = 0) -> None:
        """Others stand there; the caret, where it was on one of them, is on one that can be seen."""
        has_caret = any(button.hasFocus() for button in self._buttons)
        if has_caret:
            self._buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)
        self._choice = choice
        self.changed.emit()
        if has_caret:
            self._buttons[caret].setFocus(Qt.FocusReason.OtherFocusReason)

    def _rows(self, inner: int) -> list[tuple[Offer | Turn, ...]]:
        rows: list[tuple[Offer | Turn, ...]] = [()]
        for offer in self._seen:
            longer = (*rows[-1], offer)
            if len(longer) > 1 and sum(map(self._wide, longer)) + _GAP * (len(longer) - 1) > inner:
                rows.append((offer,))
            else:
                rows[-1] = longer
        return rows

    def _wide(self, offer: Offer | Turn) -> int:
        return max(_TALL, round(_written(self._kit, _words(offer)).width) + 2 * _PAD)

    def _tall(self) -> int:
        return max(_TALL, round(self._kit.look.pixels(Face.LINE) * 1.2) + 18)


def _choices(offers: tuple[Offer | Turn, ...], *, whole: bool) -> Iterator[tuple[Offer | Turn, ...]]:
    """What may stand beside the words, the best first: all of them, or the first few and "…" for the rest."""
    if offers and (whole or len(offers) <= _IN_SIGHT):
        yield offers
    if not whole:
        for n in range(min(_IN_SIGHT, len(offers) - 1), 0, -1):
            yield (*offers[:n], Turn.MORE)


def _words(offer: Offer | Turn) -> str:
    return say(_TURNS[offer] if isinstance(offer, Turn) else offer_label(offer))


def _written(kit: Kit, words: str) -> Writing:
    return kit.type.set((Run(words, Face.LINE, Role.INK),), 10_000, 1)


_YES: Final = translate("card", "Has died: write it down", "button: asked once more whether somebody has died")
_NO: Final = translate("card", "No, go back", "button: nobody has died")
_TURNS: Final = {Turn.MORE: verbatim("…"), Turn.BACK: verbatim("‹"), Turn.YES: _YES, Turn.NO: _NO}
_ALOUD: Final = {
    **_TURNS,
    Turn.MORE: translate("card", "What else can be done", "read aloud: a button that shows more buttons"),
    Turn.BACK: translate("card", "Back to the first buttons", "read aloud: a button that shows the buttons before"),
}
