"""Everything that is kept about one person, kind by kind; each line opens as a form."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

from shopkeeper.domain.household import Household
from shopkeeper.domain.phrase import translate
from shopkeeper.domain.record import Uid
from shopkeeper.ui.forms.headed import SIDE, Headed
from shopkeeper.ui.forms.kept_block import KeptBlock
from shopkeeper.ui.forms.kept_row import KeptRow
from shopkeeper.ui.forms.leave_block import LeaveBlock
from shopkeeper.ui.forms.needs import KeptSection
from shopkeeper.ui.say import say
from shopkeeper.ui.sheets.page import button
from shopkeeper.ui.theme import Face, Role
from shopkeeper.ui.widgets.drawn import Text
from shopkeeper.ui.widgets.kit import Kit
from shopkeeper.usecases.leave import Leaving

_GAP: Final = 12
# Two columns stand beside each other when each has this much room, at 100 % text.
_COLUMN: Final = 350


class PersonSheet(Headed):
    """The sheet in the order of the card. Arrow keys go from line to line, Enter or F2 opens one."""

    opened = Signal(str)  # the uid of a kept thing
    wanted = Signal(object)  # the kind of thing that is to be added
    history_asked = Signal()
    leave_taken = Signal(object)  # Leaving
    closed = Signal()

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(kit, ("book", Role.ACCENT, Role.ACCENT_FILL), parent)
        self.history = button(say(translate("form", "History  (Ctrl+H)")), self.head)
        self.history.clicked.connect(self.history_asked)
        self.back = button(say(translate("form", "Back  (Esc)")), self.head)
        self.back.clicked.connect(self.closed)
        foot = translate("form", "Everything here could be shown to the person it is about.")
        self._foot = Text(kit, Face.SMALL, Role.SOFT, self.ground, say(foot))
        self.blocks: tuple[KeptBlock, ...] = ()
        self.leaving: LeaveBlock | None = None

    def show_person(self, name: str, sections: tuple[KeptSection, ...], leavings: tuple[Leaving, ...] = ()) -> None:
        """Somebody's sheet, or the same one after something changed: the caret stays on its line."""
        caret: QWidget | None = self.window().focusWidget()
        at = caret.line.uid if isinstance(caret, KeptRow) else ""
        if caret is not None and self.ground.isAncestorOf(caret):
            self.back.setFocus(Qt.FocusReason.OtherFocusReason)
        for block in (*self.blocks, *((self.leaving,) if self.leaving else ())):
            block.hide()
            block.deleteLater()
        self.leaving = LeaveBlock(self.kit, leavings, self.ground) if leavings else None
        if self.leaving:
            self.leaving.confirmed.connect(self.leave_taken)
            self.leaving.grew.connect(self._show_leaving)
            self.leaving.show()
        self.heading.tell(say(translate("form", "Everything that is kept")), name)
        # Where nothing is kept and nothing can be added, there is nothing to say.
        told = (one for one in sections if one.lines or one.can_add or one.kind is Household)
        self.blocks = tuple(KeptBlock(self.kit, section, self.ground) for section in told)
        for block in self.blocks:
            block.opened.connect(self.opened)
            block.wanted.connect(self.wanted)
            block.show()
        self.arrange()
        if at:
            self.begin(at)

    def begin(self, at: Uid = "") -> None:
        """The caret goes to the line of this uid, or to the first."""
        stops = self.stops()
        rows = [row for block in self.blocks for row in block.rows]
        begin: QPushButton = next((row for row in rows if row.line.uid == at), stops[0])
        begin.setFocus(Qt.FocusReason.OtherFocusReason)
        self.ensureWidgetVisible(begin)

    def stops(self) -> tuple[QPushButton, ...]:
        """Every line and every button that adds one, in the order of the sheet; the last one leads back."""
        found: list[QPushButton] = []
        for block in self.blocks:
            found += [*block.rows, *(() if block.add.isHidden() else (block.add,))]
        return (*found, *(self.leaving.stops() if self.leaving else ()), self.history, self.back)

    def reveal(self, revealed: bool) -> None:
        """Show the private lines while a key is held."""
        for block in self.blocks:
            for row in block.rows:
                row.reveal(revealed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back, F8 uncovers, Ctrl+H tells what was done, the arrow keys go from line to line."""
        match event.key():
            case Qt.Key.Key_Escape if self.leaving is not None and self.leaving.is_asking:
                self.leaving.give_up()
            case Qt.Key.Key_Escape:
                self.closed.emit()
            case Qt.Key.Key_F8:
                self.reveal(True)
            case Qt.Key.Key_H if event.modifiers() == Qt.KeyboardModifier.ControlModifier:
                self.history_asked.emit()
            case Qt.Key.Key_Down | Qt.Key.Key_Up:
                self._step(1 if event.key() == Qt.Key.Key_Down else -1)
            case _:
                super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """The private lines go as soon as the key does."""
        if event.key() == Qt.Key.Key_F8 and not event.isAutoRepeat():
            self.reveal(False)
        super().keyReleaseEvent(event)

    def ways(self) -> tuple[QPushButton, ...]:
        """What was done, and back."""
        return self.history, self.back

    def place(self, width: int, height: int) -> int:
        """One column, or two that are about equally tall."""
        inner = width - 2 * SIDE
        top = 4
        two = (inner - _GAP) / 2 >= _COLUMN * self.kit.look.scale
        wide = (inner - _GAP) // 2 if two else inner
        heights = [block.lay(wide) for block in self.blocks]
        first = _half(heights) if two else len(heights)
        ends = []
        for column, (start, end) in enumerate(((0, first), (first, len(heights)))):
            y, x = top, SIDE + column * (wide + _GAP)
            for block, tall in zip(self.blocks[start:end], heights[start:end], strict=True):
                block.setGeometry(width - x - wide if self.isRightToLeft() else x, y, wide, tall)
                y += tall + _GAP
            ends.append(y)
        y = max(ends)
        if self.leaving is not None:
            tall = self.leaving.lay(inner)
            self.leaving.setGeometry(SIDE, y, inner, tall)
            y += tall + _GAP
        tall = self._foot.lay(inner)
        self._foot.setGeometry(SIDE, y + 4, inner, tall)
        return y + tall + 24

    def _show_leaving(self) -> None:
        self.arrange()
        if self.leaving is not None:
            self.ensureWidgetVisible(self.leaving)

    def _step(self, step: int) -> None:
        stops = self.stops()
        now = self.focusWidget()
        at = next((n for n, stop in enumerate(stops) if stop is now), -step)
        next_ = stops[max(0, min(len(stops) - 1, at + step))]
        next_.setFocus(Qt.FocusReason.TabFocusReason)
        self.ensureWidgetVisible(next_)


def _half(heights: list[int]) -> int:
    """After how many of these the first column ends, so that both are about equally tall."""
    whole, so_far = sum(heights), 0
    for n, tall in enumerate(heights):
        if so_far + tall / 2 >= whole / 2:
            return n
        so_far += tall
    return len(heights)
