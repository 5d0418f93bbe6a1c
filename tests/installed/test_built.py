"""What can be seen of a built program without a second machine: it lies whole, and its own test passes."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
BUILT = ROOT / "dist" / "linux" / "shopkeeper"

pytestmark = [
    pytest.mark.installed,
    pytest.mark.skipif(not BUILT.is_dir(), reason="nothing was built: python3 packaging/dev.py build linux"),
]


def _run(*words: str, home: Path) -> subprocess.CompletedProcess[str]:
    env = {"PATH": "/usr/bin:/bin", "HOME": str(home), "LANG": "C.UTF-8", "QT_QPA_PLATFORM": "offscreen"}
    return subprocess.run(
        [BUILT / "shopkeeper", *words], env=env, capture_output=True, text=True, timeout=120, check=False
    )


def test_every_link_of_a_built_program_points_at_something() -> None:
    assert [path for path in BUILT.rglob("*") if path.is_symlink() and not path.exists()] == []


def test_a_built_program_brings_no_foreign_desktop_along() -> None:
    names = {path.name for path in BUILT.rglob("*.so*")}
    assert [name for name in names if name.startswith(("libgtk", "libgdk", "libqgtk", "libGL.", "libstdc++"))] == []


def test_a_built_program_passes_its_own_test(tmp_path: Path) -> None:
    answer = _run("--self-test", home=tmp_path)
    assert answer.returncode == 0, answer.stdout + answer.stderr


def test_a_built_program_answers_in_the_terminal(tmp_path: Path) -> None:
    answer = _run("--demo", "find", "ana d", home=tmp_path)
    assert "Ana Duarte" in answer.stdout


@pytest.mark.skipif(os.name == "nt", reason="this one is about Linux")
def test_a_built_program_without_a_display_says_so(tmp_path: Path) -> None:
    env = {"PATH": "/usr/bin:/bin", "HOME": str(tmp_path), "LANG": "C.UTF-8"}
    answer = subprocess.run(
        [BUILT / "shopkeeper", "--demo"], env=env, capture_output=True, text=True, timeout=60, check=False
    )
    assert answer.returncode == 2
    assert answer.stderr.strip().count("\n") == 0
