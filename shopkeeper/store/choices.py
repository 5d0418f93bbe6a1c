"""Choices: whom somebody picked when this was in the search box, so that of two equals they stand first next time.

They are no part of what is remembered of a person, but of how this shop types: so no act holds them, undo and history
know nothing of them, and they leave with their person and with no export.
"""

from __future__ import annotations

from typing import Final

from shopkeeper.store.statements import Connection

_LONGEST: Final = 40  # letters; of a longer text its beginning says as much
_TEXTS: Final = 8  # kept of one person: the last one, then those chosen most often
_TIMES: Final = 9  # more than this says nothing more
# What one or two letters begin is too much to look through, and says too little.
_PLAIN: Final = 3
_MOST: Final = 400

_CHOSEN: Final = "SELECT person_id, times FROM choice WHERE typed = ?"
_CHOSEN_LATER: Final = f"SELECT person_id, times FROM choice WHERE typed >= ? AND typed < ? LIMIT {_MOST}"


class Choices:
    """The table of choices."""

    def __init__(self, connection: Connection) -> None:
        """Stand on an open store."""
        self._connection = connection

    def learn(self, typed: str, person: int) -> None:
        """Someone was chosen when this had been typed."""
        run = self._connection.execute
        run(
            "INSERT INTO choice (typed, person_id, times) VALUES (?, ?, 1)"
            f" ON CONFLICT (typed, person_id) DO UPDATE SET times = min(times + 1, {_TIMES})",
            (typed[:_LONGEST], person),
        )
        run(
            "DELETE FROM choice WHERE id IN (SELECT id FROM choice WHERE person_id = ? AND typed <> ?"
            f" ORDER BY times DESC, id DESC LIMIT -1 OFFSET {_TEXTS - 1})",
            (person, typed[:_LONGEST]),
        )

    def chosen(self, typed: str) -> dict[int, int]:
        """Who was chosen when this, or what it begins, was typed, and how often."""
        typed = typed[:_LONGEST]
        if len(typed) < _PLAIN:
            rows = self._connection.execute(_CHOSEN, (typed,))
        else:
            rows = self._connection.execute(_CHOSEN_LATER, (typed, typed + "\U0010ffff"))
        times: dict[int, int] = {}
        for person, often in rows:
            times[person] = times.get(person, 0) + often
        return times

    def forget(self, person: int) -> None:
        """Nobody has ever chosen them."""
        self._connection.execute("DELETE FROM choice WHERE person_id = ?", (person,))

    def forget_strangers(self) -> None:
        """Forget the choices of people who are not in the book."""
        self._connection.execute("DELETE FROM choice WHERE person_id NOT IN (SELECT id FROM person)")

    def of_strangers(self) -> int:
        """How many choices are of people who are not in the book."""
        found = "SELECT count(*) FROM choice WHERE person_id NOT IN (SELECT id FROM person)"
        return int(self._connection.execute(found).fetchone()[0])
