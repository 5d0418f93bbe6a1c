"""How to reach someone: telephone, e-mail, where they live, the card they carry."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from shopkeeper.capture.chip import Chip, ChipKind
from shopkeeper.capture.line import Line, Said
from shopkeeper.capture.readers.reader import Reader
from shopkeeper.domain.person import Adr, Code, Email, Tel


def _tel(said: Said, line: Line) -> Chip:
    kind = said.slots.get("tel_kind")
    types = (str(kind.value),) if kind and kind.value else ()
    tel = Tel(uid="", owner_uid="", value=line.slot(said, "tel"), types=types)
    return Chip(kind=ChipKind.TEL, whose=line.whose, what=tel)


def _email(said: Said, line: Line) -> Chip:
    return Chip(kind=ChipKind.EMAIL, whose=line.whose, what=Email(uid="", owner_uid="", value=line.slot(said, "email")))


def _lives(said: Said, line: Line) -> Chip:
    street = line.slot(said, "street") or line.slot(said)
    return Chip(kind=ChipKind.ADR, whose=line.whose, what=Adr(uid="", owner_uid="", street=street))


def _from_town(said: Said, line: Line) -> Chip:
    adr = Adr(uid="", owner_uid="", locality=line.slot(said, "name"))
    return Chip(kind=ChipKind.ADR, whose=line.whose, what=adr)


def _code(said: Said, line: Line) -> Chip:
    code = Code(uid="", person_uid="", value=line.slot(said, "digits"))
    return Chip(kind=ChipKind.CODE, whose=line.whose, what=code)


CONTACT: Final[Mapping[str, Reader]] = {
    "tel": _tel,
    "email": _email,
    "lives": _lives,
    "lives_in": _from_town,
    "code": _code,
}
