"""Which scripts no installed font can draw: their names would be rows of boxes on the card."""

from __future__ import annotations

import os
from collections.abc import Mapping

from PySide6.QtGui import QFont, QGuiApplication, QTextLayout

from shopkeeper.host import resources
from shopkeeper.ui.theme import FALLBACKS, FAMILY, FIRST_FONT, load_font


def without_a_glyph(samples: Mapping[str, str]) -> tuple[str, ...]:
    """The names of those scripts whose sample letters would be drawn as boxes here."""
    app = QGuiApplication.instance()
    if app is None:
        # Nothing is shown: no display is needed to ask for fonts.
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        app = QGuiApplication(["shopkeeper"])
    load_font(resources.path("fonts", FIRST_FONT).read_bytes())
    return tuple(script for script, letters in samples.items() if _has_a_box(letters))


def _has_a_box(letters: str) -> bool:
    layout = QTextLayout(letters, QFont([FAMILY, *FALLBACKS]))
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    # Glyph 0 is the box that every font keeps for what it does not have.
    return any(0 in run.glyphIndexes() for run in layout.glyphRuns())
