"""Theme: what every role looks like, and the one place where colours, sizes and the style sheet are made.

Widgets ask a `Look` for roles and faces; they never hold a colour of their own, so a theme is one file.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QLoggingCategory, QObject, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from shopkeeper.ui.qss import sheet

if TYPE_CHECKING:
    from PySide6.QtCore import Qt


class Role(StrEnum):
    """What a colour is for."""

    DESK = "desk"
    RAIL = "rail"
    PAPER = "paper"
    LINE = "line"
    INK = "ink"
    SOFT = "soft"
    ACCENT = "accent"
    ACCENT_FILL = "accent_fill"
    ON_ACCENT = "on_accent"
    SAFETY = "safety"
    SAFETY_FILL = "safety_fill"
    SAFETY_LINE = "safety_line"
    TIME = "time"
    TIME_FILL = "time_fill"
    ASK = "ask"
    ASK_FILL = "ask_fill"
    HEART = "heart"
    HEART_FILL = "heart_fill"
    SHADOW = "shadow"


class Face(StrEnum):
    """What a piece of writing is for; its size and weight follow."""

    NAME = "name"
    NAME_SMALL = "name-small"
    HEADING = "heading"
    FIGURE = "figure"
    SAFETY = "safety"
    SAFETY_STRONG = "safety-strong"
    TITLE = "title"
    TITLE_STRONG = "title-strong"
    TYPED = "typed"
    ROW = "row"
    ROW_MATCH = "row-match"
    BODY = "body"
    LINE = "line"
    LINE_STRONG = "line-strong"
    SECOND = "second"
    SECOND_STRONG = "second-strong"
    SMALL = "small"
    INITIALS = "initials"
    INITIALS_LARGE = "initials-large"


FAMILY: Final = "Inter"
# For scripts that ours does not have; what is missing here the system finds by itself.
FALLBACKS: Final = ("Noto Sans", "DejaVu Sans", "Segoe UI", "Helvetica Neue")
# The search box is written in the first; the others come when it is on the screen.
FIRST_FONT: Final = "Inter-Regular.ttf"
LATER_FONTS: Final = ("Inter-Medium.ttf", "Inter-SemiBold.ttf", "Inter-Bold.ttf")

_W: Final = QFont.Weight
# Points at 100 % text, and weight. Nothing is under 9.5 pt.
FACES: Final[Mapping[Face, tuple[float, QFont.Weight]]] = {
    Face.NAME: (25, _W.Bold),
    Face.NAME_SMALL: (19, _W.Bold),
    Face.HEADING: (19, _W.Bold),
    Face.FIGURE: (24, _W.Bold),
    Face.SAFETY: (15, _W.DemiBold),
    Face.SAFETY_STRONG: (15, _W.Bold),
    Face.TITLE: (13.5, _W.DemiBold),
    Face.TITLE_STRONG: (13.5, _W.Bold),
    Face.TYPED: (17, _W.Normal),
    Face.ROW: (13, _W.Medium),
    Face.ROW_MATCH: (13, _W.Bold),
    Face.BODY: (12, _W.Normal),
    Face.LINE: (11.25, _W.Medium),
    Face.LINE_STRONG: (11.25, _W.DemiBold),
    Face.SECOND: (10.5, _W.Normal),
    Face.SECOND_STRONG: (10.5, _W.DemiBold),
    Face.SMALL: (9.75, _W.Normal),
    Face.INITIALS: (11.5, _W.DemiBold),
    Face.INITIALS_LARGE: (17.5, _W.DemiBold),
}

SMALLEST_TEXT: Final = 100
LARGEST_TEXT: Final = 200
TEXT_STEP: Final = 25
# Where nothing is drawn.
CLEAR: Final = QColor(0, 0, 0, 0)
# A point at 96 dots to the inch; Qt scales whole pixels for denser screens by itself.
_PIXELS_A_POINT: Final = 4 / 3


@dataclass(frozen=True, slots=True)
class Theme:
    """One theme file: a colour for every role, how thick focus is drawn, and whether it is dark."""

    name: str
    dark: bool
    focus: int
    colours: Mapping[Role, str]

    @classmethod
    def read(cls, name: str, text: str) -> Theme:
        """A theme from its file; a role without a colour is an error of ours."""
        told = json.loads(text)
        return cls(
            name, bool(told["dark"]), int(told["focus"]), {role: str(told["roles"][role.value]) for role in Role}
        )


class Look(QObject):
    """How everything looks now: theme and text size. Widgets read it when they paint and follow `changed`."""

    outdated = Signal()  # whatever was drawn or laid out in the look before is to be forgotten
    changed = Signal()  # and only then is anything laid out anew

    def __init__(self, themes: Mapping[str, Theme], theme: str = "day", text_size: int = SMALLEST_TEXT) -> None:
        super().__init__()
        self._themes = themes
        self._theme = themes[theme]
        self._text_size = text_size
        self._colours: dict[Role, QColor] = {}
        self._fonts: dict[Face, QFont] = {}

    @property
    def theme(self) -> Theme:
        """The theme in use."""
        return self._theme

    @property
    def text_size(self) -> int:
        """Text size in per cent, 100 to 200."""
        return self._text_size

    @property
    def scale(self) -> float:
        """Text size as a factor."""
        return self._text_size / 100

    def use(self, *, theme: str | None = None, text_size: int | None = None) -> None:
        """Change theme, text size or both; everything on the screen follows at once."""
        wanted = self._themes[theme] if theme else self._theme
        size = max(SMALLEST_TEXT, min(LARGEST_TEXT, text_size)) if text_size else self._text_size
        if wanted == self._theme and size == self._text_size:
            return
        self._theme, self._text_size = wanted, size
        self._colours.clear()
        self._fonts.clear()
        self.outdated.emit()
        self.changed.emit()

    def colour(self, role: Role) -> QColor:
        """The colour of a role."""
        if role not in self._colours:
            self._colours[role] = QColor(self._theme.colours[role])
        return self._colours[role]

    def font(self, face: Face) -> QFont:
        """The font of a face at the present text size."""
        if face not in self._fonts:
            self._fonts[face] = _font(face, self.scale)
        return self._fonts[face]

    def pixels(self, face: Face) -> int:
        """How tall a face is in pixels."""
        return round(FACES[face][0] * _PIXELS_A_POINT * self.scale)

    def space(self, pixels: float) -> int:
        """A distance: grows with the text, but only by a third as much, so that large text still has room."""
        return round(pixels * (1 + (self.scale - 1) / 3))

    def dress(self, app: QApplication) -> None:
        """Give the program this look: palette, font, style sheet."""
        app.setPalette(self.palette())
        app.setFont(self.font(Face.SECOND))
        colours = {role.value: self._theme.colours[role] for role in Role}
        sizes = {face.value: self.pixels(face) for face in Face}
        app.setStyleSheet(sheet(colours, sizes, self._theme.focus, self.space))

    def palette(self) -> QPalette:
        """The roles as Qt names them, for everything that is not drawn by us: file dialogs, tool tips, menus."""
        palette, group = QPalette(), QPalette.ColorRole
        for qt_role, role in {
            group.Window: Role.DESK,
            group.WindowText: Role.INK,
            group.Base: Role.PAPER,
            group.AlternateBase: Role.RAIL,
            group.Text: Role.INK,
            group.PlaceholderText: Role.SOFT,
            group.Button: Role.PAPER,
            group.ButtonText: Role.INK,
            group.Highlight: Role.ACCENT,
            group.HighlightedText: Role.ON_ACCENT,
            group.ToolTipBase: Role.PAPER,
            group.ToolTipText: Role.INK,
            group.Link: Role.ACCENT,
        }.items():
            palette.setColor(qt_role, self.colour(role))
        for qt_role in (group.WindowText, group.Text, group.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, qt_role, self.colour(Role.SOFT))
        return palette


def _font(face: Face, scale: float) -> QFont:
    points, weight = FACES[face]
    font = QFont([FAMILY, *FALLBACKS])
    font.setPixelSize(round(points * _PIXELS_A_POINT * scale))
    font.setWeight(weight)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


def load_font(file: bytes) -> None:
    """Make one weight of the shipped family known to Qt; other scripts come from the system."""
    # Qt warns for each family that is asked for a script it does not have, on the way to the one that has it.
    QLoggingCategory.setFilterRules("qt.text.font.db=false")
    QFontDatabase.addApplicationFontFromData(file)


def theme_of(scheme: Qt.ColorScheme) -> str:
    """The theme that the system asks for."""
    return "night" if scheme.name == "Dark" else "day"
