"""What the household sheet asks while somebody is looked for, and how it hands over what was pressed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from shopkeeper.domain.household import Standing
from shopkeeper.domain.phrase import Phrase
from shopkeeper.domain.record import Uid
from shopkeeper.ui.forms.needs import Someone
from shopkeeper.usecases.split import Goes


class Asking(NamedTuple):
    """What may be asked while somebody is added."""

    people: Callable[[str], tuple[Someone, ...]]
    name_of: Callable[[Uid], str]


class KeptLine(NamedTuple):
    """A member or a shared thing as one line that opens."""

    uid: Uid
    title: Phrase
    detail: Phrase | None = None
    private: bool = False
    struck: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SplitAsked:
    """What was pressed on the split sheet."""

    household_uid: Uid
    going: tuple[Uid, ...]
    shared: Mapping[Uid, Goes]
    name: str = ""
    parted: Standing | None = None
