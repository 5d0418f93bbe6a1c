"""What can go wrong with the book, each with a plain sentence: what happened, what was kept, what to do."""

from __future__ import annotations

from shopkeeper.domain.phrase import Phrase, translate
from shopkeeper.domain.record import Uid


class StoreError(Exception):
    """The book could not do what was asked. Nothing half-done is ever left behind."""

    def __init__(self, phrase: Phrase | None = None) -> None:
        self.phrase: Phrase = phrase or self.usual()
        super().__init__(self.phrase.in_english())

    @classmethod
    def usual(cls) -> Phrase:
        """The sentence for this kind of trouble, when nothing more is known about it."""
        return translate("Store", "The book could not be read or written. Nothing was changed. Please try again.")


class WrongKey(StoreError):
    """What was offered does not open the book; the book itself is well."""

    @classmethod
    def usual(cls) -> Phrase:
        return translate("Store", "This does not open the book. The book is untouched. Please try again.")


class Damaged(StoreError):
    """The file is not what was written: said only when the key is known to be right."""

    @classmethod
    def usual(cls) -> Phrase:
        return translate(
            "Store",
            "The book's file is damaged. It was not changed and nothing was put in its place. "
            "Keep the damaged file, and put a copy of the book in its place if you have one.",
        )


class TooNew(StoreError):
    """The book was written by a newer Shopkeeper."""

    def __init__(self, found: int, known: int) -> None:
        self.found = found
        self.known = known
        super().__init__(
            translate(
                "Store",
                "This book was written by a newer Shopkeeper (book version {found}, this program knows {known}). "
                "It was not changed. Please update Shopkeeper.",
            ).with_values(found=found, known=known)
        )


class NewerSQLiteNeeded(StoreError):
    """The database library is one that can damage books."""

    def __init__(self, found: str, needed: str) -> None:
        super().__init__(
            translate(
                "Store",
                "This computer's database library ({found}) has a fault that can damage books; {needed} is needed. "
                "The book was not opened. Please install Shopkeeper again.",
            ).with_values(found=found, needed=needed)
        )


class Busy(StoreError):
    """Something else is writing, such as an import; the same act may be tried again in a moment."""

    @classmethod
    def usual(cls) -> Phrase:
        return translate("Store", "The book is being written to. Nothing was changed. Please try again in a moment.")


class Conflict(StoreError):
    """What an act starts from is no longer what is written down."""

    def __init__(
        self, phrase: Phrase | None = None, *, kind: str = "", uid: Uid = "", field: str | None = None
    ) -> None:
        self.kind = kind
        self.uid = uid
        self.field = field
        super().__init__(phrase)

    @classmethod
    def usual(cls) -> Phrase:
        return translate("Store", "Something newer was written down meanwhile. Nothing was changed. Please look again.")


class Missing(StoreError):
    """What was asked for is not there."""


class BookMissing(Missing):
    """There should be a book, and there is no file, or an empty one. A new book is never put in its place."""

    @classmethod
    def usual(cls) -> Phrase:
        return translate(
            "Store",
            "The book is not where it should be: its file is missing or empty. Nothing was put in its place. "
            "Look for it, or put a copy of it back.",
        )


class PersonMissing(Missing):
    """Nobody of this uid is in the book."""

    @classmethod
    def usual(cls) -> Phrase:
        return translate("Store", "This person is no longer in the book.")


class ActMissing(Missing):
    """No act of this uid is in the book's history."""

    @classmethod
    def usual(cls) -> Phrase:
        return translate("Store", "This step is not in the book's history. Nothing was changed.")


class AlreadyThere(StoreError):
    """A new book was to be made where something already is."""

    @classmethod
    def usual(cls) -> Phrase:
        return translate(
            "Store",
            "There is already a book, or what is left of one, in this place. It was kept; no new book was made.",
        )


class ReadOnly(StoreError):
    """The book can be looked at, but not written here."""

    @classmethod
    def usual(cls) -> Phrase:
        return translate(
            "Store", "The book cannot be written here; it can still be looked at. Nothing was changed. Check the disk."
        )


class DiskFull(StoreError):
    """There is no room left on the disk."""

    @classmethod
    def usual(cls) -> Phrase:
        return translate(
            "Store", "The disk is full. What was already in the book is kept; this last step was not. Please make room."
        )


class NotAccepted(StoreError):
    """A value that no book can hold, such as half a letter from a broken file."""

    @classmethod
    def usual(cls) -> Phrase:
        return translate("Store", "This cannot be written down as it is. Nothing was changed.")
