"""People with all that is kept about them: one of them for a card, several at once for the rows of a list.

Asked at every key, so these are prepared SQL strings. Of one person a question finds out which kinds of things there
are, and only those are then read. Of several there is something of nearly every kind: each is read for all of them.
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
# Kinds of which one record is of two people: where the other of them stands.
_OF_TWO: Final = {"occasions": "with_uid", "introductions": "other_uid"}
_MEMBERSHIPS: Final = "memberships"


@dataclass(frozen=True, slots=True)
class _Kind:
    """One kind of thing in a memory."""

    name: str
    exists: str  # whether one person has any
    of_one: str
    of_many: str
    owners: tuple[str, ...]  # the fields that say whose it is
    value: Callable[[Sequence[Any]], Any]


def _kinds() -> tuple[_Kind, ...]:
    hints = get_type_hints(Memory)
    names = [field.name for field in fields(Memory) if field.name != "person"]
    tables = {name: of(get_args(hints[name])[0]) for name in names}
    return tuple(
        _Kind(
            name=name,
            exists=f"EXISTS (SELECT 1 FROM {table.name} WHERE {_where(name, table, _THIS)})",
            of_one=_whole(name, table, _THIS),
            of_many=_whole(name, table, THESE),
            owners=(PERSON, _OF_TWO[name]) if name in _OF_TWO else (table.owner,),
            value=table.value,
        )
        for name, table in tables.items()
    )


def _where(name: str, table: Table, these: str) -> str:
    """Whose things these are; what is a household's is of everybody who lives there."""
    homes = f"SELECT household_uid FROM membership WHERE {PERSON} IN {these}"
    if name == "households":
        return f"uid IN ({homes})"
    if name in _OF_TWO:
        # Two lookups, not one OR over both: each is answered by its own index.
        sides = (f"SELECT id FROM {table.name} WHERE {side} IN {these}" for side in (PERSON, _OF_TWO[name]))
        return f"id IN ({' UNION '.join(sides)})"
    if table.owner == OWNER:
        themselves = "SELECT ?1" if these == _THIS else these[1:-1]
        return f"{OWNER} IN ({themselves} UNION ALL {homes})"
    return f"{PERSON} IN {these}"


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
# They say whose the things of a household are.
_MEMBERSHIPS_FIRST: Final = sorted(_KINDS, key=lambda kind: kind.name != _MEMBERSHIPS)
_ONE: Final = f"SELECT {_PERSON.listed} FROM person WHERE uid = ?1"
_MANY: Final = f"SELECT {_PERSON.listed} FROM person WHERE uid IN {THESE}"
_WHICH: Final = "SELECT " + ", ".join(kind.exists for kind in _KINDS)


def memory_of(raw: Any, uid: Uid) -> Memory:
    """All that is kept about one person; PersonMissing when nobody has this uid."""
    row = raw.execute(_ONE, (uid,)).fetchone()
    if row is None:
        raise PersonMissing
    there = raw.execute(_WHICH, (uid,)).fetchone()
    kept = {
        kind.name: tuple(map(kind.value, raw.execute(kind.of_one, (uid,)).fetchall()))
        for kind, some in zip(_KINDS, there, strict=True)
        if some
    }
    return Memory(person=_PERSON.value(row), **kept)


def memories_of(raw: Any, uids: Sequence[Uid]) -> tuple[Memory, ...]:
    """The same of several, in the order of their uids; whoever is not in the book is left out."""
    people = people_of(raw, uids)
    kept: dict[Uid, dict[str, list[Any]]] = {uid: {} for uid in uids if uid in people}
    these = json.dumps(list(kept))
    # Of whom a thing is that belongs to this person or household.
    whose: dict[Uid, dict[Uid, None]] = {uid: {uid: None} for uid in kept}
    for kind in _MEMBERSHIPS_FIRST:
        for thing in map(kind.value, raw.execute(kind.of_many, (these,)).fetchall()):
            if kind.name == _MEMBERSHIPS:
                whose.setdefault(thing.household_uid, {})[thing.person_uid] = None
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
