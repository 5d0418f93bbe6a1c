"""What the typist at the measured window is told to do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

# For each person who is looked up the kind of key, and what stands in the box after each of them.
Keys: TypeAlias = "Sequence[tuple[str, Sequence[str]]]"


@dataclass(frozen=True, slots=True, kw_only=True)
class Orders:
    """In which book, what is typed, how fast, and what a child does meanwhile."""

    book: str
    typed: Keys
    pace: int = 0  # milliseconds between two keys
    job: dict[str, Any] | None = None  # a verb with its arguments, and how many times it is done
