"""Give way: long work takes what the shopkeeper's own keys leave of the processor."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from typing import Final

_POLITE: Final = 10  # of the 19 steps that a process may go back
_BELOW_NORMAL: Final = 0x4000  # Windows' own number for it


def give_way() -> None:
    """From now on every other program comes first, the window most of all. Where that is forbidden, nothing changes."""
    if sys.platform == "win32":
        import ctypes
        from ctypes import wintypes

        kernel = ctypes.WinDLL("kernel32")
        kernel.GetCurrentProcess.restype = wintypes.HANDLE
        kernel.SetPriorityClass.argtypes = (wintypes.HANDLE, wintypes.DWORD)
        kernel.SetPriorityClass(kernel.GetCurrentProcess(), _BELOW_NORMAL)
    else:
        with suppress(OSError):
            os.nice(_POLITE)
