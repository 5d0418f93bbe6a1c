from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from shopkeeper.usecases import staff
from shopkeeper.usecases.history import history
from shopkeeper.usecases.keep import was_here
from shopkeeper.usecases.open_book import Opened, shop_of
from shopkeeper.usecases.refused import Refused
from shopkeeper.usecases.shop import Shop
from shopkeeper.usecases.tell import tell
from tests.usecases.shops import own_shop


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    with own_shop(tmp_path / "book") as opened:
        yield opened


def test_whoever_is_at_the_counter_stands_in_the_history_and_beside_the_visit(shop: Shop) -> None:
    _, done = tell(shop, "Ana Duarte")
    shop = staff.at_counter(shop, "JS")
    was_here(shop, done.person_uid)
    tell(shop, "likes rye", "ana")
    assert [entry.by for entry in history(shop)] == ["JS", "JS", "MK"]
    assert shop.store.memory_of(done.person_uid).visits[0].seen_by == "JS"


def test_one_key_goes_through_the_staff_and_begins_again(shop: Shop) -> None:
    assert staff.next_at_counter(shop).by == "MK", "where nobody was written down nothing changes"
    for initials in ("JS", "Lu"):
        staff.add(shop, initials)
    seen = []
    for _ in range(3):
        shop = staff.next_at_counter(shop)
        seen.append(shop.by)
    assert seen == ["JS", "Lu", "JS"]


def test_the_same_initials_are_kept_once_however_they_are_typed(shop: Shop) -> None:
    assert (staff.add(shop, " J S "), staff.add(shop, "js")) == ("JS", "JS")
    assert staff.known(shop) == ("JS",)


@pytest.mark.parametrize("typed", ["", "  ", "Maria-Luisa"])
def test_what_are_no_initials_is_said(shop: Shop, typed: str) -> None:
    with pytest.raises(Refused, match="such as MK"):
        staff.add(shop, typed)
    assert staff.known(shop) == ()


def test_whoever_was_at_the_counter_is_there_again_after_a_restart_until_they_leave(shop: Shop) -> None:
    assert staff.who_was_last(shop.store) == ""
    shop = staff.at_counter(shop, "JS")
    opened = Opened(store=shop.store, key=shop.key)
    assert shop_of(opened, shop.places, shop.clock).by == "JS"
    staff.remove(shop, "JS")
    assert (staff.known(shop), staff.who_was_last(shop.store)) == ((), "")
    assert staff.at_counter(shop, "").by == ""
