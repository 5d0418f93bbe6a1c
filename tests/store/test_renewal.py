"""The index of a book that other rules made, renewed a little at a time: searched, written to and killed meanwhile."""

from __future__ import annotations

import shutil
import signal
import subprocess
import sys
from dataclasses import replace
from itertools import count
from pathlib import Path

import pytest

from shopkeeper.domain.change import removed
from shopkeeper.domain.person import Name, Person
from shopkeeper.search import keys
from shopkeeper.store import ReadOnly, Store
from shopkeeper.store import store as store_module
from tests.store.books import KEY, NOW, Book, a_book
from tests.store.test_eras import ERAS

PEOPLE = 350
ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def older(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A closed book whose index is of other rules: its names are found, but by nothing else."""
    monkeypatch.setattr(store_module, "_SMALL", 0)
    with a_book(tmp_path) as book:
        book.make(*(book.person(f"Ana Duarte Nr{n}", title="baker") for n in range(PEOPLE)))
        raw = book.store._raw
        raw.execute("UPDATE name_keys SET version = version - 1")
        raw.execute("UPDATE ns SET alt = alt || ' oldrule'")
        raw.execute("DELETE FROM thing")
        return book.store.path


def opened(path: Path) -> Store:
    return Store.open(path, KEY, now=NOW, busy_ms=5000)


def test_a_large_book_of_other_rules_is_searched_as_it_is(older: Path) -> None:
    with opened(older) as store:
        assert not store.search_is_current()
        assert len(store.find("duarte")) == 20
        assert [problem.in_english() for problem in store._index.check(())] == [
            "The search was made by another version of the program."
        ]


def test_renewed_everybody_is_found_by_the_new_rules_and_nothing_is_left_of_the_old(older: Path) -> None:
    told: list[tuple[int, int]] = []
    with opened(older) as store:
        store.renew_search(lambda at, of: told.append((at, of)))
        assert store.search_is_current()
        assert (store.find("oldrule"), len(store._index.remembered(["baker"], 500))) == ((), PEOPLE)
        assert store.check() == ()
        blocks = b"".join(bytes(row[0]) for row in store._raw.execute("SELECT block FROM ns_data"))
        assert b"oldrul" not in blocks
        assert store._raw.execute("SELECT v FROM ns_config WHERE k = 'secure-delete'").fetchone() == (1,)
        again: list[tuple[int, int]] = []
        store.renew_search(lambda at, of: again.append((at, of)))
    assert told == sorted(told)
    assert told[-1] == (2 * PEOPLE, 2 * PEOPLE)
    assert again == []


def test_what_is_written_between_two_steps_is_neither_lost_nor_stale(older: Path) -> None:
    with opened(older) as store, opened(older) as window:
        book = Book(window, numbers=count(10_000))
        uids = list(window.uids())

        def edit(at: int, of: int) -> None:
            if len(uids) < 9:
                return
            first, last, gone = uids.pop(0), uids.pop(), uids.pop(len(uids) // 2)
            for uid in (first, last):
                person = window.memory_of(uid).person
                book.edit(person, replace(person, name=Name(formatted=f"Zed Zulu {at}")))
            book.do(removed(window.memory_of(gone).person))
            book.known(f"Quill Feather {at}")
            assert window.find(f"zulu {at}")

        store.renew_search(edit)
        assert window.search_is_current()
        assert window.check() == ()
        assert window.find("zuul")[0].name.startswith("Zed Zulu")


def test_killed_at_any_step_it_goes_on_where_it_was(older: Path) -> None:
    killed = (
        "import os, signal, sys\nfrom pathlib import Path\nfrom shopkeeper.store import Store\n"
        "from tests.store.books import KEY, NOW\n"
        "import shopkeeper.store.store as s, shopkeeper.store.vocabulary\ns._SMALL = 0\n"
        "left = int(sys.argv[2])\n"
        "def step(at, of):\n    global left\n    left -= 1\n"
        "    if left < 0: os.kill(os.getpid(), signal.SIGKILL)\n"
        "with Store.open(Path(sys.argv[1]), KEY, now=NOW) as store:\n    store.renew_search(step)\n"
    )
    for steps in (0, 1, 2, 1, 3):
        ended = subprocess.run([sys.executable, "-c", killed, str(older), str(steps)], cwd=ROOT, timeout=60)
        assert ended.returncode in (0, -signal.SIGKILL)
        with opened(older) as store:
            assert len(store.find("duarte")) == 20
    with opened(older) as store:
        store.renew_search()
        assert store.check() == ()


def test_a_program_of_other_rules_that_writes_leaves_the_work_to_be_done_again(
    older: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with opened(older) as store:
        store.renew_search()
    with monkeypatch.context() as other:
        other.setattr(keys, "VERSION", keys.VERSION + 1)
        with opened(older) as store:
            Book(store, numbers=count(10_000)).known("Zed Zulu")
            assert store.find("zulu")
    with opened(older) as store:
        assert not store.search_is_current()
        store.renew_search()
        assert store.check() == ()


def test_a_book_of_the_first_era_becomes_current_at_opening_because_it_is_small(tmp_path: Path) -> None:
    path = tmp_path / "book.db"
    shutil.copyfile(ERAS / "0001.book", path)
    with opened(path) as store:
        assert store.search_is_current()
        assert store._index.remembered(["bees"], 5)


def test_a_book_that_is_only_looked_at_is_not_renewed(older: Path) -> None:
    with Store.open(older, KEY, read_only=True, now=NOW) as store:
        assert not store.search_is_current()
        with pytest.raises(ReadOnly):
            store.renew_search()


def test_a_search_is_broken_off_and_taken_up_again(tmp_path: Path) -> None:
    with a_book(tmp_path) as book:
        book.known("Ana Duarte")
        book.make(Person(uid=book.uid(), name=Name(formatted="Bo Duatre")))
        finding = book.store.look("duatre")
        first = finding.go_on(lambda: False)
        assert [hit.name for hit in first] == ["Bo Duatre"]
        assert not finding.is_done
        assert finding.go_on()[:1] == first
        assert finding.is_done
