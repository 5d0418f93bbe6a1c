"""Rank: why one hit stands above another.

Exact before beginning, own names before other ways of typing them, regulars first among equals.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from rapidfuzz.distance import Indel

from shopkeeper.search import latin
from shopkeeper.search.asked import Asked, Way
from shopkeeper.search.fold import KIN_MARK, SOUND_MARK
from shopkeeper.search.hit import Candidate, Reason
from shopkeeper.search.index import Row
from shopkeeper.search.phonetic import is_abjad
from shopkeeper.search.slips import PER_SLIP, slips_between, slips_so_far

# The lower bits of a row number are the person, the upper ones the visit tier: 0 is someone seen lately. The turn
# between them tells a person's row from one that is no longer true.
TIER_SHIFT: Final = 40
_TURN_SHIFT: Final = 36
TURNS: Final = 1 << (TIER_SHIFT - _TURN_SHIFT)
_PERSON: Final = (1 << _TURN_SHIFT) - 1

EXACT: Final = 100
_BEGINNING: Final = 92
_OTHER_EXACT: Final = 95
_OTHER_BEGINNING: Final = 86
_KIN_EXACT: Final = 76
_KIN_BEGINNING: Final = 68
_WHOLE_NAME: Final = 7  # more where nothing of the name is left to type: Beth Wood before Hannah Beth Wood
_FARTHEST: Final = 10  # letters still to type that are held against a beginning, at most
_SAME_WORD_TWICE: Final = 15
_OTHER_WAY: Final = 4  # less for a word that is not of the name as it is written
_STILL_TYPING: Final = 13  # less where a slip is guessed before the word is done
_UNLIKE: Final = 40  # less where nothing is alike but the sound
_TIER: Final = 2  # points of a score; four tiers never outweigh exact against beginning
_TIER_OF_GUESS: Final = 0.5  # where a word stands for another, how near it comes says more
_STANDING_FOR: Final = frozenset(
    (Reason.NICKNAME, Reason.SPELLING, Reason.SCRIPT, Reason.SOUND, Reason.SLIP, Reason.WITHOUT)
)

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


def row_of(person_id: int, tier: int, turn: int = 0) -> int:
    """The row number of a person in the index: rows come in this order, so the regulars come first."""
    return tier << TIER_SHIFT | turn << _TURN_SHIFT | person_id


def turn_of(row: int) -> int:
    """Which of a person's row numbers it is."""
    return row >> _TURN_SHIFT & (TURNS - 1)


def person_of(row: int) -> int:
    """The person's own number in a row number."""
    return row & _PERSON


def _among_equals(row: int) -> int:
    """Where somebody stands among equals: an edit, or taking one back, moves nobody."""
    return row & ~(TURNS - 1 << _TURN_SHIFT)


def held_against(row: int, why: Reason) -> float:
    """How many points someone loses for being a stranger: regulars stand first among equals."""
    return (_TIER_OF_GUESS if why in _STANDING_FOR else _TIER) * (row >> TIER_SHIFT)


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
        if best < _OTHER_BEGINNING and word in alt:
            other = _best_other(word, alt)
            if other > best:
                best, place = other, -1
        if best < _KIN_EXACT and (marked := KIN_MARK + word) in kin:
            related = _best_kin(marked, kin)
            if related > best:
                best, place = related, -1
        if place >= 0:
            used = place
        total += best
    if len(typed) > 1 and total == EXACT * len(own_words) == EXACT * len(typed):
        total += _WHOLE_NAME * len(typed)
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


class Meant:
    """A typed word with all that it may stand for."""

    def __init__(self, word: str, ways: Iterable[Way]) -> None:
        """Sort the ways by how they are looked up."""
        self.word = word
        self.whole: dict[str, Way] = {}
        self.begun: list[Way] = []
        for way in ways:
            if way.term.whole:
                self.whole.setdefault(way.term.word, way)
            else:
                self.begun.append(way)
        self.beginnings = tuple(way.term.word for way in self.begun)


class _Answer(NamedTuple):
    """How well one word of a row answers one typed word, and by which way of reading it."""

    worth: float = 0
    word: str = ""
    way: Way | None = None


def answered(row: Row, meant: Sequence[Meant]) -> Candidate | None:
    """How well a row answers, where each word may stand for others; the reason is that of the weakest word."""
    own, alt = row[1].split(), row[2].split()
    total, weakest, used = 0.0, _Answer(EXACT + 1), ""
    words: list[str] = []
    for one in meant:
        best = _best(one, own, used)
        if best.worth < _BEGINNING:
            other = _best(one, alt, "")
            if other.worth - _OTHER_WAY > best.worth:
                best = other._replace(worth=other.worth - _OTHER_WAY)
        if not best.worth:
            return None
        if best.word[0] == SOUND_MARK:
            # Many sound alike where the vowels are not written: those count that are.
            best = best._replace(worth=best.worth - _UNLIKE * (1 - _likeness_unvowelled(one.word, own)))
        total += best.worth
        used = best.word
        words.append(best.word if best.way else one.word)
        # Of two words as good as each other, the one that is not there as it was typed needs the reason.
        if best.worth < weakest.worth:
            weakest = best
    why, detail = (weakest.way.why, weakest.way.detail) if weakest.way else (Reason.NAME, "")
    worth = total / len(meant) - _TIER_OF_GUESS * (row[0] >> TIER_SHIFT)
    return Candidate(row[0], worth, why, detail, tuple(words))


def _best(meant: Meant, words: Iterable[str], used: str) -> _Answer:
    best = _Answer()
    length = len(meant.word)
    for word in words:
        if word.startswith(meant.word):
            left = len(word) - length
            found = _Answer(_BEGINNING - min(_FARTHEST, left) if left else EXACT, word)
        elif way := meant.whole.get(word):
            found = _Answer(way.worth, word, way)
        elif word.startswith(meant.beginnings):
            found = max(_begun(meant.word, word, way) for way in meant.begun if word.startswith(way.term.word))
        else:
            continue
        if word == used:
            found = found._replace(worth=max(0, found.worth - _SAME_WORD_TWICE))
        if found.worth > best.worth:
            best = found
    return best


def _begun(typed: str, word: str, way: Way) -> _Answer:
    if way.why is not Reason.SLIP:
        return _Answer(way.worth - min(_FARTHEST, len(word) - len(way.term.word)) / 2, word, way)
    slips = slips_between(typed, word)
    if slips <= 2:
        return _Answer(way.worth - PER_SLIP * slips, word, way)
    if len(word) > len(typed) and slips_so_far(typed, word) <= 1:
        return _Answer(way.worth - _STILL_TYPING, word, way)
    return _Answer()


def _likeness_unvowelled(typed: str, own: Iterable[str]) -> float:
    """How much of a typed word is in the nearest of the words that are written without vowels, 0 to 1."""
    spelt = (form for word in own if is_abjad(word) for form in latin.forms(word))
    return max((likeness(typed, without) for form in spelt for without in (form, form.removeprefix("al"))), default=0)


def likeness(one: str, other: str) -> float:
    """How much of two words is the same, 0 to 1."""
    return Indel.normalized_similarity(one, other)


def _best_first(one: Candidate) -> tuple[float, int]:
    return (-one.score, _among_equals(one.row))


def with_choices(found: Iterable[Candidate], asked: Asked) -> list[Candidate]:
    """The best first. Whoever was chosen before for what was typed counts as a regular, and of those the one chosen
    most often.
    """
    every = list(found)
    if len(every) < 2:
        return every
    chosen = asked.chosen
    if not chosen:
        return sorted(every, key=_best_first)

    def order(one: Candidate) -> tuple[float, int, int]:
        times = chosen.get(person_of(one.row), 0)
        lift = held_against(one.row, one.why) if times else 0
        return (-one.score - lift, -times, _among_equals(one.row))

    return sorted(every, key=order)
