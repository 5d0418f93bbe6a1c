"""The album: whose photos the round places show, as long as a book is open."""

from __future__ import annotations

from PySide6.QtCore import QObject

from shopkeeper.domain.record import Uid
from shopkeeper.ui.bridge import Bridge
from shopkeeper.ui.widgets.photos import Photos


class Album(QObject):
    """Photos are read from the open book, and anew after something was written down or taken back."""

    def __init__(self, photos: Photos, bridge: Bridge) -> None:
        super().__init__(bridge)
        self._photos, self._bridge = photos, bridge
        bridge.opened.connect(lambda: photos.read_from(self._photo_of))
        bridge.closing.connect(lambda: photos.read_from(None))
        for happened in (bridge.kept, bridge.undone, bridge.redone):
            happened.connect(lambda _: photos.forget())

    def _photo_of(self, uid: Uid) -> bytes:
        return self._bridge.ask(lambda book: book.records.photo_of(uid)) or b""
