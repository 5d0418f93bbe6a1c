"""The small row of a chip: whose it is, its other reading, and away with it. A fixed set of buttons, used again."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from shopkeeper.capture.chip import Chip, ChipKind, Whose
from shopkeeper.capture.draft import Draft
from shopkeeper.capture.label import answer_of, label_of
from shopkeeper.domain.phrase import Phrase, translate, verbatim
from shopkeeper.ui import a11y
from shopkeeper.ui.say import say
from shopkeeper.ui.theme import Role
from shopkeeper.ui.widgets.kit import Kit

_PEOPLE: Final = 6
_GAP: Final = 8
_RING: Final = 18
# What is about the line itself, or holds the family together, is nobody else's.
_NOBODY_ELSES: Final = frozenset(
    {ChipKind.NAME, ChipKind.KIN, ChipKind.MET, ChipKind.PET, ChipKind.CODE, ChipKind.REFERRAL, ChipKind.COLLECTS}
)


class Choices(QWidget):
    """What can be done with the chip in front, or how the one that asks can be answered; what is shown is pressed."""

    given = Signal(object, object)  # a chip, and whose it is
    turned = Signal(object)
    dropped = Signal(object)

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(parent)
        self._kit = kit
        self._chip: Chip | None = None
        self._people: tuple[Whose, ...] = ()
        self._keys: dict[QPushButton, tuple[Phrase, Phrase]] = {}  # what each says, and its key
        self._whose = [self._button() for _ in range(_PEOPLE)]
        self._turn, self._drop = self._button(), self._button()
        for number, button in enumerate(self._whose):
            button.clicked.connect(lambda _checked=False, n=number: self.answer(n))
        self._turn.clicked.connect(lambda: self.turned.emit(self._chip))
        self._drop.clicked.connect(lambda: self.dropped.emit(self._chip))
        self._all = (*self._whose, self._turn, self._drop)

    def _button(self) -> QPushButton:
        button = QPushButton(self)
        button.setProperty("place", "choice")
        button.setCheckable(True)
        button.setAutoDefault(True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.hide()
        return button

    def show_chip(self, draft: Draft | None, chip: Chip | None, *, is_in_front: bool) -> None:
        """The choices of a chip; of one that only asks, nothing but the answers."""
        self._chip = chip
        self._people = _people(draft, chip) if draft and chip else ()
        for number, button in enumerate(self._whose):
            button.setVisible(number < len(self._people))
            if chip and number < len(self._people):
                one = self._people[number]
                # In the line a digit is a letter of it; among the chips it is an answer.
                key = str(number + 1) if is_in_front else f"Alt+{number + 1}"
                self._tell(button, answer_of(one), verbatim(key), say(label_of(chip)))
                self._mark(button, chosen=_same(one, chip.whose))
        self._turn.setVisible(bool(chip and is_in_front and chip.others))
        self._drop.setVisible(bool(chip and is_in_front))
        if chip and chip.others:
            words = translate("writing", "Rather “{chip}”", "the other reading of a chip")
            self._tell(self._turn, words.with_values(chip=label_of(chip.turned())), _SPACE)
        if chip:
            self._tell(self._drop, translate("writing", "Only a note"), _DELETE, say(label_of(chip)))
        self._turn.setChecked(False)
        self._drop.setChecked(False)

    def _tell(self, button: QPushButton, words: Phrase, key: Phrase, about: str = "") -> None:
        self._keys[button] = (words, key)
        a11y.named(button, say(words), ". ".join(filter(None, (about, say(key)))))

    def _mark(self, button: QPushButton, *, chosen: bool) -> None:
        """Whose it is now is seen without colours too."""
        size = self._kit.look.space(_RING)
        name, role = ("chosen", Role.ACCENT) if chosen else ("choice", Role.SOFT)
        button.setChecked(chosen)
        button.setIconSize(QSize(size, size))
        button.setIcon(self._kit.icons.icon(name, role, size))

    def _print_keys(self, *, printed: bool) -> None:
        frame = translate("writing", "{words}  ({key})", "a button and its key")
        for button in self.buttons():
            words, key = self._keys[button]
            # What was typed is no key of its own.
            whole = frame.with_values(words=words, key=key) if printed else words
            button.setText(say(whole).replace("&", "&&"))

    def answer(self, number: int) -> None:
        """Somebody was chosen by key or by tap."""
        if self._chip is not None and number < len(self._people):
            self.given.emit(self._chip, self._people[number])

    def buttons(self) -> list[QPushButton]:
        """Those that can be pressed now."""
        return [button for button in self._all if not button.isHidden()]

    def in_order(self) -> list[QPushButton]:
        """All of them, as Tab goes through those that are there."""
        return list(self._all)

    def lay(self, width: int) -> int:
        """Side by side, on as many lines as they need; where one line is not enough, they do without their keys."""
        x, y, tall = 0, 0, 0
        self._print_keys(printed=True)
        if sum(button.sizeHint().width() + _GAP for button in self.buttons()) - _GAP > width:
            self._print_keys(printed=False)
        for button in self.buttons():
            size = button.sizeHint()
            wide, high = min(size.width(), width), max(44, size.height())
            if x and x + wide > width:
                x, y = 0, y + tall + _GAP
            button.setGeometry(width - x - wide if self.isRightToLeft() else x, y, wide, high)
            x += wide + _GAP
            tall = high
        return y + tall


_SPACE: Final = translate("writing", "Space", "the key")
_DELETE: Final = translate("writing", "Delete", "the key")


def _people(draft: Draft, chip: Chip) -> tuple[Whose, ...]:
    """Whom it may be about; only who asks "Ana or Leo?" is answered by nobody else."""
    if chip.asks:
        return chip.asks[:_PEOPLE]
    if chip.kind in _NOBODY_ELSES or len(draft.people) < 2:
        return ()
    return tuple(one for one in draft.people if one.name)[:_PEOPLE]


def _same(one: Whose, other: Whose) -> bool:
    return (one.uid, one.kin) == (other.uid, other.kin)
