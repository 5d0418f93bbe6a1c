"""Refused: what was asked for cannot be done, in plain words. The one place that tells their world from our bugs."""

from __future__ import annotations

from enum import IntEnum

from shopkeeper.domain.phrase import Phrase


class Why(IntEnum):
    """What kind of refusal it is; the numbers are the exit codes of the command line."""

    NOT_FOUND = 1  # nobody of that name, no book yet, a file that cannot be read, a disk that is full
    ASKED_WRONGLY = 2  # the request itself makes no sense, or there is no screen to open a window on
    NO_KEY = 3  # neither keychain nor passphrase


class Refused(Exception):
    """Something in the shopkeeper's world is in the way: what happened, what was kept, what to do."""

    def __init__(self, phrase: Phrase, why: Why = Why.NOT_FOUND) -> None:
        """Keep the sentence; it is said by whoever faces the shopkeeper, in their language."""
        super().__init__(phrase.in_english())
        self.phrase = phrase
        self.why = why


def passes(error: BaseException) -> bool:
    """Whether it is only that a child of ours is writing: the very same, tried again in a moment, can be done."""
    # Whoever meets this error has the store open; the first picture on the screen is there before the store is.
    from shopkeeper.store import Busy

    return isinstance(error, Busy)


def words_for(error: BaseException) -> Phrase | None:
    """The sentence of an error that belongs to the shopkeeper's world; None: it is a bug of ours."""
    phrase = getattr(error, "phrase", None)
    return phrase if isinstance(phrase, Phrase) else None
