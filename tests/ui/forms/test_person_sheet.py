"""Everything that is kept about a person stands on one sheet, and every line of it opens."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from shopkeeper.domain.phrase import translate
from shopkeeper.domain.promise import Promise
from shopkeeper.examples.street import street
from shopkeeper.host.clock import Clock
from shopkeeper.ui.forms.kept_row import KeptRow
from shopkeeper.ui.forms.person_sheet import PersonSheet
from shopkeeper.usecases.demo import demo
from shopkeeper.usecases.everything import everything_of
from tests.ui.forms.conftest import FormRoom, focus
from tests.ui.forms.desk import TODAY
from tests.ui.test_a11y import nameless, small


@contextmanager
def sheet_of(forms: FormRoom, who: str, at: str = "") -> Iterator[PersonSheet]:
    with demo(Clock.fixed(TODAY)) as shop:
        sheet = PersonSheet(forms.kit)
        forms.show(sheet)
        sheet.show_person(who, everything_of(shop, street(TODAY).keys[who]))
        sheet.begin(at)
        QApplication.processEvents()
        yield sheet


def lines(sheet: PersonSheet) -> list[str]:
    return [row.words() for block in sheet.blocks for row in block.rows]


def row(sheet: PersonSheet, words: str) -> KeptRow:
    return next(row for block in sheet.blocks for row in block.rows if words in row.words())


def test_a_line_opens_by_enter_by_f2_and_by_a_tap(forms: FormRoom) -> None:
    with sheet_of(forms, "dee") as sheet:
        opened: list[str] = []
        sheet.opened.connect(opened.append)
        promise = row(sheet, "rye recipe")
        promise.setFocus()
        forms.press(Qt.Key.Key_Return)
        forms.press(Qt.Key.Key_F2)
        forms.tap(promise)
        assert opened == [promise.line.uid] * 3


def test_something_is_added_to_its_own_section(forms: FormRoom) -> None:
    with sheet_of(forms, "dee") as sheet:
        wanted: list[object] = []
        sheet.wanted.connect(wanted.append)
        block = next(block for block in sheet.blocks if block.section.kind is Promise)
        forms.tap(block.add)
        assert wanted == [Promise]


def test_what_is_private_is_read_only_while_f8_is_held(forms: FormRoom) -> None:
    with sheet_of(forms, "dee") as sheet:
        assert not [line for line in lines(sheet) if "wedding" in line]
        press = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_F8, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(focus(), press)
        assert [line for line in lines(sheet) if "wedding" in line]
        let_go = QKeyEvent(QEvent.Type.KeyRelease, Qt.Key.Key_F8, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(focus(), let_go)
        assert not [line for line in lines(sheet) if "wedding" in line]


def test_the_arrow_keys_reach_every_line_and_every_button(forms: FormRoom) -> None:
    with sheet_of(forms, "ana") as sheet:
        sheet.stops()[0].setFocus()
        seen = [focus()]
        for _ in sheet.stops()[1:]:
            forms.press(Qt.Key.Key_Down)
            seen.append(focus())
        assert seen == list(sheet.stops())
        assert seen[-1] is sheet.back


def test_the_caret_comes_back_to_the_line_that_was_opened(forms: FormRoom) -> None:
    with sheet_of(forms, "ana") as sheet:
        uid = row(sheet, "tree nuts").line.uid
    with sheet_of(forms, "ana", uid) as sheet:
        assert focus() is row(sheet, "tree nuts")


def test_esc_leads_back(forms: FormRoom) -> None:
    with sheet_of(forms, "ana") as sheet:
        closed: list[bool] = []
        sheet.closed.connect(lambda: closed.append(True))
        forms.press(Qt.Key.Key_Escape)
        assert closed


def test_every_line_has_a_name_and_is_large_enough_for_a_thumb(forms: FormRoom) -> None:
    with sheet_of(forms, "ana") as sheet:
        assert nameless(sheet) == []
        assert small(sheet) == []


def test_a_section_of_which_nothing_is_kept_can_still_be_added_to(forms: FormRoom) -> None:
    sheet = PersonSheet(forms.kit)
    forms.show(sheet)
    with demo(Clock.fixed(TODAY)) as shop:
        sheet.show_person("bo", everything_of(shop, street(TODAY).keys["bo"]))
    empty = [block for block in sheet.blocks if not block.rows]
    assert empty
    assert all(not block.add.isHidden() for block in empty)
    assert translate("Everything", "Was here").text not in {block.section.title.text for block in empty}
