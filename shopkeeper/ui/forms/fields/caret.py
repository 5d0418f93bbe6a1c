"""The caret: where it goes in a form, and in which order the Tab key leads it on."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QPlainTextEdit, QWidget

from shopkeeper.ui.forms.fields.field import Field

_STOPS: Final = (QAbstractButton, QLineEdit, QPlainTextEdit)


def begin_in(field: Field) -> QWidget:
    """The caret goes there, behind what stands there."""
    first = field.begin_at()
    first.setFocus(Qt.FocusReason.OtherFocusReason)
    if isinstance(first, QLineEdit):
        first.end(False)
    return first


def mend_at(field: Field) -> QWidget:
    """Where the caret goes when something could not be kept: to the question, if one is asked."""
    return field.begin_at() if field.both().isHidden() else field.both().theirs


def stops_in(field: Field) -> list[QWidget]:
    """Where the Tab key may stop in a field: last, and below it, at the two values it may ask about."""
    parts = [part for part in field.findChildren(QWidget) if isinstance(part, _STOPS)]
    return sorted(parts, key=field.both().isAncestorOf)


def put_in_order(stops: Sequence[QWidget]) -> None:
    """The Tab key goes from each to the next."""
    for before, after in pairwise(stops):
        QWidget.setTabOrder(before, after)
