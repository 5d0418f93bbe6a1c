"""What happened, for the one who has to find out why: event ids, error class names and numbers, nothing else.

No name, no word about anybody, no path and no text of an error can get in, because there is no way to hand
one over: an event comes from a closed list, an error is reduced to its classes and to lines of our own
code, and a value must be a number.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import Final

from shopkeeper.host.clock import Clock

_PACKAGE: Final = Path(__file__).resolve().parent.parent
_MOST_BYTES: Final = 256 * 1024
_KEPT: Final = 3  # shopkeeper.log and two older ones
_DEEPEST: Final = 8


class Event(StrEnum):
    """What can be written into the log."""

    STARTED = "started"
    CRASHED = "crashed"
    BOOK_MADE = "book-made"
    BOOK_OPENED = "book-opened"
    BOOK_CLOSED = "book-closed"
    REFUSED = "refused"
    BROUGHT_IN = "brought-in"
    UNDONE = "undone"


class Log:
    """A small log in its folder: the newest 256 KiB and two older files of that size."""

    def __init__(self, folder: Path, clock: Clock) -> None:
        self._file = folder / "shopkeeper.log"
        self._clock = clock

    @property
    def file(self) -> Path:
        """The newest file of the log."""
        return self._file

    def note(self, event: Event, error: BaseException | None = None, **numbers: int) -> None:
        """Write one line down. A log that cannot be written never stands in the way of the shop."""
        parts = [self._clock.now().isoformat(timespec="seconds"), Event(event).value]
        parts += [f"{name}={int(number)}" for name, number in sorted(numbers.items())]
        if error is not None:
            parts.append(" from ".join(_without_words(one) for one in _chain(error)))
        with contextlib.suppress(OSError):
            self._write(" ".join(parts) + "\n")

    def _write(self, line: str) -> None:
        self._file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        # Opened for each line and closed again: a cli beside the window may turn the files over too.
        with contextlib.suppress(FileNotFoundError):
            if self._file.stat().st_size + len(line) > _MOST_BYTES:
                self._turn_over()
        handle = os.open(self._file, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        try:
            os.write(handle, line.encode("ascii", "replace"))
        finally:
            os.close(handle)

    def _turn_over(self) -> None:
        for number in range(_KEPT - 1, 0, -1):
            older = self._file.with_suffix(f".log.{number}")
            newer = self._file if number == 1 else self._file.with_suffix(f".log.{number - 1}")
            with contextlib.suppress(OSError):
                newer.replace(older)


def _chain(error: BaseException) -> Iterator[BaseException]:
    """The error, and what led to it, as a traceback would tell it."""
    seen: set[int] = set()
    one: BaseException | None = error
    while one is not None and id(one) not in seen and len(seen) < _DEEPEST:
        seen.add(id(one))
        yield one
        one = one.__cause__ or (None if one.__suppress_context__ else one.__context__)


def _without_words(error: BaseException) -> str:
    """The class of an error, the number of a system error, and where in our own code it came by."""
    import traceback

    number = f"[{error.errno}]" if isinstance(error, OSError) and isinstance(error.errno, int) else ""
    places = [
        place
        for frame in traceback.walk_tb(error.__traceback__)
        if (place := _place(frame[0].f_code.co_filename, frame[1]))
    ]
    where = f" at {' > '.join(places[-_DEEPEST:])}" if places else ""
    return f"{type(error).__name__}{number}{where}"


def _place(file: str, line: int) -> str:
    """`store/names.py:88` for a line of ours; nothing for anybody else's, whose path may hold a person's name."""
    try:
        return f"{Path(file).resolve().relative_to(_PACKAGE).as_posix()}:{line}"
    except (ValueError, OSError):
        return ""
