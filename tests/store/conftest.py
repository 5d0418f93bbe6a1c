"""Every test of the store has a real encrypted book of its own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.store.books import Book, a_book


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Book]:
    """A new book."""
    with a_book(tmp_path) as opened:
        yield opened
