"""The name index: who can be found by what, written in the same transaction as the person.

Its tables are made by the migrations. Nothing here begins or ends a transaction: the store's door does.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final

from shopkeeper.domain.phrase import Phrase, translate
from shopkeeper.domain.record import Uid
from shopkeeper.search import keys
from shopkeeper.search.hit import Relative
from shopkeeper.search.rank import row_of, tier_ends, tier_of
from shopkeeper.store.many import in_chunks
from shopkeeper.store.name_lookup import Connection, NameLookup
from shopkeeper.store.name_rows import Entry, NameRows, made_of

__all__ = ["SEARCH_BROKEN", "Entry", "NameIndex", "Relative"]

SEARCH_BROKEN: Final = translate("Store", "The tables of the search contradict themselves.")


class NameIndex(NameLookup):
    """Everyone who can be found, kept true with every edit."""

    def __init__(self, connection: Connection, today: date) -> None:
        """Stand on an open store; today decides who counts as seen lately."""
        super().__init__(connection)
        self._rows = NameRows(connection, today)

    def put(self, entry: Entry) -> None:
        """Make one person findable by what is known now; what has not changed is not written."""
        made = made_of(entry)
        number = self._rows.number(made.uid)
        if number is None:
            return
        run = self._connection.execute
        tier = self._rows.tier(made.seen)
        old = run("SELECT uid, shown, nick, kin, tier, seen FROM named WHERE id = ?", (number,)).fetchone()
        if old is None:
            self._rows.write([(number, made)])
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
        if self._rows.numbers_of(number) != sorted(made.numbers):
            self._rows.drop_numbers(number)
            self._rows.write_numbers([(number, made)])
        if self._rows.codes_of(number) != sorted(made.codes):
            run("DELETE FROM scanned_code WHERE person_id = ?", (number,))
            self._rows.write_codes([(number, made)])

    def put_many(self, entries: Iterable[Entry]) -> None:
        """Make many people findable, as an import does."""
        for some in in_chunks(entries):
            batch = {made.uid: made for made in map(made_of, some)}
            marks = ",".join("?" * len(batch))
            numbers = self._connection.execute(
                f"SELECT id, uid FROM person WHERE uid IN ({marks})", list(batch)
            ).fetchall()
            old = self._connection.execute(f"SELECT id FROM named WHERE uid IN ({marks})", list(batch)).fetchall()
            for (number,) in old:
                self._rows.remove(number)
            self._rows.write([(number, batch[uid]) for number, uid in numbers])

    def drop(self, uid: Uid) -> None:
        """Someone can no longer be found; someone who could not be found before is no mistake."""
        known = self._connection.execute("SELECT id FROM named WHERE uid = ?", (uid,)).fetchone()
        if known is not None:
            self._rows.remove(known[0])

    def freshen(self, today: date) -> int:
        """Move those whom time has carried into another tier since they were written; says how many."""
        self._rows.today = today
        moved = 0
        for tier in range(tier_of(None) + 1):
            last = tier_ends(tier)
            newest = today.toordinal() - (tier_ends(tier - 1) or 0) if tier else None
            strayed = self._connection.execute(
                "SELECT id, seen FROM named WHERE tier = ? AND (seen < ? OR seen >= ?)",
                (tier, -1 if last is None else today.toordinal() - last, 10_000_000 if newest is None else newest),
            ).fetchall()
            for number, seen in strayed:
                moved += self._rows.move(number, tier, self._rows.tier(seen))
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

    def is_whole(self) -> bool:
        """Whether the tables of the index agree with themselves."""
        return self._rows.is_whole()

    def mend(self, entries: Iterable[Entry]) -> None:
        """Make the index anew although its tables contradict themselves: not one of its pages is read."""
        self._connection.execute("INSERT INTO ns (ns) VALUES ('rebuild')")
        self.rebuild(entries)

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
            made = made_of(entry)
            checked += 1
            wrong += not self._rows.says(made)
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
                translate("Store", "The search does not find %n person(s) by what is written of them.", "", wrong)
            )
        if strangers or orphans:
            problems.append(
                translate("Store", "The search knows %n thing(s) that belong to nobody.", "", strangers + orphans)
            )
        if not self.is_current():
            problems.append(translate("Store", "The search was made by another version of the program."))
        if not self.is_whole():
            problems.append(SEARCH_BROKEN)
        return tuple(problems)
