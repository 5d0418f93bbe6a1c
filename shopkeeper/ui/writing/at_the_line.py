"""At the line: what is typed at the foot of a card stays with the person of that card, until it is kept."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QLocale, QObject, Qt

from shopkeeper.capture.chip import Chip, Whose
from shopkeeper.ui.bridge import Bridge
from shopkeeper.ui.lookup.search_box import SearchField
from shopkeeper.ui.needs import CardShown, Uid
from shopkeeper.ui.writing.hearing import Hearing
from shopkeeper.ui.writing.write_line import WriteLine


class AtTheLine(QObject):
    """Joins the write line to the book: nothing that was typed for one person is ever written to another."""

    def __init__(self, line: WriteLine, bridge: Bridge, search: SearchField) -> None:
        """`search` is where Esc leads to."""
        super().__init__(line)
        self._line, self._bridge, self._search = line, bridge, search
        self._uid: Uid = ""
        self._typed: dict[Uid, str] = {}  # what is typed and not kept, for whom
        self._hearings: dict[Uid, Hearing] = {}
        self._connect()

    def _connect(self) -> None:
        self._bridge.carded.connect(self._carded)
        self._bridge.closing.connect(self._forget)
        self._line.typed.connect(self._type)
        self._line.entered.connect(self._keep)
        self._line.left.connect(self._go_back)
        self._line.chips.turned.connect(lambda chip: self._change(lambda one: one.turn(chip)))
        self._line.chips.dropped.connect(lambda chip: self._change(lambda one: one.drop(chip)))
        self._line.chips.given.connect(self._give)

    def unkept(self) -> dict[Uid, str]:
        """What is typed and not kept, for whom."""
        return {uid: text for uid, text in self._typed.items() if text.strip()}

    def _go_back(self) -> None:
        """The next letters are the next name."""
        self._search.setFocus(Qt.FocusReason.OtherFocusReason)
        self._search.selectAll()

    def _carded(self, card: CardShown) -> None:
        """Somebody's card: the line is theirs. The same card once more may know more than before."""
        changed, self._uid = card.person_uid != self._uid, card.person_uid
        text = self._typed.get(self._uid, "")
        if not text and not self._line.text():
            return
        if changed:
            self._line.chips.leave()
            self._line.swap(text)
        self._hear(text)

    def _type(self, text: str) -> None:
        if text:
            self._typed[self._uid] = text
        else:
            self._forget_of(self._uid)
        self._hear(text)

    def _hear(self, text: str) -> None:
        hearing = self._hearings.setdefault(self._uid, Hearing()) if text.strip() else None
        if hearing is None:
            self._hearings.pop(self._uid, None)
            self._line.show_heard(None)
            return
        uid, language = self._uid, QLocale().name()
        hearing.hear(self._bridge.ask(lambda book: book.writing.listen(text, uid, language)))
        self._line.show_heard(hearing.heard)

    def _change(self, change: Callable[[Hearing], None]) -> None:
        if (hearing := self._hearings.get(self._uid)) is not None:
            change(hearing)
            self._line.show_heard(hearing.heard)

    def _give(self, chip: Chip, whose: Whose) -> None:
        self._change(lambda one: one.give(chip, whose))

    def _keep(self) -> None:
        """Enter: all of it is one act. What is refused stays as it is typed."""
        hearing = self._hearings.get(self._uid)
        heard = hearing.answered() if hearing else None
        if heard is None:
            return
        uid, text = self._uid, self._line.text()
        is_in_line = self._line.isAncestorOf(self._line.window().focusWidget())
        key = ("tell", uid, text)
        self._bridge.keep(key, lambda book: book.writing.keep(heard), lambda _done: self._kept(uid, text, is_in_line))

    def _kept(self, uid: Uid, text: str, is_in_line: bool, /) -> None:
        """It is written down, perhaps a while after Enter: what was typed since then stays."""
        if self._typed.get(uid) != text:
            return
        self._forget_of(uid)
        if uid == self._uid:
            self._line.swap("")
            self._hear("")
            if is_in_line:
                self._line.begin()

    def _forget_of(self, uid: Uid) -> None:
        self._typed.pop(uid, None)
        self._hearings.pop(uid, None)

    def _forget(self) -> None:
        """The book is closed."""
        self._typed.clear()
        self._hearings.clear()
        self._uid = ""
        self._line.swap("")
        self._line.show_heard(None)
