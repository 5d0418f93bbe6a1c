"""The form of something to ask after."""

from __future__ import annotations

from typing import Final

from shopkeeper.domain.concern import Concern, Outcome
from shopkeeper.domain.phrase import translate
from shopkeeper.ui.forms.answers import answers
from shopkeeper.ui.forms.form_of import FormOf
from shopkeeper.ui.forms.rows import Choice, Day, Line, Lines, Told, Who
from shopkeeper.ui.theme import Role

CONCERN: Final = FormOf(
    kind=Concern,
    title=translate("form", "Ask after"),
    sign=("speech", Role.ASK, Role.ASK_FILL),
    rows=(
        Line(path="what", label=translate("form", "What is going on: flu, the driving test"), needed=True),
        Who(
            path="who_uid",
            name="who",
            label=translate("form", "With whom (nobody named: themselves)"),
        ),
        Told(path="since", label=translate("form", "Since when")),
        Choice(
            path="grave",
            label=translate("form", "How long to ask after it"),
            options=(
                (False, translate("form", "For a month", "a small worry fades by itself")),
                (True, translate("form", "Until it is over", "a grave one stays until it is closed")),
            ),
        ),
        Lines(path="said", label=translate("form", "In their own words")),
        Choice(
            path="outcome",
            label=translate("form", "What we heard when we asked"),
            options=((None, translate("form", "Not asked yet")), *answers(Outcome)),
            stamps="asked_on",
        ),
        Day(path="ask_from", label=translate("form", "Do not ask before"), half=True),
        Day(path="closed_on", label=translate("form", "Over since"), half=True),
        Line(path="told_by", label=translate("form", "Told by (nobody named: themselves)")),
    ),
)
