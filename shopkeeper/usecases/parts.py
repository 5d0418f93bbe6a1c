"""The parts of an open book as the window uses them, each bound to one shop."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date

from shopkeeper.domain.consent import Purpose
from shopkeeper.domain.household import Standing
from shopkeeper.domain.person import Adr, Email, Photo, Tel
from shopkeeper.domain.pet import Pet
from shopkeeper.domain.record import Record, Uid
from shopkeeper.remember.offer import Offer
from shopkeeper.usecases import closing, deeds, everything, history, leave, look_up, neighbours, records, staff, tell
from shopkeeper.usecases.closing import NotAgreed, closing_in_steps
from shopkeeper.usecases.history import Entry
from shopkeeper.usecases.look_up import Row
from shopkeeper.usecases.named import owner_of
from shopkeeper.usecases.shop import Shop
from shopkeeper.usecases.tell import Heard
from shopkeeper.usecases.undo import Done, Long

# Whoever is chosen in a form is named whole before so many are left.
_MOST_PEOPLE = 8


class Part:
    """Some verbs, bound to one shop."""

    def __init__(self, shop: Shop) -> None:
        """Bind them."""
        self._shop = shop


class Records(Part):
    """Every kept thing by itself."""

    def record(self, uid: Uid) -> Record | None:
        """The kept thing of this uid."""
        return records.record(self._shop, uid)

    def small_of(self, uid: Uid) -> Mapping[type[Record], tuple[Record, ...]]:
        """The numbers, addresses and pets of a person or a household, and the photo, which are changed with them."""
        small: dict[type[Record], tuple[Record, ...]] = defaultdict(tuple)
        for one in self._shop.store.about(uid, Tel, Email, Adr, Photo, Pet):
            if owner_of(one) == uid:
                small[type(one)] += (one,)
        return small

    def photo_of(self, uid: Uid) -> bytes:
        """A person's picture, or nothing."""
        return next((one.data for one in self._shop.store.about(uid, Photo) if isinstance(one, Photo)), b"")

    def everything_of(self, uid: Uid) -> tuple[everything.Section, ...]:
        """All that is kept about one person."""
        return everything.everything_of(self._shop, uid)

    def fresh(self, kind: type[Record], owner: Uid) -> Record:
        """A blank one, not kept yet."""
        return records.fresh(self._shop, kind, owner)

    def add(self, record: Record) -> Done:
        """Write a new thing down."""
        return records.add(self._shop, record)

    def edit(self, before: Record, after: Record) -> Done | None:
        """Write down what differs."""
        return records.edit(self._shop, before, after)

    def remove(self, uid: Uid) -> Done:
        """Take a kept thing out."""
        return records.remove(self._shop, uid)

    def people(self, words: str) -> tuple[Row, ...]:
        """Whoever fits these letters, best first."""
        return look_up.find(self._shop, words, _MOST_PEOPLE).rows

    def name_of(self, uid: Uid) -> str:
        """How somebody is called."""
        return records.name_of(self._shop, uid)

    def neighbours(self) -> tuple[str, ...]:
        """Where somebody was ever sent."""
        return neighbours.neighbours(self._shop)

    def today(self) -> date:
        """The shop's day."""
        return self._shop.clock.today()


class Deeds(Part):
    """What is done with one key."""

    def do(self, offer: Offer, about: Sequence[Uid], person_uid: Uid) -> Done:
        """Do what a line offers."""
        return deeds.do(self._shop, offer, about, person_uid)

    def died(self, uid: Uid) -> Done:
        """Somebody has died; the day is written down when it is known."""
        return leave.died(self._shop, uid)

    def parted(self, uid: Uid, other: Uid, standing: Standing) -> Done:
        """How two people stand to each other from now on."""
        return leave.parted(self._shop, uid, other, standing)

    def opt_out(self, uid: Uid) -> Done:
        """Somebody asked not to be remembered."""
        return leave.opt_out(self._shop, uid)

    def closing(self) -> tuple[NotAgreed, ...]:
        """Whom to ask whether they agree."""
        return closing.closing(self._shop)

    def closing_in_steps(self) -> Iterator[tuple[NotAgreed, ...] | None]:
        """The same, somebody at each step; None at each but the last."""
        return closing_in_steps(self._shop)

    def agreed(self, person_uid: Uid, purpose: Purpose, given_by: str) -> Done:
        """Somebody agreed, or somebody else did so for them."""
        return deeds.do(self._shop, Offer.AGREED, (), person_uid, purpose=purpose, given_by=given_by)


class Writing(Part):
    """One typed line."""

    def says_more(self, text: str, language: str) -> bool:
        """Whether words in the search box tell something about a person, beside the name."""
        return tell.says_more(text, self._shop.clock.today(), language)

    def listen(self, text: str, about: Uid | None, language: str) -> Heard:
        """What a line says."""
        return tell.listen(self._shop, text, about, language)

    def keep(self, heard: Heard) -> Done:
        """Write down all that it says."""
        return tell.keep(self._shop, heard)

    def tell(self, text: str, about: str, language: str) -> tuple[Heard, Done]:
        """Both at once, about whoever has this name."""
        return tell.tell(self._shop, text, about, language)


class Past(Part):
    """Everything that was done."""

    def history(self, person_uid: Uid | None, limit: int, before: int | None) -> tuple[Entry, ...]:
        """The newest acts first."""
        return history.history(self._shop, person_uid, limit, before)

    def take_back(self, which: int | Uid) -> Done | Long:
        """Take one act back by its number or its uid."""
        return history.take_back_now_or_later(self._shop, which)


class Staff(Part):
    """Who is at the counter: their initials stand beside all that is written down."""

    def __init__(self, shop: Shop, took_over: Callable[[Shop], None]) -> None:
        """Bind them; `took_over` is told of the same shop with somebody else at the counter."""
        super().__init__(shop)
        self._took_over = took_over

    @property
    def at_counter(self) -> str:
        """Whoever is there now; nothing: nobody in particular."""
        return self._shop.by

    def known(self) -> tuple[str, ...]:
        """Everybody whose initials were written down."""
        return staff.known(self._shop)

    def take_over(self, initials: str) -> str:
        """Somebody is at the counter from now on; answers how their initials are kept."""
        self._took_over(shop := staff.at_counter(self._shop, initials))
        return shop.by

    def next(self) -> str:
        """The next of them is."""
        self._took_over(shop := staff.next_at_counter(self._shop))
        return shop.by
