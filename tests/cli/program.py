"""The program as a shopkeeper starts it: a real process, with its words, its input and its exit code."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

PROGRAM = (sys.executable, "-m", "shopkeeper")
ROOT = Path(__file__).resolve().parents[2]
WORDS = "correct horse battery staple"
LONGEST = 60.0


def run(*words: str | Path, heard: str = "", **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the program to its end, on a machine without a screen."""
    ended = subprocess.run(
        [*PROGRAM, *map(str, words)],
        input=heard,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=LONGEST,
        check=False,
        cwd=ROOT,
        env=_environment() | environment,
    )
    assert "Traceback" not in ended.stderr, ended.stderr
    return ended


def run_with_key(folder: Path, *words: str | Path, passphrase: str = WORDS) -> subprocess.CompletedProcess[str]:
    """Run the program on the book in this folder, its passphrase given by a descriptor."""
    reading, writing = os.pipe()
    os.write(writing, f"{passphrase}\n".encode())
    os.close(writing)
    try:
        ended = subprocess.run(
            [*PROGRAM, "--data-dir", str(folder), "--passphrase-fd", str(reading), *map(str, words)],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=LONGEST,
            check=False,
            cwd=ROOT,
            env=_environment(),
            pass_fds=(reading,),
        )
    finally:
        os.close(reading)
    assert "Traceback" not in ended.stderr, ended.stderr
    return ended


@contextmanager
def child(line: bytes) -> Iterator[subprocess.Popen[bytes]]:
    """A child process that was given its first line; its input is still open."""
    with subprocess.Popen(
        [*PROGRAM, "--worker"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=ROOT, env=_environment()
    ) as process:
        assert process.stdin is not None
        process.stdin.write(line + b"\n")
        process.stdin.flush()
        try:
            yield process
        finally:
            process.kill()


def told(process: subprocess.Popen[bytes]) -> list[dict[str, Any]]:
    """Everything that a child says until it ends."""
    assert process.stdout is not None
    return [json.loads(line) for line in process.stdout]


def _environment() -> dict[str, str]:
    shown = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    return {name: value for name, value in os.environ.items() if name not in shown} | {"COLUMNS": "80"}
