"""Two writers in one encrypted book: a stale form cannot overwrite a newer fact; it shows both and asks."""

from __future__ import annotations

from PySide6.QtCore import Qt

from shopkeeper.domain.person import Person, Tel
from shopkeeper.domain.promise import Promise
from shopkeeper.store import Store
from shopkeeper.ui.forms.fields.field import Field
from tests.ui.forms.at_the_counter import KEYS, AtTheCounter


def the_promise(counter: AtTheCounter) -> Promise:
    [promise] = counter.kept(Promise, "dee")
    assert isinstance(promise, Promise)
    return promise


def the_telephone(counter: AtTheCounter) -> tuple[Tel, Field]:
    counter.place.open_record(KEYS["maria-elm"])
    tel = next(one for one in counter.kept(Tel, "maria-elm") if isinstance(one, Tel))
    row = next(one for one in counter.small(Tel).items() if one.record == tel)
    counter.into(row.fields[0])
    return tel, row.fields[0]


def numbers_of(counter: AtTheCounter) -> list[str]:
    return [one.value for one in counter.kept(Tel, "maria-elm") if isinstance(one, Tel)]


def changed_in_two_places(counter: AtTheCounter) -> Promise:
    """The promise as it was: "barley" is being typed over it here, "oat" was kept elsewhere meanwhile."""
    promise = the_promise(counter)
    counter.place.open_record(promise.uid)
    counter.overwrite("the barley recipe")
    counter.elsewhere(promise, text="the oat recipe")
    return promise


def test_what_was_changed_elsewhere_is_shown_beside_what_was_typed(counter: AtTheCounter) -> None:
    changed_in_two_places(counter)
    counter.room.press(Qt.Key.Key_Tab)
    assert counter.field("text").both().values() == ("the oat recipe", "the barley recipe")
    assert the_promise(counter).text == "the oat recipe"


def test_hearing_of_the_newer_value_before_the_line_is_left_changes_nothing_of_that(counter: AtTheCounter) -> None:
    changed_in_two_places(counter)
    counter.pile.refresh()
    assert counter.field("text").value() == "the barley recipe"
    counter.room.press(Qt.Key.Key_Tab)
    assert counter.field("text").both().values() == ("the oat recipe", "the barley recipe")
    assert the_promise(counter).text == "the oat recipe"
    counter.tap(counter.field("text").both().mine)
    assert the_promise(counter).text == "the barley recipe"


def test_a_name_that_is_typed_while_its_change_is_taken_back_is_asked_about(counter: AtTheCounter) -> None:
    counter.place.open_record(KEYS["maria-elm"])
    counter.into(counter.field("name.family"))
    before = counter.field("name.family").value()
    counter.overwrite("Silvana")
    counter.room.press(Qt.Key.Key_Return)
    counter.into(counter.field("name.family"))
    counter.overwrite("Silveira")
    counter.bridge.undo()
    counter.room.press(Qt.Key.Key_Tab)
    assert counter.field("name.family").both().values() == (before, "Silveira")
    maria = counter.shop.store.record(KEYS["maria-elm"])
    assert isinstance(maria, Person)
    assert maria.name.family == before


def test_a_value_that_changes_again_while_it_is_asked_about_is_asked_about_anew(counter: AtTheCounter) -> None:
    promise = changed_in_two_places(counter)
    counter.room.press(Qt.Key.Key_Tab)
    counter.elsewhere(promise, text="the millet recipe")
    counter.pile.refresh()
    assert counter.field("text").both().values() == ("the millet recipe", "the barley recipe")
    counter.tap(counter.field("text").both().theirs)
    assert counter.field("text").value() == "the millet recipe"
    assert the_promise(counter).text == "the millet recipe"


def test_typing_that_is_taken_back_by_hand_shows_what_the_book_says_by_then(counter: AtTheCounter) -> None:
    promise = changed_in_two_places(counter)
    counter.pile.refresh()
    counter.overwrite(promise.text)
    counter.room.press(Qt.Key.Key_Tab)
    assert counter.field("text").value() == "the oat recipe"
    assert the_promise(counter).text == "the oat recipe"


def test_esc_leads_to_an_open_question_before_it_leaves(counter: AtTheCounter) -> None:
    promise = the_promise(counter)
    counter.place.open_record(promise.uid)
    counter.overwrite("the spelt recipe")
    counter.room.press(Qt.Key.Key_Tab)
    counter.into(counter.field("text"))
    counter.overwrite("the barley recipe")
    counter.elsewhere(promise, text="the oat recipe")
    counter.room.press(Qt.Key.Key_Tab)
    assert not counter.field("text").is_said_kept(), "it is not"
    counter.room.press(Qt.Key.Key_Escape)
    assert counter.room.focus() is counter.field("text").both().theirs
    counter.room.press(Qt.Key.Key_Tab)
    assert counter.room.focus() is counter.field("text").both().mine
    counter.room.press(Qt.Key.Key_Return)
    assert the_promise(counter).text == "the barley recipe"


def test_enter_leads_to_the_question_that_it_raised(counter: AtTheCounter) -> None:
    changed_in_two_places(counter)
    counter.room.press(Qt.Key.Key_Return)
    assert counter.room.focus() is counter.field("text").both().theirs


def test_a_telephone_that_is_being_typed_stays_when_it_is_changed_elsewhere(counter: AtTheCounter) -> None:
    tel, number = the_telephone(counter)
    counter.overwrite("0171 555 7777")
    counter.elsewhere(tel, value="0171 555 8888")
    counter.pile.refresh()
    assert counter.room.focus() is number.begin_at()
    assert number.value() == "0171 555 7777"
    counter.room.press(Qt.Key.Key_Tab)
    assert number.both().values() == ("0171 555 8888", "0171 555 7777")
    assert numbers_of(counter) == ["0171 555 8888"]
    counter.tap(number.both().mine)
    assert numbers_of(counter) == ["0171 555 7777"]


def test_a_telephone_that_is_half_typed_in_a_new_row_stays_when_the_list_changes(counter: AtTheCounter) -> None:
    tel, _ = the_telephone(counter)
    counter.tap(counter.small(Tel).add)
    counter.room.write("0171 555")
    counter.elsewhere(tel, value="0171 555 8888")
    counter.pile.refresh()
    counter.room.write(" 9999")
    assert [row.fields[0].value() for row in counter.small(Tel).items()] == ["0171 555 8888", "0171 555 9999"]
    assert counter.form().settle()
    assert numbers_of(counter) == ["0171 555 8888", "0171 555 9999"]


def test_a_record_that_is_taken_out_elsewhere_while_it_is_typed_in_says_so_and_keeps_the_words(
    counter: AtTheCounter,
) -> None:
    promise = the_promise(counter)
    counter.place.open_record(promise.uid)
    counter.overwrite("the barley recipe")
    counter.elsewhere_gone(promise)
    counter.pile.refresh()
    assert counter.pile.front() is counter.form()
    counter.room.press(Qt.Key.Key_Tab)
    assert counter.field("text").value() == "the barley recipe"
    assert "no longer in the book" in counter.field("text").trouble()
    counter.room.press(Qt.Key.Key_Escape)
    assert counter.pile.front() is counter.form(), "the first Esc points at it"
    counter.room.press(Qt.Key.Key_Escape)
    assert counter.pile.is_empty


def test_a_telephone_that_is_taken_out_elsewhere_while_it_is_typed_in_says_so_and_keeps_the_words(
    counter: AtTheCounter,
) -> None:
    tel, number = the_telephone(counter)
    counter.overwrite("0171 555 7777")
    counter.elsewhere_gone(tel)
    counter.pile.refresh()
    assert counter.room.focus() is number.begin_at()
    counter.room.press(Qt.Key.Key_Tab)
    assert number.value() == "0171 555 7777"
    assert "no longer in the book" in number.trouble()


def test_the_caret_goes_on_from_a_telephone_that_was_changed(counter: AtTheCounter) -> None:
    tel, number = the_telephone(counter)
    counter.overwrite("0171 555 7777")
    counter.room.press(Qt.Key.Key_Tab)
    assert number.is_said_kept()
    assert counter.small(Tel).isAncestorOf(counter.room.focus())
    assert tel.uid in [row.record.uid for row in counter.small(Tel).items() if row.record]


def test_a_telephone_nobody_types_in_follows_the_book(counter: AtTheCounter) -> None:
    tel, number = the_telephone(counter)
    counter.into(counter.field("name.given"))
    counter.elsewhere(tel, value="0171 555 8888")
    counter.pile.refresh()
    assert number.value() == "0171 555 8888"
    counter.elsewhere_gone(tel)
    counter.pile.refresh()
    assert counter.small(Tel).items() == ()


def test_what_is_typed_on_while_a_change_waits_is_kept_after_it(counter: AtTheCounter) -> None:
    promise = the_promise(counter)
    counter.place.open_record(promise.uid)
    counter.overwrite("the barley")
    with Store.open(counter.shop.places.book, counter.shop.key) as other:
        other._raw.execute("BEGIN IMMEDIATE")
        counter.room.press(Qt.Key.Key_Tab)
        counter.into(counter.field("text"))
        counter.overwrite("the barley recipe")
        other._raw.execute("ROLLBACK")
    counter.room.qtbot.waitUntil(lambda: not counter.bridge.is_waiting)
    assert counter.field("text").value() == "the barley recipe"
    counter.room.press(Qt.Key.Key_Tab)
    assert the_promise(counter).text == "the barley recipe"
