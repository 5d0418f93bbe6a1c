"""The form of a card of the shop, which the reader scans."""

from __future__ import annotations

from typing import Final

from shopkeeper.domain.person import Code
from shopkeeper.domain.phrase import translate
from shopkeeper.ui.forms.form_of import FormOf
from shopkeeper.ui.forms.rows import Line
from shopkeeper.ui.theme import Role

CODE: Final = FormOf(
    kind=Code,
    title=translate("form", "Card of the shop"),
    sign=("tray", Role.SOFT, Role.RAIL),
    rows=(Line(path="value", label=translate("form", "Its number: scan it, or type it"), needed=True),),
)
