"""Recognise: whom of the book the cards of a file speak of.

In this order: the card's own UID, which proves something by itself only where it is long enough to be nobody
else's, and otherwise together with the same whole name, or with a part of it and a telephone or an e-mail address
in common; the same name with a telephone or an e-mail address in common; the same name with nothing on the card
that the book does not know. A name alone never makes two people one: with anything that differs the card is
someone new, and the two can be merged later by someone who knows them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache

from shopkeeper.domain.record import Uid
from shopkeeper.formats.vcard import ContactCard, called
from shopkeeper.store import KnownPerson
from shopkeeper.usecases.facts import Facts, bare_uid, email_key, is_telling, key_of, name_key, phone_key, same_number


@dataclass(frozen=True, slots=True, kw_only=True)
class Comer:
    """One card of the file, as far as it takes to know its person again."""

    n: int  # its place among the cards of people
    source: str
    called: tuple[str, ...]
    reached: tuple[str, ...]
    facts: Callable[[], Facts] = field(repr=False)  # all that it says: asked for only where the rest is not enough

    @classmethod
    def of(cls, n: int, card: ContactCard, facts: Callable[[], Facts]) -> Comer:
        """What a card says, brought into the form in which it is compared."""
        reached = _reached((r.value for r in card.phones), (r.value for r in card.emails))
        return cls(n=n, source=bare_uid(card.uid), called=name_key(called(card)), reached=reached, facts=facts)


@dataclass(frozen=True, slots=True)
class _Waiting:
    """A card that may be about one of these people, until all cards of their name are there."""

    n: int
    near: tuple[Uid, ...]
    is_in_touch: bool  # it has a telephone or an e-mail address in common with each of them
    said: Facts
    may_add_nothing: bool  # no news is a reason to take it for one of them


class Book:
    """The people of the book of whom a file may speak, by the ways in which they can be known again."""

    def __init__(
        self,
        people: Iterable[KnownPerson],
        facts: Callable[[Uid], Facts],
        uids: Container[int],
        names: Container[int],
    ) -> None:
        """Look everybody over once, and keep in mind whoever has one of these UIDs or names, given as keys.

        What is kept about one of them is asked for only where a name is the same.
        """
        self._facts = facts
        self._by_source: dict[str, list[Uid]] = defaultdict(list)
        self._called: dict[Uid, tuple[str, ...]] = {}  # of those whose UID alone would prove nothing
        self._by_name: dict[int, tuple[Uid, ...]] = {}  # by a key: they are many
        self._reached: dict[Uid, tuple[str, ...]] = {}
        for person in people:
            source, called = bare_uid(person.source_uid), name_key(str(person.name))
            name = key_of(called)
            if source and key_of(source) in uids:
                self._by_source[source].append(person.uid)
                if not is_telling(source):
                    self._called[person.uid] = called
            elif name not in names:
                continue
            self._by_name[name] = (*self._by_name.get(name, ()), person.uid)
            self._reached[person.uid] = _reached(person.phones, person.emails)

    def whose(self, told: str) -> Uid:
        """Whose card a UID is that another card points to; empty where it does not prove that."""
        bare = bare_uid(told)
        return next(iter(self._by_source.get(bare, ())), "") if is_telling(bare) else ""

    def may_know(self, comer: Comer) -> bool:
        """Whether a card of this UID or of this name may be about somebody in the book."""
        return comer.source in self._by_source or key_of(comer.called) in self._by_name

    def recognise(self, comers: Iterable[Comer], repeated: Container[int]) -> dict[int, Uid]:
        """For each card that speaks of someone known: who. Cards that are absent bring someone new.

        Of a card that is settled at once, or cannot be about anybody here, nothing is held.
        """
        known: dict[int, Uid] = {}
        of_one_name: dict[tuple[str, ...], list[_Waiting]] = defaultdict(list)
        for comer in comers:
            # A UID that is on several cards of the file proves nothing.
            uid = None if key_of(comer.source) in repeated else self._by_uid(comer)
            if uid is not None:
                known[comer.n] = uid
            elif waiting := self._waiting(comer):
                of_one_name[comer.called].append(waiting)
        taken = set(known.values())
        for cards in of_one_name.values():
            known |= self._told_apart(cards, taken)
        return known

    def _waiting(self, comer: Comer) -> _Waiting | None:
        """None where it is someone new, whatever else is known of those of their name."""
        near = self._by_name.get(key_of(comer.called), ())
        if comer.reached:  # with a number that nobody here has, it says something that none of them is known for
            near = tuple(uid for uid in near if _in_touch(self._reached[uid], comer.reached))
            return _Waiting(comer.n, near, True, comer.facts(), False) if near else None
        if not near:
            return None
        said = comer.facts()
        # A card of another UID that says nothing is someone whom its program counts as another.
        may_add_nothing = bool(said or (comer.called and not comer.source))
        if not may_add_nothing:
            near = tuple(uid for uid in near if not self._reached[uid])
        return _Waiting(comer.n, near, False, said, may_add_nothing) if near else None

    def _told_apart(self, cards: Sequence[_Waiting], taken: set[Uid]) -> dict[int, Uid]:
        """Who each card of one name speaks of, where it speaks of somebody; `taken` are those who have theirs."""
        if len(cards) == 1 and cards[0].is_in_touch and len(cards[0].near) == 1:
            return {cards[0].n: cards[0].near[0]}  # as it is with most: nothing has to be read
        known: dict[int, Uid] = {}
        facts = cache(self._facts)

        def the_same(card: _Waiting) -> Uid | None:
            return next((uid for uid in card.near if uid not in taken and facts(uid) == card.said), None)

        def in_touch(card: _Waiting) -> Uid | None:
            near = card.near if card.is_in_touch else ()
            return max(near, key=lambda uid: (uid not in taken, len(facts(uid) & card.said)), default=None)

        def nothing_new(card: _Waiting) -> Uid | None:
            near = (uid for uid in card.near if uid not in taken and card.may_add_nothing and card.said <= facts(uid))
            return min(near, key=lambda uid: len(facts(uid)), default=None)

        # Those who say exactly what is known go first, so that of two people of one name each finds its own.
        for fits in (the_same, in_touch, nothing_new):
            for card in cards:
                if card.n not in known and (uid := fits(card)) is not None:
                    known[card.n] = uid
                    taken.add(uid)
        return known

    def _by_uid(self, comer: Comer) -> Uid | None:
        fitting = [
            uid
            for uid in self._by_source.get(comer.source, ())
            if is_telling(comer.source) or self._is_called_alike(uid, comer)
        ]
        return max(fitting, key=lambda uid: _in_touch(self._reached[uid], comer.reached), default=None)

    def _is_called_alike(self, uid: Uid, comer: Comer) -> bool:
        called = self._called[uid]
        if called and called == comer.called:
            return True
        return bool(set(called) & set(comer.called)) and _in_touch(self._reached[uid], comer.reached)


def _reached(phones: Iterable[str], emails: Iterable[str]) -> tuple[str, ...]:
    keys = {*(phone_key(p) for p in phones), *(email_key(e) for e in emails)}
    # A number of three digits is a switchboard or a slip: it says nothing about who someone is.
    return tuple([key for key in keys if len(key) > 5])


def _in_touch(here: tuple[str, ...], there: tuple[str, ...]) -> bool:
    """Whether two people are reached in one way; e-mail addresses only when they are the same."""
    return any(same_number(one, other) for one in here for other in there)
