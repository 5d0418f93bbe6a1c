"""Where forms meet the book: what is left in a field becomes an act, and the form shows what came of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from shopkeeper.domain.person import Person
from shopkeeper.domain.phrase import Phrase
from shopkeeper.domain.record import Record, Uid
from shopkeeper.ui.forms.form import Form
from shopkeeper.ui.forms.kinds.forms import form_of
from shopkeeper.ui.forms.needs import Answers, Someone
from shopkeeper.ui.forms.person_sheet import PersonSheet
from shopkeeper.ui.say import said
from shopkeeper.ui.widgets.kit import Kit
from shopkeeper.usecases.on_record import OnRecord
from shopkeeper.usecases.records import Stale
from shopkeeper.usecases.refused import words_for
from shopkeeper.usecases.undo import Done


class FormPlace(QObject):
    """The sheet of one person, and the form that lies on it. A form opened from elsewhere leads back there."""

    done = Signal(object)  # Done: something was written down
    refused = Signal(object)  # Phrase: it could not be, and no form is there to say so
    closed = Signal()

    def __init__(
        self,
        kit: Kit,
        on_record: Callable[[], OnRecord],
        ask_for_picture: Callable[[QWidget, Callable[[Path], None]], None],
        show: Callable[[QWidget], None],
        parent: QObject | None = None,
    ) -> None:
        """`on_record` is whoever stands at the counter now; `show` puts a sheet in front."""
        super().__init__(parent)
        self._kit, self._on_record, self._show = kit, on_record, show
        self._answers = Answers(
            people=self._people,
            name_of=lambda uid: on_record().name_of(uid),
            fresh=lambda kind, owner: on_record().fresh(kind, owner),
            today=lambda: on_record().today(),
            neighbours=lambda: on_record().neighbours(),
            ask_for_picture=ask_for_picture,
        )
        self._person: Uid = ""  # whose sheet lies under the form; nobody's for a form from elsewhere
        self._at: Uid = ""
        self.form: Form | None = None
        self.sheet = PersonSheet(kit)
        self.sheet.opened.connect(self._open_line)
        self.sheet.wanted.connect(lambda kind: self._open(on_record().fresh(kind, self._person), is_new=True))
        self.sheet.closed.connect(self._leave_sheet)

    def open_person(self, uid: Uid) -> None:
        """Everything that is kept about a person."""
        self._person, self._at = uid, ""
        self._show_sheet()

    def open_record(self, uid: Uid) -> bool:
        """The form of one kept thing; says whether there is one."""
        self._person = ""
        record = self._on_record().record(uid)
        if record is None or form_of(type(record)) is None:
            return False
        self._open(record, is_new=False)
        return True

    def open_new(self, kind: type[Record], person: Uid) -> None:
        """A blank form about a person."""
        self._person = ""
        self._open(self._on_record().fresh(kind, person), is_new=True)

    def settle(self) -> bool:
        """Keep what is still being typed, before the window or the book closes; says whether all could be kept."""
        return self.form is None or self.form.settle()

    def refresh(self) -> None:
        """Something was written down or taken back elsewhere."""
        form = self.form
        if form is not None:
            self._refresh(form)
        elif self._person:
            self._show_sheet()

    def forget(self) -> None:
        """The book is closed: nothing of it stays on a sheet."""
        self._person = self._at = ""
        self._drop()
        self.sheet.show_person("", ())

    def _open_line(self, uid: Uid) -> None:
        record = self._on_record().record(uid)
        if record is not None and form_of(type(record)) is not None:
            self._at = uid
            self._open(record, is_new=False)

    def _open(self, record: Record, *, is_new: bool) -> None:
        of = form_of(type(record))
        if of is None:
            return
        self._drop()
        form = self.form = Form(self._kit, of, self._answers)
        form.edited.connect(lambda before, after: self._edit(form, before, after))
        form.added.connect(lambda added: self._add(form, added))
        form.removed.connect(lambda removed: self._remove(form, removed))
        form.closed.connect(self._leave_form)
        form.show_record(record, self._on_record().whose(record), is_new=is_new, small=self._small(record))
        self._show(form)
        form.begin()

    def _edit(self, form: Form, before: Record, after: Record) -> None:
        try:
            done = self._on_record().edit(before, after)
        except Stale as stale:
            form.stale(stale.field, stale.kept)
        except Exception as error:
            form.refused(_sentence(error))
        else:
            self._kept(form, after, done)

    def _add(self, form: Form, record: Record) -> None:
        try:
            done = self._on_record().add(record)
        except Exception as error:
            form.refused(_sentence(error))
        else:
            self._at = record.uid
            self._kept(form, record, done)

    def _remove(self, form: Form, record: Record) -> None:
        try:
            done = self._on_record().remove(record.uid)
        except Exception as error:
            self.refused.emit(_sentence(error))
            return
        if isinstance(record, Person):
            self._person = ""
        form.gone(record)
        self.done.emit(done)

    def _kept(self, form: Form, record: Record, done: Done | None) -> None:
        form.kept(self._on_record().record(record.uid) or record)
        if done is not None:
            self.done.emit(done)

    def _refresh(self, form: Form) -> None:
        shown = form.record()
        if shown is None or form.is_new():
            return
        record = self._on_record().record(shown.uid)
        if record is None:
            self._leave_form()
        else:
            form.refresh(record, self._small(record))

    def _small(self, record: Record) -> dict[type[Record], tuple[Record, ...]]:
        return self._on_record().small(record)

    def _leave_form(self) -> None:
        if self._person:
            self._drop()
            self._show_sheet()
        else:
            self.closed.emit()
            self._drop()

    def _leave_sheet(self) -> None:
        self._person = ""
        self.closed.emit()

    def _show_sheet(self) -> None:
        book = self._on_record()
        self._show(self.sheet)
        self.sheet.show_person(book.name_of(self._person), book.everything(self._person), self._at)

    def _drop(self) -> None:
        if self.form is not None:
            self.form.hide()
            self.form.deleteLater()
            self.form = None

    def _people(self, words: str) -> tuple[Someone, ...]:
        return tuple(Someone(one.uid, one.name, said(one.line)) for one in self._on_record().people(words))


def _sentence(error: Exception) -> Phrase:
    """Why it could not be kept, where that belongs to the shopkeeper's world; else it is a mistake of ours."""
    phrase = words_for(error)
    if phrase is None:
        raise error
    return phrase
