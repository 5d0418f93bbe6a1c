"""Keys that mean something at the counter, whatever has the focus there."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

_BY_ITSELF: Final = frozenset(
    {
        Qt.Key.Key_Up,
        Qt.Key.Key_Down,
        Qt.Key.Key_PageUp,
        Qt.Key.Key_PageDown,
        Qt.Key.Key_Return,
        Qt.Key.Key_Enter,
        Qt.Key.Key_Escape,
    }
)
_WITH_CONTROL: Final = frozenset(
    {
        Qt.Key.Key_Down,
        Qt.Key.Key_Z,
        Qt.Key.Key_Y,
        Qt.Key.Key_N,
        Qt.Key.Key_O,
        Qt.Key.Key_D,
        Qt.Key.Key_E,
        Qt.Key.Key_H,
        Qt.Key.Key_Return,
        Qt.Key.Key_Enter,
    }
)


def is_the_counters(event: QKeyEvent) -> bool:
    """Whether the counter decides what this key means: Ctrl+Z takes back acts, never letters."""
    control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
    return answers(event) or event.key() in (_WITH_CONTROL if control else _BY_ITSELF)


def answers(event: QKeyEvent) -> bool:
    """Alt and a digit answer "Ana or Leo?" while the caret is in the line; on the number pad they write a letter."""
    return event.modifiers() == Qt.KeyboardModifier.AltModifier and Qt.Key.Key_1 <= event.key() <= Qt.Key.Key_9
