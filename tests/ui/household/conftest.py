"""The room of the household sheet: the real window over Demo Street, and two hands."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget

from shopkeeper.host.clock import Clock
from shopkeeper.ui.household.place import HouseholdPlace
from shopkeeper.usecases.counter import Counter
from shopkeeper.usecases.demo import demo
from shopkeeper.usecases.look_up import find
from shopkeeper.usecases.shop import Shop
from shopkeeper.usecases.undo import Done
from tests.ui.conftest import Room
from tests.usecases.shops import DAY


class Home:
    """The sheet over Demo Street, and what it told."""

    def __init__(self, room: Room, shop: Shop) -> None:
        self.room, self.shop = room, shop
        room.door.answers = lambda _passphrase: Counter(shop, lambda: None)
        room.open()
        self.bridge, self.pile = room.app.bridge, room.app.counter.pile
        self.done: list[str] = []
        self.forms: list[str] = []
        self.cards: list[str] = []
        self.bridge.kept.connect(self._done)
        self.place = HouseholdPlace(room.window.kit, self.bridge, self.pile, self.forms.append, room.app)
        self.place.person_chosen.connect(self.cards.append)

    def uid(self, name: str) -> str:
        return find(self.shop, name).rows[0].person_uid

    def kin(self, name: str) -> dict[str, str]:
        around = self.shop.store.around(self.shop.store.memory_of(self.uid(name)))
        return {one.person.name.given: one.kind for one in around.near}

    def tap(self, button: QAbstractButton) -> None:
        assert button.isVisible()
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def in_front(self) -> QWidget | None:
        return self.pile.front()

    def _done(self, done: Done) -> None:
        self.done.append(done.name.in_english())


@pytest.fixture
def home(room: Room) -> Iterator[Home]:
    with demo(Clock.fixed(DAY)) as shop:
        at_home = Home(room, shop)
        yield at_home
        room.app.bridge.close()
