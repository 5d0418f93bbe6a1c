"""Portrait: whatever picture somebody hands in, made small and rid of everything but what is to be seen."""

from __future__ import annotations

from typing import Final, NamedTuple

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QColorSpace, QImage, QImageReader, QImageWriter, QPainter

# The longer side of what is kept: enough for the largest round place at twice the density.
LONGEST: Final = 512
# A larger file is hardly a portrait.
_LARGEST_FILE: Final = 60_000_000
_QUALITY: Final = 85
# Pictures of dots only: a drawing may name other files, and those are nobody's portrait.
_KINDS: Final = frozenset({b"jpeg", b"png", b"webp", b"gif", b"bmp", b"tiff"})


class Portrait(NamedTuple):
    """A picture as it is kept."""

    media_type: str
    data: bytes


def from_file(file: bytes) -> Portrait | None:
    """A portrait from a picture file, upright as its camera meant it; None when it is no picture."""
    if len(file) > _LARGEST_FILE:
        return None
    buffer = QBuffer()
    buffer.setData(QByteArray(file))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    if reader.format().data() not in _KINDS:
        return None
    return from_image(reader.read())


def from_image(image: QImage) -> Portrait | None:
    """A portrait from a picture that is in memory; None when there is none."""
    if image.isNull():
        return None
    small = _drawn_anew(image)
    name, media_type = (b"PNG", "image/png") if small.hasAlphaChannel() else (b"JPEG", "image/jpeg")
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(name))
    writer.setQuality(_QUALITY)
    writer.write(small)
    return Portrait(media_type, bytes(buffer.data().data()))


def _drawn_anew(image: QImage) -> QImage:
    """Only the dots of the picture: place, day, camera, remarks and colour profile stay behind."""
    if image.colorSpace().isValid():
        image.convertToColorSpace(QColorSpace(QColorSpace.NamedColorSpace.SRgb))
    size = image.size()
    if max(size.width(), size.height()) > LONGEST:
        size = size.scaled(QSize(LONGEST, LONGEST), Qt.AspectRatioMode.KeepAspectRatio).expandedTo(QSize(1, 1))
    way = Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    scaled = image if size == image.size() else image.scaled(size, *way)
    has_holes = image.hasAlphaChannel()
    clean = QImage(size, QImage.Format.Format_ARGB32 if has_holes else QImage.Format.Format_RGB32)
    clean.fill(Qt.GlobalColor.transparent if has_holes else Qt.GlobalColor.white)
    painter = QPainter(clean)
    painter.drawImage(0, 0, scaled)
    painter.end()
    return clean
