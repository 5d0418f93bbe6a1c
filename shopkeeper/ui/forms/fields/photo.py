"""The photo: from a file, from the clipboard, or dropped here. Never needed, and taken out with one press."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QMimeData, QSize, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QImage,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from shopkeeper.domain.person import Photo
from shopkeeper.domain.phrase import Phrase, translate
from shopkeeper.ui import a11y
from shopkeeper.ui.forms import portrait
from shopkeeper.ui.forms.fields.flow import Flow
from shopkeeper.ui.forms.needs import Answers
from shopkeeper.ui.say import say
from shopkeeper.ui.sheets.page import button
from shopkeeper.ui.theme import Face, Role
from shopkeeper.ui.widgets.drawn import Text
from shopkeeper.ui.widgets.kit import Kit
from shopkeeper.ui.widgets.photos import cut_round

_SIZE: Final = 88


class PhotoField(QWidget):
    """The round place with its photo, and the ways to bring one in."""

    added = Signal(object)
    edited = Signal(object, object)
    removed = Signal(object)

    def __init__(self, kit: Kit, answers: Answers, parent: QWidget) -> None:
        super().__init__(parent)
        self._answers = answers
        self._photo: Photo | None = None
        self._name = self._owner = ""
        self.setAcceptDrops(True)
        self._round = _Round(kit, self)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(16)
        line.addWidget(self._round, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(4)
        self._ways = Flow(self)
        self.file = button(say(translate("form", "Photo from a file")), self._ways)
        self.paste = button(say(translate("form", "Paste  (Ctrl+V)", "a photo from the clipboard")), self._ways)
        self.out = button(say(translate("form", "Take the photo out")), self._ways)
        self.out.setProperty("place", "quiet")
        for way in (self.file, self.paste, self.out):
            self._ways.put(way)
        a11y.row(column, say(translate("form", "Photo (never needed)")), self._ways)
        self._trouble = Text(kit, Face.LINE, Role.TIME, self)
        column.addWidget(self._trouble)
        line.addLayout(column, 1)
        self.file.clicked.connect(lambda: self._answers.ask_for_picture(self, self.read))
        self.paste.clicked.connect(self.take_clipboard)
        self.out.clicked.connect(lambda: self.removed.emit(self._photo))

    def begin(self, name: str, owner: str) -> None:
        """Whose photo it is."""
        self._name, self._owner = name, owner
        a11y.named(self, name)

    def show_photo(self, photo: Photo | None) -> None:
        """The photo that is kept, or the initials."""
        self._photo = photo
        self._trouble.tell("")
        self._round.show_photo(photo.data if photo else b"", self._name, self._owner)
        self.out.setVisible(photo is not None)

    def read(self, file: Path) -> None:
        """Take the picture of a file."""
        try:
            self._take(portrait.from_file(file.read_bytes()))
        except OSError:
            self.tell(translate("form", "This file cannot be read. The photo is as it was before."))

    def take_clipboard(self) -> bool:
        """Take the picture that was copied, if there is one."""
        return self._take_from(QGuiApplication.clipboard().mimeData())

    def tell(self, phrase: Phrase) -> None:
        """Why it is not there."""
        self._trouble.tell(say(phrase))
        a11y.announce(self, self._trouble.words())

    def trouble(self) -> str:
        """What went wrong."""
        return self._trouble.words()

    def has_photo(self) -> bool:
        """Whether a photo is shown."""
        return self._round.has_photo()

    def lay(self, width: int) -> int:
        """How tall it is in that width."""
        layout: Any = self.layout()
        return max(int(layout.heightForWidth(width)), self._round.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+V takes the copied picture."""
        if event.matches(QKeySequence.StandardKey.Paste):
            self.take_clipboard()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A picture may be dropped here."""
        mime = event.mimeData()
        if mime.hasImage() or any(url.isLocalFile() for url in mime.urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """It was dropped."""
        event.acceptProposedAction()
        self._take_from(event.mimeData())

    def _take_from(self, mime: QMimeData) -> bool:
        files = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
        if mime.hasImage():
            image = mime.imageData()
            self._take(portrait.from_image(image) if isinstance(image, QImage) else None)
        elif files:
            self.read(files[0])
        else:
            self.tell(translate("form", "There is no picture to paste: copy one first."))
            return False
        return True

    def _take(self, taken: portrait.Portrait | None) -> None:
        if taken is None:
            self.tell(translate("form", "This is no picture that can be shown. The photo is as it was before."))
        else:
            before = self._photo or self._answers.fresh(Photo, self._owner)
            photo = Photo(uid=before.uid, person_uid=self._owner, media_type=taken.media_type, data=taken.data)
            if self._photo is None:
                self.added.emit(photo)
            else:
                self.edited.emit(before, photo)


class _Round(QLabel):
    """The round place of the person, large."""

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(parent)
        self._kit = kit
        self._image = QImage()
        self._name = self._uid = ""
        self.setFixedSize(_SIZE, _SIZE)

    def show_photo(self, data: bytes, name: str, uid: str) -> None:
        """Another photo, or none."""
        self._image, self._name, self._uid = QImage.fromData(data), name, uid
        words = translate("form", "Photo of {name}") if self.has_photo() else translate("form", "{name}: no photo")
        a11y.named(self, say(words.with_values(name=name)))
        self.update()

    def has_photo(self) -> bool:
        """Whether there is one."""
        return not self._image.isNull()

    def sizeHint(self) -> QSize:
        """Always the same."""
        return QSize(_SIZE, _SIZE)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The photo, cut round; else the initials."""
        painter = QPainter(self)
        if not self.has_photo():
            self._kit.avatars.paint(painter, self._name, self._uid, Face.INITIALS_LARGE, 0, 0, _SIZE)
            return
        painter.drawPixmap(0, 0, cut_round(self._image, _SIZE, self.devicePixelRatioF()))
