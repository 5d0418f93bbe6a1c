from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from shopkeeper.domain.person import Adr, Name, Person
from shopkeeper.remember.family import Line
from shopkeeper.usecases import records
from shopkeeper.usecases.circle import picture
from shopkeeper.usecases.family import relate
from shopkeeper.usecases.household import make_household
from shopkeeper.usecases.leave import died, parted
from shopkeeper.usecases.shop import Shop
from shopkeeper.usecases.suggest import Suggestion, accept, refuse, suggestions
from shopkeeper.usecases.undo import undo
from tests.usecases.shops import own_shop, whole


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    with own_shop(tmp_path / "book") as opened:
        for given in ("Ana", "Leo", "Mia", "Rosa", "Tom"):
            records.add(opened, Person(uid=given.lower(), name=Name(formatted=f"{given} Duarte", given=given)))
            records.add(opened, Adr(uid=f"adr-{given}", owner_uid=given.lower(), street="Elm St 4"))
        yield opened


def asked(shop: Shop, uid: str) -> list[str]:
    return [one.question.in_english() for one in suggestions(shop, uid)]


def the(shop: Shop, uid: str, question: str) -> Suggestion:
    return next(one for one in suggestions(shop, uid) if one.question.in_english() == question)


def near(shop: Shop, uid: str) -> dict[str, str]:
    return {one.person.uid: one.kind for one in shop.store.around(shop.store.memory_of(uid)).near}


def test_nothing_is_asked_about_somebody_of_whom_nothing_is_kept(shop: Shop) -> None:
    assert asked(shop, "ana") == []


def test_the_partner_of_a_parent_may_be_the_other_parent(shop: Shop) -> None:
    relate(shop, "ana", "child", "leo")
    relate(shop, "ana", "spouse", "tom")
    before = whole(shop)
    question = "Is Tom Leo's parent too?"
    assert asked(shop, "leo") == []  # Tom is nothing to Leo yet: it is asked where both are known
    assert asked(shop, "ana") == [question]
    assert whole(shop) == before, "asking writes nothing"
    accept(shop, the(shop, "ana", question))
    assert near(shop, "leo") == {"ana": "parent", "tom": "parent"}
    assert near(shop, "tom")["leo"] == "child"
    assert asked(shop, "ana") == []
    undo(shop)
    assert whole(shop) == before


def test_who_has_two_parents_is_not_asked_about_a_third(shop: Shop) -> None:
    for parent in ("ana", "rosa"):
        relate(shop, "leo", "parent", parent)
    relate(shop, "ana", "partner", "tom")
    assert "Is Tom Leo's parent too?" not in asked(shop, "ana")


def test_children_of_one_parent_may_be_brother_and_sister(shop: Shop) -> None:
    relate(shop, "ana", "child", "leo")
    relate(shop, "ana", "child", "mia")
    (question,) = asked(shop, "ana")
    assert question == "Are Mia and Leo brother or sister?"
    accept(shop, the(shop, "ana", question))
    assert near(shop, "leo")["mia"] == near(shop, "mia")["leo"] == "sibling"


def test_the_mother_of_a_brother_may_be_the_mother_too(shop: Shop) -> None:
    relate(shop, "leo", "parent", "ana")
    relate(shop, "leo", "sibling", "mia")
    assert "Is Ana Mia's parent too?" in asked(shop, "leo")


def test_the_mother_of_a_mother_may_be_the_grandmother(shop: Shop) -> None:
    relate(shop, "ana", "child", "leo")
    relate(shop, "ana", "parent", "rosa")
    assert asked(shop, "ana") == ["Is Rosa Leo's grandparent?"]


def test_a_question_uses_the_word_that_their_own_pronouns_choose(shop: Shop) -> None:
    for uid, pronouns in (("mia", "she"), ("rosa", "she/her"), ("tom", "he")):
        person = records.record(shop, uid)
        assert isinstance(person, Person)
        records.edit(shop, person, replace(person, pronouns=pronouns))
    relate(shop, "ana", "child", "leo")
    relate(shop, "ana", "child", "mia")
    relate(shop, "ana", "parent", "rosa")
    relate(shop, "ana", "spouse", "tom")
    assert {"Is Tom Leo's father too?", "Is Mia Leo's sister?", "Is Rosa Leo's grandmother?"} <= set(asked(shop, "ana"))


def test_a_child_without_an_address_may_live_with_its_parent(shop: Shop) -> None:
    records.remove(shop, "adr-Leo")
    relate(shop, "ana", "child", "leo")
    before = whole(shop)
    assert asked(shop, "leo") == ["Does Leo live with Ana?"]
    accept(shop, the(shop, "leo", "Does Leo live with Ana?"))
    assert shop.store.memory_of("leo").households == shop.store.memory_of("ana").households != ()
    undo(shop)
    assert whole(shop) == before
    make_household(shop, ("ana", "mia"))
    accept(shop, the(shop, "leo", "Does Leo live with Ana?"))
    assert len(shop.store.memory_of("leo").households) == 1, "he joins the household that is there"
    assert len(near(shop, "leo")) == 2


def test_what_was_answered_with_no_is_not_asked_again_on_any_card(shop: Shop) -> None:
    relate(shop, "ana", "child", "leo")
    relate(shop, "ana", "child", "mia")
    (only,) = suggestions(shop, "ana")
    before = whole(shop)
    refuse(shop, only)
    assert asked(shop, "ana") == []
    relate(shop, "leo", "kin", "rosa")
    assert "Are Leo and Mia brother or sister?" not in [*asked(shop, "leo"), *asked(shop, "mia"), *asked(shop, "ana")]
    undo(shop)
    assert whole(shop) == before, "that two are not related is nothing to keep of either"


def test_nothing_is_asked_about_those_who_died_or_parted(shop: Shop) -> None:
    relate(shop, "ana", "child", "leo")
    relate(shop, "ana", "spouse", "tom")
    died(shop, "tom")
    assert asked(shop, "ana") == []
    undo(shop)
    parted(shop, "ana", "tom")
    assert asked(shop, "ana") == []


def test_the_family_is_drawn_with_its_household_and_its_kin_elsewhere(shop: Shop) -> None:
    relate(shop, "ana", "son", "leo")
    relate(shop, "ana", "mum", "rosa")
    relate(shop, "ana", "spouse", "tom")
    make_household(shop, ("ana", "leo", "mia"))
    died(shop, "rosa")
    drawn = picture(shop, "ana")
    told = {place.someone.uid: place.someone for place in drawn.places}
    assert set(told) == {"ana", "leo", "mia", "rosa", "tom"}
    assert {uid for uid, one in told.items() if one.has_died} == {"rosa"}
    assert {uid for uid, one in told.items() if one.at_home} == {"ana", "leo", "mia"}
    assert told["leo"].kin is not None
    assert told["leo"].kin.in_english() == "son"
    assert (told["ana"].kin, told["mia"].kin) == (None, None)


def test_parents_who_parted_are_drawn_for_their_child_without_a_line_between_them(shop: Shop) -> None:
    for parent in ("ana", "tom"):
        relate(shop, "leo", "parent", parent)
    relate(shop, "ana", "spouse", "tom")
    assert Line.COUPLE in {join.line for join in picture(shop, "leo").joins}
    parted(shop, "ana", "tom")
    drawn = picture(shop, "leo")
    assert {place.someone.uid for place in drawn.places} == {"leo", "ana", "tom"}
    assert {join.line for join in drawn.joins} == {Line.CHILD}
    assert "tom" not in {place.someone.uid for place in picture(shop, "ana").places}
