"""The keychain of this account: where the operating system keeps a secret for us.

Only a real one counts. What keeps secrets in the clear, or nowhere, or asks in a terminal, is no keychain.
"""

from __future__ import annotations

import base64
import binascii
import threading
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final, Generic, TypeVar

from shopkeeper.domain.phrase import translate

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

_SERVICE: Final = "Shopkeeper"
_LIMIT: Final = 3.0
_NOBODY: Final = "is anybody there"
# Backends of these modules hold nothing, or hold it in the clear, or want a terminal.
_REFUSED: Final = ("keyring.backends.fail", "keyring.backends.null", "keyrings.alt", "keyrings.cryptfile")
_T = TypeVar("_T")


class KeychainSilent(Exception):
    """There is no keychain here, or it is locked, or it did not answer in time."""

    phrase = translate("Keychain", "The keychain of this computer does not answer.")


class Asking(Generic[_T]):
    """A question that the keychain has been asked: looked at now and then, by whoever must not wait."""

    def __init__(self, limit: float) -> None:
        self._until = time.monotonic() + limit
        self._answers: list[_T] = []
        self._errors: list[BaseException] = []

    @classmethod
    def over(cls) -> Asking[_T]:
        """Nobody is asked, and nothing answers."""
        asking: Asking[_T] = cls(0.0)
        asking._errors.append(KeychainSilent())
        return asking

    @property
    def is_over(self) -> bool:
        """Whether there is an answer, or there will be none."""
        return bool(self._answers or self._errors) or time.monotonic() >= self._until

    def answer(self, otherwise: _T | None = None) -> _T:
        """What it answered; `otherwise`, or KeychainSilent, where it did not."""
        if self._answers:
            return self._answers[0]
        if otherwise is not None:
            return otherwise
        raise KeychainSilent from (self._errors[0] if self._errors else None)

    def run(self, ask: Callable[[], _T], turn: threading.Lock) -> None:
        """Ask, on the thread that may wait for it."""
        try:
            self._answers.append(ask())
        except BaseException as error:
            self._errors.append(error)
        finally:
            turn.release()


class Keychain:
    """The keychain that the system offers to this account. Never asked on a thread that has a window."""

    # One call at a time in the whole process: a keychain that hangs must not collect a crowd of threads.
    _turn: Final = threading.Lock()

    def __init__(self, limit: float = _LIMIT) -> None:
        self._limit = limit

    def available(self) -> bool:
        """Whether there is a real keychain and it answers."""
        try:
            # Asked for something that is never there: a backend may be installed without a service behind it.
            self._in_time(lambda: _backend().get_password(_SERVICE, _NOBODY))
        except KeychainSilent:
            return False
        return True

    def get(self, name: str) -> bytes | None:
        """The secret kept under this name; None when the keychain answers that it has none."""
        return self._in_time(lambda: _kept_under(name))

    def begin(self, name: str) -> Asking[bytes | None]:
        """Ask for a secret and do not wait: for a thread that has a window."""
        return self._begun(lambda: _kept_under(name))

    def begin_looking(self) -> Asking[bool]:
        """Ask whether there is a real keychain, and do not wait."""
        return self._begun(lambda: _kept_under(_NOBODY) is None)

    def put(self, name: str, secret: bytes) -> None:
        """Keep a secret under this name, in place of an older one, and see that it is really there."""
        text = base64.b64encode(secret).decode("ascii")

        def keep() -> str | None:
            backend = _backend()
            backend.set_password(_SERVICE, name, text)
            return backend.get_password(_SERVICE, name)

        if self._in_time(keep) != text:
            raise KeychainSilent

    def _in_time(self, ask: Callable[[], _T]) -> _T:
        """Ask on a thread of its own, for as long as the limit allows."""
        if not self._turn.acquire(timeout=self._limit):
            raise KeychainSilent
        asking, thread = self._asked(ask)
        thread.join(self._limit)
        return asking.answer()

    def _begun(self, ask: Callable[[], _T]) -> Asking[_T]:
        # Somebody else's question that hangs is not waited for here either.
        return self._asked(ask)[0] if self._turn.acquire(blocking=False) else Asking.over()

    def _asked(self, ask: Callable[[], _T]) -> tuple[Asking[_T], threading.Thread]:
        asking: Asking[_T] = Asking(self._limit)
        thread = threading.Thread(target=asking.run, args=(ask, self._turn), name="keychain", daemon=True)
        thread.start()
        return asking, thread


def _kept_under(name: str) -> bytes | None:
    text = _backend().get_password(_SERVICE, name)
    if text is None:
        return None
    try:
        return base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        return None  # written by somebody else: not a secret of ours


def _backend() -> KeyringBackend:
    """The real keychain behind `keyring`; imported here, because looking for it takes a while."""
    import keyring

    return _real(keyring.get_keyring())


def _real(found: Any) -> KeyringBackend:
    """The backend itself; of a chain, the first one that counts."""
    for backend in getattr(found, "backends", (found,)):
        if _counts(backend):
            real: KeyringBackend = backend
            return real
    raise KeychainSilent


def _counts(backend: KeyringBackend) -> bool:
    kind = type(backend)
    if kind.__module__.startswith(_REFUSED) or "plaintext" in kind.__name__.casefold():
        return False
    try:
        # keyring's own measure: below 1 is "not recommended", which is where everything in the clear stands.
        return float(backend.priority) >= 1
    except Exception:
        return False
