"""Memories: stages that find someone by what is remembered of them: their animal, their street, what they do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Final

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

from shopkeeper.search.asked import Asked
from shopkeeper.search.fold import tokens
from shopkeeper.search.hit import Candidate, Reason
from shopkeeper.search.index import Term
from shopkeeper.search.rank import held_against, score
from shopkeeper.search.stages import MOST_WORDS, READ, SHOWN, SIFTED, says_something
from shopkeeper.search.streets import other_ways

_WHOLE_THING: Final = 8  # more for a word of a thing typed to its end: house 10 before house 107
_SHORTEST_SLIP: Final = 4  # letters; of three anything may be made
_MOST_MEANT: Final = 8


def by_name_and_memory(asked: Asked) -> Iterator[Candidate]:
    """What is remembered of someone beside their name: ana beagle, silva elm 4."""
    words = asked.query.words[:MOST_WORDS]
    if asked.query.is_number:
        return
    for at in range(1, len(words)):
        # A thing may be said first if it is one word: biscuit anna.
        for names, things in ((words[:at], words[at:]), (words[at:], words[:at]))[: 2 if at == 1 else 1]:
            if says_something(names) and says_something(things):
                yield from _named_and_remembered(asked, names, things)


def _named_and_remembered(asked: Asked, names: tuple[str, ...], things: Sequence[str]) -> Iterator[Candidate]:
    named = {row[0]: row for row in asked.named([[Term(word)] for word in names], SIFTED)}
    if not named:
        return
    if len(named) < SIFTED:
        told = list(_told(asked, things, SHOWN, among=list(named)))
    else:
        told = list(_told(asked, things, SHOWN, called=names))
        named = {row[0]: row for row in asked.index.rows([row for row, _ in told])}
    for row, thing in told:
        if row in named:
            whole = _WHOLE_THING * len({*things} & {*tokens(thing)})
            yield Candidate(row, score(*named[row], names) + whole, Reason.MEMORY, thing, names)


def by_words_remembered(asked: Asked) -> Iterator[Candidate]:
    """Several words of one thing that is remembered of someone, and nothing else: elm 4, elm street."""
    if len(asked.query.words) > 1 and not asked.query.is_number:
        yield from _remembered(asked, asked.query.words)


def by_word_remembered(asked: Asked) -> Iterator[Candidate]:
    """One word that is remembered of someone: beagle."""
    if len(asked.query.words) == 1 and not asked.query.is_number:
        yield from _remembered(asked, asked.query.words)


def by_all_that_is_told(asked: Asked) -> Iterator[Candidate]:
    """Words of several things that are remembered of someone, or of a note about them: plumber elm, the allotment."""
    words = asked.query.words[:MOST_WORDS]
    if asked.query.is_number or not says_something(words):
        return
    for way, whole in ((words, ""), *other_ways(words)):
        for row, things in asked.index.all_told(way, READ):
            if not whole or whole in tokens(things):
                yield Candidate(row, -held_against(row, Reason.MEMORY), Reason.MEMORY, things)


def by_nearly_remembered(asked: Asked) -> Iterator[Candidate]:
    """The same with one slip in one of the words: begale, beekeper."""
    words = asked.query.words[:MOST_WORDS]
    if asked.query.is_number:
        return
    for place, word in enumerate(words):
        for meant in _meant(asked, word):
            yield from _remembered(asked, (*words[:place], meant, *words[place + 1 :]))


def _remembered(asked: Asked, words: Sequence[str]) -> Iterator[Candidate]:
    if says_something(words):
        for row, thing in _told(asked, words, READ):
            worth = _WHOLE_THING * len({*words} & {*tokens(thing)})
            yield Candidate(row, worth - held_against(row, Reason.MEMORY), Reason.MEMORY, thing)


def _told(
    asked: Asked, words: Sequence[str], limit: int, *, among: Sequence[int] = (), called: Sequence[str] = ()
) -> Iterable[tuple[int, str]]:
    """Of whom such a thing is remembered, also where its street is written in another way."""
    remembered = asked.index.remembered
    found = dict(remembered(words, limit, among=among, called=called))
    for way, whole in other_ways(words):
        for row, thing in remembered(way, limit, among=among, called=called):
            if whole in tokens(thing):
                found.setdefault(row, thing)
    return islice(sorted(found.items()), limit)


def _meant(asked: Asked, word: str) -> Iterable[str]:
    """Beginnings of words of remembered things that a typed one is one slip away from; none if it is one itself."""
    if len(word) < _SHORTEST_SLIP:
        return ()
    # A slip is rarely in the first letter, but the first two may be swapped.
    known = (*asked.index.told(word[0]), *asked.index.told(word[1] + word[0]))
    begun = {told[:most] for most in (len(word), len(word) + 1) for told in known}
    if word in begun:
        return ()
    return [near for near, _, _ in extract(word, begun, scorer=OSA.distance, score_cutoff=1, limit=_MOST_MEANT)]
