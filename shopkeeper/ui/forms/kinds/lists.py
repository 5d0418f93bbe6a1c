"""The small lists that people and households share: telephones, e-mails, addresses."""

from __future__ import annotations

from typing import Final

from shopkeeper.domain.person import Adr, Email, Tel
from shopkeeper.domain.phrase import translate
from shopkeeper.ui.forms.rows import Choice, Line, Option, Small

_HOME_OR_WORK: Final[tuple[Option, ...]] = (
    (("home",), translate("form", "Home", "a telephone, an e-mail or an address")),
    (("work",), translate("form", "Work", "a telephone, an e-mail or an address")),
    ((), translate("form", "Not said", "nobody has told us either way")),
)

TELEPHONES: Final = Small(
    kind=Tel,
    label=translate("form", "Telephones"),
    add=translate("form", "Add a telephone"),
    remove=translate("form", "Take this telephone out"),
    rows=(
        Line(path="value", label=translate("form", "Number"), needed=True, half=True),
        Choice(
            path="types",
            label=translate("form", "Kind", "of a telephone, an e-mail or an address"),
            options=((("cell",), translate("form", "Mobile", "a telephone")), *_HOME_OR_WORK),
            half=True,
        ),
    ),
)
E_MAILS: Final = Small(
    kind=Email,
    label=translate("form", "E-mails"),
    add=translate("form", "Add an e-mail"),
    remove=translate("form", "Take this e-mail out"),
    rows=(
        Line(path="value", label=translate("form", "Address", "of an e-mail"), needed=True, half=True),
        Choice(
            path="types",
            label=translate("form", "Kind", "of a telephone, an e-mail or an address"),
            options=_HOME_OR_WORK,
            half=True,
        ),
    ),
)
ADDRESSES: Final = Small(
    kind=Adr,
    label=translate("form", "Addresses"),
    add=translate("form", "Add an address"),
    remove=translate("form", "Take this address out"),
    rows=(
        Line(path="street", label=translate("form", "Street and number"), needed=True, half=True),
        Line(path="locality", label=translate("form", "Town"), half=True),
        Line(path="code", label=translate("form", "Postcode"), half=True),
        Line(path="country", label=translate("form", "Country"), half=True),
    ),
)
