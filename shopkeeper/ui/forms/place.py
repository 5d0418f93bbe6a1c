"""Where forms meet the book: what is left in a field becomes an act, and the form shows what came of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any, Final, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from shopkeeper.domain.household import Household
from shopkeeper.domain.person import Photo
from shopkeeper.domain.phrase import Phrase, translate
from shopkeeper.domain.record import Record, Uid
from shopkeeper.ui.bridge import Bridge
from shopkeeper.ui.forms.form import Form
from shopkeeper.ui.forms.kinds.forms import form_of
from shopkeeper.ui.forms.needs import Answers, Someone
from shopkeeper.ui.forms.person_sheet import PersonSheet
from shopkeeper.ui.needs import DoneShown
from shopkeeper.ui.parts import Records
from shopkeeper.ui.pile import Pile, Sheet
from shopkeeper.ui.say import said
from shopkeeper.ui.widgets.kit import Kit
from shopkeeper.usecases.leave import Leaving
from shopkeeper.usecases.named import owner_of
from shopkeeper.usecases.records import Stale
from shopkeeper.usecases.refused import Refused

T = TypeVar("T")


class FormPlace(QObject):
    """The sheet of one person and the form of one kept thing. Whatever one of them is laid on, it leads back there."""

    history_asked = Signal(str)  # of this person
    family_asked = Signal(str)

    def __init__(
        self,
        kit: Kit,
        bridge: Bridge,
        pile: Pile,
        ask_for_picture: Callable[[QWidget, Callable[[Path], None]], None],
    ) -> None:
        super().__init__(bridge)
        self._kit, self._bridge, self._pile = kit, bridge, pile
        self._answers = Answers(
            people=self._people,
            name_of=self._name_of,
            fresh=self._fresh,
            today=lambda: self._ask(lambda records: records.today()),
            neighbours=lambda: self._ask(lambda records: records.neighbours()),
            ask_for_picture=ask_for_picture,
        )
        self._person: Uid = ""
        self._at: Uid = ""  # the line of the sheet that was opened last
        self._form: Form | None = None
        self._sheet = PersonSheet(kit)
        self._sheet.opened.connect(self._open_line)
        self._sheet.wanted.connect(self._wanted)
        self._sheet.leave_taken.connect(self._take_leave)
        self._sheet.history_asked.connect(lambda: self.history_asked.emit(self._person))
        self._sheet.closed.connect(pile.take_off)

    def open_person(self, uid: Uid) -> None:
        """Everything that is kept about a person."""
        self._person, self._at = uid, ""
        self._show_person()
        self._pile.lay(Sheet(widget=self._sheet, begin=self._begin_sheet, refresh=self._show_person))

    def open_record(self, uid: Uid) -> bool:
        """The form of one kept thing; says whether there is one. A telephone is changed in the form of its person."""
        record = self._record(uid)
        if record is not None and form_of(type(record)) is None:
            small, record = type(record), self._record(owner_of(record))
            of = form_of(type(record)) if record else None
            if of is None or not (small is Photo or any(one.kind is small for one in of.lists)):
                return False
        if record is None:
            return False
        self._open(record, is_new=False, at=uid)
        return True

    def open_new(self, kind: type[Record], person: Uid, **said: Any) -> None:
        """A form about a person, blank but for what was said already."""
        self._open(replace(self._fresh(kind, person), **said), is_new=True)
        if self._form is not None:
            self._form.fields.begin_answered(*said)

    def _wanted(self, kind: type[Record]) -> None:
        if kind is Household:
            self.family_asked.emit(self._person)
        else:
            self.open_new(kind, self._person)

    def _take_leave(self, leaving: Leaving) -> None:
        uid = self._person
        self._bridge.keep(("leave", uid, leaving), lambda book: book.families.take_leave(uid, leaving))

    def _open_line(self, uid: Uid) -> None:
        self._at = uid
        self.open_record(uid)

    def _open(self, record: Record, *, is_new: bool, at: Uid = "") -> None:
        of = form_of(type(record))
        if of is None:
            return
        form = Form(self._kit, of, self._answers)
        form.edited.connect(partial(self._edit, form))
        form.added.connect(partial(self._add, form))
        form.removed.connect(partial(self._remove, form))
        form.closed.connect(self._pile.take_off)
        whose = self._name_of(owner_of(record))
        form.show_record(record, whose, is_new=is_new, small=self._small_of(record.uid))
        unfinished = _UNFINISHED.with_values(form=of.title, name=whose)
        begin, refresh = partial(self._begin_form, form, at), partial(self._refresh, form)
        self._pile.lay(Sheet(widget=form, begin=begin, refresh=refresh, settle=form.settle, unfinished=unfinished))

    def _begin_form(self, form: Form, at: Uid) -> None:
        """It is in front, new or again. The one before it goes, unless it was laid aside half filled in."""
        before, self._form = self._form, form
        if before is not None and before is not form and not self._pile.keeps(before):
            before.deleteLater()
        form.begin(at)

    def _edit(self, form: Form, before: Record, after: Record) -> None:
        def refused(why: Refused) -> None:
            if form is not self._form:
                return
            if isinstance(why, Stale):
                form.stale(why.field, why.kept)
            else:
                form.refused(why.phrase)

        act = ("edit", before, after)
        self._bridge.keep(
            act, lambda book: book.records.edit(before, after), lambda _: self._kept(form, after), refused
        )

    def _add(self, form: Form, record: Record) -> None:
        def kept(_: DoneShown | None) -> None:
            self._at = record.uid
            self._kept(form, record)

        def refused(why: Refused) -> None:
            if form is self._form:
                form.refused(why.phrase)

        self._bridge.keep(("add", record), lambda book: book.records.add(record), kept, refused)

    def _remove(self, form: Form, record: Record) -> None:
        def gone(_: DoneShown | None) -> None:
            # Its own record is gone from the book, and so the pile has taken the form away already.
            if form is self._form and self._pile.front() is form:
                form.gone(record)

        def refused(why: Refused) -> None:
            if form is self._form:
                form.refused(why.phrase)

        self._bridge.keep(("remove", record), lambda book: book.records.remove(record.uid), gone, refused)

    def _kept(self, form: Form, record: Record) -> None:
        """What is in the book now; a form that was left meanwhile needs no answer."""
        if form is self._form:
            form.kept(self._record(record.uid) or record)

    def _refresh(self, form: Form) -> bool:
        shown = form.record()
        if shown is None or form.is_new():
            return True
        record = self._record(shown.uid)
        if record is None:
            # What is being typed stays: when it is left, it says that there is nothing to change any more.
            return form.fields.is_begun()
        form.refresh(record, self._small_of(record.uid))
        return True

    def _show_person(self) -> bool:
        record = self._record(self._person)
        if record is None:
            return False
        sections = self._ask(lambda records: records.everything_of(self._person))
        leavings = self._bridge.ask(lambda book: book.families.leavings(self._person)) or ()
        self._sheet.show_person(self._name_of(self._person), sections, leavings)
        return True

    def _people(self, words: str) -> tuple[Someone, ...]:
        return tuple(
            Someone(one.person_uid, one.name, said(one.line))
            for one in self._ask(lambda records: records.people(words))
        )

    def _record(self, uid: Uid) -> Record | None:
        return self._bridge.ask(lambda book: book.records.record(uid))

    def _name_of(self, uid: Uid) -> str:
        return self._ask(lambda records: records.name_of(uid))

    def _small_of(self, uid: Uid) -> Mapping[type[Record], tuple[Record, ...]]:
        return self._ask(lambda records: records.small_of(uid))

    def _fresh(self, kind: type[Record], owner: Uid) -> Record:
        return self._ask(lambda records: records.fresh(kind, owner))

    def _ask(self, question: Callable[[Records], T]) -> T:
        book = self._bridge.book
        if book is None:
            # The pile is cleared when a book closes: nothing of it can still ask.
            raise RuntimeError("a form asks, and no book is open")
        return question(book.records)

    def _begin_sheet(self) -> None:
        self._sheet.begin(self._at)


_UNFINISHED: Final[Phrase] = translate(
    "form", "{form} of {name} is not finished.", "the title of a form, and whose it is"
)
