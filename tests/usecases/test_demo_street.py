from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from shopkeeper.host.clock import Clock
from shopkeeper.remember.reminder import Mark, Slot
from shopkeeper.usecases.demo import close_demo, demo, open_demo
from shopkeeper.usecases.look_up import find
from shopkeeper.usecases.shop import Shop
from shopkeeper.usecases.today import today
from shopkeeper.usecases.undo import undo
from tests.people import DEES_CARD
from tests.usecases.shops import DAY, card_of, names_of, said_in


@pytest.fixture(scope="module")
def street() -> Iterator[Shop]:
    with demo(Clock.fixed(DAY)) as shop:
        yield shop


def test_ana_d_is_ana_duarte_with_the_tree_nuts_first_and_how_old_the_answer_is(street: Shop) -> None:
    card = card_of(street, "ana d")
    assert card.name == "Ana Duarte"
    first = said_in(card, Slot.SAFETY).splitlines()[0]
    assert "tree nuts" in first
    assert "told by Ana, 14 months ago: ask again?" in first


def test_leos_sesame_stands_on_his_mothers_card_as_food_of_the_household(street: Shop) -> None:
    lines = said_in(card_of(street, "ana d"), Slot.SAFETY)
    assert any("Leo" in line and "sesame" in line for line in lines.splitlines())


def test_grandma_rosas_flu_is_to_be_asked_after_on_anas_card(street: Shop) -> None:
    asked = said_in(card_of(street, "ana d"), Slot.ASK_AFTER)
    assert "grandma Rosa" in asked
    assert "flu" in asked


def test_the_last_kindness_each_way_is_on_anas_card(street: Shop) -> None:
    kindness = said_in(card_of(street, "ana d"), Slot.KINDNESS)
    assert "From Ana" in kindness
    assert "From us" in kindness


def test_penicillin_is_on_rosas_card_and_on_nobody_elses(street: Shop) -> None:
    assert "penicillin" in said_in(card_of(street, "rosa"), Slot.SAFETY)
    for name in ("ana d", "leo d"):
        card = card_of(street, name)
        assert "penicillin" not in "\n".join(said_in(card, slot) for slot in Slot)


def test_nobody_ever_asked_bo_about_food_or_medicine(street: Shop) -> None:
    assert said_in(card_of(street, "bo"), Slot.SAFETY).casefold().splitlines() == [
        "food: never asked",
        "medicine: never asked",
    ]


def test_chi_park_is_found_by_her_korean_name_and_was_asked_yesterday(street: Shop) -> None:
    card = card_of(street, "박지")
    assert card.name.startswith("Chi Park")
    assert all("asked yesterday, told us of none" in line for line in said_in(card, Slot.SAFETY).splitlines())


def test_the_two_maria_silvas_are_told_apart_by_their_streets(street: Shop) -> None:
    rows = find(street, "maria silva").rows
    assert [row.name for row in rows] == ["Maria Silva", "Maria Silva"]
    told = [row.line.in_english() for row in rows]
    assert sorted(line.split(" · ")[0] for line in told) == ["Elm St", "Oak St"]


def test_a_scanned_loyalty_card_finds_its_person(street: Shop) -> None:
    assert names_of(street, DEES_CARD) == ["Dee Okafor"]


def test_a_row_that_was_found_through_a_relative_says_so_once(street: Shop) -> None:
    row = next(row for row in find(street, "ana d").rows if row.name == "Rosa Duarte")
    assert row.reason is not None
    assert row.reason.in_english() == "Ana's grandma"
    assert "Ana" not in row.line.in_english()
    assert "Ana" in find(street, "rosa d").rows[0].line.in_english()


def test_result_rows_carry_the_mark_of_an_allergy(street: Shop) -> None:
    assert Mark.ALLERGY in find(street, "ana d").rows[0].badges
    assert Mark.ALLERGY not in find(street, "bo lund").rows[0].badges


def test_three_days_before_leos_birthday_his_card_and_his_mothers_say_so() -> None:
    with demo(Clock.fixed(date(2027, 5, 1))) as shop:
        assert "Leo turns about 8" in said_in(card_of(shop, "leo duarte"), Slot.NOW)
        assert "Leo" in said_in(card_of(shop, "ana d"), Slot.NOW)


def test_today_has_somebodys_day_within_the_week(street: Shop) -> None:
    lines = today(street)
    assert len(lines) >= 3
    assert all(0 <= (line.day - DAY).days <= 7 for line in lines if line.mark is Mark.OCCASION)


def test_undo_never_empties_demo_street(street: Shop) -> None:
    assert undo(street) is None
    assert street.store.count() > 20


def test_closing_the_demo_takes_its_folder_away() -> None:
    shop = open_demo(Clock.fixed(DAY))
    folder = shop.places.data
    assert folder.exists()
    close_demo(shop)
    assert not folder.exists()
