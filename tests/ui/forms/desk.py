"""A desk for forms: a stand-in book that keeps whole records, and what a form may ask of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any, get_type_hints

from PySide6.QtWidgets import QWidget

from shopkeeper.domain.change import edited
from shopkeeper.domain.household import Relationship
from shopkeeper.domain.occasion import Occasion
from shopkeeper.domain.partial_date import PartialDate
from shopkeeper.domain.person import Email, Name, Person, Tel
from shopkeeper.domain.phrase import Phrase, translate
from shopkeeper.domain.record import Record, Uid
from shopkeeper.ui.forms.form import Form
from shopkeeper.ui.forms.kinds.forms import form_of
from shopkeeper.ui.forms.needs import Answers, Someone
from shopkeeper.ui.widgets.kit import Kit

TODAY = date(2026, 11, 24)
ANA = Person(
    uid="ana",
    name=Name(formatted="Ana Duarte", given="Ana", family="Duarte"),
    say_it="AH-na doo-AR-tuh",
    pronouns="she/her",
    title="teacher",
)
PEOPLE = (
    Someone("ana", "Ana Duarte", "Elm St"),
    Someone("leo", "Leo Duarte", "Ana's son"),
    Someone("maria-elm", "Maria Silva", "Elm St"),
    Someone("maria-oak", "Maria Silva", "Oak St"),
    Someone("bo", "Bo Lund", "Biscuit, a beagle"),
)


class Desk:
    """Keeps what a form sends, as the real book does: at once, field by field, unless it says why not."""

    def __init__(self, *records: Record) -> None:
        self.records: dict[Uid, Record] = {record.uid: record for record in records}
        self.changes: list[tuple[str, object, object]] = []
        self.refuses: Phrase | None = None
        self.answers_late = False
        self.picture: Path | None = None
        self.closed = 0
        self._made = 0

    def answers(self) -> Answers:
        """What a form may ask."""
        return Answers(
            people=lambda words: tuple(one for one in PEOPLE if words.casefold() in one.name.casefold()),
            name_of=lambda uid: next((one.name for one in PEOPLE if one.uid == uid), ""),
            fresh=self.fresh,
            today=lambda: TODAY,
            neighbours=lambda: ("Marta's Mill", "The Old Dairy", "Kwik Hardware"),
            ask_for_picture=self._ask_for_picture,
        )

    def fresh(self, kind: type[Record], owner: Uid) -> Record:
        """A blank one."""
        self._made += 1
        hints, blank = get_type_hints(kind), {}
        for name, field in kind.__dataclass_fields__.items():
            if name in ("person_uid", "owner_uid"):
                blank[name] = owner
            elif name == "uid":
                blank[name] = f"new-{self._made}"
            elif _has_no_default(field):
                blank[name] = _blank(hints[name])
        if kind is Occasion:
            blank["kind"] = "birthday"
        if kind is Relationship:
            blank["kind"] = "kin"
        return kind(**blank)

    def open(self, kit: Kit, record: Record, whose: str = "Ana Duarte", *, is_new: bool = False, **small: Any) -> Form:
        """The form of a record, joined to this desk."""
        of = form_of(type(record))
        assert of is not None
        form = Form(kit, of, self.answers())
        form.edited.connect(lambda before, after: self._edit(form, before, after))
        form.added.connect(lambda added: self._add(form, added))
        form.removed.connect(lambda removed: self._remove(form, removed))
        form.closed.connect(self._close)
        kept: dict[type[Record], tuple[Record, ...]] = {}
        for records in small.values():
            kept[type(records[0])] = tuple(records)
            self.records.update({one.uid: one for one in records})
        form.show_record(record, whose, is_new=is_new, small=kept)
        if not is_new:
            self.records[record.uid] = record
        return form

    def told(self) -> list[tuple[str, object]]:
        """Each field that was changed, and to what."""
        return [(name, after) for name, _, after in self.changes]

    def _edit(self, form: Form, before: Record, after: Record) -> None:
        if self.answers_late:
            return
        if self.refuses is not None:
            form.refused(self.refuses)
            return
        kept = self.records[before.uid]
        for change in edited(before, after):
            name = change.field or ""
            if getattr(kept, name) != change.before:
                form.stale(name, kept)
                return
            kept = replace(kept, **{name: change.after})
            self.changes.append((name, change.before, change.after))
        self.records[before.uid] = kept
        form.kept(kept)

    def _add(self, form: Form, record: Record) -> None:
        if self.refuses is not None:
            form.refused(self.refuses)
            return
        self.records[record.uid] = record
        self.changes.append(("added", None, record))
        form.kept(record)

    def _remove(self, form: Form, record: Record) -> None:
        del self.records[record.uid]
        self.changes.append(("removed", record, None))
        form.gone(record)

    def _close(self) -> None:
        self.closed += 1

    def _ask_for_picture(self, _parent: QWidget, chosen: Callable[[Path], None]) -> None:
        if self.picture is not None:
            chosen(self.picture)


CANNOT = translate("test", "The book is being written to. Please try this again in a moment.")


def _has_no_default(field: Any) -> bool:
    from dataclasses import MISSING

    return field.default is MISSING and field.default_factory is MISSING


def _blank(hint: Any) -> Any:
    if hint is str:
        return ""
    if hint is PartialDate:
        return PartialDate()
    if hint is date:
        return TODAY
    if hint is Name:
        return Name()
    return next(iter(hint))


TEL = Tel(uid="tel", owner_uid="ana", value="0161 496 0142", types=("cell",))
EMAIL = Email(uid="mail", owner_uid="ana", value="ana@duarte.example", types=("home",))
