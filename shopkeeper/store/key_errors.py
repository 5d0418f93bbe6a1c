"""What can go wrong with the key: the wrong one, or a header that is gone or damaged. The two never look alike."""

from __future__ import annotations

from shopkeeper.domain.phrase import Phrase, translate
from shopkeeper.store.errors import Damaged, Missing, TooNew, WrongKey


class WrongPassphrase(WrongKey):
    """Not the passphrase of this book. The header is undamaged, or it would have said so first."""

    @classmethod
    def usual(cls) -> Phrase:
        return translate("Store", "This is not the passphrase of this book. The book is untouched. Please try again.")


class WrongKeychainKey(WrongKey):
    """The keychain holds the key of another book, or of an older header."""

    @classmethod
    def usual(cls) -> Phrase:
        return translate(
            "Store",
            "The keychain of this computer no longer opens this book. The book is untouched. "
            "Use the passphrase, where the book has one.",
        )


class WrongRecoveryKey(WrongKey):
    """A recovery key without a slip in it, but of another book, or one that was replaced."""

    @classmethod
    def usual(cls) -> Phrase:
        return translate(
            "Store", "This is the recovery key of another book, or one that was replaced. The book is untouched."
        )


class NotAHolder(WrongKey):
    """This book was never given such a holder, or it was taken away."""

    @classmethod
    def usual(cls) -> Phrase:
        return translate("Store", "This book is not opened in this way. The book is untouched. Please use another way.")


class HeaderMissing(Missing):
    """There is a book, and the header that holds its key is gone."""

    @classmethod
    def usual(cls) -> Phrase:
        return translate(
            "Store",
            "The key file beside the book is missing, and without it nobody can open the book. Nothing was changed. "
            "Put it back: it is book.key in a copy of this folder, and it lies beside every backup.",
        )


class HeaderDamaged(Damaged):
    """The header is not what was written; no passphrase can be right or wrong before it is repaired."""

    @classmethod
    def usual(cls) -> Phrase:
        return translate(
            "Store",
            "The key file beside the book is damaged; this is not about the passphrase. Nothing was changed. "
            "Put a sound one in its place: it is book.key in a copy of this folder, and it lies beside every backup.",
        )


class HeaderTooNew(TooNew):
    """The header was written by a newer Shopkeeper."""
