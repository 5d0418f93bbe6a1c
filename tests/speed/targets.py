"""What the program shall reach, from the speed chapter of its design."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

_COLUMNS: Final = (10_000, 100_000, 1_000_000)


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """One figure, and how high it may be at ten thousand, a hundred thousand and a million people; None: no matter."""

    name: str
    measure: str
    figure: str = ""  # of a measure that has several: "p99"
    unit: str = "ms"
    most: tuple[float | None, float | None, float | None]
    at_least: bool = False  # the higher the better

    def wanted(self, size: int) -> float | None:
        """The target of the next greater size that has one."""
        return next((most for most, column in zip(self.most, _COLUMNS, strict=True) if size <= column), None)

    def found(self, said: dict[str, Any]) -> float | None:
        """What was measured; None where it was not."""
        value = said.get(self.measure)
        if isinstance(value, dict):
            value = value.get(self.figure)
        return None if value is None else float(value)

    def is_met(self, said: dict[str, Any], size: int) -> bool | None:
        """Whether it is reached; None where there is no target, or nothing was measured."""
        found, wanted = self.found(said), self.wanted(size)
        if found is None or wanted is None:
            return None
        return found >= wanted if self.at_least else found <= wanted


# Of the first picture, which does not depend on the book.
START: Final = (
    Target(name="first paint", measure="first paint", most=(350, 350, 350)),
    Target(
        name="first paint against a bare window",
        measure="first paint against a bare window",
        unit="x",
        most=(1.3, 1.3, 1.3),
    ),
)

TARGETS: Final = (
    Target(name="stage 1, p99", measure="stage 1", figure="p99", most=(1, 2, 6)),
    Target(
        name="stage 1 against LIKE (medians)",
        measure="stage 1 against LIKE",
        unit="x",
        most=(20, 100, 100),
        at_least=True,
    ),
    Target(name="full cascade, p99", measure="full cascade", figure="p99", most=(5, 8, 16)),
    Target(name="card, p99", measure="card", figure="p99", most=(1, 1, 1)),
    Target(name="key to painted, p95", measure="key to painted", figure="p95", most=(16.7, 12, 25)),
    Target(name="key to painted, p99", measure="key to painted", figure="p99", most=(None, 16, None)),
    Target(name="recall@1", measure="truth", figure="recall@1", unit="", most=(0.97, 0.95, 0.90), at_least=True),
    Target(name="recall@5", measure="truth", figure="recall@5", unit="", most=(0.99, 0.98, 0.95), at_least=True),
    Target(name="MRR", measure="truth", figure="MRR", unit="", most=(None, None, None), at_least=True),
    Target(name="edit, durable and findable, p99", measure="edit", figure="p99", most=(10, 10, 10)),
    Target(name="edits not found at once, or stale", measure="edits", figure="wrong", unit="", most=(0, 0, 0)),
    Target(name="open to first result, p50", measure="open to first result", figure="p50", most=(30, 30, 60)),
    Target(name="memory beyond a bare window", measure="memory beyond a bare window", unit="MB", most=(20, 50, 60)),
    Target(name="bring in, processor", measure="bring in", figure="cpu s", unit="s", most=(None, 15, None)),
    Target(name="bring in, memory", measure="bring in", figure="peak MB", unit="MB", most=(None, 150, None)),
    Target(
        name="key while people come in, p99",
        measure="key while people come in",
        figure="p99",
        most=(None, 16, None),
    ),
    Target(
        name="key while a backup is made, p99",
        measure="key while a backup is made",
        figure="p99",
        most=(None, 16, None),
    ),
)
