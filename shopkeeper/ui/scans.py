"""Loyalty cards at the counter: what comes of a code that a scanner typed."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject

from shopkeeper.domain.phrase import translate
from shopkeeper.ui.bridge import Bridge
from shopkeeper.ui.counter import AtTheCounter
from shopkeeper.ui.lookup.scanner import Scanner
from shopkeeper.ui.window import Window


class Scans(QObject):
    """A loyalty card lies before the scanner: its owner's card lies on the paper, and they are here."""

    def __init__(self, window: Window, bridge: Bridge, counter: AtTheCounter) -> None:
        super().__init__(window)
        self._box, self._results = window.rail.search, window.rail.results
        self._bridge, self._counter = bridge, counter
        self._line = window.card_place.write_line
        scanner = Scanner(self._box, bridge.scanned, self)
        scanner.scanned.connect(self._known)
        scanner.unknown.connect(self._unknown)
        self._in_line = Scanner(self._line, bridge.scanned, self)
        self._in_line.scanned.connect(self._known_in_line)
        self._in_line.unknown.connect(self._unknown_in_line)

    def _known(self, code: str, is_here: bool) -> None:
        self._counter.look_up(code)
        if is_here:
            self._counter.enter()

    def _known_in_line(self, code: str, is_here: bool) -> None:
        """Somebody's card was scanned while the caret was in the write line: nothing of it is written down there."""
        self._in_line.give_back()
        self._counter.focus()
        self._known(code, is_here)

    def _unknown_in_line(self, code: str) -> None:
        """It may be the new card of whoever is in front: seen first, and kept by the Enter of a hand."""
        self._line.field.insert(code)
        self._line.typed.emit(self._line.text())

    def _unknown(self, code: str) -> None:
        before = self._box.text()
        self._box.put(code)
        if self._bridge.book is None:
            # Looked up as soon as there is a book to look in.
            self._box.note_enter()
            return
        self._bridge.lookup.finish()
        if self._results.rowCount() and not any(sign.isalpha() for sign in code):
            # No card's code, but somebody's number: a telephone may tell who is calling as a scanner tells a code.
            self._counter.look_up(code)
            self._box.field.selectAll()
        else:
            self._box.put(before)
            self._counter.tell(_NOBODYS_CARD.with_values(code=code))


_NOBODYS_CARD: Final = translate(
    "scan", "Nobody in the book has a card with the code {code}. Nothing was written down."
)
