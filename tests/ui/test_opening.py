"""Opening: the first start, the passphrase, and every way that it can go otherwise."""

from __future__ import annotations

import subprocess
import sys

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from shopkeeper.domain.phrase import translate
from shopkeeper.ui.dress import first_window
from shopkeeper.ui.needs import Book, Refusal, Start, Why
from shopkeeper.ui.sheets.passphrase import Passphrase
from tests.ui.conftest import Room

WRONG = Refusal(Why.WRONG_PASSPHRASE, translate("test", "This is not the passphrase of this book."))
DAMAGED = Refusal(
    Why.DAMAGED,
    translate("test", "The first page cannot be read."),
    translate("test", "Nothing was changed."),
    translate("test", "Put a backup back."),
)


def test_a_book_whose_key_the_keychain_holds_opens_without_a_question(room: Room) -> None:
    room.open()
    assert room.door.given == [("open", None)]
    assert room.window.is_at_counter()


def test_what_was_typed_before_the_book_was_open_is_searched_when_it_is(room: Room) -> None:
    room.window.rail.search.put("bo")
    room.open()
    assert room.lines()[0].startswith("Bo Lund")


@pytest.mark.parametrize(("typed", "visits"), [("bo", [("here", "bo")]), ("an", []), ("nobody has it", [])])
def test_an_enter_before_the_book_is_open_counts_where_one_person_alone_is_meant(
    room: Room, typed: str, visits: list[tuple[str, str]]
) -> None:
    box = room.window.rail.search
    box.put(typed)
    room.press(Qt.Key.Key_Return)
    room.open()
    assert [asked for asked in room.book.asked if asked[0] in ("here", "make")] == visits
    assert box.field.selectedText() == typed, "the next name takes its place"


def test_a_passphrase_that_is_typed_too_early_is_hidden_and_never_looked_up(room: Room) -> None:
    room.door.says = Start.ASK
    room.window.rail.search.put("corr")
    room.open()
    room.write("ect")
    assert room.window.passphrase.first.text() == "correct"
    assert room.window.rail.search.text() == ""
    assert not room.window.rail.search.field.isUndoAvailable()
    room.press(Qt.Key.Key_Return)
    assert room.door.given[-1] == ("open", "correct")
    assert room.window.is_at_counter()
    assert not [asked for asked in room.book.asked if asked[0] == "find"]


def test_the_first_start_offers_three_things_that_work(room: Room) -> None:
    room.door.says = Start.NO_BOOK
    room.open()
    choices = room.window.first_start.choices()
    assert [choice.accessibleName() for choice in choices] == [
        "Look around Demo Street",
        "Start my own book",
        "Bring people in",
    ]
    choices[0].click()
    assert room.door.given == [("demo", None)]
    assert room.window.is_at_counter()


def test_with_a_keychain_ones_own_book_is_made_without_a_question(room: Room) -> None:
    room.door.says = Start.NO_BOOK
    room.open()
    room.window.first_start.choices()[1].click()
    assert room.door.given == [("create", None)]
    assert room.window.is_at_counter()


def test_where_the_door_asked_last_time_the_first_letters_are_not_shown(room: Room, qapp: QApplication) -> None:
    room.door.says = Start.ASK
    room.open()
    again = first_window(qapp, room.given)
    assert again.front.search.field.echoMode() is QLineEdit.EchoMode.Password
    again.deleteLater()


def test_letters_can_be_read_again_once_the_door_has_answered(room: Room) -> None:
    room.window.rail.search.cover(covered=True)
    room.open()
    assert room.window.rail.search.field.echoMode() is QLineEdit.EchoMode.Normal


def test_without_a_keychain_the_passphrase_is_typed_twice_and_the_book_is_made(room: Room) -> None:
    room.door.says, room.door.has_keychain = Start.NO_BOOK, False
    room.open()
    room.window.first_start.choices()[1].click()
    room.write("four plain words here")
    room.press(Qt.Key.Key_Return)
    assert room.window.passphrase.second.hasFocus()
    room.write("four plain words here")
    room.press(Qt.Key.Key_Return)
    assert room.door.given == [("create", "four plain words here")]
    assert room.window.is_at_counter()


def test_two_that_differ_make_nothing_and_say_so(room: Room) -> None:
    room.door.says, room.door.has_keychain = Start.NO_BOOK, False
    room.open()
    room.window.first_start.choices()[1].click()
    page = room.window.passphrase
    room.write("one")
    room.press(Qt.Key.Key_Return)
    room.write("other")
    room.press(Qt.Key.Key_Return)
    assert not room.door.given
    assert "not the same" in page.trouble()
    assert page.first.hasFocus()


def new_passphrase(room: Room) -> Passphrase:
    """The form for a new book on a computer without a keychain."""
    room.door.says, room.door.has_keychain = Start.NO_BOOK, False
    room.open()
    room.window.first_start.choices()[1].click()
    return room.window.passphrase


def test_what_went_wrong_is_no_longer_said_when_one_types_again(room: Room) -> None:
    page = new_passphrase(room)
    for words in ("one", "other"):
        room.write(words)
        room.press(Qt.Key.Key_Return)
    assert page.trouble()
    room.write("o")
    assert page.trouble() == ""


def test_a_short_passphrase_gets_a_hint_and_is_taken(room: Room) -> None:
    page = new_passphrase(room)
    room.write("flour")
    assert page.hint() == ""
    room.press(Qt.Key.Key_Return)
    assert "short" in page.hint()
    room.write("flour")
    room.press(Qt.Key.Key_Return)
    assert room.door.given == [("create", "flour")]


def test_a_passphrase_of_blanks_is_none(room: Room) -> None:
    page = new_passphrase(room)
    room.write("   ")
    room.press(Qt.Key.Key_Return)
    assert page.first.hasFocus()
    assert not room.door.given


def test_escape_goes_back_from_the_passphrase_to_the_three_choices(room: Room) -> None:
    room.door.says, room.door.has_keychain = Start.NO_BOOK, False
    room.open()
    room.window.first_start.choices()[1].click()
    room.write("half")
    room.press(Qt.Key.Key_Escape)
    assert room.window.pages.currentWidget() is room.window.first_start
    assert room.window.passphrase.first.text() == ""


def test_bringing_people_in_first_makes_the_book_and_then_asks_for_the_file(room: Room) -> None:
    room.door.says = Start.NO_BOOK
    asked: list[bool] = []
    room.app.opening.bring_in_asked.connect(lambda: asked.append(room.app.bridge.book is not None))
    room.open()
    room.window.first_start.choices()[2].click()
    assert asked == [True]


def test_a_locked_book_is_opened_by_its_passphrase(room: Room) -> None:
    room.door.says = Start.ASK
    room.open()
    room.write("plain words")
    room.press(Qt.Key.Key_Return)
    assert room.door.given == [("open", "plain words")]
    assert room.window.is_at_counter()


def test_a_wrong_passphrase_is_said_in_the_form_and_asked_again(room: Room) -> None:
    room.door.says = Start.ASK
    answers: list[Book | Refusal] = [WRONG, room.book]
    room.door.answers = lambda _passphrase: answers.pop(0)
    room.open()
    room.write("wrong")
    room.press(Qt.Key.Key_Return)
    assert room.window.passphrase.trouble() == "This is not the passphrase of this book."
    room.write("right")
    room.press(Qt.Key.Key_Return)
    assert [given for _, given in room.door.given] == ["wrong", "right"]


def test_damage_is_another_page_than_a_wrong_passphrase(room: Room) -> None:
    room.door.says = Start.ASK
    room.door.answers = lambda _passphrase: DAMAGED
    room.open()
    room.write("plain words")
    room.press(Qt.Key.Key_Return)
    assert room.window.pages.currentWidget() is room.window.trouble
    assert room.window.trouble.words() == [
        "The book cannot be read",
        "The first page cannot be read.",
        "Nothing was changed.",
        "Put a backup back.",
    ]


def test_every_trouble_offers_something_to_do(room: Room) -> None:
    room.door.says = DAMAGED
    room.open()
    again = room.window.trouble.buttons()[-1]
    room.door.says = Start.READY
    again.click()
    assert room.window.is_at_counter()


@pytest.mark.parametrize("why", list(Why))
def test_every_reason_has_a_heading(room: Room, why: Why) -> None:
    room.door.says = Refusal(why, translate("test", "Something happened."))
    room.open()
    assert room.window.trouble.words()[0]


def test_typed_passphrases_never_stay_in_the_form(room: Room) -> None:
    room.door.says = Start.ASK
    room.open()
    room.write("plain words")
    room.press(Qt.Key.Key_Return)
    assert room.window.passphrase.first.text() == ""


def test_the_window_imports_no_store_before_its_first_paint() -> None:
    program = (
        "import sys; from shopkeeper.ui import app, window; "
        "print([m for m in ('peewee', 'sqlcipher3', 'cryptography', 'shopkeeper.store') if m in sys.modules])"
    )
    told = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "[]"


def test_enter_presses_the_choice_that_has_the_focus(room: Room) -> None:
    room.door.says = Start.NO_BOOK
    room.open()
    room.press(Qt.Key.Key_Tab)
    room.press(Qt.Key.Key_Return)
    assert room.door.given == [("create", None)]


def test_typing_again_takes_the_old_trouble_away(room: Room) -> None:
    room.door.says = Start.ASK
    room.door.answers = lambda _passphrase: WRONG
    room.open()
    room.write("wrong")
    room.press(Qt.Key.Key_Return)
    room.write("r")
    assert room.window.passphrase.trouble() == ""


def test_from_demo_street_one_goes_on_to_ones_own_book(room: Room) -> None:
    room.door.says = Start.NO_BOOK
    room.open()
    room.window.first_start.choices()[0].click()
    room.window.card_place.message.pressed.emit("leave-demo")
    assert room.window.pages.currentWidget() is room.window.first_start
    room.window.first_start.choices()[1].click()
    assert room.door.given == [("demo", None), ("create", None)]


def test_a_demo_that_was_asked_for_by_name_does_not_speak_of_ones_own_book(room: Room) -> None:
    room.book.is_demo = True
    room.open()
    assert room.window.card_place.message.offers() == []
