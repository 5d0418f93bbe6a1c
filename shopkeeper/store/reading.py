"""People with all that is kept about them: one of them for a card, several at once for the rows of a list.

Asked at every key, so these are prepared SQL strings. Of one person is read what most people have, and of the rarer
kinds those that a question has found. Of several there is something of nearly every kind: each is read for all of
them, or for the rows of a list only those that a row says something of.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, fields
from typing import Any, Final, get_args, get_type_hints

from shopkeeper.domain.memory import Memory
from shopkeeper.domain.person import Person
from shopkeeper.domain.record import Uid
from shopkeeper.store.errors import PersonMissing
from shopkeeper.store.many import THESE
from shopkeeper.store.tables import OWNER, PERSON, Table, of

_VISITS: Final = 5
_PERSON: Final = of(Person)
_THIS: Final = "(?1)"
_AND_HOME: Final = "(?1, ?2)"
# Kinds of which one record is of two people: where the other of them stands.
_OF_TWO: Final = {"occasions": "with_uid", "introductions": "other_uid"}
_MEMBERSHIPS: Final = "memberships"
_HOUSEHOLDS: Final = "households"
# Most people have some, so nobody asks first.
_USUAL: Final = frozenset({"tels", "adrs", _HOUSEHOLDS, "relationships", "occasions", "visits"})
# Of these a row in a list speaks: where they live, whose they are, the end of their number, what its marks stand for.
_BESIDE: Final = frozenset(
    {"tels", "adrs", "relationships", "allergies", "occasions", "collects", "losses", "opt_outs"}
)


@dataclass(frozen=True, slots=True)
class _Kind:
    """One kind of thing in a memory. It is asked for by the uids of people, or by theirs and their households'."""

    name: str
    is_of_homes: bool
    exists: str  # whether one person has any
    of_one: str
    of_many: str
    owners: tuple[str, ...]  # the fields that say whose it is
    value: Callable[[Sequence[Any]], Any]


def _kinds() -> dict[str, _Kind]:
    hints = get_type_hints(Memory)
    names = [field.name for field in fields(Memory) if field.name != "person"]
    tables = {name: of(get_args(hints[name])[0]) for name in names}
    return {name: _kind(name, table) for name, table in tables.items()}


def _kind(name: str, table: Table) -> _Kind:
    is_of_homes = name == _HOUSEHOLDS or table.owner == OWNER
    this = _AND_HOME if is_of_homes else _THIS
    return _Kind(
        name=name,
        is_of_homes=is_of_homes,
        exists=f"EXISTS (SELECT 1 FROM {table.name} WHERE {_where(name, table, this)})",
        of_one=_whole(name, table, this),
        of_many=_whole(name, table, THESE),
        owners=(PERSON, _OF_TWO[name]) if name in _OF_TWO else (table.owner,),
        value=table.value,
    )


def _where(name: str, table: Table, these: str) -> str:
    """Whose things these are."""
    if name in _OF_TWO:
        # Two lookups, not one OR over both: each is answered by its own index.
        sides = (f"SELECT id FROM {table.name} WHERE {side} IN {these}" for side in (PERSON, _OF_TWO[name]))
        return f"id IN ({' UNION '.join(sides)})"
    return f"{table.owner} IN {these}"


def _whole(name: str, table: Table, these: str) -> str:
    columns = f"SELECT {table.listed} FROM {table.name} WHERE"
    if name != "visits":
        return f"{columns} {_where(name, table, these)} ORDER BY id"
    last = "ORDER BY unixepoch(at) DESC, id DESC"
    if these == _THIS:
        return f"{columns} {PERSON} = ?1 {last} LIMIT {_VISITS}"
    of_each = f"SELECT id FROM visit WHERE {PERSON} = one.value {last} LIMIT {_VISITS}"
    return f"{columns} id IN (SELECT v.id FROM json_each(?1) one CROSS JOIN visit v ON v.id IN ({of_each})) {last}"


_KINDS: Final = _kinds()
# They say whose the things of a household are, so they are read first.
_LIVES: Final = _KINDS.pop(_MEMBERSHIPS)
_ONE: Final = f"SELECT {_PERSON.listed} FROM person WHERE uid = ?1"
_MANY: Final = f"SELECT {_PERSON.listed} FROM person WHERE uid IN {THESE}"
_RARE: Final = tuple(kind for kind in _KINDS.values() if kind.name not in _USUAL)
_WHICH: Final = "SELECT " + ", ".join(kind.exists for kind in _RARE)


def memory_of(raw: Any, uid: Uid) -> Memory:
    """All that is kept about one person; PersonMissing when nobody has this uid."""
    row = raw.execute(_ONE, (uid,)).fetchone()
    if row is None:
        raise PersonMissing
    lives = tuple(map(_LIVES.value, raw.execute(_LIVES.of_one, (uid,)).fetchall()))
    homes = {one.household_uid for one in lives}
    if len(homes) > 1:
        return memories_of(raw, (uid,))[0]
    this, and_home = (uid,), (uid, *(homes or {uid}))
    there = raw.execute(_WHICH, and_home).fetchone()
    some = _USUAL.union(kind.name for kind, one in zip(_RARE, there, strict=True) if one)
    kept = {
        kind.name: tuple(map(kind.value, raw.execute(kind.of_one, and_home if kind.is_of_homes else this).fetchall()))
        for kind in _KINDS.values()
        if kind.name in some
    }
    return Memory(person=_PERSON.value(row), memberships=lives, **kept)


def memories_of(raw: Any, uids: Sequence[Uid], *, beside: bool = False) -> tuple[Memory, ...]:
    """The same of several, in the order of their uids; whoever is not in the book is left out.

    `beside`: only what a row in a list may say of them beside their names. Such a memory is good for no card.
    """
    people = people_of(raw, uids)
    kept: dict[Uid, dict[str, list[Any]]] = {uid: {} for uid in uids if uid in people}
    these = json.dumps(list(kept))
    # Of whom a thing is that belongs to this person or household.
    whose: dict[Uid, dict[Uid, None]] = {uid: {uid: None} for uid in kept}
    for one in map(_LIVES.value, raw.execute(_LIVES.of_many, (these,)).fetchall()):
        whose.setdefault(one.household_uid, {})[one.person_uid] = None
        kept[one.person_uid].setdefault(_MEMBERSHIPS, []).append(one)
    and_homes = json.dumps(list(whose))
    for kind in _KINDS.values():
        if beside and kind.name not in _BESIDE:
            continue
        asked = and_homes if kind.is_of_homes else these
        for thing in map(kind.value, raw.execute(kind.of_many, (asked,)).fetchall()):
            owners = [getattr(thing, side) for side in kind.owners]
            for uid in dict.fromkeys(uid for owner in owners for uid in whose.get(owner, ())):
                kept[uid].setdefault(kind.name, []).append(thing)
    return tuple(
        Memory(person=people[uid], **{name: tuple(things) for name, things in of_them.items()})
        for uid, of_them in kept.items()
    )


def people_of(raw: Any, uids: Iterable[Uid]) -> dict[Uid, Person]:
    """Those of them who are in the book."""
    people = map(_PERSON.value, raw.execute(_MANY, (json.dumps(list(uids)),)).fetchall())
    return {person.uid: person for person in people}
