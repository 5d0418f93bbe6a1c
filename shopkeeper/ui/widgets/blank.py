"""The curtain: the whole window is blank in one frame, and any key or touch opens it again."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from shopkeeper.domain.phrase import translate
from shopkeeper.ui import a11y
from shopkeeper.ui.say import say
from shopkeeper.ui.theme import Face, Role
from shopkeeper.ui.widgets.kit import Kit


class Blank(QWidget):
    """Covers everything. It shows nothing of what lies behind it, and says how to come back."""

    opened = Signal()

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(parent)
        self._kit = kit
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._words = say(translate("blank", "Press any key to come back"))
        a11y.named(self, say(translate("blank", "The screen is blank")), self._words)
        self.hide()

    def fall(self) -> None:
        """Cover the window now, before anything else is done."""
        self.setGeometry(self.window().rect())
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.repaint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Any key opens it, and does nothing else."""
        event.accept()
        if event.key() not in (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr):
            self._open()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """So does a touch."""
        self._open()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Nothing but the desk and how to come back."""
        painter = QPainter(self)
        look = self._kit.look
        painter.fillRect(self.rect(), look.colour(Role.DESK))
        painter.setFont(look.font(Face.BODY))
        painter.setPen(look.colour(Role.SOFT))
        place = QRectF(self.rect()).adjusted(24, 0, -24, -32)
        painter.drawText(place, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom, self._words)

    def _open(self) -> None:
        self.hide()
        self.opened.emit()
