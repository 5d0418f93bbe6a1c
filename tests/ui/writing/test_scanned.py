"""A loyalty card is scanned while the caret is in the write line: nothing of it is written down by itself."""

from __future__ import annotations

from PySide6.QtCore import Qt

from tests.ui.conftest import Room
from tests.ui.test_scanner import CODE, scan, visits
from tests.ui.writing.hand import at_line


def test_its_owners_card_comes_and_the_line_of_the_other_keeps_what_was_typed(counter: Room) -> None:
    counter.book.codes[CODE] = ("bo",)
    line = at_line(counter, "ana")
    counter.write("likes rye")
    scan(counter, CODE)
    assert counter.lines()[0].startswith("Bo Lund")
    assert visits(counter) == [("here", "bo")]
    assert counter.focus() is counter.window.rail.search.field
    assert counter.book.writing.kept == []
    assert line.text() == ""
    at_line(counter, "ana")
    assert line.text() == "likes rye"


def test_a_code_that_nobody_has_is_seen_first_and_kept_by_a_hand(counter: Room) -> None:
    line = at_line(counter, "ana")
    counter.write("card ")
    scan(counter, CODE)
    assert counter.book.writing.kept == []
    assert line.text() == f"card {CODE}"
    assert counter.focus() is line.field
    counter.press(Qt.Key.Key_Return)
    assert [heard.draft.text for heard in counter.book.writing.kept] == [f"card {CODE}"]
