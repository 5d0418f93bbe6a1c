"""The short table in README.md, written between its two marks."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, Final

from tests.speed.targets import START, TARGETS, Target

_README: Final = Path(__file__).resolve().parents[2] / "README.md"
BEGIN: Final = "<!-- speed: written by dev.py speed --readme -->"
END: Final = "<!-- speed ends -->"
# What a shopkeeper would notice.
_ROWS: Final = (
    "key to painted, p95",
    "stage 1, p99",
    "stage 1 against LIKE (medians)",
    "recall@1",
    "recall@5",
    "edit, durable and findable, p99",
    "open to first result, p50",
    "memory beyond a bare window",
    "bring in, processor",
)


def write(said: dict[str, Any], file: Path = _README) -> None:
    """Put the table of a run into the README; what stands around it stays."""
    text = file.read_text("utf-8")
    if BEGIN not in text:
        raise SystemExit(f"{file.name} has no place for the table: {BEGIN}")
    between = re.compile(f"{re.escape(BEGIN)}.*{re.escape(END)}", re.DOTALL)
    file.write_text(between.sub(lambda _: f"{BEGIN}\n{short_table(said)}\n{END}", text), "utf-8")


def short_table(said: dict[str, Any]) -> str:
    """The table as Markdown: what was measured, and in brackets what it should be."""
    sizes = said["sizes"]
    by_name = {target.name: target for target in TARGETS}
    lines = ["| | " + " | ".join(f"{size:,} people" for size in sizes) + " |", "|---|" + "---|" * len(sizes)]
    for name in _ROWS:
        cells = [_cell(by_name[name], found, size) for size, found in sizes.items()]
        lines += [f"| {name} | " + " | ".join(cells) + " |"] if any(cells) else []
    for target in START:
        if target.found(said["start"]) is not None:
            lines.append(f"| {target.name} | " + " | ".join([_cell(target, said["start"], 0)] * len(sizes)) + " |")
    return "\n".join(lines)


def _cell(target: Target, found: dict[str, Any], size: int) -> str:
    value, wanted = target.found(found), target.wanted(size)
    if value is None:
        return ""
    unit = f" {target.unit}" if target.unit else ""
    return f"{value:.3g}{unit}" + (f" ({wanted:g})" if wanted is not None else "")
