"""Memory that is free again: the system's, as soon as nobody types."""

from __future__ import annotations

import sys
from contextlib import suppress


def give_back() -> None:
    """Give the system back what this process no longer uses, which glibc would keep for its next need.

    Where there is another library than glibc, nothing happens. It takes some milliseconds.
    """
    if sys.platform == "linux":
        import ctypes

        with suppress(OSError, AttributeError):
            ctypes.CDLL(None).malloc_trim(0)
