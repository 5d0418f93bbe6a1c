"""Undo and redo: whole acts, by name, also after a restart."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from shopkeeper.domain.change import Act
from shopkeeper.domain.phrase import Phrase
from shopkeeper.domain.record import Uid
from shopkeeper.host.clock import new_uid
from shopkeeper.host.log import Event, Log
from shopkeeper.usecases.job import UNDO, Job, job_of
from shopkeeper.usecases.left_alone import refuse_about_those_left_alone
from shopkeeper.usecases.shop import Shop


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """What was done: the act, its name, and the person it was about where it was about one."""

    act_uid: Uid
    name: Phrase
    person_uid: Uid = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Long:
    """An act that takes seconds to take back, or to do again: too long for a window, so a child does it."""

    act_uid: Uid
    name: Phrase
    job: Job
    person_uid: Uid = ""


# A change takes a tenth of a millisecond and more: so many are what nobody notices.
_MOST: Final = 400


def undo_now_or_later(shop: Shop) -> Done | Long | None:
    """Take back the newest act that still stands, at once or by a child."""
    return _at_once_or_later(shop, shop.store.last_act())


def redo_now_or_later(shop: Shop) -> Done | Long | None:
    """Do again what was just taken back, at once or by a child."""
    return _at_once_or_later(shop, shop.store.last_undone())


def undo(shop: Shop) -> Done | None:
    """Take back the newest act that still stands, visits passed over; None: there is nothing to take back."""
    return _turned(shop, shop.store.last_act())


def redo(shop: Shop) -> Done | None:
    """Do again what was just taken back; None: nothing was, or something newer stands in its place."""
    return _turned(shop, shop.store.last_undone())


def undo_act(shop: Shop, act_uid: Uid) -> Done:
    """Take back one act by its uid, such as an import that is undone in a child process."""
    return _taken_back(shop, shop.store.act(act_uid))


def undo_act_now_or_later(shop: Shop, act_uid: Uid) -> Done | Long:
    """Take back one act by its uid, at once or by a child."""
    heading = shop.store.act(act_uid)
    if len(heading.changes) <= _MOST:
        return _taken_back(shop, heading)
    return Long(act_uid=act_uid, name=_own_name(heading), job=job_of(shop, UNDO, {"act": act_uid}))


def done(act: Act) -> Done:
    """An act as the shopkeeper is told of it."""
    return Done(act_uid=act.uid, name=act.name, person_uid=_whom(act))


def _at_once_or_later(shop: Shop, heading: Act | None) -> Done | Long | None:
    if heading is None or shop.store.changes_in(heading.uid) <= _MOST:
        return _turned(shop, heading)
    return Long(act_uid=heading.uid, name=_own_name(heading), job=job_of(shop, UNDO, {"act": heading.uid}))


def _turned(shop: Shop, heading: Act | None) -> Done | None:
    return None if heading is None else _taken_back(shop, heading)


def _taken_back(shop: Shop, heading: Act) -> Done:
    back = shop.store.undo_of(heading.uid, new_uid=new_uid(), at=shop.clock.now(), by=shop.by)
    refuse_about_those_left_alone(shop, back.changes)
    shop.store.apply(back, new_uid=new_uid())
    Log(shop.places.log_folder, shop.clock).note(Event.UNDONE, changes=len(back.changes))
    return Done(act_uid=heading.uid, name=_own_name(heading), person_uid=_whom(back))


def _own_name(heading: Act) -> Phrase:
    """An act that takes one back is named after it: what is done again is the act itself."""
    taken = dict(heading.name.values).get("act")
    return taken if heading.undoes and isinstance(taken, Phrase) else heading.name


def _whom(act: Act) -> Uid:
    """The person that an act is about: the only one, or the first of those whom it makes."""
    people: set[Uid] = set()
    for change in act.changes:
        record = change.after if change.after is not None else change.before
        people.add(change.uid if change.kind == "Person" else getattr(record, "person_uid", ""))
        if len(people - {""}) > 1:
            made = (change.uid for change in act.changes if change.kind == "Person" and change.before is None)
            return next(made, "")
    return next(iter(people - {""}), "")
