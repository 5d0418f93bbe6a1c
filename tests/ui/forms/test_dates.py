"""A day is kept as far as it was told; what no calendar has is said to be so, and kept in words."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt

from shopkeeper.domain.occasion import Occasion
from shopkeeper.domain.partial_date import LeapDay, PartialDate
from shopkeeper.ui.forms.dates import read_told
from shopkeeper.ui.forms.fields.day import DayField
from shopkeeper.ui.forms.fields.told import ToldField
from shopkeeper.ui.forms.form import Form
from tests.ui.forms.conftest import FormRoom
from tests.ui.forms.desk import TODAY
from tests.ui.forms.screens import BIRTHDAY, NUTS

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def when(form: Form) -> ToldField:
    found = next(one for one in form.fields.fields if one.row.path == "on")
    assert isinstance(found, ToldField)
    return found


def kept_date(forms: FormRoom) -> PartialDate:
    record = forms.desk.records["day"]
    assert isinstance(record, Occasion)
    return record.on


@pytest.mark.parametrize(
    ("day", "month", "year", "kept"),
    [
        ("4", "5", "", PartialDate(day=4, month=5)),
        ("4.", "may", "1990", PartialDate(day=4, month=5, year=1990)),
        ("", "Dec", "", PartialDate(month=12)),
        ("", "", "1985", PartialDate(year=1985)),
        ("29", "2", "", PartialDate(day=29, month=2)),
        ("", "", "", PartialDate()),
    ],
)
def test_each_part_of_a_day_may_be_left_out(day: str, month: str, year: str, kept: PartialDate) -> None:
    assert read_told(day, month, year, about=False, said="", months=MONTHS) == (kept, None)


@pytest.mark.parametrize(
    ("day", "month", "year", "words"),
    [
        ("31", "2", "", "31 February"),
        ("29", "feb", "2023", "29 February 2023"),
        ("0", "5", "", "0 May"),
        ("4", "13", "", "4 13"),
    ],
)
def test_a_day_that_does_not_exist_is_kept_in_words(day: str, month: str, year: str, words: str) -> None:
    kept, sentence = read_told(day, month, year, about=False, said="", months=MONTHS)
    assert kept == PartialDate(said=words)
    assert sentence is not None
    assert sentence.in_english() == f"{words} does not exist: it is kept in words."


def test_a_year_of_two_digits_is_never_guessed() -> None:
    kept, sentence = read_told("4", "5", "85", about=False, said="", months=MONTHS)
    assert kept == PartialDate(said="4 5 85")
    assert sentence is not None


def test_words_where_a_number_was_asked_for_are_no_mistake() -> None:
    told = read_told("before Easter", "", "", about=False, said="", months=MONTHS)
    assert told == (PartialDate(said="before Easter"), None)


def test_a_month_that_could_be_two_is_kept_in_words() -> None:
    assert read_told("", "ma", "", about=False, said="", months=MONTHS)[0] == PartialDate(said="ma")


def test_a_day_is_kept_when_the_last_of_its_parts_is_left(forms: FormRoom) -> None:
    form = forms.open(BIRTHDAY)
    when(form).parts.lines["day"].setFocus()
    forms.overwrite("5")
    forms.press(Qt.Key.Key_Tab)
    forms.overwrite("6")
    assert forms.desk.changes == []
    for _ in range(4):
        forms.press(Qt.Key.Key_Tab)
    assert kept_date(forms) == PartialDate(day=5, month=6)
    assert when(form).parts.lines["month"].text() == "June"


def test_an_impossible_day_says_so_and_stands_in_words(forms: FormRoom) -> None:
    form = forms.open(BIRTHDAY)
    when(form).parts.lines["day"].setFocus()
    forms.overwrite("31")
    forms.press(Qt.Key.Key_Tab)
    forms.overwrite("2")
    form.settle()
    assert kept_date(forms) == PartialDate(said="31 February")
    assert when(form).trouble() == "31 February does not exist: it is kept in words."
    assert when(form).said.text() == "31 February"


def test_somebody_born_on_29_february_is_asked_when_it_is_kept(forms: FormRoom) -> None:
    form = forms.open(BIRTHDAY)
    assert when(form).leap.isHidden()
    when(form).parts.lines["day"].setFocus()
    forms.overwrite("29")
    forms.press(Qt.Key.Key_Tab)
    forms.overwrite("feb")
    forms.press(Qt.Key.Key_Return)
    assert not when(form).leap.isHidden()
    forms.tap(when(form).leap.answers[LeapDay.MARCH_1])
    assert forms.desk.told() == [("on", PartialDate(day=29, month=2)), ("leap_day", LeapDay.MARCH_1)]


def test_about_is_part_of_the_day(forms: FormRoom) -> None:
    form = forms.open(BIRTHDAY)
    forms.tap(when(form).about)
    assert kept_date(forms) == PartialDate(day=4, month=5, about=True)


def test_today_is_one_press(forms: FormRoom) -> None:
    form = forms.open(NUTS)
    told_on = next(one for one in form.fields.fields if one.row.path == "told_on")
    assert isinstance(told_on, DayField)
    forms.tap(told_on.today)
    assert forms.desk.told() == [("told_on", TODAY)]


def test_where_a_whole_day_is_needed_half_a_day_is_not_kept(forms: FormRoom) -> None:
    form = forms.open(NUTS)
    told_on = next(one for one in form.fields.fields if one.row.path == "told_on")
    assert isinstance(told_on, DayField)
    told_on.parts.lines["year"].setFocus()
    forms.overwrite("")
    assert not form.settle()
    assert forms.desk.changes == []
    assert told_on.trouble() == "Day, month and year are needed here."
    told_on.parts.lines["year"].setFocus()
    forms.write("2024")
    assert form.settle()
    assert forms.desk.told() == [("told_on", date(2024, 9, 20))]
