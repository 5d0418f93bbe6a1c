"""Knowledge: all look-ups in one value, built from the texts that host/resources has read, and passed on from there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar, Self

from shopkeeper.knowledge.kinship import Kinship
from shopkeeper.knowledge.names import NameWords
from shopkeeper.knowledge.occasions import OccasionKinds


@dataclass(frozen=True, slots=True, kw_only=True)
class Knowledge:
    """What the program knows about days, families and names, the same for every shop."""

    # Files of resources/knowledge, without .json.
    NAMES: ClassVar[tuple[str, ...]] = ("occasions", "kinship", "nicknames")

    occasions: OccasionKinds
    kinship: Kinship
    names: NameWords

    @classmethod
    def from_texts(cls, texts: Mapping[str, str]) -> Self:
        """Read the texts named in NAMES; KeyError or ValueError when one is missing or is not what it should be."""
        return cls(
            occasions=OccasionKinds.from_text(texts["occasions"]),
            kinship=Kinship.from_text(texts["kinship"]),
            names=NameWords.from_texts(texts["nicknames"], texts.get("readings", "{}")),
        )
