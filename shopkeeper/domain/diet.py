"""Diet: what someone avoids or keeps to. Told apart from allergies: another place on the card, never red."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from shopkeeper.domain.record import Owned, Uid


class DietKind(StrEnum):
    """The four shapes in which people say what they do not eat, when it is no allergy."""

    AVOIDS = "avoids"  # no reason given
    DIET = "diet"  # vegan, low salt
    FAITH = "faith"  # halal, kosher, Lent
    CONDITION = "condition"  # coeliac, diabetes


@dataclass(frozen=True, slots=True, kw_only=True)
class Diet(Owned):
    """One thing someone keeps to, in their own words."""

    kind: DietKind
    text: str
    ref: str = ""  # id in the vocabulary of knowledge/
    told_by: str = ""
    told_on: date | None = None
    consent_uid: Uid = ""
