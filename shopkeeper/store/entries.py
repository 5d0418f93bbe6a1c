"""What the name index is told about each person, read from the book itself."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Set
from datetime import date
from types import MappingProxyType
from typing import Any, Final

from shopkeeper.domain.person import Person
from shopkeeper.domain.record import Uid
from shopkeeper.knowledge import inverse
from shopkeeper.store.many import AT_ONCE, THESE, in_chunks
from shopkeeper.store.names import Entry, Relative
from shopkeeper.store.rows import name_from
from shopkeeper.store.tables import listed, of
from shopkeeper.store.things import NOTE_MARK

_PERSON: Final = of(Person)
_NAME: Final = _PERSON.fields["name"]
_NAMES: Final = listed(_NAME.columns, "p.")

# Those who parted, or must be kept apart, are never found through each other, whichever card says so.
_TOGETHER: Final = (
    "NOT EXISTS (SELECT 1 FROM relationship x WHERE x.standing <> 'together' AND ("
    "(x.person_uid = r.person_uid AND x.related_uid = r.related_uid)"
    " OR (x.person_uid = r.related_uid AND x.related_uid = r.person_uid)))"
    " AND r.standing = 'together'"
    # Nor are those who asked not to be remembered found through anybody, or anybody through them.
    " AND NOT EXISTS (SELECT 1 FROM opt_out o WHERE o.person_uid IN (r.person_uid, r.related_uid))"
)

_NEXT: Final = f"SELECT id, uid FROM person WHERE id > ? ORDER BY id LIMIT {AT_ONCE}"
_PEOPLE: Final = f"SELECT {_PERSON.listed} FROM person WHERE uid IN {THESE}"
_KIN: Final = (
    f"SELECT r.person_uid, r.related_name, r.kind, '', p.uid, p.call_them, {_NAMES}"
    " FROM relationship r LEFT JOIN person p ON p.uid = r.related_uid"
    f" WHERE r.person_uid IN {THESE} AND {_TOGETHER}"
    f" UNION ALL SELECT r.related_uid, NULL, r.kind, r.words, p.uid, p.call_them, {_NAMES}"
    " FROM relationship r JOIN person p ON p.uid = r.person_uid"
    f" WHERE r.related_uid IN {THESE} AND {_TOGETHER}"
)
_PHONES: Final = (
    f"SELECT owner_uid, value, 0 FROM tel WHERE owner_uid IN {THESE}"
    " UNION ALL SELECT m.person_uid, t.value, 1 FROM membership m JOIN tel t ON t.owner_uid = m.household_uid"
    f" WHERE m.person_uid IN {THESE}"
)
_CODES: Final = f"SELECT person_uid, value FROM code WHERE person_uid IN {THESE}"
# What may be said aloud and tells someone from others. What they do not like is left out: it is often an ailment.
_THINGS: Final = (
    f"SELECT owner_uid, 1 AS place, 0, id, name, species FROM pet WHERE owner_uid IN {THESE}"
    " UNION ALL SELECT m.person_uid, 1, 1, t.id, t.name, t.species"
    f" FROM membership m JOIN pet t ON t.owner_uid = m.household_uid WHERE m.person_uid IN {THESE}"
    f" UNION ALL SELECT person_uid, 2, 0, id, text, '' FROM interest WHERE person_uid IN {THESE} AND kind <> 'dislikes'"
    f" UNION ALL SELECT owner_uid, 4, 0, id, street, locality FROM adr WHERE owner_uid IN {THESE}"
    " UNION ALL SELECT m.person_uid, 4, 1, t.id, t.street, t.locality"
    f" FROM membership m JOIN adr t ON t.owner_uid = m.household_uid WHERE m.person_uid IN {THESE}"
    f" UNION ALL SELECT person_uid, 5, 0, id, text, '' FROM note WHERE person_uid IN {THESE} AND private = 0"
    " ORDER BY place, id"
)
_WORK: Final = 3
_WHERE: Final = 4
_NOTES: Final = 5
_SENTENCE: Final = re.compile(r"[.;!?。！？؟\n]+")
_LONGEST: Final = 72  # letters of a piece of a note
# Of someone who has died nothing is remembered that a search would bring up. Who must be kept apart from somebody is
# found by no street, no note, and by nothing that is a household's: the other may still be written down in it.
_DIED: Final = f"SELECT person_uid FROM loss WHERE person_uid IN {THESE}"
# Who asked not to be remembered is found by their name alone.
_NAME_ONLY: Final = f"SELECT person_uid FROM opt_out WHERE person_uid IN {THESE}"
_APART: Final = (
    f"SELECT person_uid FROM relationship WHERE person_uid IN {THESE} AND standing = 'keep-apart'"
    f" UNION SELECT related_uid FROM relationship WHERE related_uid IN {THESE} AND standing = 'keep-apart'"
)
# The bare "at" is that of the row with the greatest time: SQLite promises it for max().
_SEEN: Final = f"SELECT person_uid, at, max(unixepoch(at)) FROM visit WHERE person_uid IN {THESE} GROUP BY person_uid"


def entries(raw: Any, uids: Iterable[Uid], at_hand: Mapping[Uid, Person] = MappingProxyType({})) -> Iterator[Entry]:
    """What the index is told about these people, as the book stands now; those who are not in it are left out.

    Who is `at_hand`, such as those who have just been written down, is not read again.
    """
    for chunk in in_chunks(uids):
        known = {uid: at_hand[uid] for uid in chunk if uid in at_hand}
        yield from _some(raw, json.dumps(chunk), known if len(known) == len(chunk) else None)


def all_entries(raw: Any) -> Iterator[Entry]:
    """What the index is told about everybody."""
    last = 0
    while rows := raw.execute(_NEXT, (last,)).fetchall():
        yield from _some(raw, json.dumps([uid for _, uid in rows]), None)
        last = rows[-1][0]


def _some(raw: Any, these: str, people: Mapping[Uid, Person] | None) -> Iterator[Entry]:
    kin: dict[Uid, dict[Relative, None]] = defaultdict(dict)
    for uid, told, kind, words, related, called, *cells in raw.execute(_KIN, (these,)):
        name = name_from(cells) if related is not None else None
        # What this person is to the relative: as it was written down on the relative's card, or the other way round.
        seen_from_there = kind if told is None else inverse(kind)
        short = (called or name.given) if name else told
        if written := str(name) if name else told:
            kin[uid][Relative(written, short, words, seen_from_there)] = None
    apart = {uid for (uid,) in raw.execute(_APART, (these,))}
    name_only = {uid for (uid,) in raw.execute(_NAME_ONLY, (these,))}
    phones: dict[Uid, dict[str, None]] = defaultdict(dict)
    for uid, value, is_shared in raw.execute(_PHONES, (these,)):
        if uid not in name_only and not (is_shared and uid in apart):
            phones[uid][value] = None
    codes: dict[Uid, list[str]] = defaultdict(list)
    for uid, value in raw.execute(_CODES, (these,)):
        if uid not in name_only:
            codes[uid].append(value)
    seen = {uid: date.fromisoformat(at[:10]) for uid, at, _ in raw.execute(_SEEN, (these,))}
    things = _things(raw, these, apart)
    silent = {uid for (uid,) in raw.execute(_DIED, (these,))} | name_only
    if people is None:
        people = {person.uid: person for person in map(_PERSON.value, raw.execute(_PEOPLE, (these,)).fetchall())}
    for person in people.values():
        yield Entry(
            person=person,
            kin_names=tuple(kin.get(person.uid, ())),
            phones=tuple(phones.get(person.uid, ())),
            codes=tuple(codes.get(person.uid, ())),
            last_seen=seen.get(person.uid),
            things=() if person.uid in silent else tuple(_remembered(person, things.get(person.uid, {}))),
        )


def _things(raw: Any, these: str, apart: Set[Uid]) -> Mapping[Uid, Mapping[int, Iterable[str]]]:
    """What is remembered of each of these people beside their work, by the place where it is told."""
    found: dict[Uid, dict[int, dict[str, None]]] = defaultdict(lambda: defaultdict(dict))
    for uid, place, is_shared, _, *parts in raw.execute(_THINGS, (these,)):
        if uid not in apart or not (is_shared or place in (_WHERE, _NOTES)):
            found[uid][place][", ".join(part for part in parts if part)] = None
    return found


def _remembered(person: Person, things: Mapping[int, Iterable[str]]) -> Iterator[str]:
    work = [part for part in (person.title, person.role, person.organisation) if part]
    for place, told in sorted({_WORK: work, **things}.items()):
        if place == _NOTES:
            yield from (NOTE_MARK + piece for note in told for piece in _pieces(note))
        else:
            yield from told


def _pieces(note: str) -> Iterator[str]:
    """A note in pieces of a line each: what is shown of it when one of its words was typed."""
    for sentence in _SENTENCE.split(note):
        piece = ""
        for word in sentence.split():
            if piece and len(piece) + len(word) >= _LONGEST:
                yield piece
                piece = ""
            piece = f"{piece} {word}".lstrip()
        if piece:
            yield piece
