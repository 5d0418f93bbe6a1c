"""On record: what the sheet of a person and its forms show and do, bound to one shop."""

from __future__ import annotations

from datetime import date
from typing import Final, NamedTuple

from shopkeeper.domain.household import Household
from shopkeeper.domain.person import Adr, Email, Person, Photo, Tel
from shopkeeper.domain.pet import Pet
from shopkeeper.domain.phrase import Phrase
from shopkeeper.domain.record import Record, Uid
from shopkeeper.usecases import look_up, records
from shopkeeper.usecases.everything import Section, everything_of
from shopkeeper.usecases.named import owner_of
from shopkeeper.usecases.neighbours import neighbours
from shopkeeper.usecases.shop import Shop
from shopkeeper.usecases.undo import Done

# What is filled in inside the form of its owner.
_SMALL: Final[dict[type[Record], tuple[type[Record], ...]]] = {
    Person: (Tel, Email, Adr, Photo),
    Household: (Adr, Tel, Pet),
}
# As many as are offered while a name is typed.
_OFFERED: Final = 6


class Offered(NamedTuple):
    """Somebody who can be chosen, and the line that tells them from others of that name."""

    uid: Uid
    name: str
    line: Phrase | str


class OnRecord:
    """The verbs of the person sheet and of every form."""

    def __init__(self, shop: Shop) -> None:
        """Bind them."""
        self._shop = shop

    def everything(self, uid: Uid) -> tuple[Section, ...]:
        """All that is kept about a person, kind by kind."""
        return everything_of(self._shop, uid)

    def record(self, uid: Uid) -> Record | None:
        """A kept thing; None when it is no longer in the book."""
        return records.record(self._shop, uid)

    def small(self, owner: Record) -> dict[type[Record], tuple[Record, ...]]:
        """The small records that are filled in with this one: its telephones, its addresses, its photo."""
        kinds = _SMALL.get(type(owner), ())
        kept = self._shop.store.about(owner.uid, *kinds) if kinds else ()
        return {kind: tuple(one for one in kept if type(one) is kind) for kind in kinds}

    def whose(self, record: Record) -> str:
        """The name of whoever a kept thing is about."""
        return self.name_of(owner_of(record))

    def name_of(self, uid: Uid) -> str:
        """The whole name of a person or a household; empty when they are not in the book."""
        found = self._shop.store.record(uid)
        if isinstance(found, Person):
            return str(found.name)
        return found.name if isinstance(found, Household) else ""

    def fresh(self, kind: type[Record], owner: Uid) -> Record:
        """A blank one, which is not kept yet."""
        return records.fresh(self._shop, kind, owner)

    def add(self, record: Record) -> Done:
        """Write a new thing down."""
        return records.add(self._shop, record)

    def edit(self, before: Record, after: Record) -> Done | None:
        """Write down the fields that differ."""
        return records.edit(self._shop, before, after)

    def remove(self, uid: Uid) -> Done:
        """Take a kept thing out."""
        return records.remove(self._shop, uid)

    def people(self, words: str) -> tuple[Offered, ...]:
        """Who may be meant by a few letters, best first."""
        rows = look_up.find(self._shop, words, _OFFERED).rows
        return tuple(Offered(row.person_uid, row.name, row.line) for row in rows)

    def neighbours(self) -> tuple[str, ...]:
        """Where people were sent before, the latest first."""
        return neighbours(self._shop)

    def today(self) -> date:
        """The shop's day."""
        return self._shop.clock.today()

    def photo(self, uid: Uid) -> bytes:
        """Somebody's photo; nothing where there is none."""
        kept = self._shop.store.about(uid, Photo)
        return next((one.data for one in kept if isinstance(one, Photo)), b"")
