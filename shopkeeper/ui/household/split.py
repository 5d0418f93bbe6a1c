"""The split sheet: who goes, what becomes of what they share, and whether a couple has parted. One button does it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

from shopkeeper.domain.household import Standing
from shopkeeper.domain.phrase import Phrase, translate, verbatim
from shopkeeper.domain.record import Uid
from shopkeeper.ui.forms.fields.choice import ChoiceField
from shopkeeper.ui.forms.fields.line import LineField
from shopkeeper.ui.forms.headed import SIDE, Headed
from shopkeeper.ui.forms.rows import Choice, Line, Option
from shopkeeper.ui.household.needs import SplitAsked
from shopkeeper.ui.say import say
from shopkeeper.ui.sheets.page import button
from shopkeeper.ui.theme import Face, Role
from shopkeeper.ui.widgets.drawn import Text
from shopkeeper.ui.widgets.kit import Kit
from shopkeeper.ui.widgets.stack import Stack
from shopkeeper.usecases.at_home import Splitting
from shopkeeper.usecases.split import Goes

_GAP: Final = 12
_COLUMN: Final = 380  # beside each other when each has this much room, at 100 % text
_STAYS: Final = translate("family", "stays", "in the household, when it is split")
_GOES: Final = translate("family", "goes", "to another home, when a household is split")
_BOTH: Final = translate("family", "both", "a phone or a pet that belongs to both homes from now on")
_PEOPLE: Final[tuple[Option, ...]] = ((Goes.STAYS, _STAYS), (Goes.GOES, _GOES))
_THINGS: Final[tuple[Option, ...]] = (*_PEOPLE, (Goes.BOTH, _BOTH))
_PARTED: Final[tuple[Option, ...]] = (
    (None, translate("family", "no, they only live apart", "have they parted?")),
    (Standing.SEPARATED, translate("family", "yes, they parted", "have they parted?")),
)

_ABOUT_PARTING: Final = translate("family", "Those who parted are kept off each other's cards.")


class Questions(Stack):
    """Several choices under one title."""

    def __init__(self, kit: Kit, title: Phrase, parent: QWidget, about: Phrase | None = None) -> None:
        super().__init__(kit, parent)
        self._title = Text(kit, Face.TITLE, Role.INK, self, say(title))
        self._about = Text(kit, Face.SECOND, Role.SOFT, self, say(about) if about else "")
        self.choices: dict[Uid, ChoiceField] = {}

    def ask(self, uid: Uid, label: Phrase, options: tuple[Option, ...]) -> ChoiceField:
        """One more choice; the first answer is pressed."""
        field = ChoiceField(self._kit, Choice(path=uid, label=label, options=options), self)
        field.show_kept(options[0][0])
        self.choices[uid] = field
        return field

    def answers(self) -> dict[Uid, Goes]:
        """What is pressed."""
        return {uid: field.value() for uid, field in self.choices.items()}

    def things(self) -> tuple[QWidget, ...]:
        """The title, the sentence, the choices."""
        return (self._title, self._about, *self.choices.values())


class SplitSheet(Headed):
    """Nothing is written before the button."""

    asked = Signal(object)  # SplitAsked
    closed = Signal()

    def __init__(self, kit: Kit, shown: Splitting, parent: QWidget | None = None) -> None:
        super().__init__(kit, ("house", Role.ACCENT, Role.ACCENT_FILL), parent)
        self._shown = shown
        ground = self.ground
        self.heading.tell(say(translate("family", "Split the household")), shown.name)
        self.split = button(say(translate("family", "Split it")), self.head, primary=True)
        self.back = button(say(translate("family", "Back  (Esc)")), self.head)
        self._trouble = Text(kit, Face.LINE, Role.TIME, ground)
        self.people = Questions(kit, translate("family", "Who goes?"), ground)
        for one in shown.people:
            self.people.ask(one.uid, verbatim(one.name), _PEOPLE)
        about = translate("family", "What is only one person's own goes with them and is not asked about.")
        self.shared = Questions(kit, translate("family", "What becomes of what they share?"), ground, about)
        for thing in shown.shared:
            self.shared.ask(thing.uid, thing.words, _THINGS)
        self.parting = Questions(kit, translate("family", "Have they parted?"), ground, _ABOUT_PARTING)
        self._parted = self.parting.ask("parted", translate("family", "The couple"), _PARTED)
        self.naming = _Naming(kit, ground)
        self._connect()
        self._ask_further()

    def begin(self) -> None:
        """The caret goes to the first question."""
        next(iter(self.people.choices.values())).begin_at().setFocus()

    def tell(self, why: Phrase) -> None:
        """Why it cannot be done like this."""
        self._trouble.tell(say(why))
        self.arrange()

    def going(self) -> tuple[Uid, ...]:
        """Who goes, as it is pressed now."""
        return tuple(uid for uid, answer in self.people.answers().items() if answer is Goes.GOES)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back; nothing was changed."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def ways(self) -> tuple[QPushButton, ...]:
        """Splitting it, and back."""
        return self.split, self.back

    def place(self, width: int, height: int) -> int:
        """Who goes beside what they share, where there is room; the button at the end of the head."""
        inner = width - 2 * SIDE
        y = 4
        tall = self._trouble.lay(inner) if self._trouble.words() else 0
        self._trouble.setGeometry(SIDE, y, inner, tall)
        y += tall + (_GAP if tall else 0)
        left, right = (self.people, self.naming), (self.shared, self.parting)
        if (inner - _GAP) / 2 < _COLUMN * self.kit.look.scale:
            return self._column((*left[:1], *right, *left[1:]), SIDE, y, inner)
        wide = (inner - _GAP) // 2
        first, second = (SIDE, SIDE + wide + _GAP)[:: -1 if self.isRightToLeft() else 1]
        return max(self._column(left, first, y, wide), self._column(right, second, y, wide))

    def _column(self, blocks: Iterable[Stack], x: int, y: int, wide: int) -> int:
        for block in blocks:
            if not block.isHidden():
                tall = block.lay(wide)
                block.setGeometry(x, y, wide, tall)
                y += tall + _GAP
        return y + 12

    def _connect(self) -> None:
        self.split.clicked.connect(self._asked)
        self.back.clicked.connect(self.closed)
        for field in self.people.choices.values():
            field.was_left.connect(self._ask_further)

    def _ask_further(self) -> None:
        """Ask only what matters to those who go: the name of a home that is new, whether a couple has parted."""
        going = set(self.going())
        self.shared.setVisible(bool(self._shown.shared))
        self.parting.setVisible(any(len(couple & going) == 1 for couple in self._shown.couples))
        self.naming.setVisible(len(going) > 1)
        self._trouble.tell("")
        self.arrange()

    def _asked(self) -> None:
        self.asked.emit(
            SplitAsked(
                household_uid=self._shown.household_uid,
                going=self.going(),
                shared=self.shared.answers(),
                name="" if self.naming.isHidden() else str(self.naming.line.value()),
                parted=None if self.parting.isHidden() else self._parted.value(),
            )
        )


class _Naming(Stack):
    """What the home of those who go is called."""

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(kit, parent)
        hint = translate("family", "Where it stays empty, it goes by their family name.")
        row = Line(path="name", label=translate("family", "What is their new home called?"), hint=hint)
        self.line = LineField(kit, row, self)
        self.line.show_kept("")

    def things(self) -> tuple[QWidget, ...]:
        """One line."""
        return (self.line,)
