"""What someone is called: how to address them, how the name is said, their pronouns and their trade."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from shopkeeper.capture.chip import Chip, ChipKind, PersonField
from shopkeeper.capture.dates import Dated
from shopkeeper.capture.line import Line, Said
from shopkeeper.capture.readers.reader import Reader


def _field(kind: ChipKind, name: str, *, whole: bool = False) -> Reader:
    def read(said: Said, line: Line) -> Chip | None:
        slot = "" if whole else line.slot(said) or line.slot(said, "quoted") or line.slot(said, "trade")
        value = slot or line.said(said.at, said.end)
        return Chip(kind=kind, whose=line.whose, what=PersonField(name=name, value=value)) if value else None

    return read


def _title(said: Said, line: Line) -> Chip | None:
    """ "mrs" beside a name is how to address them: Mrs Duarte."""
    title = line.said(said.at, said.end)
    family = line.full_name.split() if line.whose.is_own else line.whose.name.split()
    if not family:
        return None
    value = f"{title[0].upper()}{title[1:]} {family[-1]}"
    return Chip(kind=ChipKind.CALL, whose=line.whose, what=PersonField(name="call_them", value=value))


def _pronouns(said: Said, line: Line) -> Chip:
    value = str(said.slots["pronouns"].value)
    return Chip(kind=ChipKind.PRONOUNS, whose=line.whose, what=PersonField(name="pronouns", value=value))


def _since(said: Said, line: Line) -> Chip | None:
    told = said.slots["date"].value
    if not isinstance(told, Dated):
        return None
    field = PersonField(name="here_since", value=told.was(line.today))
    return Chip(kind=ChipKind.SINCE, whose=line.whose, what=field, said=told.said)


NAMING: Final[Mapping[str, Reader]] = {
    "call": _field(ChipKind.CALL, "call_them"),
    "say_it": _field(ChipKind.SAY_IT, "say_it"),
    "trade": _field(ChipKind.TRADE, "title"),
    "trade_whole": _field(ChipKind.TRADE, "title", whole=True),
    "works_at": _field(ChipKind.TRADE, "organisation"),
    "pronouns": _pronouns,
    "title": _title,
    "since": _since,
}
