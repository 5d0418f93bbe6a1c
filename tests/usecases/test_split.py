from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from shopkeeper.domain.household import Household, Membership, Relationship, Standing
from shopkeeper.domain.memory import Memory
from shopkeeper.domain.person import Adr, Email, Name, Person, Tel
from shopkeeper.domain.pet import Pet
from shopkeeper.usecases import records
from shopkeeper.usecases.refused import Refused
from shopkeeper.usecases.shop import Shop
from shopkeeper.usecases.split import Goes, plan_split, split
from shopkeeper.usecases.undo import redo, undo
from tests.usecases.shops import own_shop, whole


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    """The Duartes: a couple, two children, and all that they share."""
    with own_shop(tmp_path / "book") as opened:
        records.add(opened, Household(uid="home", name="Duarte"))
        for given in ("Ana", "Tom", "Leo", "Mia"):
            uid = given.lower()
            records.add(opened, Person(uid=uid, name=Name(formatted=f"{given} Duarte", given=given, family="Duarte")))
            records.add(opened, Membership(uid=f"m-{uid}", person_uid=uid, household_uid="home"))
        for thing in (
            Adr(uid="street", owner_uid="home", street="Elm St 4"),
            Tel(uid="phone", owner_uid="home", value="07700 900188"),
            Email(uid="mail", owner_uid="home", value="duartes@street.example"),
            Pet(uid="dog", owner_uid="home", name="Biscuit"),
            Relationship(uid="married", person_uid="ana", kind="spouse", related_uid="tom"),
            Tel(uid="own", owner_uid="tom", value="07700 900199"),
        ):
            records.add(opened, thing)
        yield opened


def of(shop: Shop, uid: str) -> Memory:
    return shop.store.memory_of(uid)


def test_a_plan_lists_who_goes_and_asks_only_about_what_is_shared(shop: Shop) -> None:
    before = whole(shop)
    plan = plan_split(shop, "home", ["tom", "leo"])
    assert [one.uid for one in plan.staying] == ["ana", "mia"]
    assert [one.uid for one in plan.going] == ["tom", "leo"]
    assert {one.uid for one in plan.shared} == {"street", "phone", "mail", "dog"}, (
        "Tom's own number is nobody's question"
    )
    assert plan.couples == (("ana", "tom"),)
    assert whole(shop) == before


def test_a_split_is_one_act_and_is_undone_as_a_whole(shop: Shop) -> None:
    before = whole(shop)
    choices = {"phone": Goes.GOES, "dog": Goes.BOTH, "mail": Goes.STAYS}
    done = split(shop, plan_split(shop, "home", ["tom", "leo"]), choices, name="Harbour", parted=Standing.SEPARATED)
    assert done.name.in_english() == "Tom, Leo moved out of the household Duarte"
    tom, ana = of(shop, "tom"), of(shop, "ana")
    assert [home.name for home in tom.households] == ["Harbour"] == [home.name for home in of(shop, "leo").households]
    assert [home.name for home in ana.households] == ["Duarte"] == [home.name for home in of(shop, "mia").households]
    assert {tel.value for tel in tom.tels} == {"07700 900188", "07700 900199"}
    assert ana.tels == ()
    assert ([pet.name for pet in tom.pets], [pet.name for pet in ana.pets]) == (["Biscuit"], ["Biscuit"])
    assert ([adr.street for adr in ana.adrs], tom.adrs) == (["Elm St 4"], ())
    assert (len(ana.emails), tom.emails) == (1, ())
    assert ana.relationships[0].standing is Standing.SEPARATED
    after = whole(shop)
    undo(shop)
    assert whole(shop) == before
    redo(shop)
    assert whole(shop) == after


def test_whoever_goes_alone_needs_no_household(shop: Shop) -> None:
    split(shop, plan_split(shop, "home", ["tom"]), {"dog": Goes.GOES, "street": Goes.BOTH})
    tom = of(shop, "tom")
    assert tom.households == ()
    assert ([pet.name for pet in tom.pets], [adr.street for adr in tom.adrs]) == (["Biscuit"], ["Elm St 4"])
    assert of(shop, "leo").pets == ()


def test_who_only_moves_out_has_not_parted(shop: Shop) -> None:
    split(shop, plan_split(shop, "home", ["tom"]), {})
    assert of(shop, "ana").relationships[0].standing is Standing.TOGETHER
    assert plan_split(shop, "home", ["leo"]).couples == ()


def test_those_who_go_are_called_as_they_are_where_no_name_is_given(shop: Shop) -> None:
    split(shop, plan_split(shop, "home", ["tom", "mia"]), {})
    assert [home.name for home in of(shop, "mia").households] == ["Duarte"]


@pytest.mark.parametrize("going", [[], ["ana", "tom", "leo", "mia"], ["nobody"]])
def test_in_a_split_some_go_and_some_stay(shop: Shop, going: list[str]) -> None:
    with pytest.raises(Refused, match="some go and some stay"):
        plan_split(shop, "home", going)


def test_a_household_that_is_gone_cannot_be_split(shop: Shop) -> None:
    records.remove(shop, "home")
    with pytest.raises(Refused, match="no longer in the book"):
        plan_split(shop, "home", ["ana"])


@given(st.sets(st.sampled_from(["ana", "tom", "leo", "mia"]), min_size=1, max_size=3), st.data())
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
def test_whoever_goes_and_whatever_becomes_of_things_nothing_is_lost_and_undo_restores_it(
    shop: Shop, going: set[str], data: st.DataObject
) -> None:
    before = whole(shop)
    plan = plan_split(shop, "home", going)
    choices = {thing.uid: data.draw(st.sampled_from(Goes)) for thing in plan.shared}
    split(shop, plan, choices, parted=data.draw(st.sampled_from([None, Standing.SEPARATED])))
    after = whole(shop)
    assert set(after) == set(before)
    stayed, went = ({uid for uid in after if (uid in going) is goes} for goes in (False, True))
    for uid, choice in choices.items():
        thing = shop.store.record(uid)
        words = getattr(thing, "value", "") or getattr(thing, "street", "") or getattr(thing, "name", "")
        has = {person for person in after if words in str(after[person])}
        assert has >= {Goes.STAYS: stayed, Goes.GOES: went, Goes.BOTH: stayed | went}[choice]
        assert choice is Goes.BOTH or not has & {Goes.STAYS: went, Goes.GOES: stayed}[choice]
    undo(shop)
    assert whole(shop) == before


def test_who_was_taken_out_by_another_window_meanwhile_does_not_leave_a_household_of_one(shop: Shop) -> None:
    plan = plan_split(shop, "home", ["tom", "leo"])
    records.remove(shop, "leo")
    before = whole(shop)
    with pytest.raises(Refused, match="lives there no longer"):
        split(shop, plan, {})
    assert whole(shop) == before
