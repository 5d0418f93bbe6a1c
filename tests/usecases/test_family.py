from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from shopkeeper.domain.household import Household, Membership, Relationship, Standing
from shopkeeper.domain.person import Adr, Name, Person
from shopkeeper.domain.record import Uid
from shopkeeper.knowledge.kinship import KINDS
from shopkeeper.remember.reminder import Slot
from shopkeeper.usecases import records
from shopkeeper.usecases.family import kind_and_words, relate, welcome
from shopkeeper.usecases.leave import parted
from shopkeeper.usecases.look_up import card, find
from shopkeeper.usecases.refused import Refused
from shopkeeper.usecases.shop import Shop
from shopkeeper.usecases.undo import undo
from tests.usecases.shops import own_shop, said_in, whole

PEOPLE = ("Ana Duarte", "Leo Duarte", "Rosa Duarte", "Tom Lund")


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    with own_shop(tmp_path / "book") as opened:
        for name in PEOPLE:
            given, family = name.split()
            records.add(opened, Person(uid=given.lower(), name=Name(formatted=name, given=given, family=family)))
        yield opened


def kept(shop: Shop, uid: Uid = "ana") -> list[tuple[str, str, str, str]]:
    return [
        (one.person_uid, one.kind, one.related_uid or one.related_name, one.words)
        for one in shop.store.about(uid, Relationship)
        if isinstance(one, Relationship)
    ]


def near(shop: Shop, uid: Uid) -> dict[str, tuple[str, str]]:
    around = shop.store.around(shop.store.memory_of(uid))
    return {one.person.uid: (one.kind, one.words) for one in around.near}


def test_a_relation_is_kept_once_and_read_from_both_sides(shop: Shop) -> None:
    done = relate(shop, "ana", "son", "leo")
    assert done.name.in_english() == "Leo is Ana's son"
    assert kept(shop) == [("ana", "child", "leo", "son")]
    assert near(shop, "ana")["leo"] == ("child", "son")
    assert near(shop, "leo")["ana"] == ("parent", "")
    undo(shop)
    assert kept(shop) == []


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_every_kind_of_relation_has_its_other_side(shop: Shop, kind: str) -> None:
    relate(shop, "ana", kind, "leo")
    assert near(shop, "ana")["leo"][0] == kind
    assert near(shop, "leo")["ana"][0] == KINDS[kind].inverse


def test_the_word_of_each_side_is_kept_beside_the_other(shop: Shop) -> None:
    relate(shop, "ana", "son", "leo")
    relate(shop, "leo", "mum", "ana")
    assert near(shop, "ana")["leo"] == ("child", "son")
    assert near(shop, "leo")["ana"] == ("parent", "mum")
    assert len(kept(shop)) == 2


def test_what_is_written_down_already_is_not_written_twice(shop: Shop) -> None:
    relate(shop, "ana", "child", "leo")
    with pytest.raises(Refused, match="already"):
        relate(shop, "leo", "parent", "ana")
    with pytest.raises(Refused, match="already"):
        relate(shop, "ana", "child", "leo")


def test_a_correction_from_either_side_holds_on_both(shop: Shop) -> None:
    relate(shop, "ana", "son", "leo")
    relate(shop, "leo", "aunt", "ana")
    assert near(shop, "ana")["leo"] == ("niece-or-nephew", ""), "he is no son of hers any more"
    assert near(shop, "leo")["ana"] == ("aunt-or-uncle", "aunt")
    undo(shop)
    assert near(shop, "ana")["leo"] == ("child", "son")


def test_an_uncle_may_be_the_boss_too(shop: Shop) -> None:
    relate(shop, "leo", "uncle", "tom")
    relate(shop, "leo", "boss", "tom")
    assert {kind for _, kind, _, _ in kept(shop, "leo")} == {"aunt-or-uncle", "employer"}


def test_who_parted_stays_parted_when_a_word_is_added(shop: Shop) -> None:
    relate(shop, "ana", "spouse", "tom")
    parted(shop, "ana", "tom")
    relate(shop, "tom", "wife", "ana")
    told = [one for one in shop.store.about("ana", Relationship) if isinstance(one, Relationship)]
    assert {one.standing for one in told} == {Standing.SEPARATED}


@pytest.mark.parametrize(
    ("said", "kind", "words"),
    [
        ("son", "child", "son"),
        ("child", "child", ""),
        (" Grand-père ", "grandparent", "Grand-père"),
        ("Oma", "grandparent", "Oma"),
        ("abuelita", "grandparent", "abuelita"),
        ("madrinha", "godparent", "madrinha"),
        ("the lodger's aunt", "kin", "the lodger's aunt"),
    ],
)
def test_a_family_word_of_any_language_is_understood_and_an_own_word_is_kept(
    shop: Shop, said: str, kind: str, words: str
) -> None:
    assert kind_and_words(shop.knowledge.kinship, said) == (kind, words)


def test_nobody_is_related_to_themselves(shop: Shop) -> None:
    with pytest.raises(Refused, match="two people"):
        relate(shop, "ana", "child", "ana")


def test_a_child_is_known_through_its_parent_and_lives_with_them(shop: Shop) -> None:
    before = whole(shop)
    welcome(shop, "ana", ("", "Mia Duarte"), "daughter")
    mia = find(shop, "mia").rows[0]
    assert near(shop, mia.person_uid)["ana"] == ("parent", "")
    assert shop.store.memory_of(mia.person_uid).households == shop.store.memory_of("ana").households
    assert "Mia" in said_in(card(shop, "ana"), Slot.HERE)
    welcome(shop, "ana", ("", "Ben"), "son")
    assert len(shop.store.memory_of("ana").households) == 1, "he moves in where the others live"
    undo(shop)
    undo(shop)
    assert whole(shop) == before


def test_who_moves_in_shares_the_address(shop: Shop) -> None:
    records.add(shop, Household(uid="home", name="Duarte"))
    records.add(shop, Membership(uid="place", person_uid="ana", household_uid="home"))
    records.add(shop, Adr(uid="street", owner_uid="home", street="Elm St 4"))
    welcome(shop, "ana", ("", "Ben"), "son")
    ben = find(shop, "ben").rows[0]
    assert [adr.street for adr in shop.store.memory_of(ben.person_uid).adrs] == ["Elm St 4"]


def test_somebody_known_moves_in_and_is_related_in_one_act(shop: Shop) -> None:
    before = whole(shop)
    done = welcome(shop, "ana", ("tom", ""), "husband")
    assert done.name.in_english() == "Tom is Ana's husband"
    assert near(shop, "ana")["tom"] == ("spouse", "husband")
    (home,) = shop.store.memory_of("tom").households
    assert shop.store.memory_of("ana").households == (home,)
    undo(shop)
    assert whole(shop) == before


def test_somebody_new_moves_in_of_whom_nothing_more_is_said(shop: Shop) -> None:
    done = welcome(shop, "ana", ("", "Kim Vogel"))
    assert done.name.in_english() == "Kim Vogel lives with Ana"
    (home,) = shop.store.memory_of("ana").households
    welcome(shop, "ana", ("leo", ""), "", home.uid)
    assert len(near(shop, "leo")) == 2
    for who in (("leo", ""), ("ana", "")):
        with pytest.raises(Refused, match="already"):
            welcome(shop, "ana", who, "", home.uid)
    with pytest.raises(Refused, match="name"):
        welcome(shop, "ana", ("", "  "), "", home.uid)


def test_a_correction_is_named_with_what_was_kept_until_now(shop: Shop) -> None:
    relate(shop, "ana", "son", "leo")
    done = relate(shop, "leo", "sibling", "ana")
    assert done.name.in_english() == "Ana is Leo's sibling; Leo was Ana's son until now"
