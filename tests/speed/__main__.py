"""Measure: `python -m tests.speed [--sizes 10000,100000] [--json] [--quick] [--no-window]`.

Ratios and percentiles are to be trusted within one run; two runs on a shared machine differ by a third and more.
"""

from __future__ import annotations

import argparse
import json
import sys
from typing import Any

from tests.speed import book, screen
from tests.speed.corpus import typed
from tests.speed.targets import MEMORY, TARGETS, Target
from tests.speed.timing import Timing


def main(words: list[str] | None = None) -> int:
    """Measure and say; 0 however slow it was, since a slow machine is no mistake of the program."""
    asked = argparse.ArgumentParser(prog="dev.py speed", description=__doc__)
    asked.add_argument("--sizes", default="10000,100000", help="how many people, parted by commas")
    asked.add_argument("--json", action="store_true", help="one JSON object instead of the table")
    asked.add_argument("--quick", action="store_true", help="fewer tries, for a first look")
    asked.add_argument("--no-window", action="store_true", help="only what needs no screen")
    options = asked.parse_args(words)
    sizes = [int(size.replace("_", "")) for size in options.sizes.split(",")]
    said = measured(sizes, quick=options.quick, window=not options.no_window)
    print(json.dumps(said, ensure_ascii=False, indent=1) if options.json else table(said))
    return 0


def measured(sizes: list[int], *, quick: bool = False, window: bool = True) -> dict[str, Any]:
    """All measures, by size; what does not depend on a size stands under "start"."""
    said: dict[str, Any] = {"sizes": {}, "start": {}}
    people = {size: typed(size, 60 if quick else 250) for size in sizes}
    for size in sizes:
        print(f"… {size} people", file=sys.stderr, flush=True)
        tries = book.measured(size, people[size], 15 if quick else 60)
        said["sizes"][size] = {name: timing.as_json() for name, timing in tries.items()}
        times = _faster(tries["keystroke to hits"], tries["the same by SQL LIKE"])
        said["sizes"][size]["times as fast as LIKE"] = times
    if window:
        with screen.screen() as shown:
            said["start"] = {"screen": shown.name, **screen.starts(shown, 3 if quick else 9)}
            for size in sizes:
                print(f"… a window over {size} people", file=sys.stderr, flush=True)
                painted, memory = screen.keys(shown, size, people[size][: 12 if quick else 60])
                said["sizes"][size]["keystroke to painted card"] = painted.as_json()
                bare = said["start"]["memory of a bare window"]
                for whose, measure in MEMORY.items():
                    said["sizes"][size][measure] = round(memory[whose] - bare[whose], 1)
    return said


def _faster(ours: Timing, theirs: Timing) -> float:
    return round(theirs.p50 / ours.p50, 1)


def table(said: dict[str, Any]) -> str:
    """The measures beside their targets."""
    sizes = list(said["sizes"])
    rows = [["", *(f"{size:,}" for size in sizes)]]
    rows += [[target.name, *(_cell(target, said["sizes"][size], size) for size in sizes)] for target in TARGETS]
    rows = [row for row in rows if any(row[1:])]
    widths = [max(len(row[place]) for row in rows) for place in range(len(sizes) + 1)]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows]
    if start := said["start"]:
        ratio = start["first paint"] / start["first paint of a bare window"]
        lines.append(
            f"first paint {start['first paint']} ms (target 350), {ratio:.2f} times a bare window"
            f" ({start['first paint of a bare window']} ms); screen: {start['screen']}"
        )
    for size in sizes:
        for name, value in said["sizes"][size].items():
            if isinstance(value, dict) and name.startswith("keystroke"):
                lines.append(f"worst {name} at {size:,}: {value['worst']} ms, “{value['worst_of']}”")
    return "\n".join(lines)


def _cell(target: Target, found: dict[str, Any], size: int) -> str:
    value = found.get(target.measure)
    if value is None:
        return ""
    wanted = target.at(size)
    if not isinstance(value, dict):
        return f"{value} {target.unit}" + (f" (target {wanted})" if wanted else "")
    told = f"{value['p50']} / {value['p95']} / {value['p99']} ms"
    return told + (f" ({target.at_which} target {wanted})" if wanted else "")


if __name__ == "__main__":
    sys.exit(main())
