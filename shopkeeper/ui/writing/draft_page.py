"""The draft on the paper: what was typed into the search box, as large chips, and what Enter does with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QWidget

from shopkeeper.domain.phrase import Phrase, translate
from shopkeeper.ui import a11y
from shopkeeper.ui.say import say
from shopkeeper.ui.theme import Face, Role
from shopkeeper.ui.widgets.drawn import Drawn
from shopkeeper.ui.widgets.kit import Kit
from shopkeeper.ui.widgets.typeset import Run, Writing
from shopkeeper.ui.writing.chips import Chips

if TYPE_CHECKING:
    from shopkeeper.usecases.tell import Heard

# From here on, large text needs the room that keys and margins take.
_LARGE: Final = 1.5


class DraftPage(QWidget):
    """A heading that says whom Enter writes it down for, the chips, and the buttons that do what the keys do."""

    entered = Signal()
    another = Signal()  # somebody else of the same name

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(parent)
        self._kit = kit
        self._padding, self._aside = 28, 0
        self._heading = _Heading(kit, self)
        self.chips = Chips(kit, self, Face.TITLE)
        self._keep = self._button(translate("writing", "Write it down  (Enter)"))
        self._keep.setProperty("place", "primary")
        self._another = self._button(translate("writing", "Someone else of this name  (Ctrl+Enter)"))
        self._keep.clicked.connect(self.entered)
        self._another.clicked.connect(self.another)
        self.chips.entered.connect(self.entered)
        self.chips.grown.connect(self._place)
        kit.look.changed.connect(self._place)
        self.hide()

    def _button(self, words: Phrase) -> QPushButton:
        button = QPushButton(say(words), self)
        button.setAutoDefault(True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        a11y.named(button, say(words))
        return button

    def show_heard(self, heard: Heard, name: str) -> None:
        """What is typed now, about whoever has this name."""
        self._heading.tell(say(_heading(heard).with_values(name=name)), say(_below(heard)))
        self._keep.setVisible(not heard.several and not heard.asks_whose)
        self._another.setVisible(not heard.is_new and not heard.kin)
        self.chips.show_heard(heard)
        self._place()

    def keep_clear(self, padding: int, aside: int) -> None:
        """How far everything stands from the paper's edge, and how much of the top is for the eye and the curtain."""
        if (padding, aside) != (self._padding, self._aside):
            self._padding, self._aside = padding, aside
            self._place()

    def in_order(self) -> list[QWidget]:
        """What Tab goes through."""
        return [*self.chips.in_order(), self._keep, self._another]

    def spoken(self) -> str:
        """What a screen reader hears first."""
        return self._heading.accessibleName()

    def resizeEvent(self, event: object) -> None:
        """Everything keeps its place."""
        self._place()

    def _place(self) -> None:
        look, left = self._kit.look, self._padding
        width = self.width() - 2 * left
        if width < 120:
            return
        large = look.scale > _LARGE
        y = 12 if large else look.space(22)
        self.chips.strip.use(Face.LINE if large else Face.TITLE)
        beside = width - self._aside
        tall = self._heading.lay_out(beside, large=large)
        self._heading.setGeometry(self.width() - left - beside if self.isRightToLeft() else left, y, beside, tall)
        y += tall + (8 if large else look.space(16))
        shown = [button for button in (self._keep, self._another) if not button.isHidden()]
        stacked = sum(button.sizeHint().width() + 8 for button in shown) > width
        high = max(44, self._keep.sizeHint().height())
        foot = (len(shown) if stacked else min(1, len(shown))) * (high + 8)
        chips = self.chips.lay(width, self.height() - y - foot - 16)
        self.chips.setGeometry(left, y, width, chips)
        y += chips + 12
        x = 0
        for button in shown:
            wide = min(button.sizeHint().width(), width)
            button.setGeometry(self.width() - left - x - wide if self.isRightToLeft() else left + x, y, wide, high)
            x, y = (0, y + high + 8) if stacked else (x + wide + 8, y)


class _Heading(Drawn):
    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(kit, parent)
        self._words = ("", "")
        self._writings: tuple[Writing, ...] = ()

    def tell(self, heading: str, below: str) -> None:
        """Other words; a screen reader is told when it is somebody else."""
        if (heading, below) == self._words:
            return
        if heading != self._words[0]:
            a11y.announce(self, heading)
        self._words = (heading, below)
        a11y.named(self, ". ".join((heading, below)))
        self.update()

    def lay_out(self, width: int, *, large: bool) -> int:
        """Both, on as many lines as they need; where the text is large, the chips need the room of the second."""
        heading, below = self._words
        runs = [Run(heading, Face.TITLE if large else Face.HEADING, Role.INK)]
        if not large:
            runs.append(Run(below, Face.SECOND, Role.SOFT))
        self._writings = tuple(self._set((run,), width) for run in runs)
        return round(sum(writing.height for writing in self._writings) + 4)

    def paintEvent(self, event: QPaintEvent) -> None:
        """One below the other."""
        painter, y = QPainter(self), 0.0
        for writing in self._writings:
            writing.draw(painter, 0, y)
            y += writing.height + 4


def _heading(heard: Heard) -> Phrase:
    if heard.asks_whose:
        return translate("writing", "Whose {kin} is this?", "a family word as typed").with_values(kin=heard.kin)
    if heard.several:
        many = len(heard.several)
        return translate("writing", "%n people are called {name}", "what is typed may be about any of them", many)
    if heard.is_new:
        return translate("writing", "Enter writes this down: {name}, new", "what is typed, about someone new")
    return translate("writing", "Enter writes this down for {name}, who is here already")


def _below(heard: Heard) -> Phrase:
    if heard.asks_whose:
        return translate("writing", "Choose that person first and write it in their line.")
    if heard.several:
        return translate("writing", "Choose on the left whom you mean (Down), or Ctrl+Enter writes someone new down.")
    if heard.is_new or heard.kin:
        return translate("writing", "Alt+Up goes to what was understood, Esc clears it.")
    return translate(
        "writing", "Alt+Up goes to what was understood, Ctrl+Enter makes someone else of this name, Esc clears it."
    )
