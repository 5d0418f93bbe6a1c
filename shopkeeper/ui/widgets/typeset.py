"""Writing laid out once and painted often: runs of several faces and roles on wrapped lines.

No rich text: a document per row would cost more than the search behind it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final, TypeAlias

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QTextCharFormat, QTextLayout, QTextOption

from shopkeeper.ui.theme import Face, Look, Role

# Enough for every row of a long list and a long card; older ones are set again when they come back.
_KEPT: Final = 240


@dataclass(frozen=True, slots=True)
class Run:
    """Words in one face and one colour."""

    text: str
    face: Face
    role: Role
    struck: bool = False


Runs: TypeAlias = "tuple[Run, ...]"


class Writing:
    """Runs laid out within a width: how tall they are, and how to paint them."""

    __slots__ = ("_layout", "bottoms", "height", "lines", "width")

    def __init__(self, layout: QTextLayout, width: float, bottoms: tuple[float, ...]) -> None:
        self._layout = layout
        self.width = width
        self.bottoms = bottoms
        self.height = bottoms[-1] if bottoms else 0.0
        self.lines = len(bottoms)

    def draw(self, painter: QPainter, x: float, y: float) -> None:
        """Paint the writing with its upper left corner there."""
        self._layout.draw(painter, QPointF(x, y))


class Typesetter:
    """Lays out runs and remembers what it laid out until the look changes."""

    def __init__(self, look: Look) -> None:
        self._look = look
        self._kept: dict[tuple[Runs, int, int, Qt.LayoutDirection, bool], Writing] = {}
        self._formats: dict[tuple[Face, Role, bool], QTextCharFormat] = {}
        look.outdated.connect(self._kept.clear)
        look.outdated.connect(self._formats.clear)

    def set(
        self,
        runs: Runs,
        width: int,
        lines: int = 0,
        direction: Qt.LayoutDirection = Qt.LayoutDirection.LeftToRight,
        *,
        centred: bool = False,
    ) -> Writing:
        """The runs within a width; with a number of lines, what does not fit ends in an ellipsis."""
        key = (runs, width, lines, direction, centred)
        found = self._kept.get(key)
        if found is None:
            if len(self._kept) >= _KEPT:
                self._kept.pop(next(iter(self._kept)))
            found = self._kept[key] = self._lay_out(runs, width, lines, direction, centred)
        return found

    def _lay_out(self, runs: Runs, width: int, lines: int, direction: Qt.LayoutDirection, centred: bool) -> Writing:
        writing, starts = self._flow(runs, width, direction, centred)
        if lines and writing.lines > lines:
            writing, _ = self._flow(self._shortened(runs, starts[lines - 1], width), width, direction, centred)
        return writing

    def _flow(self, runs: Runs, width: int, direction: Qt.LayoutDirection, centred: bool) -> tuple[Writing, list[int]]:
        layout = QTextLayout("".join(run.text for run in runs), self._look.font(runs[0].face if runs else Face.SECOND))
        # A layout does not mirror "leading" by itself, as a label does.
        mirrored = direction == Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        option = QTextOption(Qt.AlignmentFlag.AlignHCenter if centred else side)
        option.setTextDirection(direction)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setFormats(self._ranges(runs))
        layout.setCacheEnabled(True)
        y, widest, starts, bottoms = 0.0, 0.0, [], []
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(1, width))
            line.setPosition(QPointF(0, y))
            y += line.height()
            widest = max(widest, line.naturalTextWidth())
            starts.append(line.textStart())
            bottoms.append(y)
        layout.endLayout()
        return Writing(layout, widest, tuple(bottoms)), starts

    def _ranges(self, runs: Runs) -> list[QTextLayout.FormatRange]:
        formats, start = [], 0
        for run in runs:
            one = QTextLayout.FormatRange()
            one.start = start
            one.length = _units(run.text)
            one.format = self._format(run)
            formats.append(one)
            start += one.length
        return formats

    def _format(self, run: Run) -> QTextCharFormat:
        kept = self._formats.get((run.face, run.role, run.struck))
        if kept is not None:
            return kept
        how = self._formats[run.face, run.role, run.struck] = QTextCharFormat()
        how.setFont(self._look.font(run.face))
        how.setForeground(self._look.colour(run.role))
        if run.struck:
            how.setFontStrikeOut(True)
        return how

    def _shortened(self, runs: Runs, last_line: int, width: int) -> Runs:
        """The runs with everything from the last line on cut to one line and an ellipsis."""
        kept: list[Run] = []
        start = 0
        for i, run in enumerate(runs):
            length = _units(run.text)
            if start + length > last_line:
                cut = _letters(run.text, max(0, last_line - start))
                head, tail = run.text[:cut], run.text[cut:] + "".join(r.text for r in runs[i + 1 :])
                metrics = QFontMetricsF(self._look.font(run.face))
                kept.append(replace(run, text=head + metrics.elidedText(tail, Qt.TextElideMode.ElideRight, width - 1)))
                break
            kept.append(run)
            start += length
        return tuple(kept)


def _units(text: str) -> int:
    """How many UTF-16 units Qt counts in this text."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2


def _letters(text: str, units: int) -> int:
    """How many letters of this text Qt counts as so many UTF-16 units."""
    return units if text.isascii() else len(text.encode("utf-16-le")[: 2 * units].decode("utf-16-le", "ignore"))
