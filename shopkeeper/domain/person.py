"""Person, Name, Tel, Email, Adr: vCard KIND:individual (RFC 6350), under vCard's names."""

from __future__ import annotations

from dataclasses import dataclass

from shopkeeper.domain.partial_date import PartialDate
from shopkeeper.domain.record import Owned, Record, Uid


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """What someone is called, in vCard's parts (FN, N, NICKNAME, SORT-AS, X-PHONETIC); every part may be empty."""

    formatted: str = ""
    prefix: str = ""
    given: str = ""
    additional: str = ""
    family: str = ""
    suffix: str = ""
    nicknames: tuple[str, ...] = ()
    phonetic_given: str = ""
    phonetic_additional: str = ""
    phonetic_family: str = ""
    sort_as: str = ""

    def __str__(self) -> str:
        """The name as it is written on a card: the formatted one, else its parts, else the first nickname."""
        parts = (self.prefix, self.given, self.additional, self.family, self.suffix)
        return self.formatted or " ".join(p for p in parts if p) or next(iter(self.nicknames), "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Person(Record):
    """Someone the shop knows: their name and how to use it. All else about them is a record of its own."""

    name: Name
    call_them: str = ""  # what to call them, where it is not simply their given name: "Millie", "Mrs Okafor"
    say_it: str = ""  # how the name is said aloud: "uh-MEE-lee-uh"
    pronouns: str = ""
    language: str = ""  # RFC 5646 tag of the language to speak with them (vCard LANG)
    organisation: str = ""  # vCard ORG, units joined with ", "
    title: str = ""  # vCard TITLE: their trade, one of the ways to tell two people of one name apart
    role: str = ""
    categories: tuple[str, ...] = ()
    here_since: PartialDate | None = None  # since when they have been coming in
    source_uid: str = ""  # the UID of the vCard that brought them in
    extras: tuple[str, ...] = ()  # vCard lines that are not understood, unfolded and verbatim, to be written back


@dataclass(frozen=True, slots=True, kw_only=True)
class Tel(Record):
    """A telephone number as it was typed (vCard TEL). Its owner is a person or a household."""

    owner_uid: Uid
    value: str
    types: tuple[str, ...] = ()  # vCard TYPE values in lower case: home, work, cell, fax, …
    label: str = ""
    pref: int | None = None  # 1 (most preferred) to 100, RFC 6350 5.3


@dataclass(frozen=True, slots=True, kw_only=True)
class Email(Record):
    """An e-mail address (vCard EMAIL). Its owner is a person or a household."""

    owner_uid: Uid
    value: str
    types: tuple[str, ...] = ()
    label: str = ""
    pref: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Adr(Record):
    """A postal address in vCard's seven parts (RFC 6350 6.3.1). Its owner is a person or a household."""

    owner_uid: Uid
    po_box: str = ""
    extended: str = ""
    street: str = ""
    locality: str = ""
    region: str = ""
    code: str = ""
    country: str = ""
    types: tuple[str, ...] = ()
    label: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Photo(Owned):
    """A picture of someone, for the round place beside their name. Never required, never recognised."""

    media_type: str = ""  # image/jpeg, image/png, …
    data: bytes = b""
    uri: str = ""  # where an imported card said the picture is: kept as text, never fetched


@dataclass(frozen=True, slots=True, kw_only=True)
class Code(Owned):
    """A loyalty card or another code that the shop's reader can scan to find its person."""

    value: str
    kind: str = "loyalty"
