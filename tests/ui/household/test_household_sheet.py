from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from shopkeeper.remember.family import Line
from shopkeeper.ui.household.blocks import QuestionBlock
from shopkeeper.ui.household.split import SplitSheet
from shopkeeper.ui.household.welcome import WelcomeBlock
from shopkeeper.ui.widgets.family import Portrait
from shopkeeper.usecases.family import relate, welcome
from shopkeeper.usecases.leave import died
from tests.ui.household.conftest import Home


def press(home: Home, *keys: Qt.Key) -> None:
    for key in keys:
        home.room.press(key)


def questions(home: Home) -> list[str]:
    block = home.place.sheet.questions
    return [row.suggestion.question.in_english() for row in block.rows] if block else []


def asking(home: Home) -> QuestionBlock:
    block = home.place.sheet.questions
    assert block is not None
    return block


def adding(home: Home) -> WelcomeBlock:
    block = home.place.sheet.welcome
    assert block is not None
    return block


def is_adding(home: Home) -> bool:
    return home.place.sheet.welcome is not None


def test_the_household_is_drawn_and_told_line_by_line(home: Home) -> None:
    home.place.open(home.uid("ana duarte"))
    sheet = home.place.sheet
    assert sheet.picture is not None
    assert {one.accessibleName() for one in sheet.picture.drawing.portraits} == {"Ana", "Leo, son", "Rosa, grandma"}
    (block,) = sheet.homes
    assert [row.words() for row in block.members] == ["Ana Duarte", "Leo Duarte, son", "Rosa Duarte, grandma"]
    assert {row.words() for row in block.shared} == {"020 7946 0188, phone", "4 Elm St, Millbrook, address"}


def test_the_lines_of_the_drawing_lead_from_each_to_each(home: Home) -> None:
    ana = home.uid("ana duarte")
    welcome(home.shop, ana, (home.uid("tom ashby"), ""), "husband")
    home.place.open(ana)
    assert home.place.sheet.picture is not None
    drawing = home.place.sheet.picture.drawing
    at = {one.accessibleName().split(",")[0]: one for one in drawing.portraits}
    assert at["Rosa"].y() < at["Ana"].y() == at["Tom"].y() < at["Leo"].y()
    couple = drawing.lines()[0]
    assert couple.y1() == couple.y2() == at["Ana"].middle().y()
    assert any(line.p2().x() == at["Leo"].middle().x() for line in drawing.lines())
    assert len(drawing.loose_lines()) == 3, "nobody between Rosa and Ana is known"
    assert all(drawing.rect().contains(one.geometry()) for one in drawing.portraits)


def test_somebody_who_died_has_a_quiet_mark(home: Home) -> None:
    died(home.shop, home.uid("rosa duarte"))
    home.place.open(home.uid("ana duarte"))
    assert home.place.sheet.picture is not None
    names = {one.accessibleName() for one in home.place.sheet.picture.drawing.portraits}
    assert "Rosa, grandma, has died" in names
    assert "Rosa Duarte, grandma, has died" in {row.words() for row in home.place.sheet.homes[0].members}


def test_one_key_says_yes_and_the_next_question_is_asked(home: Home) -> None:
    ana = home.uid("ana duarte")
    relate(home.shop, ana, "husband", home.uid("tom ashby"))
    home.place.open(ana)
    assert questions(home) == ["Is Tom Leo's parent too?"]
    press(home, Qt.Key.Key_Y)
    assert home.done == ["Tom is Leo's parent"]
    assert home.kin("leo duarte")["Tom"] == "parent"
    assert questions(home) == []
    home.bridge.undo()
    assert questions(home) == ["Is Tom Leo's parent too?"]


def test_after_an_answer_the_caret_is_on_the_next_question(home: Home) -> None:
    ana = home.uid("ana duarte")
    relate(home.shop, ana, "husband", home.uid("tom ashby"))
    welcome(home.shop, ana, ("", "Mia Duarte"), "daughter")
    home.place.open(ana)
    assert len(questions(home)) == 3
    home.tap(asking(home).rows[1].yes)
    assert len(questions(home)) == 2
    assert home.room.focus() is asking(home).rows[0].yes
    press(home, Qt.Key.Key_Return, Qt.Key.Key_Return)
    assert questions(home) == []


def test_one_key_says_no_and_it_is_not_asked_again(home: Home) -> None:
    ana = home.uid("ana duarte")
    relate(home.shop, ana, "husband", home.uid("tom ashby"))
    home.place.open(ana)
    press(home, Qt.Key.Key_N)
    assert home.done == []
    assert questions(home) == []
    home.place.open(home.uid("leo duarte"))
    assert questions(home) == []


def test_somebody_new_is_added_by_keyboard_alone(home: Home) -> None:
    ana = home.uid("ana duarte")
    home.place.open(ana)
    sheet = home.place.sheet
    while home.room.focus() is not sheet.homes[0].welcome:
        press(home, Qt.Key.Key_Down)
    press(home, Qt.Key.Key_Return)
    home.room.write("Mia Duarte")
    press(home, *[Qt.Key.Key_Down] * len(adding(home).who.offered()), Qt.Key.Key_Return, Qt.Key.Key_Tab)
    assert home.room.focus() is adding(home).what.line
    home.room.write("daughter")
    press(home, Qt.Key.Key_Return)
    assert home.done == ["Mia Duarte is Ana's daughter"]
    assert home.kin("ana duarte")["Mia"] == "child"
    assert not is_adding(home)
    assert home.room.focus() is sheet.homes[0].welcome, "somebody else may come too"
    assert "Mia Duarte, daughter" in {row.words() for row in sheet.homes[0].members}


def test_somebody_known_is_added_by_thumb_alone(home: Home) -> None:
    home.place.open(home.uid("bo lund"))
    sheet = home.place.sheet
    assert sheet.alone is not None
    home.tap(sheet.alone.welcome)
    home.room.write("Dee Ok")
    home.tap(adding(home).who.offered()[0])
    home.tap(adding(home).add)
    assert home.done == ["Dee lives with Bo"]
    assert [row.words() for row in sheet.homes[0].members] == ["Bo Lund", "Dee Okafor"]


def test_who_lives_there_already_is_not_added_twice_and_what_was_typed_stays(home: Home) -> None:
    home.place.open(home.uid("ana duarte"))
    sheet = home.place.sheet
    home.tap(sheet.homes[0].welcome)
    home.room.write("Leo Duarte")
    home.tap(adding(home).who.offered()[0])
    home.tap(adding(home).add)
    assert home.done == []
    assert "already" in adding(home).who.trouble()
    assert adding(home).who.line.text() == "Leo Duarte"
    press(home, Qt.Key.Key_Escape)
    assert not is_adding(home), "Esc gives the adding up first"


def test_a_line_opens_a_card_and_a_shared_thing_the_household(home: Home) -> None:
    home.place.open(home.uid("ana duarte"))
    sheet = home.place.sheet
    assert sheet.picture is not None
    home.tap(sheet.homes[0].members[1])
    home.tap(next(one for one in sheet.picture.drawing.portraits if one.someone.name == "Rosa"))
    home.tap(sheet.homes[0].shared[0])
    home.tap(sheet.homes[0].change)
    assert home.cards == [home.uid("leo duarte"), home.uid("rosa duarte")]
    assert home.forms == [sheet.homes[0].home.uid] * 2


def test_escape_leads_back_to_the_card(home: Home) -> None:
    home.place.open(home.uid("ana duarte"))
    assert home.in_front() is home.place.sheet
    press(home, Qt.Key.Key_Escape)
    assert home.in_front() is None


def split_sheet(home: Home) -> SplitSheet:
    sheet = home.place.splitting
    assert sheet is not None
    return sheet


def test_a_split_asks_only_what_matters_and_is_one_act(home: Home) -> None:
    ana, tom = home.uid("ana duarte"), home.uid("tom ashby")
    welcome(home.shop, ana, (tom, ""), "husband")
    died(home.shop, home.uid("rosa duarte"))
    home.place.open(ana)
    home.tap(home.place.sheet.homes[0].split)
    sheet = split_sheet(home)
    assert set(sheet.people.choices) == {ana, tom, home.uid("leo duarte")}, "nobody asks where Rosa goes"
    assert sheet.parting.isHidden()
    assert sheet.naming.isHidden()
    home.tap(sheet.people.choices[tom].buttons()[1])
    assert not sheet.parting.isHidden()
    assert sheet.naming.isHidden(), "one person alone needs no household"
    home.tap(sheet.parting.choices["parted"].buttons()[1])
    phone = next(iter(sheet.shared.choices))
    home.tap(sheet.shared.choices[phone].buttons()[2])
    home.tap(sheet.split)
    assert home.done == ["Tom moved out of the household Duarte"]
    assert home.in_front() is home.place.sheet
    assert "Tom" not in {row.words() for row in home.place.sheet.homes[0].members}
    assert home.shop.store.memory_of(tom).tels, "the number rings in both homes"
    home.bridge.undo()
    assert "Tom Ashby, husband" in {row.words() for row in home.place.sheet.homes[0].members}
    assert home.place.sheet.picture is not None
    assert Line.COUPLE in {join.line for join in home.place.sheet.picture.drawing._picture.joins}


def test_a_split_without_anybody_going_says_so_and_writes_nothing(home: Home) -> None:
    home.place.open(home.uid("ana duarte"))
    home.tap(home.place.sheet.homes[0].split)
    home.tap(split_sheet(home).split)
    assert "choose who goes" in split_sheet(home)._trouble.words()
    assert home.done == []
    press(home, Qt.Key.Key_Escape)
    assert home.in_front() is home.place.sheet


def drawn(home: Home) -> tuple[Portrait, ...]:
    picture = home.place.sheet.picture
    assert picture is not None
    return picture.drawing.portraits


def test_somebody_who_leaves_the_book_takes_their_sheet_along(home: Home) -> None:
    bo = home.uid("bo lund")
    home.place.open(bo)
    home.bridge.keep(("out",), lambda book: book.records.remove(bo))
    assert home.in_front() is None


@pytest.mark.parametrize("text", [100, 200])
@pytest.mark.parametrize("width", [1024, 1280])
def test_everything_is_reached_by_thumb_and_nothing_lies_on_anything(home: Home, text: int, width: int) -> None:
    home.room.window.kit.look.use(text_size=text)
    home.room.window.resize(width, 600)
    ana = home.uid("ana duarte")
    welcome(home.shop, ana, (home.uid("tom ashby"), ""), "husband")
    home.place.open(ana)
    sheet = home.place.sheet
    stops = sheet.stops()
    assert all(stop.height() >= 44 and stop.width() >= 44 for stop in stops)
    assert all(stop.accessibleName() for stop in stops)
    blocks = [block.geometry() for block in sheet._blocks()]
    assert not any(a.intersects(b) for n, a in enumerate(blocks) for b in blocks[n + 1 :])
    for home_block in sheet.homes:
        rows: list[QPushButton] = [*home_block.members, *home_block.shared]
        assert all(a.geometry().bottom() < b.geometry().top() for a, b in pairwise(rows))
    assert sheet.ground.width() <= sheet.width() <= width
