"""Kin: how the people of one contacts file are related, once it is known who they are.

RELATED points to a card by its UID, or says a name. Either becomes a tie to that person where the file
leaves no doubt who is meant; otherwise the name stays a name. A tie is kept once and read from both sides.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Container, Hashable, Iterable
from dataclasses import replace
from typing import Final

from shopkeeper.domain.household import Relationship
from shopkeeper.domain.person import Person
from shopkeeper.domain.record import Record, Uid
from shopkeeper.usecases.facts import bare_uid, key_of, name_key
from shopkeeper.usecases.shop import Shop

# What a RELATED begins with that points to a card instead of naming somebody.
_SCHEMES: Final = ("urn:", "uid:")


class Kin:
    """The ties of one file: set aside while its people are met, tied when all of them are known."""

    def __init__(self, shop: Shop, in_book: Callable[[str], Uid], pointed_to: Collection[int]) -> None:
        """Start with nobody met; `in_book` says whose card of the book a UID is.

        Only those are kept in mind whose UID or name is pointed to, each given as a key.
        """
        self._shop = shop
        self._in_book = in_book
        self._pointed_to = pointed_to
        self._by_source: dict[str, Uid] = {}
        self._by_name: dict[tuple[str, ...], set[Uid]] = defaultdict(set)
        self._told: list[Relationship] = []
        self._new: set[Uid] = set()
        self._kept: dict[Uid, tuple[Relationship, ...]] = {}

    def points_nowhere(self, to: str, uids: Container[int]) -> bool:
        """Whether a RELATED points to a card by its UID, and neither the file nor the book has that card."""
        return to.lower().startswith(_SCHEMES) and key_of(bare_uid(to)) not in uids and not self._in_book(to)

    def set_aside(self, records: Iterable[Record], uid: Uid) -> tuple[Record, ...]:
        """The records without the ties among them, which wait for `ties`."""
        rest = []
        for record in records:
            if isinstance(record, Relationship):
                self._told.append(replace(record, person_uid=uid))
            else:
                rest.append(record)
        return tuple(rest)

    def met(self, person: Person, uid: Uid, *, is_new: bool) -> None:
        """Someone of the file, and whom of the book they are."""
        if not self._pointed_to:
            return
        if is_new:
            self._new.add(uid)
        source = bare_uid(person.source_uid)
        if source and key_of(source) in self._pointed_to:
            self._by_source[source] = uid
        called = name_key(str(person.name))
        if called and key_of(called) in self._pointed_to:
            self._by_name[called].add(uid)

    def ties(self) -> tuple[Relationship, ...]:
        """Every tie that is new, the same one told from both sides only once."""
        inverse = self._shop.knowledge.kinship.inverse
        here: set[tuple[Hashable, ...]] = set()
        new = []
        for told in self._told:
            tie = self._settled(told)
            for kept in (*self._kept_by(tie.person_uid), *self._kept_by(tie.related_uid)):
                here.add(_key(kept))
            mirrored = (tie.related_uid, inverse(tie.kind), tie.person_uid)
            if _key(tie) in here or _key(told) in here or (tie.related_uid and mirrored in here):
                continue
            here.add(_key(tie))
            new.append(tie)
        return tuple(new)

    def _settled(self, told: Relationship) -> Relationship:
        """The tie with the related person's uid, where the file leaves no doubt who that is."""
        points_to = told.related_uid or told.related_name
        uid = self._by_source.get(bare_uid(points_to), "")
        if not uid and points_to.lower().startswith(_SCHEMES):
            uid = self._in_book(points_to)
        if not uid and told.related_name:
            called = self._by_name.get(name_key(told.related_name), set())
            uid = next(iter(called)) if len(called) == 1 else ""
        if not uid or uid == told.person_uid:
            return replace(told, related_uid="", related_name=points_to)
        return replace(told, related_uid=uid, related_name="")

    def _kept_by(self, uid: Uid) -> tuple[Relationship, ...]:
        if not uid or uid in self._new:
            return ()
        if uid not in self._kept:
            self._kept[uid] = self._shop.store.memory_of(uid).relationships
        return self._kept[uid]


def _key(tie: Relationship) -> tuple[Hashable, ...]:
    return (tie.person_uid, tie.kind, tie.related_uid or name_key(tie.related_name))
