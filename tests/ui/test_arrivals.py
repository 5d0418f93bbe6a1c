"""Bringing people in: a real child process, the sheet, and the way back."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from shopkeeper.ui.say import say
from shopkeeper.ui.sheets.tile import Tile
from tests.ui.conftest import Room
from tests.ui.stand_ins import Job

SUMMARY = {
    "act": "act-1", "cards": 4, "new": 2, "known": 1, "changed": 0,
    "troubles": [{"card": 4, "line": 1204, "text": "no name at all"}, {"card": 0, "line": 7, "text": "cut off"}],
}  # fmt: skip


def child(program: str) -> Job:
    """A child that hears its first line and does what the program says."""
    start = "import json, sys; job = json.loads(sys.stdin.readline())\n"
    tell = "def tell(**told): print(json.dumps(told), flush=True)\n"
    return Job((sys.executable, "-c", start + tell + program), b'{"key": "secret"}')


def brings_in(room: Room, program: str) -> None:
    """Bring a file in, with this child."""
    room.book.child = child(program)
    room.app.arrivals.begin(Path("/phone/contacts.vcf"))


def test_a_file_is_brought_in_and_the_summary_says_what_came(counter: Room) -> None:
    brings_in(counter, f"tell(at=1, of=4); tell(done={SUMMARY!r})")
    sheet = counter.window.bring_in
    counter.qtbot.waitUntil(lambda: bool(sheet.act))
    assert [tile.accessibleName() for tile in sheet.findChildren(Tile) if tile.isVisible()] == [
        "2 new people",
        "1 already here: nothing new about them",
        "2 could not be read: listed below",
    ]
    assert sheet.troubles() == ["Card 4, line 1,204: no name at all", "Line 7: cut off"]
    assert ("bring-in", "/phone/contacts.vcf") in counter.book.asked


def test_the_key_goes_in_as_the_first_line_and_nowhere_else(counter: Room) -> None:
    program = f"assert job['key'] == 'secret' and 'secret' not in ' '.join(sys.argv); tell(done={SUMMARY!r})"
    brings_in(counter, program)
    counter.qtbot.waitUntil(lambda: counter.window.bring_in.act == "act-1")


def test_progress_is_told_in_counts(counter: Room) -> None:
    brings_in(counter, "tell(at=148, of=412); sys.stdin.read()")
    counter.qtbot.waitUntil(lambda: counter.window.bring_in.heading() == "148 of 412 cards")


def test_cancel_ends_the_childs_input_and_says_that_nothing_came_in(counter: Room) -> None:
    brings_in(counter, "tell(at=1, of=2); sys.stdin.read(); sys.exit(1)")
    counter.qtbot.waitUntil(lambda: counter.window.bring_in.heading() == "1 of 2 cards")
    counter.window.bring_in.buttons()[0].click()
    counter.qtbot.waitUntil(counter.window.is_at_counter)
    assert counter.window.card_place.undo.words() == "Cancelled. Nothing was brought in."


def test_a_child_that_dies_leaves_words_and_not_silence(counter: Room) -> None:
    brings_in(counter, "sys.exit(9)")
    counter.qtbot.waitUntil(lambda: counter.window.bring_in.heading() == "Nothing was brought in")


def test_what_the_child_could_not_do_is_said_in_its_words(counter: Room) -> None:
    brings_in(counter, "tell(failed='This file cannot be read.')")
    sheet = counter.window.bring_in
    counter.qtbot.waitUntil(lambda: sheet.words() == "This file cannot be read.")


def test_taking_it_back_undoes_the_whole_file_in_a_child(counter: Room) -> None:
    brings_in(counter, f"tell(done={SUMMARY!r})")
    sheet = counter.window.bring_in
    counter.qtbot.waitUntil(lambda: bool(sheet.act))
    counter.book.child = child("tell(done={})")
    sheet.buttons()[1].click()
    counter.qtbot.waitUntil(counter.window.is_at_counter)
    assert ("undo", "act-1") in counter.book.asked


def test_the_counter_stays_usable_while_a_file_is_read(counter: Room) -> None:
    brings_in(counter, f"sys.stdin.readline(); tell(done={SUMMARY!r})")
    counter.press(Qt.Key.Key_Escape)
    assert counter.window.is_at_counter()
    counter.write("ana")
    assert counter.lines()[0].startswith("Ana Duarte")
    assert counter.app.arrivals.is_busy


def test_escape_on_the_summary_goes_back_to_the_counter(counter: Room) -> None:
    brings_in(counter, f"tell(done={SUMMARY!r})")
    counter.qtbot.waitUntil(lambda: bool(counter.window.bring_in.act))
    counter.press(Qt.Key.Key_Escape)
    assert counter.window.is_at_counter()


def test_a_contacts_file_may_be_dropped_on_the_window(counter: Room, tmp_path: Path) -> None:
    file = tmp_path / "phone.vcf"
    file.touch()
    counter.book.child = child(f"tell(done={json.loads(json.dumps(SUMMARY))!r})")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(counter.window, QDragEnterEvent(QPoint(40, 40), copy, data, left, none))
    QApplication.sendEvent(counter.window, QDropEvent(QPointF(40, 40), copy, data, left, none))
    counter.qtbot.waitUntil(lambda: bool(counter.window.bring_in.act))
    assert ("bring-in", str(file)) in counter.book.asked


def test_ctrl_o_asks_for_the_file(counter: Room) -> None:
    counter.book.child = child(f"tell(done={SUMMARY!r})")
    counter.chosen_file = Path("/phone/contacts.vcf")
    counter.press(Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    counter.qtbot.waitUntil(lambda: bool(counter.window.bring_in.act))


def test_a_file_that_comes_before_the_book_is_open_is_brought_in_afterwards(room: Room) -> None:
    room.book.child = child(f"tell(done={SUMMARY!r})")
    room.app.arrivals.begin(Path("/phone/contacts.vcf"))
    room.open()
    room.qtbot.waitUntil(lambda: bool(room.window.bring_in.act))


def test_after_a_file_no_bar_offers_to_undo_what_came_before_it(counter: Room) -> None:
    counter.write("Zoe")
    counter.press(Qt.Key.Key_Return)
    brings_in(counter, f"tell(done={SUMMARY!r})")
    counter.qtbot.waitUntil(lambda: bool(counter.window.bring_in.act))
    counter.press(Qt.Key.Key_Escape)
    assert counter.window.card_place.undo.words() == ""


def test_a_file_that_is_done_never_takes_the_caret_from_somebody_who_types(counter: Room) -> None:
    brings_in(counter, f"import time; tell(at=1, of=2); time.sleep(0.3); tell(done={SUMMARY!r})")
    counter.press(Qt.Key.Key_Escape)
    counter.write("an")
    counter.qtbot.waitUntil(lambda: bool(counter.window.bring_in.act))
    counter.write("a")
    assert counter.window.rail.search.text() == "ana"
    assert counter.window.focusWidget() is counter.window.rail.search.field


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ({"new": 10_000, "cards": 10_000}, "big.vcf: 10,000 new people"),
        ({"new": 1, "cards": 1}, "big.vcf: 1 new person"),
        ({"new": 0, "known": 3, "changed": 2}, "big.vcf: nobody new; new facts about 2"),
        ({"new": 0, "known": 3}, "big.vcf: nothing new"),
        ({"new": 0, "cards": 1, "lists": 1}, "big.vcf: only the names of groups, nobody new"),
    ],
)
def test_what_came_in_is_told_with_the_file_and_the_count(counter: Room, told: dict[str, int], words: str) -> None:
    sheet = counter.window.bring_in
    sheet.begin("big.vcf")
    sheet.finish(told)
    assert say(sheet.sentence()) == words


def test_a_file_of_groups_alone_says_so(counter: Room) -> None:
    sheet = counter.window.bring_in
    sheet.begin("groups.vcf")
    sheet.finish({"cards": 1, "new": 0, "known": 0, "lists": 1})
    assert sheet.heading() == "There is a group in this file, and nobody with a card of their own"
    assert "Groups, not people: 1 card." in sheet.words()


def test_a_file_that_is_done_in_the_background_is_named_in_the_bar(counter: Room) -> None:
    brings_in(counter, f"import time; time.sleep(0.3); tell(done={SUMMARY!r})")
    counter.press(Qt.Key.Key_Escape)
    bar = counter.window.card_place.undo
    counter.qtbot.waitUntil(lambda: bar.words() == "contacts.vcf: 2 new people")
