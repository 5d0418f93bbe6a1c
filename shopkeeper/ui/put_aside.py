"""What was laid aside half filled in: the bar offers it, at once and whenever its person is in front again."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject

from shopkeeper.domain.phrase import translate
from shopkeeper.domain.record import Uid
from shopkeeper.ui.bridge import Bridge
from shopkeeper.ui.card.bar import Bar
from shopkeeper.ui.needs import CardShown
from shopkeeper.ui.pile import Pile
from shopkeeper.ui.say import say


class PutAside(QObject):
    """Joins the pile and the bar."""

    def __init__(self, pile: Pile, bar: Bar, bridge: Bridge) -> None:
        super().__init__(pile)
        self._pile, self._bar = pile, bar
        self._offered: Uid = ""  # whose is in the bar
        self._seen: Uid = ""  # whose card was in front last
        pile.laid_aside.connect(self._offer)
        bar.pressed.connect(self._pressed)
        bridge.carded.connect(self._carded)

    def _offer(self, uid: Uid) -> None:
        if (phrase := self._pile.unfinished(uid)) is not None:
            self._offered = uid
            self._bar.tell(phrase, _VERB, say(_GO_BACK))

    def _pressed(self, verb: str) -> None:
        if verb == _VERB:
            self._bar.leave()
            self._pile.go_back_to(self._offered)

    def _carded(self, card: CardShown) -> None:
        """Once for every time they are looked up, not with every letter."""
        before, self._seen = self._seen, card.person_uid
        if before != card.person_uid and self._pile.is_empty:
            self._offer(card.person_uid)


_VERB: Final = "unfinished"
_GO_BACK: Final = translate("undo", "Go back to it", "to a form that was laid aside half filled in")
