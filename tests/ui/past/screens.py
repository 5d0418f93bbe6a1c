"""The history and the evening's list as they are shown in pictures: what a day at Demo Street wrote down."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from typing import Final

from PySide6.QtWidgets import QWidget

from shopkeeper.domain.allergy import Severity
from shopkeeper.host.clock import Clock
from shopkeeper.store import Conflict
from shopkeeper.ui.past.closing import ClosingSheet
from shopkeeper.ui.past.history import HistorySheet
from shopkeeper.ui.past.staff import StaffSheet
from shopkeeper.ui.widgets.kit import Kit
from shopkeeper.usecases.closing import closing
from shopkeeper.usecases.demo import demo
from shopkeeper.usecases.history import history, take_back
from shopkeeper.usecases.look_up import find
from shopkeeper.usecases.records import edit
from shopkeeper.usecases.shop import Shop
from shopkeeper.usecases.staff import at_counter
from shopkeeper.usecases.tell import tell
from tests.usecases.shops import DAY


@contextmanager
def _a_day() -> Iterator[Shop]:
    with demo(Clock.fixed(DAY)) as shop:
        tell(shop, "starts judo on monday", "leo duarte")
        _, wrong = tell(shop, "likes cinnamon", "bo lund")
        take_back(shop, wrong.act_uid)
        shop = at_counter(shop, "JS")
        tell(shop, "allergic to mustard", "leo duarte")
        _worse(shop)
        tell(shop, "don't: the wedding", "dee okafor")
        tell(shop, "likes rye bread, grandma Rosa has the flu", "ana duarte")
        yield shop


def of_the_shop(kit: Kit) -> QWidget:
    """All of it."""
    with _a_day() as shop:
        sheet = HistorySheet(kit)
        sheet.show_history(partial(history, shop, None), DAY)
        return sheet


def of_one(kit: Kit) -> QWidget:
    """Of Leo, with an act on which something newer stands."""
    with _a_day() as shop:
        uid = find(shop, "leo duarte").rows[0].person_uid
        sheet = HistorySheet(kit)
        sheet.show_history(partial(history, shop, uid), DAY, "Leo Duarte")
        newer, mustard, *_ = history(shop, uid)
        sheet.go_to(mustard.number)
        try:
            take_back(shop, mustard.number)
        except Conflict as conflict:
            sheet.refuse(conflict.phrase, newer.number)
        return sheet


def _worse(shop: Shop) -> None:
    """The newest allergy of Leo is a serious one."""
    uid = find(shop, "leo duarte").rows[0].person_uid
    mustard = next(a for a in shop.store.memory_of(uid).allergies if a.substance == "mustard")
    edit(shop, mustard, replace(mustard, severity=Severity.SERIOUS))


def evening(kit: Kit) -> QWidget:
    """What nobody has agreed to yet."""
    with _a_day() as shop:
        sheet = ClosingSheet(kit)
        sheet.show_list(closing(shop))
        return sheet


def evening_over(kit: Kit) -> QWidget:
    """Nobody is left to ask."""
    sheet = ClosingSheet(kit)
    sheet.show_list(())
    return sheet


def at_the_counter(kit: Kit) -> QWidget:
    """Two of the staff, and one of them is here."""
    sheet = StaffSheet(kit)
    sheet.show_staff(("MK", "JS"), "JS")
    return sheet


HISTORIES: Final[dict[str, Callable[[Kit], QWidget]]] = {
    "history": of_the_shop,
    "history-of-one": of_one,
    "closing": evening,
    "closing-done": evening_over,
    "staff": at_the_counter,
}
