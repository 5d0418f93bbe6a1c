"""Those around somebody: family, household, namesakes, and the few facts of them that a card may mention.

Asked for all the rows of a list at once: one statement for each kind of fact, however many people there are.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final, TypeAlias

from shopkeeper.domain.allergy import AllergyIntolerance, Category
from shopkeeper.domain.concern import Concern
from shopkeeper.domain.household import Relationship, Standing
from shopkeeper.domain.loss import Loss
from shopkeeper.domain.memory import CLOSE, COUPLES, SHARED_DAYS, Around, Memory, Mourned, Namesake, Near
from shopkeeper.domain.occasion import Occasion
from shopkeeper.domain.person import Adr, Person, Tel
from shopkeeper.domain.record import Record, Uid
from shopkeeper.knowledge import inverse
from shopkeeper.store.many import THESE
from shopkeeper.store.reading import people_of
from shopkeeper.store.rows import name_from
from shopkeeper.store.tables import TABLES, listed, of

_Facts: TypeAlias = "Mapping[type[Record], dict[Uid, list[Any]]]"
_Tie: TypeAlias = "tuple[str, str, Standing]"  # what they are, in the shop's own words, and whether it still holds

_NAMESAKES: Final = 8
_NAME: Final = listed(of(Person).fields["name"].columns, "p.")
_RELATIONSHIP: Final = of(Relationship)

_SILENT: Final = f"SELECT DISTINCT person_uid FROM opt_out WHERE person_uid IN {THESE}"
_GONE: Final = f"SELECT DISTINCT person_uid FROM loss WHERE person_uid IN {THESE}"
_HOUSEMATES: Final = (
    "SELECT mine.person_uid, theirs.person_uid FROM membership mine JOIN membership theirs"
    f" ON theirs.household_uid = mine.household_uid WHERE mine.person_uid IN {THESE}"
    " AND theirs.person_uid <> mine.person_uid"
)
_TOLD_OF_THESE: Final = f"SELECT {_RELATIONSHIP.listed} FROM relationship WHERE related_uid IN {THESE} ORDER BY id"
_ENDED: Final = (
    "WITH couple(one, other, standing) AS ("
    f" SELECT person_uid, related_uid, standing FROM relationship WHERE person_uid IN {THESE}"
    "  AND kind IN (SELECT value FROM json_each(?2))"
    f" UNION SELECT related_uid, person_uid, standing FROM relationship WHERE related_uid IN {THESE}"
    "  AND kind IN (SELECT value FROM json_each(?2)))"
    " SELECT one, other FROM couple WHERE standing <> 'together' OR other IN (SELECT person_uid FROM loss)"
)
# What the one who lost them calls them comes before what their own card says. A loss of somebody silent is not told.
_LOST_BY: Final = (
    "SELECT r.person_uid, r.kind, r.words, 0, r.related_uid FROM relationship r"
    f" WHERE r.person_uid IN {THESE} AND r.standing = 'together' AND r.related_uid IN (SELECT person_uid FROM loss)"
    "  AND r.related_uid NOT IN (SELECT person_uid FROM opt_out)"
    " UNION ALL SELECT r.related_uid, r.kind, '', 1, r.person_uid FROM relationship r"
    f" WHERE r.related_uid IN {THESE} AND r.standing = 'together' AND r.person_uid IN (SELECT person_uid FROM loss)"
    "  AND r.person_uid NOT IN (SELECT person_uid FROM opt_out)"
)
# How strongly two people are kept off each other's cards; where two cards say different things the stricter one holds.
_STRICTEST: Final = (Standing.KEEP_APART, Standing.ESTRANGED, Standing.SEPARATED, Standing.TOGETHER)
_STRANGER: Final[_Tie] = ("", "", Standing.TOGETHER)


def _of_these(record: type[Record]) -> str:
    table = of(record)
    return f"SELECT {table.listed} FROM {table.name} WHERE person_uid IN {THESE} ORDER BY id"


_NEAR: Final[dict[type[Record], str]] = {
    record: _of_these(record) for record in (AllergyIntolerance, Occasion, Concern, Loss)
}
# A row says nothing of anybody's worries.
_NEAR_BESIDE: Final[dict[type[Record], str]] = {record: sql for record, sql in _NEAR.items() if record is not Concern}


class _Circle:
    """One person, and who stands how near to them."""

    def __init__(self, memory: Memory, house: set[Uid], told: Sequence[Relationship]) -> None:
        self._memory, self._house = memory, house
        self._ties = _ties(memory, told)
        self._nearest = (*self._ties, *(uid for uid in sorted(house) if uid not in self._ties))
        self._collected = dict.fromkeys(c.for_uid for c in memory.collects if c.for_uid != memory.uid)
        # Told twice, once with the medicine: it is agreed. The other telling takes no line of safety away.
        self._agreed = {c.for_uid for c in memory.collects if c.medicine}
        self.others: tuple[Uid, ...] = ()  # who is only mentioned, once the facts are known
        self.with_facts = dict.fromkeys((*self._nearest, *self._collected))  # of whom the card may mention more

    @property
    def close(self) -> tuple[Uid, ...]:
        """Whose losses are felt here as well: who lives with them, their parents, their children, their other half."""
        ties = self._ties.items()
        apart = {uid for uid, (_, _, standing) in ties if standing is not Standing.TOGETHER}
        kin = (uid for uid, (kind, _, _) in ties if kind in CLOSE)
        return tuple(uid for uid in dict.fromkeys((*kin, *sorted(self._house))) if uid not in apart)

    def is_known(self, uid: Uid) -> bool:
        """Whether it is this person, or somebody who stands near to them by themselves."""
        return uid == self._memory.uid or uid in self._nearest

    @property
    def everybody(self) -> Iterator[Uid]:
        """All who may be named."""
        yield from self._nearest
        yield from self.others

    def meet(self, facts: _Facts) -> None:
        """Find out whom this person's own things speak of, and those of the people near them."""
        occasions = (*self._memory.occasions, *self._told(facts, Occasion))
        concerns = (*self._memory.concerns, *self._told(facts, Concern))
        named = dict.fromkeys(
            (
                *(uid for o in occasions for uid in (o.with_uid, o.person_uid)),
                *(uid for i in self._memory.introductions for uid in (i.other_uid, i.person_uid)),
                *(c.for_uid for c in self._memory.collects),
                *(c.who_uid for c in concerns),
            )
        )
        known = {"", self._memory.uid, *self._nearest}
        self.others = tuple(uid for uid in named if uid not in known)

    def _told(self, facts: _Facts, record: type[Record]) -> Iterator[Any]:
        for uid in self.with_facts:
            yield from facts[record].get(uid, ())

    def around(
        self,
        facts: _Facts,
        people: Mapping[Uid, Person],
        ended: Mapping[Uid, frozenset[Uid]],
        gone: frozenset[Uid],
        silent: frozenset[Uid],
        namesakes: Sequence[Namesake],
        mourned: tuple[Mourned, ...],
    ) -> Around:
        """What their card may mention."""
        return Around(
            near=tuple(self._near(uid, facts, people[uid], ended.get(uid, frozenset())) for uid in self._nearest),
            others=tuple(people[uid] for uid in self.others),
            collected_for=tuple(self._collected_for(uid, facts, people[uid]) for uid in self._collected),
            namesakes=tuple(namesakes),
            gone=gone.intersection(self.others),
            silent=silent.intersection(self.everybody),
            mourned=mourned,
        )

    def _near(self, uid: Uid, facts: _Facts, person: Person, ended: frozenset[Uid]) -> Near:
        kind, words, standing = self._ties.get(uid, _STRANGER)
        shared = uid in self._house
        return Near(
            person=person,
            kind=kind,
            words=words,
            standing=standing,
            same_household=shared,
            # What is cooked together is shared with the household; medicine never is.
            allergies=_allergies(facts, uid, Category.FOOD) if shared else (),
            occasions=tuple(facts[Occasion].get(uid, ())),
            concerns=tuple(facts[Concern].get(uid, ())),
            losses=tuple(facts[Loss].get(uid, ())),
            ended=ended,
        )

    def _collected_for(self, uid: Uid, facts: _Facts, person: Person) -> Near:
        kind, words, standing = self._ties.get(uid, _STRANGER)
        return Near(
            person=person,
            kind=kind,
            words=words,
            standing=standing,
            same_household=uid in self._house,
            allergies=_allergies(facts, uid, Category.MEDICINE) if uid in self._agreed else (),
            losses=tuple(facts[Loss].get(uid, ())),
        )


def arounds(raw: Any, memories: Sequence[Memory], *, beside: bool = False) -> tuple[Around, ...]:
    """What the card of each of them may mention of others; `beside`: as far as a row in a list does."""
    these = json.dumps([memory.uid for memory in memories])
    house, told = _houses(raw, memories), _told_of(raw, these)
    circles = [_Circle(memory, house[memory.uid], told[memory.uid]) for memory in memories]
    asked = _NEAR if not beside else _NEAR_BESIDE
    facts = _facts(raw, asked, dict.fromkeys(uid for circle in circles for uid in circle.with_facts))
    for circle in circles:
        circle.meet(facts)
    named = dict.fromkeys(uid for circle in circles for uid in circle.everybody)
    people = people_of(raw, named) if named else {}
    ended, gone = _ended(raw, facts), _among(raw, _GONE, (uid for circle in circles for uid in circle.others))
    silent = _among(raw, _SILENT, named)
    namesakes = _namesakes(raw, these)
    return tuple(
        circle.around(
            facts, people, ended, gone, silent, namesakes[memory.uid], () if beside else _mourned(raw, circle, people)
        )
        for circle, memory in zip(circles, memories, strict=True)
    )


def _houses(raw: Any, memories: Iterable[Memory]) -> Mapping[Uid, set[Uid]]:
    """Who lives with each of them."""
    house: dict[Uid, set[Uid]] = defaultdict(set)
    at_home = [memory.uid for memory in memories if memory.memberships]
    for mine, theirs in raw.execute(_HOUSEMATES, (json.dumps(at_home),)).fetchall() if at_home else ():
        house[mine].add(theirs)
    return house


def _told_of(raw: Any, these: str) -> Mapping[Uid, list[Relationship]]:
    """What the cards of others say of them."""
    told: dict[Uid, list[Relationship]] = defaultdict(list)
    for row in raw.execute(_TOLD_OF_THESE, (these,)).fetchall():
        relationship = _RELATIONSHIP.value(row)
        told[relationship.related_uid].append(relationship)
    return told


def _ties(memory: Memory, theirs: Sequence[Relationship]) -> dict[Uid, _Tie]:
    """How each related person stands to this one: what this card says comes before what theirs says."""
    told = [(r.related_uid, r.kind, r.words, r.standing) for r in memory.relationships if r.related_uid]
    told += [(r.person_uid, inverse(r.kind), "", r.standing) for r in theirs]
    ties: dict[Uid, _Tie] = {}
    for uid, kind, words, standing in told:
        known = ties.get(uid, (kind, words, standing))
        ties[uid] = (known[0], known[1] or words, min(known[2], standing, key=_STRICTEST.index))
    ties.pop(memory.uid, None)
    return ties


def _facts(raw: Any, asked: Mapping[type[Record], str], uids: Iterable[Uid]) -> _Facts:
    facts: dict[type[Record], dict[Uid, list[Any]]] = {record: {} for record in _NEAR}
    if these := list(uids):
        listed_uids = (json.dumps(these),)
        for record, sql in asked.items():
            for found in map(of(record).value, raw.execute(sql, listed_uids).fetchall()):
                facts[record].setdefault(found.person_uid, []).append(found)
    return facts


def _allergies(facts: _Facts, uid: Uid, category: Category) -> tuple[AllergyIntolerance, ...]:
    return tuple(a for a in facts[AllergyIntolerance].get(uid, ()) if a.category is category)


def _ended(raw: Any, facts: _Facts) -> Mapping[Uid, frozenset[Uid]]:
    """For those near who keep a day that belongs to a couple: the partners whom death or parting took from them."""
    keepers = [uid for uid, occasions in facts[Occasion].items() if any(o.kind in SHARED_DAYS for o in occasions)]
    rows = raw.execute(_ENDED, (json.dumps(keepers), json.dumps(sorted(COUPLES)))).fetchall() if keepers else ()
    ended: dict[Uid, frozenset[Uid]] = {}
    for uid, partner in rows:
        ended[uid] = ended.get(uid, frozenset()) | {partner or ""}
    return ended


def _mourned(raw: Any, circle: _Circle, people: Mapping[Uid, Person]) -> tuple[Mourned, ...]:
    """Whom those close to somebody have lost, as far as it is not their own kin as well."""
    close = circle.close
    rows = raw.execute(_LOST_BY, (json.dumps(close),)).fetchall() if close else ()
    told: dict[Uid, tuple[Uid, str, str]] = {}
    for by, kind, words, is_inverse, uid in rows:
        if not circle.is_known(uid):
            told.setdefault(uid, (by, inverse(kind) if is_inverse else kind, words))
    if not told:
        return ()
    lost, losses = people_of(raw, told), _facts(raw, {Loss: _NEAR[Loss]}, told)[Loss]
    return tuple(
        Mourned(person=lost[uid], by=people[by], kind=kind, words=words, losses=tuple(losses[uid]))
        for uid, (by, kind, words) in told.items()
    )


def _among(raw: Any, sql: str, uids: Iterable[Uid]) -> frozenset[Uid]:
    """Those among them who have died, or who asked not to be remembered."""
    these = list(dict.fromkeys(uids))
    return frozenset(row[0] for row in raw.execute(sql, (json.dumps(these),)).fetchall()) if these else frozenset()


_ADR: Final = TABLES[Adr.__name__].name
_TEL: Final = TABLES[Tel.__name__].name
_OWNERS: Final = "(SELECT n.uid UNION ALL SELECT household_uid FROM membership WHERE person_uid = n.uid)"
# Lowest id first: an index lookup, and the same few for the same question.
_NAMESAKES_SQL: Final = (
    "SELECT me.uid, n.uid,"
    f" (SELECT street FROM {_ADR} WHERE owner_uid IN {_OWNERS} AND street <> '' ORDER BY id LIMIT 1),"
    f" (SELECT json_array({_NAME}) FROM relationship r JOIN person p ON p.uid = r.related_uid"
    "   WHERE r.person_uid = n.uid AND r.kind = 'child' AND r.standing = 'together' ORDER BY r.id LIMIT 1),"
    " (SELECT title FROM person WHERE uid = n.uid),"
    f" (SELECT value FROM {_TEL} WHERE owner_uid IN {_OWNERS} ORDER BY id LIMIT 1)"
    " FROM json_each(?1) one CROSS JOIN named me ON me.uid = one.value CROSS JOIN named n ON n.id IN"
    " (SELECT id FROM named WHERE shown = me.shown COLLATE NOCASE AND id <> me.id AND shown <> ''"
    f" ORDER BY id LIMIT {_NAMESAKES}) ORDER BY n.id"
)


def _namesakes(raw: Any, these: str) -> Mapping[Uid, list[Namesake]]:
    """Whom one could take each of them for."""
    found: dict[Uid, list[Namesake]] = defaultdict(list)
    for me, uid, *told in raw.execute(_NAMESAKES_SQL, (these,)).fetchall():
        found[me].append(Namesake(person_uid=uid, tells=_tells(*told)))
    return found


def _tells(street: str | None, child: str | None, title: str | None, tel: str | None) -> tuple[str, ...]:
    """The raw facts that could tell someone from another of the same name: street, child, trade, end of the number."""
    name = "" if child is None else name_from(json.loads(child))
    digits = [sign for sign in tel or "" if sign.isdigit()]
    called = "" if isinstance(name, str) else name.given or str(name)
    return tuple(tell for tell in (street, called, title, "".join(digits[-4:])) if tell)
