"""A child process at work, and what it cost: seconds of the processor, and the most memory that it ever held."""

from __future__ import annotations

import json
import os
import re
import subprocess
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

_LONGEST: Final = 900.0
_MOST: Final = re.compile(r"VmHWM:\s+(\d+) kB")


@dataclass(slots=True)
class Child:
    """A child of the program with a job; it is asked now and then how it does, and tells at the end."""

    process: subprocess.Popen[bytes]
    began: float
    most: float = 0.0  # MB
    cpu: float | None = None  # seconds; None where the system does not say
    seconds: float = 0.0
    _ended: bool = field(default=False)

    @classmethod
    def begun(cls, command: Sequence[str], line: bytes) -> Child:
        """A child that was given its first line; its input stays open, or it would stop."""
        process = subprocess.Popen([*command], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        assert process.stdin is not None
        process.stdin.write(line + b"\n")
        process.stdin.flush()
        return cls(process, time.monotonic())

    def is_at_work(self) -> bool:
        """Whether it has not ended yet; asking often makes the memory exact."""
        if self._ended:
            return False
        with suppress(OSError):
            # The system's own peak of a child begins with what its parent held: this one does not.
            said = _MOST.search(Path(f"/proc/{self.process.pid}/status").read_text("ascii"))
            self.most = max(self.most, int(said[1]) / 1000 if said else 0.0)
        if not hasattr(os, "wait4"):
            self._ended = self.process.poll() is not None
        else:
            pid, status, used = os.wait4(self.process.pid, os.WNOHANG)
            if pid:
                self.process.returncode = os.waitstatus_to_exitcode(status)
                self.cpu = used.ru_utime + used.ru_stime
                self._ended = True
        self.seconds = time.monotonic() - self.began
        if self.seconds > _LONGEST:
            self.process.kill()
        return not self._ended

    def waited_for(self) -> Child:
        """The same child when it has ended."""
        while self.is_at_work():
            time.sleep(0.01)
        return self

    def told(self) -> dict[str, Any]:
        """What it did and what it cost; RuntimeError when it did not do it."""
        assert self.process.stdout is not None
        said = [json.loads(line) for line in self.process.stdout.read().splitlines()]
        if self.process.returncode or "done" not in said[-1]:
            raise RuntimeError(f"the child failed: {said[-1:]}")
        return {
            "done": {name: value for name, value in said[-1]["done"].items() if isinstance(value, int)},
            "cpu s": None if self.cpu is None else round(self.cpu, 2),
            "peak MB": round(self.most, 1),
            "wall s": round(self.seconds, 2),
        }
