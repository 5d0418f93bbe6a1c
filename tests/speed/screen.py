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
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.speed.corpus import Typed, a_copy
from tests.speed.timing import Timing, summed_up

_LONGEST = 900.0  # seconds that one window may take


@dataclass(frozen=True, slots=True)
class Screen:
    """Where windows are shown, as the environment of a child."""

    name: str
    environment: Mapping[str, str]

    def asked(self, *words: str) -> dict[str, Any]:
        """What a window that was measured says of itself."""
        command = [sys.executable, "-m", "tests.speed.window", *words]
        began = time.monotonic()
        ended = subprocess.run(
            command, env={**os.environ, **self.environment}, capture_output=True, text=True, timeout=_LONGEST
        )
        if ended.returncode or not ended.stdout.strip():
            raise RuntimeError(f"the window of {words[0]} failed:\n{ended.stderr[-2000:]}")
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
            shown.asked("bare")
        except RuntimeError:
            shown = offscreen  # Qt's libraries for a real screen are not all here
        yield shown
    finally:
        server.terminate()
        server.wait()


def starts(shown: Screen, times: int) -> dict[str, Any]:
    """Milliseconds to the first picture, of the program and of a bare window, in turns; medians."""
    ours, bare, held = [], [], []
    for _ in range(times):
        with tempfile.TemporaryDirectory(prefix="shopkeeper-speed-") as data:
            said = shown.asked("first-paint", data)
        ours.append((said["at"] - said["began"]) * 1000)
        said = shown.asked("bare")
        bare.append((said["at"] - said["began"]) * 1000)
        held.append(said["memory"])
    return {
        "first paint": round(statistics.median(ours)),
        "first paint of a bare window": round(statistics.median(bare)),
        "memory of a bare window": {
            whose: round(statistics.median(one[whose] for one in held), 1) for whose in ("all", "own")
        },
    }


def keys(shown: Screen, size: int, people: tuple[Typed, ...]) -> tuple[Timing, dict[str, float]]:
    """Every key until list and card are painted; and the memory that the window then holds."""
    with a_copy(size) as book:
        states = Path(book).with_name("keys.json")
        states.write_text(json.dumps([one.keys for one in people]), "utf-8")
        said = shown.asked("keys", str(book), str(states))
    if said["unseen"]:
        raise RuntimeError(f"{said['unseen']} keys changed nothing on the screen")
    return summed_up((took, text) for took, text in said["tries"]), said["memory"]
