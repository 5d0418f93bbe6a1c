"""Stages: the ways in which someone is looked for, each a pure function of what was asked; the surest first."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final, TypeAlias

from shopkeeper.knowledge.kinship import GENDERED
from shopkeeper.search.asked import Asked, Reading, Way
from shopkeeper.search.fold import KIN_MARK, fold, tokens
from shopkeeper.search.hit import Candidate, Reason
from shopkeeper.search.index import Row, Term
from shopkeeper.search.keys import kin_key
from shopkeeper.search.layouts import retyped
from shopkeeper.search.query import Query
from shopkeeper.search.rank import TIER_SHIFT, Meant, answered, kin_score, likeness, score

Stage: TypeAlias = Callable[[Asked], Iterable[Candidate]]

# Rows read before ranking. They come with the regulars first, so those left out are strangers.
READ: Final = 60
# Rows that answer equally well and of which only the regulars can be shown.
_SHOWN: Final = 20
_SHOWN_END: Final = 4
_SHORTEST_FRAGMENT: Final = 3
_MOST_WORDS: Final = 5  # words that are read in other ways than as typed
_MOST_PARTED: Final = 3
_MOST_ALIKE: Final = 50  # what a word that was left out is worth where another is like it
_WHOLE_THING: Final = 8  # more for a word of a thing typed to its end: house 10 before house 107
_SIFTED: Final = 200  # people of a name, and those of whom a thing is remembered, to find who is both


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
        for row in names([[Term(word, whole=True)] for word in typed], _SHOWN):
            rows[row[0]] = row
        if len(typed) > 1:
            nearly = [*([Term(word, whole=True)] for word in typed[:-1]), [Term(typed[-1])]]
            for row in names(nearly, _SHOWN):
                rows[row[0]] = row
    return rows.values()


def by_phone(asked: Asked) -> Iterable[Candidate]:
    """Any fragment of a number; its last digits first. Beside a name, the two must agree."""
    query, index = asked.query, asked.index
    if not query.digits or (query.names and query.is_number):
        return []
    for digits in _ways_to_dial(query):
        found = index.phones(digits, _SIFTED if query.names else READ)
        if query.names:
            named = {row[0] for row in index.rows([row for row, _ in found]) if _is_called(row, query.names)}
            found = [(row, number) for row, number in found if row in named]
        if found:
            return [
                Candidate(row, _phone_score(row, number, digits), Reason.PHONE, _end_of(number, digits))
                for row, number in found
            ]
    return []


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
    return (2.0 if number.endswith(digits) else 1.0) - (row >> TIER_SHIFT) / 8


def _end_of(number: str, digits: str) -> str:
    """As much of a number's end as shows the digits typed, four at least."""
    at = number.rfind(digits)
    return number[min(at if at >= 0 else len(number), max(0, len(number) - _SHOWN_END)) :]


def read_as(*readings: Reading) -> Stage:
    """The words, each as itself or as whatever the readings make of it."""

    def stage(asked: Asked) -> Iterable[Candidate]:
        typed = asked.query.words[:_MOST_WORDS]
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


def without_one_word(*readings: Reading) -> Stage:
    """All the words but one; of those, whoever has a word most like the one left out."""

    def stage(asked: Asked) -> Iterable[Candidate]:
        typed = asked.query.words[:_MOST_WORDS]
        if len(typed) < 2 or asked.query.is_number:
            return
        ways = [asked.ways(readings, place) for place in range(len(typed))]
        for place, word in enumerate(typed):
            left = [*typed[:place], *typed[place + 1 :]]
            if max(map(len, left)) < _SHORTEST_FRAGMENT:
                continue
            for row, one in _answering_rows(asked, left, [*ways[:place], *ways[place + 1 :]]):
                alike = max((likeness(word, other) for other in f"{row[1]} {row[2]}".split()), default=0)
                worth = (one.score * len(left) + _MOST_ALIKE * alike) / len(typed)
                yield one._replace(score=worth, why=Reason.WITHOUT, detail=word)

    return stage


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
            for row in asked.named([[Term(first, whole=True)], [Term(last)]], _SHOWN):
                yield Candidate(row[0], score(*row, (first, last)), Reason.SPELLING, answers=(first, last))


def by_other_keyboard(asked: Asked) -> Iterable[Candidate]:
    """What the same keys would have written on the keyboard of a neighbour."""
    query = asked.query
    if query.is_number or all(asked.known(word) for word in query.words):
        return
    for text in retyped(query.raw):
        words = Query.parse(text).words
        if words and all(len(word) < _SHORTEST_FRAGMENT or asked.known(word) for word in words):
            for row in _named(asked, words):
                yield Candidate(row[0], score(*row, words), Reason.KEYBOARD, text, answers=words)


def by_relation(asked: Asked) -> Iterable[Candidate]:
    """Leo's mum, mum of Leo, leos mum: a family word beside a name."""
    words = asked.query.words
    if len(words) < 2 or asked.query.is_number:
        return
    for place, said in enumerate(words):
        kinds = asked.names.kinds_of(said)
        whose = [word for at, word in enumerate(words) if at != place and word not in _OF]
        if not kinds or not whose:
            continue
        groups = [
            [Term(kin_key(name, kind)) for name in dict.fromkeys((word, word.removesuffix("s"))) for kind in kinds]
            for word in whose
        ]
        for row in asked.named(groups, READ):
            names = tuple(term.word for group in groups for term in group)
            yield Candidate(
                row[0],
                kin_score(row[3], names, (said, _GENDERED.get(said, said))) - (row[0] >> TIER_SHIFT) / 8,
                Reason.RELATION,
                said,
                tuple(whose),
            )


# Mother, where someone's own pronouns say that she is one, and the shop has no word of its own for her.
_GENDERED: Final = {fold(word.text): str(gender) for (_, gender), word in GENDERED.items()}
# Words beside a name that say whose, in the languages of the table of kin.
_OF: Final = frozenset(("s", "the", "of", "de", "du", "d", "la", "le", "von", "vom", "der", "die", "das", "del", "el"))


def by_kin(asked: Asked) -> Iterable[Candidate]:
    """One word: those whose kin are called so."""
    return _of_kin(asked, whole=False)


def by_whole_kin(asked: Asked) -> Iterable[Candidate]:
    """One word that is the whole name of someone's kin."""
    return _of_kin(asked, whole=True)


def _of_kin(asked: Asked, *, whole: bool) -> Iterator[Candidate]:
    if len(asked.query.words) != 1 or asked.query.is_number:
        return
    (word,) = asked.query.words
    for row in asked.index.names([[Term(kin_key(word) if whole else KIN_MARK + word)]], READ):
        yield Candidate(row[0], score(*row, asked.query.words), Reason.KIN)


def by_name_and_kin(asked: Asked) -> Iterable[Candidate]:
    """Several words, each of which is theirs or their kin's: ana leo.

    Those who answer by their own names alone were found before, and there are few of them, or nobody would ask.
    """
    # A single letter begins too many names, unless it is the word that is being typed.
    words = [word for word in asked.query.words if len(word) > 1 or word == asked.query.words[-1]]
    if len(words) < 2 or asked.query.is_number:
        return []
    rows = asked.named([[Term(word), Term(KIN_MARK + word)] for word in words], READ)
    return [Candidate(row[0], score(*row, words), Reason.KIN) for row in rows]


def by_name_and_memory(asked: Asked) -> Iterable[Candidate]:
    """What is remembered of someone beside their name: ana beagle, silva elm 4."""
    words = asked.query.words[:_MOST_WORDS]
    if asked.query.is_number:
        return
    for at in range(1, len(words)):
        # A thing may be said first if it is one word: biscuit anna.
        for names, things in ((words[:at], words[at:]), (words[at:], words[:at]))[: 2 if at == 1 else 1]:
            if _says_something(names) and _says_something(things):
                yield from _named_and_remembered(asked, names, things)


def _named_and_remembered(asked: Asked, names: tuple[str, ...], things: Sequence[str]) -> Iterable[Candidate]:
    named = {row[0]: row for row in asked.named([[Term(word)] for word in names], _SIFTED)}
    if not named:
        return
    if len(named) < _SIFTED:
        told = asked.index.remembered(things, _SHOWN, among=list(named))
    else:
        told = asked.index.remembered(things, _SHOWN, called=names)
        named = {row[0]: row for row in asked.index.rows([row for row, _ in told])}
    for row, thing in told:
        if row in named:
            whole = _WHOLE_THING * len({*things} & {*tokens(thing)})
            yield Candidate(row, score(*named[row], names) + whole, Reason.MEMORY, thing, names)


def by_memory(asked: Asked) -> Iterable[Candidate]:
    """What is remembered of someone, and nothing else: beagle, elm 4."""
    if asked.query.is_number or not _says_something(asked.query.words):
        return
    for row, thing in asked.index.remembered(asked.query.words, READ):
        yield Candidate(row, 1 - (row >> TIER_SHIFT) / 8, Reason.MEMORY, thing)


def _says_something(words: Sequence[str]) -> bool:
    return max(map(len, words), default=0) >= _SHORTEST_FRAGMENT
