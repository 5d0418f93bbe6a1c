"""What is typed for somebody and not kept: the window shows it once before it goes."""

from __future__ import annotations

from typing import Final

from shopkeeper.domain.phrase import Phrase, translate
from shopkeeper.ui.counter import AtTheCounter
from shopkeeper.ui.needs import Uid
from shopkeeper.ui.window import Window


class HalfWritten:
    """Closing the window loses no sentence without a word."""

    def __init__(self, window: Window, counter: AtTheCounter) -> None:
        self._line, self._counter = window.card_place.write_line, counter
        self._search = window.rail.search
        self._told: dict[Uid, str] = {}

    def may_go(self) -> bool:
        """Whether everything that is half written was shown since it was typed."""
        told, self._told = self._told, self._unkept()
        new = [uid for uid, text in self._told.items() if told.get(uid) != text]
        if not new:
            return True
        if new[0]:
            self._counter.look_at(new[0])
            self._line.begin()
        else:
            self._counter.focus()
        self._counter.tell(_NOT_KEPT.with_values(text=self._told[new[0]]))
        return False

    def _unkept(self) -> dict[Uid, str]:
        """What is typed, by whom it is about; a line in the search box may be about nobody who is here."""
        draft = {"": self._search.text()} if self._counter.drafting.is_open else {}
        return draft | self._counter.line.unkept()


_NOT_KEPT: Final[Phrase] = translate("writing", "Not kept yet: “{text}”. Enter keeps it; close once more to let it go.")
