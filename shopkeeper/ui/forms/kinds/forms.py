"""FORMS: the form for each kind of record."""

from __future__ import annotations

from typing import Final

from shopkeeper.ui.forms.form_of import FormOf
from shopkeeper.ui.forms.kinds.allergy import ALLERGY
from shopkeeper.ui.forms.kinds.asked import ASKED
from shopkeeper.ui.forms.kinds.code import CODE
from shopkeeper.ui.forms.kinds.collects import COLLECTS
from shopkeeper.ui.forms.kinds.concern import CONCERN
from shopkeeper.ui.forms.kinds.consent import CONSENT
from shopkeeper.ui.forms.kinds.diet import DIET
from shopkeeper.ui.forms.kinds.dont_mention import DONT_MENTION
from shopkeeper.ui.forms.kinds.household import HOUSEHOLD
from shopkeeper.ui.forms.kinds.interest import INTEREST
from shopkeeper.ui.forms.kinds.introduction import INTRODUCTION
from shopkeeper.ui.forms.kinds.kindness import KINDNESS
from shopkeeper.ui.forms.kinds.loss import LOSS
from shopkeeper.ui.forms.kinds.note import NOTE
from shopkeeper.ui.forms.kinds.occasion import OCCASION
from shopkeeper.ui.forms.kinds.person import PERSON
from shopkeeper.ui.forms.kinds.pet import PET
from shopkeeper.ui.forms.kinds.promise import PROMISE
from shopkeeper.ui.forms.kinds.referral import REFERRAL
from shopkeeper.ui.forms.kinds.relationship import RELATIONSHIP
from shopkeeper.ui.forms.kinds.wanted import WANTED

FORMS: Final[tuple[FormOf, ...]] = (
    PERSON, ALLERGY, ASKED, DIET, OCCASION, KINDNESS, PROMISE, CONCERN, HOUSEHOLD, RELATIONSHIP, INTEREST,
    INTRODUCTION, REFERRAL, WANTED, DONT_MENTION, COLLECTS, PET, NOTE, CODE, CONSENT, LOSS,
)  # fmt: skip


def form_of(kind: type) -> FormOf | None:
    """The form for this kind; None for what has none, such as a visit."""
    return next((form for form in FORMS if form.kind is kind), None)
