"""Names as a search needs them: folded, and looked up from what is typed."""

from __future__ import annotations

from typing import Final


class Names:
    """What is known of names beside those in the book: pet forms, and how other scripts are read."""


NO_NAMES: Final = Names()
