"""python -m tests.look DIR [words of a name…]: a picture of every screen in both sizes, themes and text sizes."""

from __future__ import annotations

import os
import sys
from pathlib import Path

# The pictures are the same on every machine: no screen, no desktop theme.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("LC_ALL", "C.UTF-8")

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from tests.look.screens import SCREENS
from tests.look.stage import Stage

SIZES = ((1280, 800), (1024, 600))
THEMES = ("day", "night")
TEXT_SIZES = (100, 200)


def main(words: list[str]) -> int:
    """Write the pictures; say where each one is."""
    if not words:
        print("Say where the pictures go: python -m tests.look DIR", file=sys.stderr)
        return 2
    folder = Path(words[0])
    folder.mkdir(parents=True, exist_ok=True)
    wanted = words[1:]
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    app = QApplication(["shopkeeper"])
    stage = Stage(app)
    for name, play in SCREENS.items():
        if wanted and not any(word in name for word in wanted):
            continue
        for size in SIZES:
            for theme in THEMES:
                for text in TEXT_SIZES:
                    stage.dress(size, theme, text)
                    play(stage)
                    file = folder / f"{name}-{size[0]}x{size[1]}-{theme}-{text}.png"
                    stage.picture().save(str(file))
                    print(file)
    stage.close()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
