"""A file that one program at a time can hold, for as long as it lives and no longer.

The lock belongs to the open file: it goes with the process, however that ends, and no child inherits it.
"""

from __future__ import annotations

import contextlib
import os
import sys
from pathlib import Path
from typing import Final

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

# Windows locks bytes, not files, and keeps others from reading them: one far behind the end is in nobody's way.
_FAR_BYTE: Final = 1 << 30


class HeldFile:
    """A file while this program holds it."""

    def __init__(self, handle: int) -> None:
        self._handle: int | None = handle

    @classmethod
    def take(cls, file: Path) -> HeldFile | None:
        """Hold the file, which is made where there is none; None while another program holds it.

        An OSError where there can be no such file or no lock: a read-only disk, a folder of somebody else's.
        """
        flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_NOINHERIT", 0)
        handle = os.open(file, flags, 0o600)
        try:
            held = _lock(handle)
        except BaseException:
            os.close(handle)
            raise
        if held:
            return cls(handle)
        os.close(handle)
        return None

    def let_go(self) -> None:
        """Let another program have the file. Twice is once."""
        handle, self._handle = self._handle, None
        if handle is not None:
            with contextlib.suppress(OSError):
                _unlock(handle)
            os.close(handle)


if sys.platform == "win32":

    def _lock(handle: int) -> bool:
        os.lseek(handle, _FAR_BYTE, os.SEEK_SET)
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    def _unlock(handle: int) -> None:
        os.lseek(handle, _FAR_BYTE, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_UNLCK, 1)

else:

    def _lock(handle: int) -> bool:
        # flock, not lockf: a lock of lockf falls when anything in this process opens and closes the file.
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def _unlock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_UN)
