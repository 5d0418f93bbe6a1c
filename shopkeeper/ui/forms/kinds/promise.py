"""The form of a promise: what we said we would do, and by when."""

from __future__ import annotations

from typing import Final

from shopkeeper.domain.phrase import translate
from shopkeeper.domain.promise import Promise, PromiseStatus
from shopkeeper.ui.forms.answers import answers
from shopkeeper.ui.forms.form_of import FormOf
from shopkeeper.ui.forms.rows import Choice, Day, Line, Told
from shopkeeper.ui.theme import Role

PROMISE: Final = FormOf(
    kind=Promise,
    title=translate("form", "Promise"),
    sign=("promise", Role.TIME, Role.TIME_FILL),
    rows=(
        Line(path="text", label=translate("form", "What we said we would do"), needed=True),
        Told(path="by", label=translate("form", "By when"), may_be_missing=True),
        Choice(
            path="status",
            label=translate("form", "How it stands", "a promise"),
            options=answers(PromiseStatus),
            stamps="closed_on",
        ),
        Line(path="made_by", label=translate("form", "Promised by"), half=True),
        Day(path="made_on", label=translate("form", "Promised on"), half=True),
    ),
)
