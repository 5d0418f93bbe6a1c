"""The form of a note."""

from __future__ import annotations

from typing import Final

from shopkeeper.domain.note import Note
from shopkeeper.domain.phrase import translate
from shopkeeper.ui.forms.form_of import FormOf
from shopkeeper.ui.forms.rows import Choice, Day, Line, Lines
from shopkeeper.ui.theme import Role

NOTE: Final = FormOf(
    kind=Note,
    title=translate("form", "Note"),
    sign=("note", Role.SOFT, Role.RAIL),
    rows=(
        Lines(path="text", label=translate("form", "In plain words"), needed=True),
        Choice(
            path="private",
            label=translate("form", "Who may see it on the card"),
            options=(
                (False, translate("form", "Whoever sees the card")),
                (True, translate("form", "Only while F8 is held")),
            ),
        ),
        Day(path="written_on", label=translate("form", "Written on"), half=True),
        Line(path="written_by", label=translate("form", "Written by"), half=True),
    ),
    foot=translate("form", "Write only what the person themselves could read."),
)
