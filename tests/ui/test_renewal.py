"""The search of an older book is renewed behind the counter, by a child that nobody has to know of."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ui.conftest import Room
from tests.ui.test_arrivals import SUMMARY, child

JOB = ("renew-search",)


@pytest.fixture
def older(room: Room) -> Room:
    """A counter over a book whose search is by older rules; the child takes as long as it is let."""
    room.book.is_current = False
    room.book.child = child("tell(at=1, of=2); sys.stdin.read()")
    room.open()
    return room


def test_a_book_of_an_older_program_has_its_search_renewed(older: Room) -> None:
    older.app.renewal.begin()
    assert older.book.asked.count(JOB) == 1
    assert older.window.notice.words().startswith("The search is brought up to date.")
    assert older.window.is_at_counter()


def test_the_line_goes_when_the_search_is_whole(older: Room) -> None:
    older.book.child = child("tell(done={'people': 3})")
    older.app.renewal.begin()
    older.qtbot.waitUntil(lambda: not older.app.renewal.is_at_work)
    assert older.window.notice.words() == ""


def test_it_is_never_renewed_twice_at_a_time(older: Room) -> None:
    older.app.renewal.begin()
    older.app.renewal.begin()
    assert older.book.asked.count(JOB) == 1


def test_a_search_that_is_whole_is_left_alone(room: Room) -> None:
    room.open()
    room.app.renewal.begin()
    assert JOB not in room.book.asked


def test_it_steps_aside_for_a_file_that_is_brought_in_and_goes_on_after_it(older: Room) -> None:
    older.app.renewal.begin()
    older.book.child = child(f"tell(done={SUMMARY!r})")
    older.app.arrivals.begin(Path("/phone/contacts.vcf"))
    assert not older.app.renewal.is_at_work
    older.qtbot.waitUntil(lambda: older.window.bring_in.act == "act-1")
    older.qtbot.waitUntil(lambda: not older.app.arrivals.is_busy)
    older.app.renewal.begin()
    assert older.book.asked.count(JOB) == 2


def test_a_child_that_fails_is_not_started_again_and_again(older: Room) -> None:
    older.book.child = child("sys.exit(1)")
    older.app.renewal.begin()
    older.qtbot.waitUntil(lambda: not older.app.renewal.is_at_work)
    older.app.renewal.begin()
    assert older.book.asked.count(JOB) == 1


def test_it_ends_with_the_book(older: Room) -> None:
    older.app.renewal.begin()
    older.app.close()
    assert not older.app.renewal.is_at_work
