from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from shopkeeper.domain.concern import Concern
from shopkeeper.domain.household import Relationship, Standing
from shopkeeper.domain.loss import Loss
from shopkeeper.domain.opt_out import OptOut
from shopkeeper.domain.partial_date import PartialDate
from shopkeeper.host.clock import Clock
from shopkeeper.remember.reminder import Slot
from shopkeeper.store import Store
from shopkeeper.usecases.demo import demo
from shopkeeper.usecases.leave import died, opt_out, parted
from shopkeeper.usecases.look_up import card, find
from shopkeeper.usecases.refused import Refused
from shopkeeper.usecases.shop import Shop
from shopkeeper.usecases.undo import redo, undo
from tests.usecases.shops import DAY, said_in, whole


@pytest.fixture
def shop() -> Iterator[Shop]:
    with demo(Clock.fixed(DAY)) as opened:
        yield opened


def uid_of(shop: Shop, name: str) -> str:
    return find(shop, name).rows[0].person_uid


def on_card(shop: Shop, uid: str, *slots: Slot) -> str:
    told = card(shop, uid)
    return "\n".join(said_in(told, slot) for slot in slots or Slot)


def test_when_rosa_has_died_everything_cheerful_stops_at_once_and_undo_restores_each_line(shop: Shop) -> None:
    rosa, ana, leo = (uid_of(shop, name) for name in ("rosa duarte", "ana duarte", "leo duarte"))
    before, cards = whole(shop), [on_card(shop, uid) for uid in (rosa, ana, leo)]
    assert "flu" in cards[1]
    done = died(shop, rosa, told_by="Ana")
    assert done.name.in_english() == "Rosa has died"
    assert done.person_uid == rosa
    assert "flu" not in on_card(shop, ana)
    for uid in (ana, leo):
        assert "gentle" in on_card(shop, uid, Slot.NOW)
    assert "birthday" not in on_card(shop, rosa).lower()
    undo(shop)
    assert whole(shop) == before
    assert [on_card(shop, uid) for uid in (rosa, ana, leo)] == cards


def test_a_death_is_undone_and_done_again_after_a_restart(shop: Shop) -> None:
    rosa = uid_of(shop, "rosa duarte")
    died(shop, rosa)
    shop.store.close()
    with Store.open(shop.places.book, shop.key, now=shop.clock.now()) as store:
        again = replace(shop, store=store)
        undo(again)
        assert not store.memory_of(rosa).has_died
        redo(again)
        assert store.memory_of(rosa).has_died


def test_the_day_of_a_death_may_be_unknown_or_known_in_part(shop: Shop) -> None:
    rosa, bo = uid_of(shop, "rosa duarte"), uid_of(shop, "bo lund")
    died(shop, rosa)
    died(shop, bo, PartialDate(year=2026, month=11, said="last week"), "the vicar")
    (first,), (second,) = shop.store.memory_of(rosa).losses, shop.store.memory_of(bo).losses
    assert (first.on, first.told_on) == (PartialDate(), DAY)
    assert (second.on.said, second.told_by) == ("last week", "the vicar")


def test_nobody_dies_twice_or_in_the_future(shop: Shop) -> None:
    rosa = uid_of(shop, "rosa duarte")
    with pytest.raises(Refused, match="has not come yet"):
        died(shop, rosa, PartialDate.of(date(2026, 11, 23)))
    died(shop, rosa)
    with pytest.raises(Refused, match="already that Rosa has died"):
        died(shop, rosa)
    assert len(shop.store.about(rosa, Loss)) == 1


@pytest.mark.parametrize("standing", [Standing.SEPARATED, Standing.ESTRANGED, Standing.KEEP_APART])
def test_those_who_parted_leave_each_others_cards_and_come_back_by_one_undo(shop: Shop, standing: Standing) -> None:
    ana, leo = uid_of(shop, "ana duarte"), uid_of(shop, "leo duarte")
    before = whole(shop)
    parted(shop, ana, leo, standing)
    kept = [one for one in shop.store.about(ana, Relationship) if isinstance(one, Relationship)]
    assert {one.standing for one in kept if leo in (one.person_uid, one.related_uid)} == {standing}, "both ways as kept"
    assert "Leo" not in on_card(shop, ana, Slot.SAFETY, Slot.NOW, Slot.HERE)
    assert "Ana" not in on_card(shop, leo, Slot.NOW, Slot.HERE)
    undo(shop)
    assert whole(shop) == before


def test_two_who_are_not_related_can_be_kept_apart_too(shop: Shop) -> None:
    bo, chi = uid_of(shop, "bo lund"), uid_of(shop, "chi park")
    assert "Chi" in on_card(shop, bo)
    parted(shop, bo, chi, Standing.KEEP_APART)
    assert "Chi" not in on_card(shop, bo)
    assert "before sharing" in on_card(shop, bo)
    assert "before sharing" in on_card(shop, chi)
    undo(shop)
    assert "Chi" in on_card(shop, bo)


def test_those_who_found_together_again_are_on_each_others_cards_again(shop: Shop) -> None:
    ana, leo = uid_of(shop, "ana duarte"), uid_of(shop, "leo duarte")
    before = on_card(shop, ana)
    parted(shop, ana, leo)
    parted(shop, ana, leo, Standing.TOGETHER)
    assert on_card(shop, ana) == before
    with pytest.raises(Refused, match="already"):
        parted(shop, ana, leo, Standing.TOGETHER)


def test_of_somebody_who_asked_not_to_be_remembered_only_their_name_is_kept(shop: Shop) -> None:
    rosa, ana = uid_of(shop, "rosa duarte"), uid_of(shop, "ana duarte")
    before, cards = whole(shop), [on_card(shop, uid) for uid in (rosa, ana)]
    opt_out(shop, rosa, "Ana")
    left = shop.store.about(rosa)
    assert [type(one) for one in left] == [OptOut]
    person = shop.store.memory_of(rosa).person
    assert person == type(person)(uid=rosa, name=person.name, source_uid=person.source_uid)
    assert "Rosa" not in on_card(shop, ana)
    assert "flu" not in [one.what for one in shop.store.about(ana, Concern) if isinstance(one, Concern)]
    undo(shop)
    assert whole(shop) == before
    assert [on_card(shop, uid) for uid in (rosa, ana)] == cards
