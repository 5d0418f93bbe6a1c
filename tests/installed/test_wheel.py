"""The wheel brings everything along that the program opens, and finds it there."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    return next(folder.glob("*.whl"))


def test_a_wheel_brings_every_resource_and_every_step_of_the_schema(wheel: Path) -> None:
    inside = set(zipfile.ZipFile(wheel).namelist())
    resources = [path for path in (ROOT / "resources").rglob("*") if path.is_file() and path.suffix != ".qm"]
    wanted = {f"shopkeeper/resources/{path.relative_to(ROOT / 'resources').as_posix()}" for path in resources}
    wanted |= {path.relative_to(ROOT).as_posix() for path in (ROOT / "shopkeeper").rglob("*.sql")}
    assert wanted - inside == set()


def test_a_wheel_brings_no_tests_and_no_tools(wheel: Path) -> None:
    top = {name.split("/")[0] for name in zipfile.ZipFile(wheel).namelist()}
    assert {name for name in top if not name.endswith(".dist-info")} == {"shopkeeper"}


def test_an_installed_program_finds_its_own_resources(wheel: Path, tmp_path: Path) -> None:
    zipfile.ZipFile(wheel).extractall(tmp_path / "site")
    look = (
        f"import sys; sys.path.insert(0, {str(tmp_path / 'site')!r}); "
        "from shopkeeper.host import resources; print(resources.path('themes', 'day.json'))"
    )
    answer = subprocess.run([sys.executable, "-I", "-c", look], capture_output=True, text=True, check=True)
    assert Path(answer.stdout.strip()).is_relative_to(tmp_path / "site")
