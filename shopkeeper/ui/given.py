"""What the window is given by whoever starts it. Small, because the first picture waits for it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from shopkeeper.ui.needs import Door


# Nobody compares or prints it, and methods that nobody calls take time to make.
@dataclass(eq=False, repr=False)
class Given:
    """All that the window is started with."""

    door: Callable[[], Door]  # called after the first paint: the store may be imported then, not before
    recall: Callable[[str], str | None]  # how the window looked last time: "text-size", "theme"
    keep: Callable[[str, str], None]
    report: Callable[[type[BaseException], BaseException, TracebackType | None], None]  # to the log, without names
    # Called after the first paint: brings along, bit by bit, what the door will need.
    prepare: Callable[[], Iterator[None]] = lambda: iter(())
    # Called once, after the first paint, with the bell that other threads may ring.
    listen: Callable[[Callable[[tuple[str, ...]], str]], None] | None = None
    straight_to_demo: bool = False
    bring_in: Path | None = None  # a contacts file to bring in as soon as the book is open
