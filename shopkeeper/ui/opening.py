"""Opening: from the first picture on the screen to an open book, with every way that it can go otherwise."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from shopkeeper.domain.phrase import Phrase, translate
from shopkeeper.ui.bridge import Bridge
from shopkeeper.ui.needs import Book, Door, Refusal, Start, Why
from shopkeeper.ui.say import said, say
from shopkeeper.ui.sheets.passphrase import Passphrase
from shopkeeper.ui.window import Window


class Opening(QObject):
    """Asks the door for a book: a new one, one's own, or Demo Street."""

    opened = Signal()
    bring_in_asked = Signal()  # the book was made in order to bring people in
    closed = Signal()
    asked = Signal(bool)  # whether this book is opened by a passphrase

    def __init__(self, window: Window, bridge: Bridge, door: Callable[[], Door]) -> None:
        super().__init__(window)
        self._window, self._bridge, self._way = window, bridge, door
        self._door: Door | None = None
        self._then_bring_in = self._making = False
        self._joined: set[str] = set()
        self._wrong = 0  # passphrases, one after the other
        self._held = ""  # one that is tried when the short wait is over
        self._short_wait = self._timer(self._try_held)
        self._look_again = self._timer(lambda: self._then())
        self._looks = 0
        self._then: Callable[[], None] = self.begin
        # Demo Street chosen at the first start is a look around: one's own book is still to be made.
        self.is_first_start = False

    @property
    def has_begun(self) -> bool:
        """Whether the door was asked already."""
        return self._door is not None

    def begin(self, *, demo: bool = False) -> None:
        """Called after the first paint: only now is the store imported."""
        if self._door is None:
            self._door = self._way()
        if demo:
            self.demo()
            return
        match self._door.start():
            case Start.ASKING:
                self._wait_for_keychain(self.begin)
                return
            case Start.READY:
                self.asked.emit(False)
                self._take(self._door.open(None))
            case Start.ASK:
                self.asked.emit(True)
                self._ask()
            case Start.NO_BOOK:
                self.first_start()
            case Refusal() as refusal:
                self._show_refusal(refusal)
        self._window.rail.search.cover(covered=False)
        self._stop_waiting()

    def first_start(self) -> None:
        """The three choices."""
        self.is_first_start = True
        page = self._window.first_start
        if "first" not in self._joined:
            self._joined.add("first")
            page.demo_chosen.connect(self.demo)
            page.own_chosen.connect(lambda: self._make(then_bring_in=False))
            page.bring_in_chosen.connect(lambda: self._make(then_bring_in=True))
        self._window.show_page(page)
        page.choices()[0].setFocus()

    def demo(self) -> None:
        """Demo Street, of which nothing is kept."""
        if self._door is not None:
            self._take(self._door.demo())

    def escape(self) -> None:
        """Esc on a page of the opening: from making a book back to the choices."""
        if self._making and self._window.pages.currentWidget() is self._window.passphrase:
            self._making = False
            self._window.passphrase.forget()
            self.first_start()

    def _make(self, *, then_bring_in: bool) -> None:
        self._then_bring_in = then_bring_in
        if self._door is None:
            return
        has_keychain = self._door.has_keychain
        if has_keychain is None:
            self._wait_for_keychain(lambda: self._make(then_bring_in=then_bring_in))
            return
        self._stop_waiting()
        if has_keychain:
            self._take(self._door.create(None))
        else:
            self._making = True
            self._passphrase_page().ask_for_new()

    def _ask(self) -> None:
        self._making = False
        # Whoever types at once, by habit, types the passphrase: it must not stay where everybody can read it.
        box = self._window.rail.search
        typed = box.text()
        box.put("")
        self._passphrase_page().ask_to_open(typed)

    def _passphrase_page(self) -> Passphrase:
        page = self._window.passphrase
        if "passphrase" not in self._joined:
            self._joined.add("passphrase")
            page.given.connect(self._given)
            page.left.connect(self.escape)
        self._window.show_page(page)
        return page

    def _timer(self, over: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.timeout.connect(over)
        return timer

    def _wait_for_keychain(self, then: Callable[[], None]) -> None:
        """Look again in a moment; whoever has to wait for longer than a blink is told what for."""
        self._then = then
        self._looks += 1
        if self._looks == _BLINK:
            self._window.notice.tell(say(_ASKING))
        self._look_again.start(_LOOK_MS)

    def _stop_waiting(self) -> None:
        if self._looks >= _BLINK:
            self._window.notice.tell("")
        self._looks = 0

    def _given(self, passphrase: str) -> None:
        if self._short_wait.isActive():
            self._held = passphrase
            self._window.passphrase.say_trouble(say(_SHORT_WAIT))
        else:
            self._try(passphrase)

    def _try_held(self) -> None:
        held, self._held = self._held, ""
        # Whoever has typed on meanwhile tries that, and not what was there before.
        if held and self._window.passphrase.first.text() == held:
            self._try(held)

    def _try(self, passphrase: str) -> None:
        if self._door is None:
            return
        answer = self._door.create(passphrase) if self._making else self._door.open(passphrase)
        if isinstance(answer, Refusal) and (self._making or answer.why is Why.WRONG_PASSPHRASE):
            self._window.passphrase.say_trouble(_in_words(answer))
            if not self._making:
                self._wrong += 1
                if wait := wait_after(self._wrong):
                    self._short_wait.start(wait * 1000)
            return
        self._wrong = 0
        self._window.passphrase.forget()
        self._take(answer)

    def _take(self, answer: Book | Refusal) -> None:
        if isinstance(answer, Refusal):
            self._show_refusal(answer)
            return
        self._making = False
        self._bridge.close()
        self._bridge.take(answer)
        self.opened.emit()
        if self._then_bring_in:
            self._then_bring_in = False
            self.bring_in_asked.emit()

    def _show_refusal(self, refusal: Refusal) -> None:
        page = self._window.trouble
        if "trouble" not in self._joined:
            self._joined.add("trouble")
            page.pressed.connect(self._trouble_pressed)
        page.tell(
            say(_heading(refusal.why)),
            [said(words) for words in (refusal.happened, refusal.kept, refusal.to_do) if words is not None],
            [
                ("close", say(translate("opening", "Close"))),
                ("demo", say(translate("opening", "Look around Demo Street"))),
                ("again", say(translate("opening", "Try again"))),
            ],
        )
        self._window.show_page(page)

    def _trouble_pressed(self, verb: str) -> None:
        match verb:
            case "again":
                self.begin()
            case "demo":
                self.demo()
            case "close":
                self.closed.emit()


def wait_after(wrong: int) -> int:
    """Seconds before the next passphrase is tried: nothing for a slip or two, half a minute for a guesser."""
    return 0 if wrong < 3 else min(2 ** (wrong - 3), 30)


_LOOK_MS: Final = 20
# So many looks are half a second.
_BLINK: Final = 25
_ASKING: Final = translate(
    "opening", "Waiting for the keychain of this computer. If it asks for its password, please type it there."
)
_SHORT_WAIT: Final = translate(
    "opening", "After several wrong ones there is a short wait. Stay here: this one is tried in a moment."
)


def _heading(why: Why) -> Phrase:
    match why:
        case Why.DAMAGED:
            return translate("opening", "The book cannot be read")
        case Why.TOO_NEW:
            return translate("opening", "This book is from a newer Shopkeeper")
        case Why.MISSING:
            return translate("opening", "A part of the book is missing")
        case Why.BUSY:
            return translate("opening", "The book is in use")
        case _:
            return translate("opening", "The book was not opened")


def _in_words(refusal: Refusal) -> str:
    return " ".join(said(words) for words in (refusal.happened, refusal.kept, refusal.to_do) if words is not None)
