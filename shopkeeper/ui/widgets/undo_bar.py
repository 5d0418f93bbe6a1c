"""The quiet bar that names what was just done and how to take it back."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEasingCurve, QPropertyAnimation, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QStyle, QWidget

from shopkeeper.domain.phrase import translate
from shopkeeper.ui import a11y
from shopkeeper.ui.say import say
from shopkeeper.ui.theme import Face, Role
from shopkeeper.ui.widgets.kit import Kit
from shopkeeper.ui.widgets.panel import paint_block
from shopkeeper.ui.widgets.typeset import Run, Writing

_SLIDE_MS: Final = 150
_STAYS_MS: Final = 12_000
# What only names a visit goes sooner: the card has already said it.
_NAMES_MS: Final = 4_000


class UndoBar(QWidget):
    """One line at the foot of the paper. It slides in, unless the system wants no motion, and goes by itself."""

    taken_back = Signal()
    gone = Signal()

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(parent)
        self._kit = kit
        self._words = ""
        self._has_button = self._stacked = False
        self._wide = 0
        self._button = QPushButton(say(translate("undo", "Undo")), self)
        self._button.setAutoDefault(True)
        self._button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._button.clicked.connect(self.taken_back)
        self._slide = QPropertyAnimation(self, b"geometry", self)
        self._slide.setDuration(_SLIDE_MS)
        self._slide.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.timeout.connect(self.leave)
        self.hide()

    def tell(self, words: str, undo: str) -> None:
        """Name what was done; `undo` is what the button says, nothing for what cannot be taken back from here."""
        self._words = words
        self._button.setText(undo)
        self._has_button = bool(undo)
        self._button.setVisible(self._has_button)
        a11y.named(self._button, undo or words)
        a11y.named(self, words)
        self._place_button()
        self._rest.start(_STAYS_MS if undo else _NAMES_MS)
        a11y.announce(self, words)
        self.update()

    def words(self) -> str:
        """What the bar says now."""
        return "" if self.isHidden() else self._words

    def lay(self, width: int) -> int:
        """How tall it is: the words whole, beside the button, or above it where that leaves them too little room."""
        size, space = self._button.sizeHint(), self._kit.look.space
        aside = size.width() + 24 if self._has_button else 18
        self._stacked = self._has_button and self._written(width - 18 - aside).lines > 2
        self._wide = width - 36 if self._stacked else width - 18 - aside
        tall = round(self._written(self._wide).height) + min(20, space(16))
        return tall + size.height() + 8 if self._stacked else max(tall, 56, size.height() + 10)

    def enter(self, place: QRect) -> None:
        """Come in from below, or simply be there."""
        moving = self.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration) > 0
        if self.isVisible() or not moving or not self.window().isVisible():
            self._slide.stop()
            self.setGeometry(place)
        else:
            self._slide.setStartValue(place.translated(0, place.height()))
            self._slide.setEndValue(place)
            self._slide.start()
        self.show()
        self.raise_()

    def lie(self, place: QRect) -> None:
        """What it lies on has changed: it goes there at once, and slides no longer to where it was meant to be."""
        if self._slide.state() != QPropertyAnimation.State.Running or self._slide.endValue() != place:
            self._slide.stop()
            self.setGeometry(place)

    def leave(self) -> None:
        """Go away quietly."""
        self._rest.stop()
        if not self.isHidden():
            self.hide()
            self.gone.emit()

    def resizeEvent(self, event: object) -> None:
        """The button lies at the far end."""
        self._place_button()

    def _place_button(self) -> None:
        size = self._button.sizeHint()
        left = 8 if self.isRightToLeft() else self.width() - size.width() - 8
        top = self.height() - size.height() - 8 if self._stacked else (self.height() - size.height()) // 2
        self._button.setGeometry(left, top, size.width(), size.height())

    def _written(self, width: int) -> Writing:
        return self._kit.type.set((Run(self._words, Face.LINE, Role.INK),), max(60, width), 0, self.layoutDirection())

    def paintEvent(self, event: QPaintEvent) -> None:
        """A block like a field at rest, the words in it."""
        painter = QPainter(self)
        paint_block(painter, self._kit.look, QRectF(self.rect()), Role.RAIL, Role.LINE, 12)
        writing = self._written(self._wide)
        room = self.height() - (self._button.height() + 8 if self._stacked else 0)
        x = self.width() - 18 - self._wide if self.isRightToLeft() else 18
        writing.draw(painter, x, (room - writing.height) / 2)
