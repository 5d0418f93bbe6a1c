"""Recall, for whoever tunes the search: `python -m tests.speed.truth --size 10000 --half tuning --misses`."""

from __future__ import annotations

import argparse
import json
import sys

from shopkeeper.store import Store
from tests.speed.corpus import book
from tests.speed.given import KEY, NOW
from tests.speed.truth.make import HALVES, SIZES, TUNING, UNSEEN
from tests.speed.truth.score import misses, names_here, score, table


def main(words: list[str] | None = None) -> int:
    """Score one half of one book; of what is held back, only the figures are ever told."""
    asked = argparse.ArgumentParser(prog="python -m tests.speed.truth", description=__doc__)
    asked.add_argument("--size", type=int, choices=SIZES, default=SIZES[0], help="how many people are in the book")
    asked.add_argument("--half", choices=(*HALVES, UNSEEN), default=TUNING)
    asked.add_argument("--misses", action="store_true", help="each query that missed, too; of the tuning half only")
    asked.add_argument("--json", action="store_true", help="one JSON object instead of the table")
    options = asked.parse_args(words)
    with Store.open(book(options.size), KEY, read_only=True, now=NOW) as store:
        said = score(store, options.size, options.half, names_here())
    print(json.dumps(said, ensure_ascii=False, indent=1) if options.json else table(said))
    if options.misses and not options.json:
        print(misses(said))
    return 0


if __name__ == "__main__":
    sys.exit(main())
