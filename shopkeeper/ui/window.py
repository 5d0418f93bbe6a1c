"""The window: the counter, and the sheets that take its place. Layout only; what happens is decided in counter.py."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from shopkeeper.ui.card.place import CardPlace
from shopkeeper.ui.lookup.rail import Rail
from shopkeeper.ui.sheets.bring_in import BringIn
from shopkeeper.ui.sheets.first_start import FirstStart
from shopkeeper.ui.sheets.passphrase import Passphrase
from shopkeeper.ui.sheets.trouble import Trouble
from shopkeeper.ui.theme import Face, Role
from shopkeeper.ui.widgets.blank import Blank
from shopkeeper.ui.widgets.drawn import Text
from shopkeeper.ui.widgets.kit import Kit

_LEAST = (800, 560)
_WANTED = QSize(1280, 800)
_SMALL_SCREEN = 600

S = TypeVar("S", FirstStart, Passphrase, Trouble, BringIn)


class Window(QWidget):
    """One window, never a dialog over it; its title never holds a name."""

    painted = Signal()  # once: the first picture is on the screen
    file_dropped = Signal(str)
    hidden = Signal()  # another window came in front
    came_back = Signal()  # this one did
    closed = Signal()

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        # A product's name is the same in every language.
        self.setWindowTitle("Shopkeeper")
        self.setMinimumSize(*_LEAST)
        self.resize(self._fitting())
        self.setAcceptDrops(True)
        self._first_paint = True
        # What a key means that no field wanted, and whether the window may go; set by the app.
        self.on_key: Callable[[QKeyEvent], bool] = lambda _event: False
        self.on_key_up: Callable[[QKeyEvent], None] = lambda _event: None
        self.may_close: Callable[[], bool] = lambda: True
        self._build()

    def _fitting(self) -> QSize:
        """1280 x 800, or what the screen has room for with a title bar above."""
        room = self.screen().availableGeometry().size()
        # The smallest screens show a till and nothing else: there every line counts more than a title bar.
        title = 40 if room.height() > _SMALL_SCREEN else 0
        return _WANTED.boundedTo(room - QSize(0, title))

    def _build(self) -> None:
        self.pages = QStackedWidget(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        # What holds for as long as the book is open, such as that nothing can be written in it here.
        self.notice = Text(self._kit, Face.LINE, Role.INK, self)
        strip = QHBoxLayout()
        strip.addSpacing(self._kit.look.space(18))
        strip.addWidget(self.notice)
        layout.addLayout(strip)
        layout.addWidget(self.pages, 1)
        self.counter = CounterPage(self._kit)
        self.pages.addWidget(self.counter)
        self.blank = Blank(self._kit, self)
        self._sheets: dict[type[QWidget], QWidget] = {}
        self.rail.search.field.setFocus()

    @property
    def rail(self) -> Rail:
        """Where someone is looked up."""
        return self.counter.rail

    @property
    def card_place(self) -> CardPlace:
        """Where the card lies."""
        return self.counter.card_place

    # The sheets are made when they are first needed: the counter must be on the screen before anything else.

    @property
    def first_start(self) -> FirstStart:
        """The three choices."""
        return self._sheet(FirstStart)

    @property
    def passphrase(self) -> Passphrase:
        """The passphrase form."""
        return self._sheet(Passphrase)

    @property
    def trouble(self) -> Trouble:
        """What went wrong."""
        return self._sheet(Trouble)

    @property
    def bring_in(self) -> BringIn:
        """Bringing people in."""
        return self._sheet(BringIn)

    def _sheet(self, kind: type[S]) -> S:
        found = self._sheets.get(kind)
        if not isinstance(found, kind):
            found = kind(self._kit, self.pages)
            self._sheets[kind] = found
            self.pages.addWidget(found)
        return found

    def show_page(self, page: QWidget) -> None:
        """Put a page in front."""
        self.pages.setCurrentWidget(page)

    def is_at_counter(self) -> bool:
        """Whether the counter is in front."""
        return self.pages.currentWidget() is self.counter

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The curtain covers all of it."""
        super().resizeEvent(event)
        self.blank.setGeometry(self.rect())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Everything is painted by the pages; only the first time is told."""
        if self._first_paint:
            self._first_paint = False
            self.painted.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A key that nobody wanted before."""
        if not self.on_key(event):
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """A held key is let go."""
        self.on_key_up(event)
        super().keyReleaseEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Somebody else's window is in front now, or this one again."""
        if event.type() == QEvent.Type.ActivationChange:
            (self.came_back if self.isActiveWindow() else self.hidden).emit()
        super().changeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A contacts file may be dropped anywhere."""
        if _contacts_file(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """It was dropped."""
        if name := _contacts_file(event):
            event.acceptProposedAction()
            self.file_dropped.emit(name)

    def closeEvent(self, event: QCloseEvent) -> None:
        """The window goes, unless something has still to be written down; whoever holds the book closes it."""
        if not self.may_close():
            event.ignore()
            return
        super().closeEvent(event)
        self.closed.emit()


class CounterPage(QWidget):
    """Rail and card side by side."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self.rail = Rail(kit, self)
        self.card_place = CardPlace(kit, self)
        kit.look.changed.connect(self._arrange)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The rail is about a third; large text gets a little more of it."""
        self._arrange()

    def _arrange(self) -> None:
        width, scale = self.width(), self._kit.look.scale
        rail = round(min(392 * (1 + (scale - 1) * 0.35), width * (0.345 + (scale - 1) * 0.055)))
        left = width - rail if self.isRightToLeft() else 0
        self.rail.setGeometry(left, 0, rail, self.height())
        self.card_place.setGeometry(0 if self.isRightToLeft() else rail, 0, width - rail, self.height())


def _contacts_file(event: QDropEvent) -> str:
    """The contacts file that is being dragged, or nothing."""
    for url in event.mimeData().urls():
        if url.isLocalFile() and url.toLocalFile().lower().endswith((".vcf", ".vcard")):
            return url.toLocalFile()
    return ""
