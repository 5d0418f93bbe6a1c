"""The form of what is not to be brought up."""

from __future__ import annotations

from typing import Final

from shopkeeper.domain.dont_mention import DontMention
from shopkeeper.domain.phrase import translate
from shopkeeper.ui.forms.form_of import FormOf
from shopkeeper.ui.forms.rows import Day, Line
from shopkeeper.ui.theme import Role

DONT_MENTION: Final = FormOf(
    kind=DontMention,
    title=translate("form", "Not to be mentioned"),
    sign=("eye", Role.SOFT, Role.RAIL),
    rows=(
        Line(path="text", label=translate("form", "What is not to be brought up"), needed=True),
        Day(path="since", label=translate("form", "Since")),
    ),
    foot=translate("form", "The card shows it only while F8 is held, and no search finds it."),
)
