"""At the card: what a press or a key on one of its lines does. A deed is done at once, words are asked by a form."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

from shopkeeper.domain.allergy import AllergyIntolerance, Category
from shopkeeper.domain.kindness import Kindness
from shopkeeper.domain.record import Record, Uid
from shopkeeper.remember.offer import Offer
from shopkeeper.remember.reminder import Mark, Reminder
from shopkeeper.ui.ask import for_picture_file
from shopkeeper.ui.bridge import Bridge
from shopkeeper.ui.counter import AtTheCounter
from shopkeeper.ui.window import Window
from shopkeeper.usecases.refused import Refused

if TYPE_CHECKING:
    from shopkeeper.ui.forms.place import FormPlace
    from shopkeeper.ui.household.place import HouseholdPlace

# What a form is opened for, blank.
_NEW: Final[dict[Offer, type[Record]]] = {Offer.ADD_ALLERGY: AllergyIntolerance, Offer.ADD_OURS: Kindness}
# Whether it is a food or a medicine was said by the line that was pressed.
_OF: Final = {Offer.ASKED_NONE_FOOD: Category.FOOD, Offer.ASKED_NONE_MEDICINE: Category.MEDICINE}


class AtTheCard(QObject):
    """Joins the lines of the card to the deeds and the forms."""

    history_asked = Signal(str)  # of this person

    def __init__(self, window: Window, bridge: Bridge, counter: AtTheCounter) -> None:
        super().__init__(window)
        self._kit, self._bridge, self._counter = window.kit, bridge, counter
        place = window.card_place
        self._card = place.card
        self._card.opened.connect(self._open)
        self._card.offered.connect(self._take)
        self._card.lines.left.connect(counter.focus)
        place.edit_asked.connect(self._open_person)
        place.household_asked.connect(lambda: self.households.open(self._card.person_uid))
        place.write_line.quick.wanted.connect(lambda kind: self.forms.open_new(kind, self._card.person_uid))

    @cached_property
    def forms(self) -> FormPlace:
        """The sheet of a person and the forms; brought in when the first of them is opened."""
        from shopkeeper.ui.forms.place import FormPlace

        place = FormPlace(self._kit, self._bridge, self._counter.pile, for_picture_file)
        place.history_asked.connect(self.history_asked)
        place.family_asked.connect(lambda uid: self.households.open(uid))
        return place

    @cached_property
    def households(self) -> HouseholdPlace:
        """The household sheet; brought in when it is first opened."""
        from shopkeeper.ui.household.place import HouseholdPlace

        place = HouseholdPlace(self._kit, self._bridge, self._counter.pile, self.forms.open_record, self)
        place.person_chosen.connect(self._look_at)
        return place

    def pressed(self, event: QKeyEvent) -> bool:
        """A key that may be meant for a line; says whether it was."""
        if not self._card.isVisible():
            return False
        if self._card.lines.press(event):
            return True
        match event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            case Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier:
                self._card.lines.begin()
            case Qt.Key.Key_F2, Qt.KeyboardModifier.NoModifier:
                self._open_person()
            case Qt.Key.Key_F6, Qt.KeyboardModifier.NoModifier:
                self._card.lines.ask_again()
            case _:
                return False
        return True

    def _open(self, reminder: Reminder) -> None:
        """What the line was made from; where nothing was told yet, a blank form for what is told now."""
        uid = self._card.person_uid
        if reminder.mark is Mark.HOUSE:
            self.households.open(uid)
        elif reminder.about == (uid,) and Offer.ADD_ALLERGY in reminder.offers:
            self.forms.open_new(AllergyIntolerance, uid, **_said(reminder))
        elif not any(self.forms.open_record(one) for one in _newest_first(reminder)):
            self._open_person()

    def _look_at(self, uid: Uid) -> None:
        """Somebody on a sheet was pressed: their card comes in front."""
        self._counter.pile.drop()
        self._counter.look_at(uid)

    def _open_person(self) -> None:
        if uid := self._card.person_uid:
            self.forms.open_person(uid)

    def _take(self, reminder: Reminder, offer: Offer) -> None:
        uid = self._card.person_uid
        # Its button may be gone in a moment.
        self._counter.focus()
        if offer in _NEW:
            self.forms.open_new(_NEW[offer], uid, **_said(reminder))
        elif offer is Offer.CHANGED:
            self._open(reminder)
        else:
            about = reminder.about
            self._bridge.keep(
                ("do", offer, about, uid), lambda book: book.deeds.do(offer, about, uid), refused=self._refused
            )

    def _refused(self, why: Refused) -> None:
        """The line is older than the book: it is shown as it is now."""
        self._counter.refresh()
        self._bridge.refused.emit(why.phrase)


def _said(reminder: Reminder) -> dict[str, Category]:
    """What a line has said already of what is written down from it."""
    category = next((_OF[offer] for offer in reminder.offers if offer in _OF), None)
    return {"category": category} if category is not None else {}


def _newest_first(reminder: Reminder) -> list[Uid]:
    """A uid begins with the moment in which it was made."""
    return sorted(reminder.about, reverse=True)
