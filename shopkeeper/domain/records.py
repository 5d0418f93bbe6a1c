"""RECORDS: every kind of kept thing. Apart from the ring's door, so that whoever asks for one kind loads only that."""

from __future__ import annotations

from typing import Final

from shopkeeper.domain.allergy import AllergyIntolerance, Asked
from shopkeeper.domain.collects import Collects
from shopkeeper.domain.concern import Concern
from shopkeeper.domain.consent import Consent
from shopkeeper.domain.diet import Diet
from shopkeeper.domain.dont_mention import DontMention
from shopkeeper.domain.household import Household, Membership, Relationship
from shopkeeper.domain.interest import Interest
from shopkeeper.domain.introduction import Introduction
from shopkeeper.domain.kindness import Kindness
from shopkeeper.domain.loss import Loss
from shopkeeper.domain.note import Note
from shopkeeper.domain.occasion import Occasion
from shopkeeper.domain.opt_out import OptOut
from shopkeeper.domain.person import Adr, Code, Email, Person, Photo, Tel
from shopkeeper.domain.pet import Pet
from shopkeeper.domain.promise import Promise
from shopkeeper.domain.record import Record
from shopkeeper.domain.referral import Referral
from shopkeeper.domain.visit import Visit
from shopkeeper.domain.wanted import Wanted

# Every kind of kept thing, in the order in which they can be written down: what is referred to comes first.
RECORDS: Final[tuple[type[Record], ...]] = (
    Person, Household, Membership, Relationship, Tel, Email, Adr, Consent, AllergyIntolerance, Asked, Diet,
    Occasion, Kindness, Promise, Concern, Interest, Introduction, Referral, Wanted, DontMention, Collects,
    Pet, Visit, Note, Loss, OptOut, Code, Photo,
)  # fmt: skip
