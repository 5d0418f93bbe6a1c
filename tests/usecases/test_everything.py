from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import get_args, get_type_hints

import pytest

from shopkeeper.domain.allergy import AllergyIntolerance
from shopkeeper.domain.household import Membership, Relationship, Standing
from shopkeeper.domain.memory import Memory
from shopkeeper.domain.person import Adr, Email, Person, Tel
from shopkeeper.domain.pet import Pet
from shopkeeper.domain.record import Record
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


def told(shop: Shop, name: str, kind: type[Record] | None = None) -> list[str]:
    return [
        line.title.in_english()
        for section in everything_of(shop, uid_of(shop, name))
        if kind in (None, section.kind)
        for line in section.lines
    ]


def test_every_kind_that_can_be_kept_of_somebody_has_its_place() -> None:
    hints = get_type_hints(Memory)
    kinds = {get_args(hint)[0] if get_args(hint) else hint for hint in hints.values()}
    assert kinds - {Membership} <= {kind for _, some in _SECTIONS for kind in some}, "a place is told by its household"


def test_all_that_is_kept_is_there_a_line_for_each_thing(shop: Shop) -> None:
    ana = shop.store.memory_of(uid_of(shop, "ana duarte"))
    kept = {one.uid for one in ana.records() if not isinstance(one, Membership | Tel | Email | Adr)}
    assert kept <= {line.uid for line in lines_of(shop, "ana duarte")}
    said = told(shop, "ana duarte")
    assert {"carpenter", "07700 900188", "ana.duarte@street.example"} <= set(said)
    assert any(line.startswith("tree nuts") for line in said)


def test_a_line_opens_what_it_says(shop: Shop) -> None:
    line = next(one for one in lines_of(shop, "ana duarte") if one.title.in_english().startswith("tree nuts"))
    kept = records.record(shop, line.uid)
    assert isinstance(kept, AllergyIntolerance)


def test_a_relation_is_seen_from_both_sides_once_from_each(shop: Shop) -> None:
    ana, leo = told(shop, "ana duarte", Relationship), told(shop, "leo duarte", Relationship)
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
    assert [line.private for line in lines_of(shop, "dee okafor") if "wedding" in line.title.in_english()] == [True]


def test_an_allergy_that_no_longer_holds_is_struck_through(shop: Shop) -> None:
    assert [line.struck for line in lines_of(shop, "pip lindqvist") if "eggs" in line.title.in_english()] == [True]


def test_a_phone_is_told_by_itself_so_that_it_can_be_opened_where_it_stands(shop: Shop) -> None:
    ana = uid_of(shop, "ana duarte")
    [tel] = (one for one in shop.store.about(ana, Tel) if isinstance(one, Tel) and one.owner_uid == ana)
    assert [line.uid for line in lines_of(shop, "ana duarte") if "900188" in line.title.in_english()] == [tel.uid]


def test_a_section_stands_ready_where_nothing_is_kept_yet(shop: Shop) -> None:
    sections = {section.kind: section for section in everything_of(shop, uid_of(shop, "leo duarte"))}
    assert sections[Pet].lines == ()
    assert sections[Pet].can_add
    assert not sections[Person].can_add
