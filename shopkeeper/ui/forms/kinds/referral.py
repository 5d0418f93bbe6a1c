"""The form of a referral: we do not have it, but a neighbour does."""

from __future__ import annotations

from typing import Final

from shopkeeper.domain.phrase import translate
from shopkeeper.domain.referral import Referral
from shopkeeper.ui.forms.answers import YES_NO_NOT_SAID
from shopkeeper.ui.forms.form_of import FormOf
from shopkeeper.ui.forms.rows import Choice, Day, Known, Line
from shopkeeper.ui.theme import Role

REFERRAL: Final = FormOf(
    kind=Referral,
    title=translate("form", "Sent to a neighbour"),
    sign=("street", Role.ACCENT, Role.ACCENT_FILL),
    rows=(
        Line(path="sought", label=translate("form", "What they looked for"), needed=True),
        Known(path="sent_to", label=translate("form", "Where we sent them")),
        Choice(path="found", label=translate("form", "Did they find it there?"), options=YES_NO_NOT_SAID),
        Day(path="on", label=translate("form", "When"), half=True),
        Line(path="outcome", label=translate("form", "What came of it"), half=True),
    ),
)
