"""Knowledge: all look-ups in one value, built from the texts that host/resources has read, and passed on from there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar, Self

from shopkeeper.knowledge.kinship import Kinship
from shopkeeper.knowledge.names import NameWords
from shopkeeper.knowledge.occasions import OccasionKinds


# One is the same as another only if it is that one.
@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Knowledge:
    """What the program knows about days, families and names, the same for every shop."""

    # Files of resources/knowledge, without .json.
    NAMES: ClassVar[tuple[str, ...]] = ("occasions", "kinship", "nicknames", "readings")

    occasions: OccasionKinds
    kinship: Kinship
    nicknames: str = field(repr=False)  # as it was handed over, like the readings
    readings: str = field(repr=False)

    @classmethod
    def from_texts(cls, texts: Mapping[str, str]) -> Self:
        """Read the texts named in NAMES; KeyError or ValueError when one is missing or is not what it should be."""
        return cls(
            occasions=OccasionKinds.from_text(texts["occasions"]),
            kinship=Kinship.from_text(texts["kinship"]),
            nicknames=texts["nicknames"],
            readings=texts["readings"],
        )

    def names(self) -> NameWords:
        """What people are called, read anew and not kept; ValueError if a text is not what it should be.

        Some ten thousand words would keep the book from opening, and it opens without them.
        """
        return NameWords.from_texts(self.nicknames, self.readings)
