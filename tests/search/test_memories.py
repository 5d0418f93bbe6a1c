"""Memories: streets as anybody writes them, and what is remembered with a slip of the finger."""

from __future__ import annotations

import pytest

from shopkeeper.search.cascade import Search
from shopkeeper.search.hit import Reason
from shopkeeper.search.query import Query
from tests.search.small_book import SmallBook

THINGS = (
    "4 Elm St, Millbrook", "9 Station Rd", "22 Mill Lane", "3 Park Ave", "5 Hauptstr.", "8 Lindenstraße",
    "R. Augusta 7", "Av. Paulista 1", "ul. Długa 5", "C/ Mayor 3", "Biscuit, beagle", "beekeeper", "1 Stone Elm Yard",
    "улица Мира 2",
)  # fmt: skip
BOOK = SmallBook(*((number, "", "", "") for number in range(len(THINGS))), things=[*enumerate(THINGS)])


def told(text: str) -> list[str]:
    found = Search(Query.parse(text), BOOK).go_on()
    assert all(one.why is Reason.MEMORY for one in found)
    return [one.detail for one in found]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("elm street", "4 Elm St, Millbrook"),
        ("elm stre", "4 Elm St, Millbrook"),
        ("street elm 4", "4 Elm St, Millbrook"),
        ("station road", "9 Station Rd"),
        ("mill ln", "22 Mill Lane"),
        ("mill la", "22 Mill Lane"),
        ("park avenue", "3 Park Ave"),
        ("hauptstrasse", "5 Hauptstr."),
        ("hauptstraße 5", "5 Hauptstr."),
        ("lindenstr", "8 Lindenstraße"),
        ("rua augusta", "R. Augusta 7"),
        ("avenida paulista", "Av. Paulista 1"),
        ("ulica długa", "ul. Długa 5"),
        ("calle mayor", "C/ Mayor 3"),
        ("ул мира", "улица Мира 2"),
        ("beekeper", "beekeeper"),
        ("begale", "Biscuit, beagle"),
        ("begal", "Biscuit, beagle"),
        ("bagle biscuit", "Biscuit, beagle"),
    ],
)
def test_what_is_remembered_is_found_however_it_is_written(typed: str, meant: str) -> None:
    assert told(typed) == [meant]


def test_a_short_street_word_is_no_beginning_of_another_word() -> None:
    assert told("elm street") == ["4 Elm St, Millbrook"]
    assert told("elm st") == ["4 Elm St, Millbrook", "1 Stone Elm Yard"]


def test_who_lives_in_a_street_stands_above_who_is_called_a_little_like_it() -> None:
    rows = [(1, "lewis churchcroft", "", ""), (2, "", "", "")]
    book = SmallBook(*rows, things=[(1, "walks the coast path"), (2, "5 Church Walk")])
    assert next(one.row for one in Search(Query.parse("church walk"), book).go_on()) == 2
