"""Whom a line in the search box is about: a first name, or a family word, never doubles somebody of the book."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from shopkeeper.usecases.refused import Refused
from shopkeeper.usecases.shop import Shop
from shopkeeper.usecases.tell import as_said, by_the_comma_rule, keep, listen, make_person, tell
from tests.usecases.shops import own_shop


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    with own_shop(tmp_path / "book") as opened:
        yield opened


def told(shop: Shop, text: str, about: str | None = None) -> str:
    return keep(shop, by_the_comma_rule(listen(shop, text, about))).person_uid


def called(shop: Shop, name: str) -> list[str]:
    return [uid for uid in shop.store.uids() if str(shop.store.memory_of(uid).person.name) == name]


@pytest.mark.parametrize("line", ["grandma Rosa died yesterday", "my grandma Rosa died", "Nan Rosa has flu"])
def test_a_family_word_and_a_name_are_whoever_is_that_to_somebody(shop: Shop, line: str) -> None:
    told(shop, "Ana Duarte, grandma Rosa has flu")
    told(shop, "Rosa Silva, likes rye")
    (rosa,) = called(shop, "Rosa")
    heard = listen(shop, line)
    assert (heard.person_uid, heard.full_name, heard.is_new) == (rosa, "Rosa", False)


def test_the_grandma_who_died_is_the_one_we_know(shop: Shop) -> None:
    told(shop, "Ana Duarte, grandma Rosa has flu")
    (rosa,) = called(shop, "Rosa")
    tell(shop, "grandma Rosa died yesterday")
    assert shop.store.memory_of(rosa).has_died
    assert shop.store.count() == 2


@pytest.mark.parametrize(
    "line", ["grandma Rosa died", "grandma died", "her mother died", "mum: allergic to nuts", "Mother-in-law has flu"]
)
def test_a_relative_of_nobody_knows_whom_is_never_somebody_new(shop: Shop, line: str) -> None:
    told(shop, "Ana Duarte, likes rye")
    told(shop, "Rosa Silva, likes rye")
    heard = listen(shop, line)
    assert heard.asks_whose
    assert not heard.is_new
    for one in (heard, replace(heard, anew=True)):
        with pytest.raises(Refused, match=f"Whose {heard.kin} is this"):
            keep(shop, one)
    assert shop.store.count() == 2


def test_of_two_grandmas_of_a_name_it_is_asked_which(shop: Shop) -> None:
    told(shop, "Ana Duarte, grandma Rosa has flu")
    told(shop, "Bo Lund, grandma Rosa Lund has flu")
    heard = listen(shop, "grandma Rosa died")
    assert sorted(row.name for row in heard.several) == ["Rosa", "Rosa Lund"]
    with pytest.raises(Refused, match="2 people are called grandma Rosa"):
        keep(shop, heard)


def test_a_family_word_that_is_a_title_is_a_name(shop: Shop) -> None:
    assert listen(shop, "Sister Agnes, likes rye").is_new
    make_person(shop, "Nan Goldin")
    assert listen(shop, "Nan Goldin, likes rye").full_name == "Nan Goldin"


@pytest.mark.parametrize("name", ["ana", "ANA", "duarte", "Ána"])
def test_a_part_of_a_name_that_one_person_bears_is_that_person(shop: Shop, name: str) -> None:
    ana = told(shop, "Ana Duarte")
    heard = listen(shop, f"{name}, keeps hens")
    assert (heard.person_uid, as_said(heard, None)["about"]) == (ana, "Ana Duarte")
    keep(shop, heard)
    assert shop.store.count() == 1
    keep(shop, replace(heard, person_uid="", anew=True))
    assert shop.store.count() == 2


def test_of_several_who_bear_it_it_is_asked_which(shop: Shop) -> None:
    told(shop, "Ana Duarte, Elm St 4")
    told(shop, "Ana Silva")
    heard = listen(shop, "ana, keeps hens")
    assert sorted(row.name for row in heard.several) == ["Ana Duarte", "Ana Silva"]
    with pytest.raises(Refused, match="2 people are called ana: Ana Duarte · Elm St, Ana Silva"):
        keep(shop, heard)


@pytest.mark.parametrize("line", ["Ana Lund, keeps hens", "Maria Silva, keeps hens", "an, keeps hens", "Ana"])
def test_a_new_whole_name_and_a_name_alone_are_somebody_new(shop: Shop, line: str) -> None:
    told(shop, "Ana Maria Silva")
    assert listen(shop, line).is_new


def test_somebody_of_that_first_name_who_came_meanwhile_is_not_doubled(shop: Shop) -> None:
    heard = listen(shop, "ana, keeps hens")
    told(shop, "Ana Duarte")
    with pytest.raises(Refused, match="is in the book now"):
        keep(shop, heard)
