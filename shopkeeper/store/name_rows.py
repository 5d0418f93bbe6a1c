"""The rows of the name index: what a person becomes in its tables, and the writing of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from shopkeeper.domain.person import Person
from shopkeeper.domain.record import Uid
from shopkeeper.search import keys
from shopkeeper.search.hit import SEPARATOR, Relative
from shopkeeper.search.query import digits_of, scan_of
from shopkeeper.search.rank import row_of, tier_of, turn_of
from shopkeeper.store.gone import NOBODY, NOT_GONE, Gone
from shopkeeper.store.statements import Connection
from shopkeeper.store.things import ThingRows, Things
from shopkeeper.store.vocabulary import words_of

_SHORTEST_NUMBER: Final = 3
_MERGED: Final = ("ns", "thing", "phone_parts", "pv")
_ROWS: Final = ("ns", "thing")
_NAMED: Final = ("uid", "shown", "nick", "kin", "seen", "tier", "turn")
_PAGES: Final = 100  # of each, in one idle moment


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """All that the index has to know of one person."""

    person: Person
    # Those who stand together with them, on whichever card it was written down; a plain name where no more is known.
    kin_names: tuple[str | Relative, ...] = ()
    phones: tuple[str, ...] = ()  # their own and those of their households, as typed
    codes: tuple[str, ...] = ()
    last_seen: date | None = None
    things: tuple[str, ...] = ()  # what is remembered of them and may be said aloud, each as it is shown


@dataclass(frozen=True, slots=True)
class Made:
    """What an entry becomes in the tables, all but its numbers."""

    uid: Uid
    named: tuple[str, str, str]  # shown, nick, kin
    terms: tuple[str, str, str]  # own, alt, kin
    numbers: tuple[str, ...]
    codes: tuple[str, ...]
    seen: int | None
    things: Things


def made_of(entry: Entry) -> Made:
    """What the tables say of a person."""
    person = entry.person
    # In an order of their own, so that it does not matter in which they were read.
    kin = sorted({one if isinstance(one, Relative) else Relative(one) for one in entry.kin_names})
    terms = keys.keys_of(person.name, kin, keys.goes_by(person), person.pronouns)
    nicknames = dict.fromkeys((*person.name.nicknames, *((person.call_them,) if person.call_them else ())))
    numbers = dict.fromkeys(digits_of(phone) for phone in entry.phones)
    codes = dict.fromkeys(scan_of(code) for code in entry.codes)
    return Made(
        uid=person.uid,
        named=(keys.shown_name(person), SEPARATOR.join(nicknames), SEPARATOR.join(one.written() for one in kin)),
        terms=(terms.own, terms.alt, terms.kin),
        numbers=tuple(number for number in numbers if len(number) >= _SHORTEST_NUMBER),
        codes=tuple(code for code in codes if code),
        seen=None if entry.last_seen is None else entry.last_seen.toordinal(),
        things=Things.of(entry.things),
    )


class NameRows:
    """The tables of the index, person by person."""

    def __init__(self, connection: Connection, today: date) -> None:
        """Stand on an open store; today decides who counts as seen lately."""
        self._connection = connection
        self._things = ThingRows(connection)
        self.gone = Gone(connection)
        self.today = today

    def is_whole(self) -> bool:
        """SQLite's own look at its index."""
        try:
            for table in _MERGED:
                self._connection.execute(f"INSERT INTO {table} ({table}, rank) VALUES ('integrity-check', 1)")
        except Exception as refusal:  # the driver's error classes are known to the door, not here
            # Where nothing may be written now, it cannot be asked.
            return "readonly" in str(refusal) or "locked" in str(refusal)
        return True

    def says(self, made: Made) -> bool:
        """Whether the tables say this of someone, and nothing else."""
        run = self._connection.execute
        found = run("SELECT shown, nick, kin, seen, id, row FROM named WHERE uid = ?", (made.uid,)).fetchone()
        if found is None:
            return False
        *named, number, row = found
        return (
            named == [*made.named, made.seen]
            and self.number(made.uid) == number
            and self.said(row) == (made.terms, made.things)
            and self.numbers_of(number) == sorted(made.numbers)
            and self.codes_of(number) == sorted(made.codes)
        )

    def strangers(self, people: int) -> int:
        """How many rows are of nobody, in a book of so many people."""
        run = self._connection.execute
        (named,) = run("SELECT count(*) FROM named").fetchone()
        orphans = [
            run(f"SELECT count(*) FROM {table} WHERE {whose} NOT IN (SELECT {of} FROM named)").fetchone()[0]
            for table, whose, of in (
                ("phone_digits", f"person_id <> {NOBODY} AND person_id", "id"),
                ("scanned_code", "person_id", "id"),
                ("ns_content", f"id {NOT_GONE} AND id", "row"),
                ("thing_content", f"id {NOT_GONE} AND id", "row"),
            )
        ]
        return int(max(named, people) - people + sum(orphans)) + self.gone.misplaced()

    def tier(self, seen: int | None) -> int:
        """The visit tier of someone last seen on a day."""
        return tier_of(None if seen is None else self.today.toordinal() - seen)

    def number(self, uid: Uid) -> int | None:
        """The person's own number in the book; None for a stranger."""
        row = self._connection.execute("SELECT id FROM person WHERE uid = ?", (uid,)).fetchone()
        return None if row is None else int(row[0])

    def move(self, number: int, old: int, new: int) -> bool:
        """Put someone among those of another tier; says whether that was needed."""
        if old == new:
            return False
        run = self._connection.execute
        (before,) = run("SELECT row FROM named WHERE id = ?", (number,)).fetchone()
        row = self.gone.free(number, new, set())
        for table in _ROWS:
            run(f"UPDATE {table} SET rowid = ? WHERE rowid = ?", (row, before))
        run("UPDATE named SET tier = ?, turn = ? WHERE id = ?", (new, turn_of(row), number))
        return True

    def said(self, row: int) -> tuple[tuple[str, str, str] | None, Things]:
        """What stands under a row number: the words own, alt, kin, and the things."""
        found = self._connection.execute("SELECT own, alt, kin FROM ns WHERE rowid = ?", (row,)).fetchone()
        return found, self._things.of(row)

    def put(self, number: int, made: Made, *, at_once: bool) -> tuple[set[str], set[str]]:
        """Make one person's rows say this, writing only what has changed; answers their words before and after.

        What they said before is gone, and taken out in an idle moment or `at_once`. Someone whose tier alone is
        another keeps their row number until an idle moment: see `NameIndex.freshen`.
        """
        run = self._connection.execute
        after = words_of(*made.terms[:2])
        found = run(f"SELECT {', '.join(_NAMED)}, row FROM named WHERE id = ?", (number,)).fetchone()
        if found is None:
            self.write([(number, made)])
            return set(), after
        *old, row = found
        tier = old[_NAMED.index("tier")]
        terms, things = self.said(row)
        if (terms, things) != (made.terms, made.things):
            old_row, tier = row, self.tier(made.seen)
            row = self.gone.free(number, tier, {old_row})
            if terms is not None:
                self.gone.leave(old_row, at_once=at_once)
            self._write_rows([(row, made)])
        new = made.uid, *made.named, made.seen, tier, turn_of(row)
        if changed := {column: cell for column, cell, was in zip(_NAMED, new, old, strict=True) if cell != was}:
            # An index is written for each column that is named here, whatever it is set to.
            told = ", ".join(f"{column} = ?" for column in changed)
            run(f"UPDATE named SET {told} WHERE id = ?", (*changed.values(), number))
        if self.numbers_of(number) != sorted(made.numbers):
            self.gone.leave_numbers(number, at_once=at_once)
            self.write_numbers([(number, made)])
        if self.codes_of(number) != sorted(made.codes):
            run("DELETE FROM scanned_code WHERE person_id = ?", (number,))
            self.write_codes([(number, made)])
        return words_of(*terms[:2]) if terms else set(), after

    def write(self, people: Sequence[tuple[int, Made]]) -> None:
        """Write down people of whom the tables say nothing yet."""
        gone = self.gone.rows()
        rows: list[tuple[int, Made]] = []
        named = []
        for number, made in people:
            tier = self.tier(made.seen)
            row = row_of(number, tier)
            if row in gone:
                row = self.gone.free(number, tier, set())
            rows.append((row, made))
            named.append((number, made.uid, *made.named, made.seen, tier, turn_of(row)))
        self._connection.executemany(
            f"INSERT INTO named (id, {', '.join(_NAMED)}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)", named
        )
        self._write_rows(rows)
        self.write_numbers(people)
        self.write_codes(people)

    def _write_rows(self, rows: Sequence[tuple[int, Made]]) -> None:
        self._connection.executemany(
            "INSERT INTO ns (rowid, own, alt, kin) VALUES (?, ?, ?, ?)",
            sorted((row, *made.terms) for row, made in rows),
        )
        self._things.write((row, made.things) for row, made in rows)

    def write_numbers(self, people: Iterable[tuple[int, Made]]) -> None:
        """Write telephone numbers down, forwards, backwards and in threes."""
        (last,) = self._connection.execute("SELECT coalesce(max(id), 0) FROM phone_digits").fetchone()
        numbers = ((number, digits) for number, made in people for digits in made.numbers)
        rows = [(place, number, digits, digits[::-1]) for place, (number, digits) in enumerate(numbers, last + 1)]
        many = self._connection.executemany
        many("INSERT INTO phone_digits (id, person_id, digits, backwards) VALUES (?, ?, ?, ?)", rows)
        many("INSERT INTO phone_parts (rowid, digits) VALUES (?, ?)", [(row[0], row[2]) for row in rows])

    def write_codes(self, people: Iterable[tuple[int, Made]]) -> None:
        """Write codes down."""
        rows = [(code, number) for number, made in people for code in made.codes]
        self._connection.executemany("INSERT INTO scanned_code (code, person_id) VALUES (?, ?)", rows)

    def remove(self, number: int, *, at_once: bool) -> set[str]:
        """Let nothing be said of someone any more; answers the words they were called by."""
        run = self._connection.execute
        (row,) = run("SELECT row FROM named WHERE id = ?", (number,)).fetchone()
        terms, _ = self.said(row)
        if terms is not None:
            self.gone.leave(row, at_once=at_once)
        self.gone.leave_numbers(number, at_once=at_once)
        run("DELETE FROM scanned_code WHERE person_id = ?", (number,))
        run("DELETE FROM named WHERE id = ?", (number,))
        return words_of(*terms[:2]) if terms else set()

    def clear(self) -> None:
        """Take out all that is said of anybody; where a table contradicts itself, not one of its pages is read."""
        run = self._connection.execute
        for table in _ROWS:
            run(f"DELETE FROM {table}_content")
        for table in ("named", "phone_digits", "scanned_code", "gone"):
            run(f"DELETE FROM {table}")
        for table in ("ns", "thing", "phone_parts"):
            run(f"INSERT INTO {table} ({table}) VALUES ('rebuild')")

    def merge(self) -> None:
        """Make one of the small pieces that edits have left, some pages' worth."""
        for table in _MERGED:
            self._connection.execute(f"INSERT INTO {table} ({table}, rank) VALUES ('merge', {_PAGES})")

    def merge_all(self) -> bool:
        """Go on making all the pieces of each table one; says whether there is more to do."""
        run = self._connection.execute
        for table in _MERGED:
            (before,) = run("SELECT total_changes()").fetchone()
            run(f"INSERT INTO {table} ({table}, rank) VALUES ('merge', {-_PAGES * 4})")
            # SQLite's own word for "nothing was done".
            if run("SELECT total_changes()").fetchone()[0] - before > 1:
                return True
        return False

    def overwrite(self, names: bool) -> None:
        """Whether what is taken out is overwritten at once, or when the pieces of a table become one."""
        for table in _ROWS:
            self._connection.execute(f"INSERT INTO {table} ({table}, rank) VALUES ('secure-delete', ?)", (int(names),))

    def tidy(self) -> None:
        """Bring the tables into their smallest, quickest shape."""
        for table in _MERGED:
            self._connection.execute(f"INSERT INTO {table} ({table}) VALUES ('optimize')")

    def numbers_of(self, number: int) -> list[str]:
        """Someone's telephone numbers as digits."""
        return sorted(
            row[0] for row in self._connection.execute("SELECT digits FROM phone_digits WHERE person_id = ?", (number,))
        )

    def codes_of(self, number: int) -> list[str]:
        """Someone's codes."""
        return sorted(
            row[0] for row in self._connection.execute("SELECT code FROM scanned_code WHERE person_id = ?", (number,))
        )
