from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from shopkeeper.domain.concern import Concern
from shopkeeper.domain.household import Relationship, Standing
from shopkeeper.domain.introduction import Introduction
from shopkeeper.domain.kindness import Direction, Kindness
from shopkeeper.domain.loss import Loss
from shopkeeper.domain.memory import Around, Memory, Near, spoken_of
from shopkeeper.domain.occasion import Occasion
from shopkeeper.domain.opt_out import OptOut
from shopkeeper.domain.partial_date import PartialDate
from shopkeeper.domain.person import Name, Person
from shopkeeper.domain.promise import Promise

MAY = PartialDate(month=5, day=4)
ANA, JOE, ROSA = (Person(uid=name.lower(), name=Name(given=name)) for name in ("Ana", "Joe", "Rosa"))


def loss(person: Person) -> Loss:
    return Loss(uid="loss", person_uid=person.uid, on=PartialDate(year=2026), told_on=date(2026, 3, 1))


def day(kind: str, owner: Person, other: Person | None = None) -> Occasion:
    return Occasion(uid=kind + owner.uid, person_uid=owner.uid, kind=kind, on=MAY, with_uid=other.uid if other else "")


def test_the_living_are_spoken_of_as_they_are() -> None:
    memory = Memory(
        person=ANA, occasions=(day("birthday", ANA),), promises=(Promise(uid="p", person_uid="ana", text="x"),)
    )
    around = Around(near=(Near(person=JOE, kind="spouse", occasions=(day("birthday", JOE),)),))
    assert spoken_of(memory, around) == (memory, around)


def test_of_someone_who_has_died_remain_the_quiet_days_and_their_kindnesses_to_us() -> None:
    theirs = Kindness(uid="k1", person_uid="ana", direction=Direction.RECEIVED, text="plums", on=MAY, thanks_owed=True)
    ours = Kindness(uid="k2", person_uid="ana", direction=Direction.GIVEN, text="bread", on=MAY)
    memory = Memory(
        person=ANA,
        occasions=(day("birthday", ANA), day("memorial", ANA)),
        kindnesses=(theirs, ours),
        promises=(Promise(uid="p", person_uid="ana", text="the rye recipe"),),
        losses=(loss(ANA),),
    )
    spoken, _ = spoken_of(memory, Around())
    assert [o.kind for o in spoken.occasions] == ["memorial"]
    assert spoken.kindnesses == (replace(theirs, thanks_owed=False),)
    assert spoken.promises == ()


def test_the_days_and_worries_of_the_living_are_not_on_the_card_of_the_dead() -> None:
    worry = Concern(uid="c", person_uid="joe", what="flu", who_uid="ana", since=MAY)
    around = Around(near=(Near(person=JOE, kind="spouse", occasions=(day("birthday", JOE),), concerns=(worry,)),))
    _, spoken = spoken_of(Memory(person=ANA, losses=(loss(ANA),)), around)
    assert spoken.near[0].occasions == ()
    assert spoken.near[0].concerns == ()


@pytest.mark.parametrize("kind", ["wedding_anniversary", "birthday", "other"])
def test_a_day_shared_with_someone_who_has_died_becomes_quiet(kind: str) -> None:
    memory = Memory(person=ANA, occasions=(day(kind, ANA, JOE), day(kind, JOE, ANA)))
    spoken, _ = spoken_of(memory, Around(near=(Near(person=JOE, kind="spouse", losses=(loss(JOE),)),)))
    assert spoken.occasions == ()


def test_a_wedding_day_that_names_nobody_becomes_quiet_when_the_other_half_has_died() -> None:
    memory = Memory(person=ANA, occasions=(day("wedding_anniversary", ANA), day("birthday", ANA)))
    spoken, _ = spoken_of(memory, Around(near=(Near(person=JOE, kind="spouse", losses=(loss(JOE),)),)))
    assert [o.kind for o in spoken.occasions] == ["birthday"]


def test_a_memorial_of_someone_who_has_died_stays_with_the_one_who_keeps_it() -> None:
    memory = Memory(person=ANA, occasions=(day("memorial", ANA, JOE),))
    spoken, _ = spoken_of(memory, Around(near=(Near(person=JOE, kind="spouse", losses=(loss(JOE),)),)))
    assert spoken.occasions == memory.occasions


def test_the_wedding_day_of_parents_is_quiet_on_their_childs_card_when_one_has_died() -> None:
    mother = Near(person=ROSA, kind="parent", occasions=(day("wedding_anniversary", ROSA, JOE), day("birthday", ROSA)))
    father = Near(person=JOE, kind="parent", losses=(loss(JOE),))
    _, spoken = spoken_of(Memory(person=ANA), Around(near=(mother, father)))
    assert [o.kind for o in spoken.near[0].occasions] == ["birthday"]


def test_nobody_is_introduced_to_someone_who_has_died() -> None:
    memory = Memory(person=ANA, introductions=(Introduction(uid="i", person_uid="ana", other_uid="joe", about="bees"),))
    spoken, _ = spoken_of(memory, Around(others=(JOE,), gone=frozenset({"joe"})))
    assert spoken.introductions == ()


def test_an_illness_of_someone_who_has_died_is_not_asked_after() -> None:
    memory = Memory(person=ANA, concerns=(Concern(uid="c", person_uid="ana", what="flu", who_uid="rosa", since=MAY),))
    spoken, _ = spoken_of(memory, Around(near=(Near(person=ROSA, kind="parent", losses=(loss(ROSA),)),)))
    assert spoken.concerns == ()


@pytest.mark.parametrize("standing", [s for s in Standing if s is not Standing.TOGETHER])
def test_those_who_parted_are_off_each_others_cards(standing: Standing) -> None:
    near = Near(
        person=JOE,
        kind="spouse",
        standing=standing,
        same_household=True,
        occasions=(day("birthday", JOE),),
        concerns=(Concern(uid="c", person_uid="joe", what="flu", since=MAY),),
        losses=(loss(JOE),),
    )
    child = Near(person=ROSA, kind="child", occasions=(day("other", ROSA, JOE), day("birthday", ROSA)))
    memory = Memory(person=ANA, occasions=(day("wedding_anniversary", ANA, JOE), day("memorial", ANA, JOE)))
    me, others = spoken_of(memory, Around(near=(near, child), others=(JOE,)))
    assert me.occasions == ()
    assert others.near[0] == Near(person=JOE, kind="spouse", standing=standing)
    assert [o.kind for o in others.near[1].occasions] == ["birthday"]
    assert others.others == ()


def test_to_speak_of_someone_twice_changes_nothing_more() -> None:
    memory = Memory(person=ANA, occasions=(day("birthday", ANA), day("memorial", ANA)), losses=(loss(ANA),))
    around = Around(near=(Near(person=JOE, kind="spouse", occasions=(day("birthday", JOE),)),))
    once = spoken_of(memory, around)
    assert spoken_of(*once) == once


@pytest.mark.parametrize("kind", ["wedding", "wedding_anniversary"])
def test_a_daughters_wedding_day_is_quiet_on_her_mothers_card_when_she_parted_or_was_widowed(kind: str) -> None:
    named, unnamed = day(kind, ANA, JOE), day(kind, ANA)
    ana = Near(person=ANA, kind="child", occasions=(named, unnamed, day("birthday", ANA)), ended=frozenset({"joe"}))
    _, spoken = spoken_of(Memory(person=ROSA), Around(near=(ana,), others=(JOE,)))
    assert [o.kind for o in spoken.near[0].occasions] == ["birthday"]


def test_a_new_marriage_is_kept_beside_the_one_that_ended() -> None:
    ana = Near(person=ANA, kind="child", occasions=(day("wedding_anniversary", ANA, ROSA),), ended=frozenset({"joe"}))
    _, spoken = spoken_of(Memory(person=JOE), Around(near=(ana,)))
    assert spoken.near[0].occasions == ana.occasions


def test_a_wedding_day_is_quiet_when_the_other_half_left_and_never_had_a_card() -> None:
    parted = Relationship(uid="r", person_uid="ana", kind="spouse", related_name="Tom", standing=Standing.SEPARATED)
    spoken, _ = spoken_of(
        Memory(person=ANA, occasions=(day("wedding_anniversary", ANA),), relationships=(parted,)), Around()
    )
    assert spoken.occasions == ()


def test_of_who_asked_not_to_be_remembered_remain_the_name_and_that_they_asked() -> None:
    asked = OptOut(uid="o", person_uid="ana", asked_on=date(2026, 3, 1))
    memory = Memory(
        person=replace(ANA, call_them="Nita", pronouns="she", title="carpenter"),
        occasions=(day("birthday", ANA),),
        losses=(loss(ANA),),
        opt_outs=(asked,),
    )
    near = Near(person=JOE, kind="spouse", occasions=(day("birthday", JOE),))
    once = spoken_of(memory, Around(near=(near,)))
    assert once == (Memory(person=ANA, opt_outs=(asked,)), Around())
    assert spoken_of(*once) == once


def test_who_asked_not_to_be_remembered_is_on_nobodys_card() -> None:
    tie = Relationship(uid="r", person_uid="ana", kind="spouse", related_uid="joe")
    memory = Memory(
        person=ANA,
        relationships=(tie,),
        occasions=(day("wedding_anniversary", ANA, JOE), day("memorial", ANA, JOE), day("birthday", ANA)),
        concerns=(Concern(uid="c", person_uid="ana", what="flu", who_uid="joe", since=MAY),),
        introductions=(Introduction(uid="i", person_uid="ana", other_uid="joe", about="bees"),),
    )
    rosa = Near(person=ROSA, kind="parent", occasions=(day("other", ROSA, JOE), day("birthday", ROSA)))
    around = Around(near=(Near(person=JOE, kind="spouse"), rosa), others=(JOE,), silent=frozenset({"joe"}))
    me, others = spoken_of(memory, around)
    assert [o.kind for o in me.occasions] == ["birthday"]
    assert (me.relationships, me.concerns, me.introductions) == ((), (), ())
    assert [n.person for n in others.near] == [ROSA]
    assert [o.kind for o in others.near[0].occasions] == ["birthday"]
    assert others.others == ()


def test_a_wedding_day_that_names_nobody_stays_when_the_other_half_asked_to_be_forgotten() -> None:
    memory = Memory(person=ANA, occasions=(day("wedding_anniversary", ANA),))
    spoken, _ = spoken_of(memory, Around(near=(Near(person=JOE, kind="spouse"),), silent=frozenset({"joe"})))
    assert spoken.occasions == memory.occasions


def test_a_tie_to_somebody_they_parted_from_is_not_spoken_of() -> None:
    ties = [
        Relationship(uid=str(n), person_uid="ana", kind="spouse", related_uid="joe", standing=standing)
        for n, standing in enumerate(Standing)
    ]
    spoken, _ = spoken_of(Memory(person=ANA, relationships=tuple(ties)), Around())
    assert [tie.standing for tie in spoken.relationships] == [Standing.TOGETHER]
