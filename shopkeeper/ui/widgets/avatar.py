"""The round place beside a name: a photo, or initials on a quiet tint that stays the same for the same person."""

from __future__ import annotations

import unicodedata
from typing import Final
from zlib import crc32

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPixmap

from shopkeeper.ui.theme import Face, Look, Role
from shopkeeper.ui.widgets.photos import Photos

# Never the colour of safety: a tint says nothing about anyone.
_TINTS: Final = (
    (Role.ACCENT, Role.ACCENT_FILL),
    (Role.HEART, Role.HEART_FILL),
    (Role.ASK, Role.ASK_FILL),
    (Role.TIME, Role.TIME_FILL),
)

# Less than a megabyte: more than any list shows.
_KEPT: Final = 120


def initials(name: str) -> str:
    """The first letters of the first and the last word; one alone in scripts that have no initials."""
    words = [word for word in name.split() if any(letter.isalnum() for letter in word)]
    if not words:
        return "·"
    letters = [next(letter for letter in word if letter.isalnum()) for word in (words[0], words[-1])]
    both = len(words) > 1 and all(map(_has_initials, letters))
    return "".join(letters if both else letters[:1]).upper()


def tint(uid: str) -> tuple[Role, Role]:
    """The writing and the ground of someone's round place."""
    return _TINTS[crc32(uid.encode()) % len(_TINTS)]


class Avatars:
    """Round places, each drawn once and kept until the look changes: those of a list share a few tints and letters."""

    def __init__(self, look: Look) -> None:
        self._look = look
        self.photos = Photos()
        self._kept: dict[tuple[str, Role, Face, int, float], QPixmap] = {}
        look.outdated.connect(self._kept.clear)

    def paint(self, painter: QPainter, name: str, uid: str, face: Face, x: float, y: float, size: int) -> None:
        """Paint someone's round place with its upper left corner there."""
        ratio = painter.device().devicePixelRatio()
        place = QPoint(round(x), round(y))
        photo = self.photos.round(uid, size, ratio)
        if photo is not None:
            painter.drawPixmap(place, photo)
            return
        letters, (ink, ground) = initials(name), tint(uid)
        key = (letters, ink, face, size, ratio)
        picture = self._kept.get(key)
        if picture is None:
            if len(self._kept) >= _KEPT:
                self._kept.clear()
            picture = self._kept[key] = self._drawn(letters, ink, ground, face, size, ratio)
        painter.drawPixmap(place, picture)

    def _drawn(self, letters: str, ink: Role, ground: Role, face: Face, size: int, ratio: float) -> QPixmap:
        look = self._look
        picture = QPixmap(round(size * ratio), round(size * ratio))
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place = QRectF(0, 0, size, size)
        # Where grounds are all alike, a ring shows the round place.
        ring = look.theme.focus > 2
        painter.setPen(look.colour(Role.LINE) if ring else Qt.PenStyle.NoPen)
        painter.setBrush(look.colour(ground))
        painter.drawEllipse(place.adjusted(0.5, 0.5, -0.5, -0.5) if ring else place)
        painter.setPen(look.colour(ink))
        font = QFont(look.font(face))
        if font.pixelSize() > size * 0.4:
            font.setPixelSize(max(1, int(size * 0.36)))
        painter.setFont(font)
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, letters)
        painter.end()
        return picture


def _has_initials(letter: str) -> bool:
    """Latin, Greek, Cyrillic and Armenian have capitals; of Arabic, Han or Hangul one sign is enough."""
    return unicodedata.name(letter, "").startswith(("LATIN", "GREEK", "CYRILLIC", "ARMENIAN"))
