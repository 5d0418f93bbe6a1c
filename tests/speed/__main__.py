"""Measure: `python -m tests.speed`, or `packaging/dev.py speed`.

Ratios and percentiles are to be trusted within one run; two runs on a shared machine differ by a third and more.
The books are made once and kept in the system's temp folder.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Sequence
from itertools import zip_longest
from typing import Any, Final

from shopkeeper.store import Store
from tests.speed import book, bulk, corpus, edits, keys, readme
from tests.speed.corpus import typed
from tests.speed.given import KEY, NOW
from tests.speed.screen import Screen, screen, starts
from tests.speed.tell import table
from tests.speed.truth.make import TUNING
from tests.speed.truth.score import labelled, names_here, score

PARTS: Final = ("start", "book", "truth", "edits", "window", "bulk")
_SIZES: Final = "10000,100000"
_MILLION: Final = 1_000_000
_HELD_BACK: Final = "held_back"  # the half of the labelled queries that nobody tunes to


def main(words: list[str] | None = None) -> int:
    """Measure and say; 0 however slow it was, since a slow machine is no mistake of the program."""
    asked = argparse.ArgumentParser(prog="dev.py speed", description=__doc__)
    asked.add_argument("--sizes", default=_SIZES, help="how many people, parted by commas")
    asked.add_argument("--million", action="store_true", help="a million people as well: ten minutes more, once")
    asked.add_argument("--only", default=",".join(PARTS), help=f"parts, parted by commas: {', '.join(PARTS)}")
    asked.add_argument("--quick", action="store_true", help="fewer tries, for a first look")
    asked.add_argument("--truth", action="store_true", help="recall by kind of query and by script, too")
    asked.add_argument("--json", action="store_true", help="one JSON object with everything instead of the table")
    asked.add_argument("--readme", action="store_true", help="write the short table into README.md as well")
    options = asked.parse_args(words)
    sizes = [int(size.replace("_", "")) for size in options.sizes.split(",")] + [_MILLION] * options.million
    parts = options.only.split(",")
    if strangers := set(parts) - set(PARTS):
        asked.error(f"there is no part {', '.join(sorted(strangers))}")
    said = measured(sizes, parts, quick=options.quick)
    print(json.dumps(said, ensure_ascii=False, indent=1) if options.json else table(said, with_truth=options.truth))
    if options.readme:
        readme.write(said)
    return 0


def measured(sizes: Sequence[int], parts: Sequence[str] = PARTS, *, quick: bool = False) -> dict[str, Any]:
    """All measures, by size; what does not depend on a size stands under "start"."""
    began = time.monotonic()
    said: dict[str, Any] = {"quick": quick, "start": {}, "sizes": {size: {} for size in sizes}}
    for size in sizes:
        if "book" in parts:
            _say(size, "the book")
            queries = [query.text for query in labelled(size, TUNING)]
            said["sizes"][size] |= book.measured(size, typed(size, 60 if quick else 250), queries)
        if "truth" in parts and labelled(size, _HELD_BACK):
            _say(size, "whether the right person is found")
            said["sizes"][size]["truth"] = _truth(size)
        if "edits" in parts:
            _say(size, "edits")
            said["sizes"][size] |= edits.measured(size, 100 if quick else 1_000)
    if {"start", "window", "bulk"} & {*parts}:
        with screen() as shown:
            said["start"] = {"screen": shown.name, **starts(shown, 3 if quick else 9)}
            for size in sizes:
                said["sizes"][size] |= _at_the_window(shown, size, parts, said["start"], quick=quick)
    return said | {"seconds": round(time.monotonic() - began)}


def _at_the_window(
    shown: Screen, size: int, parts: Sequence[str], start: dict[str, Any], *, quick: bool
) -> dict[str, Any]:
    said: dict[str, Any] = {}
    people = _keys(size, 8 if quick else 40)
    if "window" in parts:
        _say(size, "the window")
        said |= keys.alone(shown, size, people, start["memory of a bare window"])
    if "bulk" in parts and size < _MILLION:
        many = size // 10 if quick else size
        _say(size, f"bringing {many} people in")
        said |= bulk.brought_in(many)
        _say(size, f"the window while {many} people come in")
        said |= keys.while_people_come_in(shown, size, people, many)
        _say(size, "the window while a backup is made")
        said |= keys.while_a_backup_is_made(shown, size, people)
    return said


def _keys(size: int, people: int) -> list[tuple[str, Sequence[str]]]:
    """What is typed at the window, key by key: names as they are written, and in turn whatever has to be forgiven."""
    by_name = [("by name", one.keys) for one in typed(size, people, seed=2)]
    queries = labelled(size, TUNING)
    some = queries[:: max(1, len(queries) // people)]
    forgiven = [("of all kinds", [query.text[:end] for end in range(1, len(query.text) + 1)]) for query in some]
    return [one for both in zip_longest(by_name, forgiven) for one in both if one is not None]


def _truth(size: int) -> dict[str, Any]:
    """How well the half that nobody has tuned to is answered."""
    with Store.open(corpus.book(size), KEY, read_only=True, now=NOW) as store:
        return score(store, size, _HELD_BACK, names_here())


def _say(size: int, what: str) -> None:
    print(f"… {size} people: {what}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
