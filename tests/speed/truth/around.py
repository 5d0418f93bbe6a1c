"""Queries that ask for somebody by what stands around their name: a number, a card, a child, an animal, a street."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from tests.speed.truth.book import LATIN, Book, Someone, chance
from tests.speed.truth.hand import plain, words
from tests.speed.truth.kinds import specific


class Asked(NamedTuple):
    """A query, and the places in the book of all who are meant by it."""

    kind: str
    script: str
    text: str
    right: frozenset[int]


_MEN: Final = (
    "Arthur", "Callum", "Edwin", "George", "Harry", "Jack", "Lewis", "Miles", "Oliver", "Owen", "Ralph", "Simon",
    "William",
)  # fmt: skip
_REMEMBERED: Final = ("en", "pt", "de", "fr", "es")
_TRIED: Final = 4000


def _some(book: Book, kind: str, places: Iterable[int]) -> list[Someone]:
    """Some thousand of these people, in an order of their own for each kind."""
    chosen = [book.people[place] for place in places]
    step = max(1, len(chosen) // _TRIED)
    return sorted(chosen[::step], key=lambda one: chance(kind, one.uid))


def phone_ends(book: Book) -> Iterator[Asked]:
    """The last four digits, or as many as nobody else's number ends with."""
    owners = _owners(book)
    ends = {length: Counter(number[-length:] for number in owners) for length in range(4, 8)}
    numbers = sorted(list(owners)[:: max(1, len(owners) // _TRIED)], key=lambda number: chance("end", number))
    for number in numbers:
        for length in range(4, 6 if book.size < 200_000 else 7):
            if ends[length][number[-length:]] == 1:
                yield Asked("phone end", "digits", number[-length:], owners[number])
                break


def phone_middles(book: Book) -> Iterator[Asked]:
    """Some digits in a row from the midst of a number."""
    owners = _owners(book)
    everything = " ".join(owners)
    length = 5 if book.size < 50_000 else 6
    numbers = sorted(list(owners)[:: max(1, len(owners) // _TRIED)], key=lambda number: chance("middle", number))
    for number in numbers:
        part = number[-1 - length : -1]
        if everything.count(part) == 1:
            shown = f"{part[:-3]} {part[-3:]}" if chance("shown", number) % 2 else part
            yield Asked("phone middle", "digits", shown, owners[number])


def _owners(book: Book) -> dict[str, frozenset[int]]:
    owners: dict[str, set[int]] = defaultdict(set)
    for place, number in book.phones:
        owners[number].add(place)
    return {number: frozenset(places) for number, places in owners.items()}


def phones_with_names(book: Book) -> Iterator[Asked]:
    """A given name and the last digits of the number."""
    ends: dict[str, set[int]] = defaultdict(set)
    for place, number in book.phones:
        for length in (3, 4, 5, 6):
            ends[number[-length:]].add(place)
    numbers = dict(book.phones)
    for one in _some(book, "phone and name", numbers):
        given = words(plain(one.given))
        if one.language != "en" or not given:
            continue
        for length in (3, 4, 5, 6):
            digits = numbers[one.place][-length:]
            found = ends[digits] & book.beginning(given[0])
            if found <= book.same_name(one):
                text = f"{given[0]} {digits}" if chance(digits) % 2 else f"{digits} {given[0]}"
                yield Asked("phone and name", "Latin", text, frozenset(found))
                break


def codes(book: Book) -> Iterator[Asked]:
    """The whole code of a card, as a reader sends it."""
    values = dict(book.codes)
    for one in _some(book, "code", values):
        yield Asked("code", "digits", values[one.place], frozenset([one.place]))


def kin(book: Book) -> Iterator[Asked]:
    """Somebody's child, and what they are to the child."""
    parents: dict[int, set[int]] = defaultdict(set)
    for one, other in book.children:
        parents[other].add(one)
    for child in _some(book, "kin", parents):
        row = specific(book, child)
        parent = book.people[min(parents[child.place])]
        if not row or child.language != "en" or parent.language != "en":
            continue
        right = {place for same in book.same_name(child) for place in parents.get(same, ())}
        right |= {same for place in right for same in book.same_name(book.people[place])}
        number = chance("kin", child.uid)
        short, long = ("dad", "father") if parent.given in _MEN else ("mum", "mother")
        called = (f"'s {short}", f" {short}", f" {long}", f"'s {long}")[number % 4]
        yield Asked("kin", "Latin", " ".join(row) + called, frozenset(right))


def children(book: Book) -> Iterator[Asked]:
    """A child by their own name: the child stands first, their parents below."""
    for child in _some(book, "child", dict.fromkeys(child for _, child in book.children)):
        if child.language in LATIN and (row := specific(book, child)):
            yield Asked("child", "Latin", " ".join(row), frozenset(book.same_name(child)))


def two_of_one_home(book: Book) -> Iterator[Asked]:
    """A parent and their child, named in one breath: either is right."""
    pairs = sorted(book.children[:: max(1, len(book.children) // _TRIED)], key=lambda pair: chance("two", *pair))
    for pair in pairs:
        parent, child = (book.people[place] for place in pair)
        if not (parent.language == child.language == "en" and parent.given != child.given):
            continue
        family = plain(parent.family)
        for length in (0, 3, 4, 5, 6, 7):
            row = [plain(parent.given), plain(child.given), family[:length]][: 3 if length else 2]
            if not book.fits(row) and _pairs(book, row) == {pair}:
                yield Asked("two of one home", "Latin", " ".join(row), frozenset(pair))
                break


def _pairs(book: Book, row: list[str]) -> set[tuple[int, int]]:
    """Every parent and child who have, between them, all of the words."""
    having = [book.beginning(word) for word in row]
    wanted = [
        pair
        for pair in book.children
        if (pair[0] in having[0] and pair[1] in having[1]) or (pair[0] in having[1] and pair[1] in having[0])
    ]
    return {pair for pair in wanted if len(row) < 3 or pair[0] in having[2] or pair[1] in having[2]}


def animals(book: Book) -> Iterator[Asked]:
    """A given name and an animal's."""
    keepers: dict[str, set[int]] = defaultdict(set)
    animals_of: dict[int, str] = {}
    for people, animal in book.pets:
        keepers[animal].update(people)
        animals_of.update(dict.fromkeys(people, animal))
    for one in _some(book, "animal", animals_of):
        animal = animals_of[one.place]
        yield from _remembered(book, "animal", one, keepers[animal], animal.casefold())


def streets(book: Book) -> Iterator[Asked]:
    """A given name and a street, with the number of the house where that is needed."""
    living: dict[str, set[int]] = defaultdict(set)
    at_home: dict[int, str] = {}
    for people, street in book.streets:
        number, name = street.split(" ", 1)
        living[name].update(people)
        living[street].update(people)
        at_home.update(dict.fromkeys(people, street))
    for one in _some(book, "street", at_home):
        number, name = at_home[one.place].split(" ", 1)
        first = words(plain(name))[0]
        found = list(_remembered(book, "street", one, living[name], first))
        if not found or len(found[0].text.split()) > 2:
            found = list(_remembered(book, "street", one, living[f"{number} {name}"], f"{first} {number}")) or found
        yield from found


def _remembered(book: Book, kind: str, one: Someone, these: set[int], thing: str) -> Iterator[Asked]:
    given, family = words(plain(one.given)), words(plain(one.family))
    if one.language not in _REMEMBERED or not given or not family or book.fits([given[0], *thing.split()]):
        return
    for length in (0, 3, 4, 5, 6):
        row = [given[0], family[-1][:length]][: 2 if length else 1]
        found = these & book.fits(row)
        if found == {one.place}:
            yield Asked(kind, "Latin", " ".join([*row, thing]), frozenset(found))
            return


AROUND: Final = (
    (phone_ends, 24),
    (phone_middles, 24),
    (phones_with_names, 24),
    (codes, 20),
    (kin, 30),
    (children, 20),
    (two_of_one_home, 24),
    (animals, 24),
    (streets, 28),
)
