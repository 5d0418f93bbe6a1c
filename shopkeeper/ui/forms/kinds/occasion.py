"""The form of a day that matters: what it is, when, and how long before to think of it."""

from __future__ import annotations

from typing import Final

from shopkeeper.domain.occasion import Occasion, Recurs
from shopkeeper.domain.phrase import translate
from shopkeeper.knowledge.occasions import LABELS
from shopkeeper.ui.forms.answers import YES_NO, answers
from shopkeeper.ui.forms.form_of import FormOf
from shopkeeper.ui.forms.rows import Choice, Line, Lines, Number, Told, Who
from shopkeeper.ui.theme import Role

# Those that a shop hears of most stand first; the others are unfolded.
_USUAL: Final = ("birthday", "name_day", "wedding_anniversary", "memorial", "exam_or_event", "other")
_KINDS: Final = (*_USUAL, *(kind for kind in LABELS if kind not in _USUAL))

OCCASION: Final = FormOf(
    kind=Occasion,
    title=translate("form", "A day that matters"),
    sign=("cake", Role.TIME, Role.TIME_FILL),
    rows=(
        Choice(
            path="kind",
            label=translate("form", "What day it is"),
            options=tuple((kind, LABELS[kind]) for kind in _KINDS),
            usual=len(_USUAL),
        ),
        Told(
            path="on",
            label=translate("form", "When, as far as it was told"),
            hint=translate("form", "Day, month and year may each be left out."),
            leap="leap_day",
            needed=True,
        ),
        Line(path="label", label=translate("form", "In your own words, if the kind does not say enough")),
        Choice(
            path="recurs",
            label=translate("form", "It comes back"),
            options=answers(Recurs),
        ),
        Who(path="with_uid", label=translate("form", "Shared with", "the other of the two whose day it is"), half=True),
        Number(
            path="lead_days",
            label=translate("form", "Open days before it to think of it (empty: as usual)"),
            most=365,
            half=True,
        ),
        Number(path="age_told", label=translate("form", "Age, as told"), most=130, stamps="age_told_on", half=True),
        Choice(
            path="age_may_be_said",
            label=translate("form", "An adult who does not mind being told their age"),
            options=YES_NO,
            half=True,
        ),
        Lines(path="note", label=translate("form", "What to think of: a football cake, the doughnuts")),
        Line(path="told_by", label=translate("form", "Told by (nobody named: themselves)")),
    ),
)
