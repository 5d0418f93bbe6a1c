"""The frozen steps from one schema to the next: one numbered SQL file each, never edited once it has shipped.

Beside them stand the pure functions that bring a journal row of an older schema into today's words. They, too,
are frozen, and they never look at today's records: `UPGRADES[n]` turns a row of schema n into one of schema n + 1.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final, TypeAlias

# (kind, cells by column) as one schema wrote them, to (kind, cells by column) in the next.
Words: TypeAlias = "tuple[str, dict[str, object]]"

# Columns that schema 4 added to records which were there before.
_ADDED_BY_4: Final = {"Concern": "ask_from", "Introduction": "met_on", "Referral": "found"}


def _to_4(words: Words) -> Words:
    """Of what was not asked yet nothing was told."""
    kind, cells = words
    is_whole = "uid" in cells
    return (kind, {**cells, _ADDED_BY_4[kind]: None}) if is_whole and kind in _ADDED_BY_4 else words


UPGRADES: Final[Mapping[int, Callable[[Words], Words]]] = MappingProxyType({3: _to_4})
