"""The household sheet as it is shown in pictures: the Duartes with a new partner, somebody who lives alone, a split."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final

from PySide6.QtWidgets import QWidget

from shopkeeper.host.clock import Clock
from shopkeeper.ui.forms.needs import Someone
from shopkeeper.ui.household.needs import Asking
from shopkeeper.ui.household.sheet import HouseholdSheet
from shopkeeper.ui.household.split import SplitSheet
from shopkeeper.ui.widgets.kit import Kit
from shopkeeper.usecases.at_home import AtHome
from shopkeeper.usecases.demo import demo
from shopkeeper.usecases.family import relate, welcome
from shopkeeper.usecases.leave import died
from shopkeeper.usecases.look_up import find
from shopkeeper.usecases.shop import Shop
from tests.usecases.shops import DAY


@contextmanager
def _duartes() -> Iterator[tuple[Shop, str]]:
    with demo(Clock.fixed(DAY)) as shop:
        ana, tom = _uid(shop, "ana duarte"), _uid(shop, "tom ashby")
        welcome(shop, ana, (tom, ""), "partner")
        welcome(shop, ana, ("", "Mia Duarte"), "daughter")
        relate(shop, ana, "sister", _uid(shop, "dee okafor"))
        died(shop, _uid(shop, "rosa duarte"))
        yield shop, ana


def family(kit: Kit) -> QWidget:
    """A family with something to ask."""
    with _duartes() as (shop, ana):
        sheet = HouseholdSheet(kit, _asking(shop))
        sheet.show_family(AtHome(shop).family(ana))
        return sheet


def coming(kit: Kit) -> QWidget:
    """Somebody is being added."""
    with _duartes() as (shop, ana):
        told = AtHome(shop).family(ana)
        sheet = HouseholdSheet(kit, Asking(lambda _: (Someone("bo", "Bo Lund", "19 Elm St"),), lambda _: "Bo Lund"))
        sheet.show_family(told)
        sheet.homes[0].welcome.click()
        if sheet.welcome is not None:
            sheet.welcome.who.line.setText("bo")
            sheet.welcome.who.line.textEdited.emit("bo")
        return sheet


def alone(kit: Kit) -> QWidget:
    """Somebody who lives alone, as far as is known."""
    with demo(Clock.fixed(DAY)) as shop:
        sheet = HouseholdSheet(kit, _asking(shop))
        sheet.show_family(AtHome(shop).family(_uid(shop, "bo lund")))
        return sheet


def split(kit: Kit) -> QWidget:
    """A household that becomes two."""
    with _duartes() as (shop, ana):
        home = AtHome(shop).family(ana).homes[0].uid
        sheet = SplitSheet(kit, AtHome(shop).splitting(home))
        for field in list(sheet.people.choices.values())[1:3]:
            field.buttons()[1].click()
        return sheet


def _uid(shop: Shop, name: str) -> str:
    return find(shop, name).rows[0].person_uid


def _asking(shop: Shop) -> Asking:
    return Asking(lambda _: (), lambda uid: str(shop.store.memory_of(uid).person.name))


HOUSEHOLDS: Final[dict[str, Callable[[Kit], QWidget]]] = {
    "household": family,
    "household-coming": coming,
    "household-alone": alone,
    "household-split": split,
}
