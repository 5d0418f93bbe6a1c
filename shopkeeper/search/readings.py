"""Readings: what a typed word may stand for beside itself, each a pure function; the nearest first."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from shopkeeper.search import latin
from shopkeeper.search.asked import Asked, Reading, Way
from shopkeeper.search.fold import LOOSE_MARK, SOUND_MARK
from shopkeeper.search.hit import SEPARATOR, Reason
from shopkeeper.search.index import Term
from shopkeeper.search.names import Other, Read
from shopkeeper.search.phonetic import ARTICLE, abjad_skeletons, is_abjad, skeletons
from shopkeeper.search.slips import LONGEST_BEGINNING, PER_SLIP, SHORTEST_BEGINNING, slips_between

_DIGRAPH: Final = re.compile("ae|oe|ue")
_ARTICLES: Final = frozenset(("al", "el", "ul"))
_SPELLINGS: Final = 2  # of a word of another script, the commonest
_SHORTEST_GUESS: Final = 3  # letters; of two anything may be made
_COMMON: Final = 400  # people who have a word that begins so: it is no slip then
_MOST_SLIPS: Final = 8
_MOST_SOUNDS: Final = 12
# What a way of reading is worth at its best, where the word itself is worth a hundred.
_NEAR_NAME, _FAR_NAME, _SPELT, _READ, _NEARLY_READ = 84, 80, 83, 82, 72
_SOUND_AND_SLIP, _SOUND, _MARKED_SOUND, _SLIP = 86, 50, 66, 80
_ALIKE: Final = 24  # more for a word that sounds alike, the more of its letters are those typed
_PER_LETTER: Final = 1  # held against a beginning for each letter still to type
_FARTHEST: Final = 8


def of_strange_words(reading: Reading) -> Reading:
    """The same reading, but of no word among several that somebody's name begins with: that one may be meant."""

    def read(asked: Asked, place: int) -> Iterable[Way]:
        words = asked.query.words
        return reading(asked, place) if len(words) == 1 or not asked.known(words[place]) else ()

    return read


def other_names(asked: Asked, place: int) -> Iterator[Way]:
    """Bob is Robert, and Robert may be Bob."""
    for other in _called(asked, place):
        if not other.both:
            detail = SEPARATOR.join((asked.query.words[place].title(), other.written))
            yield Way(Term(other.word, whole=True), _NEAR_NAME, Reason.NICKNAME, detail)


def other_pet_names(asked: Asked, place: int) -> Iterator[Way]:
    """Bob may be Rob: both are Robert."""
    for other in _called(asked, place):
        if other.both:
            detail = SEPARATOR.join((asked.query.words[place].title(), other.written, other.both))
            yield Way(Term(other.word, whole=True), _FAR_NAME, Reason.NICKNAME, detail)


def _called(asked: Asked, place: int) -> Iterator[Other]:
    for spelt in _in_latin(asked.query.words[place]):
        yield from asked.names.also_called(spelt)


def _in_latin(word: str) -> tuple[str, ...]:
    """A typed word and, if it is of another script, how it is spelt in Latin letters."""
    return (word, *latin.forms(word)[:_SPELLINGS])


def other_spellings(asked: Asked, place: int) -> Iterator[Way]:
    """Mueller is Muller, and mac donald is Macdonald."""
    words = asked.query.words
    word = words[place]
    if word.isascii() and len(word) > 3 and (plain := _DIGRAPH.sub(lambda match: match.group()[0], word)) != word:
        yield Way(Term(plain), _SPELT, Reason.SPELLING)
    if place:
        yield Way(Term(words[place - 1] + word), _SPELT, Reason.SPELLING)
    if place + 1 < len(words):
        yield Way(Term(word + words[place + 1]), _SPELT, Reason.SPELLING)


def other_scripts(asked: Asked, place: int) -> Iterator[Way]:
    """Sergej is Сергей, tanaka is 田中, and иванов is Ivanov."""
    word = asked.query.words[place]
    if word.isascii():
        if word in _ARTICLES:
            yield Way(Term(ARTICLE), _READ, Reason.SCRIPT, word)
        for read in asked.names.read_as(word):
            yield from _read(read, _READ - _PER_LETTER * min(_FARTHEST, read.left))
        if len(word) >= _SHORTEST_GUESS:
            for loosely in latin.loosely(word):
                yield Way(Term(LOOSE_MARK + loosely), _READ, Reason.SCRIPT)
        return
    for form in (*asked.names.readings_of(word)[:8], *latin.forms(word)):
        yield Way(Term(form, whole=is_abjad(word)), _READ, Reason.SCRIPT, form)
        if not is_abjad(word):
            yield Way(Term(LOOSE_MARK + latin.loose(form)), _READ, Reason.SCRIPT, form)


def _read(read: Read, worth: float) -> Iterator[Way]:
    unvowelled = is_abjad(read.word)
    yield Way(Term(read.word, whole=unvowelled), worth, Reason.SCRIPT, read.reading)
    if unvowelled:  # الحداد is known as حداد
        yield Way(Term(ARTICLE + read.word, whole=True), worth, Reason.SCRIPT, read.reading)


def slips_of_readings(asked: Asked, place: int) -> Iterator[Way]:
    """Muhamad with a slip is محمد."""
    word = asked.query.words[place]
    if word.isascii() and len(word) > SHORTEST_BEGINNING:
        for read in asked.names.nearly_read_as(word):
            yield from _read(read, _NEARLY_READ)


def sounds(asked: Asked, place: int) -> Iterator[Way]:
    """Meyer sounds like Maier, and qahtani like القحطاني."""
    word = asked.query.words[place]
    if len(word) < _SHORTEST_GUESS:
        return
    heard = {word: abjad_skeletons(word)} if is_abjad(word) else {spelt: skeletons(spelt) for spelt in _in_latin(word)}
    alike: dict[str, float] = {}
    for spelt, sound in ((spelt, sound) for spelt, every in heard.items() for sound in every):
        for known, people in asked.index.sounding(sound):
            if known != word and (len(spelt) > _SHORTEST_GUESS or not set(known).isdisjoint(spelt)):  # Bob is no Pip
                alike[known] = max(alike.get(known, 0), _alike(spelt, known) + min(people, 50) / 50)
    if word.isascii():
        for sound in heard[word]:
            yield Way(Term(SOUND_MARK + sound, whole=len(sound) < 2), _MARKED_SOUND, Reason.SOUND)
    for known in sorted(alike, key=lambda one: -alike[one])[:_MOST_SOUNDS]:
        yield Way(Term(known, whole=True), alike[known], Reason.SOUND, known)


def _alike(typed: str, known: str) -> float:
    """What a word that sounds alike is worth: more than any slip, if that is all the difference there is."""
    slips = slips_between(typed, known, 2)
    if slips <= 2:
        return _SOUND_AND_SLIP - PER_SLIP * slips
    return _SOUND + _ALIKE * (1 - slips_between(typed, known, 5) / max(len(typed), len(known)))


def slips(asked: Asked, place: int) -> Iterator[Way]:
    """Duatre is Duarte, and smtih Smith, also while still typing."""
    word = asked.query.words[place]
    if len(word) < _SHORTEST_GUESS or word.isdecimal() or asked.known(word) > _COMMON:
        return
    found = [
        (people * _likelihood(word[:LONGEST_BEGINNING], known), known)
        for known, people in asked.index.slips(word)
        if _may_be_meant(word, known)
    ]
    kept: list[str] = []
    for _, known in sorted(found, reverse=True):
        if not any(known.startswith(shorter) for shorter in kept):
            kept.append(known)
            if len(kept) == _MOST_SLIPS:
                break
    if len(word) > LONGEST_BEGINNING:
        kept.append(word[: LONGEST_BEGINNING - 1])  # the slip may be farther on
    for known in kept:
        yield Way(Term(known), _SLIP, Reason.SLIP)


def _likelihood(typed: str, known: str) -> float:
    """Two slips are less likely than one, and a slip in the first letter less than one farther on."""
    likely = 1.0 if slips_between(typed, known, 2) <= 1 else 0.3
    return likely if known[0] in typed[:2] else likely / 10


def _may_be_meant(word: str, known: str) -> bool:
    """Whether a beginning may be what someone typed with one slip, and not merely shorter or longer."""
    typed, length = word[:LONGEST_BEGINNING], len(word)
    if typed.startswith(known):
        return False
    if length <= SHORTEST_BEGINNING:
        return len(known) == length + 1 or sorted(known) == sorted(word)
    if length < LONGEST_BEGINNING:
        if len(known) < length and (len(known) < length - 1 or (typed[1:] != known and typed[:-1] == known)):
            return False
    elif len(known) < LONGEST_BEGINNING - 1:
        return False
    return slips_between(typed, known, 2) <= (2 if length >= LONGEST_BEGINNING == len(known) else 1)
