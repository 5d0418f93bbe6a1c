"""What the program shall reach, from the speed chapter of its design."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """One measure and what it shall be, by the number of people."""

    name: str
    measure: str
    unit: str = "ms"
    at_which: str = ""  # the percentile that the target is about
    ten: str = ""
    hundred: str = ""
    million: str = ""

    def at(self, size: int) -> str:
        """The target of the next greater size that has one."""
        return self.ten if size <= 10_000 else self.hundred if size <= 100_000 else self.million


MEMORY: Final = {"all": "memory beyond a bare window", "own": "memory of its own beyond a bare window"}

TARGETS: Final = (
    Target(
        name="keystroke to hits, p50 / p95 / p99",
        measure="keystroke to hits",
        at_which="p99",
        ten="1",
        hundred="2",
        million="6",
    ),
    Target(name="the same people by SQL LIKE '%x%'", measure="the same by SQL LIKE"),
    Target(
        name="times as fast as LIKE (medians)",
        measure="times as fast as LIKE",
        unit="x",
        ten="20",
        hundred="100",
        million="100",
    ),
    Target(
        name="keystroke to painted list and card",
        measure="keystroke to painted card",
        at_which="p95",
        ten="16.7",
        hundred="16.7",
        million="25",
    ),
    Target(name="card read", measure="card read", at_which="p99", ten="1", hundred="1", million="1"),
    Target(
        name="edit, durable and findable",
        measure="edit to findable",
        at_which="p99",
        ten="10",
        hundred="10",
        million="10",
    ),
    Target(
        name="open to first result",
        measure="open to first result",
        at_which="p50",
        ten="30",
        hundred="30",
        million="60",
    ),
    Target(
        name="memory beyond a bare window",
        measure=MEMORY["all"],
        unit="MB",
        ten="20",
        hundred="50",
        million="60",
    ),
    Target(name="of it libraries and fonts left out", measure=MEMORY["own"], unit="MB"),
)
