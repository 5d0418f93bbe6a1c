"""The header as a file: kept whole or not at all, and never mistaken when it is damaged."""

from __future__ import annotations

import errno
import json
import os
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from shopkeeper.store.cipher import (
    Cost,
    Header,
    HeaderDamaged,
    HeaderMissing,
    HeaderTooNew,
    Holder,
    WrongPassphrase,
    _sum_of,
)
from shopkeeper.store.errors import Damaged, DiskFull, Missing, ReadOnly, StoreError, TooNew

_KEY = bytes(range(32))
_CHEAP = Cost(memory=64, iterations=1, lanes=1)
_HEADER = (
    Header.new(_KEY, "01a204b5-01f6-7db5-9424-65644bb67473")
    .with_passphrase(_KEY, "rye", _CHEAP)
    .with_wrapping_key(_KEY, Holder.KEYCHAIN, bytes(32))
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    (tmp_path / "till").mkdir()
    return tmp_path / "till" / "book.key"


def _copy(path: Path) -> Path:
    return path.with_name("book.key.copy")


def _only(path: Path, content: bytes) -> Path:
    """A header file without its copy."""
    path.write_bytes(content)
    _copy(path).unlink(missing_ok=True)
    return path


def test_a_header_comes_back_as_it_was_kept(path: Path) -> None:
    _HEADER.write(path)
    assert Header.read(path) == _HEADER
    assert Header.read(path).open_with_passphrase("rye") == _KEY


def test_a_header_is_a_file_that_a_person_can_look_at(path: Path) -> None:
    _HEADER.write(path)
    said = json.loads(path.read_text())
    assert said["what"] == "Shopkeeper key"
    assert said["version"] == 1
    assert list(said["holders"]) == ["keychain", "passphrase"]
    assert path.read_text().isascii()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps rights in another way")
def test_a_header_is_for_nobody_elses_eyes(path: Path) -> None:
    os.umask(old := os.umask(0))
    try:
        os.umask(0)
        _HEADER.write(path)
    finally:
        os.umask(old)
    assert stat.S_IMODE(path.stat().st_mode) == stat.S_IMODE(_copy(path).stat().st_mode) == 0o600


def test_nothing_half_written_is_left_beside_a_header(path: Path) -> None:
    _HEADER.write(path)
    _HEADER.write(path)
    assert sorted(one.name for one in path.parent.iterdir()) == ["book.key", "book.key.copy"]


def test_a_header_that_nobody_holds_is_never_written(path: Path) -> None:
    with pytest.raises(ValueError, match="lock everybody out"):
        Header.new(_KEY, "book").write(path)
    assert not path.exists()


def test_a_missing_header_says_that_it_is_missing(path: Path) -> None:
    with pytest.raises(HeaderMissing) as caught:
        Header.read(path)
    assert isinstance(caught.value, Missing)
    assert "key file beside the book is missing" in caught.value.phrase.in_english()


@pytest.mark.parametrize("lost", [b"", b"{", None], ids=["empty", "half", "gone"])
def test_the_copy_stands_in_for_a_header_that_is_lost(path: Path, lost: bytes | None) -> None:
    _HEADER.write(path)
    if lost is None:
        path.unlink()
    else:
        path.write_bytes(lost)
    assert Header.read(path) == _HEADER


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(at=st.integers(0, len(_HEADER.as_text()) - 1), bit=st.integers(0, 7))
def test_the_copy_stands_in_wherever_a_bit_falls(path: Path, at: int, bit: int) -> None:
    _HEADER.write(path)
    whole = path.read_bytes()
    path.write_bytes(whole[:at] + bytes([whole[at] ^ 1 << bit]) + whole[at + 1 :])
    assert Header.read(path) == _HEADER


def test_the_copy_stands_in_for_a_sector_that_cannot_be_read(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _HEADER.write(path)
    really_open = Path.open

    def bad_disk(self: Path, mode: str = "r") -> Any:
        if self == path:
            raise OSError(errno.EIO, "Input/output error")
        return really_open(self, mode)

    monkeypatch.setattr(Path, "open", bad_disk)
    assert Header.read(path) == _HEADER
    _copy(path).unlink()
    with pytest.raises(HeaderDamaged):
        Header.read(path)


def test_with_a_damaged_copy_too_it_is_the_header_that_is_spoken_of(path: Path) -> None:
    _HEADER.write(path)
    path.unlink()
    _copy(path).write_bytes(b"{")
    with pytest.raises(HeaderMissing):
        Header.read(path)


def test_a_copy_of_a_newer_header_does_not_hide_that_it_is_newer(path: Path) -> None:
    newer = json.dumps({**json.loads(_HEADER.as_text()), "version": 2}).encode()
    for one in (path, _copy(path)):
        one.write_bytes(newer)
    with pytest.raises(HeaderTooNew):
        Header.read(path)


def test_a_new_passphrase_is_retired_in_the_copy_too(path: Path) -> None:
    _HEADER.write(path)
    _HEADER.with_passphrase(_KEY, "new", _CHEAP).write(path)
    path.unlink()
    with pytest.raises(WrongPassphrase):
        Header.read(path).open_with_passphrase("rye")


def test_a_header_of_a_newer_program_is_left_to_it(path: Path) -> None:
    said = {**json.loads(_HEADER.as_text()), "version": 2, "holders": "something new"}
    _only(path, json.dumps(said).encode())
    with pytest.raises(HeaderTooNew) as caught:
        Header.read(path)
    assert isinstance(caught.value, TooNew)
    assert (caught.value.found, caught.value.known) == (2, 1)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=300)
@given(data=st.data())
def test_a_fallen_bit_is_damage_and_never_a_wrong_passphrase(path: Path, data: st.DataObject) -> None:
    whole = _HEADER.as_text().encode()
    at = data.draw(st.integers(0, len(whole) - 1))
    bit = data.draw(st.integers(0, 7))
    _only(path, whole[:at] + bytes([whole[at] ^ 1 << bit]) + whole[at + 1 :])
    try:
        header = Header.read(path)
    except (Damaged, TooNew):
        return
    # The only bits that may fall unnoticed are those of white space, which says nothing.
    assert header == _HEADER


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(length=st.integers(0, len(_HEADER.as_text()) - 3))
def test_a_header_that_is_cut_off_is_damaged(path: Path, length: int) -> None:
    _only(path, _HEADER.as_text().encode()[:length])
    with pytest.raises(HeaderDamaged) as caught:
        Header.read(path)
    assert "not about the passphrase" in caught.value.phrase.in_english()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(noise=st.binary(max_size=300))
def test_any_other_file_in_its_place_is_a_damaged_header(path: Path, noise: bytes) -> None:
    with pytest.raises(HeaderDamaged):
        Header.read(_only(path, noise))


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)


@given(data=st.data(), other=_JSON)
def test_a_header_of_another_shape_is_damaged_even_with_a_fitting_sum(data: st.DataObject, other: Any) -> None:
    said = json.loads(_HEADER.as_text())
    del said["sum"]
    holder = said["holders"]["passphrase"]
    places: list[tuple[Any, str]] = [
        (said, "version"), (said, "check"), (said, "holders"), (said["holders"], "keychain"), (holder, "nonce"),
        (holder, "sealed"), (holder, "salt"), (holder, "argon2id"), (holder["argon2id"], "memory"),
        (holder["argon2id"], "lanes"), (holder["argon2id"], "iterations"),
    ]  # fmt: skip
    inside, name = data.draw(st.sampled_from(places))
    inside[name] = other
    try:
        header = Header.from_text(json.dumps({**said, "sum": _sum_of(said)}))
    except (HeaderDamaged, HeaderTooNew):
        return
    # What is still a header opens, or says why not; it never asks for a day of work first.
    for wrapped in header.held.values():
        assert wrapped.cost is None or wrapped.cost.is_sane()


@pytest.mark.parametrize("number", ["Infinity", "-Infinity", "NaN", "1e999"])
@pytest.mark.parametrize("name", ["memory", "iterations", "lanes"])
def test_a_number_that_no_machine_can_count_to_is_damage(path: Path, name: str, number: str) -> None:
    said = json.loads(_HEADER.as_text())
    del said["sum"]
    said["holders"]["passphrase"]["argon2id"][name] = json.loads(number)
    text = json.dumps({**said, "sum": _sum_of(said)})
    with pytest.raises(HeaderDamaged):
        Header.read(_only(path, text.encode()))


@pytest.mark.parametrize("deep", ['{"a":' * 20_000, "[" * 60_000])
def test_a_header_nested_without_end_is_damaged(path: Path, deep: str) -> None:
    with pytest.raises(HeaderDamaged):
        Header.read(_only(path, deep.encode()))


def test_a_forged_cost_does_not_stop_the_till_for_a_day(path: Path) -> None:
    said = json.loads(_HEADER.as_text())
    del said["sum"]
    said["holders"]["passphrase"]["argon2id"]["memory"] = 2**40
    with pytest.raises(HeaderDamaged):
        Header.from_text(json.dumps({**said, "sum": _sum_of(said)}))


@pytest.mark.parametrize(
    ("number", "kind"),
    [(errno.ENOSPC, DiskFull), (errno.EROFS, ReadOnly), (errno.EACCES, ReadOnly), (errno.EIO, StoreError)],
)
def test_a_header_that_cannot_be_written_says_why_and_leaves_the_old_one(
    path: Path, monkeypatch: pytest.MonkeyPatch, number: int, kind: type[StoreError]
) -> None:
    _HEADER.write(path)

    def refuse(handle: int) -> None:
        raise OSError(number, "no")

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(kind):
        _HEADER.with_passphrase(_KEY, "new", _CHEAP).write(path)
    monkeypatch.undo()
    assert Header.read(path) == _HEADER
    assert sorted(one.name for one in path.parent.iterdir()) == ["book.key", "book.key.copy"]


def test_a_folder_in_the_place_of_the_header_is_no_traceback(path: Path) -> None:
    path.mkdir()
    with pytest.raises(StoreError):
        Header.read(path)


_WRITER = """
import sys, itertools
from pathlib import Path
from shopkeeper.store.cipher import Cost, Header
key = bytes(range(32))
header = Header.new(key, "book")
print("ready", flush=True)
for number in itertools.count():
    header.with_passphrase(key, "rye", Cost(memory=64, iterations=1, lanes=1)).write(Path(sys.argv[1]))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is a thing of other systems")
def test_a_header_survives_a_kill_while_it_is_written(path: Path) -> None:
    for attempt in range(8):
        writer = subprocess.Popen([sys.executable, "-c", _WRITER, str(path)], stdout=subprocess.PIPE)
        assert writer.stdout is not None
        writer.stdout.readline()
        while not _copy(path).exists():
            time.sleep(0.001)
        time.sleep(0.002 * attempt)
        writer.send_signal(signal.SIGKILL)
        writer.wait()
        writer.stdout.close()
        assert Header._read_one(path).open_with_passphrase("rye") == _KEY
        assert Header._read_one(_copy(path)).open_with_passphrase("rye") == _KEY
