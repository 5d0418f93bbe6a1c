"""The app: holds the parts together for as long as the window is open, and has the crash page."""

from __future__ import annotations

import gc
import linecache
from pathlib import Path
from types import TracebackType
from typing import Final

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from shopkeeper.domain.phrase import Phrase, translate
from shopkeeper.host.memory import give_back
from shopkeeper.ui import ask
from shopkeeper.ui.album import Album
from shopkeeper.ui.arrivals import Arrivals
from shopkeeper.ui.at_the_card import AtTheCard
from shopkeeper.ui.bridge import Bridge
from shopkeeper.ui.buttons import CounterButtons
from shopkeeper.ui.counter import AtTheCounter
from shopkeeper.ui.doorbell import Doorbell
from shopkeeper.ui.dress import SYSTEM, THEMES, remember_that_it_asks
from shopkeeper.ui.given import Given
from shopkeeper.ui.half_written import HalfWritten
from shopkeeper.ui.hours import Hours
from shopkeeper.ui.keys import CounterKeys
from shopkeeper.ui.needs import DoneShown
from shopkeeper.ui.opening import Opening
from shopkeeper.ui.outside import Outside
from shopkeeper.ui.past.place import PastPlace
from shopkeeper.ui.renewal import Renewal
from shopkeeper.ui.resting import Resting
from shopkeeper.ui.say import say
from shopkeeper.ui.scans import Scans
from shopkeeper.ui.theme import TEXT_STEP, Role, theme_of
from shopkeeper.ui.waiting import Key
from shopkeeper.ui.window import Window


class App(QObject):
    """Holds the parts together for as long as the window is open."""

    def __init__(
        self, app: QApplication, given: Given, window: Window, ask_for_file: ask.AskForFile = ask.for_contacts_file
    ) -> None:
        """The window is there already, perhaps on the screen; its counter is brought in."""
        super().__init__()
        self._app, self._given, self.window = app, given, window
        self._crashing = self._closing = False
        self.look = window.kit.look
        window.furnish()
        self.bridge = Bridge(self)
        self.counter = AtTheCounter(self.window, self.bridge)
        self._keys = CounterKeys(self.window, self.bridge, self.counter)
        self.at_card = AtTheCard(self.window, self.bridge, self.counter)
        self._album = Album(window.kit.avatars.photos, self.bridge)
        self._half_written = HalfWritten(self.window, self.counter)
        self._buttons = CounterButtons(self.window, self.bridge, self.counter)
        self._scans = Scans(self.window, self.bridge, self.counter)
        self.past = PastPlace(self.window, self.bridge, self.counter)
        self.at_card.history_asked.connect(self.past.open_history)
        self.opening = Opening(self.window, self.bridge, given.door)
        self.arrivals = Arrivals(self.window, self.bridge, self.counter, ask_for_file)
        self.renewal = Renewal(self.window, self.bridge, self.arrivals)
        self.hours = Hours(self.bridge.now, self)
        self._resting = Resting(self.bridge.ask, self)
        self._bell = Doorbell(Outside(self.bridge, self.arrivals, self._come_forward).answer, self)
        self._connect()

    def _connect(self) -> None:
        window = self.window
        window.on_key = self._key_pressed
        window.on_key_up = self._keys.released
        window.hidden.connect(lambda: window.card_place.card.reveal(False))
        window.closed.connect(self._app.quit)
        window.may_close = self._may_close
        window.came_back.connect(self.hours.came_back)
        window.rail.search.typed.connect(self.hours.touched)
        self.hours.day_turned.connect(self.counter.refresh)
        self.hours.quiet.connect(self._rest)
        self.hours.stirred.connect(self._resting.stop)
        self.bridge.closing.connect(self._resting.stop)
        self._resting.rested.connect(_tidy_up)
        self.hours.quiet.connect(self.past.evening.begin)
        self.bridge.waited.connect(self.counter.tell)
        self.bridge.kept_late.connect(self._kept_late)
        self.bridge.refused.connect(self._stay)
        self.bridge.settled.connect(self._settled)
        window.file_dropped.connect(lambda name: self.arrivals.begin(Path(name)))
        self.opening.opened.connect(self._opened)
        self.opening.bring_in_asked.connect(self.arrivals.ask_for_file)
        self.opening.closed.connect(window.close)
        self.opening.asked.connect(lambda asks: remember_that_it_asks(self._given, asks))
        self.counter.bring_in_asked.connect(self.arrivals.ask_for_file)
        self._buttons.pressed.connect(self._pressed)
        self._app.styleHints().colorSchemeChanged.connect(self._follow_system)

    def close(self) -> None:
        """End what is at work, close the book."""
        self.arrivals.close()
        self.bridge.close()

    def crashed(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """The one crash path: to the log without names, and one page in plain words."""
        self._given.report(kind, error, trace)
        if self._crashing or not issubclass(kind, Exception):
            return
        self._crashing = True
        page = self.window.trouble
        page.tell_crash()
        page.pressed.connect(self._after_crash, Qt.ConnectionType.UniqueConnection)
        self.window.show_page(page)

    def _after_crash(self, verb: str) -> None:
        if verb not in ("go-on", "close-program"):
            return
        self._crashing = False
        self.window.trouble.pressed.disconnect(self._after_crash)
        if verb == "close-program":
            self.window.close()
        elif self.bridge.book is None:
            self.opening.begin()
        else:
            self.counter.begin()

    def begin(self) -> None:
        """The window is on the screen: open the book."""
        self._follow_system(self._app.styleHints().colorScheme())
        self.window.setWindowIcon(self.window.kit.icons.icon("shop", Role.ACCENT, 64))
        # Before the book: should that fail, a second start is still answered.
        if self._given.listen is not None:
            self._given.listen(self._bell.ring)
        self.opening.begin(demo=self._given.straight_to_demo)
        if self._given.bring_in is not None:
            self.arrivals.begin(self._given.bring_in)

    def _kept_late(self, key: Key, done: DoneShown) -> None:
        """What had waited is written down: shown as if it had been at once, unless somebody else is looked up now."""
        self.hours.touched()
        if key == ("make", self.window.rail.search.text().strip()):
            self.bridge.made.emit(done)
            return
        self.counter.refresh()
        self.counter.tell(done.name)

    def _may_close(self) -> bool:
        """Pressed once, the window waits for what is not written down yet; pressed twice, the program does."""
        if not (self.counter.pile.clear() and self._half_written.may_go()):
            return False
        if not self.bridge.is_waiting or self._closing:
            return True
        self._closing = True
        self.counter.tell(translate("waiting", "Shopkeeper closes as soon as this is written down."))
        return False

    def _settled(self) -> None:
        if self._closing:
            self.window.close()

    def _stay(self, _why: Phrase) -> None:
        """What waited could not be written down: whoever asked to close has to read that first."""
        self._closing = False

    def _rest(self) -> None:
        if self.arrivals.is_busy or self.bridge.is_waiting:
            self.hours.touched()
        else:
            self._resting.begin()

    def _key_pressed(self, event: QKeyEvent) -> bool:
        self.hours.touched()
        if event.key() == Qt.Key.Key_F9:
            self.window.blank.fall()
            return True
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and self._look_key(event.key()):
            return True
        if self.window.is_at_counter():
            return self.at_card.pressed(event) or self.past.pressed(event) or self._keys.pressed(event)
        if event.key() == Qt.Key.Key_Escape:
            if not self.arrivals.escape():
                self.opening.escape()
            return True
        return False

    def _look_key(self, key: int) -> bool:
        match key:
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal:
                self._use_text_size(self.look.text_size + TEXT_STEP)
            case Qt.Key.Key_Minus:
                self._use_text_size(self.look.text_size - TEXT_STEP)
            case Qt.Key.Key_0:
                self._use_text_size(100)
            case Qt.Key.Key_D:
                self.use_theme(THEMES[(THEMES.index(self.look.theme.name) + 1) % len(THEMES)])
            case _:
                return False
        return True

    def _use_text_size(self, size: int) -> None:
        self.look.use(text_size=size)
        self._given.keep("text-size", str(self.look.text_size))

    def use_theme(self, name: str) -> None:
        """Day, night, contrast, or what the system says."""
        self._given.keep("theme", name)
        if name == SYSTEM:
            self._follow_system(self._app.styleHints().colorScheme())
        else:
            self.look.use(theme=name)

    def _follow_system(self, scheme: Qt.ColorScheme) -> None:
        """Remembered, since the first picture is painted before the system can be asked."""
        theme = theme_of(scheme)
        if theme != (self._given.recall("system-theme") or "day"):
            self._given.keep("system-theme", theme)
        if (self._given.recall("theme") or SYSTEM) == SYSTEM:
            self.look.use(theme=theme)

    def _opened(self) -> None:
        self.counter.may_leave_demo = self.opening.is_first_start
        book = self.bridge.book
        self.window.notice.tell(say(_ONLY_SHOWN) if book is not None and book.is_read_only else "")
        self.counter.begin()
        self.hours.begin()
        _settle()

    def _pressed(self, verb: str) -> None:
        if verb == "leave-demo":
            self.opening.first_start()
        if verb == "summary":
            self.arrivals.show_summary()

    def _come_forward(self) -> None:
        self.window.setWindowState(self.window.windowState() & ~Qt.WindowState.WindowMinimized)
        self.window.show()
        self.window.raise_()
        self.window.activateWindow()


def _settle() -> None:
    """Tidy up as the book opens: what is here stays to the end, and to look through all of it takes 50 ms."""
    gc.unfreeze()
    _tidy_up()
    gc.freeze()


def _tidy_up() -> None:
    """Let go, while no key waits, of what came since the book was opened and nobody uses any more."""
    # PySide has the source of every module read at its import, and kept: 5 MB that nobody reads again.
    linecache.clearcache()
    gc.collect()
    give_back()


_ONLY_SHOWN: Final = translate(
    "window", "Cannot save here: the book can be looked at, and nothing new can be written down. Check the disk."
)
