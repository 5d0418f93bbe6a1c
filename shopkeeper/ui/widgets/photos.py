"""Photos for the round places: read and decoded when nobody types, each once, and never while a key is answered."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, TypeAlias

from PySide6.QtCore import QObject, QRectF, QTimer, Signal
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPixmap

from shopkeeper.domain.record import Uid
from shopkeeper.ui.theme import CLEAR

# Whose, how large, and for how dense a screen.
Place: TypeAlias = "tuple[Uid, int, float]"

# A moment after the last round place was painted: whoever types fast has gone on by then.
_PAUSE_MS: Final = 60
# As many as stand on a screen, and a few screens more.
_KEPT: Final = 60
_WANTED: Final = 24


class Photos(QObject):
    """What is known of the photos of one open book. Until one is read, the initials stand in its place."""

    came = Signal()  # a photo is there that was not: whoever shows round places paints them anew

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._read: Callable[[Uid], bytes] | None = None
        self._kept: dict[Place, QPixmap] = {}
        self._without: set[Uid] = set()
        self._wanted: dict[Place, None] = {}
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.timeout.connect(self._next)

    def read_from(self, read: Callable[[Uid], bytes] | None) -> None:
        """A book was opened, whose photos are read by this; or it was closed, and nothing of it is kept."""
        self._read = read
        self.forget()

    def forget(self) -> None:
        """Something was written down or taken back: what was known may be another photo now."""
        self._kept.clear()
        self._without.clear()
        self._wanted.clear()

    def round(self, uid: Uid, size: int, ratio: float) -> QPixmap | None:
        """Somebody's photo cut round, when it has been read; None when there is none, or it is not read yet."""
        place = (uid, size, ratio)
        found = self._kept.get(place)
        if found is None and self._read is not None and uid not in self._without:
            self._want(place)
        return found

    def _want(self, place: Place) -> None:
        """What is painted once more while it is waited for is not waited for any longer."""
        if place not in self._wanted:
            self._wanted[place] = None
            if len(self._wanted) > _WANTED:
                self._wanted.pop(next(iter(self._wanted)))
            self._rest.start(_PAUSE_MS)

    def _next(self) -> None:
        """One at a time, the last that was painted first."""
        if not self._wanted or self._read is None:
            return
        place, _ = self._wanted.popitem()
        uid, size, ratio = place
        image = QImage.fromData(self._read(uid))
        if image.isNull():
            self._without.add(uid)
        else:
            if len(self._kept) >= _KEPT:
                self._kept.pop(next(iter(self._kept)))
            self._kept[place] = cut_round(image, size, ratio)
            self.came.emit()
        if self._wanted:
            self._rest.start(0)


def cut_round(image: QImage, size: int, ratio: float = 1.0) -> QPixmap:
    """The middle of a picture in a round place."""
    picture = QPixmap(round(size * ratio), round(size * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(CLEAR)
    painter = QPainter(picture)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
    place, edge = QRectF(0, 0, size, size), QPainterPath()
    edge.addEllipse(place)
    painter.setClipPath(edge)
    side = min(image.width(), image.height())
    painter.drawImage(place, image, QRectF((image.width() - side) / 2, (image.height() - side) / 2, side, side))
    painter.end()
    return picture
