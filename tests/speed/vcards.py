"""A contacts file of any size: `python -m tests.speed.vcards 10000 FILE`, for drills that bring many people in."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from shopkeeper.domain.occasion import Occasion
from shopkeeper.domain.person import Adr, Email, Person, Tel
from shopkeeper.domain.record import Record
from shopkeeper.examples.crowd import crowd

# A home is written down as a whole: what belongs to someone comes at most so many people later.
_HOME: Final = 12


def vcards(n: int, seed: int = 0) -> Iterator[str]:
    """So many vCards 3.0 of the crowd, one after the other."""
    waiting: dict[str, list[str]] = {}
    for record in crowd(n, seed):
        if isinstance(record, Person):
            if len(waiting) == _HOME:
                yield _card(waiting.pop(next(iter(waiting))))
            name = record.name
            parts = (name.family, name.given, name.additional, "", "")
            waiting[record.uid] = [
                f"UID:{record.uid}",
                f"N:{';'.join(map(_text, parts))}",
                f"FN:{_text(name.formatted)}",
            ]
        elif owner := waiting.get(getattr(record, "owner_uid", "") or getattr(record, "person_uid", "")):
            owner += _lines(record)
    yield from map(_card, waiting.values())


def _lines(record: Record) -> list[str]:
    match record:
        case Tel(value=value):
            return [f"TEL;TYPE=CELL:{value}"]
        case Email(value=value):
            return [f"EMAIL:{value}"]
        case Adr():
            return [f"ADR;TYPE=HOME:;;{_text(record.street)};{_text(record.locality)};;;"]
        case Occasion(on=on) if on.whole():
            return [f"BDAY:{on.whole()}"]
    return []


def _card(lines: list[str]) -> str:
    return "\r\n".join(["BEGIN:VCARD", "VERSION:3.0", *lines, "END:VCARD", ""])


def _text(value: str) -> str:
    return value.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")


def write(file: Path, n: int, seed: int = 0) -> None:
    """Write such a file."""
    with file.open("w", encoding="utf-8", newline="") as out:
        out.writelines(vcards(n, seed))


if __name__ == "__main__":
    write(Path(sys.argv[2]), int(sys.argv[1]))
