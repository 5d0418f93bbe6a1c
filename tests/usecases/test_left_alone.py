"""Of somebody who asked not to be remembered nothing comes back, by no way that writes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from shopkeeper.domain.allergy import AllergyIntolerance, Category
from shopkeeper.domain.concern import Concern
from shopkeeper.domain.household import Relationship
from shopkeeper.domain.partial_date import PartialDate
from shopkeeper.domain.person import Name, Person
from shopkeeper.host.clock import new_uid
from shopkeeper.usecases.history import history, take_back
from shopkeeper.usecases.leave import died, opt_out
from shopkeeper.usecases.records import add, edit, remove
from shopkeeper.usecases.refused import Refused
from shopkeeper.usecases.shop import Shop
from shopkeeper.usecases.tell import by_the_comma_rule, keep, listen, make_person
from shopkeeper.usecases.undo import redo, undo
from tests.usecases.shops import DAY, own_shop, whole


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    with own_shop(tmp_path / "book") as opened:
        yield opened


def allergy(shop: Shop, uid: str) -> AllergyIntolerance:
    nuts = AllergyIntolerance(
        uid=new_uid(), person_uid=uid, category=Category.FOOD, substance="nuts", told_on=DAY, recorded_by="MK"
    )
    add(shop, nuts)
    return nuts


def test_what_was_taken_out_before_is_not_brought_back_by_undo(shop: Shop) -> None:
    ana = make_person(shop, "Ana Duarte").person_uid
    nuts = allergy(shop, ana)
    removal = remove(shop, nuts.uid)
    opt_out(shop, ana)
    with pytest.raises(Refused, match="Ana Duarte asked not to be remembered"):
        take_back(shop, removal.act_uid)
    assert shop.store.memory_of(ana).allergies == ()


def test_that_they_asked_can_be_taken_back_itself_and_done_again(shop: Shop) -> None:
    ana = make_person(shop, "Ana Duarte").person_uid
    allergy(shop, ana)
    before = whole(shop)
    opt_out(shop, ana)
    after = whole(shop)
    undo(shop)
    assert whole(shop) == before
    redo(shop)
    assert whole(shop) == after


@pytest.mark.parametrize("line", ["she/her", "plumber", "call her Annie"])
def test_no_field_of_theirs_is_written_either(shop: Shop, line: str) -> None:
    ana = make_person(shop, "Ana Duarte").person_uid
    opt_out(shop, ana)
    with pytest.raises(Refused, match="asked not to be remembered"):
        keep(shop, by_the_comma_rule(listen(shop, line, ana)))


def test_their_name_may_be_put_right(shop: Shop) -> None:
    ana = make_person(shop, "Ana Duarte").person_uid
    opt_out(shop, ana)
    person = shop.store.memory_of(ana).person
    edit(shop, person, replace(person, name=Name(formatted="Ana Duarte-Lund", given="Ana", family="Duarte-Lund")))
    assert str(shop.store.memory_of(ana).person.name) == "Ana Duarte-Lund"


def test_no_kept_thing_comes_to_name_them(shop: Shop) -> None:
    ana, bo = (make_person(shop, name).person_uid for name in ("Ana Duarte", "Bo Lund"))
    tie = Relationship(uid=new_uid(), person_uid=bo, kind="friend", related_name="Ana")
    add(shop, tie)
    opt_out(shop, ana)
    with pytest.raises(Refused, match="asked not to be remembered"):
        edit(shop, tie, replace(tie, related_uid=ana, related_name=""))


def said_of_bo(shop: Shop) -> str:
    bo = next(uid for uid in shop.store.uids() if str(shop.store.memory_of(uid).person.name) == "Bo Lund")
    return str([(one.name.in_english(), *one.changes) for one in history(shop, bo)])


@pytest.mark.parametrize("leave", [opt_out, died])
def test_the_history_tells_nothing_that_others_said_of_them(shop: Shop, leave: object) -> None:
    ana, bo = (make_person(shop, name).person_uid for name in ("Ana Duarte", "Bo Lund"))
    add(shop, Concern(uid=new_uid(), person_uid=bo, who_uid=ana, what="flu", since=PartialDate.of(DAY)))
    assert "flu" in said_of_bo(shop)
    assert callable(leave)
    leave(shop, ana)
    assert "flu" not in said_of_bo(shop)
    assert isinstance(shop.store.memory_of(ana).person, Person)
