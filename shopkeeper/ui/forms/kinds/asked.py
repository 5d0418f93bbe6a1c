"""The form of an answer "none": we asked about food or medicine and were told of no allergy."""

from __future__ import annotations

from typing import Final

from shopkeeper.domain.allergy import Asked, Category
from shopkeeper.domain.phrase import translate
from shopkeeper.ui.forms.answers import answers
from shopkeeper.ui.forms.form_of import FormOf
from shopkeeper.ui.forms.rows import Choice, Day, Line
from shopkeeper.ui.theme import Role

ASKED: Final = FormOf(
    kind=Asked,
    title=translate("form", "Asked, told us of none"),
    sign=("question", Role.SOFT, Role.RAIL),
    rows=(
        Choice(
            path="category",
            label=translate("form", "We asked about"),
            needed=True,
            options=answers(Category)[:2],
        ),
        Day(path="asked_on", label=translate("form", "Asked on"), needed=True),
        Line(path="told_by", label=translate("form", "Told by (nobody named: themselves)")),
    ),
    foot=translate(
        "form", "An allergy that is told later outweighs this answer; the answer stays in the history with its day."
    ),
)
