"""Pet: the beagle that waits at the door."""

from __future__ import annotations

from dataclasses import dataclass

from shopkeeper.domain.record import Record, Uid


@dataclass(frozen=True, slots=True, kw_only=True)
class Pet(Record):
    """An animal of a person or of a household."""

    owner_uid: Uid
    name: str
    species: str = ""
    note: str = ""
