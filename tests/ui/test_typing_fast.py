"""Typing faster than the search: no key is lost, no row is stale, and what is shown never flickers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from tests.ui.conftest import Room
from tests.ui.stand_ins import NEVER, Looking, Row, StandInBook, card

Key = Qt.Key
PEOPLE = ("Ana Duarte", "Anton Berg", "Anna Lund", "Annika Berg", "Andrea Sol", "Bo Lund", "Ben Anders", "Zoe Ander")


def rows(*names: str, is_whole: bool = True) -> tuple[Row, ...]:
    return tuple(Row(person_uid=name, name=name, line="Elm St", is_whole=is_whole) for name in names)


class SlowBook(StandInBook):
    """A book whose every search has one person more for a later turn."""

    searches: list[Looking]

    def look(self, text: str, /) -> Looking:
        found = self.found(text)
        looking = Looking([replace(found, rows=found.rows[:1], is_whole=len(found.rows) < 2), found])
        self.searches.append(looking)
        return looking


@pytest.fixture
def typist(room: Room) -> Room:
    """A counter over a slow book."""
    slow = SlowBook(cards={name: card(name, name, *NEVER) for name in PEOPLE}, lines=())
    slow.searches = []
    room.book = room.door.book = slow
    return room.open()


class Watch(QObject):
    """What is painted between two keys."""

    def __init__(self, room: Room) -> None:
        super().__init__()
        place = room.window.card_place
        self.painted: list[str] = []
        self._names = {place.card: "card", place.message: "message", room.window.rail.results_view.viewport(): "rows"}
        self._results = room.window.rail.results
        for widget in self._names:
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            name = self._names[watched]  # type: ignore[index]  # only these are watched
            self.painted.append("no rows" if name == "rows" and not self._results.rowCount() else name)
        return False


def shown(room: Room) -> list[str]:
    return [row.name for row in room.window.rail.results.rows()]


def breathe() -> None:
    """All that waits is painted, and the turns after it come."""
    for _ in range(4):
        QApplication.processEvents()


def settle(room: Room) -> None:
    """All turns of the last search."""
    room.app.bridge.lookup.finish()


def test_after_every_key_the_rows_and_the_card_belong_to_what_is_in_the_box(typist: Room) -> None:
    for name in ("anna lund", "ben", "zoe ander", "bo"):
        typist.window.rail.search.put("")
        for end in range(1, len(name) + 1):
            typist.write(name[end - 1])
            breathe()
            assert typist.window.rail.search.text() == name[:end]
            words = name[:end].split()
            for one in shown(typist):
                parts = one.casefold().split()
                assert all(any(part.startswith(word) for part in parts) for word in words)
            assert typist.lines()[0] == shown(typist)[0]


def test_no_key_is_lost_when_all_of_them_come_at_once(typist: Room) -> None:
    field = typist.window.rail.search.field
    for letter in "anna lund":
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.postEvent(field, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter))
    typist.qtbot.waitUntil(lambda: typist.window.rail.search.text() == "anna lund")
    assert shown(typist) == ["Anna Lund"]


def test_a_key_that_comes_while_a_search_is_unfinished_takes_its_place(typist: Room) -> None:
    typist.write("an")
    assert shown(typist) == ["Ana Duarte"]
    typist.write("t")
    settle(typist)
    assert shown(typist) == ["Anton Berg"]
    assert isinstance(typist.book, SlowBook)
    unfinished = [looking for looking in typist.book.searches if len(looking.turns) == 1]
    assert unfinished, "the search for “an” was broken off"
    breathe()
    assert shown(typist) == ["Anton Berg"]


def test_what_a_search_finds_later_stands_below_and_the_card_stays(typist: Room) -> None:
    typist.write("an")
    before = typist.window.rail.results_view.currentIndex().row(), typist.lines()
    typist.qtbot.waitUntil(lambda: len(shown(typist)) > 1)
    assert shown(typist)[0] == "Ana Duarte"
    assert (typist.window.rail.results_view.currentIndex().row(), typist.lines()) == before
    assert typist.window.rail.search._count == "7 of 8"


def test_the_chosen_row_stays_chosen_when_others_come_below_it(counter: Room) -> None:
    three = rows("Ana", "Anton", "Anna")
    rail = counter.window.rail
    rail.show_results(three[:2], 3)
    rail.step(1)
    rail.show_more(three, 3)
    assert rail.results_view.currentIndex().row() == 1


def test_enter_on_an_unfinished_search_finishes_it_first(typist: Room) -> None:
    typist.write("an")
    typist.press(Key.Key_Return)
    assert len(shown(typist)) == 7
    assert ("here", "Ana Duarte") in typist.book.asked


def test_neither_an_empty_list_nor_an_empty_card_is_painted_between_two_keys(typist: Room) -> None:
    typist.write("a")
    breathe()
    watch = Watch(typist)
    for letter in "nna lund":
        typist.write(letter)
        breathe()
    assert watch.painted
    assert set(watch.painted) <= {"card", "rows"}


def test_a_card_that_stays_is_not_painted_again(typist: Room) -> None:
    typist.write("anna")
    settle(typist)
    breathe()
    watch = Watch(typist)
    typist.write(" l")
    settle(typist)
    breathe()
    assert "card" not in watch.painted


def test_what_makes_the_first_keys_quick_waits_for_no_key_and_ends_with_the_book(room: Room) -> None:
    steps: list[int] = []

    class Warming(StandInBook):
        def warm(self, language: str, /) -> Iterator[None]:
            for step in range(1_000_000):
                steps.append(step)
                yield

    room.book = room.door.book = Warming()
    room.open()
    room.write("ana")
    assert room.lines()[0].startswith("Ana Duarte")
    room.qtbot.waitUntil(lambda: len(steps) > 2)
    room.app.bridge.close()
    after = len(steps)
    breathe()
    assert len(steps) == after


def test_what_the_next_key_may_bring_is_laid_out_before_it_comes(room: Room) -> None:
    class Expecting(StandInBook):
        def look(self, text: str, /) -> Looking:
            return Looking([self.found(text)], expected=self.found("bo").rows)

    room.book = room.door.book = Expecting(cards={name: card(name, name, *NEVER) for name in PEOPLE})
    room.open()
    room.write("b")
    ready = room.window.rail._result_row._laid
    expected = room.book.found("bo").rows
    room.qtbot.waitUntil(lambda: all(row in ready for row in expected))
    assert shown(room)[0] == "Anton Berg", "nothing of it is shown"


def test_a_turn_that_was_near_when_a_key_came_waits_for_its_paint(typist: Room) -> None:
    typist.write("a")
    breathe()
    watch = Watch(typist)
    lookup = typist.app.bridge.lookup
    lookup.found_more.connect(lambda _rows, _total: watch.painted.append("later"))
    # Both rings come in one turn.
    QTimer.singleShot(0, lambda: typist.write("n"))
    lookup._spare._timer.start()
    breathe()
    assert watch.painted.index("rows") < watch.painted.index("later")


def test_no_widget_is_made_by_a_key(typist: Room) -> None:
    typist.write("an")
    settle(typist)
    breathe()
    before = set(typist.window.findChildren(QObject))
    for letter in "na":
        typist.write(letter)
        settle(typist)
        breathe()
    assert set(typist.window.findChildren(QObject)) == before


def test_rows_out_of_sight_are_told_later_and_cost_the_list_no_place(counter: Room) -> None:
    rail = counter.window.rail
    names = [f"Person {n}" for n in range(20)]
    rail.show_results((*rows(*names[:9]), *rows(*names[9:], is_whole=False)), 20)
    place, tall = rail.results_view.geometry(), rail.results_view.verticalScrollBar().maximum()
    rail.show_more(rows(*names), 20)
    breathe()
    assert rail.results_view.geometry() == place
    assert rail.results_view.verticalScrollBar().maximum() == tall
    assert all(row.is_whole for row in rail.results.rows())


def test_only_the_row_that_changed_is_painted(counter: Room) -> None:
    rail = counter.window.rail
    rail.show_results(rows("Ana", "Bo", "Chi"), 3)
    breathe()
    painted: list[int] = []

    class Painted(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Paint:
                painted.append(event.region().boundingRect().height())  # type: ignore[attr-defined]  # of a paint
            return False

    filter_ = Painted()
    rail.results_view.viewport().installEventFilter(filter_)
    rail.show_results((*rows("Ana"), *rows("Ben"), *rows("Chi")), 3)
    breathe()
    assert painted
    assert sum(painted) <= rail._result_row.least()


@pytest.mark.parametrize("how", ["Enter", "an arrow and Enter"])
def test_the_book_is_told_who_was_chosen_for_what_was_typed(counter: Room, how: str) -> None:
    counter.write("an")
    if how != "Enter":
        counter.press(Key.Key_Down)
    assert not [asked for asked in counter.book.asked if asked[0] == "chose"]
    counter.press(Key.Key_Return)
    chosen = "ana" if how == "Enter" else "anton"
    assert counter.book.asked.count(("chose", "an", chosen)) == 1


def test_who_was_chosen_in_the_day_says_nothing_about_what_is_typed(counter: Room) -> None:
    counter.press(Key.Key_Down)
    counter.press(Key.Key_Return)
    assert ("here", "bo") in counter.book.asked
    assert not [asked for asked in counter.book.asked if asked[0] == "chose"]


def test_a_key_paints_nothing_that_rail_and_paper_cover(typist: Room) -> None:
    window = typist.window
    seen: list[str] = []

    class Watch(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Paint:
                seen.append(type(watched).__name__)
            return False

    watch = Watch()
    for covered in (window, window.pages, window.counter, window.rail):
        covered.installEventFilter(watch)
    typist.write("an")
    breathe()
    assert set(seen) == {"Rail"}
