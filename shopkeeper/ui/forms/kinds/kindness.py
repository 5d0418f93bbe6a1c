"""The form of a kindness, ours or theirs."""

from __future__ import annotations

from typing import Final

from shopkeeper.domain.kindness import Direction, Kindness
from shopkeeper.domain.phrase import translate
from shopkeeper.ui.forms.answers import YES_NO, answers
from shopkeeper.ui.forms.form_of import FormOf
from shopkeeper.ui.forms.rows import Choice, Day, Line, Told
from shopkeeper.ui.theme import Role

KINDNESS: Final = FormOf(
    kind=Kindness,
    title=translate("form", "Kindness"),
    sign=("gift", Role.HEART, Role.HEART_FILL),
    rows=(
        Line(path="text", label=translate("form", "What it was"), needed=True),
        Choice(
            path="direction",
            label=translate("form", "Whose kindness"),
            needed=True,
            options=answers(Direction),
        ),
        Told(path="on", label=translate("form", "When")),
        Choice(path="thanks_owed", label=translate("form", "Do we owe a thank-you?"), options=YES_NO, half=True),
        Day(path="thanked_on", label=translate("form", "Thanked on"), half=True),
    ),
)
