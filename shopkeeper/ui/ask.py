"""The only questions: which file. Asked without a nested event loop, and answered by tests."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

from PySide6.QtWidgets import QFileDialog, QWidget

from shopkeeper.domain.phrase import translate
from shopkeeper.ui.say import say

AskForFile: TypeAlias = "Callable[[QWidget, Callable[[Path], None]], None]"


def for_contacts_file(parent: QWidget, chosen: Callable[[Path], None]) -> None:
    """Ask which contacts file to bring in; `chosen` is called when one was, never when the asking was closed."""
    dialog = QFileDialog(parent, say(translate("ask", "Bring people in from a contacts file")))
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilters(
        [
            say(translate("ask", "Contacts (*.vcf *.vcard)", "a file filter: keep what stands in brackets")),
            say(translate("ask", "All files (*)", "a file filter: keep what stands in brackets")),
        ]
    )
    dialog.fileSelected.connect(lambda name: chosen(Path(name)))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
