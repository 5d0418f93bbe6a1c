"""The keychain of this account: where the operating system keeps a secret for us.

Only a real one counts. What keeps secrets in the clear, or nowhere, or asks in a terminal, is no keychain.
"""

from __future__ import annotations

import base64
import binascii
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final, TypeVar

from shopkeeper.domain.phrase import translate

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

_SERVICE: Final = "Shopkeeper"
_LIMIT: Final = 3.0
# Backends of these modules hold nothing, or hold it in the clear, or want a terminal.
_REFUSED: Final = ("keyring.backends.fail", "keyring.backends.null", "keyrings.alt", "keyrings.cryptfile")
_T = TypeVar("_T")


class KeychainSilent(Exception):
    """There is no keychain here, or it is locked, or it did not answer in time."""

    phrase = translate("Keychain", "The keychain of this computer does not answer.")


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
            self._in_time(lambda: _backend().get_password(_SERVICE, "is anybody there"))
        except KeychainSilent:
            return False
        return True

    def get(self, name: str) -> bytes | None:
        """The secret kept under this name; None when the keychain answers that it has none."""
        text = self._in_time(lambda: _backend().get_password(_SERVICE, name))
        if text is None:
            return None
        try:
            return base64.b64decode(text, validate=True)
        except (binascii.Error, ValueError):
            return None  # written by somebody else: not a secret of ours

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
        answers: list[_T] = []
        errors: list[BaseException] = []

        def run() -> None:
            try:
                answers.append(ask())
            except BaseException as error:
                errors.append(error)
            finally:
                self._turn.release()

        if not self._turn.acquire(timeout=self._limit):
            raise KeychainSilent
        thread = threading.Thread(target=run, name="keychain", daemon=True)
        thread.start()
        thread.join(self._limit)
        if answers:
            return answers[0]
        raise KeychainSilent from (errors[0] if errors else None)


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
