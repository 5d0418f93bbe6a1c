"""Dress: the language, the fonts and the theme of the whole program, and the window in which it is first seen."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from shopkeeper.host import resources
from shopkeeper.ui.given import Given
from shopkeeper.ui.theme import FIRST_FONT, LATER_FONTS, Look, Theme, load_font
from shopkeeper.ui.widgets.kit import Kit
from shopkeeper.ui.window import Window

THEMES: Final = ("day", "night", "contrast")
# What the window wants of the theme when it does as the system does.
SYSTEM: Final = "system"


def speak(app: QApplication) -> None:
    """The user's language, where it has a catalogue; its direction too."""
    try:
        folder = resources.path("i18n")
    except resources.NotShipped:
        return
    translator = QTranslator(app)
    if translator.load(QLocale(), "shopkeeper", "_", str(folder)):
        app.installTranslator(translator)
        app.setLayoutDirection(QLocale().textDirection())


_ASKS: Final = "asks"


def first_window(app: QApplication, given: Given) -> Window:
    """The window as it was left: its theme, its text size, and the caret in the search box."""
    look = _look(_first_theme(app, given), _size(given.recall("text-size")))
    _load(FIRST_FONT)
    # Before any widget listens: sizes are asked for when the style sheet already has them.
    look.changed.connect(lambda: look.dress(app))
    look.dress(app)
    window = Window(Kit(look, lambda name: resources.text("icons", f"{name}.svg")))
    if given.recall(_ASKS):
        window.front.search.cover(covered=True)
    return window


def remember_that_it_asks(given: Given, asks: bool) -> None:
    """Whether the door asked for a passphrase: whoever types at once the next time types that, and nobody reads it."""
    wanted = "yes" if asks else ""
    if (given.recall(_ASKS) or "") != wanted:
        given.keep(_ASKS, wanted)


def load_later_fonts() -> None:
    """The weights that the first picture does not show."""
    for name in LATER_FONTS:
        _load(name)


def _look(theme: str, text_size: int) -> Look:
    return Look({name: Theme.read(name, resources.text("themes", f"{name}.json")) for name in THEMES}, theme, text_size)


def _load(name: str) -> None:
    load_font(resources.path("fonts", name).read_bytes())


def _first_theme(app: QApplication, given: Given) -> str:
    """The theme that was chosen; else the one that the system had wanted last; at the very first what Qt wears."""
    wanted = given.recall("theme") or SYSTEM
    if wanted == SYSTEM:
        wanted = given.recall("system-theme") or (
            "night" if app.palette().window().color().lightness() < 128 else "day"
        )
    return wanted if wanted in THEMES else "day"


def _size(told: str | None) -> int:
    return int(told) if told and told.isdecimal() and 100 <= int(told) <= 200 else 100
