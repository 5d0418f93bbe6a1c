"""The word tables as they are shipped, and the family that the lines of the tests are about."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Final

from shopkeeper.capture.draft import Draft
from shopkeeper.capture.label import label_of
from shopkeeper.capture.read import Member, Subject, read
from shopkeeper.host import resources
from shopkeeper.knowledge.capture import CaptureWords

LANGUAGES: Final = ("en", "de", "fr", "es", "pt")
# A Monday.
TODAY: Final = date(2026, 11, 23)
ANA: Final = Subject(
    uid="ana",
    name="Ana Duarte",
    members=(
        Member(uid="leo", names=("Leo",), words=("son",)),
        Member(uid="rosa", names=("Rosa Duarte", "Rosa"), words=("grandma",)),
    ),
)


@cache
def words(language: str = "en") -> CaptureWords:
    """The words of a language as they come with the program."""
    names = (f"capture-{language}", "kinship", "substances")
    return CaptureWords.from_texts(language, *(resources.text("knowledge", f"{name}.json") for name in names))


def of_ana(text: str, language: str = "en") -> Draft:
    """A line at the foot of Ana's card."""
    return read(text, words(language), TODAY, ANA)


def in_the_box(text: str, language: str = "en") -> Draft:
    """A line in the search box."""
    return read(text, words(language), TODAY)


def told(draft: Draft) -> list[str]:
    """Every chip as its kind and its label, then the words that were left over, with a tilde."""
    chips = [f"{chip.kind}: {label_of(chip).in_english()}" for chip in draft.chips]
    return [*chips, *([f"~ {draft.note}"] if draft.note else [])]
