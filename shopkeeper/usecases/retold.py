"""Retold: whether the book knows already what was just told, or knows less of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields, replace
from enum import Enum
from typing import Any, Final, TypeVar

from shopkeeper.domain.allergy import AllergyIntolerance, AllergyStatus
from shopkeeper.domain.concern import Concern
from shopkeeper.domain.kindness import Kindness
from shopkeeper.domain.loss import Loss
from shopkeeper.domain.note import Note
from shopkeeper.domain.occasion import Occasion
from shopkeeper.domain.partial_date import PartialDate
from shopkeeper.domain.promise import Promise, PromiseStatus
from shopkeeper.domain.record import Record
from shopkeeper.domain.wanted import Wanted
from shopkeeper.search.fold import fold
from shopkeeper.usecases.facts import fact_key, place_key

R = TypeVar("R", bound=Record)

# What may be told later of an allergy that is known: nothing of it ever contradicts what was told before.
_OF_ALLERGY: Final = ("severity", "reaction", "carries_pen", "traces_matter", "last_reaction")


class Known(Enum):
    """That nothing has to be written."""

    ALREADY = "already"


def known_among(kept: Iterable[Record], told: R) -> R | Known | None:
    """None: it is new. Known: it is kept already. Else the kept record with what was told besides."""
    for old in kept:
        if type(old) is type(told):
            fuller = _fuller(old, told)
            if fuller is not None:
                return Known.ALREADY if fuller == old else fuller  # type: ignore[return-value]  # of the same type
    return None


def _fuller(old: Record, told: Record) -> Record | None:
    """What is kept with what was told besides; None where the two are different things."""
    match old, told:
        case AllergyIntolerance(), AllergyIntolerance():
            same = (old.category, old.kind, fold(old.substance)) == (told.category, told.kind, fold(told.substance))
            return _still_so(old, told) if same and old.status is AllergyStatus.CURRENT else None
        case Occasion(), Occasion() if place_key(told) is not None and place_key(old) == place_key(told):
            return _same_day(old, told)
        case Concern(), Concern():
            same = (fold(old.who), old.who_uid, fold(old.what)) == (fold(told.who), told.who_uid, fold(told.what))
            return _filled(old, told, ("said",)) if same and old.closed_on is None else None
        case Promise(), Promise():
            same = fold(old.text) == fold(told.text) and old.status is PromiseStatus.OWED
            return old if same and told.by in (None, old.by) else None
        case Wanted(), Wanted():
            return old if fold(old.text) == fold(told.text) and old.told_on is None else None
        case Kindness(), Kindness():
            same = (old.direction, fold(old.text), old.on) == (told.direction, fold(told.text), told.on)
            return old if same else None
        case Loss(), Loss():
            return old if old.on.is_known or not told.on.is_known else replace(old, on=told.on)
        case Note(), Note():
            return old if _words(old.text) == _words(told.text) else None
    return old if fact_key(old) == fact_key(told) else None


def _still_so(old: AllergyIntolerance, told: AllergyIntolerance) -> AllergyIntolerance | None:
    """Told again is asked again: the answer is as old as its newest telling."""
    fuller = _filled(old, told, _OF_ALLERGY)
    newest = old.answered_on
    if fuller is None or told.told_on is None or (newest is not None and newest >= told.told_on):
        return fuller
    return replace(fuller, checked_on=told.told_on)


def _words(note: str) -> str:
    """The words of a note, whatever stood between them: what was understood may leave its comma behind or not."""
    return " ".join(note.replace(",", " ").replace(";", " ").split())


def _filled(old: R, told: Record, names: Iterable[str]) -> R | None:
    """The kept record with what it did not say yet; None where it says something else."""
    untold = {f.name: f.default for f in fields(old)}
    new: dict[str, Any] = {}
    for name in names:
        before, after = getattr(old, name), getattr(told, name)
        if after in (untold[name], before):
            continue
        if before != untold[name]:
            return None
        new[name] = after
    return replace(old, **new)


def _same_day(old: Occasion, told: Occasion) -> Occasion:
    """The kept day with everything that was said this time."""
    aged = told.age_told is not None and told.age_told != old.age_told
    return replace(
        old,
        on=_day(old.on, told.on),
        age_told=told.age_told if aged else old.age_told,
        age_told_on=told.age_told_on if aged else old.age_told_on,
        note=told.note or old.note,
    )


def _day(old: PartialDate, told: PartialDate) -> PartialDate:
    """The newer telling; what it leaves open stays as it was told before, where the two agree."""
    if not told.is_known:
        return old if old.is_known or not told.said else told
    parts = {name: (getattr(old, name), getattr(told, name)) for name in ("year", "month", "day")}
    if any(None not in both and both[0] != both[1] for both in parts.values()):
        return told
    whole = {name: before if after is None else after for name, (before, after) in parts.items()}
    return old if all(before == whole[name] for name, (before, _) in parts.items()) else replace(told, **whole)
