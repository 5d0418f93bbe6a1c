"""Reader: makes one chip of a marker phrase that was found.

It answers with the number of an earlier chip where the words only say more of that one, and with None where they
turn out to mean something else.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from shopkeeper.capture.chip import Chip
from shopkeeper.capture.line import Line, Said

Reader: TypeAlias = Callable[[Said, Line], Chip | int | None]
