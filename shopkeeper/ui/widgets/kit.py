"""The kit that everything drawn is drawn with: the look, the typesetter and the icons."""

from __future__ import annotations

from collections.abc import Callable

from shopkeeper.ui.theme import Look
from shopkeeper.ui.widgets.icons import Icons
from shopkeeper.ui.widgets.typeset import Typesetter


class Kit:
    """Look, typesetter and icons together, handed to every widget that paints."""

    __slots__ = ("icons", "look", "type")

    def __init__(self, look: Look, drawing: Callable[[str], str]) -> None:
        self.look = look
        self.type = Typesetter(look)
        self.icons = Icons(look, drawing)
