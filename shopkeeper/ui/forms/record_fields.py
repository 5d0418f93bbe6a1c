"""The fields of one record: in one column or two, each kept when it is left, one after the other."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from shopkeeper.domain.phrase import Phrase, translate
from shopkeeper.domain.record import Record
from shopkeeper.ui.forms.fields.caret import stops_in
from shopkeeper.ui.forms.fields.field import Field
from shopkeeper.ui.forms.fields.make import make
from shopkeeper.ui.forms.needs import Answers
from shopkeeper.ui.forms.rows import Row, with_part
from shopkeeper.ui.widgets.kit import Kit

GAP: Final = 16
# Two fields stand beside each other when each has this much room, at 100 % text.
_HALF: Final = 330


class RecordFields(QWidget):
    """One record as it is filled in. One change is out at a time; the next goes when the answer is here."""

    edited = Signal(object, object)  # the record as it was kept, and as it is now to be kept
    added = Signal(object)  # a new record that has what it needs
    grew = Signal()

    def __init__(self, kit: Kit, rows: Sequence[Row], answers: Answers, parent: QWidget) -> None:
        super().__init__(parent)
        self._kit, self._answers = kit, answers
        self.record: Record | None = None
        self.is_new = False
        self._is_begun = False  # something of a new record was filled in
        self._out: Field | None = None
        self._sent: Any = None  # the value that is out
        self._ready: list[Field] = []  # left with another answer, while a change was out
        self.fields = tuple(make(kit, row, answers, self) for row in rows)
        for field in self.fields:
            field.was_left.connect(partial(self._left, field))
            field.grew.connect(self.grew)

    def show_record(self, record: Record, *, is_new: bool) -> None:
        """A record as the book holds it; a new one is in no book yet."""
        self.record, self.is_new, self._is_begun, self._out = record, is_new, False, None
        self._ready.clear()
        for field in self.fields:
            field.show_kept(field.row.read(record))
            field.say_nothing()
            if is_new and field.row.needed:
                field.begin_unanswered()

    def begin_answered(self, *names: str) -> None:
        """What led to a new record has said this already."""
        for field in map(self._field_of, names):
            if field is not None and self.record is not None:
                field.put(field.row.read(self.record))

    def settle(self) -> bool:
        """Keep what is still being typed; says whether all of it could be kept."""
        for field in self.fields:
            if field.is_changed():
                field.settle()
        lacking = self._lacking()
        if self.is_new and lacking is not None and self._is_begun:
            lacking.tell(translate("form", "Nothing is kept until this is filled in."))
            return False
        return not any(field.is_stuck() for field in self.fields)

    def kept(self, record: Record) -> None:
        """The book holds this now; heard a second time it is nothing new."""
        if record == self.record and self._out is None:
            return
        out, self._out = self._out, None
        self.record, self.is_new = record, False
        for field in self.fields:
            value = field.row.read(record)
            if field is out:
                field.was_kept(self._sent, value)
            else:
                field.follow(value)
            field.say_nothing()
        if out is not None:
            out.say_kept()
        self._go_on()

    def follow(self, record: Record) -> None:
        """It was changed elsewhere: what is being typed stays, and what is out is answered by itself."""
        if record == self.record or self.is_new:
            return
        self.record = record
        for field in self.fields:
            if field is not self._out:
                field.follow(field.row.read(record))

    def is_begun(self) -> bool:
        """Whether something stands here that is not kept."""
        return self._out is not None or any(field.is_changed() for field in self.fields)

    def refused(self, phrase: Phrase) -> None:
        """It could not be kept: the sentence stands at its field, and what was typed stays."""
        out, self._out = self._out, None
        if out is not None:
            out.tell(phrase)
        self._go_on()

    def stale(self, name: str, kept: Record) -> QWidget | None:
        """The book holds something newer in this field: both values are shown, and the shopkeeper chooses there."""
        out, self._out = self._out, None
        self.record = kept
        asking = out or self._field_of(name)
        for field in self.fields:
            value = field.row.read(kept)
            if field is asking:
                field.ask_which(value)
            else:
                field.follow(value)
        self._go_on()
        return asking.both() if asking else None

    def stops(self) -> list[QWidget]:
        """Where the Tab key may stop, in the order in which they are seen."""
        return [stop for field in self.fields for stop in stops_in(field)]

    def is_waiting(self) -> bool:
        """Whether a change is out and not answered yet."""
        return self._out is not None

    def lay(self, width: int) -> int:
        """Place the fields in that width; says how tall they are together."""
        least = self._kit.look.scale * _HALF
        half = (width - GAP) // 2
        y = 0
        for line in self._lines(two=half >= least):
            wide = half if line[0].row.half and half >= least else width
            tall = max(field.lay(wide) for field in line)
            for n, field in enumerate(line):
                x = n * (half + GAP)
                field.setGeometry(width - x - wide if self.isRightToLeft() else x, y, wide, field.lay(wide))
            y += tall + GAP
        return max(0, y - GAP)

    def _lines(self, *, two: bool) -> list[list[Field]]:
        lines: list[list[Field]] = []
        for field in self.fields:
            before = lines[-1] if lines else []
            if two and field.row.half and len(before) == 1 and before[0].row.half:
                before.append(field)
            else:
                lines.append([field])
        return lines

    def _left(self, field: Field) -> None:
        if field not in self._ready:
            self._ready.append(field)
        self._go_on()

    def _go_on(self) -> None:
        """The next change goes out, as soon as the last one is answered."""
        if self._out is None and self._ready and self.record is not None:
            self._send(self._ready.pop(0), self.record)

    def _send(self, field: Field, record: Record) -> None:
        # A change of what was seen here: what the book says by now must not be overwritten unseen.
        before = record if self.is_new else field.row.write(record, field.kept_on())
        after = field.row.write(before, field.value())
        if field.row.stamps:
            after = with_part(after, field.row.stamps, self._answers.today())
        if field.row.needed and not field.row.is_filled(after) and not self.is_new:
            field.tell(translate("form", "This cannot be empty. To take it out, press Remove."))
            self._go_on()
        elif self.is_new:
            self._keep_new(field, after)
        else:
            self._out, self._sent = field, field.value()
            self.edited.emit(before, after)

    def _keep_new(self, field: Field, after: Record) -> None:
        """Of a new record nothing is kept before it has what it needs; what was filled in stays with the form."""
        self.record, self._is_begun = after, True
        if self._lacking() is None:
            self._out, self._sent = field, field.value()
            self.added.emit(after)
        else:
            field.show_kept(field.row.read(after))
            self._go_on()

    def _lacking(self) -> Field | None:
        record = self.record
        if record is None:
            return None
        needed = (field for field in self.fields if field.row.needed)
        return next((one for one in needed if not (one.row.is_filled(record) and one.is_answered())), None)

    def _field_of(self, name: str) -> Field | None:
        return next((field for field in self.fields if field.row.path.partition(".")[0] == name), None)
