"""Keep: that someone is here."""

from __future__ import annotations

from shopkeeper.domain.change import Act, made
from shopkeeper.domain.phrase import translate
from shopkeeper.domain.record import Uid
from shopkeeper.domain.visit import Visit
from shopkeeper.host.clock import new_uid
from shopkeeper.usecases.left_alone import refuse_about_those_left_alone
from shopkeeper.usecases.shop import Shop
from shopkeeper.usecases.undo import Done, done


def was_here(shop: Shop, uid: Uid) -> Done:
    """Keep that someone is here now. Undo passes over it: a visit is not what Ctrl+Z is meant for."""
    now = shop.clock.now()
    name = str(shop.store.memory_of(uid).person.name)
    visit = made(Visit(uid=new_uid(), person_uid=uid, at=now, seen_by=shop.by))
    refuse_about_those_left_alone(shop, (visit,))
    act = Act(
        uid=new_uid(),
        name=translate("Keep", "{name} was here", "name of an act").with_values(name=name),
        by=shop.by,
        at=now,
        changes=(visit,),
        passed_over=True,
    )
    shop.store.apply(act, new_uid=new_uid())
    return done(act)
