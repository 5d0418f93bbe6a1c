"""The hours: the day turns in a window that is left on, and the book is put in order in quiet moments."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from shopkeeper.remember.reminder import Mark
from shopkeeper.ui.hours import until_midnight
from shopkeeper.usecases.bring_in import bring_in
from tests.ui.conftest import Room
from tests.ui.own import Hands, real_book
from tests.ui.test_arrivals import SUMMARY, child
from tests.usecases.shops import vcard

LATE = datetime(2026, 11, 22, 23, 59, 59, 800_000).astimezone()


def of_today(room: Room) -> list[str]:
    return [words[0] for words in room.window.rail.today.words()]


def test_at_midnight_list_card_and_rows_are_of_the_new_day(room: Room, tmp_path: Path) -> None:
    clock = Hands([LATE - timedelta(days=12)])
    with real_book(room, tmp_path / "book", clock) as shop:
        bring_in(shop, vcard("FN:Ana Duarte", "BDAY:--1123"), "days.vcf")
        room.open()
        room.write("ana")
        card, told = room.lines(), of_today(room)
        rows = room.window.rail.results.rows()
        clock.at[0] = LATE
        room.app.hours.came_back()
        assert room.lines() != card, "the card says in how many days it is"
        before = room.lines()
        clock.at[0] = LATE + timedelta(seconds=1)
        room.qtbot.waitUntil(lambda: room.lines() != before)
        room.qtbot.waitUntil(lambda: of_today(room) != told)
        (row,) = room.window.rail.results.rows()
        assert row.badges != rows[0].badges
        assert Mark.OCCASION in row.badges
        assert room.window.rail.search.text() == "ana"


def test_after_the_computer_has_slept_the_first_key_brings_the_new_day(counter: Room) -> None:
    counter.book.moment += timedelta(days=2)
    turned: list[bool] = []
    counter.app.hours.day_turned.connect(lambda: turned.append(True))
    counter.write("a")
    assert turned == [True]


def test_the_window_in_front_again_looks_at_the_day(counter: Room) -> None:
    counter.book.moment += timedelta(days=1)
    turned: list[bool] = []
    counter.app.hours.day_turned.connect(lambda: turned.append(True))
    QApplication.sendEvent(counter.window, QEvent(QEvent.Type.ActivationChange))
    assert turned == [True]


@pytest.mark.parametrize(
    ("now", "left"), [(datetime(2026, 11, 22, 23, 59, 59), 1_001), (datetime(2026, 11, 22), 86_400_001)]
)
def test_midnight_is_waited_for_to_the_millisecond(now: datetime, left: int) -> None:
    assert until_midnight(now.astimezone()) == left


def test_while_a_child_is_at_work_the_book_is_left_alone_and_rests_afterwards(counter: Room, tmp_path: Path) -> None:
    moments: list[bool] = []
    counter.app.hours.quiet.connect(lambda: moments.append(counter.app.arrivals.is_busy))
    counter.app.hours._quiet.setInterval(50)
    go = tmp_path / "go"
    waiting = f"import pathlib, time\nwhile not pathlib.Path({str(go)!r}).exists(): time.sleep(0.01)\n"
    counter.book.child = child(f"{waiting}tell(done={SUMMARY!r})")
    counter.app.arrivals.begin(Path("/phone/a.vcf"))
    counter.app.hours.touched()
    counter.qtbot.waitUntil(lambda: True in moments)
    assert counter.book.rested == 0, "a quiet moment has come, and the child was still at work"
    go.touch()
    counter.qtbot.waitUntil(lambda: counter.book.rested == 1)


def test_the_book_rests_once_nobody_has_typed_for_a_while_and_not_before(counter: Room) -> None:
    quiet = counter.app.hours._quiet
    for letter in "ana du":
        quiet.stop()
        counter.write(letter)
        assert quiet.isActive(), "the wait begins anew with every key"
        assert counter.book.rested == 0
    quiet.setInterval(0)
    counter.qtbot.waitUntil(lambda: counter.book.rested == 1)
    assert not quiet.isActive(), "once, until there is something to do again"


def test_a_key_pressed_while_the_book_is_put_in_order_waits_for_one_step_at_most(
    counter: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps: list[str] = []

    def in_steps(_book: object) -> Iterator[None]:
        for _ in range(1000):
            steps.append(counter.window.rail.search.text())
            yield

    monkeypatch.setattr(type(counter.book), "rest", in_steps)
    counter.app.hours.quiet.emit()
    counter.qtbot.waitUntil(lambda: len(steps) > 2)
    before = len(steps)
    counter.write("ana")
    QApplication.processEvents()
    assert len(steps) == before, "it goes on in the next quiet moment"
    counter.app.hours.quiet.emit()
    counter.qtbot.waitUntil(lambda: len(steps) > before)
    counter.app.bridge.close()
    after = len(steps)
    QApplication.processEvents()
    assert len(steps) == after, "of a closed book nothing is asked"


def test_after_a_rest_what_nobody_uses_is_let_go_and_what_came_with_the_book_not_looked_through(counter: Room) -> None:
    class Knot:
        def __init__(self) -> None:
            self.itself = self

    counter.qtbot.waitUntil(lambda: gc.get_freeze_count() > 0)
    came_with_the_book = gc.get_freeze_count()
    gone = weakref.ref(Knot())
    later: list[list[str]] = [[] for _ in range(20_000)]
    counter.app._resting.rested.emit()
    assert gone() is None
    assert gc.get_freeze_count() < came_with_the_book + len(later)
