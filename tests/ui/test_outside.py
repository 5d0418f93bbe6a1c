"""From outside: other starts of the program and verbs in a terminal. Never two children write in the book."""

from __future__ import annotations

import json
from concurrent.futures import Future
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt

from shopkeeper.domain.phrase import verbatim
from shopkeeper.store import Conflict
from shopkeeper.ui.outside import Outside
from shopkeeper.usecases.bring_in import bring_in
from shopkeeper.usecases.refused import Refused
from shopkeeper.usecases.undo import Long
from tests.ui.conftest import Room
from tests.ui.own import real_book
from tests.ui.test_arrivals import SUMMARY, child
from tests.usecases.shops import vcard


def asked(room: Room, *message: str) -> Any:
    """What the window answers at once, or the answer that it promises."""
    answer = Outside(room.app.bridge, room.app.arrivals, lambda: None).answer(message)
    return answer if isinstance(answer, Future) else json.loads(answer)


def until_told(room: Room, answer: Future[str]) -> Any:
    room.qtbot.waitUntil(answer.done)
    return json.loads(answer.result())


def test_a_file_that_comes_while_one_is_brought_in_waits_and_is_brought_in_after_it(counter: Room) -> None:
    counter.book.child = child(f"import time; time.sleep(0.3); tell(done={SUMMARY!r})")
    counter.app.arrivals.begin(Path("/phone/a.vcf"))
    assert asked(counter, "open", "/phone/b.vcf") == {}
    assert counter.window.card_place.undo.words() == "Waiting: b.vcf is brought in after what is at work now."
    told = asked(counter, "bring-in", "/phone/c.vcf")
    jobs = [job for job in counter.book.asked if job[0] == "bring-in"]
    assert jobs == [("bring-in", "/phone/a.vcf")], "one child at a time"
    assert until_told(counter, told)["act"] == "act-1"
    jobs = [job for job in counter.book.asked if job[0] == "bring-in"]
    assert [Path(file).name for _, file in jobs] == ["a.vcf", "b.vcf", "c.vcf"]


def test_a_terminal_brings_in_without_taking_the_counter_from_anybody(counter: Room) -> None:
    counter.book.child = child(f"tell(done={SUMMARY!r})")
    counter.write("an")
    told = until_told(counter, asked(counter, "bring-in", "/phone/a.vcf"))
    assert told == json.loads(json.dumps(SUMMARY))
    assert counter.window.is_at_counter()
    assert counter.window.rail.search.text() == "an"
    assert counter.window.card_place.undo.words(), "whoever stands there is told"


def test_what_a_child_could_not_do_is_told_in_the_terminal(counter: Room) -> None:
    counter.book.child = child("tell(failed='This file cannot be read.')")
    told = until_told(counter, asked(counter, "bring-in", "/phone/a.vcf"))
    assert told == {"failed": "This file cannot be read."}


def test_undo_beside_the_window_says_why_it_could_not_be(counter: Room) -> None:
    counter.book.refuse = Conflict(verbatim("Zed cannot be taken out."))
    assert asked(counter, "undo") == {"failed": "Zed cannot be taken out."}


def test_any_act_is_taken_back_by_its_number_from_a_terminal(counter: Room) -> None:
    assert asked(counter, "undo", "17") == {"undone": "number 17"}
    assert counter.book.past.taken == [17]
    assert "does not know" in asked(counter, "undo", "the last")["failed"]


def test_a_line_told_in_a_terminal_is_kept_by_the_window_that_has_the_book(counter: Room) -> None:
    told = until_told(counter, asked(counter, "tell", "Eva Duarte, nuts!!", "", "en"))
    assert told["kept"]
    assert [chip["kind"] for chip in told["chips"]] == ["name", "allergy"]


def test_what_cannot_be_told_is_answered_in_the_terminal(counter: Room) -> None:
    counter.book.writing.refuse = Refused(verbatim("All of this is known."))
    assert until_told(counter, asked(counter, "tell", "likes rye", "ana", "en")) == {"failed": "All of this is known."}


def test_undo_beside_the_window_while_a_child_is_at_work_is_refused_in_words(counter: Room) -> None:
    counter.book.child = child("sys.stdin.read()")
    counter.app.arrivals.begin(Path("/phone/a.vcf"))
    assert "Nothing was changed" in asked(counter, "undo")["failed"]


def test_before_the_book_is_open_a_terminal_is_told_so(room: Room) -> None:
    for verb in (("undo",), ("bring-in", "/phone/a.vcf"), ("tell", "likes rye", "ana", "en")):
        assert "Open it there first" in asked(room, *verb)["failed"]


def test_a_verb_for_ones_own_book_never_goes_into_demo_street(counter: Room) -> None:
    counter.book.is_demo = True
    for verb in (("undo",), ("bring-in", "/phone/a.vcf")):
        assert "Demo Street" in asked(counter, *verb)["failed"]
    assert counter.book.asked == []


def test_a_window_that_closes_leaves_no_terminal_waiting(counter: Room) -> None:
    counter.book.child = child("sys.stdin.read()")
    first, second = (asked(counter, "bring-in", f"/phone/{name}.vcf") for name in "ab")
    counter.app.close()
    assert "closed" in until_told(counter, first)["failed"]
    assert "closed" in until_told(counter, second)["failed"]


def test_what_was_meant_for_demo_street_never_reaches_ones_own_book(counter: Room) -> None:
    counter.book.child = child("sys.stdin.read()")
    counter.app.arrivals.begin(Path("/phone/a.vcf"))
    counter.app.arrivals.begin(Path("/phone/b.vcf"))
    counter.app.opening.demo()
    assert not counter.app.arrivals.is_busy
    counter.qtbot.wait(50)
    assert [job for job in counter.book.asked if job[0] == "bring-in"] == [("bring-in", "/phone/a.vcf")]


def test_ctrl_z_of_a_whole_file_is_done_by_a_child_and_the_counter_stays_in_front(counter: Room) -> None:
    job = child("import time; time.sleep(0.2); tell(done={'undone': 'brought in town.vcf'})")
    counter.book.long = Long(act_uid="act", name=verbatim("brought in town.vcf"), job=job)  # type: ignore[arg-type]  # a stand-in
    counter.control(Qt.Key.Key_Z)
    bar = counter.window.card_place.undo
    assert bar.words() == "Taking back: brought in town.vcf"
    counter.control(Qt.Key.Key_Z)
    assert "Nothing was changed" in bar.words(), "it is being taken back already"
    counter.qtbot.waitUntil(lambda: bar.words() == "Taken back: brought in town.vcf")
    assert counter.window.is_at_counter()
    told = asked(counter, "undo")
    assert until_told(counter, told) == {"undone": "brought in town.vcf"}


def test_a_real_town_is_taken_back_and_done_again_while_the_window_goes_on(room: Room, tmp_path: Path) -> None:
    with real_book(room, tmp_path / "book") as shop:
        bring_in(shop, b"".join(vcard(f"FN:Person {n}", f"TEL:+4420{n:08}") for n in range(400)), "town.vcf")
        room.open()
        bar = room.window.card_place.undo
        room.control(Qt.Key.Key_Z)
        room.write("person 7")
        assert room.lines()[0].startswith("Person 7")
        room.qtbot.waitUntil(lambda: bar.words() == "Taken back: brought in town.vcf", timeout=20_000)
        assert shop.store.count() == 0
        room.control(Qt.Key.Key_Y)
        room.qtbot.waitUntil(lambda: bar.words() == "Done again: brought in town.vcf", timeout=20_000)
        assert shop.store.count() == 400
