"""The form of a household: its name and what is shared. Who belongs to it is on its own sheet."""

from __future__ import annotations

from typing import Final

from shopkeeper.domain.household import Household
from shopkeeper.domain.pet import Pet
from shopkeeper.domain.phrase import translate
from shopkeeper.ui.forms.form_of import FormOf
from shopkeeper.ui.forms.kinds.lists import ADDRESSES, TELEPHONES
from shopkeeper.ui.forms.rows import Line, Small
from shopkeeper.ui.theme import Role

HOUSEHOLD: Final = FormOf(
    kind=Household,
    title=translate("form", "Household"),
    sign=("house", Role.SOFT, Role.RAIL),
    rows=(Line(path="name", label=translate("form", "What to call it"), needed=True),),
    lists=(
        ADDRESSES,
        TELEPHONES,
        Small(
            kind=Pet,
            label=translate("form", "Pets"),
            add=translate("form", "Add a pet"),
            remove=translate("form", "Take this pet out"),
            rows=(
                Line(path="name", label=translate("form", "Its name"), needed=True, half=True),
                Line(path="species", label=translate("form", "What it is: a beagle, a parrot"), half=True),
            ),
        ),
    ),
)
