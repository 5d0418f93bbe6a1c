"""The kit that everything drawn is drawn with: the look, the typesetter, the icons and the round places."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from shopkeeper.ui.theme import Look
from shopkeeper.ui.widgets.icons import Icons

if TYPE_CHECKING:
    from shopkeeper.ui.widgets.avatar import Avatars
    from shopkeeper.ui.widgets.typeset import Typesetter


class Kit:
    """Look, typesetter, icons and round places together, handed to every widget that paints."""

    def __init__(self, look: Look, drawing: Callable[[str], str]) -> None:
        self.look = look
        self.icons = Icons(look, drawing)

    # The first picture has neither words to set nor people to show, so it does not wait for these.

    @cached_property
    def type(self) -> Typesetter:
        """Lays words out."""
        from shopkeeper.ui.widgets.typeset import Typesetter

        return Typesetter(self.look)

    @cached_property
    def avatars(self) -> Avatars:
        """Draws the round places."""
        from shopkeeper.ui.widgets.avatar import Avatars

        return Avatars(self.look)
