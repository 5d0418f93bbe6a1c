"""The window under a typist: every key until list and card are painted, alone and beside a child that is at work."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any, Final

from tests.speed.corpus import a_copy, contacts
from tests.speed.orders import Keys, Orders
from tests.speed.screen import Screen
from tests.speed.timing import Try, summed_up

# Milliseconds: as fast as anyone types, twenty keys a second. What comes faster is a scanner.
_PACE: Final = 50
_BACKUPS: Final = 4


def alone(shown: Screen, size: int, typed: Keys, bare: dict[str, float]) -> dict[str, Any]:
    """What a key takes while nothing else is at work, by kind of key, and the memory that the window holds then."""
    with a_copy(size) as book:
        said = _asked(shown, book, typed)
    told: dict[str, Any] = _timing("key to painted", said["keys"])
    for kind in dict.fromkeys(kind for kind, _ in typed):
        told |= _timing(f"key to painted, {kind}", said["keys"], kind)
    return {
        **told,
        **_timing("of it: key handled", said["handled"]),
        **_timing("after it: the next turn", said["later"]),
        "keys that changed nothing on the screen": said["unseen"],
        "memory beyond a bare window": round(said["memory"]["all"] - bare["all"], 1),
        "memory of its own beyond a bare window": round(said["memory"]["own"] - bare["own"], 1),
    }


def while_people_come_in(shown: Screen, size: int, typed: Keys, people: int) -> dict[str, Any]:
    """The same while a child brings a contacts file into the same book."""
    job = {"verb": "bring-in", "arguments": {"file": str(contacts(people))}, "times": 1}
    with a_copy(size) as book:
        said = _asked(shown, book, typed, job=job)
    return {"bring in beside a window": said["job"][0], **_meanwhile("people come in", said)}


def while_a_backup_is_made(shown: Screen, size: int, typed: Keys) -> dict[str, Any]:
    """The same while a child makes one backup after the other."""
    with a_copy(size) as book:
        job = {"verb": "back-up", "arguments": {"to": str(book.with_name("backup-{n}.db"))}, "times": _BACKUPS}
        said = _asked(shown, book, typed, job=job)
    return {"back up beside a window": said["job"][0], **_meanwhile("a backup is made", said)}


def _meanwhile(what: str, said: dict[str, Any]) -> dict[str, Any]:
    return {
        **_timing(f"key while {what}", said["keys"]),
        **_timing(f"Enter while {what}", said["enters"]),
        **_timing(f"Enter while {what}, until it is in the book", said["written"]),
    }


def _timing(name: str, tries: list[list[Any]], kind: str = "") -> dict[str, Any]:
    chosen = [Try(wall, own, text) for wall, own, text, of in tries if kind in ("", of)]
    return {name: summed_up(chosen).as_json()} if chosen else {}


def _asked(shown: Screen, book: Path, typed: Keys, pace: int = 0, job: dict[str, Any] | None = None) -> dict[str, Any]:
    orders = Orders(book=str(book), typed=typed, pace=_PACE, job=job)
    file = book.with_name("orders.json")
    file.write_text(json.dumps(asdict(orders)), "utf-8")
    return shown.typed_in(file)
