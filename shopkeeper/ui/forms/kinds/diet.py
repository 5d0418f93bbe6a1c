"""The form of what someone avoids or keeps to: no allergy."""

from __future__ import annotations

from typing import Final

from shopkeeper.domain.diet import Diet, DietKind
from shopkeeper.domain.phrase import translate
from shopkeeper.ui.forms.answers import answers
from shopkeeper.ui.forms.form_of import FormOf
from shopkeeper.ui.forms.rows import Choice, Day, Line
from shopkeeper.ui.theme import Role

DIET: Final = FormOf(
    kind=Diet,
    title=translate("form", "Avoids, or keeps to"),
    sign=("leaf", Role.ACCENT, Role.ACCENT_FILL),
    rows=(
        Line(path="text", label=translate("form", "What, in their own words"), needed=True),
        Choice(
            path="kind",
            label=translate("form", "It is", "what kind of diet"),
            options=answers(DietKind),
        ),
        Line(path="told_by", label=translate("form", "Told by (nobody named: themselves)"), half=True),
        Day(path="told_on", label=translate("form", "Told on"), half=True),
    ),
)
