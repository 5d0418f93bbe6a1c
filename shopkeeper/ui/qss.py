"""The one style sheet, made from roles: fields, buttons, scroll bars and progress. All else is painted."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from string import Template
from typing import Final

_SHEET: Final = Template("""
QToolTip { color: $ink; background: $paper; border: 1px solid $line; padding: 4px 8px; }

QLineEdit { color: $ink; background: $paper; border: 1px solid $line; border-radius: 9px;
            padding: 0 12px; min-height: ${field}px; font-size: ${body_px}px;
            selection-background-color: $accent; selection-color: $on_accent; }
QLineEdit:focus { border: ${focus}px solid $accent; padding: 0 ${focus_pad}px; }
QLineEdit[place="search"], QLineEdit[place="search"]:focus { background: transparent; border: 0; padding: 0;
            min-height: 0; font-size: ${typed_px}px; }
QLineEdit[place="told"], QLineEdit[place="told"]:focus { background: transparent; border: 0; padding: 0;
            min-height: 0; font-size: ${body_px}px; }

QPlainTextEdit { color: $ink; background: $paper; border: 1px solid $line; border-radius: 9px; padding: 6px 8px;
            font-size: ${body_px}px; selection-background-color: $accent; selection-color: $on_accent; }
QPlainTextEdit:focus { border: ${focus}px solid $accent; padding: ${focus_lines}px ${focus_lines_pad}px; }

QFrame[place="rail"] { background: $rail; }
QFrame[place="edge"] { background: $line; }
QFrame[place="box"] { background: $paper; border: 1px solid $line; border-radius: 12px; }
QFrame[place="box-in-use"] { background: $paper; border: ${focus}px solid $accent; border-radius: 12px; }

QPushButton { color: $ink; background: $paper; border: 1px solid $line; border-radius: 9px;
              padding: 0 16px; min-height: ${button}px; font-size: ${second_px}px; font-weight: 600; }
QPushButton:hover { border-color: $soft; }
QPushButton:pressed { background: $rail; }
QPushButton:focus { border: ${focus}px solid $accent; padding: 0 15px; min-height: ${button_focus}px; }
QPushButton:disabled { color: $soft; }
QPushButton[place="primary"] { color: $on_accent; background: $accent; border-color: $accent; }
QPushButton[place="primary"]:hover, QPushButton[place="primary"]:pressed { border-color: $ink; }
QPushButton[place="primary"]:focus { border: ${focus}px solid $ink; }
QPushButton[place="primary"]:disabled { color: $soft; background: $rail; border: 1px solid $line; }
QPushButton[place="square"] { padding: 0; min-width: ${button}px; max-width: ${button}px; }
QPushButton[place="square"]:focus { min-width: ${button_focus}px; max-width: ${button_focus}px; }
QPushButton[place="square"]:pressed { background: $accent_fill; border-color: $accent; }

QPushButton[place="choice"] { padding: 0 14px; font-weight: 500; }
QPushButton[place="choice"]:checked { background: $accent_fill; border: 1px solid $accent; }
QPushButton[place="choice"]:focus { border: ${focus}px solid $accent; padding: 0 ${focus_choice}px; }
QPushButton[place="listed"] { text-align: left; padding: 0 14px; font-weight: 500; }
QPushButton[place="listed"]:focus { border: ${focus}px solid $accent; padding: 0 ${focus_choice}px; }
QPushButton[place="quiet"] { background: transparent; border-color: transparent; color: $soft; padding: 0 12px; }
QPushButton[place="quiet"]:hover { border-color: $line; }
QPushButton[place="quiet"]:focus { border: ${focus}px solid $accent; padding: 0 ${focus_pad}px; }

QListView { background: transparent; border: 0; outline: 0; }
QListView[place="lines"] { color: $soft; font-size: ${body_px}px; }

QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar::handle:vertical { background: $line; border-radius: 4px; min-height: 32px; margin: 0 1px; }
QScrollBar::handle:vertical:hover { background: $soft; }
QScrollBar::add-line:vertical, QScrollBar::sub-line:vertical { height: 0; }
QScrollBar::add-page:vertical, QScrollBar::sub-page:vertical { background: transparent; }

QProgressBar { background: $rail; border: 1px solid $line; border-radius: 6px; min-height: 12px; max-height: 12px; }
QProgressBar::chunk { background: $accent; border-radius: 5px; }
""")


def sheet(colours: Mapping[str, str], sizes: Mapping[str, int], focus: int, space: Callable[[float], int]) -> str:
    """The style sheet for these colours and sizes."""
    button = max(42, space(42))
    return _SHEET.substitute(
        **colours,
        **{f"{name.replace('-', '_')}_px": pixels for name, pixels in sizes.items()},
        focus=focus,
        focus_pad=13 - focus,
        focus_choice=15 - focus,
        focus_lines=7 - focus,
        focus_lines_pad=9 - focus,
        field=max(44, space(44)),
        button=button,
        button_focus=button + 2 - 2 * focus,
    )
