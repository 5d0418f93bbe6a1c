"""The heading of the day in the rail: parted from the results by a line, and quiet words on a quiet day."""

from __future__ import annotations

from datetime import date

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from shopkeeper.domain.phrase import translate
from shopkeeper.ui import a11y
from shopkeeper.ui.say import day_with_weekday, say
from shopkeeper.ui.theme import Face, Role
from shopkeeper.ui.widgets.drawn import Drawn
from shopkeeper.ui.widgets.kit import Kit
from shopkeeper.ui.widgets.typeset import Run, Writing


class DayHeading(Drawn):
    """Today, and which day it is."""

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(kit, parent)
        self._day: date | None = None
        self._quiet = ""
        self._parted = False
        self.hide()

    @property
    def has_day(self) -> bool:
        """Whether the day is known: a book is open."""
        return self._day is not None

    def tell(self, day: date, *, quiet: bool) -> None:
        """Which day it is; on a quiet one nothing follows below."""
        self._day = day
        words = translate("rail", "Nobody's day within the week. Nothing promised for today.")
        self._quiet = say(words) if quiet else ""
        a11y.named(self, ". ".join(filter(None, (self._words(day_with_weekday(day)), self._quiet))))
        self.update()

    def part(self, parted: bool) -> None:
        """Draw a line above, where results stand there."""
        self._parted = parted

    def lay(self, width: int) -> int:
        """How tall it is with its quiet words."""
        quiet = self._set((Run(self._quiet, Face.SMALL, Role.SOFT),), width, 3).height if self._quiet else 0
        return round(self._title_height() + quiet)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Line, day, quiet words."""
        if self._day is None:
            return
        painter = QPainter(self)
        look = self._kit.look
        if self._parted:
            painter.fillRect(0, 0, self.width(), 1, look.colour(Role.LINE))
        writing = self._title(self._day)
        top = self._title_height()
        writing.draw(painter, 0, top - writing.height - look.space(8))
        if self._quiet:
            self._set((Run(self._quiet, Face.SMALL, Role.SOFT),), self.width(), 3).draw(painter, 0, top - 2)

    def _title_height(self) -> int:
        look = self._kit.look
        return look.pixels(Face.SECOND_STRONG) + look.space(30 if self._parted else 20)

    def _title(self, day: date) -> Writing:
        """The day in full, or shorter where that is too long."""
        for words in (day_with_weekday(day), day_with_weekday(day, short=True), ""):
            run = (Run(self._words(words), Face.SECOND_STRONG, Role.SOFT),)
            if self._set(run, 100_000).width <= self.width():
                break
        return self._set(run, self.width(), 1)

    def _words(self, day: str) -> str:
        phrase = translate("rail", "Today · {day}").with_values(day=day) if day else translate("rail", "Today")
        return say(phrase)
