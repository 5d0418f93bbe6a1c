"""Read a typed line into a Draft."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from shopkeeper.capture.draft import Draft, joined
from shopkeeper.domain.record import Uid
from shopkeeper.knowledge.capture import CaptureWords


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """Somebody of the family of the card's person, known already."""

    uid: Uid
    names: tuple[str, ...]
    words: tuple[str, ...] = ()  # what families call them: "son", "grandma"


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """The card's person, whom a line at its foot is about."""

    uid: Uid
    name: str
    pronouns: str = ""
    members: tuple[Member, ...] = ()


def read(text: str, words: CaptureWords, today: date, about: Subject | None = None) -> Draft:
    """What a line says. Without `about` it stands in the search box, and its first words are a name."""
    return Draft(text=text, left=joined(text, [(0, len(text))] if text.strip() else []))
