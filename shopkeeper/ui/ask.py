"""The only questions: which file. Asked without a nested event loop, and answered by tests."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

from PySide6.QtWidgets import QFileDialog, QWidget

from shopkeeper.domain.phrase import Phrase, translate
from shopkeeper.ui.say import say

AskForFile: TypeAlias = "Callable[[QWidget, Callable[[Path], None]], None]"


def for_contacts_file(parent: QWidget, chosen: Callable[[Path], None]) -> None:
    """Ask which contacts file to bring in; `chosen` is called when one was, never when the asking was closed."""
    title = translate("ask", "Bring people in from a contacts file")
    contacts = translate("ask", "Contacts (*.vcf *.vcard)", "a file filter: keep what stands in brackets")
    _ask(parent, title, contacts, chosen)


def for_picture_file(parent: QWidget, chosen: Callable[[Path], None]) -> None:
    """Ask which picture to take; `chosen` is called when one was, never when the asking was closed."""
    title = translate("ask", "Take a picture from a file")
    pictures = translate(
        "ask", "Pictures (*.jpg *.jpeg *.png *.webp *.gif *.bmp *.tif *.tiff)", "a file filter: keep the brackets"
    )
    _ask(parent, title, pictures, chosen)


def _ask(parent: QWidget, title: Phrase, kind: Phrase, chosen: Callable[[Path], None]) -> None:
    dialog = QFileDialog(parent, say(title))
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    every = translate("ask", "All files (*)", "a file filter: keep what stands in brackets")
    dialog.setNameFilters([say(kind), say(every)])
    dialog.fileSelected.connect(lambda name: chosen(Path(name)))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
