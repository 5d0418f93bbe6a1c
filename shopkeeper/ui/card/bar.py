"""What the bar at the foot of the paper says: what was done last, and what its button would do."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from shopkeeper.domain.phrase import Phrase, translate
from shopkeeper.ui.bridge import Bridge
from shopkeeper.ui.card.place import CardPlace
from shopkeeper.ui.needs import DoneShown
from shopkeeper.ui.say import begun, say


class Bar(QObject):
    """Names what comes of every act."""

    pressed = Signal(str)  # what its button does

    def __init__(self, place: CardPlace, bridge: Bridge) -> None:
        super().__init__(place)
        self._place = place
        self._verb = ""
        place.taken_back.connect(lambda: self.pressed.emit(self._verb))
        bridge.made.connect(self._done)
        bridge.kept.connect(self._done)
        # No button: Ctrl+Z passes over visits, so it would take back something else.
        bridge.visited.connect(lambda done: self.tell(done.name))
        bridge.undone.connect(self._undone)
        bridge.redone.connect(self._redone)
        bridge.refused.connect(self.tell)
        # What was done in one book is no matter in the next.
        bridge.closing.connect(place.undo.leave)
        bridge.nothing_to_undo.connect(lambda: self.tell(_NOTHING_TO_UNDO))
        bridge.nothing_to_redo.connect(lambda: self.tell(_NOTHING_TO_REDO))

    def tell(self, phrase: Phrase, verb: str = "", button: str = "") -> None:
        """Say something."""
        self._verb = verb
        self._place.tell_done(begun(phrase), button)

    def leave(self) -> None:
        """What it offered is done."""
        self._place.undo.leave()

    def go_with_the_matter(self) -> None:
        """What was done a moment ago is no longer the matter; a file that came in still is."""
        if self._verb in ("", "undo", "redo"):
            self._place.undo.leave()

    def _done(self, done: DoneShown) -> None:
        self.tell(done.name, "undo", say(_UNDO))

    def _undone(self, done: DoneShown) -> None:
        self.tell(_TAKEN_BACK.with_values(act=done.name), "redo", say(_REDO))

    def _redone(self, done: DoneShown) -> None:
        self.tell(_DONE_AGAIN.with_values(act=done.name), "undo", say(_UNDO))


_TAKEN_BACK = translate("undo", "Taken back: {act}", "the name of an act")
_DONE_AGAIN = translate("undo", "Done again: {act}", "the name of an act")
_NOTHING_TO_UNDO = translate("undo", "There is nothing to take back. Visits stay.")
_NOTHING_TO_REDO = translate("undo", "There is nothing to do again.")
_UNDO = translate("undo", "Undo  (Ctrl+Z)")
_REDO = translate("undo", "Redo  (Ctrl+Y)")
