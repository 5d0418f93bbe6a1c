"""Dates: what is known and never more. A birthday that nobody told is worse than none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shopkeeper.domain.partial_date import PartialDate
from shopkeeper.formats.vcard import read_cards
from shopkeeper.formats.vcard.dates import NoSuchDay, read_date


def said(text: str, omit_year: str = "") -> str:
    day = read_date(text, omit_year)
    assert isinstance(day, PartialDate)
    return str(day)


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("19850412", "1985-04-12"),
        ("1985-04-12", "1985-04-12"),
        ("1985-4-2", "1985-04-02"),
        ("1985/04/12", "1985-04-12"),
        ("12.4.1985", "1985-04-12"),
        ("1985-04", "1985-04"),
        ("1985", "1985"),
        ("--0412", "--04-12"),
        ("--04-12", "--04-12"),
        ("--4-2", "--04-02"),
        ("--04", "--04"),
        ("---12", "---12"),
        ("--0229", "--02-29"),
        ("1985-00-00", "1985"),
        ("0000-04-12", "--04-12"),
    ],
)
def test_a_date_is_known_as_far_as_it_was_told(text: str, date: str) -> None:
    assert said(text) == date


@pytest.mark.parametrize(
    "time", ["T000000Z", "T230000-0800", "T00:30:00+14:00", " 23:59:59", "Z", "+14:00", "-11:00", "T1022"]
)
@pytest.mark.parametrize("day", ["19850412", "1985-04-12", "--0412"])
def test_a_time_and_its_zone_never_move_the_day(day: str, time: str) -> None:
    assert said(day + time) == said(day)


@pytest.mark.parametrize(("text", "omit"), [("1604-04-07", "1604"), ("16040407", ""), ("1900-04-07", "1900")])
def test_the_year_that_stands_for_no_year_is_no_year(text: str, omit: str) -> None:
    assert said(text, omit) == "--04-07"


def test_a_year_to_omit_omits_no_other_year() -> None:
    assert said("1985-04-07", "1604") == "1985-04-07"


@pytest.mark.parametrize("text", ["", " ", "-", "--", "0000-00-00", "0001-01-01", "1604", "T102200"])
def test_where_no_day_is_said_there_is_none(text: str) -> None:
    assert read_date(text) is None


@pytest.mark.parametrize("text", ["circa 1800", "in May", "about 40", "June 12, 1999", "1980 or 1981", "05/06/1984"])
def test_words_stay_words(text: str) -> None:
    assert read_date(text) == PartialDate(said=text)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("1985-02-31", "31 February does not exist; the rest was brought in without it"),
        ("--0431", "31 April does not exist; the rest was brought in without it"),
        ("1981-02-29", "29 February does not exist in 1981; the rest was brought in without it"),
        ("19723101", "“19723101” is not a day that exists; the rest was brought in without it"),
    ],
)
def test_a_day_that_no_calendar_has_becomes_no_other_day(text: str, sentence: str) -> None:
    day = read_date(text)
    assert isinstance(day, NoSuchDay)
    assert day.phrase.in_english() == sentence


def test_an_impossible_birthday_is_told_with_its_line_and_kept_as_it_was_written() -> None:
    read = read_cards(b"BEGIN:VCARD\nVERSION:3.0\nFN:Bo Lund\nBDAY:1985-02-31\nTEL:1\nEND:VCARD\n")
    (card,) = read.cards
    assert (card.bday, card.extras, len(card.phones)) == (None, ("BDAY:1985-02-31",), 1)
    assert [(t.line, t.card) for t in read.troubles] == [(4, 1)]


@given(st.dates())
def test_every_day_there_ever_was_is_read_as_itself_or_without_a_year_that_stands_for_none(day: object) -> None:
    read = read_date(str(day))
    assert read is None or str(read) in (str(day), f"-{str(day)[4:]}")


@given(st.text())
def test_any_text_at_all_is_a_date_or_words_or_nothing(text: str) -> None:
    day = read_date(text)
    if isinstance(day, PartialDate) and day.year is not None:
        assert f"{day.year:04}" in "".join(str(int(c)) if c.isdecimal() else c for c in text)
