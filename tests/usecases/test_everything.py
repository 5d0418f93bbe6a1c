from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import get_args, get_type_hints

import pytest

from shopkeeper.domain.allergy import AllergyIntolerance
from shopkeeper.domain.household import Membership, Relationship, Standing
from shopkeeper.domain.memory import Memory
from shopkeeper.host.clock import Clock
from shopkeeper.usecases import records
from shopkeeper.usecases.demo import demo
from shopkeeper.usecases.everything import _SECTIONS, Line, everything_of
from shopkeeper.usecases.look_up import find
from shopkeeper.usecases.shop import Shop
from tests.usecases.shops import DAY


@pytest.fixture
def shop() -> Iterator[Shop]:
    with demo(Clock.fixed(DAY)) as opened:
        yield opened


def uid_of(shop: Shop, name: str) -> str:
    return find(shop, name).rows[0].person_uid


def lines_of(shop: Shop, name: str) -> list[Line]:
    return [line for section in everything_of(shop, uid_of(shop, name)) for line in section.lines]


def told(shop: Shop, name: str) -> list[str]:
    return [line.text.in_english() for line in lines_of(shop, name)]


def test_every_kind_that_can_be_kept_of_somebody_has_its_place() -> None:
    hints = get_type_hints(Memory)
    kinds = {get_args(hint)[0] if get_args(hint) else hint for hint in hints.values()}
    assert kinds - {Membership} <= {kind for _, some in _SECTIONS for kind in some}, "a place is told by its household"


def test_all_that_is_kept_is_there_a_line_for_each_thing(shop: Shop) -> None:
    ana = shop.store.memory_of(uid_of(shop, "ana duarte"))
    kept = {one.uid for one in ana.records() if not isinstance(one, Membership)}
    assert kept <= {line.uid for line in lines_of(shop, "ana duarte")}
    said = told(shop, "ana duarte")
    assert "trade: carpenter" in said
    assert any(line.startswith("tree nuts") for line in said)


def test_a_line_opens_what_it_says(shop: Shop) -> None:
    line = next(one for one in lines_of(shop, "ana duarte") if one.text.in_english().startswith("tree nuts"))
    kept = records.record(shop, line.uid)
    assert isinstance(kept, AllergyIntolerance)
    assert line.kind is AllergyIntolerance


def test_a_relation_is_seen_from_both_sides_once_from_each(shop: Shop) -> None:
    ana = [line.text.in_english() for line in lines_of(shop, "ana duarte") if line.kind is Relationship]
    leo = [line.text.in_english() for line in lines_of(shop, "leo duarte") if line.kind is Relationship]
    assert [line for line in ana if "Leo" in line] == ["Leo Duarte, son"]
    assert [line for line in leo if "Ana" in line] == ["Ana Duarte, mum"]
    assert "Walter Brandt, spouse" in told(shop, "edith brandt"), "his card keeps it"


def test_a_relative_without_a_card_is_told_by_name(shop: Shop) -> None:
    bo = uid_of(shop, "bo lund")
    records.add(shop, Relationship(uid="r", person_uid=bo, kind="sibling", related_name="Stig"))
    assert "Stig, sibling" in told(shop, "bo lund")


def test_of_someone_who_has_died_no_birthday_is_told(shop: Shop) -> None:
    said = "\n".join(told(shop, "edith brandt")).lower()
    assert "birthday" not in said
    assert "marzipan" not in said


def test_who_is_to_be_kept_apart_is_not_named(shop: Shop) -> None:
    mara = shop.store.memory_of(uid_of(shop, "mara"))
    parted = mara.relationships[0]
    records.edit(shop, parted, replace(parted, standing=Standing.KEEP_APART))
    for name in ("mara", "jonas wei"):
        said = "\n".join(told(shop, name))
        assert "ask the owner before sharing" in said
        assert ("Jonas" if name == "mara" else "Mara") not in said


def test_what_is_private_is_marked_so(shop: Shop) -> None:
    assert [line.private for line in lines_of(shop, "dee okafor") if "wedding" in line.text.in_english()] == [True]


def test_a_section_says_what_can_be_added_to_it(shop: Shop) -> None:
    adds = {kind.__name__ for section in everything_of(shop, uid_of(shop, "bo lund")) for kind in section.adds}
    assert {"AllergyIntolerance", "Occasion", "Kindness", "Pet", "Relationship", "Note"} <= adds
    assert adds.isdisjoint({"Person", "Loss", "Visit", "Membership"})
