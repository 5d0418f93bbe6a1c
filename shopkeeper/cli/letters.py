"""Letters: which scripts no font here can draw, asked of the window's libraries in a child, for they may be missing."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Final

_LONGEST: Final = 30.0  # seconds that the window's libraries may take to name the letters they have


def without_letters(samples: Mapping[str, str]) -> tuple[str, ...] | None:
    """The scripts of these sample letters that cannot be drawn; None: the window's libraries did not start."""
    # The window is opened without it.
    import subprocess

    from shopkeeper.usecases.job import command

    try:
        ended = subprocess.run(
            (*command()[:-1], "--letters"),
            input=json.dumps(samples).encode(),
            capture_output=True,
            timeout=_LONGEST,
            check=True,
            # On Windows a child that prints would open a console of its own for a moment.
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        return tuple(json.loads(ended.stdout))
    except (OSError, ValueError, subprocess.SubprocessError):
        return None
