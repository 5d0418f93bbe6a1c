"""The form of an animal."""

from __future__ import annotations

from typing import Final

from shopkeeper.domain.pet import Pet
from shopkeeper.domain.phrase import translate
from shopkeeper.ui.forms.form_of import FormOf
from shopkeeper.ui.forms.rows import Line, Lines
from shopkeeper.ui.theme import Role

PET: Final = FormOf(
    kind=Pet,
    title=translate("form", "Pet"),
    sign=("heart", Role.ACCENT, Role.ACCENT_FILL),
    rows=(
        Line(path="name", label=translate("form", "Its name"), needed=True, half=True),
        Line(path="species", label=translate("form", "What it is: a beagle, a parrot"), half=True),
        Lines(path="note", label=translate("form", "Note")),
    ),
)
