"""What is typed into the search box tells more than a name: the paper shows it before Enter keeps it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt

from shopkeeper.capture.chip import ChipKind
from shopkeeper.domain.phrase import verbatim
from shopkeeper.usecases.look_up import Row
from tests.ui.conftest import Room
from tests.ui.stand_ins import NEVER, card
from tests.ui.writing.hand import choices, labels, paper, tap

Key = Qt.Key
SENTENCE = "Zoe Marsh, Elm St 4, son Leo b. 4 May (7), nuts!!, grandma Rosa has flu"


@pytest.mark.parametrize("words", ["ana", "ana duarte", "an du", "o'neill", "bo", "anton be"])
def test_a_plain_name_of_somebody_in_the_book_never_reaches_the_grammar(
    counter: Room, words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    counter.book.cards["o"] = card("o", "O'Neill Bea", *NEVER)
    asked: list[str] = []
    monkeypatch.setattr(type(counter.book.writing), "says_more", lambda _self, text, _language: asked.append(text))
    counter.write(words)
    assert asked == []
    assert counter.book.writing.listened == []


def test_a_sentence_lies_on_the_paper_as_chips_and_enter_keeps_all_of_it(counter: Room) -> None:
    counter.write(SENTENCE)
    chips = counter.window.card_place.draft.chips
    assert paper(counter).startswith("Enter writes this down: Zoe Marsh, new")
    assert len(labels(chips)) == 7
    assert not counter.window.card_place.message.isVisible()
    counter.press(Key.Key_Return)
    (heard,) = counter.book.writing.kept
    assert heard.is_new
    assert heard.draft.text == SENTENCE
    assert heard.draft.question is None
    assert counter.window.card_place.undo.words() == f"Wrote down {SENTENCE}"
    assert counter.window.rail.search.text() == "Zoe Marsh"


def test_the_rows_are_those_of_the_name_alone_and_are_asked_for_once(counter: Room) -> None:
    counter.write("ana duarte, likes r")
    asked = [one for one in counter.book.asked if one[0] == "find"]
    assert asked[-1] == ("find", "ana duarte")
    counter.write("ye bread")
    assert [one for one in counter.book.asked if one[0] == "find"] == asked
    assert [row.name for row in counter.window.rail.results.rows()] == ["Ana Duarte"]


def test_somebody_who_is_here_already_is_never_written_down_twice(counter: Room) -> None:
    counter.write("ana duarte, likes rye")
    assert paper(counter).startswith("Enter writes this down for Ana Duarte, who is here already")
    counter.press(Key.Key_Return)
    assert [heard.person_uid for heard in counter.book.writing.kept] == ["ana"]
    assert counter.lines()[0].startswith("Ana Duarte")
    assert counter.window.rail.search.text() == "Ana Duarte"


def test_ctrl_enter_writes_down_someone_else_of_that_name(counter: Room) -> None:
    counter.write("ana duarte, likes rye")
    counter.control(Key.Key_Return)
    assert [heard.is_new for heard in counter.book.writing.kept] == [True]


def test_a_row_that_is_chosen_is_whom_the_draft_is_about(counter: Room) -> None:
    counter.write("an, likes rye")
    assert paper(counter).startswith("Enter writes this down: an, new")
    counter.press(Key.Key_Down)
    assert paper(counter).startswith("Enter writes this down for Ana Duarte, who is here already")
    counter.write(" bread")
    assert paper(counter).startswith("Enter writes this down for Ana Duarte")
    counter.press(Key.Key_Return)
    assert [heard.person_uid for heard in counter.book.writing.kept] == ["ana"]


def test_of_several_people_of_a_name_one_has_to_be_chosen(counter: Room) -> None:
    counter.book.cards["ana2"] = card("ana2", "Ana Duarte", *NEVER)
    counter.book.writing.several = (
        Row(person_uid="ana", name="Ana Duarte", line=verbatim("Elm St"), reason=None),
        Row(person_uid="ana2", name="Ana Duarte", line=verbatim("Oak St"), reason=None),
    )
    counter.write("ana duarte, likes rye")
    assert paper(counter).startswith("2 people are called")
    counter.press(Key.Key_Down)
    counter.press(Key.Key_Down)
    counter.press(Key.Key_Return)
    assert [heard.person_uid for heard in counter.book.writing.kept] == ["ana2"]


def test_a_name_written_family_first_is_still_looked_up(counter: Room) -> None:
    counter.book.cards["q"] = card("q", "Duarte, Quim", *NEVER)
    counter.write("duarte, quim")
    assert paper(counter) == ""
    assert counter.lines()[0].startswith("Duarte, Quim")


def test_words_without_any_sign_are_a_draft_as_soon_as_nobody_is_found(counter: Room) -> None:
    counter.write("bo lund likes rye")
    assert paper(counter).startswith("Enter writes this down for Bo Lund, who is here already")
    counter.press(Key.Key_Return)
    assert [heard.person_uid for heard in counter.book.writing.kept] == ["bo"]


def test_nobody_found_and_only_a_name_makes_the_person_from_every_word(counter: Room) -> None:
    counter.write("Zbigniew von und zu Kowalczyk")
    assert paper(counter) == ""
    counter.press(Key.Key_Return)
    assert ("make", "Zbigniew von und zu Kowalczyk") in counter.book.asked


def test_escape_leaves_the_chips_then_clears(counter: Room) -> None:
    counter.write("ana duarte, likes rye")
    counter.press(Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert counter.window.card_place.draft.chips.strip.hasFocus()
    counter.press(Key.Key_Escape)
    assert counter.focus() is counter.window.rail.search.field
    assert counter.window.rail.search.text() == "ana duarte, likes rye"
    counter.press(Key.Key_Escape)
    assert counter.window.rail.search.text() == ""
    assert paper(counter) == ""
    assert counter.window.card_place.message.isVisible()


@pytest.mark.parametrize("how", ["alt and a digit", "a digit among the chips"])
def test_the_question_is_answered_without_a_hand_on_the_mouse(counter: Room, how: str) -> None:
    counter.write("Zoe Marsh, son Leo b. 4 May, nuts!!")
    chips = counter.window.card_place.draft.chips
    assert choices(chips) == ["Zoe  (Alt+1)", "Leo  (Alt+2)"]
    if how == "alt and a digit":
        counter.press(Key.Key_2, Qt.KeyboardModifier.AltModifier)
    else:
        counter.press(Key.Key_Up, Qt.KeyboardModifier.AltModifier)
        counter.press(Key.Key_2)
    assert labels(chips)[-1] == "Leo: nuts, life-threatening"
    assert counter.window.rail.search.text().endswith("nuts!!")
    counter.press(Key.Key_Return)
    assert counter.book.writing.last.chips[-1].whose.name == "Leo"


def test_enter_among_the_chips_keeps_too_and_the_caret_is_in_the_search_box_again(counter: Room) -> None:
    counter.write("ana duarte, likes rye")
    counter.press(Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    counter.press(Key.Key_Return)
    assert [heard.person_uid for heard in counter.book.writing.kept] == ["ana"]
    assert counter.focus() is counter.window.rail.search.field


def test_a_chip_is_changed_by_tap_and_letters_go_on_in_the_search_box(counter: Room) -> None:
    counter.write("Zoe Marsh, nuts!!")
    chips = counter.window.card_place.draft.chips
    tap(chips, ChipKind.ALLERGY)
    next(button for button in chips.choices.buttons() if button.text().startswith("Only a note")).click()
    assert labels(chips) == ["Zoe Marsh"]
    counter.write(", likes rye")
    assert counter.window.rail.search.text() == "Zoe Marsh, nuts!!, likes rye"
    assert labels(chips) == ["Zoe Marsh", "likes rye"]


def test_ctrl_n_makes_someone_with_all_that_is_told_of_them(counter: Room) -> None:
    counter.control(Key.Key_N)
    counter.write("Zoe Marsh, likes rye")
    counter.press(Key.Key_Return)
    assert [heard.is_new for heard in counter.book.writing.kept] == [True]
    counter.write("bo")
    counter.press(Key.Key_Return)
    assert ("here", "bo") in counter.book.asked


def test_a_draft_that_was_entered_before_anybody_could_be_seen_waits_for_another_enter(room: Room) -> None:
    search = room.window.rail.search
    search.field.setText("Bo Lund, likes rye")
    search.note_enter()
    room.open()
    assert room.book.writing.kept == []
    assert search.text() == "Bo Lund, likes rye"
    assert paper(room).startswith("Enter writes this down for Bo Lund")


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
@pytest.mark.parametrize("size", [(1024, 600), (1280, 800)])
@pytest.mark.parametrize("text", [100, 200])
def test_the_draft_lies_on_the_paper(
    room: Room, size: tuple[int, int], text: int, direction: Qt.LayoutDirection
) -> None:
    room.app.look.use(text_size=text)
    room.open(*size)
    room.window.setLayoutDirection(direction)
    room.write(f"{SENTENCE}, whatever that may be")
    page = room.window.card_place.draft
    for part in (page.chips.strip, *page.chips.choices.buttons(), page._keep):
        assert page.rect().contains(part.rect().translated(part.mapTo(page, QPoint())))
    last = page.chips.strip.place_of(page.chips.strip._chips[-1])
    assert last.bottom() <= page.chips.strip.height()
