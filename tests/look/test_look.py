"""The pictures can be made: every screen plays, in both themes and text sizes."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.look.__main__ import SIZES, TEXT_SIZES, THEMES
from tests.look.screens import SCREENS


@pytest.mark.slow
def test_a_picture_of_every_screen_is_written(tmp_path: Path) -> None:
    told = subprocess.run([sys.executable, "-m", "tests.look", str(tmp_path)], capture_output=True, text=True)
    assert told.returncode == 0, told.stderr
    pictures = list(tmp_path.glob("*.png"))
    assert len(pictures) == len(SCREENS) * len(SIZES) * len(THEMES) * len(TEXT_SIZES)
    # An empty picture packs to next to nothing.
    assert all(picture.stat().st_size > 1500 for picture in pictures)
