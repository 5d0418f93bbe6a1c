"""The keychain of a real desktop: gnome-keyring behind a session bus of its own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

_MISSING = [name for name in ("dbus-run-session", "gnome-keyring-daemon") if shutil.which(name) is None]
pytestmark = [
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="gnome-keyring is a keychain of Linux"),
    pytest.mark.skipif(bool(_MISSING), reason=f"not installed here: {', '.join(_MISSING)}"),
]

# The daemon unlocks the login keyring with the password on its standard input, then goes into the background.
_SESSION = """
printf 'a password' | gnome-keyring-daemon --unlock --components=secrets >/dev/null || exit 90
"$@"
"""

_VISIT = """
import sys
from shopkeeper.host.keychain import Keychain
keychain = Keychain(limit=20)
match sys.argv[1]:
    case "keep":
        assert keychain.available(), "the keychain does not answer"
        assert keychain.get("book") is None
        keychain.put("book", bytes(range(32)))
        keychain.put("other", b"other")
    case "find":
        assert keychain.get("book") == bytes(range(32))
        assert keychain.get("other") == b"other"
    case "none":
        assert not keychain.available()
print("well")
"""


def _environment(home: Path) -> dict[str, str]:
    kept = {name: os.environ[name] for name in ("PATH", "LANG", "PYTHONPATH") if name in os.environ}
    runtime = home / "run"
    runtime.mkdir(parents=True, exist_ok=True)
    runtime.chmod(0o700)
    return {**kept, "HOME": str(home), "XDG_RUNTIME_DIR": str(runtime), "XDG_DATA_HOME": str(home / "share")}


def _visit(what: str, home: Path, *, unlocked: bool = True) -> str:
    visit = [sys.executable, "-c", _VISIT, what]
    command = ["sh", "-c", _SESSION, "sh", *visit] if unlocked else visit
    done = subprocess.run(
        ["dbus-run-session", "--", *command],
        env=_environment(home),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    if done.returncode == 90:
        pytest.skip(f"gnome-keyring does not start here: {done.stderr.strip()[-200:]}")
    return done.stdout.strip() or done.stderr


def test_a_secret_outlives_the_session_in_a_real_keychain(tmp_path: Path) -> None:
    assert _visit("keep", tmp_path) == "well"
    assert _visit("find", tmp_path) == "well"
    # It lies there encrypted: neither the bytes nor their letters can be read from the file.
    files = [one for one in (tmp_path / "share" / "keyrings").rglob("*") if one.is_file()]
    assert files
    assert all(b"AAECAwQFBgcICQoLDA0ODxAR" not in one.read_bytes() for one in files)


def test_a_session_without_a_keychain_has_none(tmp_path: Path) -> None:
    # The bus would start one by itself if it were told where the services are.
    assert _visit("none", tmp_path, unlocked=False) == "well"
