"""ContactCard: what one card of a contacts file says, before it becomes records of ours."""

from __future__ import annotations

from dataclasses import dataclass, field

from shopkeeper.domain.partial_date import PartialDate
from shopkeeper.domain.phrase import Phrase


@dataclass(frozen=True, slots=True)
class Trouble:
    """Something in a contacts file that could not be read, in plain words, with where it stands."""

    line: int  # counted from 1
    card: int  # counted from 1; 0 where it is not about one card
    phrase: Phrase


@dataclass(frozen=True, slots=True)
class Reach:
    """A telephone number or an e-mail address as it was typed."""

    value: str
    types: tuple[str, ...] = ()
    label: str = ""
    pref: int | None = None


@dataclass(frozen=True, slots=True)
class Address:
    """A postal address in vCard's seven parts."""

    po_box: str = ""
    extended: str = ""
    street: str = ""
    locality: str = ""
    region: str = ""
    code: str = ""
    country: str = ""
    types: tuple[str, ...] = ()
    label: str = ""


@dataclass(frozen=True, slots=True)
class Related:
    """Someone that a card names as related: in a word of the card's own, by a name or by the UID of a card."""

    word: str
    to: str
    lines: tuple[str, ...] = field(
        default=(), compare=False
    )  # verbatim as said, for where nobody knows whose UID it is


@dataclass(frozen=True, slots=True)
class Picture:
    """A photo: its bytes, or where it is said to be. Nothing is ever fetched."""

    media_type: str = ""
    data: bytes = b""
    uri: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactCard:
    """What one card says, under the names of vCard; every part may be empty."""

    number: int  # the card's place in its file, counted from 1
    line: int  # the line of its BEGIN
    version: str = ""
    uid: str = ""
    kind: str = ""
    fn: str = ""
    family: str = ""
    given: str = ""
    middle: str = ""
    prefix: str = ""
    suffix: str = ""
    nicknames: tuple[str, ...] = ()
    phonetic: tuple[tuple[str, str], ...] = ()  # first-name, middle-name, last-name, sound
    sort_as: str = ""
    phones: tuple[Reach, ...] = ()
    emails: tuple[Reach, ...] = ()
    addresses: tuple[Address, ...] = ()
    orgs: tuple[tuple[str, ...], ...] = ()
    titles: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    urls: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    members: tuple[str, ...] = ()
    related: tuple[Related, ...] = ()
    interests: tuple[str, ...] = ()
    language: str = ""
    pronouns: str = ""
    bday: PartialDate | None = None
    bday_text: str = ""  # words in the birthday's place that are no date: "in May"
    bday_wrong: str = ""  # what was written there as a date and is none: 19810231
    anniversary: PartialDate | None = None
    dates: tuple[tuple[str, PartialDate], ...] = ()  # label and date
    died: PartialDate | None = None
    photos: tuple[Picture, ...] = ()
    extras: tuple[str, ...] = ()  # lines not understood, unfolded and decoded, verbatim

    @property
    def is_group(self) -> bool:
        """Whether the card is about several people under one name and not about one."""
        return self.kind in ("group", "list")


@dataclass(frozen=True, slots=True)
class Cards:
    """All that a contacts file says, and what in it could not be read."""

    cards: tuple[ContactCard, ...]
    troubles: tuple[Trouble, ...]
