"""Stages: the ways in which someone is looked for, each a pure function of what was asked; the surest first."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import combinations
from typing import Final, NamedTuple, TypeAlias

from shopkeeper.search.asked import Asked, Reading, Way
from shopkeeper.search.hit import Candidate, Reason
from shopkeeper.search.index import Row, Term
from shopkeeper.search.layouts import retyped
from shopkeeper.search.query import Query
from shopkeeper.search.rank import Meant, answered, held_against, likeness, score

Stage: TypeAlias = Callable[[Asked], Iterable[Candidate]]

# Rows read before ranking. They come with the regulars first, so those left out are strangers.
READ: Final = 60
# Rows that answer equally well and of which only the regulars can be shown.
SHOWN: Final = 20
_SHOWN_END: Final = 4
_TRUNK: Final = 1  # digits before a number that is dialled at home
_ENDS_SO: Final = 10  # points
_SHORTEST_FRAGMENT: Final = 3
MOST_WORDS: Final = 5  # words that are read in other ways than as typed
_SHORTEST_RETYPED: Final = 2  # signs; any key is a letter on some keyboard
_MOST_PARTED: Final = 3
_LEFT_OF_MORE: Final = 4  # letters that say who is meant where two words were left out
_LIKE: Final = 0.6  # of 1: more letters of two words are the same than not
_MOST_ALIKE: Final = 50  # what a word that was left out is worth where another is like it
SIFTED: Final = 200  # people of a name, and those of whom a thing is remembered, to find who is both


def by_code(asked: Asked) -> Iterable[Candidate]:
    """The card that was scanned."""
    code = asked.query.code
    return [Candidate(row, 0, Reason.CODE) for row in asked.index.codes(code)] if code else []


def by_name(asked: Asked) -> Iterable[Candidate]:
    """The words as beginnings, in any order, over every name someone has."""
    if asked.query.is_number and asked.query.digits:
        return []
    return [Candidate(row[0], score(*row, asked.query.words), Reason.NAME) for row in _named(asked, asked.query.words)]


def _named(asked: Asked, typed: Sequence[str]) -> Iterable[Row]:
    if not typed:
        return []
    names = asked.named
    rows = {row[0]: row for row in names([[Term(word)] for word in typed], READ)}
    if len(rows) >= READ:
        # Too many begin like this: whoever is called exactly so must not be among those left out.
        for row in names([[Term(word, whole=True)] for word in typed], SHOWN):
            rows[row[0]] = row
        if len(typed) > 1:
            nearly = [*([Term(word, whole=True)] for word in typed[:-1]), [Term(typed[-1])]]
            for row in names(nearly, SHOWN):
                rows[row[0]] = row
    return rows.values()


def by_phone(asked: Asked) -> Iterable[Candidate]:
    """Any fragment of a number; its last digits first. Beside a name, the two must agree."""
    query = asked.query
    if not query.digits or (query.names and query.is_number):
        return []
    for digits in _ways_to_dial(query):
        if found := _reached(asked, digits):
            return [
                Candidate(row, _phone_score(row, number, digits), Reason.PHONE, _shown_of(number, digits, query))
                for row, number in found
            ]
    return []


def _reached(asked: Asked, digits: str) -> Sequence[tuple[int, str]]:
    """Whose number has the digits and, where a name was typed beside them, who is called so."""
    names, index = asked.query.names, asked.index
    if not names:
        return index.phones(digits, READ)
    found = index.phones(digits, SIFTED)
    if len(found) < SIFTED:
        named = {row[0] for row in index.rows([row for row, _ in found]) if _is_called(row, names)}
        return [(row, number) for row, number in found if row in named]
    # Too many such numbers: asked for together with the name.
    return index.phones(digits, SHOWN, called=names)


def _is_called(row: Row, names: Sequence[str]) -> bool:
    words = f"{row[1]} {row[2]}".split()
    return all(any(word.startswith(name) for word in words) for name in names)


def _ways_to_dial(query: Query) -> Iterable[str]:
    """The digits as typed, then without what a number has only when it is dialled from elsewhere."""
    digits = query.digits
    yield digits
    if digits.startswith("00") and len(digits) > 8:
        digits = digits[2:]
        yield digits
    elif digits.startswith("0") and len(digits) > _SHORTEST_FRAGMENT:
        yield digits[1:]
        return
    if (query.raw.startswith("+") or query.digits.startswith("00")) and len(digits) > 9:
        for country in (1, 2, 3):
            yield digits[country:]


def _phone_score(row: int, number: str, digits: str) -> float:
    return (_ENDS_SO if number.endswith(digits) else 0) - held_against(row, Reason.PHONE)


def _shown_of(number: str, digits: str, query: Query) -> str:
    """A whole number as it was typed; else as much of its end as shows the digits, four at least."""
    at = number.rfind(digits)
    if at >= 0 and len(number) - len(digits) <= _TRUNK and len(digits) > _SHOWN_END:
        return query.raw if query.is_number else query.digits
    return "··" + number[min(at if at >= 0 else len(number), max(0, len(number) - _SHOWN_END)) :]


def read_as(*readings: Reading) -> Stage:
    """The words, each as itself or as whatever the readings make of it."""

    def stage(asked: Asked) -> Iterable[Candidate]:
        typed = asked.query.words[:MOST_WORDS]
        if asked.query.is_number:
            return []
        ways = [asked.ways(readings, place) for place in range(len(typed))]
        return _answers(asked, typed, ways) if any(ways) and asked.is_new(ways) else []

    return stage


def _answers(asked: Asked, typed: Sequence[str], ways: Sequence[Sequence[Way]]) -> Iterator[Candidate]:
    return (one for _, one in _answering_rows(asked, typed, ways))


def _answering_rows(
    asked: Asked, typed: Sequence[str], ways: Sequence[Sequence[Way]]
) -> Iterator[tuple[Row, Candidate]]:
    groups = [
        list(dict.fromkeys((Term(word), *(way.term for way in of_word))))
        for word, of_word in zip(typed, ways, strict=True)
    ]
    meant = [Meant(word, of_word) for word, of_word in zip(typed, ways, strict=True)]
    for row in asked.named(groups, READ):
        if found := answered(row, meant):
            yield row, found


def without_some_words(*readings: Reading) -> Stage:
    """All the words but one, or but two where the others are somebody's whole name; never a guess at those others.

    Of several people, whoever has a word most like the one left out.
    """

    def stage(asked: Asked) -> Iterable[Candidate]:
        typed = [word for word in asked.query.words[:MOST_WORDS] if word != "s"]  # of Ana's mum
        if len(typed) < 2 or asked.query.is_number:
            return []
        found = _all_but(1, asked, typed)
        if not found and len(typed) > 2:
            found = [one for one in _all_but(2, asked, typed) if one.is_whole and one.letters >= _LEFT_OF_MORE]
        return [one.found for one in found]

    def _all_but(few: int, asked: Asked, typed: Sequence[str]) -> list[_Left]:
        found: list[_Left] = []
        for kept in combinations(range(len(typed)), len(typed) - few):
            some = list(_with(asked, typed, kept))
            found += [one for one in some if one.is_whole or one.is_like] or some
        return found

    def _with(asked: Asked, typed: Sequence[str], kept: Sequence[int]) -> Iterator[_Left]:
        words = [typed[place] for place in kept]
        if not says_something(words):
            return
        places = [asked.query.words.index(word) for word in words]
        dropped = [word for place, word in enumerate(typed) if place not in kept]
        for row, one in _answering_rows(asked, words, [asked.ways(readings, place) for place in places]):
            known = f"{row[1]} {row[2]}".split()
            alike = max((likeness(" ".join(dropped), other) for other in known), default=0)
            worth = (one.score * len(words) + _MOST_ALIKE * alike) / len(typed)
            without = one._replace(score=worth, why=Reason.WITHOUT, detail=" ".join(dropped))
            # A word that stands for another does so whole.
            is_whole = all(word in known or word != other for word, other in zip(words, one.answers, strict=True))
            yield _Left(without, sum(map(len, words)), is_whole, alike >= _LIKE)

    return stage


class _Left(NamedTuple):
    """Someone found by some of the words."""

    found: Candidate
    letters: int  # of the words that are left
    is_whole: bool  # those words are whole words of their name
    is_like: bool  # another word of their name is like those left out


def by_parted_words(asked: Asked) -> Iterable[Candidate]:
    """Two words typed as one: johnsmith."""
    if len(asked.query.words) != 1:
        return
    (word,) = asked.query.words
    if len(word) < 2 * _SHORTEST_FRAGMENT or asked.known(word):
        return
    parted = [(word[:at], word[at:]) for at in range(_SHORTEST_FRAGMENT, len(word) - 1)]
    likely = sorted(
        ((min(asked.known(first), asked.known(last) if len(last) > 2 else 1), first, last) for first, last in parted),
        reverse=True,
    )
    for people, first, last in likely[:_MOST_PARTED]:
        if people:
            for row in asked.named([[Term(first, whole=True)], [Term(last)]], SHOWN):
                yield Candidate(row[0], score(*row, (first, last)), Reason.SPELLING, answers=(first, last))


def by_other_keyboard(asked: Asked) -> Iterable[Candidate]:
    """What the same keys would have written on the keyboard of a neighbour."""
    query = asked.query
    if query.is_number or len(query.raw) < _SHORTEST_RETYPED or all(asked.known(word) for word in query.words):
        return
    for text in retyped(query.raw):
        words = Query.parse(text).words
        if words and all(len(word) < _SHORTEST_FRAGMENT or asked.known(word) for word in words):
            for row in _named(asked, words):
                yield Candidate(row[0], score(*row, words), Reason.KEYBOARD, text, answers=words)


def says_something(words: Sequence[str]) -> bool:
    """Whether one of the words is long enough to tell a thing or a name by."""
    return max(map(len, words), default=0) >= _SHORTEST_FRAGMENT
