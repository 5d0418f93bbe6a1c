"""The words on the paper while there is no card."""

from __future__ import annotations

from PySide6.QtGui import QColor, QImage

from tests.ui.conftest import Room


def test_every_line_of_an_empty_page_stands_in_the_middle(counter: Room) -> None:
    """A paragraph of two lines hung at the left under its centred heading."""
    counter.window.resize(1024, 600)
    counter.write("Zbigniew Kowalczykowski")
    message = counter.window.card_place.message
    assert message.isVisible()
    words = message.findChildren(type(message._words))[0]
    picture: QImage = words.grab().toImage()
    paper = picture.pixelColor(0, picture.height() - 1)
    off = [abs(left + right - picture.width()) for left, right in _lines(picture, paper)]
    assert len(off) >= 3
    # The letters at the two ends of a line have side bearings of a pixel or two.
    assert max(off) <= 12 * picture.devicePixelRatio()


def _lines(picture: QImage, paper: QColor) -> list[tuple[int, int]]:
    """Where each written line begins and ends: rows of pixels with something on them, parted by empty ones."""
    found: list[tuple[int, int]] = []
    inside = False
    for y in range(picture.height()):
        inked = [x for x in range(picture.width()) if picture.pixelColor(x, y) != paper]
        if inked and inside:
            left, right = found[-1]
            found[-1] = (min(left, inked[0]), max(right, inked[-1]))
        elif inked:
            found.append((inked[0], inked[-1]))
        inside = bool(inked)
    return found
