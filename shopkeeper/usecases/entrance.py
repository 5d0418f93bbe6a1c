"""Entrance: what a start finds, and why a book stays closed. Values only: the window knows them before the store."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from shopkeeper.domain.phrase import Phrase
from shopkeeper.usecases.refused import words_for


class Start(StrEnum):
    """What the program finds when it starts."""

    NO_BOOK = "no-book"  # first start
    READY = "ready"  # a keychain holds the key: open without asking
    ASK = "ask"  # a passphrase is needed
    ASKING = "asking"  # the keychain has not answered yet: look again in a moment


class Why(StrEnum):
    """Why a book was not opened."""

    WRONG_PASSPHRASE = "wrong-passphrase"
    DAMAGED = "damaged"
    TOO_NEW = "too-new"
    MISSING = "missing"  # the header is there and the book is not, or the other way round
    BUSY = "busy"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Refusal:
    """A book that was not opened: why, what happened, what was kept, what to do."""

    why: Why
    happened: Phrase
    kept: Phrase | None = None
    to_do: Phrase | None = None


def refusal_of(error: Exception) -> Refusal:
    """An error of the shopkeeper's world as a refusal; one of ours goes on to the crash page."""
    from shopkeeper import store

    happened = words_for(error)
    if happened is None:
        raise error
    match error:
        case store.WrongPassphrase() | store.WrongRecoveryKey():
            why = Why.WRONG_PASSPHRASE
        case store.Damaged():
            why = Why.DAMAGED
        case store.TooNew():
            why = Why.TOO_NEW
        case store.Missing():
            why = Why.MISSING
        case store.Busy():
            why = Why.BUSY
        case _:
            why = Why.OTHER
    return Refusal(why, happened)
