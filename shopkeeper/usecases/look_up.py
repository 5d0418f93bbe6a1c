"""Look someone up: the people whom the typed words may mean, and the card of one of them."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from itertools import islice
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
from shopkeeper.search.next_letters import next_letters
from shopkeeper.store import PersonMissing
from shopkeeper.usecases.shop import Shop

# Rows that are kept in mind between two keys: about a thousand bytes each.
_MOST_SEEN = 800
_MOST_FIRST = 12  # whose memories are kept for a card: some thousand bytes each
_NEXT = 6  # letters that may come next, for which a search makes ready
_WARMED = 8  # rows of each letter: as many as a window of the usual size shows
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

    def __hash__(self) -> int:
        """Rows are looked up many times a key: what tells nearly all of them apart, and not the phrases within."""
        return hash((self.person_uid, self.matched, self.is_whole))


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
        self.opened: set[str] = set()  # letters that are made ready,
        self.opening: set[Uid] = set()  # and whom they find
        self.total: int | None = None
        # Whose card may be asked for next, and as of which minute.
        self.firsts: dict[Uid, tuple[Memory, Around, datetime]] = {}
        self.card: tuple[Card, datetime] | None = None

    def forget(self) -> None:
        """Something was written down: what was seen may no longer be so."""
        for kept in (self.asides, self.opened, self.opening, self.firsts):
            kept.clear()
        self.total = self.card = None

    def spare(self, hits: Sequence[Hit]) -> None:
        """Of the rest, whoever was not seen for longest may be forgotten; a first letter may be typed at any time."""
        asides = self.asides
        for key in map(_key, hits):
            if key in asides:
                asides[key] = asides.pop(key)
        for key in list(islice(asides, max(0, len(asides) - _MOST_SEEN))):
            aside = asides.pop(key)
            if key[0] in self.opening:
                asides[key] = aside
        for uid in list(islice(self.firsts, max(0, len(self.firsts) - _MOST_FIRST))):
            del self.firsts[uid]


class Looking:
    """One search, which may pause: at first whoever can be seen, the rest below them when no key waits."""

    def __init__(self, shop: Shop, text: str, limit: int = 20, seen: Seen | None = None) -> None:
        """Ask nothing yet. Whoever hands in `seen` lets it forget when anything is written."""
        self._shop, self._text, self._seen = shop, text, seen or Seen(names_of(shop))
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

    def ahead(self) -> Iterator[tuple[Row, ...]]:
        """Whom the likeliest next letters would bring into sight, some of their rows at each step.

        They are read while nobody types, a millisecond or two at a time, so that the next key need not wait for them.
        """
        letters = next_letters(self._text, [hit.name for hit in self._hits], _NEXT)
        waiting = deque(
            Looking(self._shop, self._text + one, seen=self._seen).made_ready(self._in_sight) for one in letters
        )
        # In turns: at the next key a beginning for every letter is worth more than all of a few.
        while waiting:
            if (rows := next(waiting[0], None)) is None:
                waiting.popleft()
            else:
                waiting.rotate(-1)
                yield rows

    def made_ready(self, in_sight: int) -> Iterator[tuple[Row, ...]]:
        """The rows of those who are found by name, a few at each step; read, so that they need not be read again."""
        self._hits = self._finding.go_on(lambda: False)[:in_sight]
        yield ()
        for at in range(0, len(self._hits), _AT_ONCE):
            some = self._hits[at : at + _AT_ONCE]
            self._seen.spare(some)
            untold = self._untold(some)
            if not at and some[0] not in untold and some[0].person_uid not in self._seen.firsts:
                untold = [some[0], *untold]
            self._read(untold, self._shop.clock.now())
            yield self._rows(some)

    def _find(self, may_go_on: Callable[[], bool]) -> None:
        if self._finding.is_done:
            return
        self._hits = self._finding.go_on(may_go_on)
        while not self._hits and not self._finding.is_done:
            # That there is nobody is said only when it is sure: one stage after the other, until somebody is found.
            self._hits = self._finding.go_on(_once())

    def _told(self, may_go_on: Callable[[], bool]) -> Found:
        seen, now = self._seen, self._shop.clock.now()
        if seen.total is None:
            seen.total = self._shop.store.count()
        seen.spare(self._hits)
        self._read(self._untold(self._hits[: self._in_sight]), now)
        untold = self._untold(self._hits)
        for at in range(0, len(untold), _AT_ONCE):
            if not may_go_on():
                break
            self._read(untold[at : at + _AT_ONCE], now)
        rows = self._rows(self._hits)
        is_whole = self._finding.is_done and all(row.is_whole for row in rows)
        return Found(rows=rows, total=seen.total, is_whole=is_whole)

    def _rows(self, hits: Sequence[Hit]) -> tuple[Row, ...]:
        asides = self._seen.asides
        return tuple([_row(hit, asides.get(_key(hit))) for hit in hits if hit.person_uid not in self._gone])

    def _untold(self, hits: Sequence[Hit]) -> list[Hit]:
        return [hit for hit in hits if _key(hit) not in self._seen.asides and hit.person_uid not in self._gone]

    def _read(self, hits: Sequence[Hit], now: datetime) -> None:
        """Keep in mind what their rows say; of the first row also what its card will ask for."""
        if not hits:
            return
        store, people, rest = self._shop.store, {}, hits
        if hits[0] is self._hits[0]:
            first, *rest = hits
            with suppress(PersonMissing):
                memory = store.memory_of(first.person_uid)
                people[memory.uid] = read = memory, store.around(memory)
                self._seen.firsts[memory.uid] = (*read, _minute(now))
        if rest:
            people |= {read[0].uid: read for read in store.beside([hit.person_uid for hit in rest])}
        for hit in hits:
            if (found := people.get(hit.person_uid)) is not None:
                self._seen.asides[_key(hit)] = _aside(self._shop, hit, *found, now)
            else:
                self._gone.add(hit.person_uid)


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
        if letter not in seen.opened:
            for rows in Looking(shop, letter, seen=seen).made_ready(_WARMED):
                seen.opening.update(row.person_uid for row in rows)
                yield
            seen.opened.add(letter)


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
    minute = _minute(now)
    if seen.card is None or seen.card[0].person_uid != uid or seen.card[1] != minute:
        first = seen.firsts.get(uid)
        if first is None or first[2] != minute:
            memory = shop.store.memory_of(uid)
            first = (memory, shop.store.around(memory), minute)
        seen.card = (what_to_remember(*first[:2], now, shop.calendar, shop.knowledge), minute)
    return seen.card[0]


def _minute(now: datetime) -> datetime:
    """Within a minute nothing ages that a card tells."""
    return now.replace(second=0, microsecond=0)


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
