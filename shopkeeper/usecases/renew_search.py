"""Renew the search where a newer program finds people by other rules than the one that wrote the book's index."""

from __future__ import annotations

import time
from collections.abc import Callable

from shopkeeper.usecases.shop import Shop


def is_needed(shop: Shop) -> bool:
    """Whether the search has to be renewed; until then it finds people by the older rules."""
    return not shop.store.search_is_current()


def renew_search(shop: Shop, progress: Callable[[int, int], None]) -> None:
    """Let everybody be found by the rules of this program.

    For the child process: it takes a while, and whatever ends it, the next one goes on from there. After each
    step it sleeps as long as the step took, so that the book is free whenever the window has something to write.
    """
    begun = time.perf_counter()

    def rest(at: int, of: int) -> None:
        nonlocal begun
        progress(at, of)
        time.sleep(time.perf_counter() - begun)
        begun = time.perf_counter()

    shop.store.renew_search(rest)
