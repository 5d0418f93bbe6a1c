"""The form of an introduction: two people who could be glad to meet."""

from __future__ import annotations

from typing import Final

from shopkeeper.domain.introduction import Introduction
from shopkeeper.domain.phrase import translate
from shopkeeper.ui.forms.answers import YES_NO_NOT_SAID
from shopkeeper.ui.forms.form_of import FormOf
from shopkeeper.ui.forms.rows import Choice, Day, Line, Who
from shopkeeper.ui.theme import Role

INTRODUCTION: Final = FormOf(
    kind=Introduction,
    title=translate("form", "Introduction"),
    sign=("speech", Role.HEART, Role.HEART_FILL),
    rows=(
        Who(path="other_uid", label=translate("form", "Whom they could meet"), needed=True),
        Line(path="about", label=translate("form", "What they share")),
        Choice(
            path="person_agrees",
            label=translate("form", "They would like to"),
            options=YES_NO_NOT_SAID,
            half=True,
        ),
        Choice(
            path="other_agrees",
            label=translate("form", "The other would like to"),
            options=YES_NO_NOT_SAID,
            half=True,
        ),
        Day(path="introduced_on", label=translate("form", "Introduced on"), half=True),
        Day(path="met_on", label=translate("form", "They met on"), half=True),
        Line(path="outcome", label=translate("form", "What came of it")),
    ),
    foot=translate("form", "The card speaks of it only when both have said yes."),
)
