"""Everything that can be reached has a name, in every page."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QScrollBar, QWidget

from shopkeeper.domain.phrase import translate
from shopkeeper.ui.needs import Refusal, Start, Why
from tests.ui.conftest import Room


def nameless(page: QWidget) -> list[str]:
    """Widgets that Tab or a press can reach and that nobody can name."""
    return [
        f"{type(widget).__name__} {widget.objectName()}"
        for widget in page.findChildren(QWidget)
        if widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        and not isinstance(widget, QScrollBar)
        and not widget.objectName().startswith("qt_")
        and widget.isVisibleTo(page)
        and not widget.accessibleName()
    ]


def small(page: QWidget) -> list[str]:
    """Buttons that a thumb would miss."""
    return [
        f"{button.accessibleName()} {button.width()}x{button.height()}"
        for button in page.findChildren(QAbstractButton)
        if button.isVisibleTo(page) and (button.height() < 44 or button.width() < 44)
    ]


def counter_page(room: Room) -> QWidget:
    room.open()
    room.write("ana")
    return room.window.counter


def nobody(room: Room) -> QWidget:
    room.open()
    room.write("zzz")
    return room.window.counter


def first(room: Room) -> QWidget:
    room.door.says = Start.NO_BOOK
    room.open()
    return room.window.first_start


def passphrase(room: Room) -> QWidget:
    room.door.says, room.door.has_keychain = Start.NO_BOOK, False
    room.open()
    room.window.first_start.choices()[1].click()
    return room.window.passphrase


def trouble(room: Room) -> QWidget:
    room.door.says = Refusal(Why.DAMAGED, translate("test", "Damaged."))
    room.open()
    return room.window.trouble


def bring_in(room: Room) -> QWidget:
    room.open()
    room.app.arrivals.begin(Path("/phone/contacts.vcf"))
    sheet = room.window.bring_in
    room.qtbot.waitUntil(lambda: sheet.heading() == "Nothing was brought in")
    sheet.finish({"act": "a", "new": 1, "known": 0, "troubles": [{"card": 1, "line": 1, "text": "no name"}]})
    return sheet


@pytest.mark.parametrize("page", [counter_page, nobody, first, passphrase, trouble, bring_in])
def test_everything_that_can_be_reached_has_a_name_and_is_large_enough(room: Room, page: object) -> None:
    assert callable(page)
    shown = page(room)
    assert nameless(shown) == []
    assert small(shown) == []


def test_tab_leaves_the_search_and_comes_back_to_it(counter: Room) -> None:
    start = counter.focus()
    seen = set()
    for _ in range(20):
        counter.press(Qt.Key.Key_Tab)
        seen.add(counter.focus().accessibleName())
        if counter.focus() is start:
            break
    assert counter.focus() is start
    assert "New person" in seen


def test_the_search_box_says_what_may_be_typed(counter: Room) -> None:
    field = counter.window.rail.search.field
    assert field.accessibleName() == "Find someone"
    assert "phone" in field.accessibleDescription()
