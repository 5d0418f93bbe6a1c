"""vCard 2.1, 3.0 and 4.0, as phones and address books really write it.

Read in four layers, each forgiving on its own: bytes to text (decode), text to cards and logical lines (lines),
a line to a property (properties, values), properties to what one card says (mapping). Reading never raises,
whatever the bytes: one bad property never costs a card, one bad card never costs a file, and what could not be
understood is told with its line number.
"""

from __future__ import annotations

from shopkeeper.formats.vcard.card import Address, Cards, ContactCard, Picture, Reach, Related, Trouble
from shopkeeper.formats.vcard.decode import Contacts
from shopkeeper.formats.vcard.mapping import AMONG_OTHERS, CALLED
from shopkeeper.formats.vcard.reading import iter_cards, read_cards
from shopkeeper.formats.vcard.records import called, named, records_of
from shopkeeper.formats.vcard.schema import as_schema

__all__ = [
    "AMONG_OTHERS",
    "CALLED",
    "Address",
    "Cards",
    "ContactCard",
    "Contacts",
    "Picture",
    "Reach",
    "Related",
    "Trouble",
    "as_schema",
    "called",
    "iter_cards",
    "named",
    "read_cards",
    "records_of",
]
