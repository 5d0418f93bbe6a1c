"""`find --batch`: one query a line in, one line of JSON out, until the input ends."""

from __future__ import annotations

import argparse
import json
import sys
import time

from shopkeeper.cli.desk import Desk
from shopkeeper.cli.say import escaped, words


def batch(desk: Desk, asked: argparse.Namespace) -> int:
    """Answer each line at once: `ms` is the time of the search alone."""
    with desk.reading() as shop:
        for line in sys.stdin:
            query = line.rstrip("\r\n")
            begun = time.perf_counter()
            hits = shop.store.find(query, limit=asked.limit)
            spent = (time.perf_counter() - begun) * 1000
            said = [
                {
                    "uid": hit.person_uid,
                    "source_uid": shop.store.memory_of(hit.person_uid).person.source_uid,
                    "name": hit.name,
                    "reason": words(hit.reason),
                }
                for hit in hits
            ]
            answer = {"query": query, "hits": said, "ms": round(spent, 3)}
            print(escaped(json.dumps(answer, ensure_ascii=False)), flush=True)
    return 0
