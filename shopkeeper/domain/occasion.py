"""Occasion: a day that matters to someone, once, every year, or with a feast."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from shopkeeper.domain.partial_date import LeapDay, PartialDate
from shopkeeper.domain.record import Owned, Uid


class Recurs(StrEnum):
    """How an occasion comes back."""

    YEARLY = "yearly"
    ONCE = "once"
    FEAST = "feast"  # follows a moving feast of the table in knowledge/


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion(Owned):
    """A birthday, a wedding day, a memorial, an exam: what it is, when, and how long before to think of it."""

    kind: str  # id in the occasions table of knowledge/: birthday, wedding_anniversary, name_day, memorial, …
    on: PartialDate
    recurs: Recurs = Recurs.YEARLY
    with_uid: Uid = ""  # the other of the two, for a day that two people share
    label: str = ""  # the shop's own words for it, where the kind does not say enough
    feast: str = ""  # id of the feast it follows, when recurs is FEAST
    lead_days: int | None = None  # open days before it; None: what its kind says
    leap_day: LeapDay = LeapDay.FEBRUARY_28
    age_told: int | None = None  # "7", kept as told with its day: the year is never guessed from it
    age_told_on: date | None = None
    age_may_be_said: bool = False  # an adult who does not mind
    note: str = ""  # "football cake, and we threw in a bag of doughnuts"
    told_by: str = ""
    told_on: date | None = None
    source: str = ""  # the vCard property that brought it in, so that a second bring-in knows it again
