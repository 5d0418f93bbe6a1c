"""A form: one record on one sheet, its small records under it. There is nothing to press to keep it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from shopkeeper.domain.person import Photo
from shopkeeper.domain.phrase import Phrase, translate
from shopkeeper.domain.record import Record, Uid
from shopkeeper.ui.forms.fields.caret import begin_in, mend_at, put_in_order
from shopkeeper.ui.forms.fields.field import Field
from shopkeeper.ui.forms.fields.photo import PhotoField
from shopkeeper.ui.forms.form_of import FormOf
from shopkeeper.ui.forms.headed import SIDE, Headed
from shopkeeper.ui.forms.mnemonics import with_letters
from shopkeeper.ui.forms.needs import Answers
from shopkeeper.ui.forms.record_fields import GAP, RecordFields
from shopkeeper.ui.forms.small_list import SmallList
from shopkeeper.ui.say import say
from shopkeeper.ui.sheets.page import button
from shopkeeper.ui.theme import Face, Role
from shopkeeper.ui.widgets.drawn import Text
from shopkeeper.ui.widgets.kit import Kit

_FOOT: Final = translate("form", "Each line is kept as soon as you leave it. Ctrl+Z takes it back.")


class Form(Headed):
    """Everything about one kept thing. What is left is kept; Esc keeps what is still being typed and goes back."""

    edited = Signal(object, object)  # the record as the book held it, and as it is now to be kept
    added = Signal(object)
    removed = Signal(object)
    closed = Signal()

    def __init__(self, kit: Kit, of: FormOf, answers: Answers, parent: QWidget | None = None) -> None:
        super().__init__(kit, of.sign, parent)
        self.of, self._answers = of, answers
        self._asking: RecordFields | None = None
        self._told: dict[Field, str] = {}  # why it could not be left, said once
        self._build()
        self._connect()

    def _build(self) -> None:
        ground, of = self.ground, self.of
        self.remove = button(say(translate("form", "Remove", "take this out of the book")), self.head)
        self.remove.setProperty("place", "quiet")
        self.back = button(say(translate("form", "Back  (Esc)")), self.head)
        self.photo = PhotoField(self.kit, self._answers, ground) if of.has_photo else None
        self.fields = RecordFields(self.kit, of.rows, self._answers, ground)
        self.lists = tuple(SmallList(self.kit, small, self._answers, ground) for small in of.lists)
        self._foot = Text(self.kit, Face.SMALL, Role.SOFT, ground, say(_FOOT))
        self._note = Text(self.kit, Face.SMALL, Role.SOFT, ground, say(of.foot) if of.foot else "")
        # Alt and the underlined letter lead there.
        labels: list[QLabel | QPushButton] = [self.remove, *(field.label() for field in self.fields.fields)]
        for label, words in zip(labels, with_letters(label.text() for label in labels), strict=True):
            label.setText(words)

    def _connect(self) -> None:
        self.back.clicked.connect(self.leave)
        self.remove.clicked.connect(self._remove)
        self.fields.grew.connect(self.arrange)
        self.fields.edited.connect(lambda before, after: self._send(self.fields, before, after))
        self.fields.added.connect(lambda record: self._send(self.fields, None, record))
        for one in self.lists:
            one.grew.connect(self.arrange)
            one.changed.connect(self._put_in_order)
            one.edited.connect(self._send)
            one.removed.connect(self.removed)
        if self.photo is not None:
            self.photo.added.connect(lambda photo: self._send(None, None, photo))
            self.photo.edited.connect(lambda before, after: self._send(None, before, after))
            self.photo.removed.connect(self.removed)

    def show_record(
        self,
        record: Record,
        whose: str,
        *,
        is_new: bool = False,
        small: Mapping[type[Record], tuple[Record, ...]] | None = None,
    ) -> None:
        """A record of somebody's, with the small records that belong to it."""
        self.heading.tell(say(self.of.title), whose)
        self.fields.show_record(record, is_new=is_new)
        self._show_small(record, small or {})
        self._put_in_order()
        self._show_what_belongs()
        self.ensureVisible(0, 0)

    def begin(self, at: Uid = "") -> None:
        """The caret goes to the first field, or into the row of this small record."""
        row = next(filter(None, (one.go_to(at) for one in self.lists)), None)
        self.ensureWidgetVisible(row or begin_in(self.fields.fields[0]))

    def kept(self, record: Record) -> None:
        """The book holds this now."""
        if isinstance(record, Photo) and self.photo is not None:
            self.photo.show_photo(record)
            return
        for fields in self._all():
            if fields.record is not None and fields.record.uid == record.uid:
                fields.kept(record)
        self._show_what_belongs()

    def refresh(self, record: Record, small: Mapping[type[Record], tuple[Record, ...]]) -> None:
        """Something was written down or taken back elsewhere: what is not being typed follows it."""
        self.fields.follow(record)
        self._show_small(record, small)
        self.arrange()

    def refused(self, phrase: Phrase) -> None:
        """What went out last could not be kept, and why."""
        if self._asking is not None:
            self._asking.refused(phrase)
        elif self.photo is not None:
            self.photo.tell(phrase)

    def stale(self, field: str, kept: Record) -> None:
        """What went out last met something newer in this field; `kept` is the record as the book has it."""
        asked = self._asking.stale(field, kept) if self._asking else None
        self.arrange()
        if asked is not None:
            self.ensureWidgetVisible(asked)

    def gone(self, record: Record) -> None:
        """It is no longer in the book."""
        for one in self.lists:
            one.gone(record)
        if isinstance(record, Photo) and self.photo is not None:
            self.photo.show_photo(None)
        if self.fields.record is not None and record.uid == self.fields.record.uid:
            self.closed.emit()

    def record(self) -> Record | None:
        """The record as the book held it last."""
        return self.fields.record

    def is_new(self) -> bool:
        """Whether nothing of it is kept yet."""
        return self.fields.is_new

    def settle(self) -> bool:
        """Keep what is still being typed: before the window closes; says whether all of it could be kept."""
        settled = [fields.settle() for fields in self._all()]
        return all(settled)

    def leave(self) -> None:
        """Keep what is being typed and go back; what could not be kept is shown first, once."""
        if self.settle() or self._told == self._troubles():
            self.closed.emit()
            return
        self._told = self._troubles()
        at = mend_at(next(field for field, trouble in self._told.items() if trouble))
        at.setFocus(Qt.FocusReason.OtherFocusReason)
        self.ensureWidgetVisible(at)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back, Ctrl+V brings a photo in."""
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif event.key() == Qt.Key.Key_V and control and self.photo is not None:
            self.photo.take_clipboard()
        else:
            super().keyPressEvent(event)

    def ways(self) -> tuple[QPushButton, ...]:
        """Taking it out, and back."""
        return self.remove, self.back

    def place(self, width: int, height: int) -> int:
        """The fields, the small lists, the foot."""
        inner = width - 2 * SIDE
        y = 6
        things: list[PhotoField | RecordFields | SmallList] = [self.fields, *self.lists]
        if self.photo is not None:
            things.insert(0, self.photo)
        for thing in things:
            if thing.isHidden():
                continue
            tall = thing.lay(inner)
            thing.setGeometry(SIDE, y, inner, tall)
            y += tall + GAP
        for words in (self._note, self._foot):
            if words.words():
                tall = words.lay(inner)
                words.setGeometry(SIDE, y, inner, tall)
                y += tall + 4
        return y + GAP

    def _all(self) -> tuple[RecordFields, ...]:
        return (self.fields, *(item for one in self.lists for item in one.items()))

    def _troubles(self) -> dict[Field, str]:
        return {field: field.trouble() for fields in self._all() for field in fields.fields}

    def _send(self, fields: RecordFields | None, before: Record | None, after: Record) -> None:
        self._asking = fields
        if before is None:
            self.added.emit(after)
        else:
            self.edited.emit(before, after)

    def _remove(self) -> None:
        if self.fields.record is not None:
            self.removed.emit(self.fields.record)

    def _show_small(self, record: Record, small: Mapping[type[Record], tuple[Record, ...]]) -> None:
        for one in self.lists:
            one.show_records(record.uid, small.get(one.small.kind, ()))
        if self.photo is not None:
            self.photo.begin(self.heading.whose(), record.uid)
            self.photo.show_photo(next((one for one in small.get(Photo, ()) if isinstance(one, Photo)), None))

    def _put_in_order(self) -> None:
        """The Tab key goes through everything in the order in which it is seen."""
        photo = self.photo.findChildren(QPushButton) if self.photo else []
        small = [stop for one in self.lists for stop in one.stops()]
        put_in_order((self.back, self.remove, *photo, *self.fields.stops(), *small))

    def _show_what_belongs(self) -> None:
        """To what is not kept yet, nothing can belong, and it cannot be taken out."""
        for one in (self.remove, self.photo, *self.lists):
            if one is not None:
                one.setVisible(not self.fields.is_new)
        self.arrange()
