"""The round place shows the photo, as soon as it has been read; no key waits for it."""

from __future__ import annotations

from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QWidget

from shopkeeper.ui.forms.portrait import from_image
from tests.ui.conftest import Room

# No theme has it.
_PHOTO = QColor(0, 128, 255)


def portrait(_uid: str) -> bytes:
    image = QImage(64, 64, QImage.Format.Format_ARGB32)
    image.fill(_PHOTO)
    kept = from_image(image)
    assert kept is not None
    return kept.data


def shows_a_photo(widget: QWidget) -> bool:
    seen = widget.grab().toImage()
    return any(seen.pixelColor(x, 40) == _PHOTO for x in range(min(seen.width(), 140)))


def test_the_card_and_the_list_show_a_photo_as_soon_as_it_is_read(counter: Room) -> None:
    photos = counter.window.kit.avatars.photos
    photos.read_from(portrait)
    counter.write("ana")
    head, rows = counter.window.card_place.card._head, counter.window.rail.results_view.viewport()
    assert not shows_a_photo(head)
    counter.qtbot.waitUntil(lambda: shows_a_photo(head) and shows_a_photo(rows))


def test_without_a_book_nobody_has_a_photo(counter: Room) -> None:
    counter.window.kit.avatars.photos.read_from(portrait)
    counter.write("ana")
    head = counter.window.card_place.card._head
    counter.qtbot.waitUntil(lambda: shows_a_photo(head))
    counter.window.kit.avatars.photos.read_from(None)
    assert not shows_a_photo(head)
