"""Where the shop's files are, and where they had better not be."""

from __future__ import annotations

import stat
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from shopkeeper.host import mounts, paths
from shopkeeper.host.paths import Places, why_not


def test_the_standard_place_is_the_accounts_own(home: Path) -> None:
    places = Places.standard()
    if sys.platform.startswith("linux"):
        assert places.data == home / ".local/share/shopkeeper"
        assert places.log_folder == home / ".local/state/shopkeeper/log"
    assert places.book.name == "book.db"
    assert {places.book.parent, places.key.parent, places.lock.parent, places.backups.parent} == {places.data}


def test_a_data_folder_given_by_hand_keeps_everything_in_it(tmp_path: Path) -> None:
    places = Places.within(tmp_path / "till").make()
    mine = (places.book, places.key, places.lock, places.door, places.look, places.backups, places.log_folder)
    assert all(one.is_relative_to(tmp_path / "till") for one in mine)
    assert len(set(mine)) == len(mine)


def test_a_data_folder_given_by_hand_may_be_relative(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert Places.within(Path("till")).data == tmp_path / "till"
    assert Places.within(Path("till/../other")).data == tmp_path / "other"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps rights in another way")
def test_new_folders_are_for_nobody_elses_eyes(tmp_path: Path) -> None:
    places = Places.within(tmp_path / "new").make()
    for folder in (places.data, places.log_folder, places.backups):
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps rights in another way")
def test_a_folder_that_stands_already_keeps_its_rights(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    Places.within(tmp_path).make()
    assert stat.S_IMODE(tmp_path.stat().st_mode) == 0o755


def test_the_demos_folder_is_new_each_time_and_goes_away() -> None:
    first, second = Places.throw_away(), Places.throw_away()
    try:
        assert first.data != second.data
        first.make().book.write_bytes(b"x")
        if sys.platform != "win32":
            assert stat.S_IMODE(first.data.stat().st_mode) == 0o700
    finally:
        first.remove()
        second.remove()
    assert not first.data.exists()
    assert not second.data.exists()


_DEMO = """
from shopkeeper.host.paths import Places
print(Places.throw_away().make().data, flush=True)
input()
"""


def test_a_demo_that_was_killed_is_cleared_away_by_the_next_one() -> None:
    running, killed = (
        subprocess.Popen([sys.executable, "-c", _DEMO], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        for _ in range(2)
    )
    try:
        alive, left = (Path(one.stdout.readline().strip()) for one in (running, killed) if one.stdout is not None)
        (left / "book.db").write_bytes(b"nobody can read this any more")
        killed.kill()
        killed.communicate()
        third = Places.throw_away()
        assert not left.exists()
        assert alive.is_dir()
        assert third.data.is_dir()
        third.remove()
    finally:
        running.communicate("\n")
    Places.throw_away().remove()
    assert not alive.exists()


def test_a_folder_that_only_looks_like_a_demos_is_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    (tmp_path / "shopkeeper-demo-of-mine").mkdir()
    (tmp_path / "shopkeeper-demo-notes.txt").write_text("keep")
    Places.throw_away().remove()
    assert (tmp_path / "shopkeeper-demo-of-mine").is_dir()
    assert (tmp_path / "shopkeeper-demo-notes.txt").read_text() == "keep"


def test_a_demos_folder_removed_twice_is_no_error() -> None:
    places = Places.throw_away()
    places.remove()
    places.remove()


def test_a_place_that_is_not_the_demos_is_never_removed(tmp_path: Path) -> None:
    places = Places.within(tmp_path / "till").make()
    places.remove()
    assert places.data.is_dir()


@pytest.mark.parametrize(
    ("folder", "program"),
    [
        ("Dropbox/shop", "Dropbox"),
        ("Dropbox (Personal)/shop", "Dropbox"),
        ("OneDrive/Documents", "OneDrive"),
        ("OneDrive - Duarte Bakery", "OneDrive"),
        ("ONEDRIVE", "OneDrive"),
        ("Library/Mobile Documents/com~apple~CloudDocs/shop", "iCloud"),
        ("Library/CloudStorage/GoogleDrive-ana@example.org", "iCloud"),
        ("iCloudDrive", "iCloud"),
        ("Google Drive/My shop", "Google Drive"),
        ("GoogleDrive-ana@example.org", "Google Drive"),
        ("Nextcloud/till", "Nextcloud"),
        ("Nextcloud-shop", "Nextcloud"),
        ("Box Sync", "Box"),
        ("MEGAsync", "MEGA"),
        ("pCloudDrive", "pCloud"),
        ("Syncthing", "Syncthing"),
    ],
)
def test_a_folder_that_is_copied_away_is_warned_about_by_name(tmp_path: Path, folder: str, program: str) -> None:
    warning = why_not(tmp_path / folder)
    assert warning is not None
    assert program in warning.in_english()


@pytest.mark.parametrize(
    "folder", ["shop", "boxes", "Dropboxes", "my onedrivers", "cloud", "Megan", "syncope", "megaphone"]
)
def test_an_ordinary_folder_is_not_warned_about(tmp_path: Path, folder: str) -> None:
    assert why_not(tmp_path / folder) is None


@pytest.mark.parametrize(("mark", "program"), [(".dropbox", "Dropbox"), (".stfolder", "Syncthing")])
def test_a_watched_folder_is_known_by_what_its_program_left_in_it(tmp_path: Path, mark: str, program: str) -> None:
    (tmp_path / mark).touch()
    (tmp_path / "shop").mkdir()
    warning = why_not(tmp_path / "shop" / "deeper")
    assert warning is not None
    assert program in warning.in_english()


def test_dropboxs_own_settings_in_the_home_are_no_watched_folder(tmp_path: Path) -> None:
    (tmp_path / ".dropbox").mkdir()
    assert why_not(tmp_path / "shop") is None


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right there that a test does not have")
def test_a_link_into_a_copied_folder_is_looked_through(tmp_path: Path) -> None:
    (tmp_path / "Dropbox").mkdir()
    (tmp_path / "till").symlink_to(tmp_path / "Dropbox")
    assert why_not(tmp_path / "till" / "book") is not None


def test_a_folder_on_another_machine_is_warned_about(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mounts, "is_on_network", lambda path: path.is_relative_to(tmp_path / "server"))
    warning = why_not(tmp_path / "server" / "shop")
    assert warning is not None
    assert "another machine" in warning.in_english()
    assert paths.is_on_network(tmp_path / "server")
    assert not paths.is_on_network(tmp_path / "here")


def test_the_test_machines_own_disk_is_not_another_machine(tmp_path: Path) -> None:
    if "9p" in {kind for _, kind in mounts._mounts()}:
        pytest.skip("this machine's own disk is shared into it")
    assert not paths.is_on_network(tmp_path)
