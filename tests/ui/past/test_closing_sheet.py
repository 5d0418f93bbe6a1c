from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from shopkeeper.domain.consent import Purpose
from shopkeeper.domain.phrase import verbatim
from shopkeeper.remember.offer import Offer
from shopkeeper.ui.past.closing import ClosingSheet
from shopkeeper.usecases.closing import NotAgreed, closing
from shopkeeper.usecases.deeds import do
from shopkeeper.usecases.shop import Shop
from shopkeeper.usecases.tell import tell
from tests.ui.forms.conftest import FormRoom, focus
from tests.usecases.shops import own_shop


class Evening:
    """The list over an own book; what is pressed is written down at once."""

    def __init__(self, shop: Shop, room: FormRoom) -> None:
        self.shop, self.room = shop, room
        self.sheet = ClosingSheet(room.kit)
        self.sheet.agreed.connect(self._agree)
        self.agreed: list[tuple[str, str, bool]] = []

    def open(self) -> None:
        self.sheet.show_list(closing(self.shop))
        self.room.show(self.sheet)
        self.sheet.begin()

    def rows(self) -> list[str]:
        return [row.words() for row in self.sheet.rows]

    def _agree(self, one: NotAgreed, by_parent: bool) -> None:
        self.agreed.append((one.name, one.purpose, by_parent))
        do(self.shop, Offer.AGREED, (), one.person_uid, purpose=one.purpose)
        self.sheet.show_list(closing(self.shop))


@pytest.fixture
def evening(forms: FormRoom, tmp_path: Path) -> Iterator[Evening]:
    with own_shop(tmp_path / "book") as shop:
        tell(shop, "Ana Duarte, allergic to nuts")
        tell(shop, "Bo Lund, allergic to kiwi")
        yield Evening(shop, forms)


def test_the_list_says_who_and_for_what(evening: Evening) -> None:
    evening.open()
    assert sorted(evening.rows()) == ["Ana Duarte. Health: nuts, food", "Bo Lund. Health: kiwi, food"]


def test_one_key_each_goes_through_the_list_to_its_end(evening: Evening) -> None:
    evening.open()
    names = [row.one.name for row in evening.sheet.rows]
    evening.room.press(Qt.Key.Key_Return)
    evening.room.press(Qt.Key.Key_P)
    assert evening.agreed == [(names[0], "health", False), (names[1], "health", True)]
    assert evening.rows() == []
    assert evening.sheet.words() == "All that is written down is agreed to. There is nobody to ask."
    assert focus() is evening.sheet.back


def test_one_tap_each_does_as_well(evening: Evening) -> None:
    evening.open()
    second = evening.sheet.rows[1]
    assert second.parents.height() >= 44
    evening.room.tap(second.parents)
    assert evening.agreed == [(second.one.name, "health", True)]
    assert len(evening.sheet.rows) == 1


def test_the_arrow_keys_go_from_one_to_the_next_and_between_the_answers(evening: Evening) -> None:
    evening.open()
    first, second = evening.sheet.rows
    evening.room.press(Qt.Key.Key_Down)
    assert focus() is second.they
    evening.room.press(Qt.Key.Key_Right)
    assert focus() is second.parents
    evening.room.press(Qt.Key.Key_Up)
    assert focus() is first.they


def test_enter_held_down_answers_for_one_person_only(evening: Evening) -> None:
    evening.open()
    for again in (False, True, True):
        key = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", again)
        QApplication.sendEvent(focus(), key)
    assert len(evening.agreed) == 1


def test_every_answer_says_aloud_whom_it_is_about(evening: Evening) -> None:
    evening.open()
    row = evening.sheet.rows[0]
    assert row.they.accessibleName() == f"They agreed. {row.words()}"


def test_a_long_list_is_shown_in_parts_and_says_so(evening: Evening) -> None:
    many = tuple(
        NotAgreed(person_uid=str(n), name=f"Person {n}", purpose=Purpose.HEALTH, what=verbatim("nuts"))
        for n in range(45)
    )
    evening.sheet.show_list(many)
    assert len(evening.sheet.rows) == 40
    assert evening.sheet.words().endswith("5 more lines to come when these are done.")


def test_esc_leads_back(evening: Evening) -> None:
    evening.open()
    with evening.room.qtbot.waitSignal(evening.sheet.closed, timeout=1000):
        evening.room.press(Qt.Key.Key_Escape)
