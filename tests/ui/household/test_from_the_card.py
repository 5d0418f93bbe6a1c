from __future__ import annotations

from shopkeeper.remember.reminder import Mark
from shopkeeper.ui.household.sheet import HouseholdSheet
from shopkeeper.usecases.look_up import card
from tests.ui.household.conftest import Home


def test_the_line_of_the_household_opens_its_sheet_and_a_face_on_it_a_card(home: Home) -> None:
    ana, leo = home.uid("ana duarte"), home.uid("leo duarte")
    home.bridge.card(ana)
    line = next(one for one in card(home.shop, ana).reminders if one.mark is Mark.HOUSE)
    shown = home.room.window.card_place.card
    shown.opened.emit(line)
    sheet = home.in_front()
    assert isinstance(sheet, HouseholdSheet)
    assert sheet.picture is not None
    home.tap(next(one for one in sheet.picture.drawing.portraits if one.someone.uid == leo))
    assert home.in_front() is None
    assert shown.person_uid == leo
