"""What every shop knows before it knows anyone: which days matter and how families are related. Opens no file."""

from __future__ import annotations

from shopkeeper.knowledge.kinship import Kinship, inverse
from shopkeeper.knowledge.knowledge import Knowledge
from shopkeeper.knowledge.occasions import OccasionKind, OccasionKinds, Tone

__all__ = ["Kinship", "Knowledge", "OccasionKind", "OccasionKinds", "Tone", "inverse"]
