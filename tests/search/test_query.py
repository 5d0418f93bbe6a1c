"""Query: what was typed, read as words, digits and a scan."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shopkeeper.search.query import Query, digits_of, scan_of


def test_words_are_folded_and_each_is_asked_once() -> None:
    assert Query.parse("Ana  ANA Dü").words == ("ana", "du")


@pytest.mark.parametrize("text", ["4188", "41 88", "+351 (912) 41-88", "07700 900188", "٤١٨٨"])
def test_a_telephone_number_is_known_by_its_signs(text: str) -> None:
    query = Query.parse(text)
    assert query.is_number
    assert query.digits.endswith("4188") or query.digits.endswith("0188")


def test_a_number_beside_a_name_is_a_part_of_a_telephone() -> None:
    query = Query.parse("maria 4188")
    assert (query.names, query.digits, query.is_number) == (("maria",), "4188", False)


def test_two_digits_are_no_telephone() -> None:
    assert Query.parse("41").digits == ""
    assert Query.parse("flat 41").names == ("flat", "41")


def test_what_a_reader_adds_to_a_code_is_left_out() -> None:
    assert Query.parse("\x02DS-000 417\r\n").code == scan_of("ds-000417") == "ds-000417"


def test_digits_of_every_script_are_digits() -> None:
    assert digits_of("+٣٥١ ९१२-34 ext. 5") == "351912345"


def test_nothing_typed_is_no_search() -> None:
    assert not Query.parse(" \0 \u200b ")


@given(st.text())
def test_every_text_is_read(text: str) -> None:
    query = Query.parse(text)
    assert len(query.words) <= 7
    assert all(0 < len(word) <= 40 for word in query.words)
    assert len(query.digits) not in (1, 2)
    assert query.digits.isascii()
