"""How far the name index has come: by which rules its rows are made, and how much of the vocabulary is counted."""

from __future__ import annotations

from typing import Final, NamedTuple, Self

from shopkeeper.search import keys
from shopkeeper.store.statements import Connection

# No word comes after it.
EVERY_WORD: Final = "\U0010ffff"


class Progress(NamedTuple):
    """The one row of `name_keys`."""

    version: int = 0  # of the rules; 0: the rows are of several, or of nobody knows which
    reached: int | None = 0  # the people up to this number have rows of these rules; None: all
    counted: str | None = ""  # the vocabulary holds the words that begin no later than this; None: all, and all is tidy

    @classmethod
    def read(cls, connection: Connection) -> Self:
        """As it stands in the book; a book that does not say is as good as one of unknown rules."""
        row = connection.execute("SELECT version, reached, counted FROM name_keys").fetchone()
        return cls() if row is None else cls(*row)

    def write(self, connection: Connection) -> None:
        """Keep it."""
        connection.execute("DELETE FROM name_keys")
        connection.execute("INSERT INTO name_keys (version, reached, counted) VALUES (?, ?, ?)", self)

    @property
    def is_ours(self) -> bool:
        """Whether what is there already is kept by the rules of this program."""
        return self.version == keys.VERSION

    @property
    def is_whole(self) -> bool:
        """Whether everybody and every word has been reached, by the rules of this program."""
        return self.is_ours and self.reached is None and self.counted is None
