"""The blocks of the household sheet: the drawing, what is asked, and each household with those who live in it."""

from __future__ import annotations

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QPushButton, QWidget

from shopkeeper.domain.phrase import Phrase, translate, verbatim
from shopkeeper.remember.family import FamilyPicture
from shopkeeper.remember.kept_words import kind_word
from shopkeeper.remember.names import listed
from shopkeeper.ui import a11y
from shopkeeper.ui.forms.fields.flow import Flow
from shopkeeper.ui.forms.kept_row import KeptRow
from shopkeeper.ui.household.needs import KeptLine
from shopkeeper.ui.say import isolated, say
from shopkeeper.ui.sheets.page import button
from shopkeeper.ui.theme import Face, Role
from shopkeeper.ui.widgets.drawn import Text
from shopkeeper.ui.widgets.family import FamilyDrawing
from shopkeeper.ui.widgets.kit import Kit
from shopkeeper.ui.widgets.stack import Stack
from shopkeeper.usecases.household import Home, Member
from shopkeeper.usecases.suggest import Suggestion


class PictureBlock(Stack):
    """The drawn family."""

    def __init__(self, kit: Kit, picture: FamilyPicture, parent: QWidget) -> None:
        super().__init__(kit, parent)
        self._title = Text(kit, Face.TITLE, Role.INK, self, say(translate("family", "The family")))
        self.drawing = FamilyDrawing(kit, self)
        self.drawing.show_family(picture)

    def things(self) -> tuple[QWidget, ...]:
        """The title and the drawing."""
        return (self._title, self.drawing)


class QuestionRow(QWidget):
    """One suggestion with its yes and its no."""

    def __init__(self, kit: Kit, suggestion: Suggestion, parent: QWidget, *, by_key: bool) -> None:
        super().__init__(parent)
        self.suggestion = suggestion
        self._words = Text(kit, Face.BODY, Role.INK, self, say(suggestion.question))
        self.yes = button(say(YES_BY_KEY if by_key else YES), self)
        self.no = button(say(NO_BY_KEY if by_key else NO), self)
        for pressed, answer in ((self.yes, YES), (self.no, NO)):
            a11y.named(pressed, f"{self._words.words()} {say(answer)}")

    def lay(self, width: int) -> int:
        """The question with both answers beside it, or below it where there is no room."""
        sizes = [pressed.sizeHint() for pressed in (self.yes, self.no)]
        taken = sum(size.width() + 8 for size in sizes)
        high = max(44, *(size.height() for size in sizes))
        beside = width - taken >= 220
        wide = width - taken if beside else width
        words = self._words.lay(wide)
        tall = max(high, words)
        self._put(self._words, 0, (tall - words) // 2 if beside else 0, wide, words, width)
        x, y = (wide + 8, (tall - high) // 2) if beside else (0, words + 6)
        for pressed, size in zip((self.yes, self.no), sizes, strict=True):
            self._put(pressed, x, y, size.width(), high, width)
            x += size.width() + 8
        return tall if beside else y + high

    def _put(self, thing: QWidget, x: int, y: int, wide: int, tall: int, width: int) -> None:
        thing.setGeometry(width - x - wide if self.isRightToLeft() else x, y, wide, tall)


YES = translate("family", "Yes", "answers a question about a family")
NO = translate("family", "No", "answers a question about a family")
YES_BY_KEY = translate("family", "Yes  (Y)", "in brackets the key that says the same")
NO_BY_KEY = translate("family", "No  (N)", "in brackets the key that says the same")


class QuestionBlock(Stack):
    """What the kept relations make likely; nothing of it is written down without a yes."""

    answered = Signal(object, bool)

    def __init__(self, kit: Kit, suggestions: tuple[Suggestion, ...], parent: QWidget) -> None:
        super().__init__(kit, parent)
        self._title = Text(kit, Face.TITLE, Role.INK, self, say(translate("family", "Is this so?")))
        self.rows = tuple(QuestionRow(kit, one, self, by_key=n == 0) for n, one in enumerate(suggestions))
        about = translate("family", "Only a yes is written down. After a no it is not asked again.")
        self._foot = Text(kit, Face.SMALL, Role.SOFT, self, say(about))
        for row in self.rows:
            row.yes.clicked.connect(lambda _=False, row=row: self.answered.emit(row.suggestion, True))
            row.no.clicked.connect(lambda _=False, row=row: self.answered.emit(row.suggestion, False))

    def things(self) -> tuple[QWidget, ...]:
        """The title, the questions, and what comes of an answer."""
        return (self._title, *self.rows, self._foot)


class AloneBlock(Stack):
    """Where somebody lives with nobody whom the shop knows."""

    def __init__(self, kit: Kit, name: str, parent: QWidget) -> None:
        super().__init__(kit, parent)
        alone = translate("family", "Nobody is known to live with {name} yet.").with_values(name=name)
        self._words = Text(kit, Face.BODY, Role.SOFT, self, say(alone))
        self._verbs = Flow(self)
        self.welcome = button(say(translate("family", "Add somebody")), self._verbs)
        self._verbs.put(self.welcome)

    def things(self) -> tuple[QWidget, ...]:
        """The sentence and the button."""
        return (self._words, self._verbs)


class HomeBlock(Stack):
    """One household: who lives there, what they share, and what can be done about it."""

    person_chosen = Signal(str)
    form_wanted = Signal(str)
    welcome_wanted = Signal(str)
    split_wanted = Signal(str)

    def __init__(self, kit: Kit, home: Home, parent: QWidget) -> None:
        super().__init__(kit, parent)
        self.home = home
        self._title = Text(kit, Face.TITLE, Role.INK, self, isolated(home.name) or say(UNNAMED))
        self.members = tuple(KeptRow(kit, _member(one), self) for one in home.members)
        shares = say(translate("family", "What they share")) if home.shared else ""
        self._shares = Text(kit, Face.SECOND_STRONG, Role.SOFT, self, shares)
        self.shared = tuple(
            KeptRow(kit, KeptLine(home.uid, thing.words, kind_word(thing.kind.__name__)), self) for thing in home.shared
        )
        self._verbs = Flow(self)
        self.welcome = self._verb(translate("family", "Add somebody"), self.welcome_wanted)
        self.change = self._verb(translate("family", "Name, address, phone, pets"), self.form_wanted)
        self.split = self._verb(translate("family", "Split the household"), self.split_wanted)
        self.split.setVisible(len(home.members) > 1)
        for row in self.members:
            row.opened.connect(self.person_chosen)
        for row in self.shared:
            row.opened.connect(self.form_wanted)

    def things(self) -> tuple[QWidget, ...]:
        """From the name to what can be done."""
        return (self._title, *self.members, self._shares, *self.shared, self._verbs)

    def stops(self) -> tuple[QPushButton, ...]:
        """Where the arrow keys go."""
        verbs = (self.welcome, self.change, self.split)
        return (*self.members, *self.shared, *(verb for verb in verbs if not verb.isHidden()))

    def _verb(self, words: Phrase, wanted: SignalInstance) -> QPushButton:
        made = button(say(words), self._verbs)
        made.clicked.connect(lambda: wanted.emit(self.home.uid))
        self._verbs.put(made)
        return made


UNNAMED = translate("family", "A household without a name")
_DIED = translate("family", "has died")


def _member(one: Member) -> KeptLine:
    told = listed(words for words in (one.kin, _DIED if one.has_died else None) if words)
    return KeptLine(one.uid, verbatim(one.name), told)
