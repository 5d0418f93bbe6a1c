"""The form of something to tell them about when it arrives."""

from __future__ import annotations

from typing import Final

from shopkeeper.domain.phrase import translate
from shopkeeper.domain.wanted import Wanted
from shopkeeper.ui.forms.form_of import FormOf
from shopkeeper.ui.forms.rows import Day, Line
from shopkeeper.ui.theme import Role

WANTED: Final = FormOf(
    kind=Wanted,
    title=translate("form", "Tell them when we have it"),
    sign=("tray", Role.ASK, Role.ASK_FILL),
    rows=(
        Line(path="text", label=translate("form", "What they asked for"), needed=True),
        Day(path="since", label=translate("form", "Asked for on"), half=True),
        Day(path="arrived_on", label=translate("form", "Arrived on"), half=True),
        Day(path="told_on", label=translate("form", "They were told on"), half=True),
    ),
)
