"""Deed: what one key does about a line. What it takes, whether it still can be done, what the act is called."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final, Generic, TypeAlias, TypedDict, TypeVar

from shopkeeper.domain.change import Change, edited
from shopkeeper.domain.consent import Purpose
from shopkeeper.domain.partial_date import PartialDate
from shopkeeper.domain.phrase import Phrase, translate
from shopkeeper.domain.record import Owned, Uid
from shopkeeper.remember.offer import Offer
from shopkeeper.usecases.records import name_of
from shopkeeper.usecases.refused import Refused
from shopkeeper.usecases.shop import Shop

STALE: Final = translate("Deeds", "That was settled meanwhile, or is written down already. Nothing was changed.")


class How(TypedDict, total=False):
    """What goes with a deed where more was said than the key says."""

    words: str  # what we heard of it, in their words
    on: date  # to what day asking is put off
    by: PartialDate  # to what day a promise is put off
    told_by: str  # who told us, where it was not the person themselves
    given_by: str  # who agreed, where it was not the person themselves
    purpose: Purpose  # what was agreed to; without it, what the line is about


@dataclass(frozen=True, slots=True)
class Desk:
    """One deed that somebody is about to do."""

    shop: Shop
    offer: Offer
    about: tuple[Uid, ...]  # what the line was made from
    person_uid: Uid  # whose card it is on
    how: How

    @property
    def today(self) -> date:
        """The shop's day."""
        return self.shop.clock.today()

    def name(self, uid: Uid) -> str:
        """How one speaks of somebody."""
        return name_of(self.shop, uid)


# What a deed changes, and the name of the act.
Doing: TypeAlias = "tuple[tuple[Change, ...], Phrase]"
Do: TypeAlias = Callable[[Desk], Doing]

R = TypeVar("R", bound=Owned)


def _nothing(_desk: Desk, _record: Owned) -> Iterable[Change]:
    return ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed(Generic[R]):
    """A deed about one kept thing."""

    kind: type[R]
    stands: Callable[[R], bool]  # whether it can still be done
    after: Callable[[Desk, R], R]  # what becomes of it
    name: Callable[[Desk, R], Phrase]
    beside: Callable[[Desk, R], Iterable[Change]] = _nothing  # what else it changes

    def __call__(self, desk: Desk) -> Doing:
        """What it changes, and the name of the act; refused where the line is older than the book."""
        for record in map(desk.shop.store.record, desk.about):
            if isinstance(record, self.kind) and self.stands(record):
                changes = (*edited(record, self.after(desk, record)), *self.beside(desk, record))
                return changes, self.name(desk, record)
        raise Refused(STALE)
