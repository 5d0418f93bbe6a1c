"""The round place beside a name: initials on a quiet tint that stays the same for the same person."""

from __future__ import annotations

import unicodedata
from typing import Final
from zlib import crc32

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from shopkeeper.ui.theme import Face, Look, Role

# Never the colour of safety: a tint says nothing about anyone.
_TINTS: Final = (
    (Role.ACCENT, Role.ACCENT_FILL),
    (Role.HEART, Role.HEART_FILL),
    (Role.ASK, Role.ASK_FILL),
    (Role.TIME, Role.TIME_FILL),
)


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


def paint_avatar(painter: QPainter, look: Look, name: str, uid: str, place: QRectF, face: Face) -> None:
    """Paint someone's round place."""
    ink, ground = tint(uid)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    # Where grounds are all alike, a ring shows the round place.
    painter.setPen(look.colour(Role.LINE) if look.theme.focus > 2 else Qt.PenStyle.NoPen)
    painter.setBrush(look.colour(ground))
    painter.drawEllipse(place)
    painter.setPen(look.colour(ink))
    font = look.font(face)
    if font.pixelSize() > place.height() * 0.4:
        font.setPixelSize(max(1, int(place.height() * 0.36)))
    painter.setFont(font)
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, initials(name))


def _has_initials(letter: str) -> bool:
    """Latin, Greek, Cyrillic and Armenian have capitals; of Arabic, Han or Hangul one sign is enough."""
    return unicodedata.name(letter, "").startswith(("LATIN", "GREEK", "CYRILLIC", "ARMENIAN"))
