"""Packed: many short texts in the order of the alphabet, in one piece of memory.

As strings of their own they would need six times as much, and they are asked a few times a key.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from typing import Final

_BREAK: Final = "\n"
_GAP: Final = "\t"
_LAST: Final = b"\xff"  # after every sign of UTF-8


class Packed:
    """Texts of one line each."""

    def __init__(self, texts: Iterable[str]) -> None:
        """Sort them and put them together."""
        # Sorted as bytes, UTF-8 is in the order of its signs.
        lines = sorted((text + _BREAK).encode() for text in texts)
        self._text = b"".join(lines)
        self._starts = array("L", accumulate(map(len, lines), initial=0))

    def begun(self, start: str) -> Sequence[str]:
        """Those that begin so."""
        first = self._place(start.encode())
        last = self._place(start.encode() + _LAST, first)
        return self._text[self._starts[first] : self._starts[last]].decode().split(_BREAK)[:-1]

    def first(self, start: str) -> str | None:
        """The first that begins so."""
        begun = start.encode()
        place = self._place(begun)
        if place == len(self._starts) - 1:
            return None
        line = self._text[self._starts[place] : self._starts[place + 1] - 1]
        return line.decode() if line.startswith(begun) else None

    def _place(self, text: bytes, first: int = 0) -> int:
        """Where it stands or would stand."""
        lines, starts = self._text, self._starts
        last = len(starts) - 1
        while first < last:
            middle = (first + last) // 2
            if lines[starts[middle] : starts[middle + 1]] < text:
                first = middle + 1
            else:
                last = middle
        return first


class PackedTable:
    """Words, and with each some others."""

    def __init__(self, rows: Iterable[tuple[str, Iterable[str]]]) -> None:
        """Put them together; a word comes once."""
        self._lines = Packed(_GAP.join((word, *others)) for word, others in rows)

    def of(self, word: str) -> Sequence[str]:
        """What goes with a word, in the order in which it came; nothing if the word is not here."""
        line = self._lines.first(word + _GAP)
        return () if line is None else line.split(_GAP)[1:]

    def rows(self) -> Iterator[tuple[str, Sequence[str]]]:
        """All of them, in the order of the alphabet."""
        for line in self._lines.begun(""):
            word, *others = line.split(_GAP)
            yield word, others
