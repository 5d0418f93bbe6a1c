"""Timing: many tries of one thing, and what they say together."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from typing import TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Timing:
    """Milliseconds."""

    tries: int
    p50: float
    p95: float
    p99: float
    worst: float
    worst_of: str = ""

    def as_json(self) -> dict[str, object]:
        """For a machine to read."""
        return asdict(self)


def summed_up(tries: Iterable[tuple[float, str]]) -> Timing:
    """What many tries, in milliseconds and by name, say together."""
    ranked = sorted(tries)
    if not ranked:
        raise ValueError("nothing was tried")

    def at(share: float) -> float:
        return round(ranked[min(len(ranked) - 1, int(len(ranked) * share))][0], 3)

    worst, name = ranked[-1]
    return Timing(tries=len(ranked), p50=at(0.5), p95=at(0.95), p99=at(0.99), worst=round(worst, 3), worst_of=name)


def timed(things: Iterable[T], do: Callable[[T], object], name: Callable[[T], str] = str) -> Timing:
    """Do something with each of many things, one after the other."""
    with undisturbed():
        return summed_up(_each(things, do, name))


def _each(things: Iterable[T], do: Callable[[T], object], name: Callable[[T], str]) -> Iterator[tuple[float, str]]:
    for thing in things:
        start = time.perf_counter()
        do(thing)
        yield (time.perf_counter() - start) * 1000, name(thing)


@contextmanager
def undisturbed() -> Iterator[None]:
    """The people who were read in order to ask about them are not the program's: the collector shall not count them."""
    gc.collect()
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()
