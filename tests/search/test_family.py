"""Family: whoever is asked for by what they are to someone, and never instead of whoever is called so."""

from __future__ import annotations

import pytest

from shopkeeper.domain.person import Name
from shopkeeper.knowledge import Kinship
from shopkeeper.search.cascade import Row, Search
from shopkeeper.search.hit import Reason, Relative
from shopkeeper.search.keys import keys_of
from shopkeeper.search.names import Names
from shopkeeper.search.query import Query
from tests.search.small_book import SmallBook

NAMES = Names(
    kinship=Kinship(
        words={
            "en": {
                "mum": "parent", "dad": "parent", "grandma": "grandparent", "grandson": "grandchild", "son": "child",
                "cousin": "cousin", "partner": "partner",
            },
            "es": {"niña": "child"},
        }
    )
)  # fmt: skip


def row(number: int, name: str, *kin: Relative, pronouns: str = "") -> Row:
    keys = keys_of(Name(formatted=name), kin, pronouns=pronouns)
    return number, keys.own, keys.alt, keys.kin


def found(text: str, *rows: Row) -> list[tuple[int, Reason]]:
    return [(one.row, one.why) for one in Search(Query.parse(text), SmallBook(*rows), NAMES).go_on()]


def test_nobody_is_lost_because_their_name_is_a_family_word_somewhere() -> None:
    children = [row(number, f"Kid{number} Jones", Relative("Par Smith", kind="child")) for number in range(1, 26)]
    assert found("nina smith", *children, row(90, "Nina Smith"))[0] == (90, Reason.NAME)


@pytest.mark.parametrize(("typed", "name"), [("min son", "Min Son"), ("victor cousin", "Victor Cousin")])
def test_whoever_is_called_so_stands_above_whoever_is_that(typed: str, name: str) -> None:
    first = name.split()[0]
    kin = (Relative(f"{first} Lee", kind="child"), Relative(f"{first} Hugo", kind="cousin"))
    assert found(typed, row(1, "Jae Lee", *kin), row(2, name)) == [(2, Reason.NAME), (1, Reason.KIN)]


def test_said_whose_a_family_word_is_one_even_where_somebody_is_called_so() -> None:
    rows = (row(1, "Jae Lee", Relative("Leo Lee", kind="child")), row(2, "Min Son"))
    assert found("leo's son", *rows) == found("son of leo", *rows) == [(1, Reason.RELATION)]


GRANDMA = Relative("Leo Duarte", "Leo", "grandma", "great-grandparent")
GREAT = Relative("Rosa Duarte", "Rosa", "", "great-grandchild")
GRAND = Relative("Rosa Duarte", "Rosa", "", "grandchild")


@pytest.mark.parametrize("typed", ["leo's grandma", "grandma of leo", "leos grandma"])
def test_a_great_grandmother_is_grandma_too(typed: str) -> None:
    assert found(typed, row(1, "Rosa Duarte", GRANDMA), row(2, "Leo Duarte"))[0] == (1, Reason.RELATION)


def test_a_former_partner_is_no_partner() -> None:
    rows = (row(1, "Bo Lund", Relative("Ana Duarte", kind="former-partner")), row(2, "Ana Duarte"))
    assert (1, Reason.RELATION) not in found("ana's partner", *rows)


def test_a_grandson_is_nobody_whose_pronouns_say_that_she_is_none() -> None:
    she, he = row(1, "Ana Duarte", GRAND, pronouns="she/her"), row(2, "Leo Duarte", GREAT, pronouns="he/him")
    assert found("rosa's grandson", she, he) == [(2, Reason.RELATION)]


def test_where_no_such_relative_is_known_the_one_who_was_named_stands_there_and_no_guess() -> None:
    rows = (row(1, "Ana Duarte"), row(2, "Sana Malik"), row(3, "Anas Haddad"))
    assert found("ana's mum", *rows) == [(1, Reason.WITHOUT)]
