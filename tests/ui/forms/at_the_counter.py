"""The window over Demo Street, a real encrypted book, and a place for forms in it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget

from shopkeeper.domain.record import Record
from shopkeeper.examples.street import street
from shopkeeper.store import Store
from shopkeeper.ui.forms.fields.field import Field
from shopkeeper.ui.forms.form import Form
from shopkeeper.ui.forms.person_sheet import PersonSheet
from shopkeeper.ui.forms.place import FormPlace
from shopkeeper.ui.forms.small_list import SmallList
from shopkeeper.usecases import records
from shopkeeper.usecases.counter import Counter
from shopkeeper.usecases.shop import Shop
from shopkeeper.usecases.undo import Done
from tests.ui.conftest import Room
from tests.ui.forms.desk import TODAY

KEYS = street(TODAY).keys


class AtTheCounter:
    """The window over Demo Street, and a place for forms in it."""

    def __init__(self, room: Room, shop: Shop) -> None:
        self.room, self.shop = room, shop
        room.door.answers = lambda _passphrase: Counter(shop, lambda: None)
        room.open()
        self.bridge, self.pile = room.app.bridge, room.app.counter.pile
        self.done: list[Done] = []
        self.bridge.kept.connect(self.done.append)
        self.file: Path | None = None
        self.place = FormPlace(room.window.kit, self.bridge, self.pile, self._ask)

    def form(self) -> Form:
        front = self.pile.front()
        assert isinstance(front, Form)
        return front

    def sheet(self) -> PersonSheet:
        front = self.pile.front()
        assert isinstance(front, PersonSheet)
        return front

    def elsewhere(self, record: Record, **other: Any) -> None:
        """Another writer changes this in the same book; the window hears of it only by itself."""
        with Store.open(self.shop.places.book, self.shop.key) as store:
            kept = store.record(record.uid)
            assert kept is not None
            records.edit(replace(self.shop, store=store), kept, replace(kept, **other))

    def elsewhere_gone(self, record: Record) -> None:
        """Another writer takes it out."""
        with Store.open(self.shop.places.book, self.shop.key) as store:
            records.remove(replace(self.shop, store=store), record.uid)

    def field(self, path: str) -> Field:
        return next(one for one in self.form().fields.fields if one.row.path == path)

    def small(self, kind: type[Record]) -> SmallList:
        return next(one for one in self.form().lists if one.small.kind is kind)

    def into(self, field: Field) -> None:
        """The caret goes there."""
        field.begin_at().setFocus(Qt.FocusReason.OtherFocusReason)

    def overwrite(self, words: str) -> None:
        self.room.control(Qt.Key.Key_A)
        self.room.press(Qt.Key.Key_Backspace)
        self.room.write(words)

    def tap(self, button: QAbstractButton) -> None:
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def kept(self, kind: type[Record], who: str) -> list[Record]:
        return list(self.shop.store.about(KEYS[who], kind))

    def _ask(self, _parent: QWidget, chosen: Callable[[Path], None]) -> None:
        assert self.file is not None
        chosen(self.file)
