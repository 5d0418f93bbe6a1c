"""Leave-taking, on the sheet of a person: asked once more, one act, and undone as a whole."""

from __future__ import annotations

from PySide6.QtCore import Qt

from shopkeeper.ui.forms.leave_block import LeaveBlock
from shopkeeper.ui.forms.person_sheet import PersonSheet
from shopkeeper.ui.household.sheet import HouseholdSheet
from shopkeeper.usecases.family import welcome
from tests.ui.household.conftest import Home


def edit(home: Home, name: str) -> str:
    """Look somebody up and open all that is kept about them."""
    home.room.window.rail.search.put(name)
    home.room.press(Qt.Key.Key_F2)
    return home.uid(name)


def sheet(home: Home) -> PersonSheet:
    front = home.in_front()
    assert isinstance(front, PersonSheet)
    return front


def leaving(home: Home) -> LeaveBlock:
    block = sheet(home).leaving
    assert block is not None
    return block


def words(home: Home) -> str:
    """All that the sheet says."""
    return " ".join(row.line.title.in_english() for block in sheet(home).blocks for row in block.rows)


def test_leave_is_taken_after_it_was_asked_once_more_and_undone_as_a_whole(home: Home) -> None:
    welcome(home.shop, home.uid("ana duarte"), (home.uid("tom ashby"), ""), "husband")
    edit(home, "ana duarte")
    assert [one.text() for one in leaving(home).buttons] == [
        "Ana has died", "Ana and Tom parted", "Ana asks not to be remembered",
    ]  # fmt: skip
    home.tap(leaving(home).buttons[1])
    assert home.room.focus() is leaving(home).no, "the answer that changes nothing"
    home.room.press(Qt.Key.Key_Escape)
    assert home.done == []
    home.tap(leaving(home).buttons[1])
    home.tap(leaving(home).yes)
    assert home.done == ["Ana and Tom parted"]
    assert home.room.window.card_place.undo.words() == "Ana and Tom parted"
    assert home.room.focus() is sheet(home).back
    home.room.control(Qt.Key.Key_Z)
    assert len(leaving(home).buttons) == 3


def test_of_somebody_who_has_died_no_leave_is_taken_again(home: Home) -> None:
    edit(home, "rosa duarte")
    home.tap(leaving(home).buttons[0])
    home.tap(leaving(home).yes)
    assert home.done == ["Rosa has died"]
    assert sheet(home).leaving is None


def test_of_somebody_who_asks_not_to_be_remembered_nothing_is_left_but_that(home: Home) -> None:
    edit(home, "leo duarte")
    before = words(home)
    home.tap(leaving(home).buttons[-1])
    home.tap(leaving(home).yes)
    assert home.done == ["Leo asked not to be remembered"]
    assert "sesame" in before
    assert "sesame" not in words(home)
    home.room.control(Qt.Key.Key_Z)
    assert words(home) == before


def test_the_sheet_leads_to_the_household_and_the_family_and_back(home: Home) -> None:
    edit(home, "bo lund")
    household = next(block for block in sheet(home).blocks if block.add.text() == "Household and family")
    home.tap(household.add)
    assert isinstance(home.in_front(), HouseholdSheet)
    home.room.press(Qt.Key.Key_Escape)
    assert isinstance(home.in_front(), PersonSheet)
    home.room.press(Qt.Key.Key_Escape)
    assert home.in_front() is None
