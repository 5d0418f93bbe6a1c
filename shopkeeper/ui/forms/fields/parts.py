"""Day, month and year: three short lines, in the order of a date in the shop's language."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QLocale
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QLineEdit, QWidget

from shopkeeper.domain.partial_date import PartialDate
from shopkeeper.domain.phrase import Phrase, translate
from shopkeeper.ui import a11y
from shopkeeper.ui.forms.fields.flow import Flow
from shopkeeper.ui.say import say
from shopkeeper.ui.theme import Face
from shopkeeper.ui.widgets.kit import Kit

_PARTS: Final = ("day", "month", "year")
# How wide each part is, in letters.
_LETTERS: Final = {"day": 3, "month": 10, "year": 5}


class Parts(Flow):
    """Three short lines for day, month and year."""

    def __init__(self, kit: Kit, label: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._kit = kit
        self.lines: dict[str, QLineEdit] = {}
        for part in sorted(_PARTS, key=_place_in_a_date):
            line = self.lines[part] = QLineEdit(self)
            words = say(_part_words(part))
            line.setPlaceholderText(words)
            a11y.named(line, f"{label}: {words}")
            self.put(line)
        kit.look.changed.connect(self._dress)
        self._dress()

    def first(self) -> QLineEdit:
        """Where one begins to write a date."""
        return next(iter(self.lines.values()))

    def show_date(self, day: int | None, month: int | None, year: int | None) -> None:
        """A date as far as it is known, its month by name."""
        words = {"day": day, "month": months()[month - 1] if month else None, "year": year and f"{year:04}"}
        for part, line in self.lines.items():
            shown = str(words[part] or "")
            if line.text() != shown:
                line.setText(shown)

    def texts(self) -> dict[str, str]:
        """What was typed in each."""
        return {part: line.text() for part, line in self.lines.items()}

    def _dress(self) -> None:
        metrics = QFontMetricsF(self._kit.look.font(Face.BODY))
        for part, line in self.lines.items():
            least = max(
                metrics.horizontalAdvance("0") * _LETTERS[part], metrics.horizontalAdvance(line.placeholderText())
            )
            line.setFixedWidth(round(least) + 32)


def months() -> tuple[str, ...]:
    """The names of the months, as they stand alone, in the shop's language."""
    locale = QLocale()
    if locale.language() == QLocale.Language.C:
        locale = QLocale(QLocale.Language.English)
    return tuple(locale.standaloneMonthName(n) for n in range(1, 13))


def in_words(on: PartialDate) -> str:
    """A date as it stands in the fields: 4 May, 1985, about May, before Easter."""
    parts = {"day": on.day, "month": months()[on.month - 1] if on.month else None, "year": on.year}
    date_ = " ".join(str(parts[part]) for part in sorted(_PARTS, key=_place_in_a_date) if parts[part])
    if on.about and date_:
        date_ = say(translate("form", "about {date}", "a day that is not known exactly").with_values(date=date_))
    return ", ".join(filter(None, (date_, on.said)))


def _place_in_a_date(part: str) -> int:
    """Where a part stands in a date of the shop's language."""
    form = QLocale().dateFormat(QLocale.FormatType.ShortFormat)
    return form.find({"day": "d", "month": "M", "year": "y"}[part])


def _part_words(part: str) -> Phrase:
    match part:
        case "day":
            return translate("form", "day", "a field for the day of the month")
        case "month":
            return translate("form", "month", "a field for the month")
        case _:
            return translate("form", "year", "a field for the year")
