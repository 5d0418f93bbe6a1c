"""The acts of the history as a list: the newest first, more of them read when somebody comes to the end."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import Final, TypeAlias

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from shopkeeper.domain.record import Uid
from shopkeeper.ui.past.told import Line, line_of, spoken, when_and_who
from shopkeeper.ui.say import begun
from shopkeeper.usecases.history import Entry

Index: TypeAlias = "QModelIndex | QPersistentModelIndex"
# So many acts, and only those before this number.
Read: TypeAlias = "Callable[[int, int | None], tuple[Entry, ...]]"

EntryRole: Final = int(Qt.ItemDataRole.UserRole)
PAGE: Final = 40


class Entries(QAbstractListModel):
    """What has been read of the history so far."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries: tuple[Entry, ...] = ()
        self._read: Read = lambda _limit, _before: ()
        self._today = date.min
        self._is_whole = True
        self._revealed = False

    def show(self, read: Read, today: date, at_least: int = PAGE) -> None:
        """Read the history from its newest act on."""
        self.beginResetModel()
        self._read, self._today = read, today
        self._entries, self._is_whole = (), True
        self.endResetModel()
        self._add(read(at_least, None), at_least)

    def read_again(self) -> None:
        """Something was done meanwhile: as many acts as before, and those that are new."""
        self.show(self._read, self._today, max(PAGE, len(self._entries) + 1))

    def entry(self, row: int) -> Entry | None:
        """The act in this row."""
        return self._entries[row] if 0 <= row < len(self._entries) else None

    def row_of(self, act: int | Uid) -> int | None:
        """In which row an act stands, by its number or its uid."""
        found = (row for row, entry in enumerate(self._entries) if act in (entry.number, entry.act_uid))
        return next(found, None)

    def reveal(self, revealed: bool) -> None:
        """Show what is private, while a key is held."""
        if revealed == self._revealed:
            return
        self._revealed = revealed
        for row, entry in enumerate(self._entries):
            if any(told.private for told in entry.changes):
                self.dataChanged.emit(self.index(row), self.index(row))

    def title(self, entry: Entry) -> str:
        """What was done."""
        return begun(entry.name)

    def quiet(self, entry: Entry) -> str:
        """When that was, and who did it."""
        return when_and_who(entry, self._today)

    def lines(self, entry: Entry) -> tuple[Line, ...]:
        """What it changed, line by line."""
        return tuple(line_of(told, revealed=self._revealed) for told in entry.changes)

    def _aloud(self, entry: Entry) -> Iterator[str]:
        return (spoken(told, revealed=self._revealed) for told in entry.changes)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own default
        """How many acts were read."""
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What was done, the act itself, and what a screen reader says."""
        entry = self.entry(index.row()) if index.isValid() else None
        if entry is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self.title(entry)
            case Qt.ItemDataRole.AccessibleTextRole:
                return ". ".join((self.title(entry), self.quiet(entry), *self._aloud(entry)))
            case Qt.ItemDataRole.UserRole:
                return entry
            case _:
                return None

    def canFetchMore(self, parent: Index) -> bool:
        """Whether there are older acts."""
        return not parent.isValid() and not self._is_whole

    def fetchMore(self, parent: Index) -> None:
        """Somebody has come to the end: read on."""
        if self.canFetchMore(parent):
            self._add(self._read(PAGE, self._entries[-1].number), PAGE)

    def _add(self, older: tuple[Entry, ...], asked: int) -> None:
        first = len(self._entries)
        if older:
            self.beginInsertRows(QModelIndex(), first, first + len(older) - 1)
            self._entries += older
            self.endInsertRows()
        self._is_whole = len(older) < asked
