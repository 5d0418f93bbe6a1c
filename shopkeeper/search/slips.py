"""Slips: one wrong key, one too many, one missing, two swapped; told while a word is still being typed."""

from __future__ import annotations

from typing import Final

from rapidfuzz.distance import OSA

# Beginnings that the store knows how many people have, so that a slip is met while a word is still being typed.
SHORTEST_BEGINNING: Final = 3
LONGEST_BEGINNING: Final = 7

PER_SLIP: Final = 5  # points of a score


def beginnings(word: str) -> list[str]:
    """The beginnings of a word that the store keeps count of."""
    return [word[:length] for length in range(SHORTEST_BEGINNING, min(LONGEST_BEGINNING, len(word)) + 1)]


def neighbourhood(beginning: str) -> set[str]:
    """A beginning and what is left of it without any one of its letters.

    Two beginnings that are one slip apart share one of these.
    """
    return {beginning, *(beginning[:at] + beginning[at + 1 :] for at in range(len(beginning)))}


def slips_between(typed: str, word: str, most: int = 2) -> int:
    """How many slips lie between two words; `most` + 1 where there are more."""
    return OSA.distance(typed, word, score_cutoff=most)


def slips_so_far(typed: str, word: str, most: int = 2) -> int:
    """How many slips lie between what is typed so far and the beginning of a word that it comes closest to."""
    fewest = most + 1
    for length in range(len(typed) - 1, len(typed) + 2):
        fewest = min(fewest, OSA.distance(typed, word[:length], score_cutoff=most))
    return fewest
