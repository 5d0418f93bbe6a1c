"""Questions about many things at once: as one JSON list of their uids, some hundred to a question."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Final, TypeVar

# So many are asked about at once: enough to make a question cheap, few enough to keep it small.
AT_ONCE: Final = 500
THESE: Final = "(SELECT value FROM json_each(?1))"
T = TypeVar("T")


def in_chunks(things: Iterable[T], at_once: int = AT_ONCE) -> Iterator[list[T]]:
    """The things in lists of at most so many."""
    waiting = iter(things)
    while chunk := list(islice(waiting, at_once)):
        yield chunk
