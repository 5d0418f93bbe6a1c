"""The room of the household sheet: the real use cases on Demo Street, the room of the forms, and two hands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from PySide6.QtWidgets import QWidget

from shopkeeper.domain.phrase import Phrase
from shopkeeper.host.clock import Clock
from shopkeeper.ui.forms.needs import Someone
from shopkeeper.ui.household.needs import Asking
from shopkeeper.ui.household.place import HouseholdPlace
from shopkeeper.usecases.at_home import AtHome
from shopkeeper.usecases.demo import demo
from shopkeeper.usecases.look_up import find
from shopkeeper.usecases.shop import Shop
from shopkeeper.usecases.undo import Done
from tests.ui.forms.conftest import FormRoom, forms, kit  # noqa: F401  # this sheet is tried in the same room
from tests.usecases.shops import DAY


@dataclass
class Home:
    """The sheet over Demo Street, and what it told."""

    shop: Shop
    room: FormRoom
    place: HouseholdPlace
    in_front: list[QWidget]
    done: list[str] = field(default_factory=list)
    refused: list[Phrase] = field(default_factory=list)

    def uid(self, name: str) -> str:
        return find(self.shop, name).rows[0].person_uid

    def kin(self, name: str) -> dict[str, str]:
        around = self.shop.store.around(self.shop.store.memory_of(self.uid(name)))
        return {one.person.name.given: one.kind for one in around.near}


@pytest.fixture
def home(forms: FormRoom) -> Iterator[Home]:  # noqa: F811  # the fixture that is imported above
    in_front: list[QWidget] = []

    def show(page: QWidget) -> None:
        in_front.append(page)
        forms.show(page)

    with demo(Clock.fixed(DAY)) as shop:
        asking = Asking(
            lambda words: tuple(Someone(row.person_uid, row.name) for row in find(shop, words).rows),
            lambda uid: str(shop.store.memory_of(uid).person.name),
        )
        place = HouseholdPlace(forms.kit, lambda: AtHome(shop), asking, show)
        told = Home(shop, forms, place, in_front)

        def was_done(done: Done) -> None:
            told.done.append(done.name.in_english())

        place.done.connect(was_done)
        place.refused.connect(told.refused.append)
        yield told
