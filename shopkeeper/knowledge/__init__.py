"""What every shop knows before it knows anyone: which days matter, families, names. Opens no file."""

from __future__ import annotations

from shopkeeper.knowledge.kinship import Kinship, inverse
from shopkeeper.knowledge.knowledge import Knowledge
from shopkeeper.knowledge.names import NO_NAMES, NameWords, ReadNames
from shopkeeper.knowledge.occasions import OccasionKind, OccasionKinds, Tone

__all__ = [
    "NO_NAMES",
    "Kinship",
    "Knowledge",
    "NameWords",
    "OccasionKind",
    "OccasionKinds",
    "ReadNames",
    "Tone",
    "inverse",
]
