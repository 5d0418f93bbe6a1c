"""The lines of the card: each can be opened, and what can be done about it is done with one key or one press."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from shopkeeper.domain.allergy import AllergyIntolerance, Category
from shopkeeper.domain.concern import Concern
from shopkeeper.domain.partial_date import PartialDate
from shopkeeper.domain.phrase import translate
from shopkeeper.remember.offer import Offer
from shopkeeper.remember.reminder import Slot
from shopkeeper.ui.card.offers import OfferButton
from shopkeeper.ui.forms.form import Form
from shopkeeper.ui.forms.person_sheet import PersonSheet
from shopkeeper.ui.household.sheet import HouseholdSheet
from shopkeeper.usecases.household import make_household
from shopkeeper.usecases.refused import Refused
from shopkeeper.usecases.tell import tell
from tests.ui.conftest import Room
from tests.ui.own import real_book
from tests.ui.stand_ins import NEVER, card, remembered, safety

Key = Qt.Key
NUTS = AllergyIntolerance(uid="nuts", person_uid="dee", category=Category.FOOD, substance="tree nuts")
FLU = Concern(uid="flu", person_uid="dee", what="flu", since=PartialDate())
LINE = replace(
    safety("Allergic to tree nuts", "tree nuts"), about=("nuts",), offers=(Offer.STILL_SO, Offer.CHANGED, Offer.GONE)
)
MEDICINE = replace(NEVER[1], about=("dee",), offers=(Offer.ASKED_NONE_MEDICINE, Offer.ADD_ALLERGY))
ASK = replace(
    remembered("Ask how she is after her flu"), about=("flu",), offers=(Offer.ASKED, Offer.LATER, Offer.CLOSE)
)
LADDER = replace(remembered("She lent us her ladder", Slot.KINDNESS), about=("ladder",), offers=(Offer.ADD_OURS,))
UNASKED = replace(remembered("No pork", Slot.CARES_ABOUT), about=("diet",), offers=(Offer.AGREED,))
BEES = replace(remembered("Keeps bees", Slot.CARES_ABOUT), about=())
DEE = card("dee", "Dee Okafor", LINE, MEDICINE, ASK, LADDER, UNASKED, BEES)


@pytest.fixture
def dee(room: Room) -> Room:
    """Her card is in front, and the caret in the search box."""
    return at_dee(room, 1280, 800)


def at_dee(room: Room, *size: int) -> Room:
    room.book.cards = {"dee": DEE}
    room.book.records.kept = {"nuts": NUTS, "flu": FLU}
    room.open(*size)
    room.write("dee")
    return room


def buttons(room: Room) -> list[OfferButton]:
    """What can be pressed on the card now."""
    return [one for one in room.window.card_place.card.findChildren(OfferButton) if one.isVisible()]


def words(room: Room) -> list[str]:
    return [one.text() for one in buttons(room)]


def press(room: Room, label: str) -> None:
    """Press a button by its words."""
    QTest.mouseClick(next(one for one in buttons(room) if one.text() == label), Qt.MouseButton.LeftButton)


def in_hand(room: Room) -> str:
    """The line with the caret, as it is read aloud."""
    line = room.window.card_place.card.lines.in_hand()
    reminder = line.in_hand() if line is not None else None
    return str(reminder.title) if reminder is not None else ""


def done(room: Room) -> list[tuple[object, ...]]:
    return room.book.deeds.done


def front(room: Room) -> QWidget | None:
    return room.app.counter.pile.front()


def test_what_can_be_done_about_a_line_stands_at_its_end_and_one_press_does_it(dee: Room) -> None:
    assert words(dee) == ["Asked", "Later", "No need to ask", "From us", "Agreed"]
    press(dee, "Later")
    assert done(dee) == [(Offer.LATER, ("flu",), "dee")]
    assert dee.window.card_place.undo.words() == "Later"
    assert dee.window.rail.search.field.hasFocus()


def test_asked_leads_to_how_they_are_in_the_same_place(dee: Room) -> None:
    press(dee, "Asked")
    assert words(dee) == ["Better", "The same", "Worse", "Has died", "From us", "Agreed"]
    assert done(dee) == []
    press(dee, "Worse")
    assert done(dee) == [(Offer.WORSE, ("flu",), "dee")]


def test_that_somebody_has_died_is_asked_once_more_and_a_second_press_there_goes_back(dee: Room) -> None:
    press(dee, "Asked")
    died = next(one for one in buttons(dee) if one.text() == "Has died")
    place = died.mapTo(dee.window, died.rect().center())
    QTest.mouseClick(died, Qt.MouseButton.LeftButton)
    assert words(dee)[:2] == ["Has died: write it down", "No, go back"]
    again = dee.window.childAt(place)
    assert not (isinstance(again, OfferButton) and again.text() == "Has died: write it down")
    assert done(dee) == []
    press(dee, "No, go back")
    assert words(dee)[0] == "Asked"
    press(dee, "Asked")
    press(dee, "Has died")
    press(dee, "Has died: write it down")
    assert done(dee) == [(Offer.PASSED_ON, ("flu",), "dee")]


def test_by_key_too_the_caret_is_on_the_answer_that_changes_nothing(dee: Room) -> None:
    dee.control(Key.Key_Down)
    dee.press(Key.Key_Down)
    dee.press(Key.Key_Down)
    dee.press(Key.Key_Right)
    dee.press(Key.Key_Return)
    for _ in range(3):
        dee.press(Key.Key_Right)
    dee.press(Key.Key_Return)
    dee.press(Key.Key_Return)
    assert done(dee) == []
    assert words(dee)[0] == "Asked"


def test_what_stands_behind_the_dots_shows_on_its_line_at_every_size_and_leads_back(room: Room) -> None:
    room.app.look.use(text_size=200)
    at_dee(room, 1024, 600)
    row = room.window.card_place.card._rows.all[0]
    room.window.card_place.card._bar.bring(row, 0)
    before = [one.text() for one in row.offers.in_order()]
    QTest.mouseClick(row.offers.in_order()[-1], Qt.MouseButton.LeftButton)
    assert row.isVisible()
    shown = [one.text() for one in row.offers.in_order()]
    assert "No need to ask" in shown
    QTest.mouseClick(row.offers.in_order()[-1], Qt.MouseButton.LeftButton)
    assert [one.text() for one in row.offers.in_order()] == before


def test_a_choice_is_given_up_by_esc_and_never_meets_the_next_person(dee: Room) -> None:
    dee.control(Key.Key_Down)
    for _ in range(2):
        dee.press(Key.Key_Down)
    dee.press(Key.Key_Right)
    dee.press(Key.Key_Return)
    assert "Better" in words(dee)
    dee.press(Key.Key_Escape)
    assert "Better" not in words(dee)
    press(dee, "Asked")
    dee.book.cards["eve"] = replace(DEE, person_uid="eve", name="Eve Okafor")
    dee.window.rail.search.put("eve")
    dee.window.rail.search.put("dee")
    assert words(dee)[0] == "Asked"


def test_ctrl_down_goes_to_the_first_line_and_the_arrows_from_line_to_line(dee: Room) -> None:
    dee.control(Key.Key_Down)
    seen = [in_hand(dee)]
    for _ in range(5):
        dee.press(Key.Key_Down)
        seen.append(in_hand(dee))
    assert seen == [str(reminder.title) for reminder in DEE.reminders]
    dee.press(Key.Key_Down)
    assert in_hand(dee) == seen[-1]
    for _ in range(6):
        dee.press(Key.Key_Up)
    assert dee.window.rail.search.field.hasFocus()


def test_tab_goes_from_the_search_to_the_write_line_and_on_to_the_lines_in_slot_order(dee: Room) -> None:
    seen = []
    for _ in range(14):
        dee.press(Key.Key_Tab)
        seen.append(in_hand(dee) or dee.focus().accessibleName())
    lines = [str(reminder.title) for reminder in DEE.reminders if reminder is not MEDICINE]
    first = seen.index(lines[0])
    assert seen[first : first + len(lines)] == lines
    assert seen.index("Write down what you just heard") < first


def test_a_line_is_left_by_esc_and_by_typing_on(dee: Room) -> None:
    dee.control(Key.Key_Down)
    dee.press(Key.Key_Escape)
    assert dee.window.rail.search.field.hasFocus()
    assert dee.window.rail.search.text() == "dee"
    dee.control(Key.Key_Down)
    dee.write("x")
    assert dee.window.rail.search.text() == "deex"


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Space])
def test_the_arrows_lead_to_the_buttons_of_a_line_and_enter_or_space_presses_one(dee: Room, key: Qt.Key) -> None:
    dee.control(Key.Key_Down)
    dee.press(Key.Key_Down)
    dee.press(Key.Key_Down)
    dee.press(Key.Key_Right)
    dee.press(Key.Key_Right)
    dee.press(key)
    assert done(dee) == [(Offer.LATER, ("flu",), "dee")]


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_F2])
def test_enter_and_f2_open_what_a_line_was_made_from_and_esc_leads_back(dee: Room, key: Qt.Key) -> None:
    dee.control(Key.Key_Down)
    dee.press(Key.Key_Down)
    dee.press(Key.Key_Down)
    dee.press(key)
    form = front(dee)
    assert isinstance(form, Form)
    assert form.fields.record == FLU
    dee.press(Key.Key_Escape)
    assert front(dee) is None
    assert dee.window.card_place.card.isVisible()
    assert ("here", "dee") not in dee.book.asked


def test_a_press_on_the_words_opens_the_form_too(dee: Room) -> None:
    row = dee.window.card_place.card._rows.all[0]
    QTest.mouseClick(row, Qt.MouseButton.LeftButton, pos=QPoint(90, 10))
    form = front(dee)
    assert isinstance(form, Form)
    assert form.fields.record == FLU


def test_what_is_changed_in_a_form_is_named_by_the_bar_and_ctrl_z_takes_it_back(dee: Room) -> None:
    row = dee.window.card_place.card._rows.all[0]
    QTest.mouseClick(row, Qt.MouseButton.LeftButton, pos=QPoint(90, 10))
    dee.write(" and cough")
    dee.press(Key.Key_Escape)
    kept = dee.book.records.kept["flu"]
    assert isinstance(kept, Concern)
    assert "cough" in kept.what
    assert dee.window.card_place.undo.words().startswith("Changed flu")
    dee.control(Key.Key_Z)
    assert dee.window.card_place.undo.words().startswith("Taken back: changed flu")


def test_f6_asks_again_about_the_first_safety_line_and_one_more_key_keeps_that_it_is_still_so(dee: Room) -> None:
    dee.press(Key.Key_F6)
    assert words(dee)[:3] == ["Still so", "Changed", "Gone"]
    dee.press(Key.Key_Return)
    assert done(dee) == [(Offer.STILL_SO, ("nuts",), "dee")]
    assert "Still so" not in words(dee), "slot 2 takes no more room than its words"


def test_f6_once_more_asks_about_the_next_line_where_nobody_was_ever_asked(dee: Room) -> None:
    dee.press(Key.Key_F6)
    dee.press(Key.Key_F6)
    assert words(dee)[:2] == ["Told us of none", "Told us of one"]
    dee.press(Key.Key_Return)
    assert done(dee) == [(Offer.ASKED_NONE_MEDICINE, ("dee",), "dee")]


def test_an_allergy_that_is_gone_was_outgrown_or_a_mistake(dee: Room) -> None:
    dee.press(Key.Key_F6)
    press(dee, "Gone")
    assert words(dee)[:2] == ["Outgrown", "Was a mistake"]
    press(dee, "Outgrown")
    assert done(dee) == [(Offer.OUTGROWN, ("nuts",), "dee")]


def test_an_allergy_that_has_changed_opens_its_form_and_one_told_now_a_blank_one(dee: Room) -> None:
    dee.press(Key.Key_F6)
    press(dee, "Changed")
    form = front(dee)
    assert isinstance(form, Form)
    assert form.fields.record == NUTS
    dee.press(Key.Key_Escape)
    dee.press(Key.Key_F6)
    dee.press(Key.Key_F6)
    press(dee, "Told us of one")
    blank = front(dee)
    assert isinstance(blank, Form)
    assert blank.fields.is_new
    assert done(dee) == []
    dee.write("latex")
    dee.press(Key.Key_Escape)
    (told,) = (one for one in dee.book.records.kept.values() if one not in (NUTS, FLU))
    assert isinstance(told, AllergyIntolerance)
    assert (told.substance, told.category) == ("latex", Category.MEDICINE), "the line had said which"


def test_a_press_on_a_safety_line_shows_what_can_be_done_about_it(dee: Room) -> None:
    bar = dee.window.card_place.card.safety
    tall = bar.height()
    QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=QPoint(80, 20))
    assert words(dee)[:3] == ["Still so", "Changed", "Gone"]
    assert bar.height() > tall
    dee.app.counter.focus()
    assert bar.height() == tall


def test_the_buttons_under_a_safety_line_say_what_they_are_about(dee: Room) -> None:
    bar = dee.window.card_place.card.safety
    assert bar.asked_about() == ""
    dee.press(Key.Key_F6)
    assert "tree nuts" in bar.asked_about()
    press(dee, "Gone")
    assert "tree nuts" in bar.asked_about()
    dee.press(Key.Key_F6)
    assert "Medicine" in bar.asked_about()
    assert all(bar.rect().contains(one.geometry()) for one in bar.offers.in_order())


def test_a_press_takes_the_safety_line_that_is_nearest_and_one_beside_the_buttons_none(dee: Room) -> None:
    bar = dee.window.card_place.card.safety
    (first, top), (_, second) = bar._writings
    between = top + first.height + (second - top - first.height) / 2
    QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=QPoint(300, int(between) - 1))
    assert bar.at() == 0
    button = bar.offers.in_order()[0].geometry()
    QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=QPoint(bar.width() - 20, button.bottom() - 2))
    assert bar.at() == 0
    assert front(dee) is None
    QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=QPoint(300, bar.height() - 2))
    assert bar.at() == 1


def test_what_nobody_agreed_to_says_so_and_agreed_is_one_press(dee: Room) -> None:
    assert "No pork, 9 days ago, not agreed yet" in dee.lines()
    press(dee, "Agreed")
    assert done(dee) == [(Offer.AGREED, ("diet",), "dee")]


def test_f2_with_no_line_in_hand_and_the_edit_button_open_all_that_is_kept(dee: Room) -> None:
    dee.press(Key.Key_F2)
    assert isinstance(front(dee), PersonSheet)
    dee.press(Key.Key_Escape)
    dee.window.card_place.edit_asked.emit()
    assert isinstance(front(dee), PersonSheet)


def test_a_line_that_is_older_than_the_book_says_so_and_is_shown_anew(dee: Room) -> None:
    dee.book.refuse = Refused(translate("test", "That was settled meanwhile."))
    asked = dee.book.asked.count(("card", "dee"))
    press(dee, "Later")
    assert dee.window.card_place.undo.words() == "That was settled meanwhile."
    assert dee.book.asked.count(("card", "dee")) > asked


@pytest.mark.parametrize("text", [100, 150, 200])
@pytest.mark.parametrize("size", [(1024, 600), (1280, 800)])
def test_buttons_never_squeeze_the_words_and_every_offer_can_be_reached(
    room: Room, text: int, size: tuple[int, int]
) -> None:
    room.app.look.use(text_size=text)
    at_dee(room, *size)
    view = room.window.card_place.card
    view.unfold()
    for row in view._rows.in_sight():
        assert sum(one.width() for one in row.offers.in_order()) <= 0.5 * row.width()
        assert all(row.rect().contains(one.geometry()) for one in row.offers.in_order())
    seen = set(words(room))
    while "…" in words(room):
        press(room, "…")
        seen |= set(words(room))
    assert {"Asked", "Later", "No need to ask", "From us", "Agreed"} <= seen
    assert all(one.height() >= 44 and one.width() >= 44 for one in buttons(room))


def test_in_a_language_from_right_to_left_the_buttons_stand_at_the_other_end(room: Room) -> None:
    room.window.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    at_dee(room, 1280, 800)
    row = room.window.card_place.card._rows.all[0]
    asked, later, _ = row.offers.in_order()
    assert later.x() < asked.x() < row.width() / 2


def test_a_quick_button_opens_a_blank_form_about_whoever_is_in_front(dee: Room) -> None:
    dee.window.card_place.write_line.quick.wanted.emit(AllergyIntolerance)
    blank = front(dee)
    assert isinstance(blank, Form)
    assert blank.fields.is_new
    assert blank.heading.whose() == "Dee"


def test_a_press_on_who_is_at_home_opens_the_family_and_a_face_there_its_card(room: Room, tmp_path: Path) -> None:
    with real_book(room, tmp_path / "book") as shop:
        ana, tom = (tell(shop, name)[1].person_uid for name in ("Ana Duarte", "Tom Ashby"))
        make_household(shop, (ana, tom))
        room.open()
        room.write("ana")
        QTest.mouseClick(room.window.card_place._foot, Qt.MouseButton.LeftButton, pos=QPoint(10, 5))
        sheet = front(room)
        assert isinstance(sheet, HouseholdSheet)
        sheet.person_chosen.emit(tom)
        assert front(room) is None
        assert room.lines()[0].startswith("Tom Ashby")
