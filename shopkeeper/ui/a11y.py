"""Everything that can be reached has a name: labelled rows, named buttons, and what a screen reader is told."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLabel, QLayout, QWidget


def named(widget: QWidget, name: str, description: str = "") -> None:
    """Tell a screen reader what this is; a sighted person reads it on the widget or in its tool tip."""
    widget.setAccessibleName(name)
    if description:
        widget.setAccessibleDescription(description)


def row(layout: QLayout, label: str, field: QWidget, description: str = "") -> QLabel:
    """One labelled input: label above, buddy, accessible name and description, in tab order."""
    words = QLabel(label)
    words.setBuddy(field)
    named(field, label, description)
    layout.addWidget(words)
    layout.addWidget(field)
    return words


def announce(speaker: QObject, words: str) -> None:
    """Say something aloud now, where somebody is listening."""
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # the first picture is not waited for by these

    if words and QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(speaker, words))
