"""The first start: three big choices, each of which works at once."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyle, QStyleOptionButton, QWidget

from shopkeeper.domain.phrase import translate
from shopkeeper.ui import a11y
from shopkeeper.ui.say import say
from shopkeeper.ui.sheets.scrolled import Scrolled
from shopkeeper.ui.theme import Face, Role
from shopkeeper.ui.widgets.drawn import Text
from shopkeeper.ui.widgets.kit import Kit
from shopkeeper.ui.widgets.panel import paint_block
from shopkeeper.ui.widgets.typeset import Run, Writing


class FirstStart(Scrolled):
    """Open Demo Street, start a book, or bring people in."""

    demo_chosen = Signal()
    own_chosen = Signal()
    bring_in_chosen = Signal()

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent)
        self._build()

    def _build(self) -> None:
        ground = self.ground
        self._title = Text(self.kit, Face.NAME, Role.INK, ground, say(translate("first", "Good to have you here")))
        about = translate(
            "first",
            "Shopkeeper keeps what a good shopkeeper remembers about people: their names, their birthdays, what they "
            "must not eat, whom to ask after. It stays on this computer, encrypted.",
        )
        self._line = Text(self.kit, Face.BODY, Role.SOFT, ground, say(about))
        promise = translate(
            "first", "No account, no cloud, nothing is sent anywhere. You can do all three, one after the other."
        )
        self._foot = Text(self.kit, Face.SMALL, Role.SOFT, ground, say(promise))
        self._choices = [
            self._choice(
                ("street", Role.TIME, Role.TIME_FILL),
                say(translate("first", "Look around Demo Street")),
                say(translate("first", "A street of made-up neighbours to try everything on. Nothing of it is kept.")),
                self.demo_chosen,
            ),
            self._choice(
                ("book", Role.ACCENT, Role.ACCENT_FILL),
                say(translate("first", "Start my own book")),
                say(translate("first", "An empty book for your shop. Type the first name, and go on from there.")),
                self.own_chosen,
            ),
            self._choice(
                ("tray", Role.ASK, Role.ASK_FILL),
                say(translate("first", "Bring people in")),
                say(translate("first", "Start your book with the contacts of a phone or a computer: a .vcf file.")),
                self.bring_in_chosen,
            ),
        ]

    def _choice(self, sign: tuple[str, Role, Role], title: str, words: str, chosen: SignalInstance) -> Choice:
        choice = Choice(self.kit, sign, title, words, self.ground)
        choice.clicked.connect(chosen)
        return choice

    def choices(self) -> tuple[QPushButton, ...]:
        """Demo Street, one's own book, bringing people in; the focus begins at the first."""
        return tuple(self._choices)

    def place(self, width: int, height: int) -> int:
        """Beside each other where there is room, under one another where there is not; says how tall it all is."""
        look = self.kit.look
        wide = min(width - 48, look.space(1040))
        left = (width - wide) // 2
        across = wide / 3 >= 250 * look.scale
        each = (wide - 2 * 16) // 3 if across else wide
        heights = [choice.lay(each, upright=across) for choice in self._choices]
        tall = max(heights) if across else sum(heights) + 2 * 12
        title, line, foot = (words.lay(wide) for words in (self._title, self._line, self._foot))
        line = self._line.lay(min(wide, look.space(760)))
        content = title + 8 + line + look.space(28) + tall + look.space(22) + foot
        y = max(28, round((height - content) * 0.42))
        self._title.setGeometry(left, y, wide, title)
        y += title + 8
        short = min(wide, look.space(760))
        self._line.setGeometry(left + wide - short if self.isRightToLeft() else left, y, short, line)
        y += line + look.space(28)
        for i, choice in enumerate(self._choices):
            if across:
                place = len(self._choices) - 1 - i if self.isRightToLeft() else i
                choice.setGeometry(left + place * (each + 16), y, each, tall)
            else:
                choice.setGeometry(left, y, each, heights[i])
                y += heights[i] + 12
        y += tall if across else 0
        y += look.space(22) if across else look.space(10)
        self._foot.setGeometry(left, y, wide, foot)
        return y + foot + 28


class Choice(QPushButton):
    """One big choice: a drawing, what it is, and what then happens."""

    def __init__(self, kit: Kit, sign: tuple[str, Role, Role], title: str, words: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._kit, self._sign, self._title, self._words = kit, sign, title, words
        self._upright = True
        self.setAutoDefault(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        a11y.named(self, title, words)

    def sizeHint(self) -> QSize:
        """Placed by its page, which asks `lay`."""
        return QSize(200, 64)

    def lay(self, width: int, *, upright: bool) -> int:
        """How tall it is in that width, standing or lying."""
        self._upright = upright
        title, words, _, y = self._writings(width)
        bottom = y + title.height + 6 + words.height
        return round(max(bottom, (0 if upright else self._round() + 20)) + 20)

    def _writings(self, width: int) -> tuple[Writing, Writing, int, int]:
        size = self._round()
        x, y = (24, 24 + size + 16) if self._upright else (20 + size + 18, 18)
        room = max(60, width - x - 20)
        title = self._kit.type.set((Run(self._title, Face.TITLE, Role.INK),), room, 0, self.layoutDirection())
        words = self._kit.type.set((Run(self._words, Face.SECOND, Role.SOFT),), room, 0, self.layoutDirection())
        return title, words, x, y

    def event(self, event: QEvent) -> bool:
        """Repaint when the pointer comes and goes."""
        if event.type() in (QEvent.Type.Enter, QEvent.Type.Leave):
            self.update()
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A block of paper with a drawing in its tinted round place."""
        painter = QPainter(self)
        look = self._kit.look
        option = QStyleOptionButton()
        self.initStyleOption(option)
        state = option.state
        over = bool(state & (QStyle.StateFlag.State_MouseOver | QStyle.StateFlag.State_Sunken))
        edge, thick = (Role.ACCENT, look.theme.focus) if self.hasFocus() else (Role.SOFT if over else Role.LINE, 1)
        paint_block(painter, look, QRectF(self.rect()), Role.PAPER, edge, 14, thick)
        title, words, x, y = self._writings(self.width())
        size = self._round()
        left = 24 if self._upright else 20
        place = QRectF(
            self.width() - left - size if self.isRightToLeft() else left, 24 if self._upright else 18, size, size
        )
        drawing, ink, ground = self._sign
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour(ground))
        painter.drawEllipse(place)
        sign = round(size * 0.46)
        inset = (size - sign) / 2
        self._kit.icons.paint(painter, drawing, ink, place.x() + inset, place.y() + inset, sign)
        start = 20 if self.isRightToLeft() else x
        title.draw(painter, start, y)
        words.draw(painter, start, y + title.height + 6)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Painted anew."""
        self.update()

    def _round(self) -> int:
        return min(72, self._kit.look.space(56)) if self._upright else 48
