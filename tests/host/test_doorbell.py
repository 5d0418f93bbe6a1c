"""The bell at the door: who may ring, where it hangs, and what is left when it is taken down."""

from __future__ import annotations

import os
import pickle
import stat
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from shopkeeper.host import doorbell
from shopkeeper.host.doorbell import Answer, Doorbell, Message

sockets = pytest.mark.skipif(sys.platform == "win32", reason="this looks at the socket; Windows has a pipe")


class Heard(list[Message]):
    """What was asked for, one after another."""

    def __call__(self, message: Message) -> Answer:
        self.append(message)
        return Answer(0, out="yes")


@pytest.fixture
def heard() -> Heard:
    return Heard()


@pytest.fixture
def door(tmp_path: Path) -> Path:
    (tmp_path / "till").mkdir()
    return tmp_path / "till" / "book.door"


@pytest.fixture
def bell(door: Path, heard: Heard) -> Iterator[Doorbell]:
    bell = Doorbell(door, heard)
    yield bell
    bell.close()


def _ring(door: Path, message: Message | None = None) -> Answer | None:
    return doorbell.ring(door, message or Message("raise"), time.monotonic() + 2, 2)


def _address(door: Path) -> str:
    found = doorbell._read_door(door)
    assert found is not None
    return found[0]


@sockets
def test_door_and_bell_are_for_this_account_alone(bell: Doorbell, door: Path) -> None:
    assert stat.S_IMODE(door.stat().st_mode) == 0o600
    assert stat.S_IMODE(Path(_address(door)).stat().st_mode) == 0o600


@sockets
def test_the_bell_hangs_in_the_books_own_folder(bell: Doorbell, door: Path) -> None:
    assert Path(_address(door)).parent == door.parent


@sockets
@pytest.mark.parametrize("letter", ["x", "박"])
def test_a_folder_with_a_very_long_name_has_its_bell_elsewhere(tmp_path: Path, heard: Heard, letter: str) -> None:
    folder = tmp_path / (letter * 70) / (letter * 70)
    folder.mkdir(parents=True)
    bell = Doorbell(folder / "book.door", heard)
    address = Path(_address(folder / "book.door"))
    assert len(os.fsencode(address)) <= 100
    assert stat.S_IMODE(address.parent.stat().st_mode) == 0o700
    assert _ring(folder / "book.door") == Answer(0, out="yes")
    bell.close()
    assert not address.parent.exists()
    assert list(folder.iterdir()) == []


@sockets
def test_a_disk_that_knows_no_sockets_has_its_bell_elsewhere(
    door: Path, heard: Heard, monkeypatch: pytest.MonkeyPatch
) -> None:
    import multiprocessing.connection as connection

    real = connection.Listener

    def picky(address: str, *args: Any, **options: Any) -> Any:
        if address.startswith(str(door.parent)):
            raise OSError(1, "Operation not permitted")
        return real(address, *args, **options)

    monkeypatch.setattr(connection, "Listener", picky)
    bell = Doorbell(door, heard)
    assert _ring(door) == Answer(0, out="yes")
    bell.close()


@sockets
def test_a_bell_of_a_killed_program_elsewhere_is_cleared_away(tmp_path: Path, heard: Heard) -> None:
    folder = tmp_path / ("x" * 100)
    folder.mkdir()
    door = folder / "book.door"
    bell = Doorbell(door, heard)
    left, address = door.read_bytes(), Path(_address(door))
    bell.close()
    # Put back what a killed program leaves.
    address.parent.mkdir(mode=0o700)
    import socket

    with socket.socket(socket.AF_UNIX) as stale:
        stale.bind(str(address))
    door.write_bytes(left)
    doorbell.clear_away(door)
    assert not address.parent.exists()
    assert not door.exists()


def test_clearing_away_touches_nothing_that_is_not_a_bell(tmp_path: Path, door: Path) -> None:
    precious = tmp_path / "contacts.vcf"
    precious.write_text("Ana")
    doorbell._write_door(door, str(precious), b"x")
    doorbell.clear_away(door)
    assert precious.read_text() == "Ana"
    assert not door.exists()


def test_a_stranger_who_cannot_read_the_door_is_not_heard(bell: Doorbell, door: Path, heard: Heard) -> None:
    doorbell._write_door(door, _address(door), b"a guess")
    assert _ring(door) == doorbell.NO_ANSWER
    assert heard == []


def test_an_impostor_at_the_address_is_not_believed(bell: Doorbell, door: Path, tmp_path: Path) -> None:
    other = tmp_path / "other" / "book.door"
    other.parent.mkdir()
    impostor = Doorbell(other, lambda message: Answer(0, out="trust me"))
    doorbell._write_door(other, _address(other), bell._secret)
    assert _ring(other) == doorbell.NO_ANSWER
    impostor.close()


def test_a_talk_cannot_be_played_again(bell: Doorbell, door: Path, heard: Heard) -> None:
    address, secret = doorbell._read_door(door) or pytest.fail("no door")
    with doorbell._connect(address) as first:
        said = doorbell._sealed(secret, b"ask" + first.recv_bytes(), {"verb": "raise", "args": []})
        first.send_bytes(said)
        first.recv_bytes()
    with doorbell._connect(address) as second:
        second.recv_bytes()
        second.send_bytes(said)
        with pytest.raises(EOFError):
            second.recv_bytes()
    assert len(heard) == 1


@pytest.mark.parametrize("noise", [b"", b"x", b"\x00" * 31, b"\xff" * 5_000, pickle.dumps(Message("raise"))])
def test_noise_at_the_door_is_passed_over(bell: Doorbell, door: Path, heard: Heard, noise: bytes) -> None:
    with doorbell._connect(_address(door)) as caller:
        caller.recv_bytes()
        caller.send_bytes(noise)
    assert _ring(door) == Answer(0, out="yes")
    assert len(heard) == 1


@pytest.mark.parametrize("said", [{}, {"verb": 1}, {"verb": "do", "args": [1]}, {"verb": "do", "args": "x"}])
def test_a_message_of_another_shape_is_passed_over(
    bell: Doorbell, door: Path, heard: Heard, said: dict[str, Any]
) -> None:
    address, secret = doorbell._read_door(door) or pytest.fail("no door")
    with doorbell._connect(address) as caller:
        caller.send_bytes(doorbell._sealed(secret, b"ask" + caller.recv_bytes(), said))
        with pytest.raises(EOFError):
            caller.recv_bytes()
    assert heard == []


def test_a_caller_who_says_nothing_keeps_nobody_else_waiting(bell: Doorbell, door: Path) -> None:
    with doorbell._connect(_address(door)), doorbell._connect(_address(door)):
        begun = time.monotonic()
        assert _ring(door) == Answer(0, out="yes")
        assert time.monotonic() - begun < 1


@pytest.mark.parametrize(
    "half", ["", "{", "[]", '{"version": 2}', '{"version": 1, "address": "zz", "secret": ""}', '{"version": 1}', "\x00"]
)
def test_half_a_door_is_no_door(door: Path, half: str) -> None:
    door.write_text(half)
    assert _ring(door) is None
    doorbell.clear_away(door)
    assert not door.exists()


def test_a_closed_bell_leaves_nothing_behind(door: Path, heard: Heard) -> None:
    bell = Doorbell(door, heard)
    bell.close()
    assert list(door.parent.iterdir()) == []
    assert _ring(door) is None


def test_waiting_for_a_ring_costs_nothing(bell: Doorbell) -> None:
    before = time.process_time()
    time.sleep(0.5)
    assert time.process_time() - before < 0.05
