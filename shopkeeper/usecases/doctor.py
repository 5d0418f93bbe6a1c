"""Doctor: what this copy of the program is made of, where its files are, and whether the book is well.

No name and nothing from the book is ever in its answer: it can be read aloud to whoever helps.
"""

from __future__ import annotations

import platform
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import metadata
from typing import Final

import shopkeeper
from shopkeeper.domain.phrase import Phrase, translate, verbatim
from shopkeeper.host.paths import Places, why_not
from shopkeeper.store import Store, StoreError, versions

_PACKAGES: Final = ("PySide6-Essentials", "peewee", "sqlcipher3", "cryptography", "keyring", "platformdirs", "chardet")

# One everyday letter of each script that a name is likely to be written in.
SCRIPTS: Final[Mapping[str, str]] = {
    "Latin": "Ş", "Greek": "Γ", "Cyrillic": "И", "Armenian": "Ա", "Georgian": "გ", "Hebrew": "א", "Arabic": "ف",
    "Devanagari": "अ", "Bengali": "অ", "Gurmukhi": "ਅ", "Gujarati": "અ", "Tamil": "அ", "Telugu": "అ", "Kannada": "ಅ",
    "Malayalam": "അ", "Sinhala": "අ", "Thai": "ก", "Lao": "ກ", "Khmer": "ក", "Burmese": "က", "Tibetan": "བ",
    "Ethiopic": "አ", "Hangul": "박", "Kana": "さ", "Han": "王",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One line: what was looked at, what was found, and whether it is as it should be."""

    what: Phrase
    found: Phrase
    is_well: bool = True


def made_of() -> tuple[Finding, ...]:
    """The versions of everything that this copy is made of."""
    lines = [
        Finding(what=verbatim("Shopkeeper"), found=verbatim(shopkeeper.__version__)),
        Finding(what=verbatim("Python"), found=verbatim(f"{platform.python_version()} ({sys.platform})")),
    ]
    lines += [Finding(what=verbatim(name), found=verbatim(number)) for name, number in versions().items()]
    for package in _PACKAGES:
        try:
            lines.append(Finding(what=verbatim(package), found=verbatim(metadata.version(package))))
        except metadata.PackageNotFoundError:
            # A frozen copy carries the code of a package without its label.
            continue
    return tuple(lines)


def files(places: Places) -> tuple[Finding, ...]:
    """Where everything is kept, and whether that is a good place."""
    there, missing = translate("Doctor", "{path}"), translate("Doctor", "{path} (not made yet)")
    kept = (
        (translate("Doctor", "folder"), places.data),
        (translate("Doctor", "book"), places.book),
        (translate("Doctor", "key"), places.key),
        (translate("Doctor", "backups"), places.backups),
        (translate("Doctor", "log"), places.log_folder),
    )
    lines = [
        Finding(what=what, found=(there if path.exists() else missing).with_values(path=str(path)))
        for what, path in kept
    ]
    against = why_not(places.data)
    if against is not None:
        lines.append(Finding(what=translate("Doctor", "the place"), found=against, is_well=False))
    return tuple(lines)


def no_book() -> Finding:
    """Nothing was begun yet, which is nothing wrong."""
    return Finding(what=translate("Doctor", "people"), found=translate("Doctor", "there is no book yet"))


def book(store: Store) -> tuple[Finding, ...]:
    """Whether the book is well: every page, every reference, the name index."""
    what = translate("Doctor", "book check")
    lines = [
        Finding(what=translate("Doctor", "book version"), found=verbatim(str(store.version))),
        Finding(what=translate("Doctor", "people"), found=verbatim(str(store.count()))),
    ]
    try:
        problems = store.check()
    except StoreError as error:
        problems = (error.phrase,)
    if not problems:
        return (*lines, Finding(what=what, found=translate("Doctor", "nothing found wrong")))
    return (*lines, *(Finding(what=what, found=problem, is_well=False) for problem in problems))


def glyphs(missing: tuple[str, ...] | None) -> tuple[Finding, ...]:
    """The scripts whose names no installed font can draw; None: the window could not be asked."""
    what = translate("Doctor", "scripts")
    if missing is None:
        asked = translate("Doctor", "the window's libraries did not start, so the fonts could not be asked")
        return (Finding(what=what, found=asked, is_well=False),)
    if not missing:
        return (Finding(what=what, found=translate("Doctor", "every script has its letters")),)
    found = translate(
        "Doctor",
        "no letters for {scripts}: names in them show as boxes. Install the fonts fonts-noto-core fonts-noto-cjk",
    ).with_values(scripts=", ".join(missing))
    return (Finding(what=what, found=found, is_well=False),)
