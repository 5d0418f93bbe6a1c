"""Undo and redo: whole acts, by name, also after a restart."""

from __future__ import annotations

from dataclasses import dataclass

from shopkeeper.domain.change import Act
from shopkeeper.domain.phrase import Phrase
from shopkeeper.domain.record import Uid
from shopkeeper.host.clock import new_uid
from shopkeeper.usecases.shop import Shop


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """What was done: the act, its name, and the person it was about where it was about one."""

    act_uid: Uid
    name: Phrase
    person_uid: Uid = ""


def undo(shop: Shop) -> Done | None:
    """Take back the newest act that still stands, visits passed over; None: there is nothing to take back."""
    return _turned(shop, shop.store.last_act())


def redo(shop: Shop) -> Done | None:
    """Do again what was just taken back; None: nothing was, or something newer stands in its place."""
    return _turned(shop, shop.store.last_undone())


def undo_act(shop: Shop, act_uid: Uid) -> Done:
    """Take back one act by its uid, such as an import that is undone in a child process."""
    return _taken_back(shop, shop.store.act(act_uid))


def done(act: Act) -> Done:
    """An act as the shopkeeper is told of it."""
    return Done(act_uid=act.uid, name=act.name, person_uid=_only_person(act))


def _turned(shop: Shop, heading: Act | None) -> Done | None:
    return None if heading is None else _taken_back(shop, heading)


def _taken_back(shop: Shop, heading: Act) -> Done:
    back = shop.store.undo_of(heading.uid, new_uid=new_uid(), at=shop.clock.now(), by=shop.by)
    shop.store.apply(back, new_uid=new_uid())
    # An act that takes one back is named after it: what is done again is the act itself.
    taken = dict(heading.name.values).get("act")
    name = taken if heading.undoes and isinstance(taken, Phrase) else heading.name
    return Done(act_uid=heading.uid, name=name, person_uid=_only_person(back))


def _only_person(act: Act) -> Uid:
    """The person that an act is about, where it is about one."""
    people: set[Uid] = set()
    for change in act.changes:
        record = change.after if change.after is not None else change.before
        people.add(change.uid if change.kind == "Person" else getattr(record, "person_uid", ""))
        if len(people - {""}) > 1:
            return ""
    return next(iter(people - {""}), "")
