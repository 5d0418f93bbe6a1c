"""Bring people in: how far it is, what came in, what could not be read, and how to take it all back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from shopkeeper.domain.phrase import Phrase, translate
from shopkeeper.ui import a11y
from shopkeeper.ui.say import isolated, number, say
from shopkeeper.ui.sheets.page import button
from shopkeeper.ui.sheets.report import Report
from shopkeeper.ui.sheets.scrolled import Scrolled
from shopkeeper.ui.sheets.tile import Tile
from shopkeeper.ui.theme import Face, Role
from shopkeeper.ui.widgets.drawn import Text
from shopkeeper.ui.widgets.kit import Kit


class BringIn(Scrolled):
    """One sheet from the file to the summary."""

    cancelled = Signal()
    taken_back = Signal()
    left = Signal()

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent)
        self._act = self._file = ""
        self._new = self._changed = self._lists = 0
        self._build()
        self._connect()

    def _build(self) -> None:
        ground = self.ground
        self._title = Text(self.kit, Face.HEADING, Role.INK, ground, say(translate("bring-in", "Bring people in")))
        self._about = Text(self.kit, Face.SECOND, Role.SOFT, ground)
        self._cancel = button(say(translate("bring-in", "Cancel")), ground)
        self._back = button(say(translate("bring-in", "Take it back")), ground)
        self._counter = button(say(translate("bring-in", "To the counter  (Esc)")), ground, primary=True)
        self._tiles = [Tile(self.kit, role, ground) for role in (Role.ACCENT, Role.ASK, Role.TIME)]
        self._report = Report(self.kit, ground)

    def _connect(self) -> None:
        self._cancel.clicked.connect(self.cancelled)
        self._back.clicked.connect(self.taken_back)
        self._counter.clicked.connect(self.left)

    @property
    def act(self) -> str:
        """The act that brought these people in, to be taken back as a whole."""
        return self._act

    def begin(self, file: str) -> None:
        """A file is being read."""
        self._act, self._file = "", file
        self._about.tell(isolated(file))
        self._show(running=True)
        meanwhile = translate("bring-in", "You can go on at the counter meanwhile: Esc goes back, and this goes on.")
        self._report.begin(say(translate("bring-in", "Reading the file")), say(meanwhile))
        self.arrange()

    def progress(self, at: int, of: int) -> None:
        """So many cards, of so many."""
        words = translate("bring-in", "{at} of {of} cards", "how far the bringing in is")
        heading = say(words.with_values(at=number(at), of=number(of))) if of else self._report.heading()
        self._report.progress(at, of, heading)

    def begin_taking_back(self) -> None:
        """The people who came in are taken out again."""
        self._show(running=True)
        self._cancel.hide()
        becomes = translate("bring-in", "The book becomes what it was before.")
        self._report.begin(say(translate("bring-in", "Taking it back")), say(becomes))
        self.arrange()

    def finish(self, told: Mapping[str, object]) -> None:
        """What came in, and what did not."""
        self._show(running=False)
        self._act = str(told.get("act") or "")
        new, known, changed, lists = (_count(told.get(name)) for name in ("new", "known", "changed", "lists"))
        self._new, self._changed, self._lists = new, changed, lists
        troubles = _troubles(told.get("troubles"))
        cards = translate(
            "bring-in", "{file} · %n card(s)", "the file, and how many cards are in it", _count(told.get("cards"))
        )
        self._about.tell(say(cards.with_values(file=self._file)))
        people = (
            translate("bring-in", "new person", "under the number 1")
            if new == 1
            else translate("bring-in", "new people", "under a number")
        )
        self._tiles[0].tell(new, say(people))
        already = (
            translate("bring-in", "already here: nothing new about them", "under a number")
            if not changed
            else translate("bring-in", "already here: only new facts added", "under a number")
        )
        self._tiles[1].tell(known, say(already))
        unread = (
            translate("bring-in", "could not be read: listed below", "under a number")
            if troubles
            else translate("bring-in", "could not be read", "under the number 0")
        )
        self._tiles[2].tell(len(troubles), say(unread))
        self._back.setVisible(bool(self._act))
        whole = "" if troubles else say(translate("bring-in", "Every card could be read."))
        if lists:
            groups = translate("bring-in", "Groups, not people: %n card(s).", "cards of a contacts file", lists)
            whole = " ".join(filter(None, (whole, say(groups))))
        self._report.tell(self._summary(new, known, len(troubles)), whole, troubles)
        self.take_focus()
        self.arrange()
        a11y.announce(self, self._report.heading())

    def sentence(self) -> Phrase:
        """The file and what came of it, in one line."""
        words = _came_of_it(self._new, self._changed, only_groups=self._lists > 0 and not self.troubles())
        return words.with_values(file=self._file)

    def fail(self, words: str) -> None:
        """Nothing was brought in, and why."""
        self._show(running=False)
        for tile in self._tiles:
            tile.hide()
        self._back.hide()
        otherwise = say(translate("bring-in", "The file could not be brought in. The book is as it was before."))
        self._report.tell(say(translate("bring-in", "Nothing was brought in")), words or otherwise)
        self.take_focus()
        self.arrange()

    def take_focus(self) -> None:
        """The one button that leads on; never while the counter is in front, where somebody may be typing."""
        if self.isVisible():
            (self._counter if self._cancel.isHidden() else self._cancel).setFocus()

    def buttons(self) -> tuple[QPushButton, ...]:
        """Cancel, take it back, to the counter."""
        return (self._cancel, self._back, self._counter)

    def troubles(self) -> list[str]:
        """The lines that say what could not be read."""
        return self._report.lines()

    def words(self) -> str:
        """What the block says below its heading."""
        return self._report.words()

    def heading(self) -> str:
        """What the block says first."""
        return self._report.heading()

    def _summary(self, new: int, known: int, troubles: int) -> str:
        if troubles:
            return say(translate("bring-in", "Could not be read"))
        if not new and known:
            return say(translate("bring-in", "Everyone in this file is already here"))
        if not new and self._lists:
            return say(translate("bring-in", "There is a group in this file, and nobody with a card of their own"))
        if not new:
            return say(translate("bring-in", "There was nobody in this file"))
        return say(translate("bring-in", "%n new person(s) brought in", "", new)) if new == 1 else say(
            translate("bring-in", "%n new people are in the book", "more than one", new)
        )  # fmt: skip

    def _show(self, *, running: bool) -> None:
        self._cancel.setVisible(running)
        self._back.setVisible(False)
        self._counter.setVisible(not running)
        for tile in self._tiles:
            tile.setVisible(not running)

    def show_bar(self) -> None:
        """It takes long."""
        self._report.show_bar()

    def place(self, width: int, height: int) -> int:
        """Title and buttons, the numbers, the list."""
        look = self.kit.look
        side, inner = 26, width - 52
        shown = [b for b in (self._cancel, self._back, self._counter) if not b.isHidden()]
        high = max((max(44, b.sizeHint().height()) for b in shown), default=44)
        x = side + inner
        for one in reversed(shown):
            wide = one.sizeHint().width()
            x -= wide
            left = width - x - wide if self.isRightToLeft() else x
            one.setGeometry(left, 20, wide, high)
            x -= 8
        room = max(120, x - side - 16)
        title = self._title.lay(room)
        beside = title <= high * 1.3 and room >= look.space(300)
        y = 20 + (0 if beside else high + 12)
        wide = room if beside else inner
        title = self._title.lay(wide)
        left = width - side - wide if self.isRightToLeft() else side
        self._title.setGeometry(left, y + (max(0, high - title) // 2 if beside else 0), wide, title)
        y = max(20 + high, y + title) + 8
        about = self._about.lay(inner)
        self._about.setGeometry(side, y, inner, about)
        y += about + 14
        y = self._place_tiles(side, y, inner)
        block = max(height - y - 20, look.space(220))
        self._report.setGeometry(side, y, inner, block)
        return y + block + 20

    def _place_tiles(self, left: int, y: int, width: int) -> int:
        shown = [tile for tile in self._tiles if not tile.isHidden()]
        if not shown:
            return y
        across = len(shown) if width / len(shown) > 170 * self.kit.look.scale else 1
        each = (width - 10 * (across - 1)) // across
        tall = max(tile.lay(each) for tile in shown)
        for i, tile in enumerate(shown):
            column = across - 1 - i % across if self.isRightToLeft() else i % across
            tile.setGeometry(left + column * (each + 10), y + (i // across) * (tall + 10), each, tall)
        return y + -(-len(shown) // across) * (tall + 10) + 4


def _came_of_it(new: int, changed: int, *, only_groups: bool) -> Phrase:
    if new:
        one = translate("bring-in", "{file}: {count} new person", "one")
        several = translate("bring-in", "{file}: {count} new people", "more than one")
        return (one if new == 1 else several).with_values(count=number(new))
    if changed:
        return translate("bring-in", "{file}: nobody new; new facts about %n", "people", changed)
    if only_groups:
        return translate("bring-in", "{file}: only the names of groups, nobody new")
    return translate("bring-in", "{file}: nothing new")


def _count(told: object) -> int:
    return told if isinstance(told, int) else 0


def _troubles(told: object) -> list[str]:
    if not isinstance(told, Sequence) or isinstance(told, str):
        return []
    lines = []
    for trouble in told:
        card, line, text = _count(trouble.get("card")), _count(trouble.get("line")), str(trouble.get("text") or "")
        where = (
            translate("bring-in", "Card {card}, line {line}: {words}", "what could not be read")
            if card
            else translate("bring-in", "Line {line}: {words}", "what could not be read")
        )
        lines.append(say(where.with_values(card=number(card), line=number(line), words=text)))
    return lines
