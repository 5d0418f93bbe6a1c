"""One book, one program: tried with real processes, killed where that matters."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from shopkeeper.host.lock import Answer, BookLock, CannotLock, Message, take_or_send
from shopkeeper.host.paths import Places

Start = Callable[..., "subprocess.Popen[str]"]


@pytest.fixture
def places(tmp_path: Path) -> Places:
    return Places.within(tmp_path / "till").make()


@pytest.fixture
def start(places: Places) -> Iterator[Start]:
    """Start another program on this book, and wait until it says how it went."""
    running: list[subprocess.Popen[str]] = []

    def begin(*options: str, expect: str = "held") -> subprocess.Popen[str]:
        command = [sys.executable, "-m", "tests.host.holder", str(places.data), *options]
        other = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
        )
        running.append(other)
        assert other.stdout is not None
        assert other.stdout.readline() == expect + "\n"
        return other

    yield begin
    for other in running:
        other.kill()
        other.communicate()


def _echo(answer: Answer | BookLock | None) -> list[object]:
    assert isinstance(answer, Answer)
    assert answer.code == 0
    found: list[object] = json.loads(answer.out)
    return found


def test_only_one_program_holds_a_book(places: Places, start: Start) -> None:
    start()
    assert BookLock.take(places) is None
    start(expect="held by another")


def test_the_same_program_cannot_hold_a_book_twice(places: Places) -> None:
    with BookLock.take(places) or pytest.fail("nobody holds it"):
        assert BookLock.take(places) is None
    assert BookLock.take(places) is not None


def test_two_books_do_not_stand_in_each_others_way(tmp_path: Path) -> None:
    first, second = (BookLock.take(Places.within(tmp_path / name)) for name in ("one", "two"))
    assert first is not None
    assert second is not None


def test_a_program_that_ends_lets_the_book_go(places: Places, start: Start) -> None:
    other = start()
    other.communicate()
    assert other.returncode == 0
    lock = BookLock.take(places)
    assert lock is not None
    lock.release()
    lock.release()  # twice is once
    assert sorted(one.name for one in places.data.iterdir()) == ["backups", "book.lock", "log"]


@pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is a thing of other systems")
def test_a_killed_program_does_not_lock_the_shop_out(places: Places, start: Start) -> None:
    for _ in range(3):
        other = start()
        other.send_signal(signal.SIGKILL)
        other.wait()
        assert places.door.exists()  # it had no time to clear away
    begun = time.monotonic()
    lock = BookLock.take(places)
    assert lock is not None
    assert not places.door.exists()
    assert lock.listen(lambda message: Answer(7))
    assert take_or_send(places, Message("raise")) == Answer(7)
    assert time.monotonic() - begun < 1
    lock.release()


def test_a_lock_file_from_anywhere_does_not_lock_the_shop_out(places: Places) -> None:
    # What a copied data folder brings along: a lock file with the number of a living process, and a door.
    places.lock.write_text(str(os.getpid()))
    places.door.write_text('{"version": 1, "address": "2f6e6f7768657265", "secret": "00"}')
    lock = BookLock.take(places)
    assert lock is not None
    lock.release()


def test_a_second_start_is_answered_within_a_second(places: Places, start: Start) -> None:
    start()
    begun = time.monotonic()
    assert _echo(take_or_send(places, Message("raise"))) == ["raise", []]
    assert time.monotonic() - begun < 1


def test_a_message_arrives_as_it_was_sent(places: Places, start: Start) -> None:
    start()
    said = Message("open", ("/srv/shop/contacts 박지.vcf", "", "a\nb\x00c", "--x"))
    assert _echo(take_or_send(places, said)) == ["open", list(said.args)]


def test_an_answer_may_be_long(places: Places, start: Start) -> None:
    start()
    answer = take_or_send(places, Message("do", ("print", "1000000")))
    assert isinstance(answer, Answer)
    assert answer.out == "ñ" * 1_000_000


def test_raising_does_not_wait_for_a_long_verb(places: Places, start: Start) -> None:
    start()
    answers: list[Answer | BookLock | None] = []
    slow = threading.Thread(target=lambda: answers.append(take_or_send(places, Message("do", ("sleep", "2")))))
    slow.start()
    begun = time.monotonic()
    assert _echo(take_or_send(places, Message("raise"))) == ["raise", []]
    assert time.monotonic() - begun < 1
    slow.join()
    assert _echo(answers[0]) == ["do", ["sleep", "2"]]


def test_nobody_listening_is_told_in_time(places: Places, start: Start) -> None:
    start("--silent")
    begun = time.monotonic()
    assert take_or_send(places, Message("raise"), timeout=0.3) is None
    assert 0.2 < time.monotonic() - begun < 2


def test_a_machine_without_a_way_to_listen_still_keeps_the_book(
    places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(1, "Operation not permitted")

    with BookLock.take(places) or pytest.fail("nobody holds it") as lock:
        monkeypatch.setattr("shopkeeper.host.doorbell._listener", refuse)
        assert not lock.listen(lambda message: Answer(0))
        assert BookLock.take(places) is None


def test_a_program_that_is_only_starting_is_waited_for(places: Places) -> None:
    with BookLock.take(places) or pytest.fail("nobody holds it") as lock:
        later = threading.Timer(0.4, lock.listen, args=(lambda message: Answer(3),))
        later.start()
        assert take_or_send(places, Message("raise"), timeout=5) == Answer(3)
        later.join()


def test_a_program_that_is_just_closing_is_waited_for(places: Places) -> None:
    first = BookLock.take(places)
    assert first is not None
    later = threading.Timer(0.3, first.release)
    later.start()
    second = take_or_send(places, Message("raise"), timeout=5)
    assert isinstance(second, BookLock)
    later.join()
    second.release()


@pytest.mark.skipif(sys.platform == "win32", reason="a process is stopped in another way there")
def test_a_program_that_hangs_does_not_hang_the_second_start(places: Places, start: Start) -> None:
    other = start()
    other.send_signal(signal.SIGSTOP)
    begun = time.monotonic()
    assert take_or_send(places, Message("raise"), timeout=0.5) is None
    assert time.monotonic() - begun < 2
    other.send_signal(signal.SIGCONT)
    assert _echo(take_or_send(places, Message("raise"))) == ["raise", []]


def test_what_was_heard_is_never_asked_twice(places: Places, start: Start) -> None:
    other = start()
    answer = take_or_send(places, Message("do", ("die",)), timeout=5)
    assert isinstance(answer, Answer)
    assert answer.code == 75
    assert other.wait() == 9
    slow = start()
    answer = take_or_send(places, Message("do", ("sleep", "30")), patience=0.2)
    assert isinstance(answer, Answer)
    assert answer.code == 75
    slow.kill()


def test_a_verb_that_goes_wrong_answers_and_does_not_end_the_listening(places: Places, start: Start) -> None:
    start()
    answer = take_or_send(places, Message("do", ("fail",)))
    assert isinstance(answer, Answer)
    assert answer.code == 1
    assert "Ana" not in answer.err
    assert _echo(take_or_send(places, Message("raise"))) == ["raise", []]


def test_many_starts_at_once_are_all_answered(places: Places, start: Start) -> None:
    start()
    answers: list[Answer | BookLock | None] = []
    threads = [
        threading.Thread(target=lambda: answers.append(take_or_send(places, Message("raise"), timeout=10)))
        for _ in range(40)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [one.code for one in answers if isinstance(one, Answer)] == [0] * 40


def test_of_many_starts_at_once_one_gets_the_book(places: Places) -> None:
    command = [sys.executable, "-m", "tests.host.holder", str(places.data)]
    others = [
        subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1) for _ in range(6)
    ]
    said = [other.stdout.readline().strip() for other in others if other.stdout is not None]
    for other in others:
        other.communicate()
    assert sorted(said) == ["held"] + ["held by another"] * 5


def test_a_child_process_does_not_keep_the_lock_of_its_parent(places: Places) -> None:
    lock = BookLock.take(places)
    assert lock is not None
    child = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE, close_fds=False)
    lock.release()
    again = BookLock.take(places)
    child.communicate(b"\n")
    assert again is not None
    again.release()


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="nobody keeps root from writing")
def test_a_folder_that_cannot_be_written_says_so(places: Places) -> None:
    places.data.chmod(0o500)
    try:
        with pytest.raises(CannotLock) as caught:
            BookLock.take(places)
        assert "only be looked at" in caught.value.phrase.in_english()
    finally:
        places.data.chmod(0o700)


def test_a_place_that_can_hold_no_lock_says_so(tmp_path: Path) -> None:
    (tmp_path / "till").write_text("a file where the folder should be")
    with pytest.raises(CannotLock):
        BookLock.take(Places.within(tmp_path / "till"))
