from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from shopkeeper.domain.household import Household
from shopkeeper.domain.person import Adr, Name, Person, Tel
from shopkeeper.domain.pet import Pet
from shopkeeper.usecases import records
from shopkeeper.usecases.family import relate
from shopkeeper.usecases.household import Home, homes_of, join, leave, make_household, share
from shopkeeper.usecases.leave import died, parted
from shopkeeper.usecases.refused import Refused
from shopkeeper.usecases.shop import Shop
from shopkeeper.usecases.undo import undo
from tests.usecases.shops import own_shop, whole

STREET = Adr(uid="street", owner_uid="ana", street="Elm St 4")
PHONE = Tel(uid="phone", owner_uid="ana", value="07700 900188")
DOG = Pet(uid="dog", owner_uid="ana", name="Biscuit", species="beagle")


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    with own_shop(tmp_path / "book") as opened:
        for name in ("Ana Duarte", "Leo Duarte", "Tom Lund"):
            given, family = name.split()
            records.add(opened, Person(uid=given.lower(), name=Name(formatted=name, given=given, family=family)))
        for thing in (STREET, PHONE, DOG):
            records.add(opened, thing)
        yield opened


def home_of(shop: Shop, uid: str) -> Home:
    (home,) = homes_of(shop, uid)
    return home


def test_a_household_shares_what_it_is_given_in_one_act(shop: Shop) -> None:
    before = whole(shop)
    done = make_household(shop, ["ana", "leo"], shares=["street", "dog"])
    assert done.name.in_english() == "made the household Duarte"
    home = home_of(shop, "leo")
    assert [one.name for one in home.members] == ["Ana Duarte", "Leo Duarte"]
    assert {one.words.in_english() for one in home.shared} == {"Elm St 4", "Biscuit, beagle"}
    leo = shop.store.memory_of("leo")
    assert (leo.adrs[0].street, leo.pets[0].name, leo.tels) == ("Elm St 4", "Biscuit", ())
    undo(shop)
    assert whole(shop) == before


def test_a_household_takes_two(shop: Shop) -> None:
    with pytest.raises(Refused, match="two people"):
        make_household(shop, ["ana", "ana"])


def test_the_household_is_called_as_most_of_its_people_are(shop: Shop) -> None:
    make_household(shop, ["tom", "ana", "leo"])
    assert home_of(shop, "tom").name == "Duarte"
    undo(shop)
    make_household(shop, ["tom", "ana"], "Elm Street flat")
    assert home_of(shop, "tom").name == "Elm Street flat"


def test_people_join_and_leave(shop: Shop) -> None:
    make_household(shop, ["ana", "leo"])
    home = home_of(shop, "ana").uid
    assert join(shop, "tom", home).name.in_english() == "Tom joined the household Duarte"
    with pytest.raises(Refused, match="Tom lives there already"):
        join(shop, "tom", home)
    assert leave(shop, "tom", home).name.in_english() == "Tom left the household Duarte"
    with pytest.raises(Refused, match="Tom does not live there any more"):
        leave(shop, "tom", home)
    undo(shop)
    assert [one.uid for one in home_of(shop, "ana").members] == ["ana", "leo", "tom"]


def test_somebody_may_belong_to_several_households(shop: Shop) -> None:
    make_household(shop, ["ana", "leo"], "Mum's")
    make_household(shop, ["tom", "leo"], "Dad's")
    assert [(home.name, len(home.members)) for home in homes_of(shop, "leo")] == [("Mum's", 2), ("Dad's", 2)]
    assert [home.name for home in homes_of(shop, "ana")] == ["Mum's"]


def test_the_last_to_leave_takes_the_household_along(shop: Shop) -> None:
    make_household(shop, ["ana", "leo"], shares=["street"])
    home = home_of(shop, "ana").uid
    leave(shop, "leo", home)
    before = whole(shop)
    leave(shop, "ana", home)
    assert shop.store.record(home) is None
    assert shop.store.record("street") is None
    undo(shop)
    assert whole(shop) == before


def test_a_phone_is_shared_and_taken_back(shop: Shop) -> None:
    make_household(shop, ["ana", "leo"])
    home = home_of(shop, "ana").uid
    done = share(shop, PHONE, home)
    assert done is not None
    assert done.name.in_english() == "07700 900188 now belongs to the household Duarte"
    shared = records.record(shop, "phone")
    assert isinstance(shared, Tel)
    assert shop.store.memory_of("leo").tels == (shared,)
    share(shop, shared, "leo")
    assert shop.store.memory_of("ana").tels == ()
    assert share(shop, Tel(uid="phone", owner_uid="leo", value="07700 900188"), "leo") is None


def test_the_household_says_what_each_is_to_the_one_who_stands_there(shop: Shop) -> None:
    make_household(shop, ["ana", "leo", "tom"])
    relate(shop, "ana", "son", "leo")
    died(shop, "tom")
    kin = {one.uid: one.kin.in_english() if one.kin else "" for one in home_of(shop, "leo").members}
    assert kin == {"ana": "parent", "leo": "", "tom": ""}
    assert [one.uid for one in home_of(shop, "leo").members if one.has_died] == ["tom"]


def test_those_who_parted_are_not_told_of_each_other(shop: Shop) -> None:
    make_household(shop, ["ana", "leo", "tom"])
    parted(shop, "ana", "tom")
    assert [one.uid for one in home_of(shop, "ana").members] == ["ana", "leo"]
    assert [one.uid for one in home_of(shop, "leo").members] == ["ana", "leo", "tom"]


def test_a_household_is_a_record_like_any_other(shop: Shop) -> None:
    make_household(shop, ["ana", "leo"])
    home = records.record(shop, home_of(shop, "ana").uid)
    assert isinstance(home, Household)
    records.edit(shop, home, Household(uid=home.uid, name="The Duartes"))
    assert home_of(shop, "leo").name == "The Duartes"
