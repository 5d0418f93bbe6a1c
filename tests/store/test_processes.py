"""Two processes and one book: the window never waits, a killed import was never there, a kept fact stays."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from shopkeeper.store import Busy, Store
from tests.store.books import KEY, NOW, Book, a_book, rows_in, values

ROOT = Path(__file__).parents[2]


@contextmanager
def a_child(path: Path, verb: str, number: int = 0) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-m", "tests.store.writer", str(path), verb, str(number)]
    with subprocess.Popen(command, cwd=ROOT, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as child:
        try:
            yield child
        finally:
            child.kill()


def says(child: subprocess.Popen[str]) -> str:
    assert child.stdout is not None
    return child.stdout.readline().strip()


def test_the_window_reads_while_a_child_writes_and_its_own_act_is_told_to_wait(book: Book) -> None:
    ana = book.known("Ana Duarte")
    with a_child(book.store.path, "hold") as child:
        assert says(child) == "holding"
        start = time.perf_counter()
        assert book.found("ana") == ["Ana Duarte"]
        assert book.store.memory_of(ana.uid).person == ana
        with pytest.raises(Busy):
            book.known("Bo Lund")
        assert time.perf_counter() - start < 0.5, "the window does not wait"
        child.communicate("\n")
    book.known("Bo Lund")
    assert book.store.count() == 2


def test_a_child_waits_for_the_window_and_what_it_wrote_is_seen_at_once(book: Book) -> None:
    book.known("Ana Duarte")
    with a_child(book.store.path, "all", 50) as child:
        assert [says(child), says(child)] == ["writing", "written"]
        child.wait(20)
    assert book.store.count() == 51
    assert "Child 7" in book.found("child 7")
    assert book.store.check() == ()


def test_looking_up_beside_an_open_window_sees_what_was_just_kept(book: Book) -> None:
    with Store.open(book.store.path, KEY, read_only=True, now=NOW) as beside:
        book.known("Ana Duarte")
        assert [hit.name for hit in beside.find("ana")] == ["Ana Duarte"]
        assert beside.count() == 1
    book.known("Bo Lund")
    assert book.store.count() == 2


def test_an_import_that_is_killed_was_never_there(tmp_path: Path) -> None:
    with a_book(tmp_path) as book:
        book.known("Ana Duarte")
        path = book.store.path
    before = rows_in(path)
    outcomes = []
    for delay in (0.05, 0.2, 0.4, 0.7, 1.1):
        with a_child(path, "all", 5000) as child:
            assert says(child) == "writing"
            time.sleep(delay)
            child.kill()
            child.wait(10)
        start = time.perf_counter()
        with Store.open(path, KEY, now=NOW) as store:
            assert time.perf_counter() - start < 2
            outcomes.append(store.count())
            assert store.count() in (1, 5001)
            assert store.check() == ()
            if store.count() == 5001:
                again = Book(store)
                act = store.last_act()
                assert act is not None
                again.numbers = iter(range(10_000_000, 1 << 40))
                again.undo(act.uid)
        assert rows_in(path) == before
    assert 1 in outcomes, "at least one of them was killed in the middle"


def test_what_was_acknowledged_survives_a_kill(tmp_path: Path) -> None:
    with a_book(tmp_path) as book:
        path = book.store.path
    with a_child(path, "each", 100_000) as child:
        said = [says(child) for _ in range(40)]
        child.kill()
        child.wait(10)
    with Store.open(path, KEY, now=NOW) as store:
        assert set(said) <= set(store.uids())
        assert store.check() == ()


def test_the_wal_does_not_grow_for_ever(book: Book) -> None:
    for n in range(60):
        book.known(f"Somebody {n}")
    book.store.close()
    assert [file.name for file in book.store.path.parent.iterdir() if file.name.startswith("book")] == ["book.db"]
    assert values(book.store.path, "SELECT count(*) FROM person") == [60]
