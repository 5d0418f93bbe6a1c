"""The household sheet: the family drawn, what is likely asked, and each household with what it shares."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from shopkeeper.domain.phrase import Phrase, translate
from shopkeeper.domain.record import Uid
from shopkeeper.ui.forms.headed import SIDE, Headed
from shopkeeper.ui.household.blocks import AloneBlock, HomeBlock, PictureBlock, QuestionBlock
from shopkeeper.ui.household.needs import Asking
from shopkeeper.ui.household.welcome import WelcomeBlock
from shopkeeper.ui.say import isolated, say
from shopkeeper.ui.sheets.page import button
from shopkeeper.ui.theme import Role
from shopkeeper.ui.widgets.kit import Kit
from shopkeeper.ui.widgets.stack import Stack
from shopkeeper.usecases.at_home import Family

_GAP: Final = 12
# Two columns stand beside each other when each has this much room, at 100 % text.
_COLUMN: Final = 380


class HouseholdSheet(Headed):
    """Arrow keys go from line to line, Enter opens one; Y and N answer the first question."""

    person_chosen = Signal(str)
    form_wanted = Signal(str)  # of a household
    welcomed = Signal(object, str, str)  # their uid, or the name of somebody new; what they are; the household or ""
    answered = Signal(object, bool)  # a suggestion
    split_wanted = Signal(str)
    closed = Signal()

    def __init__(self, kit: Kit, ask: Asking, parent: QWidget | None = None) -> None:
        super().__init__(kit, ("house", Role.ACCENT, Role.ACCENT_FILL), parent)
        self._ask = ask
        self._shown: Family | None = None
        self.back = button(say(translate("family", "Back  (Esc)")), self.head)
        self.back.clicked.connect(self.closed)
        self.picture: PictureBlock | None = None
        self.questions: QuestionBlock | None = None
        self.homes: tuple[HomeBlock, ...] = ()
        self.alone: AloneBlock | None = None
        self.welcome: WelcomeBlock | None = None

    def show_family(self, shown: Family) -> None:
        """Somebody's family, with the caret on the first line; after an answer, on the next question."""
        was_asking = self.questions is not None and self.questions.isAncestorOf(self.focusWidget())
        was_adding = self.welcome is not None
        for block in self._blocks():
            block.hide()
            block.deleteLater()
        self._shown, self.welcome = shown, None
        self.heading.tell(say(translate("family", "Household and family")), shown.name)
        has_family = len(shown.picture.places) > 1
        self.picture = PictureBlock(self.kit, shown.picture, self.ground) if has_family else None
        self.questions = QuestionBlock(self.kit, shown.suggestions, self.ground) if shown.suggestions else None
        self.homes = tuple(HomeBlock(self.kit, home, self.ground) for home in shown.homes)
        self.alone = None if self.homes else AloneBlock(self.kit, shown.name, self.ground)
        self._connect()
        for block in self._blocks():
            block.show()
        self.arrange()
        self._begin(was_asking=was_asking, was_adding=was_adding)

    def start(self) -> None:
        """It is in front, now or again: the caret goes to the first line."""
        self._begin(was_asking=False, was_adding=False)

    def refuse(self, why: Phrase) -> None:
        """Somebody could not be added, and why."""
        if self.welcome is not None:
            self.welcome.tell(why)
            self.arrange()

    def stops(self) -> tuple[QPushButton, ...]:
        """Everything that can be pressed, in the order of the sheet; the last one leads back."""
        found: list[QPushButton] = list(self.picture.drawing.portraits) if self.picture else []
        for row in self.questions.rows if self.questions else ():
            found += [row.yes, row.no]
        for home in self.homes:
            found += home.stops()
        return (*found, *((self.alone.welcome,) if self.alone else ()), self.back)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back, Y and N answer, the arrow keys go from line to line."""
        typing = isinstance(self.focusWidget(), QLineEdit)
        first = self.questions.rows[0] if self.questions and not typing else None
        match event.key():
            case Qt.Key.Key_Escape if self.welcome is not None:
                self._close_welcome()
            case Qt.Key.Key_Escape:
                self.closed.emit()
            case Qt.Key.Key_Y if first is not None:
                first.yes.click()
            case Qt.Key.Key_N if first is not None:
                first.no.click()
            case Qt.Key.Key_Down | Qt.Key.Key_Up if not typing:
                self._step(1 if event.key() == Qt.Key.Key_Down else -1)
            case _:
                super().keyPressEvent(event)

    def ways(self) -> tuple[QPushButton, ...]:
        """Only back."""
        return (self.back,)

    def place(self, width: int, height: int) -> int:
        """The drawing and the questions beside the households, or above them where there is no room."""
        inner = width - 2 * SIDE
        top = 4
        left = [block for block in (self.picture, self.questions) if block]
        right = [block for block in self._blocks() if block not in left]
        if not left or (inner - _GAP) / 2 < _COLUMN * self.kit.look.scale:
            return self._column(self._blocks(), SIDE, top, inner, width)
        wide = (inner - _GAP) // 2
        return max(
            self._column(left, SIDE, top, wide, width),
            self._column(right, SIDE + wide + _GAP, top, wide, width),
        )

    def _column(self, blocks: Sequence[Stack], x: int, y: int, wide: int, width: int) -> int:
        for block in blocks:
            tall = block.lay(wide)
            block.setGeometry(width - x - wide if self.isRightToLeft() else x, y, wide, tall)
            y += tall + _GAP
        return y + 12

    def _begin(self, *, was_asking: bool, was_adding: bool) -> None:
        """After an answer the next question, after somebody was added the next one; else from the top."""
        if was_asking and self.questions:
            first: QPushButton = self.questions.rows[0].yes
        elif was_adding and self.homes:
            first = self.homes[0].welcome
        else:
            first = self.stops()[0]
            self.ensureVisible(0, 0)
        first.setFocus(Qt.FocusReason.OtherFocusReason)
        self.ensureWidgetVisible(first)

    def _blocks(self) -> tuple[Stack, ...]:
        return tuple(block for block in (self.picture, self.questions, self.alone, *self.homes, self.welcome) if block)

    def _connect(self) -> None:
        if self.picture:
            self.picture.drawing.chosen.connect(self.person_chosen)
        if self.questions:
            self.questions.answered.connect(self.answered)
        if self.alone:
            self.alone.welcome.clicked.connect(lambda: self._open_welcome(""))
        for home in self.homes:
            home.person_chosen.connect(self.person_chosen)
            home.form_wanted.connect(self.form_wanted)
            home.split_wanted.connect(self.split_wanted)
            home.welcome_wanted.connect(self._open_welcome)

    def _open_welcome(self, home: Uid) -> None:
        self._close_welcome()
        name = isolated(self._shown.name) if self._shown else ""
        self.welcome = WelcomeBlock(self.kit, home, name, self._ask, self.ground)
        self.welcome.welcomed.connect(self.welcomed)
        self.welcome.given_up.connect(self._close_welcome)
        self.welcome.grew.connect(self._show_welcome)
        self.welcome.show()
        self._show_welcome()
        self.welcome.begin()

    def _show_welcome(self) -> None:
        self.arrange()
        if self.welcome is not None:
            self.ensureWidgetVisible(self.welcome.add)
            self.ensureWidgetVisible(self.welcome.who.line)

    def _close_welcome(self) -> None:
        if self.welcome is not None:
            self.welcome.hide()
            self.welcome.deleteLater()
            self.welcome = None
            self.arrange()
            self.stops()[0].setFocus()

    def _step(self, step: int) -> None:
        stops = self.stops()
        now = self.focusWidget()
        at = next((n for n, stop in enumerate(stops) if stop is now), -step)
        wanted = stops[max(0, min(len(stops) - 1, at + step))]
        wanted.setFocus(Qt.FocusReason.TabFocusReason)
        self.ensureWidgetVisible(wanted)
