"""The keychain of this account, and what does not count as one."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Iterator
from types import ModuleType
from typing import Any

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.backends import chainer, fail, null
from keyring.errors import KeyringLocked

from shopkeeper.host.keychain import Keychain, KeychainSilent


class Backend(KeyringBackend):
    """A keychain for one test, as good or as bad as it needs."""

    priority = 5.0

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # keyring's own has no annotations
        self.entries: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.entries.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.entries[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.entries[service, username]


class NotRecommended(Backend):
    priority = 0.5


class PlaintextKeyring(Backend):
    pass


class Locked(Backend):
    def get_password(self, service: str, username: str) -> str | None:
        raise KeyringLocked("Ana's keychain is locked")

    def set_password(self, service: str, username: str, password: str) -> None:
        raise KeyringLocked("Ana's keychain is locked")


class Forgetful(Backend):
    def set_password(self, service: str, username: str, password: str) -> None:
        pass


class Hanging(Backend):
    """Sits there with a question on the screen that nobody answers."""

    def __init__(self) -> None:
        super().__init__()
        self.asked = 0
        self.answered = threading.Event()

    def get_password(self, service: str, username: str) -> str | None:
        self.asked += 1
        self.answered.wait(20)
        return super().get_password(service, username)


@pytest.fixture
def hanging() -> Iterator[Hanging]:
    backend = Hanging()
    keyring.set_keyring(backend)
    yield backend
    backend.answered.set()
    # The thread that hung lets the next test have its turn.
    assert Keychain._turn.acquire(timeout=5)
    Keychain._turn.release()


def _named(module: str) -> KeyringBackend:
    """A backend that lives in a module of this name."""
    kind = type("Keyring", (Backend,), {"__module__": module})
    made: KeyringBackend = kind()
    return made


def _chain(*backends: KeyringBackend) -> KeyringBackend:
    kind = type("Chain", (chainer.ChainerBackend,), {"priority": 10, "backends": list(backends)})
    made: KeyringBackend = kind()
    return made


def test_a_secret_that_was_kept_is_there() -> None:
    keychain = Keychain()
    assert keychain.available()
    assert keychain.get("book 1") is None
    keychain.put("book 1", bytes(range(32)))
    assert keychain.get("book 1") == bytes(range(32))
    assert keychain.get("book 2") is None


def test_a_newer_secret_takes_the_place_of_an_older_one() -> None:
    keychain = Keychain()
    keychain.put("book", b"old")
    keychain.put("book", b"new")
    assert keychain.get("book") == b"new"


def test_secrets_lie_under_the_shopkeepers_name() -> None:
    backend = Backend()
    keyring.set_keyring(backend)
    Keychain().put("01a2-book", b"\x00\xff")
    assert list(backend.entries) == [("Shopkeeper", "01a2-book")]


def test_what_somebody_else_wrote_there_is_no_secret_of_ours() -> None:
    backend = Backend()
    keyring.set_keyring(backend)
    backend.entries["Shopkeeper", "book"] = "my password!"
    assert Keychain().get("book") is None


@pytest.mark.parametrize(
    "backend",
    [
        fail.Keyring(),  # type: ignore[no-untyped-call]  # keyring's own has no annotations
        null.Keyring(),  # type: ignore[no-untyped-call]  # the same
        NotRecommended(),
        PlaintextKeyring(),
        Locked(),
        _named("keyrings.alt.file"),
        _named("keyrings.cryptfile.cryptfile"),
    ],
    ids=["fail", "null", "not recommended", "plaintext", "locked", "alt", "cryptfile"],
)
def test_what_is_not_a_real_keychain_is_refused(backend: KeyringBackend) -> None:
    keyring.set_keyring(backend)
    keychain = Keychain()
    assert not keychain.available()
    with pytest.raises(KeychainSilent):
        keychain.get("book")
    with pytest.raises(KeychainSilent):
        keychain.put("book", b"secret")
    assert getattr(backend, "entries", {}) == {}


@pytest.mark.parametrize(
    "module", ["keyring.backends.kwallet", "keyring.backends.SecretService", "keyring.backends.Windows"]
)
def test_the_systems_own_keychains_count(module: str) -> None:
    keyring.set_keyring(_named(module))
    assert Keychain().available()


def test_of_a_chain_the_first_real_keychain_is_taken() -> None:
    plain, real = PlaintextKeyring(), Backend()
    keyring.set_keyring(_chain(plain, real))
    Keychain().put("book", b"secret")
    assert plain.entries == {}
    assert len(real.entries) == 1


def test_a_chain_without_a_real_keychain_is_refused() -> None:
    keyring.set_keyring(_chain(PlaintextKeyring(), NotRecommended()))
    assert not Keychain().available()
    keyring.set_keyring(_chain())
    assert not Keychain().available()


def test_a_keychain_that_did_not_keep_the_secret_is_found_out_at_once() -> None:
    keyring.set_keyring(Forgetful())
    with pytest.raises(KeychainSilent) as caught:
        Keychain().put("book", b"secret")
    assert caught.value.phrase.in_english() == "The keychain of this computer does not answer."


def test_a_keychain_that_hangs_is_waited_for_no_longer_than_the_limit(hanging: Hanging) -> None:
    begun = time.monotonic()
    with pytest.raises(KeychainSilent):
        Keychain(limit=0.3).get("book")
    assert 0.3 <= time.monotonic() - begun < 1.5


def test_a_keychain_that_hangs_does_not_collect_threads(hanging: Hanging) -> None:
    for _ in range(5):
        assert not Keychain(limit=0.05).available()
    assert hanging.asked == 1
    hanging.answered.set()
    assert Keychain(limit=5).available()  # it came back: the next question is answered again


def test_the_keychain_is_asked_on_another_thread() -> None:
    asked: list[threading.Thread] = []

    class Curious(Backend):
        def get_password(self, service: str, username: str) -> str | None:
            asked.append(threading.current_thread())
            return None

    keyring.set_keyring(Curious())
    Keychain().get("book")
    assert threading.main_thread() not in asked
    assert asked[0].daemon


def test_a_program_without_the_keyring_package_has_no_keychain(monkeypatch: pytest.MonkeyPatch) -> None:
    broken: Any = ModuleType("keyring")
    monkeypatch.setitem(sys.modules, "keyring", broken)
    assert not Keychain().available()
