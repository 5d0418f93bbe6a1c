"""Under a thumb and under the Tab key: Back stays in sight, the sheet follows the thumb, and keys go as is seen."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget

from shopkeeper.domain.person import Adr, Tel
from shopkeeper.ui.forms.fields.choice import ChoiceField
from shopkeeper.ui.forms.form import Form
from shopkeeper.ui.forms.kept_row import KeptRow
from shopkeeper.ui.forms.small_list import SmallList
from tests.ui.forms.at_the_counter import KEYS, AtTheCounter
from tests.ui.forms.conftest import FormRoom, focus
from tests.ui.forms.desk import ANA, EMAIL, TEL
from tests.ui.forms.screens import NUTS

ELM = Adr(uid="elm", owner_uid="ana", street="Elm St 4", locality="Oldham", code="OL4 1AA")


def tall_form(forms: FormRoom) -> Form:
    return forms.open(ANA, tels=(TEL,), emails=(EMAIL,), adrs=(ELM,))


def seen(widget: QWidget, form: Form) -> bool:
    return form.rect().contains(widget.mapTo(form, widget.rect().center())) and not widget.visibleRegion().isEmpty()


def test_back_stays_in_sight_while_the_form_scrolls(forms: FormRoom) -> None:
    form = tall_form(forms)
    form.verticalScrollBar().setValue(form.verticalScrollBar().maximum())
    assert form.verticalScrollBar().value() > 0
    assert seen(form.back, form)
    assert seen(form.heading, form)


def test_a_form_follows_the_thumb(forms: FormRoom) -> None:
    form = tall_form(forms)
    touch, view = QTest.createTouchDevice(), form.viewport()
    at = QPoint(12, view.height() - 20)
    QTest.touchEvent(view, touch).press(0, at, view)
    for step in range(1, 16):
        QTest.touchEvent(view, touch).move(0, at - QPoint(0, 20 * step), view)
        QTest.qWait(10)
    QTest.touchEvent(view, touch).release(0, at - QPoint(0, 300), view)
    assert form.verticalScrollBar().value() > 150


def test_a_touch_on_a_button_is_still_a_press(forms: FormRoom) -> None:
    form = tall_form(forms)
    telephones = next(one for one in form.lists if one.small.kind is Tel)
    touched(form, telephones.add)
    forms.qtbot.waitUntil(lambda: len(telephones.items()) == 2)


def test_a_touch_on_a_line_brings_the_caret(forms: FormRoom) -> None:
    form = tall_form(forms)
    line = next(one for one in form.lists if one.small.kind is Tel).items()[0].fields[0].begin_at()
    touched(form, line)
    forms.qtbot.waitUntil(line.hasFocus)


def touched(form: Form, at: QWidget) -> None:
    form.ensureWidgetVisible(at)
    touch, window = QTest.createTouchDevice(), form.window().windowHandle()
    place = at.mapTo(form.window(), at.rect().center())
    QTest.touchEvent(window, touch).press(0, place, window)
    QTest.touchEvent(window, touch).release(0, place, window)


def test_the_tab_key_goes_through_a_form_as_it_is_seen(forms: FormRoom) -> None:
    form = tall_form(forms)
    forms.tap(next(one for one in form.lists if one.small.kind is Tel).add)
    form.begin()
    places: list[QWidget] = []
    while form.ground.isAncestorOf(focus()) and len(places) < 80:
        places.append(focus())
        forms.press(Qt.Key.Key_Tab)
    lists = [next((n for n, one in enumerate(form.lists) if one.isAncestorOf(place)), -1) for place in places]
    assert lists == sorted(lists)
    assert set(lists) == {-1, *range(len(form.lists))}
    for one in form.lists:
        rows = [row_of(one, place) for place in places if one.isAncestorOf(place)]
        assert rows == sorted(rows), one.small.kind


def row_of(small: SmallList, place: QWidget) -> int:
    """Which row this is in; the button above them comes first."""
    rows = zip(small.items(), small.crosses(), strict=True)
    return next((n for n, (row, cross) in enumerate(rows) if cross is place or row.isAncestorOf(place)), -1)


def test_the_tab_key_stops_once_at_an_answer_and_at_the_one_that_is_pressed(forms: FormRoom) -> None:
    form = forms.open(NUTS)
    choices = [one for one in form.fields.fields if isinstance(one, ChoiceField)]
    stops = []
    for _ in range(30):
        forms.press(Qt.Key.Key_Tab)
        stops.append(focus())
    for one in choices:
        pressed = [stop for stop in stops if isinstance(stop, QAbstractButton) and stop in one.buttons()]
        assert pressed, one.row.path
        assert set(pressed) == {one.begin_at()}


def test_enter_on_a_telephone_puts_the_caret_into_that_number(counter: AtTheCounter) -> None:
    counter.place.open_person(KEYS["maria-elm"])
    [tel] = counter.kept(Tel, "maria-elm")
    line: QWidget | None = next(
        row for block in counter.sheet().blocks for row in block.rows if row.line.uid == tel.uid
    )
    assert line is not None
    line.setFocus()
    counter.room.press(Qt.Key.Key_Return)
    [row] = counter.small(Tel).items()
    assert counter.room.focus() is row.fields[0].begin_at()
    counter.room.press(Qt.Key.Key_Escape)
    line = counter.sheet().focusWidget()
    assert isinstance(line, KeptRow)
    assert line.line.uid == tel.uid
