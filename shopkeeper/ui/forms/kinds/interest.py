"""The form of what someone cares about, likes, does not like, and usually has."""

from __future__ import annotations

from typing import Final

from shopkeeper.domain.interest import Interest, InterestKind
from shopkeeper.domain.phrase import translate
from shopkeeper.ui.forms.answers import YES_NO_NOT_SAID, answers
from shopkeeper.ui.forms.form_of import FormOf
from shopkeeper.ui.forms.rows import Choice, Line
from shopkeeper.ui.theme import Role

INTEREST: Final = FormOf(
    kind=Interest,
    title=translate("form", "Cares about"),
    sign=("heart", Role.HEART, Role.HEART_FILL),
    rows=(
        Line(path="text", label=translate("form", "What"), needed=True),
        Choice(
            path="kind",
            label=translate("form", "Kind", "likes, dislikes, the usual"),
            needed=True,
            options=answers(InterestKind),
        ),
        Choice(
            path="may_introduce",
            label=translate("form", "May we introduce them to others who share it?"),
            options=YES_NO_NOT_SAID,
        ),
    ),
)
