"""What forms need from the rest of the house: values to show and things to ask, named by their shape."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import NamedTuple, Protocol

from PySide6.QtWidgets import QWidget

from shopkeeper.domain.phrase import Phrase
from shopkeeper.domain.record import Record, Uid


class Someone(NamedTuple):
    """A person who can be chosen: their name, and the line that tells them from others of that name."""

    uid: Uid
    name: str
    line: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """What a form may ask while it is filled in. Every answer is quick enough for the window's own thread."""

    people: Callable[[str], tuple[Someone, ...]]  # who fits these letters, best first
    name_of: Callable[[Uid], str]
    fresh: Callable[[type[Record], Uid], Record]  # a blank one of this kind for this owner, not kept yet
    today: Callable[[], date]
    neighbours: Callable[[], tuple[str, ...]]  # where people were sent before, the most recent first
    ask_for_picture: Callable[[QWidget, Callable[[Path], None]], None]


class KeptLine(Protocol):
    """One kept thing on the sheet of a person."""

    @property
    def uid(self) -> Uid: ...
    @property
    def title(self) -> Phrase: ...
    @property
    def detail(self) -> Phrase | None: ...
    @property
    def private(self) -> bool: ...  # covered unless a key is held
    @property
    def struck(self) -> bool: ...  # it no longer holds


class KeptSection(Protocol):
    """All that is kept of one kind."""

    @property
    def kind(self) -> type[Record]: ...  # what "add" makes here
    @property
    def title(self) -> Phrase: ...
    @property
    def lines(self) -> tuple[KeptLine, ...]: ...
    @property
    def can_add(self) -> bool: ...  # False: made by a gesture of its own
