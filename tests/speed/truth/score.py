"""How well a book is searched: whoever is meant should stand first, or at least among the first five."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from typing import Any, Final, NamedTuple

from shopkeeper.search.names import NO_NAMES, Names
from shopkeeper.store import Store
from shopkeeper.usecases.shop import knowledge_here
from tests.speed.truth.book import SHORT_UID
from tests.speed.truth.make import FOLDER, TUNING

_SHOWN: Final = 20  # rows that are looked through
_FIRST_FEW: Final = 5


class Query(NamedTuple):
    """What is typed, and the shortened uids of all who are meant by it."""

    kind: str
    script: str
    text: str
    right: frozenset[str]


@cache
def labelled(size: int, half: str) -> tuple[Query, ...]:
    """The labelled queries of one half, or the unseen ones, for the book of that size; none where there are none."""
    file = FOLDER / f"{half}_{size}.tsv"
    if not file.exists():
        return ()
    rows = (line.split("\t") for line in file.read_text("utf-8").splitlines())
    return tuple(Query(kind, script, text, frozenset(uids.split())) for kind, script, text, uids in rows)


def names_here() -> Names:
    """What the shop knows of names, as the window hands it to each search."""
    known = knowledge_here()
    return Names(known.names(), known.kinship)


def score(store: Store, size: int, half: str, names: Names = NO_NAMES) -> dict[str, Any]:
    """Recall and mean reciprocal rank of one half, altogether, by kind and by script, ready for JSON.

    What was missed is told of the tuning half alone: whoever saw the others would tune to them.
    """
    ranks: list[tuple[Query, int]] = []
    missed: list[tuple[Query, int, str]] = []
    for query in labelled(size, half):
        hits = store.find(query.text, _SHOWN, names)
        rank = next((at for at, hit in enumerate(hits, 1) if hit.person_uid[:SHORT_UID] in query.right), 0)
        ranks.append((query, rank))
        if rank != 1 and half == TUNING:
            missed.append((query, rank, f"{hits[0].name} ({hits[0].why})" if hits else "nobody"))
    by_kind, by_script = defaultdict[str, list[int]](list), defaultdict[str, list[int]](list)
    for query, rank in ranks:
        by_kind[query.kind].append(rank)
        by_script[query.script].append(rank)
    return _figures([rank for _, rank in ranks]) | {
        "kinds": {kind: _figures(some) for kind, some in by_kind.items()},
        "scripts": {script: _figures(some) for script, some in by_script.items()},
        "misses": _told(store, missed),
    }


def _figures(ranks: list[int]) -> dict[str, Any]:
    asked = len(ranks) or 1
    return {
        "queries": len(ranks),
        "recall@1": round(sum(rank == 1 for rank in ranks) / asked, 4),
        "recall@5": round(sum(0 < rank <= _FIRST_FEW for rank in ranks) / asked, 4),
        "MRR": round(sum(1 / rank for rank in ranks if rank) / asked, 4),
    }


def _told(store: Store, missed: list[tuple[Query, int, str]]) -> list[dict[str, str]]:
    """What was typed, who was wanted, and who stood first instead."""
    whole = {uid[:SHORT_UID]: uid for uid in store.uids()} if missed else {}
    return [
        {
            "kind": query.kind,
            "script": query.script,
            "text": query.text,
            "wanted": str(store.memory_of(whole[min(query.right)]).person.name),
            "rank": str(rank or "none"),
            "first": first,
        }
        for query, rank, first in missed
    ]


def table(said: dict[str, Any]) -> str:
    """The figures, the worst kinds and scripts first."""
    lines = [_line("all", said)]
    for what in ("kinds", "scripts"):
        lines += ["", *(_line(*one) for one in sorted(said[what].items(), key=lambda one: float(one[1]["recall@1"])))]
    return "\n".join(lines)


def _line(name: str, figures: dict[str, Any]) -> str:
    told = "  ".join(f"{figure} {figures[figure]:.3f}" for figure in ("recall@1", "recall@5", "MRR"))
    return f"{name:<24}{figures['queries']:>5}  {told}"


def misses(said: dict[str, Any]) -> str:
    """Each query that did not bring the one who is meant to the first row."""
    return "\n".join(
        f"{one['kind']} [{one['script']}] “{one['text']}”: "
        f"wanted {one['wanted']} (row {one['rank']}), first {one['first']}"
        for one in said["misses"]
    )
