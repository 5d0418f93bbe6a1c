"""The block of the sheet that tells: how far it is, then what it came to, line by line."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QStringListModel, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QProgressBar, QWidget

from shopkeeper.domain.phrase import translate
from shopkeeper.ui import a11y
from shopkeeper.ui.say import say
from shopkeeper.ui.sheets.page import Block
from shopkeeper.ui.theme import Face, Role
from shopkeeper.ui.widgets.drawn import Text
from shopkeeper.ui.widgets.kit import Kit

# What takes longer than this shows its bar.
_HALF_A_SECOND: Final = 500


class Report(Block):
    """A heading, a sentence, a bar while it works, and lines when it is done."""

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(kit, parent)
        self._heading = Text(kit, Face.TITLE, Role.INK, self)
        self._words = Text(kit, Face.BODY, Role.SOFT, self)
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        a11y.named(self._bar, say(translate("bring-in", "How far it is")))
        self._lines = QStringListModel(self)
        self._list = self._listing()
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_HALF_A_SECOND)
        self._patience.timeout.connect(self.show_bar)

    def _listing(self) -> QListView:
        view = QListView(self)
        view.setModel(self._lines)
        view.setWordWrap(True)
        view.setResizeMode(QListView.ResizeMode.Adjust)
        view.setFrameShape(QFrame.Shape.NoFrame)
        view.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setSpacing(4)
        view.setProperty("place", "lines")
        a11y.named(view, say(translate("bring-in", "Could not be read")))
        return view

    def begin(self, heading: str, words: str) -> None:
        """Something is at work; its bar comes when it takes longer than half a second."""
        self.tell(heading, words)
        self._bar.setRange(0, 0)
        self._patience.start()

    def tell(self, heading: str, words: str, lines: Sequence[str] = ()) -> None:
        """What it says now; nothing is at work any more."""
        self._patience.stop()
        self._bar.hide()
        self._heading.tell(heading)
        self._words.tell(words)
        self._lines.setStringList(list(lines))
        self._list.setVisible(bool(lines))
        self._place()

    def progress(self, at: int, of: int, heading: str) -> None:
        """How far it is."""
        self._bar.setRange(0, of)
        self._bar.setValue(at)
        self._heading.tell(heading)
        self._place()

    def show_bar(self) -> None:
        """It takes long."""
        self._bar.show()
        self._place()

    def heading(self) -> str:
        """What it says first."""
        return self._heading.words()

    def words(self) -> str:
        """What it says below its heading."""
        return self._words.words()

    def lines(self) -> list[str]:
        """Its lines."""
        return list(self._lines.stringList())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Everything keeps its place."""
        self._place()

    def _place(self) -> None:
        y, inner = 16, max(60, self.width() - 36)
        for text in (self._heading, self._words):
            tall = text.lay(inner) if text.words() else 0
            text.setGeometry(18, y, inner, tall)
            y += tall + (6 if tall else 0)
        if not self._bar.isHidden():
            self._bar.setGeometry(18, y + 8, inner, 14)
            y += 30
        self._list.setGeometry(12, y, inner + 12, max(0, self.height() - y - 12))
