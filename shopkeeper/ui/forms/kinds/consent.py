"""The form of an agreement: what may be written down, and for what."""

from __future__ import annotations

from typing import Final

from shopkeeper.domain.consent import Consent, Purpose
from shopkeeper.domain.phrase import translate
from shopkeeper.ui.forms.answers import answers
from shopkeeper.ui.forms.form_of import FormOf
from shopkeeper.ui.forms.rows import Choice, Day, Line
from shopkeeper.ui.theme import Role

CONSENT: Final = FormOf(
    kind=Consent,
    title=translate("form", "Agreed to be written down"),
    sign=("note", Role.ACCENT, Role.ACCENT_FILL),
    rows=(
        Choice(
            path="purpose",
            label=translate("form", "What for"),
            needed=True,
            options=answers(Purpose),
        ),
        Day(path="agreed_on", label=translate("form", "Agreed on"), needed=True),
        Line(path="how", label=translate("form", "How: said at the counter, signed on paper"), half=True),
        Line(path="given_by", label=translate("form", "Who agreed: themselves, a parent, a carer"), half=True),
        Day(path="withdrawn_on", label=translate("form", "Taken back on")),
    ),
)
