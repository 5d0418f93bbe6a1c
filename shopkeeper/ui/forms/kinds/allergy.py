"""The form of an allergy or an intolerance: their own words first, then what was told about it."""

from __future__ import annotations

from typing import Final

from shopkeeper.domain.allergy import AllergyIntolerance, AllergyKind, AllergyStatus, Category, Severity
from shopkeeper.domain.phrase import translate
from shopkeeper.ui.forms.answers import YES_NO_NOT_SAID, answers
from shopkeeper.ui.forms.form_of import FormOf
from shopkeeper.ui.forms.rows import Choice, Day, Line, Lines, Told
from shopkeeper.ui.theme import Role

ALLERGY: Final = FormOf(
    kind=AllergyIntolerance,
    title=translate("form", "Allergy or intolerance"),
    sign=("triangle", Role.SAFETY, Role.SAFETY_FILL),
    rows=(
        Line(
            path="substance",
            label=translate("form", "What they cannot have, in their own words"),
            hint=translate("form", "Written as it was said: nuts stay nuts."),
            needed=True,
        ),
        Choice(
            path="category",
            label=translate("form", "It is"),
            needed=True,
            options=answers(Category),
            half=True,
        ),
        Choice(
            path="kind",
            label=translate("form", "Kind", "allergy or intolerance"),
            options=answers(AllergyKind),
            half=True,
        ),
        Choice(
            path="severity",
            label=translate("form", "How bad, as told"),
            options=answers(Severity),
        ),
        Choice(
            path="carries_pen",
            label=translate("form", "Carries a pen", "an adrenaline pen"),
            options=YES_NO_NOT_SAID,
            half=True,
        ),
        Choice(
            path="traces_matter",
            label=translate("form", "Traces matter", "even a trace of it is too much"),
            options=YES_NO_NOT_SAID,
            half=True,
        ),
        Choice(
            path="status",
            label=translate("form", "Does it still hold?"),
            options=answers(AllergyStatus),
            stamps="status_on",
        ),
        Line(path="told_by", label=translate("form", "Told by (nobody named: themselves)"), half=True),
        Day(path="told_on", label=translate("form", "Told on"), half=True),
        Line(path="reaction", label=translate("form", "What happens then"), half=True),
        Told(path="last_reaction", label=translate("form", "The last time it happened"), may_be_missing=True),
        Lines(path="note", label=translate("form", "Note")),
    ),
    foot=translate("form", "Our own notes, as told to us. Not a safety check. Read the label and ask."),
)
