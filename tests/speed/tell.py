"""The measures in words: each beside its target, then what they are made of."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from tests.speed.targets import START, TARGETS, Target
from tests.speed.truth import score as truth

_WORDS: Final = {True: "met", False: "missed", None: ""}


def table(said: dict[str, Any], *, with_truth: bool = False) -> str:
    """The measures beside their targets, then every timing with its worst try."""
    sizes = said["sizes"]
    rows = [["target", *(f"{size:,} people" for size in sizes)]]
    rows += [[target.name, *(told(target, found, size) for size, found in sizes.items())] for target in TARGETS]
    lines = _in_columns([row for row in rows if any(row[1:])])
    lines += [f"{one.name}: {told(one, said['start'], 0)}" for one in START if one.found(said["start"]) is not None]
    for size, found in sizes.items():
        timings = {name: value for name, value in found.items() if isinstance(value, dict) and "p50" in value}
        heading = [f"{size:,} people, ms", "p50", "p95", "p99", "p50 and p99 of the processor", "worst"]
        detail = [heading, *(_timing(name, value) for name, value in timings.items())]
        lines += ["", *_in_columns(detail)] if timings else []
        lines += [f"{name}: {_plain(value)}" for name, value in found.items() if name not in (*timings, "truth")]
        if with_truth and "truth" in found:
            lines += ["", truth.table(found["truth"])]
    return "\n".join(lines)


def told(target: Target, found: dict[str, Any], size: int) -> str:
    """One figure: what it is, and what it should have been."""
    value = target.found(found)
    if value is None:
        return ""
    wanted, unit = target.wanted(size), f" {target.unit}" if target.unit else ""
    met = _WORDS[target.is_met(found, size)]
    return f"{value:g}{unit}" + (f", {met} ({wanted:g})" if met else "")


def _timing(name: str, value: dict[str, Any]) -> list[str]:
    return [
        name,
        *(f"{value[share]:g}" for share in ("p50", "p95", "p99")),
        f"{value['own_p50']:g}, {value['own_p99']:g}",
        f"{value['worst']:g} “{value['worst_of']}”",
    ]


def _plain(value: Any) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{name} {_plain(one)}" for name, one in value.items())
    return ", ".join(map(str, value)) or "none" if isinstance(value, list) else str(value)


def _in_columns(rows: Sequence[Sequence[str]]) -> list[str]:
    widths = [max(len(row[place]) for row in rows) for place in range(len(rows[0]))]
    return ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows]
