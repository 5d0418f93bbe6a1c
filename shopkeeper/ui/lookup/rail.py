"""The rail on the left: search box, results, today, and the two ways to bring someone new in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from typing import Final

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from shopkeeper.domain.phrase import translate
from shopkeeper.ui import a11y
from shopkeeper.ui.lookup.clear_button import ClearButton
from shopkeeper.ui.lookup.counter_keys import is_the_counters
from shopkeeper.ui.lookup.heading import DayHeading
from shopkeeper.ui.lookup.newcomers import Newcomers
from shopkeeper.ui.lookup.results import Index, ResultRow, Results
from shopkeeper.ui.lookup.search_box import SIDE, SearchBox
from shopkeeper.ui.lookup.today import Today, TodayRow
from shopkeeper.ui.needs import DayLineShown, RowShown
from shopkeeper.ui.say import say
from shopkeeper.ui.theme import Role
from shopkeeper.ui.widgets.kit import Kit

_LAID_AT_ONCE: Final = 12


class Rail(QWidget):
    """Where someone is looked up."""

    chosen = Signal(str)
    entered = Signal()
    new_asked = Signal()
    bring_in_asked = Signal()

    def __init__(self, kit: Kit, parent: QWidget, search: SearchBox) -> None:
        """The search box was there before the rail, and perhaps something is typed in it."""
        super().__init__(parent)
        self._kit = kit
        self.search = search
        self._quiet = False
        self._bottom = 0  # where the room for the lists ends
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._build()
        self._connect()
        self._dress()

    def _build(self) -> None:
        self.search.setParent(self)
        self.search.field.passes_on = is_the_counters
        self.search.end_with(ClearButton(self._kit, self.search))
        self.search.show()
        self.results = Results(self)
        self._result_row = ResultRow(self._kit, self)
        self.results_view = _list(self, self.results, self._result_row, say(translate("rail", "People found")))
        self.today = Today(self)
        self._today_row = TodayRow(self._kit, self)
        self.today_view = _list(self, self.today, self._today_row, say(translate("rail", "Today")))
        # A day may have hundreds of lines, of which a few are in sight: no key waits until all are laid out.
        self.today_view.setLayoutMode(QListView.LayoutMode.Batched)
        self.today_view.setBatchSize(_LAID_AT_ONCE)
        self._heading = DayHeading(self._kit, self)
        self.newcomers = Newcomers(self._kit, self)

    def _connect(self) -> None:
        self.results_view.selectionModel().currentChanged.connect(self._result_chosen)
        self.today_view.selectionModel().currentChanged.connect(self._today_chosen)
        # A line that is already current is chosen again by a press: its card may have given way to a message.
        self.results_view.clicked.connect(self._result_chosen)
        self.today_view.clicked.connect(self._today_chosen)
        self.results_view.doubleClicked.connect(self.entered)
        self.newcomers.new_asked.connect(self.new_asked)
        self.newcomers.bring_in_asked.connect(self.bring_in_asked)
        self.newcomers.changed.connect(self._arrange)
        self._kit.look.changed.connect(self._dress)
        self._kit.avatars.photos.came.connect(self.results_view.viewport().update)

    def show_results(self, rows: tuple[RowShown, ...], total: int) -> None:
        """Whom the typed words may mean; the first of them is chosen."""
        self.show_more(rows, total)
        self._point_quietly(self.today_view, QModelIndex())
        self._point_quietly(self.results_view, self.results.index(0) if rows else QModelIndex())
        if self.results_view.verticalScrollBar().value():
            self.results_view.scrollToTop()

    def in_sight(self) -> int:
        """How many results can be seen at most before the list is scrolled: it shows whole rows only."""
        return max(1, (self._bottom - self._top()) // self._result_row.least())

    def show_more(self, rows: tuple[RowShown, ...], total: int) -> None:
        """The same search has gone on: what is new stands below, and whoever is chosen stays."""
        tall = self._result_row.height
        self.results_view.is_steady = all(
            tall(before) == tall(after) for before, after in zip(self.results.rows(), rows, strict=False)
        )
        with self._nobody_told():
            self.results.show(rows)
        self.search.show_count(len(rows), total)
        self._arrange_lists()

    def make_ready(self, rows: tuple[RowShown, ...]) -> None:
        """The next key may bring these rows."""
        for row in rows:
            self._result_row.laid(row)

    def show_today(self, day: date, lines: tuple[DayLineShown, ...] | None) -> None:
        """What the day brings; None while that is read."""
        self._heading.tell(day, quiet=lines == ())
        self.today.show(lines or ())
        self._arrange()
        self.update()

    def step(self, by: int) -> None:
        """Up or down in the results; with nothing found, in the lines of the day."""
        view = self.results_view if self.results.rowCount() else self.today_view
        model = view.model()
        if not model.rowCount():
            return
        now = view.currentIndex().row()
        view.setCurrentIndex(model.index(max(0, min(model.rowCount() - 1, now + by)), 0))

    def point_at(self, uid: str) -> bool:
        """Choose someone's row, if they are among the results; nobody is told."""
        for i, row in enumerate(self.results.rows()):
            if row.person_uid == uid:
                self._point_quietly(self.results_view, self.results.index(i))
                return True
        return False

    def shows(self, uid: str) -> bool:
        """Whether someone is among the results."""
        return any(row.person_uid == uid for row in self.results.rows())

    def choose_nobody(self) -> None:
        """No row is chosen; nobody is told."""
        self._point_quietly(self.results_view, QModelIndex())
        self._point_quietly(self.today_view, QModelIndex())

    def _result_chosen(self, index: QModelIndex) -> None:
        if index.isValid() and not self._quiet:
            self._point_quietly(self.today_view, QModelIndex())
            self.chosen.emit(self.results.rows()[index.row()].person_uid)

    def _today_chosen(self, index: QModelIndex) -> None:
        if index.isValid() and not self._quiet:
            self._point_quietly(self.results_view, QModelIndex())
            self.chosen.emit(self.today.lines()[index.row()].person_uid)

    def _point_quietly(self, view: QListView, index: QModelIndex) -> None:
        if view.currentIndex() == index:
            return
        with self._nobody_told():
            if index.isValid():
                view.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            else:
                view.selectionModel().clear()

    @contextmanager
    def _nobody_told(self) -> Iterator[None]:
        self._quiet = True
        try:
            yield
        finally:
            self._quiet = False

    def resizeEvent(self, event: object) -> None:
        """Everything keeps its place."""
        self._arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The rail's own ground and its edge."""
        painter = QPainter(self)
        look = self._kit.look
        painter.fillRect(self.rect(), look.colour(Role.RAIL))
        edge = 0 if self.isRightToLeft() else self.width() - 1
        painter.fillRect(edge, 0, 1, self.height(), look.colour(Role.LINE))

    def _dress(self) -> None:
        self.newcomers.dress()
        self._arrange()

    def _arrange(self) -> None:
        width = self.width() - 2 * SIDE
        if width < 60:
            return
        self.search.setGeometry(SIDE, SIDE, width, self.search.wanted_height())
        self._bottom = self.newcomers.lie(SIDE, width, self.height() - 14)
        for view, delegate in ((self.results_view, self._result_row), (self.today_view, self._today_row)):
            delegate.lie_in(width, self.layoutDirection())
            # A list asks for the size of its rows once; it has to be told that they may be of another size now.
            view.scheduleDelayedItemsLayout()
        self._arrange_lists()

    def _arrange_lists(self) -> None:
        """The results come first; the day takes what is left, or nothing rather than half a line."""
        width, look = self.width() - 2 * SIDE, self._kit.look
        if width < 60:
            return
        top = self._top()
        self._heading.part(self.results.rowCount() > 0)
        heading = self._heading.lay(width)
        first = self._today_row.height(self.today.words()[0]) if self.today.words() else 0
        room = self._bottom - top
        shown = self._whole_rows(room)
        self.results_view.setGeometry(SIDE, top, width, shown)
        self.results_view.setVisible(shown > 0)
        start = top + shown + (look.space(4) if shown else 0)
        fits = self._bottom - start >= heading + first and self._heading.has_day
        self._heading.setVisible(fits)
        self.today_view.setVisible(fits and first > 0)
        if fits:
            self._heading.setGeometry(SIDE, start, width, heading)
            lines = _fitting(map(self._today_row.height, self.today.words()), self._bottom - start - heading)
            self.today_view.setGeometry(SIDE, start + heading, width, lines)

    def _top(self) -> int:
        return SIDE + self.search.height() + 12

    def _whole_rows(self, room: int) -> int:
        """As many results as fit whole, and one in any case; the rest is scrolled to, and not laid out before."""
        rows, tall = self.results.rows(), self._result_row.height
        return _fitting(map(tall, rows), room) or (min(tall(rows[0]), max(0, room)) if rows else 0)


def _fitting(heights: Iterable[int], room: int) -> int:
    """How tall those are together that fit whole; nobody asks how tall the rest is."""
    tall = 0
    for one in heights:
        if tall + one > room:
            break
        tall += one
    return tall


def _list(parent: QWidget, model: Results | Today, delegate: ResultRow | TodayRow, name: str) -> _Rows:
    view = _Rows(parent)
    view.setModel(model)
    view.setItemDelegate(delegate)
    view.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.viewport().setAutoFillBackground(False)
    view.setMouseTracking(True)
    a11y.named(view, name)
    return view


class _Rows(QListView):
    """A list that keeps no letters for itself: they go to the search."""

    is_steady = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows, Enter and letters mean the same here as in the search box."""
        if event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            super().keyPressEvent(event)
        else:
            event.ignore()

    def dataChanged(self, first: Index, last: Index, roles: Sequence[int] = ()) -> None:
        """Where rows stay as tall as they were, only those that changed are painted; Qt would lay out all of them."""
        if self.is_steady:
            QAbstractItemView.dataChanged(self, first, last, roles)
        else:
            super().dataChanged(first, last, roles)
