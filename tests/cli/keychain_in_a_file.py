"""A keychain for child processes of tests: its entries are in a file that the environment names."""

from __future__ import annotations

import json
import os
from pathlib import Path

from keyring.backend import KeyringBackend


class KeychainInAFile(KeyringBackend):
    """Counts as a real one, and lasts from one process to the next."""

    priority = 1

    def get_password(self, service: str, username: str) -> str | None:
        return _entries().get(f"{service}/{username}")

    def set_password(self, service: str, username: str, password: str) -> None:
        _file().write_text(json.dumps(_entries() | {f"{service}/{username}": password}), encoding="utf-8")

    def delete_password(self, service: str, username: str) -> None:
        left = {name: secret for name, secret in _entries().items() if name != f"{service}/{username}"}
        _file().write_text(json.dumps(left), encoding="utf-8")


def _file() -> Path:
    return Path(os.environ["KEYCHAIN_OF_A_TEST"])


def _entries() -> dict[str, str]:
    return dict(json.loads(_file().read_text(encoding="utf-8"))) if _file().exists() else {}
