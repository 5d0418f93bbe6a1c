"""What a card and a person say, brought into one form, so that the same fact told twice is known again.

Nothing here is shown or kept: these keys only answer whether two facts are the same one.
"""

from __future__ import annotations

import hashlib
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import fields
from typing import Final, TypeAlias

from shopkeeper.domain.household import Household, Membership, Relationship
from shopkeeper.domain.loss import Loss
from shopkeeper.domain.note import Note
from shopkeeper.domain.occasion import Occasion
from shopkeeper.domain.person import Adr, Email, Person, Photo, Tel
from shopkeeper.domain.record import Record
from shopkeeper.search.fold import fold
from shopkeeper.search.query import digits_of

# A number of fewer digits than this is a switchboard's or an extension: it stands for itself only.
_WHOLE_NUMBER: Final = 7
_SCHEMES: Final = ("urn:uuid:", "urn:", "uid:")
# Shorter UIDs than this ("1", "contact-7") are given out anew by every program; one of so few different signs is a
# counter with its zeros, or the empty uuid.
_TELLING_UID: Final = 16
_TELLING_SIGNS: Final = 3

# Who wrote it down, when, and which of several is preferred do not make it another fact.
_BESIDE_THE_POINT: Final = frozenset({
    "uid", "person_uid", "owner_uid", "told_on", "told_by", "written_on", "written_by", "recorded_by",
    "consent_uid", "pref", "types", "label", "source", "checked_on",
})  # fmt: skip

# The fields of a person that a card may fill where they are empty, and never changes where they are not.
SAID_OF_PERSON: Final = ("organisation", "title", "role", "language", "pronouns", "say_it", "here_since")

# What somebody says, each fact as a key: a hundred thousand people are compared without holding what they said.
Facts: TypeAlias = frozenset[int]

# Someone has one birthday, and has died once: a second day under the same name is a contradiction, not a new fact.
_ONE_OF_A_KIND: Final = frozenset({"birthday", "wedding_anniversary", "memorial"})


def key_of(said: Hashable) -> int:
    """A short stand-in for something that is only compared, and only within this process."""
    return hash(said)


def name_key(text: str) -> tuple[str, ...]:
    """The words of a name, folded, in any order."""
    return tuple(sorted(fold(text).split()))


def phone_key(value: str) -> str:
    """The digits of a telephone number without the zeros that are dialled before it; else the words as they stand."""
    return digits_of(value.replace("(0)", "")).lstrip("0") or value.strip().casefold()


def same_number(one: str, other: str) -> bool:
    """Whether two keys are one number, written with and without what is dialled from farther away.

    All of the shorter one has to be there: two people's numbers may well differ only in their area.
    """
    short, long = sorted((one, other), key=len)
    return one == other or (short.isdecimal() and len(short) >= _WHOLE_NUMBER and long.endswith(short))


def bare_uid(text: str) -> str:
    """A card's UID without the scheme that UID, RELATED and MEMBER may write before it, in one case."""
    bare = text.strip().lower()
    for scheme in _SCHEMES:
        bare = bare.removeprefix(scheme)
    return bare


def is_telling(bare: str) -> bool:
    """Whether no two programs give a UID to two people: it then proves by itself whom a card is about."""
    return len(bare) >= _TELLING_UID and len(set(bare) - {"-"}) >= _TELLING_SIGNS


def email_key(value: str) -> str:
    """An e-mail address as it is compared."""
    return value.strip().removeprefix("mailto:").casefold()


def fact_key(record: Record) -> tuple[Hashable, ...]:
    """What a record says, without who it belongs to and how it was written."""
    kind = type(record).__name__
    match record:
        case Person():
            return (kind, name_key(str(record.name)))
        case Tel():
            return (kind, phone_key(record.value))
        case Email():
            return (kind, email_key(record.value))
        case Adr():
            parts = (
                record.po_box,
                record.extended,
                record.street,
                record.locality,
                record.region,
                record.code,
                record.country,
            )
            return (kind, name_key(" ".join(parts)))
        case Note():
            return (kind, " ".join(record.text.split()))
        case Occasion():
            return (kind, record.kind, fold(record.label), str(record.on), record.on.said, record.recurs)
        case Photo():
            return (kind, hashlib.sha256(record.data).digest(), record.uri)
        case Relationship():
            return (kind, record.kind, record.related_uid or name_key(record.related_name))
    said = (getattr(record, f.name) for f in fields(record) if f.name not in _BESIDE_THE_POINT)
    return (kind, *(fold(value) if type(value) is str else value for value in said))


def place_key(record: Record) -> tuple[Hashable, ...] | None:
    """The place that only one fact of its kind can take; None where there may be any number."""
    match record:
        case Occasion() if record.kind in _ONE_OF_A_KIND:
            return ("Occasion", record.kind, fold(record.label))
        case Photo():
            return ("Photo",)
        case Loss():
            return ("Loss",)
    return None


def person_facts(person: Person) -> Iterator[tuple[Hashable, ...]]:
    """What the person's own record says besides the name."""
    for name in SAID_OF_PERSON:
        value = getattr(person, name)
        if value:
            yield ("Person", name, fold(value) if isinstance(value, str) else value)


def comparable(records: Iterable[Record]) -> Facts:
    """Everything that some records say, as far as it can be compared before it is known who is related to whom."""
    said: set[int] = set()
    for record in records:
        if isinstance(record, Person):
            said.update(map(key_of, person_facts(record)))
        elif not isinstance(record, Relationship | Household | Membership):
            said.add(key_of(fact_key(record)))
    return frozenset(said)
