"""Rank: why one hit stands above another.

Exact before beginning, own names before other ways of typing them, regulars first among equals.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from shopkeeper.search.fold import KIN_MARK

# The lower bits of a row number are the person, the upper ones the visit tier: 0 is someone seen lately.
TIER_SHIFT: Final = 40
_PERSON: Final = (1 << TIER_SHIFT) - 1

EXACT: Final = 100
_BEGINNING: Final = 92
_OTHER_EXACT: Final = 95
_OTHER_BEGINNING: Final = 86
_KIN_EXACT: Final = 76
_KIN_BEGINNING: Final = 68
_FARTHEST: Final = 10  # letters still to type that are held against a beginning, at most
_SAME_WORD_TWICE: Final = 15
_TIER: Final = 2  # points of a score; four tiers never outweigh exact against beginning

# How long ago someone was last seen, in days, to be in each tier.
_TIERS: Final = (90, 365, 1100)


def tier_of(days_since_seen: int | None) -> int:
    """0 for someone seen within the last quarter, 3 for someone not seen for three years or never."""
    if days_since_seen is None:
        return len(_TIERS)
    return next((tier for tier, days in enumerate(_TIERS) if days_since_seen <= days), len(_TIERS))


def tier_ends(tier: int) -> int | None:
    """The last day, counted from being seen, on which someone belongs to a tier."""
    return _TIERS[tier] if tier < len(_TIERS) else None


def row_of(person_id: int, tier: int) -> int:
    """The row number of a person in the index: rows come in this order, so the regulars come first."""
    return tier << TIER_SHIFT | person_id


def person_of(row: int) -> int:
    """The person's own number in a row number."""
    return row & _PERSON


def score(row: int, own: str, alt: str, kin: str, typed: Sequence[str]) -> float:
    """How well a row's words answer the words typed: the mean over the words, less a little for being a stranger."""
    own_words = own.split()
    total = 0
    used = -1
    for word in typed:
        length = len(word)
        best, place = 0, -1
        for index, own_word in enumerate(own_words):
            if own_word.startswith(word):
                left = len(own_word) - length
                # One or two letters are the beginning of too much: there only the regulars stand out.
                value = EXACT if not left else _BEGINNING - (min(_FARTHEST, left) if length > 2 else 0)
                if index == used:
                    value -= _SAME_WORD_TWICE
                if value > best:
                    best, place = value, index
        if best < _OTHER_BEGINNING and alt:
            other = _best_other(word, alt)
            if other > best:
                best, place = other, -1
        if best < _KIN_EXACT and kin:
            related = _best_kin(KIN_MARK + word, kin)
            if related > best:
                best, place = related, -1
        if place >= 0:
            used = place
        total += best
    return total / (len(typed) or 1) - _TIER * (row >> TIER_SHIFT)


def _best_other(word: str, alt: str) -> int:
    best, length = 0, len(word)
    for other in alt.split():
        if other.startswith(word):
            left = len(other) - length
            best = max(best, _OTHER_BEGINNING - min(_FARTHEST, left) if left else _OTHER_EXACT)
    return best


def _best_kin(marked: str, kin: str) -> int:
    best, length = 0, len(marked)
    for related in kin.split():
        if related.startswith(marked):
            best = max(best, _KIN_EXACT if related[length] == KIN_MARK else _KIN_BEGINNING)
    return best
