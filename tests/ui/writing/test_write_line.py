"""The line at the foot of the card: typed, understood, changed by key and by tap, kept by Enter."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QWidget

from shopkeeper.capture.chip import ChipKind
from shopkeeper.domain.allergy import AllergyIntolerance
from shopkeeper.domain.concern import Concern
from shopkeeper.domain.kindness import Kindness
from shopkeeper.domain.occasion import Occasion
from shopkeeper.domain.phrase import translate, verbatim
from shopkeeper.usecases.refused import Refused
from tests.ui.conftest import Room
from tests.ui.writing.hand import at_line, chip_of, choices, choose, in_front, labels, tap

Key = Qt.Key


def test_f3_and_tab_go_to_the_line_and_escape_goes_back_to_the_search(counter: Room) -> None:
    line = at_line(counter)
    assert counter.focus() is line.field
    counter.press(Key.Key_Escape)
    assert counter.focus() is counter.window.rail.search.field
    counter.press(Key.Key_Tab)
    assert counter.focus() is line.field


def test_after_escape_the_next_letters_are_the_next_name(counter: Room) -> None:
    at_line(counter, "ana")
    counter.write("likes rye")
    counter.press(Key.Key_Return)
    counter.press(Key.Key_Escape)
    counter.write("bo")
    assert counter.lines()[0].startswith("Bo Lund")


def test_the_window_shows_once_what_is_half_written_before_it_goes(counter: Room) -> None:
    line = at_line(counter, "ana")
    counter.write("likes rye")
    counter.press(Key.Key_Escape)
    counter.write("bo")
    assert not counter.window.close()
    assert counter.window.card_place.undo.words().startswith("Not kept yet: “likes rye”.")
    assert counter.lines()[0].startswith("Ana Duarte")
    assert counter.focus() is line.field
    counter.write("!")
    assert not counter.window.close(), "it is another sentence now"
    assert counter.window.close()


def test_enter_keeps_the_whole_line_as_one_act_and_the_bar_names_it(counter: Room) -> None:
    line = at_line(counter)
    counter.write("likes rye, has flu")
    assert labels(line.chips) == ["likes rye", "ask after: flu"]
    counter.press(Key.Key_Return)
    assert [heard.person_uid for heard in counter.book.writing.kept] == ["ana"]
    assert counter.window.card_place.undo.words() == "Wrote down likes rye, has flu"
    assert line.text() == ""
    assert labels(line.chips) == []
    assert counter.focus() is line.field
    assert ("here", "ana") not in counter.book.asked


def test_escape_leaves_the_line_and_what_is_typed_stays_with_the_person(counter: Room) -> None:
    line = at_line(counter, "ana")
    counter.write("likes rye")
    counter.press(Key.Key_Escape)
    assert counter.focus() is counter.window.rail.search.field
    assert line.text() == "likes rye"
    counter.write("bo")
    assert line.text() == ""
    counter.control(Key.Key_A)
    counter.write("ana")
    counter.press(Key.Key_F3)
    assert line.text() == "likes rye"
    assert labels(line.chips) == ["likes rye"]


def test_nothing_is_made_for_a_key(counter: Room) -> None:
    line = at_line(counter)
    counter.write("likes ")
    before = line.findChildren(QWidget)
    counter.write("rye, nuts!!, son Max b. 4 May (7), sesame, dunno")
    assert line.findChildren(QWidget) == before


def test_the_line_grows_upwards_and_the_card_makes_room(counter: Room) -> None:
    line = at_line(counter)
    bottom, card = line.geometry().bottom(), counter.window.card_place.card
    counter.write("likes rye")
    assert line.geometry().bottom() == bottom
    assert card.geometry().bottom() < line.y()
    assert counter.window.card_place.rect().contains(line.geometry())


def test_an_allergy_chip_always_has_its_owner_and_a_question_shows_the_answer_that_enter_keeps(counter: Room) -> None:
    line = at_line(counter)
    counter.write("son Max b. 4 May, nuts!!")
    assert labels(line.chips)[-1] == "Ana: nuts, life-threatening"
    assert choices(line.chips) == ["Ana  (Alt+1)", "Max  (Alt+2)"]
    assert [button.isChecked() for button in line.chips.choices.buttons()] == [True, False]
    counter.press(Key.Key_Return)
    kept = counter.book.writing.last
    assert kept.question is None
    assert kept.chips[-1].whose.is_own


@pytest.mark.parametrize("how", ["alt and a digit", "a digit among the chips", "a tap"])
def test_a_question_is_answered_by_key_and_by_tap(counter: Room, how: str) -> None:
    line = at_line(counter)
    counter.write("son Max b. 4 May, nuts!!")
    match how:
        case "alt and a digit":
            counter.press(Key.Key_2, Qt.KeyboardModifier.AltModifier)
        case "a digit among the chips":
            counter.press(Key.Key_Up)
            counter.press(Key.Key_2)
        case _:
            choose(line.chips, "Max")
    assert labels(line.chips)[-1] == "Max: nuts, life-threatening"
    assert line.text().endswith("nuts!!")
    counter.press(Key.Key_Return)
    assert counter.book.writing.last.chips[-1].whose.name == "Max"


def test_arrows_go_from_chip_to_chip_and_letters_go_on_with_the_line(counter: Room) -> None:
    line = at_line(counter)
    counter.write("likes rye, has flu")
    counter.press(Key.Key_Up)
    assert line.chips.strip.hasFocus()
    assert in_front(line) == "ask after: flu"
    counter.press(Key.Key_Left)
    assert in_front(line) == "likes rye"
    counter.press(Key.Key_Right)
    assert in_front(line) == "ask after: flu"
    counter.write("x")
    assert counter.focus() is line.field
    assert line.text() == "likes rye, has flux"


def test_space_takes_the_next_reading_and_delete_makes_a_note_of_it(counter: Room) -> None:
    line = at_line(counter)
    counter.write("nuts!!")
    counter.press(Key.Key_Up)
    counter.press(Key.Key_Space)
    assert labels(line.chips) == ["Ana: nuts"]
    counter.press(Key.Key_Delete)
    assert labels(line.chips) == []
    assert "note: nuts!!" in line.chips.strip.accessibleName()
    counter.press(Key.Key_Return)
    assert counter.book.writing.last.note == "nuts!!"


def test_what_was_changed_holds_while_the_line_goes_on(counter: Room) -> None:
    line = at_line(counter)
    counter.write("nuts!!")
    counter.press(Key.Key_Up)
    counter.press(Key.Key_Space)
    counter.press(Key.Key_Escape)
    counter.write(", likes rye")
    assert labels(line.chips) == ["Ana: nuts", "likes rye"]


def test_a_tapped_chip_opens_its_row_with_targets_for_a_thumb(counter: Room) -> None:
    line = at_line(counter)
    counter.write("leo likes rye")
    assert choices(line.chips) == []
    tap(line.chips, ChipKind.INTEREST)
    assert choices(line.chips) == ["Ana  (1)", "Leo  (2)", "Only a note  (Delete)"]
    for button in line.chips.choices.buttons():
        assert button.height() >= 44
        assert line.rect().contains(button.rect().translated(button.mapTo(line, QPoint())))
    assert line.chips.strip.place_of(chip_of(line.chips, ChipKind.INTEREST)).height() >= 44
    choose(line.chips, "Ana")
    assert labels(line.chips) == ["likes rye"]
    choose(line.chips, "Only a note")
    assert labels(line.chips) == []
    tap_keep(counter)
    assert counter.book.writing.last.note == "leo likes rye"


def tap_keep(room: Room) -> None:
    """Press the button that keeps."""
    room.window.card_place.write_line._keep.click()


def test_what_was_typed_stays_with_the_person_for_whom_it_was_typed(counter: Room) -> None:
    line = at_line(counter, "an")
    counter.write("likes rye")
    counter.window.rail.step(1)
    assert counter.lines()[0].startswith("Anton Berg")
    assert line.text() == ""
    counter.press(Key.Key_Return)
    assert counter.book.writing.kept == []
    line.begin()
    counter.write("keeps bees")
    counter.window.rail.step(-1)
    assert line.text() == "likes rye"
    assert labels(line.chips) == ["likes rye"]
    counter.press(Key.Key_Return)
    assert [(heard.person_uid, heard.draft.text) for heard in counter.book.writing.kept] == [("ana", "likes rye")]
    counter.window.rail.step(1)
    assert line.text() == "keeps bees"


def test_what_is_refused_says_why_and_keeps_the_text(counter: Room) -> None:
    line = at_line(counter)
    counter.book.writing.refuse = Refused(translate("test", "All of this is written down already."))
    counter.write("likes rye")
    counter.press(Key.Key_Return)
    assert counter.window.card_place.undo.words() == "All of this is written down already."
    assert line.text() == "likes rye"
    assert labels(line.chips) == ["likes rye"]


def test_the_caret_stays_in_the_line_when_everything_is_asked_anew(counter: Room) -> None:
    counter.window.rail.search.put("")
    counter.window.rail.today_view.setCurrentIndex(counter.window.rail.today.index(0, 0))
    line = counter.window.card_place.write_line
    line.begin()
    counter.write("likes rye")
    counter.app.counter.refresh()
    assert counter.lines()[0].startswith("Bo Lund")
    assert counter.focus() is line.field
    assert line.text() == "likes rye"


def test_hints_are_read_above_the_line(counter: Room) -> None:
    line = at_line(counter)
    counter.book.writing.hints = (verbatim("tree nuts (Leo)"), verbatim("last time: doughnuts, on 12 March"))
    counter.write("gave doughnuts")
    assert line.chips.hints.isVisible()
    assert line.chips.hints.accessibleName() == "tree nuts (Leo) · last time: doughnuts, on 12 March"


def test_the_quick_buttons_ask_for_a_form_and_fold_away_where_the_line_would_be_too_short(counter: Room) -> None:
    line = at_line(counter)
    wanted: list[type] = []
    line.quick.wanted.connect(wanted.append)
    for button in line.quick.buttons():
        assert button.height() >= 42
        button.click()
    assert wanted == [AllergyIntolerance, Occasion, Concern, Kindness]
    counter.app.look.use(text_size=200)
    counter.window.resize(1024, 600)
    QApplication.processEvents()
    assert not line.quick.isVisible()
    assert line.field.width() > 300


def test_in_a_small_window_the_quick_buttons_that_do_not_fit_are_one_tap_away(room: Room) -> None:
    room.open(1024, 600)
    line = at_line(room)
    seen: list[str] = []
    for _ in range(4):
        shown = [button for button in line.quick.in_order() if button.isVisible()]
        assert all(button.width() >= 44 for button in shown)
        assert line.quick.rect().contains(shown[-1].geometry())
        assert line.field.width() >= 220
        seen += [button.accessibleName() for button in shown[:-1] if button.accessibleName() not in seen]
        shown[-1].click()
    assert set(seen) == {"Allergy", "Occasion", "Ask after", "Kindness"}


@pytest.mark.parametrize(
    ("line", "keys"),
    [("leo starts judo monday, likes rye, nuts!!, dunno what", ()), ("nuts!!", (Key.Key_Up,))],
    ids=["many chips", "the choices of a chip"],
)
def test_while_something_is_written_slot_2_is_never_hidden_whole(
    room: Room, line: str, keys: tuple[Qt.Key, ...]
) -> None:
    room.app.look.use(text_size=200)
    room.open(1024, 600)
    card = room.window.card_place.card
    at_line(room, "ana")
    room.write(line)
    for key in keys:
        room.press(key)
    first = card.safety.y() + card.safety.line_bottoms()[0]
    assert card.edge.isVisible()
    assert first <= card.edge.y()
    assert card.edge.geometry().bottom() <= card.height()


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
@pytest.mark.parametrize("text", [100, 200])
@pytest.mark.parametrize("theme", ["day", "night", "contrast"])
def test_everything_lies_on_the_paper(room: Room, direction: Qt.LayoutDirection, text: int, theme: str) -> None:
    room.app.look.use(theme=theme, text_size=text)
    room.open(1024, 600)
    room.window.setLayoutDirection(direction)
    line = at_line(room)
    room.write("gave doughnuts, son Max b. 4 May (7), nuts!!, whatever that may be")
    room.press(Key.Key_Up)
    place = room.window.card_place
    assert place.paper().toRect().contains(line.geometry())
    for part in (line.chips.strip, *line.chips.choices.buttons(), line.field, line._keep):
        assert line.rect().contains(part.rect().translated(part.mapTo(line, QPoint())))
    chip = line.chips.strip.current
    assert chip is not None
    shown = line.chips.strip.rect().toRectF().adjusted(0, -1, 0, 1)
    assert shown.contains(line.chips.strip.place_of(chip))


def test_a_screen_reader_hears_each_new_chip_once(counter: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr("shopkeeper.ui.a11y.announce", lambda _speaker, words: said.append(words))
    at_line(counter)
    said.clear()
    counter.write("likes rye, nuts!!, ")
    heard = [words for words in said if words]
    assert heard == ["likes rye", "Ana: nuts, serious", "Ana: nuts, life-threatening"]


def test_the_bar_lies_above_the_line_and_covers_none_of_it(counter: Room) -> None:
    line = at_line(counter)
    counter.write("likes rye")
    counter.press(Key.Key_Return)
    bar = counter.window.card_place.undo
    assert bar.isVisible()
    on_counter = line.rect().translated(line.mapTo(counter.window, QPoint()))
    assert not bar.rect().translated(bar.mapTo(counter.window, QPoint())).intersects(on_counter)
