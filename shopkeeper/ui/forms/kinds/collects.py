"""The form of somebody who picks things up for another."""

from __future__ import annotations

from typing import Final

from shopkeeper.domain.collects import Collects
from shopkeeper.domain.phrase import translate
from shopkeeper.ui.forms.answers import YES_NO
from shopkeeper.ui.forms.form_of import FormOf
from shopkeeper.ui.forms.rows import Choice, Day, Who
from shopkeeper.ui.theme import Role

COLLECTS: Final = FormOf(
    kind=Collects,
    title=translate("form", "Picks things up for someone"),
    sign=("tray", Role.SOFT, Role.RAIL),
    rows=(
        Who(path="for_uid", label=translate("form", "For whom"), needed=True),
        Choice(
            path="medicine",
            label=translate("form", "Did the owner agree that this card shows their medicine lines?"),
            options=YES_NO,
        ),
        Day(path="told_on", label=translate("form", "Told on")),
    ),
)
