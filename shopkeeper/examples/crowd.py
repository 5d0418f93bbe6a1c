"""Crowd: the street multiplied, for speed, crash and merge tests. The same seed gives the same town everywhere.

One person in twenty bears a name that somebody else bears, one in fifty was written down twice by mistake,
and the names are those of twenty-two countries in their own scripts. Homes are made one after the other,
so that a million people need no more memory than a street.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Generator, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from math import gcd
from typing import Final

from shopkeeper.domain.allergy import AllergyIntolerance, Asked, Category, Severity
from shopkeeper.domain.concern import Concern
from shopkeeper.domain.household import Household, Membership, Relationship
from shopkeeper.domain.interest import Interest, InterestKind
from shopkeeper.domain.kindness import Direction, Kindness
from shopkeeper.domain.note import Note
from shopkeeper.domain.occasion import Occasion
from shopkeeper.domain.partial_date import PartialDate
from shopkeeper.domain.person import Adr, Code, Email, Name, Person, Tel
from shopkeeper.domain.pet import Pet
from shopkeeper.domain.promise import Promise
from shopkeeper.domain.record import Record, Uid
from shopkeeper.domain.visit import Visit
from shopkeeper.examples.pools import POOLS, Pool

_SHARED: Final = 0.028  # whoever takes a name makes two who bear it
_TWICE: Final = 0.02
_REMEMBERED: Final = 4096  # names that may be borne again
_MASK: Final = (1 << 64) - 1
# A day long before the program existed: no uid of the crowd is ever one of the street or a real one.
_FIRST_TIME: Final = 1_600_000_000_000

_TOWN: Final = tuple(pool for pool in POOLS for _ in range(pool.weight))
_STREETS: Final = (
    "Elm St", "Oak St", "Mill Lane", "Station Rd", "Harbour St", "Church Walk", "High St", "Bridge St", "Orchard Rd",
    "Chapel Hill", "Quarry Rd", "Meadow Way", "Tannery Row", "Ferry Rd", "Well Close", "Rope Walk", "Abbey Rd",
    "Cooper St", "Fountain Sq", "Windmill Rd",
)  # fmt: skip
_FOODS: Final = (
    "tree nuts",
    "peanuts",
    "sesame",
    "milk",
    "eggs",
    "wheat",
    "soya",
    "mustard",
    "celery",
    "lupin",
    "fish",
)
_MEDICINES: Final = ("penicillin", "codeine", "ibuprofen", "aspirin", "sulfa")
_CARES: Final = (
    "keeps bees", "plays the cello", "bakes sourdough", "grows dahlias", "sings in the choir", "runs at dawn",
    "paints signs", "repairs clocks", "rows", "plays chess", "knits", "walks the coast path",
)  # fmt: skip
_PETS: Final = (("Biscuit", "beagle"), ("Moss", "cat"), ("Pepper", "terrier"), ("Tilly", "rabbit"), ("Bruno", "boxer"))
_ILLS: Final = ("flu", "a new hip", "the driving test", "the move", "a broken wrist", "exams")
_SEVERITIES: Final = tuple(Severity)


class _Dice:
    """Chance that is the same in every Python (splitmix64)."""

    __slots__ = ("_state",)

    def __init__(self, seed: int) -> None:
        self._state = (seed * 0x9E3779B97F4A7C15 + 0x1234567) & _MASK

    def roll(self) -> int:
        """Sixty-four bits."""
        self._state = (self._state + 0x9E3779B97F4A7C15) & _MASK
        z = self._state
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & _MASK
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & _MASK
        return z ^ (z >> 31)

    def below(self, n: int) -> int:
        """A number from 0 to n - 1."""
        return self.roll() % n

    def happens(self, share: float) -> bool:
        """Whether something happens that happens to such a share of people."""
        return self.roll() < share * 18446744073709551616.0


def crowd(n: int, seed: int = 0, today: date = date(2026, 11, 22)) -> Iterator[Record]:
    """The records of n people, home by home; what is referred to comes before what refers to it."""
    town, left = _Town(seed, today), n
    while left > 0:
        left -= yield from town.home(left)


class _Town:
    """Where the crowd lives, written down home by home."""

    def __init__(self, seed: int, today: date) -> None:
        self._dice = _Dice(seed)
        self._today = today
        self._count = 0
        self._homes = [0] * len(POOLS)
        self._strides = [_stride(_units(pool)) for pool in POOLS]
        self._borne: list[Name] = []

    def home(self, most: int) -> Generator[Record, None, int]:
        """The next home with everyone in it; says how many people that was, at most so many."""
        dice = self._dice
        pool = _TOWN[dice.below(len(_TOWN))]
        members = min(most, (1, 1, 1, 2, 2, 2, 3, 4, 4, 5)[dice.below(10)])
        names = self._names(pool, members)
        shared = Household(uid=self._uid(), name=names[0].family) if members > 1 else None
        people: list[Uid] = []
        if shared:
            yield shared
        for place, name in enumerate(names):
            uid = self._uid()
            people.append(uid)
            yield Person(uid=uid, name=name, language=pool.language)
            if shared:
                yield Membership(uid=self._uid(), person_uid=uid, household_uid=shared.uid)
            yield from self._kept(uid, is_child=place > 1)
        for place, uid in enumerate(people[1:]):
            kind = "child" if place else "spouse"
            yield Relationship(uid=self._uid(), person_uid=people[0], kind=kind, related_uid=uid)
        owner = shared.uid if shared else people[0]
        number = _telephone(pool, dice)
        adr = Adr(
            uid=self._uid(),
            owner_uid=owner,
            street=f"{1 + dice.below(180)} {_STREETS[dice.below(len(_STREETS))]}",
            locality="Millbrook",
        )
        yield adr
        yield Tel(uid=self._uid(), owner_uid=people[0], value=number, types=("cell",))
        if dice.happens(0.08):
            called, species = _PETS[dice.below(len(_PETS))]
            yield Pet(uid=self._uid(), owner_uid=owner, name=called, species=species)
        if most > members and dice.happens(_TWICE * 2.4):  # homes hold 2.5 people
            yield from self._again(names[0], number, adr)
            members += 1
        return members

    def _again(self, name: Name, number: str, adr: Adr) -> Iterator[Record]:
        """Somebody who was written down a second time, a little otherwise."""
        uid = self._uid()
        yield Person(uid=uid, name=_otherwise(name, self._dice.below(4)))
        yield Tel(uid=self._uid(), owner_uid=uid, value=number.replace(" ", ""))
        yield replace(adr, uid=self._uid(), owner_uid=uid)

    def _names(self, pool: Pool, members: int) -> list[Name]:
        """The names of one home: one family, a given name each; nobody else's, save for the few that are shared."""
        place = POOLS.index(pool)
        number = self._homes[place]
        self._homes[place] += 1
        again, unit = divmod(number, _units(pool))
        family, block = divmod(unit * self._strides[place] % _units(pool), len(pool.givens) // _BLOCK)
        family_name = pool.families[family]
        names = []
        for member in range(members):
            given = pool.givens[block * _BLOCK + member]
            middle = pool.givens[(again - 1) % len(pool.givens)] if again else ""
            names.append(_name(pool, given, middle, family_name.replace("_", " ").strip()))
        for member, name in enumerate(names):
            if self._dice.happens(_SHARED) and self._borne:
                names[member] = self._borne[self._dice.below(len(self._borne))]
            elif len(self._borne) < _REMEMBERED:
                self._borne.append(name)
            else:
                self._borne[self._dice.below(_REMEMBERED)] = name
        return names

    def _kept(self, uid: Uid, *, is_child: bool) -> Iterator[Record]:
        """What is kept about one person: of most people little, of some a lot."""
        dice, today = self._dice, self._today
        if dice.happens(0.6):
            born = today - timedelta(days=365 * 3 + dice.below(365 * (10 if is_child else 75)))
            year = born.year if dice.happens(0.6) else None
            day = 28 if (born.month, born.day) == (2, 29) else born.day
            on = PartialDate(year=year, month=born.month, day=day)
            yield Occasion(uid=self._uid(), person_uid=uid, kind="birthday", on=on)
        if dice.happens(0.07):
            is_food = dice.happens(0.7)
            yield AllergyIntolerance(
                uid=self._uid(),
                person_uid=uid,
                category=Category.FOOD if is_food else Category.MEDICINE,
                substance=_FOODS[dice.below(len(_FOODS))] if is_food else _MEDICINES[dice.below(len(_MEDICINES))],
                severity=_SEVERITIES[dice.below(len(_SEVERITIES))],
                told_on=today - timedelta(days=dice.below(900)),
            )
        elif dice.happens(0.2):
            asked = today - timedelta(days=dice.below(700))
            yield Asked(uid=self._uid(), person_uid=uid, category=Category.FOOD, asked_on=asked)
        if dice.happens(0.25):
            text = _CARES[dice.below(len(_CARES))]
            yield Interest(uid=self._uid(), person_uid=uid, kind=InterestKind.INTEREST, text=text)
        if dice.happens(0.75):
            yield Visit(uid=self._uid(), person_uid=uid, at=self._moment((90, 365, 1100)[dice.below(3)]))
        rare = dice.below(100)
        if rare < 15:
            yield Code(uid=self._uid(), person_uid=uid, value=f"29{self._count:010}")
        elif rare < 18:
            on = _month(today - timedelta(days=dice.below(500)))
            way = Direction.GIVEN if rare % 2 else Direction.RECEIVED
            yield Kindness(uid=self._uid(), person_uid=uid, direction=way, text="a jar of jam", on=on)
        elif rare < 19:
            when = today - timedelta(days=dice.below(40))
            what = _ILLS[dice.below(len(_ILLS))]
            since = PartialDate(year=when.year, month=when.month, day=when.day)
            yield Concern(uid=self._uid(), person_uid=uid, what=what, since=since)
        elif rare < 23:
            yield Note(uid=self._uid(), person_uid=uid, text="pays in coins", written_on=today)
        elif rare < 30:
            yield Email(uid=self._uid(), owner_uid=uid, value=f"person{self._count}@town.example")
        elif rare < 31:
            yield Promise(uid=self._uid(), person_uid=uid, text="the recipe", made_on=today)

    def _moment(self, days: int) -> datetime:
        day = self._today - timedelta(days=1 + self._dice.below(days))
        return datetime.combine(day, time(8 + self._dice.below(10), self._dice.below(60)), UTC)

    def _uid(self) -> Uid:
        """The next UUIDv7: later ones are greater, as those of a real book are."""
        self._count += 1
        at, tail = _FIRST_TIME + (self._count >> 12), self._dice.roll()
        stamp, rest = f"{at:012x}", f"{tail & 0x0FFF_FFFF_FFFF_FFFF:015x}"
        return f"{stamp[:8]}-{stamp[8:]}-7{self._count & 0xFFF:03x}-8{rest[:3]}-{rest[3:]}"


_BLOCK: Final = 5  # given names that one home may use


@cache
def _units(pool: Pool) -> int:
    """How many homes there are in which nobody is called like anybody elsewhere."""
    return len(pool.families) * (len(pool.givens) // _BLOCK)


def _stride(units: int) -> int:
    """A step that visits every unit once, far apart from the one before."""
    step = int(units * 0.618) or 1
    while gcd(step, units) != 1:
        step += 1
    return step


def _name(pool: Pool, given: str, middle: str, family: str) -> Name:
    if pool.family_first:
        return Name(formatted=f"{family}{middle}{given}", given=f"{middle}{given}", family=family)
    parts = (given, middle, family)
    return Name(formatted=" ".join(part for part in parts if part), given=given, additional=middle, family=family)


def _telephone(pool: Pool, dice: _Dice) -> str:
    digits = f"{dice.below(10_000_000):07}"
    return f"{pool.dial} 555 {digits[:3]} {digits[3:]}"


def _month(day: date) -> PartialDate:
    return PartialDate(year=day.year, month=day.month)


def _otherwise(name: Name, way: int) -> Name:
    """A name as somebody in a hurry writes it: without accents, an initial, the family first, or one letter lost."""
    given, family = name.given, name.family
    match way:
        case 0:
            plain = unicodedata.normalize("NFKD", name.formatted)
            return Name(formatted="".join(char for char in plain if not unicodedata.combining(char)))
        case 1:
            return Name(formatted=f"{given[:1]}. {family}", given=f"{given[:1]}.", family=family)
        case 2:
            return Name(formatted=f"{family}, {given}")
        case _:
            cut = max(1, len(family) // 2)
            lost = family[:cut] + family[cut + 1 :]
            return Name(formatted=f"{given} {lost}", given=given, family=lost)
