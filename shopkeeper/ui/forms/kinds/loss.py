"""The form of a loss: this person has died."""

from __future__ import annotations

from typing import Final

from shopkeeper.domain.loss import Loss
from shopkeeper.domain.phrase import translate
from shopkeeper.ui.forms.form_of import FormOf
from shopkeeper.ui.forms.rows import Day, Line, Told
from shopkeeper.ui.theme import Role

LOSS: Final = FormOf(
    kind=Loss,
    title=translate("form", "Has died"),
    sign=("candle", Role.HEART, Role.HEART_FILL),
    rows=(
        Told(path="on", label=translate("form", "When, as far as it is known")),
        Line(path="told_by", label=translate("form", "Told by")),
        Day(path="told_on", label=translate("form", "We heard on"), needed=True),
    ),
    foot=translate("form", "Every cheerful line about them is quiet, and the cards of their family say to be gentle."),
)
