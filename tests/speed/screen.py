"""A screen for the measured window: a virtual one where there is Xvfb, else Qt's own that nobody sees."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from tests.speed.corpus import folder

# Seconds that one window may take: to begin, and to be typed in.
_BEGINNING: Final = 60.0
_LONGEST: Final = 900.0


@dataclass(frozen=True, slots=True)
class Screen:
    """Where windows are shown, as the environment of a child."""

    name: str
    environment: Mapping[str, str]

    def started(self, *words: str) -> dict[str, Any]:
        """What a window says of its own beginning."""
        return self._asked("window", words, _BEGINNING)

    def typed_in(self, orders: Path) -> dict[str, Any]:
        """What came of typing in a window as the orders say."""
        return self._asked("typist", (str(orders),), _LONGEST)

    def _asked(self, module: str, words: Sequence[str], longest: float) -> dict[str, Any]:
        command = [sys.executable, "-m", f"tests.speed.{module}", *words]
        # As in a shop, where what was compiled at the first start is there at the next.
        compiled = folder().parent.with_name(f"{folder().parent.name}-compiled")
        environment = {**os.environ, **self.environment, "PYTHONPYCACHEPREFIX": str(compiled)}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        began = time.monotonic()
        ended = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=longest)
        if ended.returncode or not ended.stdout.strip():
            raise RuntimeError(f"{' '.join(command)} failed:\n{ended.stderr[-2000:]}")
        said: dict[str, Any] = json.loads(ended.stdout.strip().splitlines()[-1])
        return said | {"began": began}


@contextlib.contextmanager
def screen() -> Iterator[Screen]:
    """The best screen there is here, for the length of a block."""
    offscreen = Screen("offscreen", {"QT_QPA_PLATFORM": "offscreen"})
    xvfb = shutil.which("Xvfb")
    if xvfb is None:
        yield offscreen
        return
    end, other = os.pipe()
    server = subprocess.Popen(
        [xvfb, "-displayfd", str(other), "-screen", "0", "1400x900x24", "-nolisten", "tcp"],
        pass_fds=(other,),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(other)
    try:
        with os.fdopen(end) as told:
            number = told.readline().strip()
        shown = Screen("Xvfb", {"QT_QPA_PLATFORM": "xcb", "DISPLAY": f":{number}"})
        try:
            shown.started("bare")
        except RuntimeError:
            shown = offscreen  # Qt's libraries for a real screen are not all here
        yield shown
    finally:
        server.terminate()
        server.wait()


def starts(shown: Screen, times: int) -> dict[str, Any]:
    """Milliseconds to the first picture, of the program and of a bare window, in turns; medians."""
    ours, bare, held = [], [], []
    for number in range(times + 1):
        with tempfile.TemporaryDirectory(prefix="shopkeeper-speed-") as data:
            said = shown.started("first-paint", data)
        if not number:
            continue  # it may have had to compile first
        ours.append((said["at"] - said["began"]) * 1000)
        said = shown.started("bare")
        bare.append((said["at"] - said["began"]) * 1000)
        held.append(said["memory"])
    paint, of_bare = statistics.median(ours), statistics.median(bare)
    return {
        "first paint": round(paint),
        "first paint of a bare window": round(of_bare),
        "first paint against a bare window": round(paint / of_bare, 2),
        "memory of a bare window": {
            whose: round(statistics.median(one[whose] for one in held), 1) for whose in ("all", "own")
        },
    }
