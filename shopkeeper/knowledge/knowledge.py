"""Knowledge: all look-ups in one value, built from the texts that host/resources reads, and passed on from there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import ClassVar, Self

from shopkeeper.knowledge.kinship import Kinship
from shopkeeper.knowledge.names import ReadNames
from shopkeeper.knowledge.occasions import OccasionKinds


# One is the same as another only if it is that one.
@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Knowledge:
    """What the program knows about days, families and names, the same for every shop."""

    # Files of resources/knowledge, without .json.
    NAMES: ClassVar[tuple[str, ...]] = ("occasions", "kinship", "nicknames", "readings")

    occasions: OccasionKinds
    kinship: Kinship
    text_of: Callable[[str], str] = field(repr=False)

    @classmethod
    def read(cls, text_of: Callable[[str], str]) -> Self:
        """Read what is needed at once. `text_of` knows the text of each of NAMES; ValueError when one is not what it
        should be, and whatever else `text_of` raises.
        """
        return cls(
            occasions=OccasionKinds.from_text(text_of("occasions")),
            kinship=Kinship.from_text(text_of("kinship")),
            text_of=text_of,
        )

    def names(self) -> ReadNames:
        """What people are called, read when it is asked for; ValueError then, if a text is not what it should be.

        Some ten thousand words would keep the book from opening, and it opens without them.
        """
        return ReadNames(self.text_of)
