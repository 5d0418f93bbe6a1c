"""Bring people in: read a contacts file, know again who is known, and write down what is new as one act.

Everything is read and matched before the store is asked to write; what someone in the book already has is never
overwritten, only added to; the same file a second time changes nothing. The file is read twice, a few cards at a
time, and never held as a whole.
"""

from __future__ import annotations

import os
import stat
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain, islice
from pathlib import Path
from typing import TypeAlias

from shopkeeper.domain.change import Act, Change, edited, made
from shopkeeper.domain.opt_out import OptOut
from shopkeeper.domain.person import Adr, Email, Person, Tel
from shopkeeper.domain.pet import Pet
from shopkeeper.domain.phrase import translate
from shopkeeper.domain.record import Record, Uid
from shopkeeper.formats.vcard import ContactCard, Contacts, Trouble, iter_cards, records_of
from shopkeeper.host.clock import new_uid
from shopkeeper.host.log import Event, Log
from shopkeeper.usecases.facts import (
    SAID_OF_PERSON,
    Facts,
    bare_uid,
    comparable,
    fact_key,
    key_of,
    name_key,
    phone_key,
    place_key,
    same_number,
)
from shopkeeper.usecases.kin import Kin
from shopkeeper.usecases.recognise import Book, Comer
from shopkeeper.usecases.refused import Refused
from shopkeeper.usecases.shop import Shop
from shopkeeper.usecases.survey import Survey

# Cards between two reports of how far it is; at least a thousand cards lie between two ticks of a large file.
_TICK = 1_000
_PIECE = 1 << 18  # bytes of the file that are read at once
# So many changes are one act like any other; more are written as they come.
_FEW = 500

Progress: TypeAlias = Callable[[int, "int | None"], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What a file brought: who is new, who was known, what could not be read, and the act that did it."""

    file: str
    cards: int
    lists: int  # of the cards: how many are a list of people, and not a person
    new: int
    known: int
    changed: int  # of those known: how many got a fact that is new
    troubles: tuple[Trouble, ...] = ()
    act_uid: Uid = ""  # empty: nothing was changed


def contacts_in(path: Path) -> Contacts:
    """A contacts file, to be read piece by piece; Refused in plain words when it cannot be read.

    It is read more than once, so it is refused as well when another program writes to it meanwhile.
    """
    with _in_plain_words(path), path.open("rb") as file:
        found = os.fstat(file.fileno())
        if not stat.S_ISREG(found.st_mode):
            return file.read()  # a pipe says everything once

    def pieces() -> Iterator[bytes]:
        with _in_plain_words(path), path.open("rb") as file:
            while piece := file.read(_PIECE):
                now = os.fstat(file.fileno())
                if (now.st_size, now.st_mtime_ns) != (found.st_size, found.st_mtime_ns):
                    raise OSError
                yield piece

    return pieces


@contextmanager
def _in_plain_words(path: Path) -> Iterator[None]:
    try:
        yield
        return
    except FileNotFoundError:
        phrase = translate("BringIn", "There is no file {file}. Nothing was changed.")
    except IsADirectoryError:
        phrase = translate("BringIn", "{file} is a folder. Choose a contacts file in it, one that ends in .vcf.")
    except PermissionError:
        phrase = translate("BringIn", "{file} belongs to somebody else and cannot be read here. Nothing was changed.")
    except (OSError, MemoryError):
        phrase = translate("BringIn", "{file} cannot be read. Nothing was changed. Is its disk still there?")
    raise Refused(phrase.with_values(file=path.name))


def must_hold_contacts(contacts: Contacts, source: str) -> None:
    """Refused in plain words when there is not one card in a file; asked before a book is made for it."""
    if not any(isinstance(found, ContactCard) for found in iter_cards(contacts)):
        raise _no_contacts(source)


def _no_contacts(source: str) -> Refused:
    return Refused(
        translate(
            "BringIn",
            "There are no contacts in {file}. Nothing was changed. Choose a file that ends in .vcf: "
            "phones and address books call it vCard.",
        ).with_values(file=source)
    )


def _in_silence(_at: int, _of: int | None) -> None:
    """Nobody is waiting to hear how far it is."""


def bring_in(
    shop: Shop,
    contacts: Contacts,
    source: str,
    progress: Progress = _in_silence,
    before_writing: Callable[[], None] = lambda: None,
) -> Report:
    """Bring the people of a contacts file into the book as one act; `source` is the file's name.

    `before_writing` is called once, when all is read and nothing is kept yet: the last moment to stop it
    by raising. What `progress` raises stops it too.
    """
    progress(0, None)
    survey = Survey(contacts, with_names=shop.store.count() > 0)
    if not survey.cards:
        raise _no_contacts(source)
    plan = _Plan(shop, contacts, survey, progress)
    changes = _and_then(plan.changes(), before_writing)
    few = tuple(islice(changes, _FEW))
    act = Act(
        uid=new_uid(),
        name=translate("BringIn", "brought in {file}", "name of an act").with_values(file=source),
        by=shop.by,
        at=shop.clock.now(),
    )
    if len(few) == _FEW:
        shop.store.apply_long(
            act, chain(few, changes), lambda at, of: progress(_half(survey.cards, at, of), survey.cards)
        )
    elif few:
        shop.store.apply(replace(act, changes=few), new_uid=new_uid())
    progress(survey.cards, survey.cards)
    Log(shop.places.log_folder, shop.clock).note(
        Event.BROUGHT_IN, cards=survey.cards, new=plan.new, known=plan.known, troubles=len(plan.troubles)
    )
    return Report(
        file=source,
        cards=survey.cards,
        lists=survey.groups,
        new=plan.new,
        known=plan.known,
        changed=plan.changed,
        troubles=tuple(plan.troubles),
        act_uid=act.uid if few else "",
    )


def _half(cards: int, at: int, of: int) -> int:
    """How many cards it is as good as, when all are read and some of the people can be found by now."""
    return cards // 2 + cards * at // (2 * max(1, of))


def _and_then(changes: Iterator[Change], do: Callable[[], None]) -> Iterator[Change]:
    yield from changes
    do()


@dataclass(slots=True)
class _Grown:
    """Someone of whom several cards of the file speak, as the cards before have left them."""

    person: Person
    said: set[int]
    taken: set[tuple[Hashable, ...]]  # the places that only one fact can take
    phones: set[str]
    left_alone: bool  # they asked not to be remembered: nothing new is written of them

    @classmethod
    def of(cls, person: Person, records: Sequence[Record]) -> _Grown:
        return cls(
            person,
            set(comparable(records)),
            {place for place in map(place_key, records) if place},
            {phone_key(record.value) for record in records if isinstance(record, Tel)},
            any(isinstance(record, OptOut) for record in records),
        )

    def takes(self, record: Record) -> bool:
        """Whether a record says something new; then it is theirs from now on."""
        key, place = key_of(fact_key(record)), place_key(record)
        phone = phone_key(record.value) if isinstance(record, Tel) else ""
        # A telephone number may be there already, written with more or less of what is dialled before it.
        if key in self.said or place in self.taken or (phone and any(same_number(phone, one) for one in self.phones)):
            return False
        self.said.add(key)
        self.taken |= {place} if place else set()
        self.phones |= {phone} if phone else set()
        return True


class _Plan:
    """What a file changes, worked out card by card while it is written."""

    def __init__(self, shop: Shop, contacts: Contacts, survey: Survey, progress: Progress) -> None:
        self._shop = shop
        self._contacts = contacts
        self._survey = survey
        self._progress = progress
        self._grown: dict[Uid, _Grown] = {}
        self.new = self.known = self.changed = 0
        self.troubles: list[Trouble] = []
        people = shop.store.known_people() if shop.store.count() else ()
        self._book = Book(people, self._facts_of, survey.uids | survey.pointed_to, survey.names)
        self._kin = Kin(shop, self._book.whose, survey.pointed_to)

    def changes(self) -> Iterator[Change]:
        """Every change, in the order of the file: first the people, then how they are related."""
        known = self._recognised()
        times = Counter(known.values())
        first_of: dict[tuple[str, tuple[str, ...]], Uid] = {}
        for n, card in enumerate(self._people(self.troubles)):
            if n % _TICK == 0:
                self._progress(n // 2, self._survey.cards)
            records = records_of(self._told(card), new_uid)
            person = next(record for record in records if isinstance(record, Person))
            source = bare_uid(card.uid)
            is_repeated = key_of(source) in self._survey.repeated
            twin = (source, name_key(str(person.name))) if is_repeated else ("", ())
            uid = known.get(n) or (first_of.get(twin) if is_repeated else None)
            if uid is None:
                self.new += 1
                uid = person.uid
                if is_repeated:
                    self._grown[uid] = _Grown.of(person, records)
                yield from map(made, self._kin.set_aside(records, uid))
            else:
                self.known += 1
                news = self._news(person, records, uid, is_last=not is_repeated and times[uid] < 2)
                self.changed += bool(news)
                yield from news
            if is_repeated:
                first_of.setdefault(twin, uid)
            self._kin.met(person, uid, is_new=uid not in times)
        yield from map(made, self._kin.ties())

    def _people(self, troubles: list[Trouble]) -> Iterator[ContactCard]:
        """Every card that is about one person; what could not be read is added to the troubles."""
        for read in iter_cards(self._contacts):
            if isinstance(read, Trouble):
                troubles.append(read)
            elif not read.is_group:
                yield read

    def _recognised(self) -> dict[int, Uid]:
        """For each card that speaks of someone in the book: who."""
        return self._book.recognise(self._comers(), self._survey.repeated) if self._survey.names else {}

    def _comers(self) -> Iterator[Comer]:
        for n, card in enumerate(self._people([])):
            comer = Comer.of(n, card, partial(self._said, card))
            if self._book.may_know(comer):
                yield comer

    def _said(self, card: ContactCard) -> Facts:
        return comparable(records_of(self._told(card), new_uid))

    def _told(self, card: ContactCard) -> ContactCard:
        """A card with the lists that it is on, and without what it says of a card that is nowhere."""
        lost = [one for one in card.related if self._kin.points_nowhere(one.to, self._survey.uids)]
        on = self._survey.lists.get(bare_uid(card.uid), ()) if self._survey.lists else ()
        if not lost and not on:
            return card
        return replace(
            card,
            categories=_both(card.categories, on),
            # Nobody can be told by a UID whose card is elsewhere: it is kept as the lines that it was.
            related=tuple(one for one in card.related if one not in lost),
            extras=_both(card.extras, (line for one in lost for line in one.lines)),
        )

    def _news(self, person: Person, records: Sequence[Record], uid: Uid, *, is_last: bool) -> list[Change]:
        """What a card says of someone known that the book does not know yet."""
        grown = self._grown.get(uid)
        if grown is None:
            grown = _Grown.of(*self._kept(uid))
            if not is_last:
                self._grown[uid] = grown
        if grown.left_alone:
            return []
        before = grown.person
        grown.person = _filled(before, person)
        news = list(edited(before, grown.person))
        news += [
            made(belonging_to(record, uid))
            for record in self._kin.set_aside(records, uid)
            if not isinstance(record, Person) and grown.takes(record)
        ]
        return news

    def _facts_of(self, uid: Uid) -> Facts:
        return comparable(self._kept(uid)[1])

    def _kept(self, uid: Uid) -> tuple[Person, tuple[Record, ...]]:
        """Someone of the book with what is their own."""
        memory = self._shop.store.memory_of(uid)
        return memory.person, tuple(r for r in memory.records() if getattr(r, owner_of(r), uid) == uid)


def belonging_to(record: Record, uid: Uid) -> Record:
    """The same record as one of another person."""
    return replace(record, **{owner_of(record): uid})


def owner_of(record: Record) -> str:
    """The field that says whose a record is."""
    return "owner_uid" if isinstance(record, Tel | Email | Adr | Pet) else "person_uid"


def _filled(person: Person, card: Person) -> Person:
    """The person with what was empty filled from a card, and nothing that they have changed."""
    empty = {name: getattr(card, name) for name in (*SAID_OF_PERSON, "source_uid") if not getattr(person, name)}
    return replace(
        person,
        **{name: value for name, value in empty.items() if value}
        | {
            "categories": _both(person.categories, card.categories),
            "extras": _both(person.extras, card.extras),
        },
    )


def _both(here: tuple[str, ...], more: Iterable[str]) -> tuple[str, ...]:
    """What is here, and after it what is not here yet."""
    return (*here, *(one for one in dict.fromkeys(more) if one not in here))
