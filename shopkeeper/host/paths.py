"""Where the shop's files are, and where they had better not be."""

from __future__ import annotations

import contextlib
import os
import sys
from dataclasses import dataclass, field
from pathlib import Path, PurePath
from typing import Final

from shopkeeper.domain.phrase import Phrase, translate
from shopkeeper.host import mounts
from shopkeeper.host.held_file import HeldFile

# Data lives in %LOCALAPPDATA%\Shopkeeper and in ~/.local/share/shopkeeper: each in the manner of its country.
_NAME: Final = "Shopkeeper" if sys.platform in ("win32", "darwin") else "shopkeeper"
_THROW_AWAY: Final = "shopkeeper-demo-"
_PASSING: Final = "throw-away.lock"

# Folders that a program copies to other machines behind our back: a whole name, in lower case.
_CLOUD_NAMES: Final = {
    "dropbox": "Dropbox", "onedrive": "OneDrive", "skydrive": "OneDrive", "iclouddrive": "iCloud",
    "icloud drive": "iCloud", "mobile documents": "iCloud", "com~apple~clouddocs": "iCloud", "cloudstorage": "iCloud",
    "google drive": "Google Drive", "googledrive": "Google Drive", "my drive": "Google Drive",
    "drivefs": "Google Drive", "nextcloud": "Nextcloud", "owncloud": "ownCloud", "magentacloud": "MagentaCLOUD",
    "pcloud": "pCloud", "pclouddrive": "pCloud", "pcloud drive": "pCloud", "mega": "MEGA", "megasync": "MEGA",
    "box": "Box", "box sync": "Box", "sync": "Sync", "syncthing": "Syncthing", "seafile": "Seafile",
    "tresorit": "Tresorit", "yandex.disk": "Yandex Disk", "yandexdisk": "Yandex Disk", "proton drive": "Proton Drive",
    "protondrive": "Proton Drive", "amazon drive": "Amazon Drive", "jottacloud": "Jottacloud", "koofr": "Koofr",
    "spideroak hive": "SpiderOak", "creative cloud files": "Creative Cloud",
}  # fmt: skip
# "OneDrive - Duarte Bakery", "Dropbox (Personal)", "GoogleDrive-ana@example.org".
_CLOUD_BEGINNINGS: Final = ("onedrive", "dropbox", "googledrive", "google drive", "nextcloud", "owncloud")
# What a sync program leaves in the folder that it watches.
_CLOUD_MARKS: Final = {
    ".dropbox": "Dropbox",
    ".stfolder": "Syncthing",
    ".owncloudsync.log": "ownCloud",
    ".sync_root": "Nextcloud",
}


@dataclass(frozen=True, slots=True)
class Places:
    """The folders and files of one book."""

    data: Path
    log_folder: Path
    # Only a place that was made to be thrown away has this: the file that says that its demo still runs.
    _passing: HeldFile | None = field(default=None, repr=False, compare=False)

    @classmethod
    def standard(cls) -> Places:
        """Where the system keeps a program's data for this account."""
        import platformdirs

        return cls(
            data=platformdirs.user_data_path(_NAME, appauthor=False),
            log_folder=platformdirs.user_log_path(_NAME, appauthor=False),
        )

    @classmethod
    def within(cls, folder: Path) -> Places:
        """Everything in one folder: `--data-dir`, a USB stick, a test."""
        folder = Path(os.path.abspath(folder.expanduser()))  # noqa: PTH100 - keeps a link as the shop named it
        return cls(data=folder, log_folder=folder / "log")

    @classmethod
    def throw_away(cls) -> Places:
        """A folder for the demo, new each time and private; `remove` takes it away at close.

        What a demo that was killed left behind goes first: its key lived in memory only, so nobody can ever read it.
        """
        import tempfile

        for left in Path(tempfile.gettempdir()).glob(f"{_THROW_AWAY}*"):
            _clear_away(left)
        while True:
            folder = Path(tempfile.mkdtemp(prefix=_THROW_AWAY))
            held = HeldFile.take(folder / _PASSING)
            if held is not None and (folder / _PASSING).exists():
                return cls(folder, folder / "log", held)
            # Another demo took it for one that was left behind, in the moment before it was held.

    @property
    def book(self) -> Path:
        """The encrypted book itself."""
        return self.data / "book.db"

    @property
    def key(self) -> Path:
        """The header beside the book: its key, wrapped."""
        return self.data / "book.key"

    @property
    def lock(self) -> Path:
        """The file whose lock says that the book is open."""
        return self.data / "book.lock"

    @property
    def door(self) -> Path:
        """Where and how the program that has the book open can be spoken to."""
        return self.data / "book.door"

    @property
    def look(self) -> Path:
        """How the window was left: text size, theme, place on the screen."""
        return self.data / "look.json"

    @property
    def backups(self) -> Path:
        """The backups that are kept beside the book."""
        return self.data / "backups"

    def make(self) -> Places:
        """Make the folders, for nobody else's eyes; folders that stand already keep the rights they have."""
        for folder in (self.data, self.log_folder, self.backups):
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        return self

    def remove(self) -> None:
        """Take a throw-away place away with all that is in it; any other place is never removed."""
        if self._passing is not None:
            import shutil

            self._passing.let_go()
            shutil.rmtree(self.data, ignore_errors=True)


def _clear_away(left: Path) -> None:
    """Remove the folder of a demo that nobody runs any more."""
    import shutil

    held = None
    with contextlib.suppress(OSError):
        # Without the file it is a folder that is only being made, or one of somebody else's.
        held = HeldFile.take(left / _PASSING) if (left / _PASSING).is_file() else None
    if held is not None:
        shutil.rmtree(left, ignore_errors=True)
        held.let_go()
        shutil.rmtree(left, ignore_errors=True)  # Windows keeps a file that is held


def why_not(path: Path) -> Phrase | None:
    """Why the book had better not be kept in this folder; None when nothing speaks against it."""
    cloud = _cloud_of(path)
    if cloud is not None:
        return translate(
            "Places",
            "{program} copies this folder to other machines, which can damage an open book. Better keep it elsewhere.",
        ).with_values(program=cloud)
    if is_on_network(path):
        return translate(
            "Places",
            "This folder is on another machine, where an open book can be damaged. Better keep it on this computer.",
        )
    return None


def is_on_network(path: Path) -> bool:
    """Whether the folder lies on another machine or on one shared into this one: there a write-ahead log loses rows."""
    return mounts.is_on_network(_real(path))


def _cloud_of(path: Path) -> str | None:
    """The name of the program that would copy this folder away."""
    for folder in (path, _real(path)):
        for part in folder.parts:
            found = _cloud_by_name(part)
            if found is not None:
                return found
    real = _real(path)
    for folder in (real, *real.parents):
        for mark, program in _CLOUD_MARKS.items():
            with contextlib.suppress(OSError):
                # ~/.dropbox is where the program keeps its own settings; in a watched folder the mark is a file.
                if (folder / mark).exists() and not (mark == ".dropbox" and (folder / mark).is_dir()):
                    return program
    return None


def _cloud_by_name(part: str) -> str | None:
    name = part.casefold()
    if name in _CLOUD_NAMES:
        return _CLOUD_NAMES[name]
    for beginning in _CLOUD_BEGINNINGS:
        if name.startswith(beginning) and name[len(beginning) : len(beginning) + 2].strip()[:1] in ("-", "(", "_"):
            return _CLOUD_NAMES[beginning]
    return None


def _real(path: Path) -> Path:
    """The folder behind all links, or behind those of the nearest parent that exists."""
    with contextlib.suppress(OSError, RuntimeError):
        return Path(os.path.realpath(path))
    return Path(PurePath(path))
