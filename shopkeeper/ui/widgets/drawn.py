"""Painted writing: a row that lays itself out by the typesetter and is a label to screen readers."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from shopkeeper.ui import a11y
from shopkeeper.ui.theme import Face, Role
from shopkeeper.ui.widgets.kit import Kit
from shopkeeper.ui.widgets.typeset import Run, Runs, Writing


class Drawn(QLabel):
    """A painted row. It is a label to screen readers, which read its accessible name in the order of the card."""

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(parent)
        self._kit = kit

    def lay(self, width: int) -> int:
        """Lay the row out within a width and say how tall it is."""
        raise NotImplementedError

    def _set(self, runs: Runs, width: int, lines: int = 0) -> Writing:
        return self._kit.type.set(runs, width, lines, self.layoutDirection())

    def _x(self, left: float, width: float) -> float:
        """Where something begins when it is mirrored for a language that runs from right to left."""
        return self.width() - left - width if self.isRightToLeft() else left


class Text(Drawn):
    """A paragraph in one face and role, for sheets that are laid out by Qt: as tall as its words need."""

    def __init__(self, kit: Kit, face: Face, role: Role, parent: QWidget, words: str = "") -> None:
        super().__init__(kit, parent)
        self._face, self._role, self._words = face, role, ""
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        kit.look.changed.connect(self.updateGeometry)
        self.tell(words)

    def tell(self, words: str) -> None:
        """Other words; with none it takes no room."""
        self._words = words
        a11y.named(self, words)
        self.setVisible(bool(words))
        self.updateGeometry()
        self.update()

    def words(self) -> str:
        """What it says."""
        return self._words

    def hasHeightForWidth(self) -> bool:
        """Its height follows from its width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """How tall the words are in that width."""
        return self.lay(width)

    def sizeHint(self) -> QSize:
        """The words on one line, as far as that is sensible."""
        writing = self._written(100_000)
        wide = min(int(writing.width) + 2, self._kit.look.space(680))
        return QSize(wide, self.lay(wide))

    def minimumSizeHint(self) -> QSize:
        """Wide enough for a word."""
        return QSize(80, self._kit.look.pixels(self._face))

    def lay(self, width: int) -> int:
        """How tall the words are in that width."""
        return -(-int(self._written(width).height * 8) // 8) + 1

    def paintEvent(self, event: QPaintEvent) -> None:
        """The words, from the upper corner."""
        self._written(self.width()).draw(QPainter(self), 0, 0)

    def _written(self, width: int) -> Writing:
        return self._set((Run(self._words, self._face, self._role),), max(1, width))
