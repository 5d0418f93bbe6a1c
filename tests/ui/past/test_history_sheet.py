from __future__ import annotations

from datetime import date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QScroller

from shopkeeper.domain.phrase import verbatim
from shopkeeper.ui.past.entries import PAGE, Entries
from shopkeeper.ui.past.told import when_and_who
from shopkeeper.usecases.history import Entry, history, take_back
from tests.ui.past.conftest import Past


def test_every_act_says_what_was_done_when_by_whom_and_what_was_there_before(past: Past) -> None:
    past.nuts_of(past.person("Ana Duarte"))
    past.open()
    worse, nuts, ana = past.read_aloud()
    day = past.shop.clock.now().strftime("%H:%M")
    assert worse == (
        f"How bad. today, {day} · MK. Ana Duarte: allergy, how bad (nuts, food, serious): serious, before: not said"
    )
    assert nuts == f"Nuts. today, {day} · MK. Ana Duarte: allergy: nuts, food"
    assert ana.startswith("Wrote down Ana Duarte. today")


def test_the_arrow_keys_choose_an_act_and_enter_takes_it_back(past: Past) -> None:
    past.person("Ana Duarte")
    past.person("Bo Lund")
    past.open()
    past.press(Qt.Key.Key_Down)
    assert past.sheet.foot.words() == "Chosen: Wrote down Ana Duarte"
    past.press(Qt.Key.Key_Return)
    assert past.taken_back == [1]


def test_a_thumb_takes_it_back_by_a_button_that_is_large_enough(past: Past) -> None:
    past.person("Ana Duarte")
    past.open()
    past.room.tap(past.sheet.foot.button)
    assert past.taken_back == [1]
    assert past.sheet.foot.button.height() >= 44


def test_the_list_follows_a_thumb(past: Past) -> None:
    past.person("Ana Duarte")
    past.open()
    assert QScroller.hasScroller(past.sheet.view.viewport())


def test_what_was_taken_back_is_shown_so_and_is_not_taken_back_twice(past: Past) -> None:
    past.person("Ana Duarte")
    past.open()
    take_back(past.shop, 1)
    assert past.sheet.refresh()
    assert [" · taken back." in f"{words}." for words in past.read_aloud()] == [False, True]
    assert past.sheet.foot.words() == "This was taken back already."
    past.press(Qt.Key.Key_Return)
    assert past.taken_back == []


def test_what_something_newer_stands_on_leads_to_that(past: Past) -> None:
    past.nuts_of(past.person("Ana Duarte"))
    past.open()
    past.press(Qt.Key.Key_Down)
    past.sheet.refuse(verbatim("First take back what came later: How bad (number 3)."), 3)
    assert past.sheet.foot.button.isHidden()
    past.press(Qt.Key.Key_Return)
    chosen = past.sheet.chosen()
    assert (chosen.number if chosen else 0, past.taken_back) == (3, [])
    past.press(Qt.Key.Key_Return)
    assert past.taken_back == [3]


def test_what_stands_in_the_way_on_somebody_elses_card_is_looked_for_in_the_whole_history(past: Past) -> None:
    ana = past.person("Ana Duarte")
    past.person("Bo Lund")
    past.open(ana)
    past.sheet.refuse(verbatim("First take back what came later."), 2)
    past.room.tap(past.sheet.foot.there)
    assert past.whole_asked == [2]


def test_of_one_person_only_their_own_acts_are_listed_and_one_press_leads_to_all(past: Past) -> None:
    ana, _ = past.person("Ana Duarte"), past.person("Bo Lund")
    past.open(ana)
    assert len(past.read_aloud()) == 1
    past.room.tap(past.sheet.whole)
    assert past.whole_asked == [0]


def test_private_words_are_read_only_while_the_key_is_held(past: Past) -> None:
    past.quiet_about(past.person("Ana Duarte"))
    past.open()
    covered = past.read_aloud()[0]
    assert "the wedding" not in covered
    assert "Hold F8 to read this" in covered
    QTest.keyPress(past.sheet.view, Qt.Key.Key_F8)
    assert "the wedding" in past.read_aloud()[0]
    QTest.keyRelease(past.sheet.view, Qt.Key.Key_F8)
    assert past.read_aloud()[0] == covered


def test_older_acts_are_read_when_somebody_comes_to_the_end(past: Past) -> None:
    for n in range(PAGE + 3):
        past.person(f"Person {n}")
    past.open()
    assert past.sheet.entries.rowCount() == PAGE
    past.press(Qt.Key.Key_End)
    past.room.qtbot.waitUntil(lambda: past.sheet.entries.rowCount() == PAGE + 3)
    past.press(Qt.Key.Key_End)
    chosen = past.sheet.chosen()
    assert (chosen.number if chosen else 0) == 1


def test_after_something_was_done_the_same_act_stays_chosen(past: Past) -> None:
    past.person("Ana Duarte")
    past.person("Bo Lund")
    past.open()
    past.press(Qt.Key.Key_Down)
    past.person("Chi Ito")
    past.sheet.refresh()
    chosen = past.sheet.chosen()
    assert (chosen.number if chosen else 0, len(past.read_aloud())) == (1, 3)


def test_esc_and_the_button_lead_back(past: Past) -> None:
    past.person("Ana Duarte")
    past.open()
    with past.room.qtbot.waitSignal(past.sheet.closed, timeout=1000):
        past.press(Qt.Key.Key_Escape)
    with past.room.qtbot.waitSignal(past.sheet.closed, timeout=1000):
        past.room.tap(past.sheet.back)


def test_an_empty_history_says_what_to_do_next(past: Past) -> None:
    past.open()
    assert past.sheet.empty.words() == "Nothing was written down yet. At the counter, type a name and press Enter."
    assert past.sheet.foot.isHidden()


def test_letters_are_not_kept_by_the_list(past: Past) -> None:
    """They mean something to the window, or nothing: no act is chosen by how it begins."""
    past.person("Ana Duarte")
    past.person("Bo Lund")
    past.open()
    past.room.write("w")
    assert past.sheet.view.currentIndex().row() == 0


@pytest.mark.parametrize(
    ("at", "words"),
    [
        (datetime(2026, 11, 24, 14, 5), "today, 14:05 · MK"),
        (datetime(2026, 11, 23, 9, 0), "yesterday, 09:00 · MK"),
        (datetime(2026, 11, 17, 9, 0), "Tuesday 17 November, 09:00 · MK"),
        (datetime(2025, 11, 17, 9, 0), "17 November 2025, 09:00 · MK"),
    ],
)
def test_the_day_of_an_act_is_said_as_people_say_it(past: Past, at: datetime, words: str) -> None:
    entry = Entry(
        number=1, act_uid="a", at=at.astimezone(), by="MK", name=verbatim("x"), is_undone=False, changes=()
    )  # fmt: skip
    assert when_and_who(entry, date(2026, 11, 24)) == words


def test_the_list_keeps_the_rules_of_its_kind(past: Past) -> None:
    entries = Entries()
    tester = QAbstractItemModelTester(entries, QAbstractItemModelTester.FailureReportingMode.Fatal)
    for n in range(3):
        past.person(f"Person {n}")
    entries.show(lambda limit, before: history(past.shop, None, limit, before), date(2026, 11, 24), at_least=2)
    entries.fetchMore(entries.index(9))
    entries.reveal(True)
    entries.read_again()
    assert (entries.rowCount(), entries.canFetchMore(entries.index(9))) == (3, False)
    assert tester.model() is entries


def test_a_foreign_name_is_read_aloud_and_chosen_letter_for_letter(past: Past) -> None:
    noor = past.person("نور الهاشمي")
    past.nuts_of(noor)
    past.open()
    assert "نور الهاشمي" in past.sheet.foot.words() + past.read_aloud()[0]
    past.press(Qt.Key.Key_End)
    assert "\ufffd" not in past.sheet.foot.words() + "".join(past.read_aloud())
