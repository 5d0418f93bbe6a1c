"""Timing: many tries of one thing, and what they say together."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from typing import NamedTuple, TypeVar

T = TypeVar("T")


class Try(NamedTuple):
    """One try, in milliseconds: by the clock on the wall, and of the processor, which no other program can lengthen."""

    wall: float
    own: float
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Timing:
    """Milliseconds by the clock on the wall; "own" are those that this thread spent on the processor."""

    tries: int
    p50: float
    p95: float
    p99: float
    worst: float
    worst_of: str = ""
    own_p50: float = 0.0
    own_p95: float = 0.0
    own_p99: float = 0.0

    def as_json(self) -> dict[str, object]:
        """For a machine to read."""
        return asdict(self)


def summed_up(tries: Iterable[Try]) -> Timing:
    """What many tries say together."""
    ranked = sorted(tries)
    if not ranked:
        raise ValueError("nothing was tried")
    walls, owns = [one.wall for one in ranked], sorted(one.own for one in ranked)
    return Timing(
        tries=len(ranked),
        p50=_at(0.5, walls),
        p95=_at(0.95, walls),
        p99=_at(0.99, walls),
        worst=round(ranked[-1].wall, 3),
        worst_of=ranked[-1].name,
        own_p50=_at(0.5, owns),
        own_p95=_at(0.95, owns),
        own_p99=_at(0.99, owns),
    )


def _at(share: float, ranked: list[float]) -> float:
    return round(ranked[min(len(ranked) - 1, int(len(ranked) * share))], 3)


def timed(things: Iterable[T], do: Callable[[T], object], name: Callable[[T], str] = str) -> Timing:
    """Do something with each of many things, one after the other."""
    with undisturbed():
        return summed_up([tried(do, thing, name(thing)) for thing in things])


def tried(do: Callable[[T], object], thing: T, name: str) -> Try:
    """Do something once."""
    own, start = time.thread_time(), time.perf_counter()
    do(thing)
    return Try((time.perf_counter() - start) * 1000, (time.thread_time() - own) * 1000, name)


@contextmanager
def undisturbed() -> Iterator[None]:
    """The people who were read in order to ask about them are not the program's: the collector shall not count them."""
    gc.collect()
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()
