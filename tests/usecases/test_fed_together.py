"""A food allergy of somebody at one's table is on one's own card, in the act in which it was told."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from shopkeeper.domain.memory import Near
from shopkeeper.remember.reminder import Slot
from shopkeeper.usecases.family import relate
from shopkeeper.usecases.leave import parted
from shopkeeper.usecases.look_up import card
from shopkeeper.usecases.shop import Shop
from shopkeeper.usecases.tell import by_the_comma_rule, keep, listen
from shopkeeper.usecases.undo import Done, undo
from tests.usecases.shops import own_shop, said_in, whole


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    with own_shop(tmp_path / "book") as opened:
        yield opened


def told(shop: Shop, text: str, about: str | None = None) -> Done:
    return keep(shop, by_the_comma_rule(listen(shop, text, about)))


def safety(shop: Shop, uid: str) -> str:
    return said_in(card(shop, uid), Slot.SAFETY)


@pytest.mark.parametrize("kin", ["husband Tom", "wife Eve", "partner Kim", "son Leo", "her daughter"])
def test_the_allergy_of_a_partner_or_a_child_is_on_the_card_of_who_told_it(shop: Shop, kin: str) -> None:
    ana = told(shop, "Ana Duarte").person_uid
    before = whole(shop)
    told(shop, f"{kin} allergic to nuts", ana)
    assert "nuts" in safety(shop, ana)
    undo(shop)
    assert whole(shop) == before


def test_the_act_says_who_is_at_home_from_now_on(shop: Shop) -> None:
    ana = told(shop, "Ana Duarte").person_uid
    name = told(shop, "husband Tom nuts!!", ana).name.in_english()
    assert name.endswith("; at home with Ana from now on: Tom")


def test_what_is_told_of_a_husband_who_was_known_without_a_household_is_on_both_cards(shop: Shop) -> None:
    tom, ana = told(shop, "Tom Baker").person_uid, told(shop, "Ana Duarte").person_uid
    relate(shop, ana, "spouse", tom)
    told(shop, "tom nuts!!", ana)
    assert "nuts" in safety(shop, ana)
    assert "nuts" in safety(shop, tom)


def test_a_second_parent_sees_the_allergy_of_the_child_and_lives_with_nobody_else(shop: Shop) -> None:
    ana = told(shop, "Ana Duarte, son Leo Duarte").person_uid
    heard = listen(shop, "Tom Duarte, son Leo Duarte nuts!!")
    chip = heard.draft.question
    assert chip is not None
    tom = keep(shop, by_the_comma_rule(replace(heard, draft=heard.draft.of(chip, chip.asks[0])))).person_uid
    assert "nuts" in safety(shop, tom)
    assert "nuts" in safety(shop, ana)
    assert not any(near.person.uid == tom and near.same_household for near in _near(shop, ana))


@pytest.mark.parametrize("line", ["husband Tom allergic to penicillin", "husband Tom likes rye", "friend Tom nuts!!"])
def test_nothing_else_brings_anybody_home(shop: Shop, line: str) -> None:
    ana = told(shop, "Ana Duarte").person_uid
    told(shop, line, ana)
    assert not any(near.same_household for near in _near(shop, ana))


def test_who_parted_is_not_brought_home(shop: Shop) -> None:
    tom, ana = told(shop, "Tom Baker").person_uid, told(shop, "Ana Duarte").person_uid
    relate(shop, ana, "spouse", tom)
    parted(shop, ana, tom)
    told(shop, "nuts!!", tom)
    assert "nuts" not in safety(shop, ana)


def _near(shop: Shop, uid: str) -> tuple[Near, ...]:
    return shop.store.around(shop.store.memory_of(uid)).near
