"""The frozen steps from one schema to the next: one numbered SQL file each, never edited once it has shipped.

Beside them stand the pure functions that bring a journal row of an older schema into today's words. They, too,
are frozen, and they never look at today's records: `UPGRADES[n]` turns a row of schema n into one of schema n + 1.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final, TypeAlias

# (kind, cells by column) as one schema wrote them, to (kind, cells by column) in the next.
Words: TypeAlias = "tuple[str, dict[str, object]]"

UPGRADES: Final[Mapping[int, Callable[[Words], Words]]] = {}
