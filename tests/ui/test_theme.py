"""The themes: every role has a colour, and everything that is read can be read."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from shopkeeper.host import resources
from shopkeeper.ui.dress import THEMES
from shopkeeper.ui.theme import FACES, Role, Theme
from tests.ui.conftest import Room

GROUNDS = (Role.DESK, Role.RAIL, Role.PAPER)


def theme_of(name: str) -> Theme:
    return Theme.read(name, resources.text("themes", f"{name}.json"))


def luminance(colour: str) -> float:
    """WCAG 2.2, relative luminance."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("ground", GROUNDS)
def test_ink_stands_out_seven_to_one_and_soft_four_and_a_half(name: str, ground: Role) -> None:
    colours = theme_of(name).colours
    assert contrast(colours[Role.INK], colours[ground]) >= 7
    assert contrast(colours[Role.SOFT], colours[ground]) >= 4.5


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize(
    ("words", "ground"),
    [
        (Role.SAFETY, Role.SAFETY_FILL),
        (Role.INK, Role.SAFETY_FILL),
        (Role.SOFT, Role.SAFETY_FILL),
        (Role.TIME, Role.PAPER),
        (Role.ACCENT, Role.PAPER),
        (Role.ACCENT, Role.RAIL),
        (Role.ACCENT, Role.ACCENT_FILL),
        (Role.HEART, Role.HEART_FILL),
        (Role.ASK, Role.ASK_FILL),
        (Role.TIME, Role.TIME_FILL),
        (Role.ON_ACCENT, Role.ACCENT),
    ],
)
def test_coloured_words_can_be_read_on_their_ground(name: str, words: Role, ground: Role) -> None:
    colours = theme_of(name).colours
    assert contrast(colours[words], colours[ground]) >= 4.5


def test_the_contrast_theme_draws_focus_three_pixels_thick() -> None:
    assert theme_of("contrast").focus == 3


def test_nothing_is_written_smaller_than_nine_and_a_half_points() -> None:
    assert min(points for points, _ in FACES.values()) >= 9.5


@pytest.mark.parametrize("text", [100, 200])
@pytest.mark.parametrize("theme", ["night", "contrast"])
def test_everything_on_the_screen_follows_another_look_at_once(counter: Room, theme: str, text: int) -> None:
    counter.write("an")
    counter.window.rail.search.field.clearFocus()  # a caret blinks
    counter.app.look.use(theme=theme, text_size=text)
    QApplication.processEvents()
    changed = counter.window.grab().toImage()
    counter.app.look.outdated.emit()
    counter.app.look.changed.emit()
    QApplication.processEvents()
    assert counter.window.grab().toImage() == changed
