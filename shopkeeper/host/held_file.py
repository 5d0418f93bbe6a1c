"""A file that one program at a time can hold, for as long as it lives and no longer.

The lock belongs to the open file: it goes with the process, however that ends, and no child inherits it.
"""

from __future__ import annotations

import contextlib
import errno
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
# How the systems say "somebody else has it". Anything else says that there are no locks here.
_HELD: Final = frozenset({errno.EACCES, errno.EAGAIN, errno.EWOULDBLOCK, errno.EDEADLK})


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
            _lock(handle)
        except BaseException as error:
            os.close(handle)
            if isinstance(error, OSError) and error.errno in _HELD:
                return None
            raise
        return cls(handle)

    def let_go(self) -> None:
        """Let another program have the file. Twice is once."""
        handle, self._handle = self._handle, None
        if handle is not None:
            with contextlib.suppress(OSError):
                _unlock(handle)
            os.close(handle)


if sys.platform == "win32":

    def _lock(handle: int) -> None:
        os.lseek(handle, _FAR_BYTE, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

    def _unlock(handle: int) -> None:
        os.lseek(handle, _FAR_BYTE, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_UNLCK, 1)

else:

    def _lock(handle: int) -> None:
        # flock, not lockf: a lock of lockf falls when anything in this process opens and closes the file.
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _unlock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_UN)
