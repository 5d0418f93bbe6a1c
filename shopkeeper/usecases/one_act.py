"""One act: changes that belong together, written down under one name and by whoever is at the counter."""

from __future__ import annotations

from collections.abc import Iterable

from shopkeeper.domain.change import Act, Change
from shopkeeper.domain.phrase import Phrase
from shopkeeper.domain.record import Uid
from shopkeeper.host.clock import new_uid
from shopkeeper.usecases.left_alone import refuse_about_those_left_alone
from shopkeeper.usecases.shop import Shop
from shopkeeper.usecases.undo import Done


def one_act(shop: Shop, name: Phrase, changes: Iterable[Change], person_uid: Uid = "") -> Done:
    """Write the changes down; `person_uid` says whose card the window shows when it is done."""
    act = Act(uid=new_uid(), name=name, by=shop.by, at=shop.clock.now(), changes=tuple(changes))
    refuse_about_those_left_alone(shop, act.changes)
    shop.store.apply(act, new_uid=new_uid())
    return Done(act_uid=act.uid, name=name, person_uid=person_uid)
