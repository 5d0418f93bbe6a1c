"""The kit that everything drawn is drawn with: the look, the typesetter, the icons and the round places."""

from __future__ import annotations

from collections.abc import Callable

from shopkeeper.ui.theme import Look
from shopkeeper.ui.widgets.avatar import Avatars
from shopkeeper.ui.widgets.icons import Icons
from shopkeeper.ui.widgets.typeset import Typesetter


class Kit:
    """Look, typesetter, icons and round places together, handed to every widget that paints."""

    __slots__ = ("avatars", "icons", "look", "type")

    def __init__(self, look: Look, drawing: Callable[[str], str]) -> None:
        self.look = look
        self.type = Typesetter(look)
        self.icons = Icons(look, drawing)
        self.avatars = Avatars(look)
