"""Concern: something to ask after, such as how Grandma is after her flu."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from shopkeeper.domain.partial_date import PartialDate
from shopkeeper.domain.record import Owned, Uid


class Outcome(StrEnum):
    """What we heard when we asked."""

    BETTER = "better"
    SAME = "same"
    WORSE = "worse"
    PASSED_ON = "passed-on"


@dataclass(frozen=True, slots=True, kw_only=True)
class Concern(Owned):
    """What is going on with someone: who, what, and since when. Small ones fade, grave ones stay until closed."""

    what: str  # "flu", "the driving test"
    who: str = ""  # as said at the counter: "grandma Rosa"; empty: the card's own person
    who_uid: Uid = ""
    since: PartialDate
    grave: bool = False
    said: str = ""  # their own words: "in bed all week, hates the soup"
    told_by: str = ""
    outcome: Outcome | None = None
    asked_on: date | None = None
    asked_by: str = ""
    closed_on: date | None = None
    consent_uid: Uid = ""
    ask_from: date | None = None  # it was no good moment: not asked after before this day
