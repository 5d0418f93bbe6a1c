"""One book, one program: who has the book open, and how to speak to them.

A file lock of the operating system says that the book is open. It goes when its process goes, however
that ends, so neither a kill -9 nor a process number used again can leave the shop locked out. The lock
file itself is never removed: two programs holding the lock of two files of one name is how that goes wrong.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from types import TracebackType
from typing import Final, Self

from shopkeeper.domain.phrase import translate
from shopkeeper.host import doorbell
from shopkeeper.host.doorbell import Answer, Message
from shopkeeper.host.held_file import HeldFile
from shopkeeper.host.paths import Places

__all__ = ["Answer", "BookLock", "CannotLock", "Message", "take_or_send"]

_PAUSE: Final = 0.05


class CannotLock(Exception):
    """The lock's file cannot be made here: a read-only disk, or a folder of somebody else's."""

    phrase = translate("Places", "This folder cannot be written to, so the book can only be looked at.")


class BookLock:
    """The right to write in the book, held by one program at a time; it ends with `release` or with the process."""

    def __init__(self, places: Places, held: HeldFile) -> None:
        self._places = places
        self._held = held
        self._doorbell: doorbell.Doorbell | None = None

    @classmethod
    def take(cls, places: Places) -> BookLock | None:
        """The lock of this book, or None while another program holds it."""
        try:
            places.data.mkdir(mode=0o700, parents=True, exist_ok=True)
            held = HeldFile.take(places.lock)
        except OSError as error:
            raise CannotLock from error
        if held is None:
            return None
        doorbell.clear_away(places.door)  # a program that was killed left its door behind
        return cls(places, held)

    def listen(self, on_message: Callable[[Message], Answer]) -> bool:
        """Answer other starts of the program from now on; False where this machine has no way to listen.

        `on_message` is called on a thread of its own for each message, perhaps on two at once, and never on
        the caller's: whoever owns a window brings the message over to it.
        """
        if self._doorbell is None:
            try:
                self._doorbell = doorbell.Doorbell(self._places.door, on_message)
            except OSError:
                return False
        return True

    def release(self) -> None:
        """Let another program have the book. Twice is once."""
        if self._doorbell is not None:
            self._doorbell.close()
            self._doorbell = None
        self._held.let_go()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.release()


def take_or_send(
    places: Places, message: Message, timeout: float = 5.0, patience: float = 60.0
) -> BookLock | Answer | None:
    """What a second start wants: the book for itself, or an answer from whoever has it.

    Both are tried in turn for `timeout` seconds, since the other program may be closing, or starting, or only
    writing one thing down from the command line. Once it has heard, its answer is waited for `patience` seconds,
    and it is never asked the same thing twice. None: somebody holds the book all the time and does not listen.
    """
    until = time.monotonic() + timeout
    while True:
        taken = BookLock.take(places)
        if taken is not None:
            return taken
        answer = doorbell.ring(places.door, message, until, patience)
        if answer is not None or time.monotonic() + _PAUSE >= until:
            return answer
        time.sleep(_PAUSE)
