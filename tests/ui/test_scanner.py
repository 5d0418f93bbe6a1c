"""A scanner that types: what it writes is a code, and nothing else in the box is."""

from __future__ import annotations

from itertools import count

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from tests.ui.conftest import Room
from tests.ui.stand_ins import NEVER, card

CODE = "4006381333931"
_STARTS = count(1_000, 10_000)


def strike(room: Room, key: Qt.Key, text: str, at: int, *, held: bool = False) -> None:
    event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, text, held)
    event.setTimestamp(at)
    QApplication.sendEvent(room.focus(), event)


def scan(room: Room, code: str, ended_by: Qt.Key | None = Qt.Key.Key_Return, apart: int = 8) -> None:
    start = next(_STARTS)
    for place, sign in enumerate(code):
        strike(room, Qt.Key(0), sign, start + place * apart)
    if ended_by is not None:
        strike(room, ended_by, "\r", start + len(code) * apart)


def visits(room: Room) -> list[tuple[str, ...]]:
    return [asked for asked in room.book.asked if asked[0] in ("here", "make")]


@pytest.fixture
def till(counter: Room) -> Room:
    """A counter where Bo has a loyalty card, under which a search finds him."""
    counter.book.codes[CODE] = ("bo",)
    return counter


@pytest.mark.parametrize("ended_by", [Qt.Key.Key_Return, Qt.Key.Key_Tab])
def test_a_scanned_loyalty_card_opens_its_owners_card_and_says_that_they_are_here(till: Room, ended_by: Qt.Key) -> None:
    scan(till, CODE, ended_by)
    assert till.lines()[0].startswith("Bo Lund")
    assert visits(till) == [("here", "bo")]
    assert till.window.focusWidget() is till.window.rail.search.field


def test_a_scanner_may_press_shift_and_end_with_a_line_feed(till: Room) -> None:
    till.book.codes["AB12CD34"] = ("bo",)
    start = next(_STARTS)
    for place, sign in enumerate("AB12CD34"):
        strike(till, Qt.Key.Key_Shift, "", start + place * 8)
        strike(till, Qt.Key(0), sign, start + place * 8 + 2)
    strike(till, Qt.Key(0), "\n", start + 80)
    assert ("scanned", "AB12CD34") in till.book.asked
    assert visits(till) == [("here", "bo")]


def test_what_stood_in_the_box_before_is_not_part_of_the_code(till: Room) -> None:
    till.write("ana")
    scan(till, CODE)
    assert ("scanned", CODE) in till.book.asked
    assert till.lines()[0].startswith("Bo Lund")


def test_not_every_sign_of_a_scan_is_searched_for(till: Room) -> None:
    scan(till, CODE)
    assert len([asked for asked in till.book.asked if asked[0] == "find"]) < len(CODE)


def test_a_code_that_nobody_has_is_said_and_nothing_typed_is_lost(till: Room) -> None:
    till.write("ana")
    scan(till, "0000000000000")
    assert "0000000000000" in till.window.card_place.undo.words()
    assert till.window.rail.search.text() == "ana"
    assert till.lines()[0].startswith("Ana Duarte")
    assert not visits(till)


def test_the_scanners_enter_writes_no_visit_where_two_have_the_code(till: Room) -> None:
    till.book.codes[CODE] = ("bo", "ana")
    scan(till, CODE)
    assert not visits(till)


def test_a_scanner_without_enter_opens_the_card_and_leaves_the_visit_to_a_hand(till: Room) -> None:
    scan(till, CODE, ended_by=None)
    till.qtbot.waitUntil(lambda: ("scanned", CODE) in till.book.asked)
    assert till.lines()[0].startswith("Bo Lund")
    assert not visits(till)


def test_a_name_that_another_program_types_fast_is_searched_for_as_any_other(till: Room) -> None:
    scan(till, "ana duarte", ended_by=None)
    till.qtbot.waitUntil(lambda: till.window.rail.search.text() == "ana duarte")
    assert till.lines()[0].startswith("Ana Duarte")


@pytest.mark.parametrize("apart", [50, 120])
def test_a_hand_is_never_taken_for_a_scanner(till: Room, apart: int) -> None:
    scan(till, "ana duarte", apart=apart)
    assert not [asked for asked in till.book.asked if asked[0] == "scanned"]
    assert visits(till) == [("here", "ana")]


def test_a_key_that_is_held_is_no_scan(till: Room) -> None:
    for n in range(12):
        strike(till, Qt.Key.Key_A, "a", 5_000_000 + n * 30, held=n > 0)
    assert till.window.rail.search.text() == "a" * 12
    assert not [asked for asked in till.book.asked if asked[0] == "scanned"]


def test_a_scan_while_someone_new_is_written_down_shows_whose_card_it_is(till: Room) -> None:
    till.control(Qt.Key.Key_N)
    scan(till, CODE)
    assert till.lines()[0].startswith("Bo Lund")
    assert visits(till) == [("here", "bo")]


def test_after_a_fast_hand_every_key_still_means_what_it_always_means(till: Room) -> None:
    scan(till, "ana du", ended_by=None)
    till.press(Qt.Key.Key_Backspace)
    assert till.window.rail.search.text() == "ana d"
    assert not [asked for asked in till.book.asked if asked[0] == "scanned"]


def test_words_that_come_in_one_go_with_their_enter_are_looked_up_and_nothing_is_written(till: Room) -> None:
    scan(till, "ana duarte")
    assert till.window.rail.search.text() == "ana duarte"
    assert till.lines()[0].startswith("Ana Duarte")
    assert not visits(till)


def test_what_comes_in_one_go_before_other_words_stands_before_them(till: Room) -> None:
    till.write("duarte")
    till.window.rail.search.field.home(False)
    scan(till, "ana li ", ended_by=None)
    till.qtbot.waitUntil(lambda: till.window.rail.search.text() == "ana li duarte")
    assert till.window.rail.search.field.cursorPosition() == len("ana li ")


def test_a_card_is_scanned_whole_wherever_the_focus_is(till: Room) -> None:
    till.window.rail.results_view.setFocus()
    scan(till, CODE)
    assert ("scanned", CODE) in till.book.asked
    assert visits(till) == [("here", "bo")]


def test_a_key_that_is_held_at_the_end_of_a_fast_word_loses_nothing(till: Room) -> None:
    scan(till, "ana du", ended_by=None)
    strike(till, Qt.Key.Key_A, "a", 0, held=True)
    assert till.window.rail.search.text() == "ana dua"


def test_a_card_that_is_scanned_before_the_book_is_open_is_told_as_soon_as_it_is(room: Room) -> None:
    room.book.codes[CODE] = ("bo",)
    scan(room, CODE)
    room.open()
    assert room.lines()[0].startswith("Bo Lund")
    assert visits(room) == [("here", "bo")]
    assert room.window.rail.search.field.selectedText() == CODE


def test_a_code_that_is_somebodys_number_is_looked_up_and_writes_nothing(till: Room) -> None:
    till.book.cards["caller"] = card("caller", "07700900914", *NEVER)
    scan(till, "07700900914")
    assert till.lines()[0].startswith("07700900914")
    assert till.window.rail.search.field.selectedText() == "07700900914"
    assert not visits(till)


@pytest.mark.parametrize("slow", [36, 60, 119])
def test_signs_that_come_in_a_burst_cost_nothing_that_was_typed_before_or_after(till: Room, slow: int) -> None:
    words, at = "promised him the rye recipe by Friday", next(_STARTS)
    for place, sign in enumerate(words):
        at += 5 if 10 < place <= 18 else slow
        strike(till, Qt.Key(0), sign, at)
    till.qtbot.waitUntil(lambda: till.window.rail.search.text() == words)
