"""The key of the book, and who may hold it.

A random key opens the book. It is kept only in this header beside the book, wrapped once for each holder:
the keychain of this account, a passphrase, a recovery key. So with two holders losing one never loses the
book, and changing one never rewrites it. The header is also what tells a wrong passphrase from damage: it
has a sum over itself, so a holder that does not open an undamaged header is simply the wrong one, and a book
that does not open with the key that the header knows is damaged.
"""

from __future__ import annotations

import base64
import contextlib
import errno
import os
import sys
import unicodedata
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from shopkeeper.domain.record import Uid
from shopkeeper.store.errors import DiskFull, ReadOnly, StoreError, WrongKey
from shopkeeper.store.key_errors import (
    HeaderDamaged,
    HeaderMissing,
    HeaderTooNew,
    NotAHolder,
    WrongKeychainKey,
    WrongPassphrase,
    WrongRecoveryKey,
)
from shopkeeper.store.recovery_key import MistypedRecoveryKey, new_recovery_key, read_recovery_key

# All that belongs to the key, in one place for the store's door.
__all__ = [
    "Cost",
    "Header",
    "HeaderDamaged",
    "HeaderMissing",
    "HeaderTooNew",
    "Holder",
    "MistypedRecoveryKey",
    "NotAHolder",
    "WrongKeychainKey",
    "WrongPassphrase",
    "WrongRecoveryKey",
    "new_data_key",
    "new_recovery_key",
    "new_wrapping_key",
]

VERSION: Final = 1
KEY_BYTES: Final = 32
_WHAT: Final = "Shopkeeper key"
_NONCE_BYTES: Final = 12
_SALT_BYTES: Final = 16
_LONGEST_FILE: Final = 64 * 1024


class Holder(StrEnum):
    """Who can open the book."""

    KEYCHAIN = "keychain"
    PASSPHRASE = "passphrase"
    RECOVERY = "recovery"


@dataclass(frozen=True, slots=True)
class Cost:
    """What guessing one passphrase costs (Argon2id, RFC 9106): memory in KiB, passes over it, lanes.

    64 MiB, 3 passes, 4 lanes is RFC 9106's second recommendation; it takes 0.15 s on a shop's machine.
    """

    memory: int = 64 * 1024
    iterations: int = 3
    lanes: int = 4

    def is_sane(self) -> bool:
        """Whether a header may ask for this: a forged one must not make the till stop for a day."""
        return 8 * self.lanes <= self.memory <= 1024 * 1024 and 1 <= self.iterations <= 32 and 1 <= self.lanes <= 16


@dataclass(frozen=True, slots=True)
class Wrapped:
    """The book's key as one holder keeps it; salt and cost only where the holder is a passphrase."""

    nonce: bytes
    sealed: bytes
    salt: bytes = b""
    cost: Cost | None = None


@dataclass(frozen=True, slots=True)
class Header:
    """The header file of one book: a value; each holder given or taken makes a new one, and `write` keeps it."""

    book_id: Uid
    check: bytes
    held: Mapping[Holder, Wrapped] = field(default_factory=lambda: MappingProxyType({}))

    @classmethod
    def new(cls, data_key: bytes, book_id: Uid) -> Header:
        """The header of a new book, which nobody holds yet."""
        return cls(book_id, _check_of(_right_size(data_key), book_id))

    @property
    def holders(self) -> frozenset[Holder]:
        """Who can open the book."""
        return frozenset(self.held)

    def knows(self, data_key: bytes) -> bool:
        """Whether this is the book's key. If it is, and the book still does not open, the book is damaged."""
        import hmac

        return hmac.compare_digest(self.check, _check_of(data_key, self.book_id))

    def with_passphrase(self, data_key: bytes, passphrase: str, cost: Cost | None = None) -> Header:
        """The same book, opened by this passphrase from now on, and by no older one."""
        cost = cost or Cost()
        salt = os.urandom(_SALT_BYTES)
        wrapped = self._wrap(data_key, Holder.PASSPHRASE, _stretched(passphrase, salt, cost))
        return self._given(Holder.PASSPHRASE, replace(wrapped, salt=salt, cost=cost))

    def with_wrapping_key(self, data_key: bytes, holder: Holder, key: bytes) -> Header:
        """The same book, opened by a random key that somebody else keeps for us, such as the keychain."""
        return self._given(holder, self._wrap(data_key, holder, _right_size(key)))

    def with_recovery_key(self, data_key: bytes, text: str) -> Header:
        """The same book, opened by this recovery key from now on, and by no older one."""
        return self.with_wrapping_key(data_key, Holder.RECOVERY, self._recovery_wrapping_key(text))

    def without(self, holder: Holder) -> Header:
        """The same book, no longer opened by this holder. The last one cannot go: nobody could open the book."""
        left = {one: wrapped for one, wrapped in self.held.items() if one is not holder}
        if not left:
            raise ValueError("the last holder of a book's key cannot be taken away")
        return replace(self, held=MappingProxyType(left))

    def open_with_passphrase(self, passphrase: str) -> bytes:
        """The book's key. Slow on purpose; waiting longer after each wrong one is the caller's business."""
        wrapped = self._wrapped(Holder.PASSPHRASE)
        if wrapped.cost is None:
            raise HeaderDamaged
        if not passphrase:
            raise WrongPassphrase
        return self._unwrap(Holder.PASSPHRASE, _stretched(passphrase, wrapped.salt, wrapped.cost), WrongPassphrase)

    def open_with_wrapping_key(self, holder: Holder, key: bytes) -> bytes:
        """The book's key, from the random key that this holder kept."""
        return self._unwrap(holder, key, WrongKeychainKey if holder is Holder.KEYCHAIN else WrongRecoveryKey)

    def open_with_recovery_key(self, text: str) -> bytes:
        """The book's key, from a recovery key as somebody typed it off the sheet."""
        return self.open_with_wrapping_key(Holder.RECOVERY, self._recovery_wrapping_key(text))

    def as_text(self) -> str:
        """The header as it stands in its file: JSON that a person can look at, with a sum over itself."""
        import json

        said: dict[str, Any] = {
            "what": _WHAT,
            "version": VERSION,
            "book": self.book_id,
            "check": _to_text(self.check),
            "holders": {holder.value: _said_of(wrapped) for holder, wrapped in sorted(self.held.items())},
        }
        return json.dumps({**said, "sum": _sum_of(said)}, indent=1) + "\n"

    @classmethod
    def from_text(cls, text: str) -> Header:
        """The header that was written as this text."""
        import json

        try:
            said = json.loads(text)
            if said["what"] != _WHAT:
                raise HeaderDamaged
            if isinstance(said["version"], int) and said["version"] > VERSION:
                raise HeaderTooNew(said["version"], VERSION)
            if said.pop("sum") != _sum_of(said):
                raise HeaderDamaged
            held = {Holder(name): _wrapped_of(one) for name, one in said["holders"].items()}
            return cls(str(said["book"]), _to_bytes(said["check"]), MappingProxyType(held))
        except (ArithmeticError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
            raise HeaderDamaged from error

    @classmethod
    def read(cls, path: Path) -> Header:
        """The header that was kept at this path; its copy stands in for one that is damaged or gone."""
        try:
            return cls._read_one(path)
        except StoreError:
            with contextlib.suppress(StoreError):
                return cls._read_one(_copy_of(path))
            raise

    def write(self, path: Path) -> None:
        """Keep this header, whole or not at all, and then its copy: one bad sector must not cost the book."""
        if not self.held:
            raise ValueError("a header without a holder would lock everybody out")
        text = self.as_text()
        try:
            for one in (path, _copy_of(path)):
                _write_whole(one, text)
        except OSError as error:
            raise _trouble(error) from error

    @classmethod
    def _read_one(cls, path: Path) -> Header:
        try:
            with path.open("rb") as file:
                found = file.read(_LONGEST_FILE)
        except FileNotFoundError as error:
            raise HeaderMissing from error
        except OSError as error:
            # A sector that cannot be read is damage; a right that is missing is not.
            raise (HeaderDamaged if error.errno == errno.EIO else StoreError) from error
        return cls.from_text(found.decode("utf-8", "replace"))

    def _given(self, holder: Holder, wrapped: Wrapped) -> Header:
        return replace(self, held=MappingProxyType({**self.held, holder: wrapped}))

    def _wrapped(self, holder: Holder) -> Wrapped:
        try:
            return self.held[holder]
        except KeyError:
            raise NotAHolder from None

    def _wrap(self, data_key: bytes, holder: Holder, key: bytes) -> Wrapped:
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        if not self.knows(data_key):
            raise ValueError("this is not the key of this book")
        nonce = os.urandom(_NONCE_BYTES)
        return Wrapped(nonce, AESGCM(key).encrypt(nonce, data_key, self._belongs_to(holder)))

    def _unwrap(self, holder: Holder, key: bytes, wrong: type[WrongKey]) -> bytes:
        from cryptography.exceptions import InvalidTag
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        wrapped = self._wrapped(holder)
        if len(key) != KEY_BYTES:
            raise wrong
        try:
            data_key = AESGCM(key).decrypt(wrapped.nonce, wrapped.sealed, self._belongs_to(holder))
        except InvalidTag:
            raise wrong from None
        if not self.knows(data_key):
            raise HeaderDamaged
        return data_key

    def _belongs_to(self, holder: Holder) -> bytes:
        """Ties a wrapped key to its book and its holder: one cannot be moved to the place of another."""
        return f"{_WHAT} {VERSION}|{self.book_id}|{holder.value}".encode()

    def _recovery_wrapping_key(self, text: str) -> bytes:
        import hmac

        # 160 random bits need no stretching, only the right length.
        return hmac.digest(read_recovery_key(text), b"Shopkeeper recovery|" + self.book_id.encode(), "sha256")


def new_data_key() -> bytes:
    """A key for a new book."""
    return os.urandom(KEY_BYTES)


def new_wrapping_key() -> bytes:
    """A key for the keychain to keep."""
    return new_data_key()


def _right_size(key: bytes) -> bytes:
    if len(key) != KEY_BYTES:
        raise ValueError(f"a key has {KEY_BYTES} bytes")
    return key


def _check_of(data_key: bytes, book_id: Uid) -> bytes:
    import hmac

    return hmac.digest(data_key, b"Shopkeeper key check|" + book_id.encode(), "sha256")[:16]


def _stretched(passphrase: str, salt: bytes, cost: Cost) -> bytes:
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

    if not passphrase:
        raise ValueError("an empty passphrase keeps nobody out")
    # One machine types é as one sign, another as two.
    words = unicodedata.normalize("NFC", passphrase).encode("utf-8", "surrogatepass")
    maker = Argon2id(salt=salt, length=KEY_BYTES, iterations=cost.iterations, lanes=cost.lanes, memory_cost=cost.memory)
    return maker.derive(words)


def _said_of(wrapped: Wrapped) -> dict[str, Any]:
    said: dict[str, Any] = {"nonce": _to_text(wrapped.nonce), "sealed": _to_text(wrapped.sealed)}
    if wrapped.cost is not None:
        said |= {"salt": _to_text(wrapped.salt), "argon2id": asdict(wrapped.cost)}
    return said


def _wrapped_of(said: Mapping[str, Any]) -> Wrapped:
    cost = None
    if "argon2id" in said:
        numbers = said["argon2id"]
        cost = Cost(int(numbers["memory"]), int(numbers["iterations"]), int(numbers["lanes"]))
        if not cost.is_sane():
            raise HeaderDamaged
    nonce, sealed, salt = _to_bytes(said["nonce"]), _to_bytes(said["sealed"]), _to_bytes(said.get("salt", ""))
    if len(nonce) != _NONCE_BYTES or len(sealed) != KEY_BYTES + 16 or (cost is not None and len(salt) < 8):
        raise HeaderDamaged
    return Wrapped(nonce, sealed, salt, cost)


def _sum_of(said: Mapping[str, Any]) -> str:
    """Finds a bit that fell over. It keeps no forger out, and need not: a forged header opens nothing."""
    import hashlib
    import json

    return hashlib.sha256(json.dumps(said, sort_keys=True, separators=(",", ":")).encode()).hexdigest()


def _to_text(value: bytes) -> str:
    return base64.b64encode(value).decode("ascii")


def _to_bytes(text: str) -> bytes:
    return base64.b64decode(text, validate=True)


def _copy_of(path: Path) -> Path:
    return path.with_name(path.name + ".copy")


def _write_whole(path: Path, text: str) -> None:
    """Put a file in place of an older one so that a power cut leaves the one or the other, never half of any."""
    half = path.with_name(path.name + ".new")
    handle = os.open(half, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(text.encode("utf-8"))
            file.flush()
            _to_disk(file.fileno())
        half.replace(path)
    except BaseException:
        half.unlink(missing_ok=True)
        raise
    if sys.platform != "win32":
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            _to_disk(folder)
        finally:
            os.close(folder)


def _to_disk(handle: int) -> None:
    if sys.platform == "darwin":
        import fcntl

        # There fsync leaves it in the drive's own cache.
        fcntl.fcntl(handle, fcntl.F_FULLFSYNC)
    else:
        os.fsync(handle)


def _trouble(error: OSError) -> StoreError:
    if error.errno in (errno.ENOSPC, getattr(errno, "EDQUOT", -1)):
        return DiskFull()
    if error.errno in (errno.EROFS, errno.EACCES, errno.EPERM):
        return ReadOnly()
    return StoreError()
