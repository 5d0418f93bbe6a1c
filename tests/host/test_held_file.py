from __future__ import annotations

import errno
from pathlib import Path

import pytest

from shopkeeper.host import held_file
from shopkeeper.host.held_file import HeldFile


def _says(monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    def refuse(_handle: int) -> None:
        raise OSError(number, "the system's own words")

    monkeypatch.setattr(held_file, "_lock", refuse)


def test_a_file_is_held_by_one_and_can_be_had_again_when_it_is_let_go(tmp_path: Path) -> None:
    held = HeldFile.take(tmp_path / "lock")
    assert held is not None
    assert HeldFile.take(tmp_path / "lock") is None
    held.let_go()
    held.let_go()
    again = HeldFile.take(tmp_path / "lock")
    assert again is not None
    again.let_go()


@pytest.mark.parametrize("number", [errno.EACCES, errno.EAGAIN, errno.EDEADLK])
def test_a_file_that_somebody_has_is_said_to_be_held(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    _says(monkeypatch, number)
    assert HeldFile.take(tmp_path / "lock") is None


@pytest.mark.parametrize("number", [errno.ENOLCK, errno.EINVAL, errno.EIO, errno.ENOSYS])
def test_a_disk_that_knows_no_locks_is_not_another_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    _says(monkeypatch, number)
    with pytest.raises(OSError):
        HeldFile.take(tmp_path / "lock")
