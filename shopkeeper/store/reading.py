"""One person with all that is kept about them, and the few facts of others that their card may mention.

Asked at every key, so these are prepared SQL strings: one question finds out which kinds of things there are,
and only those are then read.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import fields
from typing import Any, Final, get_args, get_type_hints

from shopkeeper.domain.allergy import AllergyIntolerance, Category
from shopkeeper.domain.concern import Concern
from shopkeeper.domain.household import Relationship, Standing
from shopkeeper.domain.loss import Loss
from shopkeeper.domain.memory import COUPLES, SHARED_DAYS, Around, Memory, Namesake, Near
from shopkeeper.domain.occasion import Occasion
from shopkeeper.domain.person import Adr, Person, Tel
from shopkeeper.domain.record import Record, Uid
from shopkeeper.knowledge import inverse
from shopkeeper.store.errors import PersonMissing
from shopkeeper.store.many import THESE
from shopkeeper.store.rows import name_from
from shopkeeper.store.tables import OWNER, TABLES, Table, listed, of

_VISITS: Final = 5
_NAMESAKES: Final = 8
_PERSON: Final = of(Person)
_NAME: Final = listed(_PERSON.fields["name"].columns, "p.")

_OWN: Final = "person_uid = ?1"
_OWN_OR_HOUSEHOLD: Final = (
    "owner_uid IN (SELECT ?1 UNION ALL SELECT household_uid FROM membership WHERE person_uid = ?1)"
)
_SPECIAL: Final = {
    "households": "uid IN (SELECT household_uid FROM membership WHERE person_uid = ?1)",
    # Two lookups, not one OR over both: each is answered by its own index.
    "occasions": "id IN (SELECT id FROM occasion WHERE person_uid = ?1"
    " UNION SELECT id FROM occasion WHERE with_uid = ?1)",
    "introductions": "id IN (SELECT id FROM introduction WHERE person_uid = ?1"
    " UNION SELECT id FROM introduction WHERE other_uid = ?1)",
}


def _kept() -> dict[str, Table]:
    hints = get_type_hints(Memory)
    return {f.name: of(get_args(hints[f.name])[0]) for f in fields(Memory) if f.name != "person"}


_KEPT: Final = _kept()


def _where(name: str, table: Table) -> str:
    return _SPECIAL.get(name) or (_OWN_OR_HOUSEHOLD if table.owner == OWNER else _OWN)


def _whole(name: str, table: Table) -> str:
    order = f"unixepoch(at) DESC, id DESC LIMIT {_VISITS}" if name == "visits" else "id"
    return f"SELECT {table.listed} FROM {table.name} WHERE {_where(name, table)} ORDER BY {order}"


_PERSON_SQL: Final = f"SELECT {_PERSON.listed} FROM person WHERE uid = ?1"
_WHICH: Final = "SELECT " + ", ".join(
    f"EXISTS (SELECT 1 FROM {table.name} WHERE {_where(name, table)})" for name, table in _KEPT.items()
)
_PARTS: Final[tuple[tuple[str, str, Callable[[Sequence[Any]], Any]], ...]] = tuple(
    (name, _whole(name, table), table.value) for name, table in _KEPT.items()
)


def memory_of(raw: Any, uid: Uid) -> Memory:
    """All that is kept about one person; PersonMissing when nobody has this uid."""
    row = raw.execute(_PERSON_SQL, (uid,)).fetchone()
    if row is None:
        raise PersonMissing
    there = raw.execute(_WHICH, (uid,)).fetchone()
    kept = {
        name: tuple(value(found) for found in raw.execute(sql, (uid,)).fetchall())
        for (name, sql, value), some in zip(_PARTS, there, strict=True)
        if some
    }
    return Memory(person=_PERSON.value(row), **kept)


_PEOPLE: Final = f"SELECT {_PERSON.listed} FROM person WHERE uid IN {THESE}"
_GONE: Final = f"SELECT DISTINCT person_uid FROM loss WHERE person_uid IN {THESE}"
_HOUSEMATES: Final = (
    "SELECT DISTINCT theirs.person_uid FROM membership mine JOIN membership theirs"
    " ON theirs.household_uid = mine.household_uid WHERE mine.person_uid = ?1 AND theirs.person_uid <> ?1"
)
_TOLD_OF_ME: Final = f"SELECT {of(Relationship).listed} FROM relationship WHERE related_uid = ?1 ORDER BY id"
_ENDED: Final = (
    "WITH couple(one, other, standing) AS ("
    f" SELECT person_uid, related_uid, standing FROM relationship WHERE person_uid IN {THESE}"
    "  AND kind IN (SELECT value FROM json_each(?2))"
    f" UNION SELECT related_uid, person_uid, standing FROM relationship WHERE related_uid IN {THESE}"
    "  AND kind IN (SELECT value FROM json_each(?2)))"
    " SELECT one, other FROM couple WHERE standing <> 'together' OR other IN (SELECT person_uid FROM loss)"
)
# How strongly two people are kept off each other's cards; where two cards say different things the stricter one holds.
_STRICTEST: Final = (Standing.KEEP_APART, Standing.ESTRANGED, Standing.SEPARATED, Standing.TOGETHER)


def _of_these(record: type[Record]) -> str:
    table = of(record)
    return f"SELECT {table.listed} FROM {table.name} WHERE person_uid IN {THESE} ORDER BY id"


_NEAR: Final = {record: _of_these(record) for record in (AllergyIntolerance, Occasion, Concern, Loss)}


def around(raw: Any, memory: Memory) -> Around:
    """What the card of one person may mention of others."""
    me = memory.uid
    house = {row[0] for row in raw.execute(_HOUSEMATES, (me,))} if memory.memberships else set()
    ties = _ties(raw, memory)
    nearest = (*ties, *(uid for uid in sorted(house) if uid not in ties))
    collected = dict.fromkeys(c.for_uid for c in memory.collects)
    # Told twice, once with the medicine: it is agreed. The other telling takes no line of safety away.
    agreed = {c.for_uid for c in memory.collects if c.medicine}
    facts = _facts(raw, [*nearest, *(uid for uid in collected if uid not in nearest)])
    others = [uid for uid in _named(memory, facts) if uid and uid != me and uid not in nearest]
    people = _people(raw, [*nearest, *others]) if nearest or others else {}
    ended = _ended(raw, facts)

    def near(uid: Uid) -> Near:
        kind, words, standing = ties.get(uid, ("", "", Standing.TOGETHER))
        shared = uid in house
        return Near(
            person=people[uid],
            kind=kind,
            words=words,
            standing=standing,
            same_household=shared,
            # What is cooked together is shared with the household; medicine never is.
            allergies=_allergies(facts, uid, Category.FOOD) if shared else (),
            occasions=tuple(facts[Occasion].get(uid, ())),
            concerns=tuple(facts[Concern].get(uid, ())),
            losses=tuple(facts[Loss].get(uid, ())),
            ended=ended.get(uid, frozenset()),
        )

    def collected_for(uid: Uid) -> Near:
        kind, words, standing = ties.get(uid, ("", "", Standing.TOGETHER))
        return Near(
            person=people[uid],
            kind=kind,
            words=words,
            standing=standing,
            same_household=uid in house,
            allergies=_allergies(facts, uid, Category.MEDICINE) if uid in agreed else (),
            losses=tuple(facts[Loss].get(uid, ())),
        )

    return Around(
        near=tuple(near(uid) for uid in nearest),
        others=tuple(people[uid] for uid in others),
        collected_for=tuple(map(collected_for, collected)),
        namesakes=_namesakes(raw, memory.person),
        gone=_gone(raw, others),
    )


def _named(memory: Memory, facts: dict[type[Record], dict[Uid, list[Any]]]) -> dict[Uid, None]:
    """Whom this person's own things speak of, and those of the people near them."""
    occasions = (*memory.occasions, *(o for some in facts[Occasion].values() for o in some))
    concerns = (*memory.concerns, *(c for some in facts[Concern].values() for c in some))
    return dict.fromkeys(
        (
            *(uid for o in occasions for uid in (o.with_uid, o.person_uid)),
            *(uid for i in memory.introductions for uid in (i.other_uid, i.person_uid)),
            *(c.for_uid for c in memory.collects),
            *(c.who_uid for c in concerns),
        )
    )


def _ended(raw: Any, facts: dict[type[Record], dict[Uid, list[Any]]]) -> dict[Uid, frozenset[Uid]]:
    """For those near who keep a day that belongs to a couple: the partners whom death or parting took from them."""
    keepers = [uid for uid, occasions in facts[Occasion].items() if any(o.kind in SHARED_DAYS for o in occasions)]
    rows = raw.execute(_ENDED, (json.dumps(keepers), json.dumps(sorted(COUPLES)))).fetchall() if keepers else ()
    ended: dict[Uid, frozenset[Uid]] = {}
    for uid, partner in rows:
        ended[uid] = ended.get(uid, frozenset()) | {partner or ""}
    return ended


def _gone(raw: Any, uids: Sequence[Uid]) -> frozenset[Uid]:
    """Those among them who have died."""
    return frozenset(row[0] for row in raw.execute(_GONE, (json.dumps(uids),)).fetchall()) if uids else frozenset()


def _ties(raw: Any, memory: Memory) -> dict[Uid, tuple[str, str, Standing]]:
    """How each related person stands to this one: what this card says comes before what theirs says."""
    relationship = of(Relationship)
    theirs = [relationship.value(row) for row in raw.execute(_TOLD_OF_ME, (memory.uid,)).fetchall()]
    told = [(r.related_uid, r.kind, r.words, r.standing) for r in memory.relationships if r.related_uid]
    told += [(r.person_uid, inverse(r.kind), "", r.standing) for r in theirs]
    ties: dict[Uid, tuple[str, str, Standing]] = {}
    for uid, kind, words, standing in told:
        known = ties.get(uid, (kind, words, standing))
        ties[uid] = (known[0], known[1] or words, min(known[2], standing, key=_STRICTEST.index))
    ties.pop(memory.uid, None)
    return ties


def _facts(raw: Any, uids: Sequence[Uid]) -> dict[type[Record], dict[Uid, list[Any]]]:
    facts: dict[type[Record], dict[Uid, list[Any]]] = {record: {} for record in _NEAR}
    if uids:
        these = json.dumps(uids)
        for record, sql in _NEAR.items():
            value = of(record).value
            for row in raw.execute(sql, (these,)).fetchall():
                found = value(row)
                facts[record].setdefault(found.person_uid, []).append(found)
    return facts


def _allergies(
    facts: dict[type[Record], dict[Uid, list[Any]]], uid: Uid, category: Category
) -> tuple[AllergyIntolerance, ...]:
    return tuple(a for a in facts[AllergyIntolerance].get(uid, ()) if a.category is category)


def _people(raw: Any, uids: Iterable[Uid]) -> dict[Uid, Person]:
    rows = raw.execute(_PEOPLE, (json.dumps(list(uids)),)).fetchall()
    return {person.uid: person for person in map(_PERSON.value, rows)}


_ADR: Final = TABLES[Adr.__name__].name
_TEL: Final = TABLES[Tel.__name__].name
_OWNERS: Final = "(SELECT n.uid UNION ALL SELECT household_uid FROM membership WHERE person_uid = n.uid)"
# Lowest id first: an index lookup, and the same few for the same question.
_NAMESAKES_SQL: Final = (
    "SELECT n.uid,"
    f" (SELECT street FROM {_ADR} WHERE owner_uid IN {_OWNERS} AND street <> '' ORDER BY id LIMIT 1),"
    f" (SELECT json_array({_NAME}) FROM relationship r JOIN person p ON p.uid = r.related_uid"
    "   WHERE r.person_uid = n.uid AND r.kind = 'child' AND r.standing = 'together' ORDER BY r.id LIMIT 1),"
    " (SELECT title FROM person WHERE uid = n.uid),"
    f" (SELECT value FROM {_TEL} WHERE owner_uid IN {_OWNERS} ORDER BY id LIMIT 1)"
    " FROM named me JOIN named n ON n.shown = me.shown COLLATE NOCASE"
    f" WHERE me.uid = ?1 AND n.uid <> ?1 AND me.shown <> '' LIMIT {_NAMESAKES}"
)


def _namesakes(raw: Any, person: Person) -> tuple[Namesake, ...]:
    found = raw.execute(_NAMESAKES_SQL, (person.uid,)).fetchall()
    return tuple(Namesake(person_uid=uid, tells=_tells(*told)) for uid, *told in found)


def _tells(street: str | None, child: str | None, title: str | None, tel: str | None) -> tuple[str, ...]:
    """The raw facts that could tell someone from another of the same name: street, child, trade, end of the number."""
    name = "" if child is None else name_from(json.loads(child))
    digits = [sign for sign in tel or "" if sign.isdigit()]
    called = "" if isinstance(name, str) else name.given or str(name)
    return tuple(tell for tell in (street, called, title, "".join(digits[-4:])) if tell)
