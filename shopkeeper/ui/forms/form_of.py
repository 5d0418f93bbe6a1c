"""FormOf: one form as data: its title and sign, and the rows it asks in."""

from __future__ import annotations

from dataclasses import dataclass

from shopkeeper.domain.phrase import Phrase
from shopkeeper.domain.record import Record
from shopkeeper.ui.forms.rows import Row, Small
from shopkeeper.ui.theme import Role


@dataclass(frozen=True, slots=True, kw_only=True)
class FormOf:
    """What a form asks about one kind of record."""

    kind: type[Record]
    title: Phrase
    sign: tuple[str, Role, Role]  # the drawing, its colour and its ground
    rows: tuple[Row, ...]
    lists: tuple[Small, ...] = ()
    has_photo: bool = False
    foot: Phrase | None = None  # what has to be said under this form
