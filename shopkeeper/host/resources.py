"""Finds the files that are shipped with the program: icons, themes, knowledge, handbook.

The only finder of `resources/`. The folder stands beside the package in a checkout, inside the package
once installed from a wheel, and in the bundle's own folder in a frozen build.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path


class NotShipped(Exception):
    """A file that should have come with the program is not there: the installation is incomplete."""

    def __init__(self, name: str, looked_in: tuple[Path, ...]) -> None:
        folders = ", ".join(str(folder) for folder in looked_in)
        super().__init__(f"resources/{name} did not come with this copy of Shopkeeper (looked in {folders})")
        self.name = name


def text(*parts: str) -> str:
    """What a shipped text file says."""
    return path(*parts).read_text(encoding="utf-8")


def path(*parts: str) -> Path:
    """Where a shipped file or folder is."""
    folders = tuple(_folders())
    for folder in folders:
        found = folder.joinpath(*parts)
        if found.exists():
            return found
    raise NotShipped("/".join(parts), folders)


def names(*folder: str) -> tuple[str, ...]:
    """The names of the files in a shipped folder, in order; hidden files are not ours."""
    return tuple(sorted(entry.name for entry in path(*folder).iterdir() if not entry.name.startswith(".")))


def _folders() -> Iterator[Path]:
    package = Path(__file__).resolve().parent.parent
    bundle = getattr(sys, "_MEIPASS", None)
    if bundle is not None:
        yield Path(bundle, "resources")
    yield package / "resources"
    # Only where a checkout really is: in site-packages a neighbour called `resources` is somebody else's.
    if (package.parent / "pyproject.toml").is_file():
        yield package.parent / "resources"
