"""What a hand does at the write line and at a draft, and what an eye sees there."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest

from shopkeeper.capture.chip import Chip, ChipKind
from shopkeeper.capture.label import label_of
from shopkeeper.ui.writing.chips import Chips
from shopkeeper.ui.writing.write_line import WriteLine
from tests.ui.conftest import Room


def at_line(room: Room, who: str = "ana") -> WriteLine:
    """Somebody's card, and the caret in the line at its foot."""
    room.app.counter.focus()
    room.window.rail.search.put(who)
    room.press(Qt.Key.Key_F3)
    return room.window.card_place.write_line


def labels(chips: Chips) -> list[str]:
    """What the chips say."""
    return [label_of(chip).in_english() for chip in chips.strip._chips]


def in_front(line: WriteLine) -> str:
    """What the chip in front says."""
    chip = line.chips.strip.current
    return label_of(chip).in_english() if chip else ""


def chip_of(chips: Chips, kind: ChipKind) -> Chip:
    """The first chip of a kind."""
    return next(chip for chip in chips.strip._chips if chip.kind is kind)


def tap(chips: Chips, kind: ChipKind) -> None:
    """Tap the first chip of a kind."""
    spot: QPointF = chips.strip.place_of(chip_of(chips, kind)).center()
    QTest.mouseClick(chips.strip, Qt.MouseButton.LeftButton, pos=QPoint(round(spot.x()), round(spot.y())))


def choices(chips: Chips) -> list[str]:
    """What the buttons of the chip in front say."""
    return [button.text() for button in chips.choices.buttons()]


def choose(chips: Chips, words: str) -> None:
    """Press one of them."""
    next(button for button in chips.choices.buttons() if button.text().startswith(words)).click()


def paper(room: Room) -> str:
    """What the draft on the paper says first."""
    page = room.window.card_place.draft
    return page.spoken() if page.isVisible() else ""
