"""A photo comes from a file, the clipboard or a drop; small, upright, and with nothing hidden in it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QImageReader, QImageWriter

from shopkeeper.domain.person import Photo
from shopkeeper.ui.forms import portrait
from shopkeeper.ui.forms.fields.photo import PhotoField
from shopkeeper.ui.forms.form import Form
from tests.ui.forms.conftest import FormRoom
from tests.ui.forms.desk import ANA


def picture(width: int, height: int, form: bytes = b"JPEG", **texts: str) -> bytes:
    """A picture that is red on the left and blue on the right."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(Qt.GlobalColor.red))
    for x in range(width // 2, width):
        for y in range(height):
            image.setPixelColor(x, y, QColor(Qt.GlobalColor.blue))
    for key, text in texts.items():
        image.setText(key, text)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(form)).write(image)
    return bytes(buffer.data().data())


def with_exif(jpeg: bytes, orientation: int) -> bytes:
    """The same JPEG as a camera writes it: held upright, and with the name of the place in it."""
    place = b"Elm St 4\0"
    entries = (
        b"\x01\x12\x00\x03\x00\x00\x00\x01" + orientation.to_bytes(2, "big") + b"\x00\x00",
        b"\x01\x0e\x00\x02" + len(place).to_bytes(4, "big") + (38).to_bytes(4, "big"),
    )
    # IFD entries go by their tags: the description (010E) before the orientation (0112).
    tiff = b"MM\x00\x2a\x00\x00\x00\x08" + b"\x00\x02" + entries[1] + entries[0] + b"\x00\x00\x00\x00" + place
    exif = b"Exif\x00\x00" + tiff
    return jpeg[:2] + b"\xff\xe1" + (len(exif) + 2).to_bytes(2, "big") + exif + jpeg[2:]


def seen(data: bytes) -> QImage:
    return QImage.fromData(data)


def test_a_large_photo_is_made_small() -> None:
    kept = portrait.from_file(picture(1600, 900))
    assert kept is not None
    assert (seen(kept.data).width(), seen(kept.data).height()) == (512, 288)
    assert kept.media_type == "image/jpeg"


def test_a_small_photo_is_not_blown_up() -> None:
    kept = portrait.from_file(picture(120, 90))
    assert kept is not None
    assert (seen(kept.data).width(), seen(kept.data).height()) == (120, 90)


def test_a_photo_stands_upright_as_its_camera_meant_it() -> None:
    kept = portrait.from_file(with_exif(picture(200, 100), orientation=6))
    assert kept is not None
    image = seen(kept.data)
    assert (image.width(), image.height()) == (100, 200)
    # What was on the left is on top after a quarter turn.
    assert image.pixelColor(50, 20).red() > 200
    assert image.pixelColor(50, 180).blue() > 200


def test_nothing_is_hidden_in_a_kept_photo() -> None:
    camera = with_exif(picture(200, 100), orientation=1)
    assert b"Elm St" in camera
    kept = portrait.from_file(camera)
    assert kept is not None
    assert b"Elm St" not in kept.data
    assert b"Exif" not in kept.data


def test_no_remark_is_hidden_in_a_kept_drawing() -> None:
    image = QImage(20, 20, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    image.setText("Author", "Dee Okafor")
    kept = portrait.from_image(image)
    assert kept is not None
    assert kept.media_type == "image/png"
    assert b"Okafor" not in kept.data
    buffer = QBuffer()
    buffer.setData(QByteArray(kept.data))
    assert QImageReader(buffer).textKeys() == []


DRAWING = b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><image href="/etc/hostname"/></svg>'


# What Qt says to a JPEG that ends where it begins; the shop is told in a sentence of ours.
@pytest.mark.qt_log_ignore("JPEG datastream contains no image")
@pytest.mark.parametrize("file", [b"", b"BEGIN:VCARD", b"\xff\xd8\xff\xe0 nothing", DRAWING])
def test_what_is_no_picture_is_no_photo(file: bytes) -> None:
    assert portrait.from_file(file) is None


def test_a_photo_from_a_file_is_kept_at_once(forms: FormRoom, tmp_path: Path) -> None:
    form = forms.open(ANA)
    forms.desk.picture = tmp_path / "ana.jpg"
    forms.desk.picture.write_bytes(picture(800, 800))
    photo = shown(form)
    forms.tap(photo.file)
    [(what, _, added)] = forms.desk.changes
    assert what == "added"
    assert isinstance(added, Photo)
    assert added.person_uid == "ana"
    assert photo.has_photo()


def test_a_file_that_is_no_picture_says_so_in_one_sentence(forms: FormRoom, tmp_path: Path) -> None:
    form = forms.open(ANA)
    forms.desk.picture = tmp_path / "ana.jpg"
    forms.desk.picture.write_bytes(b"not a picture")
    forms.tap(shown(form).file)
    assert forms.desk.changes == []
    assert shown(form).trouble() == "This is no picture that can be shown. The photo is as it was before."


def test_ctrl_v_takes_the_copied_picture(forms: FormRoom) -> None:
    form = forms.open(ANA)
    QGuiApplication.clipboard().setImage(seen(picture(90, 90, b"PNG")))
    shown(form).file.setFocus()
    forms.press(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert [what for what, _ in forms.desk.told()] == ["added"]
    QGuiApplication.clipboard().clear()


def test_a_photo_is_taken_out_with_one_press(forms: FormRoom) -> None:
    photo = Photo(uid="photo", person_uid="ana", media_type="image/png", data=picture(60, 60, b"PNG"))
    form = forms.open(ANA, photos=(photo,))
    assert shown(form).has_photo()
    forms.tap(shown(form).out)
    assert forms.desk.changes == [("removed", photo, None)]
    assert not shown(form).has_photo()


def test_another_photo_takes_the_place_of_the_first(forms: FormRoom) -> None:
    photo = Photo(uid="photo", person_uid="ana", media_type="image/png", data=picture(60, 60, b"PNG"))
    form = forms.open(ANA, photos=(photo,))
    mime = QMimeData()
    mime.setImageData(seen(picture(90, 90, b"PNG")))
    QGuiApplication.clipboard().setMimeData(mime)
    forms.tap(shown(form).paste)
    assert [what for what, _ in forms.desk.told()] == ["media_type", "data"]
    assert forms.desk.records["photo"] != photo
    QGuiApplication.clipboard().clear()


def shown(form: Form) -> PhotoField:
    assert form.photo is not None
    return form.photo
