"""Memory that is given back to the system."""

from __future__ import annotations

import ctypes
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from shopkeeper.host.memory import give_back


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="only Linux says how much a process holds")
def test_what_is_no_longer_used_goes_back_to_the_system() -> None:
    # Small pieces, every thousandth of which stays: what is free between them is nobody else's.
    kept = [bytes(1000 + n % 7) for n in range(60_000)][::1000]
    held = _held()
    give_back()
    assert kept
    if hasattr(ctypes.CDLL(None), "malloc_trim"):
        assert _held() < held - 30_000_000


@pytest.mark.parametrize("system", ["linux", "darwin", "win32"])
def test_it_harms_nothing_where_there_is_another_library(monkeypatch: pytest.MonkeyPatch, system: str) -> None:
    monkeypatch.setattr(sys, "platform", system)
    monkeypatch.setattr(ctypes, "CDLL", lambda _name: SimpleNamespace())
    give_back()


def _held() -> int:
    """Bytes of this process that are in memory."""
    return int(Path("/proc/self/statm").read_text("ascii").split()[1]) * 4096
