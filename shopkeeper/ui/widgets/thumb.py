"""The thumb: what is taller than its place follows it, and a touch that does not move is a press as before."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractScrollArea, QScroller, QScrollerProperties


def scroll_by_thumb(area: QAbstractScrollArea) -> None:
    """Drag what lies in it; it stops at its ends without springing."""
    scroller = QScroller.scroller(area.viewport())
    manners = scroller.scrollerProperties()
    never = QScrollerProperties.OvershootPolicy.OvershootAlwaysOff
    for way in (
        QScrollerProperties.ScrollMetric.VerticalOvershootPolicy,
        QScrollerProperties.ScrollMetric.HorizontalOvershootPolicy,
    ):
        manners.setScrollMetric(way, never)
    scroller.setScrollerProperties(manners)
    QScroller.grabGesture(area.viewport(), QScroller.ScrollerGestureType.TouchGesture)
