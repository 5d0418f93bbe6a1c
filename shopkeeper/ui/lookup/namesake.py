"""Whether a name that is typed for someone new is somebody's name already."""

from __future__ import annotations

from collections.abc import Iterable

from shopkeeper.search.fold import tokens
from shopkeeper.ui.needs import RowShown


def namesake_of(words: str, rows: Iterable[RowShown]) -> RowShown | None:
    """The first of the people found whose whole name these words are, in any order, case or accents."""
    typed = sorted(tokens(words))
    return next((row for row in rows if sorted(tokens(row.name)) == typed), None) if typed else None
