"""The room of the history: the sheet over a real book, and what its keys told."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from shopkeeper.domain.allergy import AllergyIntolerance, Category, Severity
from shopkeeper.domain.change import edited, made
from shopkeeper.domain.dont_mention import DontMention
from shopkeeper.domain.person import Name, Person
from shopkeeper.domain.phrase import verbatim
from shopkeeper.host.clock import new_uid
from shopkeeper.ui.past.history import HistorySheet
from shopkeeper.usecases.history import history
from shopkeeper.usecases.one_act import one_act
from shopkeeper.usecases.shop import Shop
from tests.ui.forms.conftest import FormRoom, forms, kit  # noqa: F401  # this sheet is tried in the same room
from tests.usecases.shops import own_shop


@dataclass
class Past:
    """The sheet over an own book, and what it told."""

    shop: Shop
    room: FormRoom
    sheet: HistorySheet
    taken_back: list[int] = field(default_factory=list)
    whole_asked: list[int] = field(default_factory=list)

    def open(self, person: Person | None = None) -> None:
        uid = person.uid if person else None
        self.sheet.show_history(
            partial(history, self.shop, uid), self.shop.clock.today(), str(person.name) if person else ""
        )
        self.room.show(self.sheet)
        self.sheet.begin()

    def press(self, *keys: Qt.Key) -> None:
        for key in keys:
            self.room.press(key)

    def read_aloud(self) -> list[str]:
        entries = self.sheet.entries
        aloud = Qt.ItemDataRole.AccessibleTextRole
        return [str(entries.index(row).data(aloud)) for row in range(entries.rowCount())]

    def person(self, name: str) -> Person:
        found = Person(uid=new_uid(), name=Name(formatted=name))
        one_act(self.shop, verbatim(f"Wrote down {name}"), (made(found),))
        return found

    def nuts_of(self, owner: Person) -> None:
        """Nuts are written down, and then how bad that is."""
        nuts = AllergyIntolerance(uid=new_uid(), person_uid=owner.uid, category=Category.FOOD, substance="nuts")
        one_act(self.shop, verbatim("Nuts"), (made(nuts),))
        one_act(self.shop, verbatim("How bad"), edited(nuts, replace(nuts, severity=Severity.SERIOUS)))

    def quiet_about(self, owner: Person) -> None:
        quiet = DontMention(uid=new_uid(), person_uid=owner.uid, text="the wedding")
        one_act(self.shop, verbatim("Something quiet"), (made(quiet),))


@pytest.fixture
def past(forms: FormRoom, tmp_path: Path) -> Iterator[Past]:  # noqa: F811  # the fixture that is imported above
    with own_shop(tmp_path / "book") as shop:
        sheet = HistorySheet(forms.kit)
        told = Past(shop, forms, sheet)
        sheet.taken_back.connect(told.taken_back.append)
        sheet.whole_asked.connect(told.whole_asked.append)
        yield told
