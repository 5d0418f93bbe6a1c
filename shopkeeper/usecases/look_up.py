"""Look someone up: the people whom the typed words may mean, and the card of one of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from string import ascii_lowercase
from typing import Final

from shopkeeper.domain.memory import Around, Memory
from shopkeeper.domain.phrase import Phrase, verbatim
from shopkeeper.domain.record import Uid
from shopkeeper.knowledge import Knowledge
from shopkeeper.remember.card import Card, what_to_remember
from shopkeeper.remember.names import dotted
from shopkeeper.remember.reminder import Mark
from shopkeeper.remember.tell_apart import badges, result_line
from shopkeeper.search.cascade import always
from shopkeeper.search.fold import tokens
from shopkeeper.search.hit import Hit, Reason
from shopkeeper.search.names import NO_NAMES, Names
from shopkeeper.usecases.shop import Shop

# Rows that are kept in mind between two keys: a few hundred bytes each.
_MOST_SEEN = 500
_WARMED = 4
_SHORTEST_NUMBER = 4
_AT_ONCE = 4  # rows out of sight, for which no key waits longer than a millisecond or two


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One result: who it may be, why they were found, and the quiet line that tells them from others."""

    person_uid: Uid
    name: str
    matched: tuple[tuple[int, int], ...] = ()  # the parts of the name that were typed
    line: Phrase
    reason: Phrase | None  # None: the name itself says why
    badges: frozenset[Mark] = frozenset()
    is_whole: bool = True  # False: line and badges are not read yet, since nobody can see this row


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The results, best first, and how many people the book knows."""

    rows: tuple[Row, ...] = ()
    total: int = 0
    is_whole: bool = True  # False: there is more to say about these rows, or more of them below


@dataclass(frozen=True, slots=True)
class Aside:
    """What a row may say beside the name: the same for every search, until something is written down."""

    lines: tuple[Phrase, ...]
    badges: frozenset[Mark]


class Seen:
    """What one key's search leaves for the next: rows repeat while a name is typed, and each costs 0.3 ms to tell."""

    def __init__(self, names: Names = NO_NAMES) -> None:
        """Nothing was seen yet; `names` is what is known of names, which no writing changes."""
        self.names = names
        # Whether they were found through a relative counts: the reason says the family then.
        self.asides: dict[tuple[Uid, bool], Aside] = {}
        self.total: int | None = None
        self.best: tuple[Memory, Around] | None = None  # whose card is asked for next
        self.card: tuple[Card, datetime] | None = None

    def forget(self) -> None:
        """Something was written down: what was seen may no longer be so."""
        self.asides.clear()
        self.total = self.best = self.card = None


class Looking:
    """One search, which may pause: at first whoever can be seen, the rest below them when no key waits."""

    def __init__(self, shop: Shop, text: str, limit: int = 20, seen: Seen | None = None) -> None:
        """Ask nothing yet. Whoever hands in `seen` lets it forget when anything is written."""
        self._shop, self._seen = shop, seen or Seen(names_of(shop))
        self._finding = shop.store.look(text, limit=limit, names=self._seen.names)
        self._hits: tuple[Hit, ...] = ()
        self._gone: set[Uid] = set()  # whom another process has taken out of the book since they were found
        self._in_sight = limit

    def begin(self, in_sight: int, may_go_on: Callable[[], bool] = always) -> Found:
        """Whoever is found while the search may go on; of these only the rows in sight are whole."""
        self._in_sight = in_sight
        self._find(may_go_on)
        return self._told(lambda: False)

    def go_on(self, may_go_on: Callable[[], bool] = always) -> Found:
        """The same rows and those found since, below them; the others are made whole one by one, while it may."""
        self._find(may_go_on)
        return self._told(may_go_on)

    def _find(self, may_go_on: Callable[[], bool]) -> None:
        if self._finding.is_done:
            return
        self._hits = self._finding.go_on(may_go_on)
        while not self._hits and not self._finding.is_done:
            # That there is nobody is said only when it is sure: one stage after the other, until somebody is found.
            self._hits = self._finding.go_on(_once())

    def _told(self, may_go_on: Callable[[], bool]) -> Found:
        seen, now = self._seen, self._shop.clock.now()
        if seen.total is None or len(seen.asides) > _MOST_SEEN:
            seen.forget()
            seen.total = self._shop.store.count()
        self._read(self._untold(self._hits[: self._in_sight]), now)
        untold = self._untold(self._hits)
        for at in range(0, len(untold), _AT_ONCE):
            if not may_go_on():
                break
            self._read(untold[at : at + _AT_ONCE], now)
        rows = tuple(_row(hit, seen.asides.get(_key(hit))) for hit in self._hits if hit.person_uid not in self._gone)
        is_whole = self._finding.is_done and all(row.is_whole for row in rows)
        return Found(rows=rows, total=seen.total, is_whole=is_whole)

    def _untold(self, hits: Sequence[Hit]) -> Sequence[Hit]:
        return [hit for hit in hits if _key(hit) not in self._seen.asides and hit.person_uid not in self._gone]

    def _read(self, hits: Sequence[Hit], now: datetime) -> None:
        """Keep in mind what their rows say; of the first row also what its card will ask for."""
        if not hits:
            return
        people = {read[0].uid: read for read in self._shop.store.people([hit.person_uid for hit in hits])}
        for hit in hits:
            if (read := people.get(hit.person_uid)) is not None:
                self._seen.asides[_key(hit)] = _aside(self._shop, hit, *read, now)
            else:
                self._gone.add(hit.person_uid)
        if hits[0] is self._hits[0]:
            self._seen.best = people.get(hits[0].person_uid)


def names_of(shop: Shop) -> Names:
    """What the program knows of names, as a search asks it."""
    return _folded(shop.knowledge)


@lru_cache(maxsize=1)
def _folded(knowledge: Knowledge) -> Names:
    # Folding takes longer than any search, so it is done once for a program, not once for a search.
    return Names(knowledge.names(), knowledge.kinship)


def warmed(shop: Shop, seen: Seen) -> Iterator[None]:
    """What the first searches would have to wait for, a few milliseconds at each step."""
    for fold in (seen.names.also_called, seen.names.read_as, seen.names.readings_of, seen.names.kinds_of):
        fold("warm")
        yield
    for letter in ascii_lowercase:
        Looking(shop, letter, seen=seen).begin(_WARMED, lambda: False)
        yield


def find(shop: Shop, text: str, limit: int = 20) -> Found:
    """Whom the typed words may mean, best first."""
    return Looking(shop, text, limit).go_on()


def scanned(shop: Shop, code: str) -> tuple[Uid, ...]:
    """Whose loyalty card has this code."""
    hits = shop.store.look(code).go_on(lambda: False)
    return tuple(hit.person_uid for hit in hits if hit.why is Reason.CODE)


def card(shop: Shop, uid: Uid, seen: Seen | None = None) -> Card:
    """What to remember about one person, now."""
    seen, now = seen or Seen(), shop.clock.now()
    # Within a minute nothing ages that a card tells.
    minute = now.replace(second=0, microsecond=0)
    if seen.card is None or seen.card[0].person_uid != uid or seen.card[1] != minute:
        best, seen.best = seen.best, None
        if best is None or best[0].uid != uid:
            memory = shop.store.memory_of(uid)
            best = memory, shop.store.around(memory)
        seen.card = (what_to_remember(*best, now, shop.calendar, shop.knowledge), minute)
    return seen.card[0]


def _once() -> Callable[[], bool]:
    left = iter((True,))
    return lambda: next(left, False)


def _key(hit: Hit) -> tuple[Uid, bool]:
    return hit.person_uid, hit.why is Reason.KIN


def _aside(shop: Shop, hit: Hit, memory: Memory, around: Around, now: datetime) -> Aside:
    return Aside(
        result_line(memory, around, shop.knowledge, with_kin=hit.why is not Reason.KIN),
        badges(memory, around, now, shop.calendar, shop.knowledge),
    )


_NOT_READ: Final = Aside((), frozenset())
# Reasons that say what a line may say, too: a street, the end of a number.
_TELLING: Final = frozenset({Reason.PHONE, Reason.MEMORY})


def _row(hit: Hit, aside: Aside | None) -> Row:
    told = aside or _NOT_READ
    return Row(
        person_uid=hit.person_uid,
        name=hit.name,
        matched=hit.matched,
        line=dotted(_beside(hit, told.lines)) or verbatim(""),
        reason=None if hit.why is Reason.NAME else hit.reason,
        badges=told.badges,
        is_whole=aside is not None,
    )


def _beside(hit: Hit, lines: Sequence[Phrase]) -> Sequence[Phrase]:
    """The lines without what the reason says already."""
    if hit.why not in _TELLING:
        return lines
    said = hit.reason.in_english()
    words, digits = set(tokens(said)), _digits(said)

    def is_said(line: str) -> bool:
        return words.issuperset(tokens(line)) or (len(_digits(line)) >= _SHORTEST_NUMBER and _digits(line) in digits)

    return [line for line in lines if not is_said(line.in_english())]


def _digits(text: str) -> str:
    return "".join(filter(str.isdigit, text))
