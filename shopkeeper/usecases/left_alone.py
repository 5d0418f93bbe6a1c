"""Left alone: of somebody who asked us not to remember them, nothing is written down, and nothing comes back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields

from shopkeeper.domain.change import Change
from shopkeeper.domain.opt_out import OptOut
from shopkeeper.domain.person import Person
from shopkeeper.domain.phrase import translate
from shopkeeper.domain.record import Record, Uid
from shopkeeper.usecases.refused import Refused, Why
from shopkeeper.usecases.shop import Shop

_NOT_PEOPLE = frozenset({"uid", "consent_uid", "household_uid"})


def refuse_about_those_left_alone(shop: Shop, changes: Iterable[Change]) -> None:
    """Refused where one of the changes would write something about such a person, or name them in it.

    What takes back that they asked, brings back what was known of them before.
    """
    changes = tuple(changes)
    asks_no_longer = {one.before.person_uid for one in changes if one.after is None and isinstance(one.before, OptOut)}
    for uid in dict.fromkeys(uid for change in changes for uid in _people_in(change)):
        if uid not in asks_no_longer and shop.store.about(uid, OptOut):
            asked = translate("Leave", "{name} asked not to be remembered. Nothing was written down.")
            raise Refused(asked.with_values(name=str(shop.store.memory_of(uid).person.name)), Why.ASKED_WRONGLY)


def _people_in(change: Change) -> Iterator[Uid]:
    """Of whom a change writes something; what is taken out says nothing of anybody."""
    if change.field is None:
        if change.after is not None:
            yield from _people_of(change.after)
    elif not change.after:
        return
    elif change.kind == Person.__name__:
        if change.field != "name":
            yield change.uid
    elif change.field.endswith("_uid") and change.field not in _NOT_PEOPLE:
        yield change.after


def _people_of(record: Record) -> Iterator[Uid]:
    for field in fields(record):
        if field.type == "Uid" and field.name not in _NOT_PEOPLE and (uid := getattr(record, field.name)):
            yield uid
