"""Left alone: of somebody who asked us not to remember them, nothing new is written down."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields

from shopkeeper.domain.change import Change
from shopkeeper.domain.opt_out import OptOut
from shopkeeper.domain.phrase import translate
from shopkeeper.domain.record import Record, Uid
from shopkeeper.usecases.refused import Refused, Why
from shopkeeper.usecases.shop import Shop

_NOT_PEOPLE = frozenset({"uid", "consent_uid", "household_uid"})


def refuse_about_those_left_alone(shop: Shop, changes: Iterable[Change]) -> None:
    """Refused where one of the changes would write something new about such a person, or name them in it."""
    new = (change.after for change in changes if change.field is None and change.after is not None)
    for uid in dict.fromkeys(uid for record in new for uid in _people_of(record)):
        if shop.store.about(uid, OptOut):
            asked = translate("Leave", "{name} asked not to be remembered. Nothing was written down.")
            raise Refused(asked.with_values(name=str(shop.store.memory_of(uid).person.name)), Why.ASKED_WRONGLY)


def _people_of(record: Record) -> Iterator[Uid]:
    for field in fields(record):
        if field.type == "Uid" and field.name not in _NOT_PEOPLE and (uid := getattr(record, field.name)):
            yield uid
