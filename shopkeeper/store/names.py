"""The name index: who can be found by what, written in the same transaction as the person.

Its tables are made by the migrations. Nothing here begins or ends a transaction: the store's door does.
Hot paths are prepared SQL strings; what was typed reaches SQL as values and, within MATCH, as quoted words
that hold no sign but letters and digits.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import Any, Final, Protocol

from shopkeeper.domain.person import Person
from shopkeeper.domain.phrase import Phrase, translate
from shopkeeper.domain.record import Uid
from shopkeeper.search import keys
from shopkeeper.search.cascade import Row, Term, candidates
from shopkeeper.search.hit import SEPARATOR, Hit, hit_of
from shopkeeper.search.query import Query, digits_of, scan_of
from shopkeeper.search.rank import person_of, row_of, tier_ends, tier_of

_SHORTEST_NUMBER: Final = 3
_AT_ONCE: Final = 500  # people per round of a bulk write; below the variable limit of every SQLite
_NAMED: Final = "SELECT id, uid, shown, nick, kin FROM named WHERE id IN ({})"
_ROWS: Final = "SELECT rowid, own, alt, kin FROM ns WHERE ns MATCH ? LIMIT ?"
_BY_END: Final = (
    "SELECT tier << 40 | person_id, digits FROM phone_digits JOIN named ON named.id = person_id"
    " WHERE backwards >= ? AND backwards < ? LIMIT ?"
)
_BY_PART: Final = (
    "SELECT tier << 40 | person_id, phone_digits.digits FROM phone_parts"
    " JOIN phone_digits ON phone_digits.id = phone_parts.rowid JOIN named ON named.id = person_id"
    " WHERE phone_parts MATCH ? AND instr(phone_digits.digits, ?) LIMIT ?"
)
_BY_CODE: Final = "SELECT tier << 40 | person_id FROM scanned_code JOIN named ON named.id = person_id WHERE code = ?"


class Connection(Protocol):
    """As much of a DB-API connection as the index uses."""

    def execute(self, sql: str, parameters: Sequence[Any] = ..., /) -> Any:
        """Run one statement."""

    def executemany(self, sql: str, parameters: Iterable[Sequence[Any]], /) -> Any:
        """Run one statement for each row of values."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """All that the index has to know of one person."""

    person: Person
    kin_names: tuple[str, ...] = ()  # of those who stand together with them, however the relation was written down
    phones: tuple[str, ...] = ()  # their own and those of their households, as typed
    codes: tuple[str, ...] = ()
    last_seen: date | None = None


@dataclass(frozen=True, slots=True)
class _Made:
    """What an entry becomes in the tables, all but its numbers."""

    uid: Uid
    named: tuple[str, str, str]  # shown, nick, kin
    terms: tuple[str, str, str]  # own, alt, kin
    numbers: tuple[str, ...]
    codes: tuple[str, ...]
    seen: int | None


class NameIndex:
    """Finds people by any part of any name, by telephone, by card and by kin."""

    def __init__(self, connection: Connection, today: date) -> None:
        """Stand on an open store; today decides who counts as seen lately."""
        self._connection = connection
        self._today = today
        self._placeholders: dict[int, str] = {}

    def find(self, text: str | Query, limit: int = 20) -> tuple[Hit, ...]:
        """Whoever answers what was typed, best first."""
        query = text if isinstance(text, Query) else Query.parse(text)
        if not query or limit < 1:
            return ()
        found = candidates(query, self, limit)
        if not found:
            return ()
        ids = [person_of(one.row) for one in found]
        sql = self._placeholders.get(len(ids)) or self._placeholders.setdefault(
            len(ids), _NAMED.format(",".join("?" * len(ids)))
        )
        named = {row[0]: row for row in self._connection.execute(sql, ids)}
        return tuple(
            hit_of(one, query.words, *named[number][1:])
            for one, number in zip(found, ids, strict=True)
            if number in named
        )

    # What the cascade asks.

    def names(self, all_of: Sequence[Sequence[Term]], limit: int) -> Sequence[Row]:
        """Rows that have, for every group, one of its terms; regulars first."""
        groups = ("(" + " OR ".join(_matching(term) for term in group) + ")" for group in all_of)
        rows: list[Row] = self._connection.execute(_ROWS, (" AND ".join(groups), limit)).fetchall()
        return rows

    def phones(self, digits: str, limit: int) -> Sequence[tuple[int, str]]:
        """Row numbers and telephone numbers that contain the digits, those that end with them first."""
        backwards = digits[::-1]
        found: list[tuple[int, str]] = self._connection.execute(_BY_END, (backwards, backwards + ":", limit)).fetchall()
        if len(found) < limit:
            parts = " AND ".join(f'"{digits[at : at + 3]}"' for at in range(len(digits) - 2))
            found += self._connection.execute(_BY_PART, (parts, digits, limit)).fetchall()
        whose: dict[int, str] = {}
        for row, number in found:
            whose.setdefault(row, number)
        return list(whose.items())

    def codes(self, code: str) -> Sequence[int]:
        """Row numbers of those whose card has this code."""
        return [row[0] for row in self._connection.execute(_BY_CODE, (code,))]

    # What the door writes.

    def put(self, entry: Entry) -> None:
        """Make one person findable by what is known now; what has not changed is not written."""
        made = _made(entry)
        number = self._number(made.uid)
        if number is None:
            return
        run = self._connection.execute
        tier = self._tier(made.seen)
        old = run("SELECT uid, shown, nick, kin, tier, seen FROM named WHERE id = ?", (number,)).fetchone()
        if old is None:
            self._write([(number, made)])
            return
        if (
            old[4] != tier
            or run("SELECT own, alt, kin FROM ns WHERE rowid = ?", (row_of(number, old[4]),)).fetchone() != made.terms
        ):
            run("DELETE FROM ns WHERE rowid = ?", (row_of(number, old[4]),))
            run("INSERT INTO ns (rowid, own, alt, kin) VALUES (?, ?, ?, ?)", (row_of(number, tier), *made.terms))
        if tuple(old) != (made.uid, *made.named, tier, made.seen):
            run(
                "UPDATE named SET uid = ?, shown = ?, nick = ?, kin = ?, tier = ?, seen = ? WHERE id = ?",
                (made.uid, *made.named, tier, made.seen, number),
            )
        if self._numbers_of(number) != sorted(made.numbers):
            self._drop_numbers(number)
            self._write_numbers([(number, made)])
        if self._codes_of(number) != sorted(made.codes):
            run("DELETE FROM scanned_code WHERE person_id = ?", (number,))
            self._write_codes([(number, made)])

    def put_many(self, entries: Iterable[Entry]) -> None:
        """Make many people findable, as an import does."""
        waiting = iter(entries)
        while batch := {made.uid: made for made in (_made(entry) for entry in islice(waiting, _AT_ONCE))}:
            marks = ",".join("?" * len(batch))
            numbers = self._connection.execute(
                f"SELECT id, uid FROM person WHERE uid IN ({marks})", list(batch)
            ).fetchall()
            old = self._connection.execute(f"SELECT id FROM named WHERE uid IN ({marks})", list(batch)).fetchall()
            for (number,) in old:
                self._remove(number)
            self._write([(number, batch[uid]) for number, uid in numbers])

    def seen(self, uid: Uid, day: date) -> None:
        """Someone was here: only their place among the regulars can change."""
        run = self._connection.execute
        old = run("SELECT id, tier, seen FROM named WHERE uid = ?", (uid,)).fetchone()
        if old is None or (old[2] is not None and old[2] >= day.toordinal()):
            return
        self._move(old[0], old[1], self._tier(day.toordinal()))
        run("UPDATE named SET seen = ? WHERE id = ?", (day.toordinal(), old[0]))

    def drop(self, uid: Uid) -> None:
        """Someone can no longer be found; someone who could not be found before is no mistake."""
        known = self._connection.execute("SELECT id FROM named WHERE uid = ?", (uid,)).fetchone()
        if known is not None:
            self._remove(known[0])

    def freshen(self, today: date) -> int:
        """Move those whom time has carried into another tier since they were written; says how many."""
        self._today = today
        moved = 0
        for tier in range(tier_of(None) + 1):
            last = tier_ends(tier)
            newest = today.toordinal() - (tier_ends(tier - 1) or 0) if tier else None
            strayed = self._connection.execute(
                "SELECT id, seen FROM named WHERE tier = ? AND (seen < ? OR seen >= ?)",
                (tier, -1 if last is None else today.toordinal() - last, 10_000_000 if newest is None else newest),
            ).fetchall()
            for number, seen in strayed:
                moved += self._move(number, tier, self._tier(seen))
        return moved

    def rebuild(self, entries: Iterable[Entry]) -> None:
        """Empty the index and fill it from the people."""
        run = self._connection.execute
        for table in ("ns", "named", "phone_digits", "scanned_code", "name_keys"):
            run(f"DELETE FROM {table}")
        run("INSERT INTO phone_parts (phone_parts) VALUES ('rebuild')")
        self.put_many(entries)
        run("INSERT INTO name_keys (version) VALUES (?)", (keys.VERSION,))
        self.tidy()

    def tidy(self) -> None:
        """Bring the index into its smallest, quickest shape, as after bringing in many people."""
        self._connection.execute("INSERT INTO ns (ns) VALUES ('optimize')")
        self._connection.execute("INSERT INTO phone_parts (phone_parts) VALUES ('optimize')")

    def is_current(self) -> bool:
        """Whether the index was made by the rules of this program, so that every key can be trusted."""
        made = self._connection.execute("SELECT max(version), count(*) FROM name_keys").fetchone()
        return bool(made[0] == keys.VERSION and made[1] == 1)

    def check(self, entries: Iterable[Entry]) -> tuple[Phrase, ...]:
        """What is wrong with the index: it says of every person what the person says, and nothing of anyone else."""
        problems: list[Phrase] = []
        wrong = checked = 0
        for entry in entries:
            made = _made(entry)
            checked += 1
            wrong += not self._says(made)
        counts = [self._connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in ("named", "ns")]
        strangers = max(*counts, checked) - checked
        orphans = sum(
            self._connection.execute(
                f"SELECT count(*) FROM {table} WHERE person_id NOT IN (SELECT id FROM named)"
            ).fetchone()[0]
            for table in ("phone_digits", "scanned_code")
        )
        if wrong:
            problems.append(
                translate("store", "The search does not find %n person(s) by what is written of them.", "", wrong)
            )
        if strangers or orphans:
            problems.append(
                translate("store", "The search knows %n thing(s) that belong to nobody.", "", strangers + orphans)
            )
        if not self.is_current():
            problems.append(translate("store", "The search was made by another version of the program."))
        if not self._is_whole():
            problems.append(translate("store", "The tables of the search contradict themselves."))
        return tuple(problems)

    # The tables.

    def _is_whole(self) -> bool:
        """SQLite's own look at its index."""
        try:
            for table in ("ns", "phone_parts"):
                self._connection.execute(f"INSERT INTO {table} ({table}, rank) VALUES ('integrity-check', 1)")
        except Exception as refusal:  # the driver's error classes are known to the door, not here
            return "readonly" in str(refusal)
        return True

    def _says(self, made: _Made) -> bool:
        run = self._connection.execute
        old = run("SELECT id, shown, nick, kin, tier, seen FROM named WHERE uid = ?", (made.uid,)).fetchone()
        if old is None or tuple(old[1:]) != (*made.named, self._tier(made.seen), made.seen):
            return False
        terms = run("SELECT own, alt, kin FROM ns WHERE rowid = ?", (row_of(old[0], old[4]),)).fetchone()
        return (
            self._number(made.uid) == old[0]
            and terms is not None
            and tuple(terms) == made.terms
            and self._numbers_of(old[0]) == sorted(made.numbers)
            and self._codes_of(old[0]) == sorted(made.codes)
        )

    def _tier(self, seen: int | None) -> int:
        return tier_of(None if seen is None else self._today.toordinal() - seen)

    def _number(self, uid: Uid) -> int | None:
        row = self._connection.execute("SELECT id FROM person WHERE uid = ?", (uid,)).fetchone()
        return None if row is None else int(row[0])

    def _move(self, number: int, old: int, new: int) -> bool:
        if old == new:
            return False
        self._connection.execute("UPDATE ns SET rowid = ? WHERE rowid = ?", (row_of(number, new), row_of(number, old)))
        self._connection.execute("UPDATE named SET tier = ? WHERE id = ?", (new, number))
        return True

    def _write(self, people: Sequence[tuple[int, _Made]]) -> None:
        many = self._connection.executemany
        tiers = [self._tier(made.seen) for _, made in people]
        many(
            "INSERT INTO named (id, uid, shown, nick, kin, tier, seen) VALUES (?, ?, ?, ?, ?, ?, ?)",
            [
                (number, made.uid, *made.named, tier, made.seen)
                for (number, made), tier in zip(people, tiers, strict=True)
            ],
        )
        many(
            "INSERT INTO ns (rowid, own, alt, kin) VALUES (?, ?, ?, ?)",
            sorted((row_of(number, tier), *made.terms) for (number, made), tier in zip(people, tiers, strict=True)),
        )
        self._write_numbers(people)
        self._write_codes(people)

    def _write_numbers(self, people: Iterable[tuple[int, _Made]]) -> None:
        for number, made in people:
            for digits in made.numbers:
                written = self._connection.execute(
                    "INSERT INTO phone_digits (person_id, digits, backwards) VALUES (?, ?, ?)",
                    (number, digits, digits[::-1]),
                )
                self._connection.execute(
                    "INSERT INTO phone_parts (rowid, digits) VALUES (?, ?)", (written.lastrowid, digits)
                )

    def _write_codes(self, people: Iterable[tuple[int, _Made]]) -> None:
        rows = [(code, number) for number, made in people for code in made.codes]
        self._connection.executemany("INSERT INTO scanned_code (code, person_id) VALUES (?, ?)", rows)

    def _remove(self, number: int) -> None:
        run = self._connection.execute
        (tier,) = run("SELECT tier FROM named WHERE id = ?", (number,)).fetchone()
        run("DELETE FROM ns WHERE rowid = ?", (row_of(number, tier),))
        self._drop_numbers(number)
        run("DELETE FROM scanned_code WHERE person_id = ?", (number,))
        run("DELETE FROM named WHERE id = ?", (number,))

    def _drop_numbers(self, number: int) -> None:
        known = self._connection.execute(
            "SELECT id, digits FROM phone_digits WHERE person_id = ?", (number,)
        ).fetchall()
        for row in known:
            self._connection.execute(
                "INSERT INTO phone_parts (phone_parts, rowid, digits) VALUES ('delete', ?, ?)", row
            )
        self._connection.execute("DELETE FROM phone_digits WHERE person_id = ?", (number,))

    def _numbers_of(self, number: int) -> list[str]:
        return sorted(
            row[0] for row in self._connection.execute("SELECT digits FROM phone_digits WHERE person_id = ?", (number,))
        )

    def _codes_of(self, number: int) -> list[str]:
        return sorted(
            row[0] for row in self._connection.execute("SELECT code FROM scanned_code WHERE person_id = ?", (number,))
        )


def _made(entry: Entry) -> _Made:
    person = entry.person
    terms = keys.keys_of(person.name, entry.kin_names, keys.goes_by(person))
    nicknames = dict.fromkeys((*person.name.nicknames, *((person.call_them,) if person.call_them else ())))
    numbers = dict.fromkeys(digits_of(phone) for phone in entry.phones)
    codes = dict.fromkeys(scan_of(code) for code in entry.codes)
    return _Made(
        uid=person.uid,
        named=(keys.shown_name(person), SEPARATOR.join(nicknames), SEPARATOR.join(dict.fromkeys(entry.kin_names))),
        terms=(terms.own, terms.alt, terms.kin),
        numbers=tuple(number for number in numbers if len(number) >= _SHORTEST_NUMBER),
        codes=tuple(code for code in codes if code),
        seen=None if entry.last_seen is None else entry.last_seen.toordinal(),
    )


def _matching(term: Term) -> str:
    """A term as FTS5 reads it: quoted, so that NEAR and OR are words like any other."""
    return f'"{term.word}"' if term.whole else f'"{term.word}"*'
