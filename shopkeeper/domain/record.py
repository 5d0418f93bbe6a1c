"""What every kept thing has in common: a uid of its own, and for most of them an owner."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

# A UUIDv7 as text (RFC 9562 5.7): made by host/clock, never by the domain.
Uid: TypeAlias = str


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One kept thing. Two records are equal when everything in them is equal, not when their uids are."""

    uid: Uid


@dataclass(frozen=True, slots=True, kw_only=True)
class Owned(Record):
    """A kept thing that belongs to one person's card."""

    person_uid: Uid
