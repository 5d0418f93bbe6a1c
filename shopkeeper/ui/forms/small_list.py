"""A list of small records: its telephones, its addresses. Rows are added, changed and taken out in place."""

from __future__ import annotations

from functools import partial
from itertools import chain

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QWidget

from shopkeeper.domain.record import Record, Uid
from shopkeeper.ui.forms.fields.caret import begin_in
from shopkeeper.ui.forms.needs import Answers
from shopkeeper.ui.forms.record_fields import RecordFields
from shopkeeper.ui.forms.rows import Small
from shopkeeper.ui.forms.signed import Signed
from shopkeeper.ui.say import say
from shopkeeper.ui.theme import Face, Role
from shopkeeper.ui.widgets.drawn import Text
from shopkeeper.ui.widgets.kit import Kit
from shopkeeper.ui.widgets.panel import paint_block

_PAD = 18
_GAP = 14


class SmallList(QWidget):
    """A block of paper with one row of fields for each small record, and the button that adds one."""

    edited = Signal(object, object, object)  # the fields, the record before (None: a new one) and after
    removed = Signal(object)
    grew = Signal()
    changed = Signal()  # a row was added

    def __init__(self, kit: Kit, small: Small, answers: Answers, parent: QWidget) -> None:
        super().__init__(parent)
        self.small = small
        self._kit, self._answers = kit, answers
        self._owner: Uid = ""
        self._items: list[tuple[RecordFields, QPushButton]] = []
        self._title = Text(kit, Face.TITLE, Role.INK, self, say(small.label))
        self.add = Signed(kit, "plus", say(small.add), say(small.add), self)
        self.add.clicked.connect(self._add)

    def show_records(self, owner: Uid, records: tuple[Record, ...]) -> None:
        """The small records of somebody. A row that is shown already stays, with whatever is being typed in it."""
        if owner != self._owner:
            for fields in self.items():
                self._take_away(fields)
            self._owner = owner
        kept = {record.uid: record for record in records}
        for fields in self.items():
            record = kept.pop(fields.record.uid, None) if fields.record else None
            if record is not None:
                fields.follow(record)
            elif not fields.is_new and not fields.is_begun():
                self._take_away(fields)
        for record in kept.values():
            self._show(record, is_new=False)

    def items(self) -> tuple[RecordFields, ...]:
        """The fields of each."""
        return tuple(fields for fields, _ in self._items)

    def stops(self) -> list[QWidget]:
        """Where the Tab key may stop, in the order in which they are seen."""
        rows = ([*fields.stops(), cross] for fields, cross in self._items)
        return [self.add, *chain.from_iterable(rows)]

    def go_to(self, uid: Uid) -> QWidget | None:
        """The caret goes into the row of this one, if it is here; says where."""
        found = next((fields for fields in self.items() if fields.record and fields.record.uid == uid), None)
        return begin_in(found.fields[0]) if found else None

    def crosses(self) -> tuple[QPushButton, ...]:
        """What takes each of them out."""
        return tuple(cross for _, cross in self._items)

    def gone(self, record: Record) -> None:
        """It was taken out of the book."""
        for fields in self.items():
            if fields.record is not None and fields.record.uid == record.uid:
                self._take_away(fields)
                self.grew.emit()

    def lay(self, width: int) -> int:
        """Place everything in that width; says how tall it is."""
        inner = width - 2 * _PAD
        size = self.add.sizeHint()
        high = max(44, size.height())
        words = self._title.lay(max(60, inner - size.width() - 12))
        top = 10
        self._put(self._title, _PAD, top + max(0, (high - words) // 2), inner - size.width() - 12, words, width)
        self._put(self.add, width - _PAD - size.width(), top, size.width(), high, width)
        y = top + max(high, words) + 4
        for fields, cross in self._items:
            square = max(44, cross.sizeHint().height())
            room = inner - square - 8
            tall = fields.lay(room)
            self._put(fields, _PAD, y, room, tall, width)
            # Beside the input, below its label.
            label = fields.fields[0].label().height() + 4
            self._put(cross, _PAD + room + 8, y + label, square, square, width)
            y += max(tall, label + square) + _GAP
        return y + (4 if self._items else 6)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paper and its edge."""
        paint_block(QPainter(self), self._kit.look, QRectF(self.rect()), Role.PAPER, Role.LINE, 14)

    def _put(self, thing: QWidget, x: int, y: int, wide: int, tall: int, width: int) -> None:
        thing.setGeometry(width - x - wide if self.isRightToLeft() else x, y, wide, tall)

    def _add(self) -> None:
        fields = self._show(self._answers.fresh(self.small.kind, self._owner), is_new=True)
        self.grew.emit()
        begin_in(fields.fields[0])

    def _show(self, record: Record, *, is_new: bool) -> RecordFields:
        fields = RecordFields(self._kit, self.small.rows, self._answers, self)
        fields.show_record(record, is_new=is_new)
        cross = Signed(self._kit, "remove", "", say(self.small.remove), self)
        fields.edited.connect(lambda before, after: self.edited.emit(fields, before, after))
        fields.added.connect(lambda after: self.edited.emit(fields, None, after))
        fields.grew.connect(self.grew)
        cross.clicked.connect(partial(self._take_out, fields))
        for shown in (fields, cross):
            shown.show()
        self._items.append((fields, cross))
        self.changed.emit()
        return fields

    def _take_away(self, fields: RecordFields) -> None:
        """The row goes; the caret, if it stands there, goes to the button that adds one."""
        item = next(item for item in self._items if item[0] is fields)
        self._items.remove(item)
        caret: QWidget | None = self.window().focusWidget()
        if caret is not None and any(part is caret or part.isAncestorOf(caret) for part in item):
            self.add.setFocus()
        for part in item:
            part.hide()
            part.deleteLater()

    def _take_out(self, fields: RecordFields) -> None:
        record = fields.record
        if record is None:
            return
        if fields.is_new:
            self.gone(record)
        else:
            self.removed.emit(record)
