"""Whom a relative in a line means: somebody of the family, somebody in the book, or somebody new."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from shopkeeper.capture.chip import Chip
from shopkeeper.capture.label import answer_of
from shopkeeper.domain.memory import Memory
from shopkeeper.usecases.family import relate
from shopkeeper.usecases.leave import opt_out
from shopkeeper.usecases.refused import Refused
from shopkeeper.usecases.shop import Shop
from shopkeeper.usecases.tell import Heard, by_the_comma_rule, keep, listen
from tests.usecases.shops import own_shop


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    with own_shop(tmp_path / "book") as opened:
        yield opened


def told(shop: Shop, text: str, about: str | None = None) -> str:
    """Enter, without an answer to any question."""
    return keep(shop, by_the_comma_rule(listen(shop, text, about))).person_uid


def all_called(shop: Shop, name: str) -> list[Memory]:
    return [one for one in map(shop.store.memory_of, shop.store.uids()) if str(one.person.name) == name]


def the(shop: Shop, name: str) -> Memory:
    (one,) = all_called(shop, name)
    return one


def asked(heard: Heard) -> list[str]:
    return [answer_of(one).in_english() for one in heard.draft.question.asks] if heard.draft.question else []


def answered(heard: Heard, number: int) -> Heard:
    chip = heard.draft.question
    assert isinstance(chip, Chip)
    return replace(heard, draft=heard.draft.of(chip, chip.asks[number]))


def test_a_relative_of_the_name_of_somebody_in_the_book_asks_who_that_is(shop: Shop) -> None:
    maria = told(shop, "Maria Silva, Elm St 4")
    line = "Bo Lund, friend Maria Silva allergic to nuts"
    heard = listen(shop, line)
    assert asked(heard) == ["Maria Silva, Elm St", "somebody new"]
    with pytest.raises(Refused, match="Maria Silva, Elm St, somebody new"):
        keep(shop, heard)
    keep(shop, by_the_comma_rule(answered(heard, 0)))
    assert [a.substance for a in shop.store.memory_of(maria).allergies] == ["nuts"]
    assert the(shop, "Bo Lund").relationships[0].related_uid == maria


def test_enter_without_an_answer_writes_on_nobody_elses_card(shop: Shop) -> None:
    maria = told(shop, "Maria Silva, Elm St 4")
    told(shop, "Bo Lund, friend Maria Silva allergic to nuts")
    assert shop.store.memory_of(maria).allergies == ()
    assert len(all_called(shop, "Maria Silva")) == 2


def test_of_several_of_that_name_each_is_an_answer(shop: Shop) -> None:
    told(shop, "Maria Silva, Elm St 4")
    told(shop, "Ana Duarte, friend Maria Silva, likes rye")
    assert len(asked(listen(shop, "Bo Lund, mum Maria Silva"))) == 3


def test_nobody_is_two_relatives_of_one_line(shop: Shop) -> None:
    told(shop, "Tom Baker, 07700 900188")
    heard = answered(listen(shop, "Sue Baker, husband Tom Baker, son Tom Baker b. 4 May"), 0)
    keep(shop, by_the_comma_rule(answered(heard, 0)))
    father, son = sorted(all_called(shop, "Tom Baker"), key=lambda one: len(one.occasions))
    assert (father.occasions, [o.kind for o in son.occasions]) == ((), ["birthday"])
    assert father.tels
    assert not son.tels


def test_nobody_is_their_own_relative(shop: Shop) -> None:
    tom = told(shop, "Tom Baker")
    heard = listen(shop, "son Tom Baker nuts!!", tom)
    assert tom not in [one.uid for chip in heard.draft.chips for one in chip.asks]
    keep(shop, by_the_comma_rule(heard))
    assert shop.store.memory_of(tom).allergies == ()
    assert len(all_called(shop, "Tom Baker")) == 2


def test_a_granddaughter_of_the_name_of_the_grandmother_is_somebody_else(shop: Shop) -> None:
    ana = told(shop, "Ana Duarte, mother Rosa Duarte")
    assert asked(listen(shop, "daughter Rosa Duarte b. 4 may nuts!!", ana)) == []
    told(shop, "daughter Rosa Duarte b. 4 may nuts!!", ana)
    grandmother, child = sorted(all_called(shop, "Rosa Duarte"), key=lambda one: len(one.allergies))
    assert (len(grandmother.occasions), len(child.occasions)) == (0, 1)


@pytest.mark.parametrize("word", ["mum", "mother", "Mama"])
def test_mum_is_the_mother_who_is_known(shop: Shop, word: str) -> None:
    ana = told(shop, "Ana Duarte, mother Eve")
    told(shop, f"{word} is allergic to nuts" if word != "Mama" else "mama is allergic to nuts", ana)
    assert [a.substance for a in the(shop, "Eve").allergies] == ["nuts"]
    assert shop.store.count() == 2


def test_mum_is_never_the_father(shop: Shop) -> None:
    ana = told(shop, "Ana Duarte, dad Bob")
    told(shop, "mum is allergic to nuts", ana)
    assert the(shop, "Bob").allergies == ()


def test_that_mum_died_is_kept_of_the_mother(shop: Shop) -> None:
    ana = told(shop, "Ana Duarte, mother Eve b. 4 May")
    told(shop, "mum died", ana)
    assert the(shop, "Eve").has_died


def test_a_husband_who_was_tied_by_a_form_is_the_husband(shop: Shop) -> None:
    tom, ana = told(shop, "Tom Baker"), told(shop, "Ana Duarte")
    relate(shop, ana, "spouse", tom)
    told(shop, "husband is allergic to penicillin", ana)
    assert [a.substance for a in shop.store.memory_of(tom).allergies] == ["penicillin"]
    assert shop.store.count() == 2


@pytest.mark.parametrize("first", ["husband", "husband nuts!!"])
def test_a_name_told_later_is_the_name_of_the_husband_without_one(shop: Shop, first: str) -> None:
    ana = told(shop, f"Ana Duarte, likes rye, {first}")
    told(shop, "husband Tom likes plums", ana)
    assert [i.text for i in the(shop, "Tom").interests] == ["plums"]
    assert [one.related_uid for one in shop.store.memory_of(ana).relationships] == [the(shop, "Tom").uid]
    assert len(the(shop, "Tom").allergies) == ("nuts" in first)
    assert shop.store.count() == 2


def test_another_word_for_one_of_many_asks(shop: Shop) -> None:
    ana = told(shop, "Ana Duarte, son Leo")
    assert asked(listen(shop, "her boy is allergic to nuts", ana)) == ["Leo", "somebody new"]
    keep(shop, by_the_comma_rule(answered(listen(shop, "her boy is allergic to nuts", ana), 0)))
    assert [a.substance for a in the(shop, "Leo").allergies] == ["nuts"]


def test_of_a_child_who_asked_to_be_left_alone_no_second_one_is_made_unasked(shop: Shop) -> None:
    ana = told(shop, "Ana Duarte, son Leo likes judo")
    opt_out(shop, the(shop, "Leo").uid)
    heard = listen(shop, "son Leo b. 4 May", ana)
    assert [answer.split(",")[0] for answer in asked(heard)] == ["Leo", "somebody new"]
    with pytest.raises(Refused, match="asked not to be remembered"):
        keep(shop, by_the_comma_rule(answered(heard, 0)))
