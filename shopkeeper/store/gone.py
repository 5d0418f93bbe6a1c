"""What is gone: rows that an edit has left behind in the name index, until a quiet moment takes them out.

FTS5 overwrites what it takes out (secure-delete), and for that writes every page with a beginning of one of the words:
several times what the edit itself writes. So the edit only notes that a row is gone, and no look-up shows it again.
Its letters stay in the encrypted file until `Store.rest`, and go with no backup: they are taken out of the copy.
"""

from __future__ import annotations

from typing import Final

from shopkeeper.search.rank import TURNS, row_of
from shopkeeper.store.statements import Connection

# Schema 2 and those before it have no such rows.
SINCE: Final = 3
# For what follows WHERE rowid.
NOT_GONE: Final = "NOT IN (SELECT id FROM gone)"
NOBODY: Final = 0  # whose telephone numbers are gone
_AT_ONCE: Final = 1  # in one transaction: some five milliseconds, for which a key may have to wait


class Gone:
    """The rows that are no longer true."""

    def __init__(self, connection: Connection) -> None:
        """Stand on an open store."""
        self._connection = connection

    def rows(self) -> set[int]:
        """Their row numbers."""
        return {row for (row,) in self._connection.execute("SELECT id FROM gone")}

    def leave(self, row: int, *, at_once: bool) -> None:
        """What stands under this number is no longer true. `at_once`: it is taken out now, as of a whole town."""
        if at_once:
            self.take_out(row)
        else:
            self._connection.execute("INSERT INTO gone (id) VALUES (?)", (row,))

    def leave_numbers(self, person: int, *, at_once: bool) -> None:
        """The telephone numbers of this person are no longer theirs."""
        if at_once:
            self._take_out_numbers(person)
        else:
            self._connection.execute("UPDATE phone_digits SET person_id = ? WHERE person_id = ?", (NOBODY, person))

    def free(self, number: int, tier: int, taken: set[int]) -> int:
        """A row number for someone, other than these and than all that are gone."""
        turns = [row_of(number, tier, turn) for turn in range(TURNS)]
        used = taken | self.rows()
        row = next((row for row in turns if row not in used), None)
        if row is None:
            # So many edits of one person and no quiet moment.
            self.take_out(*(row for row in turns if row not in taken))
            row = next(row for row in turns if row not in taken)
        return row

    def take_out(self, *rows: int) -> None:
        """Take these rows out, and overwrite what they said."""
        for row in rows:
            for table, column in (("ns", "rowid"), ("thing", "rowid"), ("gone", "id")):
                self._connection.execute(f"DELETE FROM {table} WHERE {column} = ?", (row,))

    def _take_out_numbers(self, person: int, at_most: int = -1) -> int:
        run, theirs = self._connection.execute, (person, at_most)
        rows = run("SELECT id, digits FROM phone_digits WHERE person_id = ? LIMIT ?", theirs).fetchall()
        for row in rows:
            # What is taken out of this index must be told to it again, digit for digit.
            run("INSERT INTO phone_parts (phone_parts, rowid, digits) VALUES ('delete', ?, ?)", row)
            run("DELETE FROM phone_digits WHERE id = ?", row[:1])
        return len(rows)

    def take_out_some(self) -> bool:
        """Take a little of what is gone out for good; says whether there may be more."""
        rows = self._connection.execute("SELECT id FROM gone LIMIT ?", (_AT_ONCE,)).fetchall()
        self.take_out(*(row for (row,) in rows))
        return len(rows) + self._take_out_numbers(NOBODY, _AT_ONCE) > 0

    def take_out_all(self) -> None:
        """Take out all that is gone, as from a copy that leaves the house."""
        while self.take_out_some():
            pass

    def misplaced(self) -> int:
        """How many of them are somebody's row, or no row at all."""
        found = "SELECT count(*) FROM gone WHERE id IN (SELECT row FROM named) OR id NOT IN (SELECT id FROM ns_content)"
        return int(self._connection.execute(found).fetchone()[0])
