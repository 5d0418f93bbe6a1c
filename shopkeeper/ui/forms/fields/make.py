"""make: the field for a row."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from shopkeeper.ui.forms.fields.choice import ChoiceField
from shopkeeper.ui.forms.fields.day import DayField
from shopkeeper.ui.forms.fields.field import Field
from shopkeeper.ui.forms.fields.line import KnownField, LineField, LinesField, NumberField, SeveralField
from shopkeeper.ui.forms.fields.told import ToldField
from shopkeeper.ui.forms.fields.who import WhoField
from shopkeeper.ui.forms.needs import Answers
from shopkeeper.ui.forms.rows import Choice, Day, Known, Lines, Number, Row, Several, Told, Who
from shopkeeper.ui.widgets.kit import Kit


def make(kit: Kit, row: Row, answers: Answers, parent: QWidget) -> Field:
    """The field in which this row is filled in."""
    match row:
        case Choice():
            return ChoiceField(kit, row, parent)
        case Told():
            return ToldField(kit, row, bool(row.leap), parent)
        case Day():
            return DayField(kit, row, answers.today(), parent)
        case Who():
            return WhoField(kit, row, answers.people, answers.name_of, parent)
        case Number():
            return NumberField(kit, row, row.most, parent)
        case Several():
            return SeveralField(kit, row, parent)
        case Lines():
            return LinesField(kit, row, parent)
        case Known():
            return KnownField(kit, row, answers.neighbours(), parent)
        case _:
            return LineField(kit, row, parent)
