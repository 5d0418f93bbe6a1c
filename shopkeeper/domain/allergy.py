"""AllergyIntolerance (FHIR R5, reduced to what a counter hears) and Asked: "asked, told us of none"."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from shopkeeper.domain.partial_date import PartialDate
from shopkeeper.domain.record import Owned, Uid


class Category(StrEnum):
    """What the reaction is to (FHIR category). Only food is shared with the household, only these two are asked."""

    FOOD = "food"
    MEDICINE = "medicine"
    OTHER = "other"  # latex, stings, animals, pollen


class AllergyKind(StrEnum):
    """Allergy or intolerance (FHIR type). What someone merely avoids is a Diet, never one of these."""

    ALLERGY = "allergy"
    INTOLERANCE = "intolerance"


class Severity(StrEnum):
    """How bad it is, as told (FHIR criticality); written worst first."""

    LIFE_THREATENING = "life-threatening"
    SERIOUS = "serious"
    MILD = "mild"
    NOT_SAID = "not-said"


class AllergyStatus(StrEnum):
    """Whether it still holds. What no longer does is struck through with who and when, never silently gone."""

    CURRENT = "current"
    OUTGROWN = "outgrown"
    WAS_A_MISTAKE = "was-a-mistake"


@dataclass(frozen=True, slots=True, kw_only=True)
class AllergyIntolerance(Owned):
    """One thing someone told us they cannot have, in their own words, with its teller and its day."""

    category: Category
    substance: str  # the person's own words, for ever as said; never split or corrected
    kind: AllergyKind = AllergyKind.ALLERGY
    substance_ref: str = ""  # id in the vocabulary of knowledge/, where one was chosen
    severity: Severity = Severity.NOT_SAID
    reaction: str = ""
    carries_pen: bool | None = None
    traces_matter: bool | None = None
    status: AllergyStatus = AllergyStatus.CURRENT
    status_on: date | None = None
    status_by: str = ""
    told_by: str = ""  # in words: "Ana", "her sister"; empty: the person themselves
    told_on: date | None = None
    checked_on: date | None = None  # when someone last said that it is still so
    recorded_by: str = ""
    last_reaction: PartialDate | None = None
    note: str = ""
    consent_uid: Uid = ""  # the agreement that covers it; empty while it is not agreed yet

    @property
    def answered_on(self) -> date | None:
        """The day of the newest answer: what the age of the line counts from."""
        known = [day for day in (self.told_on, self.checked_on) if day is not None]
        return max(known, default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked(Owned):
    """We asked about food or medicine and were told of none. A later allergy outweighs it; it stays in the history."""

    category: Category
    asked_on: date
    told_by: str = ""
    recorded_by: str = ""
    consent_uid: Uid = ""
