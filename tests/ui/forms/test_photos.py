"""A photo stands in the round place, read once, when nobody types."""

from __future__ import annotations

from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from shopkeeper.ui.forms.portrait import from_image
from shopkeeper.ui.widgets.photos import Photos


def portrait_of(colour: str) -> bytes:
    image = QImage(64, 48, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    kept = from_image(image)
    assert kept is not None
    return kept.data


class Album:
    """Who has a photo, and how often each was looked for."""

    def __init__(self, **photos: bytes) -> None:
        self.photos = photos
        self.read: list[str] = []

    def of(self, uid: str) -> bytes:
        self.read.append(uid)
        return self.photos.get(uid, b"")


def test_the_initials_stand_there_until_the_photo_is_read(qtbot: QtBot) -> None:
    album, photos = Album(ana=portrait_of("teal")), Photos()
    photos.read_from(album.of)
    assert photos.round("ana", 44, 1.0) is None
    assert album.read == []
    with qtbot.waitSignal(photos.came):
        pass
    found = photos.round("ana", 44, 1.0)
    assert found is not None
    assert found.width() == 44
    assert found.toImage().pixelColor(22, 22).green() > 100
    assert found.toImage().pixelColor(0, 0).alpha() == 0


def test_a_photo_is_read_once_and_one_who_has_none_is_asked_once(qtbot: QtBot) -> None:
    album, photos = Album(ana=portrait_of("teal")), Photos()
    photos.read_from(album.of)
    for uid in ("bo", "ana"):
        photos.round(uid, 44, 1.0)
    qtbot.waitUntil(lambda: len(album.read) == 2)
    for _ in range(3):
        assert photos.round("ana", 44, 1.0) is not None
        assert photos.round("bo", 44, 1.0) is None
    assert sorted(album.read) == ["ana", "bo"]


def test_another_photo_is_seen_after_something_was_written_down(qtbot: QtBot) -> None:
    album, photos = Album(), Photos()
    photos.read_from(album.of)
    photos.round("ana", 44, 1.0)
    qtbot.waitUntil(lambda: album.read == ["ana"])
    album.photos["ana"] = portrait_of("teal")
    photos.forget()
    photos.round("ana", 44, 1.0)
    with qtbot.waitSignal(photos.came):
        pass
    assert photos.round("ana", 44, 1.0) is not None


def test_of_a_book_that_was_closed_no_photo_is_left(qtbot: QtBot) -> None:
    album, photos = Album(ana=portrait_of("teal")), Photos()
    photos.read_from(album.of)
    photos.round("ana", 44, 1.0)
    with qtbot.waitSignal(photos.came):
        pass
    photos.read_from(None)
    assert photos.round("ana", 44, 1.0) is None


def test_a_place_that_is_painted_again_and_again_is_read_all_the_same(qtbot: QtBot) -> None:
    album, photos = Album(ana=portrait_of("teal")), Photos()
    photos.read_from(album.of)
    qtbot.waitUntil(lambda: photos.round("ana", 44, 1.0) is not None)
