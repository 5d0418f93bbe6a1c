"""The history sheet: who did what and when, what was there before and after, and taking any of it back."""

from __future__ import annotations

from datetime import date
from typing import Final

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from shopkeeper.domain.phrase import Phrase, translate
from shopkeeper.domain.record import Uid
from shopkeeper.ui import a11y
from shopkeeper.ui.forms.heading import Heading
from shopkeeper.ui.past.entries import Entries, Read
from shopkeeper.ui.past.entry_row import EntryRow
from shopkeeper.ui.past.foot import Foot
from shopkeeper.ui.say import begun, say
from shopkeeper.ui.sheets.page import button
from shopkeeper.ui.theme import Face, Role
from shopkeeper.ui.widgets.drawn import Text
from shopkeeper.ui.widgets.kit import Kit
from shopkeeper.ui.widgets.thumb import scroll_by_thumb
from shopkeeper.usecases.history import Entry

_SIDE: Final = 26
_NAVIGATES: Final = frozenset({
    Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Home, Qt.Key.Key_End,
    Qt.Key.Key_Tab, Qt.Key.Key_Backtab,
})  # fmt: skip


class HistorySheet(QWidget):
    """The arrow keys choose an act, Enter takes it back, F8 uncovers what is private while it is held."""

    taken_back = Signal(int)  # the number of an act
    whole_asked = Signal(int)  # of the whole shop; at this act, or 0: at the newest
    closed = Signal()

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self._heading = Heading(kit, ("undo", Role.ACCENT, Role.ACCENT_FILL), self)
        self.back = button(say(translate("history", "Back  (Esc)")), self)
        self.whole = button(say(translate("history", "Of the whole shop  (Ctrl+H)")), self)
        self.entries = Entries(self)
        self._row = EntryRow(kit, self.entries, self)
        self.view = _Acts(self.entries, self._row, self)
        nothing = translate("history", "Nothing was written down yet. At the counter, type a name and press Enter.")
        self.empty = Text(kit, Face.BODY, Role.SOFT, self, say(nothing))
        self.foot = Foot(kit, self)
        self._connect()

    def _connect(self) -> None:
        self.back.clicked.connect(self.closed)
        self.whole.clicked.connect(lambda: self.whole_asked.emit(0))
        self.view.selectionModel().currentChanged.connect(self._chosen)
        self.entries.modelReset.connect(lambda: self._chosen(self.view.currentIndex()))
        self.foot.button.clicked.connect(self._take_back)
        self.foot.there.clicked.connect(self._go_there)
        self._kit.look.changed.connect(self.arrange)

    def show_history(self, read: Read, today: date, whose: str = "") -> None:
        """The history of one person, or of the whole shop, with the newest act chosen."""
        title = translate("history", "History") if whose else translate("history", "History of the shop")
        self._heading.tell(say(title), whose)
        self.whole.setVisible(bool(whose))
        self.entries.show(read, today)
        self.arrange()
        self.choose(0)

    def begin(self) -> None:
        """It is in front: the caret goes to the list."""
        there = self.view if self.entries.rowCount() else self.back
        there.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> bool:
        """Something was done or taken back: read it again, with the same act chosen. It stays in front."""
        chosen = self.chosen()
        self.entries.read_again()
        self.arrange()
        row = self.entries.row_of(chosen.number) if chosen else None
        self.choose(row or 0)
        return True

    def choose(self, row: int) -> None:
        """The act in this row is the one that is meant."""
        index = self.entries.index(row)
        self.view.setCurrentIndex(index)
        self.view.scrollTo(index)

    def go_to(self, act: int | Uid) -> bool:
        """Choose an act, if it is among those that were read."""
        row = self.entries.row_of(act)
        if row is not None:
            self.choose(row)
        return row is not None

    def chosen(self) -> Entry | None:
        """The act that is meant."""
        return self.entries.entry(self.view.currentIndex().row())

    def refuse(self, why: Phrase, newer: int = 0) -> None:
        """It cannot be taken back; `newer` is the number of an act that has to be taken back first."""
        self.foot.tell(begun(why), newer=newer)
        self.arrange()

    def reveal(self, revealed: bool) -> None:
        """Show what is private, while a key is held."""
        self.entries.reveal(revealed)

    def _chosen(self, index: QModelIndex) -> None:
        entry = self.entries.entry(index.row())
        if entry is None:
            self.foot.tell("")
        elif entry.is_undone:
            self.foot.tell(say(translate("history", "This was taken back already.")))
        else:
            taking = translate("history", "Chosen: {act}", "the act that Enter would take back")
            self.foot.tell(say(taking.with_values(act=entry.name)), may=True)
        self.arrange()

    def _take_back(self) -> None:
        entry = self.chosen()
        if entry is not None and not entry.is_undone:
            self.taken_back.emit(entry.number)

    def _go_there(self) -> None:
        newer = self.foot.newer
        if not self.go_to(newer):
            self.whole_asked.emit(newer)
        self.begin()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back, F8 uncovers, Enter takes back, or goes to what has to be taken back first."""
        match event.key():
            case Qt.Key.Key_Escape:
                self.closed.emit()
            case Qt.Key.Key_F8:
                self.reveal(True)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if event.isAutoRepeat():
                return
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if self.foot.newer:
                self._go_there()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._take_back()
            case _:
                super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """The private lines go as soon as the key does."""
        if event.key() == Qt.Key.Key_F8 and not event.isAutoRepeat():
            self.reveal(False)
        super().keyReleaseEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Another window came in front, and the key may be let go there."""
        if event.type() == QEvent.Type.ActivationChange and not self.isActiveWindow():
            self.reveal(False)
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Everything keeps its place."""
        self.arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paper."""
        QPainter(self).fillRect(event.rect(), self._kit.look.colour(Role.PAPER))

    def arrange(self) -> None:
        """The heading above, what Enter does below, and all the room between them for the acts."""
        width, height = self.width(), self.height()
        if width < 120:
            return
        inner = width - 2 * _SIDE
        top = self._heading.place_beside((self.whole, self.back), _SIDE, 20, width) + 14
        tall = self.foot.lay(inner)
        self.foot.setGeometry(_SIDE, height - tall - 14, inner, tall)
        room = max(0, height - tall - 24 - top)
        self.empty.setVisible(not self.entries.rowCount())
        self.view.setVisible(bool(self.entries.rowCount()))
        self.empty.setGeometry(_SIDE, top, inner, min(room, self.empty.lay(inner)))
        self._row.lie_in(inner - self.view.verticalScrollBar().sizeHint().width(), self.layoutDirection())
        self.view.setGeometry(_SIDE, top, inner, room)
        self.view.scheduleDelayedItemsLayout()


class _Acts(QListView):
    """A list that keeps only the keys by which one goes through it."""

    def __init__(self, entries: Entries, row: EntryRow, parent: QWidget) -> None:
        super().__init__(parent)
        self.setModel(entries)
        self.setItemDelegate(row)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.viewport().setAutoFillBackground(False)
        self.setMouseTracking(True)
        scroll_by_thumb(self)
        a11y.named(self, say(translate("history", "What was done, newest first")))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The rest is decided by the sheet."""
        if event.key() in _NAVIGATES and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().keyPressEvent(event)
        else:
            event.ignore()
