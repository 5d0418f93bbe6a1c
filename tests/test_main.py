"""The whole program, composed: a window that is open, and other starts of the program beside it."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.cli.program import PROGRAM, ROOT, run
from tests.usecases.shops import vcard

_PATIENCE = 20.0


class Shop:
    """A data folder with a keychain of its own, on a screen that nobody sees."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir()
        self.folder = folder / "book"
        self.file = folder / "phone.vcf"
        self.file.write_bytes(vcard("FN:Ana Duarte") + vcard("FN:Bo Lund"))
        self.environment = {
            "PYTHON_KEYRING_BACKEND": "tests.cli.keychain_in_a_file.KeychainInAFile",
            "KEYCHAIN_OF_A_TEST": str(folder / "keychain.json"),
            "PYTHONPATH": str(ROOT),
        }

    def does(self, *words: str | Path) -> subprocess.CompletedProcess[str]:
        return run("--data-dir", self.folder, *words, **self.environment)

    @contextmanager
    def open_window(self) -> Iterator[subprocess.Popen[bytes]]:
        environment = os.environ | self.environment | {"QT_QPA_PLATFORM": "offscreen"}
        command = [*PROGRAM, "--data-dir", str(self.folder)]
        with subprocess.Popen(command, cwd=ROOT, env=environment, stderr=subprocess.PIPE) as window:
            try:
                self._wait_for(window)
                yield window
            finally:
                window.kill()

    def _wait_for(self, window: subprocess.Popen[bytes]) -> None:
        until = time.monotonic() + _PATIENCE
        while not (self.folder / "book.door").exists():
            assert window.poll() is None, window.stderr and window.stderr.read()
            assert time.monotonic() < until, "the window never listened"
            time.sleep(0.05)


@pytest.fixture
def shop(tmp_path: Path) -> Shop:
    return Shop(tmp_path / "shop")


@pytest.mark.skipif(os.name == "nt", reason="Windows ends a program through its window")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_demo_that_is_told_to_go_takes_its_folder_away(tmp_path: Path, number: signal.Signals) -> None:
    passing = tmp_path / "passing"
    passing.mkdir()
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "TMPDIR": str(passing)}
    with subprocess.Popen([*PROGRAM, "--demo"], cwd=ROOT, env=environment) as window:
        until = time.monotonic() + _PATIENCE
        while not any(place.joinpath("book.db").exists() for place in passing.iterdir()):
            assert time.monotonic() < until
            time.sleep(0.05)
        time.sleep(1.0)
        window.send_signal(number)
        try:
            assert window.wait(_PATIENCE) == 0
        finally:
            window.kill()
    assert list(passing.iterdir()) == []


def test_with_a_keychain_a_book_is_made_and_opened_without_a_question(shop: Shop) -> None:
    assert shop.does("bring-in", shop.file).returncode == 0
    assert shop.does("find", "ana").stdout.startswith("Ana Duarte")


def test_a_second_start_raises_the_first_window_and_ends(shop: Shop) -> None:
    shop.does("bring-in", shop.file)
    with shop.open_window():
        second = run("--data-dir", shop.folder, QT_QPA_PLATFORM="offscreen", **shop.environment)
        assert second.returncode == 0
        assert "open already" in second.stderr


def test_beside_an_open_window_reading_verbs_read_and_writing_verbs_are_done_by_it(shop: Shop) -> None:
    shop.does("bring-in", shop.file)
    more = shop.file.with_name("more.vcf")
    more.write_bytes(vcard("FN:Chi Park"))
    with shop.open_window():
        assert shop.does("find", "bo").stdout.startswith("Bo Lund")
        brought = shop.does("bring-in", more, "--json")
        assert json.loads(brought.stdout)["new"] == 1
        assert shop.does("find", "chi").returncode == 0
        assert shop.does("undo").stdout == "Taken back: brought in more.vcf.\n"
        assert shop.does("find", "chi").returncode == 1
        assert shop.does("undo", "--json").returncode == 0
        nothing = shop.does("undo")
        assert (nothing.returncode, nothing.stdout) == (1, "There is nothing to take back.\n")


def test_a_window_that_was_killed_never_locks_the_shop_out(shop: Shop) -> None:
    shop.does("bring-in", shop.file)
    with shop.open_window() as window:
        window.kill()
        window.wait()
        undone = shop.does("undo")
    assert undone.returncode == 0
