"""Recognise: whom of the book the cards of a file speak of.

In this order: the card's own UID, which proves something by itself only where it is long enough to be nobody
else's, and otherwise together with the same whole name, or with a part of it and a telephone or an e-mail address
in common; the same name with a telephone or an e-mail address in common; the same name with nothing on the card
that the book does not know. A name alone never makes two people one: with anything that differs the card is
someone new, and the two can be merged later by someone who knows them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from dataclasses import dataclass

from shopkeeper.domain.person import Email, Person, Tel
from shopkeeper.domain.record import Record, Uid
from shopkeeper.store import KnownPerson
from shopkeeper.usecases.facts import (
    Facts,
    bare_uid,
    comparable,
    email_key,
    is_telling,
    key_of,
    name_key,
    phone_key,
    same_number,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Comer:
    """One card of the file, as far as it takes to know its person again."""

    source: str
    called: tuple[str, ...]
    said: Facts
    reached: tuple[str, ...]

    @classmethod
    def of(cls, person: Person, records: Sequence[Record]) -> Comer:
        """What a card says, brought into the form in which it is compared."""
        return cls(
            source=bare_uid(person.source_uid),
            called=name_key(str(person.name)),
            said=comparable(records),
            reached=_reached(
                (r.value for r in records if isinstance(r, Tel)), (r.value for r in records if isinstance(r, Email))
            ),
        )


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
        self._called: dict[Uid, tuple[str, ...]] = {}
        self._by_name: dict[tuple[str, ...], list[Uid]] = defaultdict(list)
        self._reached: dict[Uid, tuple[str, ...]] = {}
        for person in people:
            source, called = bare_uid(person.source_uid), name_key(str(person.name))
            if source and key_of(source) in uids:
                self._by_source[source].append(person.uid)
            elif key_of(called) not in names:
                continue
            self._called[person.uid] = called
            self._by_name[called].append(person.uid)
            self._reached[person.uid] = _reached(person.phones, person.emails)

    def whose(self, told: str) -> Uid:
        """Whose card a UID is that another card points to; empty where it does not prove that."""
        bare = bare_uid(told)
        return next(iter(self._by_source.get(bare, ())), "") if is_telling(bare) else ""

    def may_know(self, source: str, called: str) -> bool:
        """Whether a card of this UID or of this name may be about somebody in the book."""
        return source in self._by_source or name_key(called) in self._by_name

    def recognise(self, comers: Mapping[int, Comer], repeated: Container[int]) -> dict[int, Uid]:
        """For each card that speaks of someone known: who. Cards that are absent bring someone new."""
        known: dict[int, Uid] = {}
        taken: set[Uid] = set()

        def settle(n: int, uid: Uid | None) -> None:
            if uid is not None:
                known[n] = uid
                taken.add(uid)

        for n, comer in comers.items():
            # A UID that is on several cards of the file proves nothing.
            settle(n, None if key_of(comer.source) in repeated else self._by_uid(comer))
        # Those who say exactly what is known go first, so that of two people of one name each finds its own.
        for fits in (self._the_same, self._in_touch, self._nothing_new):
            for n, comer in comers.items():
                if n not in known:
                    settle(n, fits(comer, taken))
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

    def _the_same(self, comer: Comer, taken: set[Uid]) -> Uid | None:
        return next(
            (uid for uid in self._namesakes(comer) if uid not in taken and self._facts(uid) == comer.said), None
        )

    def _in_touch(self, comer: Comer, taken: set[Uid]) -> Uid | None:
        near = [uid for uid in self._namesakes(comer) if _in_touch(self._reached[uid], comer.reached)]
        return max(near, key=lambda uid: (uid not in taken, len(self._facts(uid) & comer.said)), default=None)

    def _nothing_new(self, comer: Comer, taken: set[Uid]) -> Uid | None:
        if not comer.said and (not comer.called or comer.source):
            return None  # a card of another UID that says nothing is someone whom its program counts as another
        near = (uid for uid in self._namesakes(comer) if uid not in taken and comer.said <= self._facts(uid))
        return min(near, key=lambda uid: len(self._facts(uid)), default=None)

    def _namesakes(self, comer: Comer) -> Sequence[Uid]:
        return self._by_name.get(comer.called, ())


def _reached(phones: Iterable[str], emails: Iterable[str]) -> tuple[str, ...]:
    keys = {*(phone_key(p) for p in phones), *(email_key(e) for e in emails)}
    # A number of three digits is a switchboard or a slip: it says nothing about who someone is.
    return tuple([key for key in keys if len(key) > 5])


def _in_touch(here: tuple[str, ...], there: tuple[str, ...]) -> bool:
    """Whether two people are reached in one way; e-mail addresses only when they are the same."""
    return any(same_number(one, other) for one in here for other in there)
