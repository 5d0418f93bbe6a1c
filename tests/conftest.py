"""What holds for every test: no real home, no real keychain, no real screen, no hurry.

Everything here is set before any of our modules is imported, so that nothing can have looked at the real machine.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest
from hypothesis import HealthCheck, settings
from keyring.backend import KeyringBackend
from keyring.errors import PasswordDeleteError

# A window that opens on somebody's screen in the middle of a test run is a nuisance, and a CI machine has none.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# Qt would follow the desktop's own theme, fonts and scale: pictures and sizes must be the same everywhere.
for name in ("QT_SCALE_FACTOR", "QT_STYLE_OVERRIDE", "QT_QPA_PLATFORMTHEME", "QT_FONT_DPI"):
    os.environ.pop(name, None)

# Child processes cannot be handed the keychain below: for them there is none, rather than the real one.
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"

# One throw-away home for each test process; each test gets rooms of its own inside tmp_path below.
_HOME = tempfile.TemporaryDirectory(prefix="shopkeeper-tests-")
_ROOMS = {
    "HOME": "",
    "USERPROFILE": "",
    "XDG_DATA_HOME": ".local/share",
    "XDG_CONFIG_HOME": ".config",
    "XDG_CACHE_HOME": ".cache",
    "XDG_STATE_HOME": ".local/state",
    "XDG_RUNTIME_DIR": "run",
    "APPDATA": "AppData/Roaming",
    "LOCALAPPDATA": "AppData/Local",
}


def _rooms_in(home: Path) -> dict[str, str]:
    rooms = {name: str(home / room) for name, room in _ROOMS.items()}
    for room in rooms.values():
        # Qt warns about a run-time folder that others may read, and a warning fails the test.
        Path(room).mkdir(mode=0o700, parents=True, exist_ok=True)
    return rooms


os.environ.update(_rooms_in(Path(_HOME.name)))

settings.register_profile(
    "here",
    deadline=None,
    # The pure rings are cheap to call; a fixture of the whole session is not set up again for each example.
    suppress_health_check=[HealthCheck.too_slow],
)
# On CI the same examples every time: a red run there must be red here too.
settings.register_profile("ci", parent=settings.get_profile("here"), derandomize=True, print_blob=True)
settings.register_profile("thorough", parent=settings.get_profile("here"), max_examples=2000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci" if os.environ.get("CI") else "here"))


class KeychainInMemory(KeyringBackend):
    """A keychain that forgets everything at the end of the test."""

    # One and more is what keyring itself recommends; below that a backend does not count as a real keychain.
    priority = 1

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # keyring's own has no annotations
        self.entries: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.entries.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.entries[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        try:
            del self.entries[service, username]
        except KeyError:
            raise PasswordDeleteError(username) from None


@pytest.fixture(autouse=True)
def keychain() -> Iterator[KeychainInMemory]:
    """The keychain of this test, empty; nobody's real one is ever asked."""
    ours = KeychainInMemory()
    keyring.set_keyring(ours)
    yield ours
    # What a test left running must not find a keychain with entries either.
    ours.entries.clear()


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of this test's own, so that no test meets what another one left."""
    place = tmp_path / "home"
    for name, room in _rooms_in(place).items():
        # A socket's path may have 107 bytes: the run-time folder stays the short one of the whole process.
        if name != "XDG_RUNTIME_DIR":
            monkeypatch.setenv(name, room)
    return place
