"""Bring people in: read a contacts file, know again who is known, and write down what is new as one act.

Everything is read, matched and folded before the store is asked to write; what someone in the book already
has is never overwritten, only added to; the same file a second time changes nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeAlias

from shopkeeper.domain.change import Act, Change, edited, made
from shopkeeper.domain.person import Adr, Email, Person, Tel
from shopkeeper.domain.pet import Pet
from shopkeeper.domain.phrase import translate
from shopkeeper.domain.record import Record, Uid
from shopkeeper.formats.vcard import ContactCard, Trouble, iter_cards, read_cards, records_of
from shopkeeper.host.clock import new_uid
from shopkeeper.host.log import Event, Log
from shopkeeper.usecases.facts import (
    SAID_OF_PERSON,
    Facts,
    bare_uid,
    comparable,
    fact_key,
    phone_key,
    place_key,
    same_number,
)
from shopkeeper.usecases.kin import Kin
from shopkeeper.usecases.recognise import Book, Comer
from shopkeeper.usecases.refused import Refused
from shopkeeper.usecases.shop import Shop

# Cards between two reports of how far it is; at least a thousand cards lie between two ticks of a large file.
_TICK = 1_000

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


def contacts_in(path: Path) -> bytes:
    """The bytes of a contacts file; Refused in plain words when it cannot be read."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        phrase = translate("BringIn", "There is no file {file}. Nothing was changed.")
    except IsADirectoryError:
        phrase = translate("BringIn", "{file} is a folder. Choose a contacts file in it, one that ends in .vcf.")
    except PermissionError:
        phrase = translate("BringIn", "{file} belongs to somebody else and cannot be read here. Nothing was changed.")
    except (OSError, MemoryError):
        phrase = translate("BringIn", "{file} cannot be read. Nothing was changed. Is its disk still there?")
    raise Refused(phrase.with_values(file=path.name))


def must_hold_contacts(data: bytes, source: str) -> None:
    """Refused in plain words when there is not one card in a file; asked before a book is made for it."""
    if not any(isinstance(found, ContactCard) for found in iter_cards(data)):
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
    data: bytes,
    source: str,
    progress: Progress = _in_silence,
    before_writing: Callable[[], None] = lambda: None,
) -> Report:
    """Bring the people of a contacts file into the book as one act; `source` is the file's name.

    `before_writing` is called once, when all is read and nothing is written yet: the last moment to stop it
    by raising. What `progress` raises stops it too.
    """
    progress(0, None)
    read = read_cards(data)
    if not read.cards:
        raise _no_contacts(source)
    plan = _Plan(shop, read.cards, progress)
    changes = plan.changes()
    act = Act(
        uid=new_uid(),
        name=translate("BringIn", "brought in {file}", "name of an act").with_values(file=source),
        by=shop.by,
        at=shop.clock.now(),
        changes=changes,
    )
    before_writing()
    if changes:
        shop.store.apply(act, new_uid=new_uid())
    progress(len(read.cards), len(read.cards))
    Log(shop.places.log_folder, shop.clock).note(
        Event.BROUGHT_IN, cards=len(read.cards), new=plan.new, known=plan.known, troubles=len(read.troubles)
    )
    return Report(
        file=source,
        cards=len(read.cards),
        lists=sum(card.is_group for card in read.cards),
        new=plan.new,
        known=plan.known,
        changed=plan.changed,
        troubles=read.troubles,
        act_uid=act.uid if changes else "",
    )


class _Plan:
    """What a file would change, worked out before anything is written."""

    def __init__(self, shop: Shop, cards: Sequence[ContactCard], progress: Progress) -> None:
        self._shop = shop
        self._cards = cards
        self._progress = progress
        self._facts: dict[Uid, Facts] = {}
        self._taken: dict[Uid, Facts] = {}  # the places that only one fact can take
        self.new = self.known = self.changed = 0

    def changes(self) -> tuple[Change, ...]:
        """Every change, in the order of the file: first the people, then how they are related."""
        book = Book(self._shop.store.known_people(), self._facts_of)
        kin = Kin(self._shop, book.whose)
        comers = self._comers(kin)
        known = book.recognise(comers)
        changes: list[Change] = []
        people: dict[Uid, Person] = {}
        first_of: dict[tuple[str, tuple[str, ...]], Uid] = {}
        for n, comer in enumerate(comers):
            self._tick(n)
            twin = (bare_uid(comer.person.source_uid), comer.called)
            uid = known.get(n) or (first_of.get(twin) if twin[0] else None)
            if uid is None:
                self.new += 1
                uid = comer.person.uid
                self._remember(uid, comer.records)
                people[uid] = comer.person
                changes += map(made, kin.set_aside(comer.records, uid, is_new=True))
            else:
                news = self._news(comer, uid, people, kin)
                self.known += 1
                self.changed += bool(news)
                changes += news
            first_of.setdefault(twin, uid)
            kin.met(comer.person, uid)
        changes += map(made, kin.ties())
        return tuple(changes)

    def _comers(self, kin: Kin) -> list[Comer]:
        uids = set(filter(None, (bare_uid(card.uid) for card in self._cards)))
        lists = self._lists()
        comers = []
        for card in self._cards:
            if card.is_group:
                continue
            lost = [one for one in card.related if kin.points_nowhere(one.to, uids)]
            on = lists.get(bare_uid(card.uid), ())
            told = card
            if lost or on:
                told = replace(
                    card,
                    categories=_both(card.categories, on),
                    # Nobody can be told by a UID whose card is elsewhere: it is kept as the lines that it was.
                    related=tuple(one for one in card.related if one not in lost),
                    extras=_both(card.extras, (line for one in lost for line in one.lines)),
                )
            records = records_of(told, new_uid)
            comers.append(Comer(next(r for r in records if isinstance(r, Person)), records))
        return comers

    def _lists(self) -> dict[str, list[str]]:
        """The lists that each card is on. A phone's "Friends" is no household: it does not say who eats together."""
        lists: dict[str, list[str]] = defaultdict(list)
        for card in self._cards:
            if card.is_group and card.fn:
                for member in filter(None, map(bare_uid, card.members)):
                    lists[member].append(card.fn)
        return lists

    def _news(self, comer: Comer, uid: Uid, people: dict[Uid, Person], kin: Kin) -> list[Change]:
        """What a card says of someone known that the book does not know yet."""
        said, taken = self._facts_of(uid), self._taken[uid]
        if uid not in people:
            people[uid] = self._shop.store.memory_of(uid).person
        before = people[uid]
        people[uid] = _filled(before, comer.person)
        changes = list(edited(before, people[uid]))
        for record in kin.set_aside(comer.records, uid, is_new=False):
            key, place = fact_key(record), place_key(record)
            if isinstance(record, Person) or key in said or place in taken or _is_known_number(record, said):
                continue
            said.add(key)
            if place:
                taken.add(place)
            changes.append(made(belonging_to(record, uid)))
        return changes

    def _facts_of(self, uid: Uid) -> Facts:
        if uid not in self._facts:
            records = tuple(self._shop.store.memory_of(uid).records())
            self._remember(uid, tuple(r for r in records if getattr(r, owner_of(r), uid) == uid))
        return self._facts[uid]

    def _remember(self, uid: Uid, records: Sequence[Record]) -> None:
        self._facts[uid] = comparable(records)
        self._taken[uid] = {place for place in map(place_key, records) if place}

    def _tick(self, n: int) -> None:
        if n % _TICK == 0:
            self._progress(n, len(self._cards))


def belonging_to(record: Record, uid: Uid) -> Record:
    """The same record as one of another person."""
    return replace(record, **{owner_of(record): uid})


def owner_of(record: Record) -> str:
    """The field that says whose a record is."""
    return "owner_uid" if isinstance(record, Tel | Email | Adr | Pet) else "person_uid"


def _is_known_number(record: Record, said: Facts) -> bool:
    """Whether a telephone number is there already, written with more or less of what is dialled before it."""
    if not isinstance(record, Tel):
        return False
    known = (str(fact[1]) for fact in said if fact[0] == "Tel")
    return any(same_number(phone_key(record.value), one) for one in known)


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
