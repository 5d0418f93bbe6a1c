"""Job: long work in a child process with its own store. The key goes there by pipe, never as an argument.

The child hears its job as the first line on standard input and tells its progress as JSON lines on standard
output; the end of its input cancels it. What stands in these lines is said here, for both sides.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from shopkeeper.host.clock import Clock
from shopkeeper.host.paths import Places
from shopkeeper.usecases.shop import Shop

if TYPE_CHECKING:
    from shopkeeper.usecases.bring_in import Report

BRING_IN, UNDO, BACK_UP, RENEW_SEARCH, PING = "bring-in", "undo", "back-up", "renew-search", "ping"


@dataclass(frozen=True, slots=True)
class Job:
    """What a child is to do, and in which book."""

    verb: str
    arguments: Mapping[str, str]
    folder: Path
    key: bytes = field(repr=False)
    today: date | None = None  # the demo's day, where it stands still
    by: str = ""

    def line(self) -> bytes:
        """The first line on the child's standard input, without the line's end."""
        said = {
            "verb": self.verb,
            "arguments": dict(self.arguments),
            "folder": str(self.folder),
            "key": self.key.hex(),
            "today": self.today.isoformat() if self.today else None,
            "by": self.by,
        }
        return json.dumps(said).encode("ascii")

    @property
    def command(self) -> tuple[str, ...]:
        """What starts the child."""
        return command()

    @property
    def places(self) -> Places:
        """Where the book is."""
        return Places.within(self.folder)

    @property
    def clock(self) -> Clock:
        """The clock of whoever gave the job."""
        return Clock.fixed(self.today) if self.today else Clock.system()


def job_of(shop: Shop, verb: str, arguments: Mapping[str, str]) -> Job:
    """A job in the book of this shop."""
    return Job(verb, dict(arguments), shop.places.data, shop.key, shop.clock.day, shop.by)


def heard(line: bytes) -> Job:
    """The job that a first line says; ValueError when it says none."""
    try:
        said = json.loads(line)
        today = date.fromisoformat(said["today"]) if said["today"] else None
        key, folder = bytes.fromhex(said["key"]), Path(said["folder"])
        return Job(str(said["verb"]), dict(said["arguments"]), folder, key, today, str(said["by"]))
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise ValueError("this is no job") from error


def command() -> tuple[str, ...]:
    """The command that starts a child of this program, from a checkout, a wheel or a frozen build alike."""
    frozen = bool(getattr(sys, "frozen", False))
    return (sys.executable, *(() if frozen else ("-m", "shopkeeper")), "--worker")


def as_said(report: Report) -> dict[str, object]:
    """What a bring-in came to, as it is told from process to process."""
    return {
        "act": report.act_uid,
        "file": report.file,
        "cards": report.cards,
        "lists": report.lists,
        "new": report.new,
        "known": report.known,
        "changed": report.changed,
        "troubles": [
            {"line": trouble.line, "card": trouble.card, "text": trouble.phrase.in_english()}
            for trouble in report.troubles
        ],
    }
