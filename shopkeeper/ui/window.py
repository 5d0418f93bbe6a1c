"""The window: the counter, and the sheets that take its place. Layout only; what happens is decided in counter.py.

It is on the screen with its front before anything else is imported. The counter is brought in then, by `furnish`,
and each sheet when it is first needed: that is why they are imported where they are made.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from shopkeeper.ui.front import Front
from shopkeeper.ui.widgets.kit import Kit

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent, QPaintEvent, QResizeEvent

    from shopkeeper.ui.card.place import CardPlace
    from shopkeeper.ui.lookup.rail import Rail
    from shopkeeper.ui.sheets.bring_in import BringIn
    from shopkeeper.ui.sheets.first_start import FirstStart
    from shopkeeper.ui.sheets.passphrase import Passphrase
    from shopkeeper.ui.sheets.trouble import Trouble

_LEAST = (800, 560)
_WANTED = QSize(1280, 800)
_SMALL_SCREEN = 600

S = TypeVar("S", bound=QWidget)


class Window(QWidget):
    """One window, never a dialog over it; its title never holds a name."""

    painted = Signal()  # once: the first picture is on the screen
    file_dropped = Signal(str)
    hidden = Signal()  # another window came in front
    came_back = Signal()  # this one did
    closed = Signal()

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self.kit = kit
        # A product's name is the same in every language.
        self.setWindowTitle("Shopkeeper")
        self.setMinimumSize(*_LEAST)
        self.resize(self._fitting())
        self.setAcceptDrops(True)
        self._first_paint = True
        self.is_furnished = False
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

    def come_up(self) -> None:
        """Onto the screen; on the smallest it takes all that is left beside a title bar, where there is one."""
        if self.screen().availableGeometry().height() > _SMALL_SCREEN:
            self.show()
        else:
            self.showMaximized()

    def _build(self) -> None:
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self.front = Front(self.kit, self)
        self._layout.addWidget(self.front)
        self.front.search.field.setFocus()

    def furnish(self) -> None:
        """Bring the counter in, behind the search box and what is typed there."""
        from PySide6.QtWidgets import QHBoxLayout, QStackedWidget

        from shopkeeper.ui.counter_page import CounterPage
        from shopkeeper.ui.theme import Face, Role
        from shopkeeper.ui.widgets.blank import Blank
        from shopkeeper.ui.widgets.drawn import Text

        self.pages = QStackedWidget(self)
        self.counter = CounterPage(self.kit, self.front.search, self.pages)
        # What holds for as long as the book is open, such as that nothing can be written in it here.
        self.notice = Text(self.kit, Face.LINE, Role.INK, self)
        strip = QHBoxLayout()
        strip.addSpacing(self.kit.look.space(18))
        strip.addWidget(self.notice)
        self._layout.addLayout(strip)
        self.pages.addWidget(self.counter)
        self._layout.addWidget(self.pages, 1)
        self._layout.removeWidget(self.front)
        self.front.hide()
        self.front.deleteLater()
        # At once, and not in the next turn: the picture between the two would be an empty one.
        self.pages.show()
        self._layout.activate()
        self.rail.search.field.setFocus()
        self.blank = Blank(self.kit, self)
        self.is_furnished = True

    @property
    def rail(self) -> Rail:
        """Where someone is looked up."""
        return self.counter.rail

    @property
    def card_place(self) -> CardPlace:
        """Where the card lies."""
        return self.counter.card_place

    @cached_property
    def first_start(self) -> FirstStart:
        """The three choices."""
        from shopkeeper.ui.sheets.first_start import FirstStart

        return self._added(FirstStart(self.kit, self.pages))

    @cached_property
    def passphrase(self) -> Passphrase:
        """The passphrase form."""
        from shopkeeper.ui.sheets.passphrase import Passphrase

        return self._added(Passphrase(self.kit, self.pages))

    @cached_property
    def trouble(self) -> Trouble:
        """What went wrong."""
        from shopkeeper.ui.sheets.trouble import Trouble

        return self._added(Trouble(self.kit, self.pages))

    @cached_property
    def bring_in(self) -> BringIn:
        """Bringing people in."""
        from shopkeeper.ui.sheets.bring_in import BringIn

        return self._added(BringIn(self.kit, self.pages))

    def _added(self, sheet: S) -> S:
        self.pages.addWidget(sheet)
        return sheet

    def show_page(self, page: QWidget) -> None:
        """Put a page in front."""
        self.pages.setCurrentWidget(page)

    def is_at_counter(self) -> bool:
        """Whether the counter is in front."""
        return self.pages.currentWidget() is self.counter

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The curtain covers all of it."""
        super().resizeEvent(event)
        if self.is_furnished:
            self.blank.setGeometry(self.rect())

    def paintEvent(self, event: QPaintEvent) -> None:
        """All is painted by what lies on it; only the first time is told, while there is nothing but the front."""
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


def _contacts_file(event: QDropEvent) -> str:
    """The contacts file that is being dragged, or nothing."""
    for url in event.mimeData().urls():
        if url.isLocalFile() and url.toLocalFile().lower().endswith((".vcf", ".vcard")):
            return url.toLocalFile()
    return ""
