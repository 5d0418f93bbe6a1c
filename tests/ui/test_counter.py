"""At the counter: what keys and presses do."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from shopkeeper.domain.phrase import translate
from tests.ui.conftest import Room
from tests.ui.stand_ins import Looking, StandInBook, card

Key = Qt.Key
DIRECT = Qt.FindChildOption.FindDirectChildrenOnly


def message(room: Room) -> str:
    """What the paper says while no card lies on it."""
    return room.window.card_place.message.spoken() if room.window.card_place.message.isVisible() else ""


def test_the_card_is_there_before_enter(counter: Room) -> None:
    counter.write("ana")
    assert counter.lines()[0].startswith("Ana Duarte")
    assert ("here", "ana") not in counter.book.asked


def test_letters_go_to_the_search_wherever_the_focus_is(counter: Room) -> None:
    counter.write("an")
    counter.window.rail.results_view.setFocus()
    counter.write("a")
    assert counter.window.rail.search.text() == "ana"
    assert counter.window.focusWidget() is counter.window.rail.search.field


def test_arrows_choose_and_the_card_follows(counter: Room) -> None:
    counter.write("an")
    counter.press(Key.Key_Down)
    assert counter.lines()[0].startswith("Anton Berg")
    counter.press(Key.Key_Up)
    assert counter.lines()[0].startswith("Ana Duarte")


def test_arrows_stay_at_the_ends(counter: Room) -> None:
    counter.write("an")
    counter.press(Key.Key_Up)
    assert counter.lines()[0].startswith("Ana Duarte")


def test_with_nothing_typed_arrows_choose_in_the_day(counter: Room) -> None:
    counter.press(Key.Key_Down)
    assert counter.lines()[0].startswith("Bo Lund")


def test_enter_on_a_result_says_that_they_are_here(counter: Room) -> None:
    counter.write("ana")
    counter.press(Key.Key_Return)
    assert ("here", "ana") in counter.book.asked
    assert counter.window.card_place.undo.words() == "Ana Duarte was here"


def test_after_enter_the_next_letters_begin_a_new_search(counter: Room) -> None:
    counter.write("ana")
    counter.press(Key.Key_Return)
    counter.write("b")
    assert counter.window.rail.search.text() == "b"


def test_enter_with_nobody_found_writes_the_person_down_from_every_word(counter: Room) -> None:
    counter.write("Zoe van Dam")
    counter.press(Key.Key_Return)
    assert ("make", "Zoe van Dam") in counter.book.asked
    assert counter.lines()[0].startswith("Zoe van Dam")
    assert counter.window.card_place.undo.words() == "Wrote down Zoe van Dam"


def test_with_nobody_found_the_paper_says_what_to_do(counter: Room) -> None:
    counter.write("Zoe")
    assert not counter.window.card_place.card.isVisible()
    assert counter.window.card_place.message.isVisible()


def test_ctrl_n_always_makes_a_person_also_where_somebody_is_found(counter: Room) -> None:
    counter.write("ana")
    counter.control(Key.Key_N)
    assert "Someone new: ana" in message(counter)
    counter.press(Key.Key_Return)
    assert ("make", "ana") in counter.book.asked


def test_ctrl_n_with_nothing_typed_asks_for_the_name_first(counter: Room) -> None:
    counter.control(Key.Key_N)
    counter.write("Ana")
    counter.press(Key.Key_Return)
    assert ("make", "Ana") in counter.book.asked


@pytest.mark.parametrize("typed", ["Zoe van Dam", "ana d"], ids=["someone just made", "someone who is here"])
def test_after_enter_the_words_are_used_up_and_ctrl_n_asks_for_another_name(counter: Room, typed: str) -> None:
    counter.write(typed)
    counter.press(Key.Key_Return)
    made = [asked for asked in counter.book.asked if asked[0] == "make"]
    counter.control(Key.Key_N)
    counter.press(Key.Key_Return)
    assert [asked for asked in counter.book.asked if asked[0] == "make"] == made
    assert counter.window.rail.search.text() == ""
    assert message(counter).startswith("Someone new. ")


def test_someone_new_under_a_name_that_is_taken_is_never_written_without_a_word(counter: Room) -> None:
    counter.control(Key.Key_N)
    counter.write("duarte ana")
    assert message(counter).startswith("Ana Duarte is already here")
    assert not counter.window.card_place.card.isVisible()
    counter.press(Key.Key_Return)
    assert counter.lines()[0].startswith("Ana Duarte")
    assert not [asked for asked in counter.book.asked if asked[0] in ("make", "here")]
    counter.press(Key.Key_Return)
    assert ("here", "ana") in counter.book.asked


def test_ctrl_enter_writes_down_someone_else_of_the_same_name(counter: Room) -> None:
    counter.control(Key.Key_N)
    counter.write("Ana Duarte")
    counter.control(Key.Key_Return)
    assert ("make", "Ana Duarte") in counter.book.asked


def test_ctrl_enter_means_nothing_while_somebody_is_looked_up(counter: Room) -> None:
    counter.write("ana")
    counter.control(Key.Key_Return)
    assert not [asked for asked in counter.book.asked if asked[0] in ("make", "here")]


def test_choosing_somebody_ends_the_writing_down_of_someone_new(counter: Room) -> None:
    counter.control(Key.Key_N)
    counter.write("an")
    counter.press(Key.Key_Down)
    assert counter.lines()[0].startswith("Ana Duarte")
    counter.press(Key.Key_Return)
    assert ("here", "ana") in counter.book.asked


def test_escape_from_someone_new_leads_back_to_whom_the_words_may_mean(counter: Room) -> None:
    counter.write("ana")
    counter.control(Key.Key_N)
    counter.press(Key.Key_Escape)
    assert counter.window.rail.search.text() == "ana"
    assert counter.window.card_place.card.isVisible()


def test_enter_twice_is_one_visit_and_so_is_enter_held(counter: Room) -> None:
    counter.write("ana")
    counter.press(Key.Key_Return)
    counter.press(Key.Key_Return)
    assert counter.book.asked.count(("here", "ana")) == 1
    counter.press(Key.Key_Escape)
    counter.write("bo")
    again = QKeyEvent(QEvent.Type.KeyPress, Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", True)
    QApplication.sendEvent(counter.focus(), again)
    assert ("here", "bo") not in counter.book.asked


@pytest.mark.parametrize("leave", ["escape", "new", "letters"])
def test_the_bar_of_an_act_goes_with_the_next_matter(counter: Room, leave: str) -> None:
    counter.write("Zoe")
    counter.press(Key.Key_Return)
    assert counter.window.card_place.undo.words()
    match leave:
        case "escape":
            counter.press(Key.Key_Escape)
        case "new":
            counter.control(Key.Key_N)
        case _:
            counter.write("b")
    assert counter.window.card_place.undo.words() == ""


def test_ctrl_z_takes_the_last_act_back_and_ctrl_y_does_it_again(counter: Room) -> None:
    counter.write("Zoe")
    counter.press(Key.Key_Return)
    counter.control(Key.Key_Z)
    assert counter.window.card_place.undo.words() == "Taken back: wrote down Zoe"
    assert counter.book.count() == 3
    counter.control(Key.Key_Y)
    assert counter.window.card_place.undo.words() == "Done again: wrote down Zoe"


def test_ctrl_z_never_takes_letters_out_of_the_search(counter: Room) -> None:
    counter.write("ana")
    counter.control(Key.Key_Z)
    assert counter.window.rail.search.text() == "ana"
    assert counter.window.card_place.undo.words() == "There is nothing to take back. Visits stay."


def test_a_visit_offers_no_undo_button_since_undo_passes_over_it(counter: Room) -> None:
    counter.write("ana")
    counter.press(Key.Key_Return)
    assert counter.window.card_place.undo.findChildren(QPushButton)[0].isHidden()


def test_escape_clears_and_then_leaves_the_empty_counter_as_it_is(counter: Room) -> None:
    counter.write("ana")
    for _ in range(3):
        counter.press(Key.Key_Escape)
        assert counter.window.rail.search.text() == ""
    assert not counter.window.isMinimized()
    assert "Who is here?" in message(counter)
    assert counter.focus() is counter.window.rail.search.field


def test_private_lines_are_seen_only_while_f8_is_held(counter: Room) -> None:
    counter.write("ana")
    assert not any("wedding" in line for line in counter.lines())
    counter.hold(Key.Key_F8)
    assert any("wedding" in line for line in counter.lines())
    counter.let_go(Key.Key_F8)
    assert not any("wedding" in line for line in counter.lines())


def test_f9_covers_everything_at_once_and_any_key_opens_it_without_typing(counter: Room) -> None:
    counter.write("ana")
    counter.press(Key.Key_F9)
    assert counter.window.blank.isVisible()
    assert counter.window.blank.geometry() == counter.window.rect()
    counter.write("x")
    assert not counter.window.blank.isVisible()
    assert counter.window.rail.search.text() == "ana"
    assert counter.window.focusWidget() is counter.window.rail.search.field


def test_a_scanned_card_is_typed_and_ends_in_enter(counter: Room) -> None:
    counter.book.cards["dee"] = counter.book.cards["bo"]
    counter.write("bo")
    counter.press(Key.Key_Enter)
    assert ("here", "bo") in counter.book.asked


def test_what_the_book_refuses_is_said_in_words_and_nothing_crashes(counter: Room) -> None:
    class Full(Exception):
        phrase = translate("test", "The disk is full. Nothing was changed.")

    counter.book.refuse = Full()
    counter.write("ana")
    counter.press(Key.Key_Return)
    assert counter.window.card_place.undo.words() == "The disk is full. Nothing was changed."
    assert not counter.reported


def test_where_the_book_cannot_answer_nobody_is_in_front_and_enter_asks_again(
    counter: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Unread(Exception):
        phrase = translate("test", "The disk cannot be read.")

    def refuse(_book: StandInBook, _text: str) -> Looking:
        raise Unread

    counter.write("ana")
    with monkeypatch.context() as patched:
        patched.setattr(StandInBook, "look", refuse)
        counter.write("x")
        counter.press(Key.Key_Return)
        assert counter.window.card_place.message.isVisible()
        assert counter.window.card_place.undo.words() == "The disk cannot be read."
        assert counter.window.rail.results.rowCount() == 0
    counter.press(Key.Key_Backspace)
    counter.press(Key.Key_Return)
    acts = [asked for asked in counter.book.asked if asked[0] in ("here", "make", "chose")]
    assert acts == [("here", "ana"), ("chose", "ana", "ana")]


def test_a_mistake_of_ours_shows_the_crash_page_and_goes_on(counter: Room) -> None:
    error = RuntimeError("ours")
    counter.app.crashed(RuntimeError, error, None)
    assert counter.reported == [error]
    assert counter.window.pages.currentWidget() is counter.window.trouble
    counter.window.trouble.buttons()[-1].click()
    assert counter.window.is_at_counter()


def test_the_title_of_the_window_never_holds_a_name(counter: Room) -> None:
    counter.write("ana")
    counter.press(Key.Key_Return)
    assert counter.window.windowTitle() == "Shopkeeper"


@pytest.mark.parametrize(("key", "size"), [(Key.Key_Plus, "125"), (Key.Key_Equal, "125"), (Key.Key_Minus, "100")])
def test_text_grows_and_shrinks_by_keys_and_is_remembered(counter: Room, key: Qt.Key, size: str) -> None:
    counter.control(key)
    assert counter.settings["text-size"] == size


def test_text_never_leaves_its_bounds(counter: Room) -> None:
    for _ in range(9):
        counter.control(Key.Key_Plus)
    assert counter.app.look.text_size == 200


def test_day_night_and_contrast_follow_one_another_by_a_key_and_are_remembered(counter: Room) -> None:
    for theme in ("night", "contrast", "day"):
        counter.control(Key.Key_D)
        assert counter.settings["theme"] == theme
        assert counter.app.look.theme.name == theme


def test_a_refresh_keeps_the_same_person_in_front(counter: Room) -> None:
    counter.write("an")
    counter.press(Key.Key_Down)
    counter.app.counter.refresh()
    assert counter.lines()[0].startswith("Anton Berg")


def test_the_day_is_read_while_nobody_waits_and_stands_until_it_is_read_anew(counter: Room) -> None:
    rail = counter.window.rail
    assert [words[0] for words in rail.today.words()] == ["Bo turns 60"]
    counter.app.counter.refresh()
    assert counter.app.bridge.day.is_reading
    assert rail.today.rowCount() == 1
    counter.app.counter.begin()
    assert rail.today.rowCount() == 0
    assert rail._heading.isVisible(), "which day it is needs no reading"
    counter.qtbot.waitUntil(lambda: rail.today.rowCount() == 1)


def test_the_empty_book_says_how_to_begin(room: Room) -> None:
    room.book.cards.clear()
    room.open()
    assert "empty" in room.window.card_place.message.spoken()


def test_after_a_person_is_taken_back_the_paper_says_that_nobody_is_found(counter: Room) -> None:
    counter.write("Zoe")
    counter.press(Key.Key_Return)
    counter.control(Key.Key_Z)
    assert counter.window.card_place.message.isVisible()
    assert counter.window.card_place.message.spoken().startswith("Nobody is found for “Zoe”")


def test_the_bar_leaves_a_name_as_it_was_typed(counter: Room) -> None:
    counter.book.cards["flour"] = card("flour", "flour four")
    counter.write("flour")
    counter.press(Key.Key_Return)
    assert counter.window.card_place.undo.words() == "flour four was here"


@pytest.mark.parametrize("text", [100, 200])
def test_a_message_keeps_clear_of_the_buttons_and_all_of_it_can_be_pressed(room: Room, text: int) -> None:
    room.app.look.use(text_size=text)
    room.open(1024, 600)
    room.control(Key.Key_N)
    room.write("ana duarte")
    shown = room.window.card_place.message
    words, pressed = shown.findChild(QLabel), shown.findChildren(QPushButton)
    assert isinstance(words, QLabel)
    assert len(pressed) == 2
    for button in pressed:
        assert shown.rect().contains(button.rect().translated(button.mapTo(shown, QPoint())))
    for button in room.window.card_place.findChildren(QPushButton, options=DIRECT):
        on_message = button.geometry().translated(-shown.pos())
        heading = QRect(words.x(), words.y(), words.width(), 40)
        assert not on_message.intersects(heading) or text == 100


@pytest.mark.parametrize(
    ("screen", "window"), [((1024, 600), (1024, 600)), ((1366, 768), (1280, 728)), ((1920, 1080), (1280, 800))]
)
def test_the_window_leaves_room_for_its_title_but_not_on_the_smallest_screens(
    room: Room, monkeypatch: pytest.MonkeyPatch, screen: tuple[int, int], window: tuple[int, int]
) -> None:
    monkeypatch.setattr(room.window, "screen", lambda: SimpleNamespace(availableGeometry=lambda: QRect(0, 0, *screen)))
    assert room.window._fitting() == QSize(*window)


@pytest.mark.parametrize(("tall", "is_maximised"), [(600, True), (768, False)])
def test_on_the_smallest_screens_nothing_lies_below_the_edge(
    room: Room, monkeypatch: pytest.MonkeyPatch, tall: int, is_maximised: bool
) -> None:
    monkeypatch.setattr(
        room.window, "screen", lambda: SimpleNamespace(availableGeometry=lambda: QRect(0, 0, 1024, tall))
    )
    room.window.come_up()
    assert room.window.isMaximized() is is_maximised
