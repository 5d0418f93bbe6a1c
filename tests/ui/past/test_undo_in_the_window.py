"""Every kind of act in the window on Demo Street: named by the bar, taken back and done again by its keys."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final, TypeAlias

import pytest
from PySide6.QtCore import Qt

from shopkeeper.domain.allergy import AllergyIntolerance
from shopkeeper.domain.consent import Purpose
from shopkeeper.domain.household import Standing
from shopkeeper.domain.note import Note
from shopkeeper.domain.person import Person
from shopkeeper.host.clock import Clock
from shopkeeper.remember.offer import OPENS_A_FORM, Offer
from shopkeeper.store import Store
from shopkeeper.ui.needs import Book, DoneShown
from shopkeeper.ui.say import begun, say
from shopkeeper.usecases.counter import Counter
from shopkeeper.usecases.demo import demo
from shopkeeper.usecases.look_up import find
from shopkeeper.usecases.shop import Shop
from shopkeeper.usecases.split import Goes
from tests.ui.conftest import Room
from tests.usecases.shops import DAY, whole
from tests.usecases.test_deeds import line_with

Uid: TypeAlias = str
Act: TypeAlias = "Callable[[Book, Callable[[str], Uid]], DoneShown | None]"


@dataclass
class Street:
    """The window over Demo Street, which can be closed and opened again."""

    room: Room
    shop: Shop

    def open(self) -> None:
        self.room.door.answers = lambda _passphrase: Counter(self.shop, self.shop.store.close)
        self.room.open()

    def restart(self) -> None:
        self.room.app.bridge.close()
        self.shop = replace(self.shop, store=Store.open(self.shop.places.book, self.shop.key))
        self.room.app.begin()
        assert self.bar() == "", "nothing is said that nobody asked for"

    def uid(self, name: str) -> Uid:
        return find(self.shop, name).rows[0].person_uid

    def do(self, act: Act) -> DoneShown:
        told: list[DoneShown | None] = []
        self.room.app.bridge.keep(("test",), lambda book: act(book, self.uid), told.append)
        done = told[0]
        assert done is not None
        return done

    def bar(self) -> str:
        return self.room.window.card_place.undo.words()


@pytest.fixture
def street(room: Room) -> Iterator[Street]:
    with demo(Clock.fixed(DAY)) as shop:
        opened = Street(room, replace(shop, by="MK"))
        opened.open()
        yield opened
        room.app.bridge.close()


def nuts(book: Book, uid: Uid) -> AllergyIntolerance:
    section = next(one for one in book.records.everything_of(uid) if one.kind is AllergyIntolerance)
    kept = book.records.record(section.lines[0].uid)
    assert isinstance(kept, AllergyIntolerance)
    return kept


def noted(book: Book, uid: Uid) -> DoneShown:
    note = book.records.fresh(Note, uid)
    assert isinstance(note, Note)
    return book.records.add(replace(note, text="Rings the bell twice."))


def renamed(book: Book, uid: Uid) -> DoneShown | None:
    person = book.records.record(uid)
    assert isinstance(person, Person)
    return book.records.edit(person, replace(person, call_them="Annie"))


def split(book: Book, uid: Uid) -> DoneShown | None:
    home = book.families.splitting(book.families.family(uid).homes[0].uid)
    shared = dict.fromkeys((thing.uid for thing in home.shared), Goes.STAYS)
    return book.families.split(home.household_uid, (uid,), shared, "", None)


def deed(offer: Offer, about: Sequence[Uid], uid: Uid) -> Act:
    return lambda book, _: book.deeds.do(offer, about, uid)


ACTS: Final[dict[str, Act]] = {
    "a new person": lambda book, _: book.make_person("Zed Okoro"),
    "a typed line": lambda book, uid: book.writing.keep(book.writing.listen("likes plums", uid("ana duarte"), "en")),
    "something new": lambda book, uid: noted(book, uid("ana duarte")),
    "a changed name": lambda book, uid: renamed(book, uid("ana duarte")),
    "a changed allergy": lambda book, uid: book.records.edit(
        nuts(book, uid("leo duarte")), replace(nuts(book, uid("leo duarte")), reaction="hives all over")
    ),
    "something taken out": lambda book, uid: book.records.remove(nuts(book, uid("leo duarte")).uid),
    "a person taken out": lambda book, uid: book.records.remove(uid("bo lund")),
    "an agreement": lambda book, uid: book.deeds.agreed(uid("joe park"), Purpose.HEALTH, ""),
    "a loss": lambda book, uid: book.deeds.died(uid("rosa duarte")),
    "a parting": lambda book, uid: book.deeds.parted(uid("joe park"), uid("edie park"), Standing.SEPARATED),
    "a wish to be forgotten": lambda book, uid: book.deeds.opt_out(uid("bo lund")),
    "somebody who moves in": lambda book, uid: book.families.welcome(
        uid("bo lund"), ("", "Kit Lund"), "daughter", ""
    ),
    "a split": lambda book, uid: split(book, uid("rosa duarte")),
}  # fmt: skip


@pytest.mark.parametrize("act", ACTS.values(), ids=ACTS)
def test_an_act_is_taken_back_and_done_again_by_its_keys_also_after_a_restart(street: Street, act: Act) -> None:
    before = whole(street.shop)
    done = street.do(act)
    after = whole(street.shop)
    assert after != before
    assert street.bar() == begun(done.name)
    street.restart()
    street.room.control(Qt.Key.Key_Z)
    assert street.bar() == f"Taken back: {say(done.name)}"
    assert whole(street.shop) == before
    street.restart()
    street.room.control(Qt.Key.Key_Y)
    assert street.bar() == f"Done again: {say(done.name)}"
    assert whole(street.shop) == after


def test_every_deed_of_the_card_is_taken_back_and_done_again_by_its_keys(street: Street) -> None:
    before = whole(street.shop)
    for offer in sorted(set(Offer) - OPENS_A_FORM - {Offer.GONE}):
        uid, line = line_with(street.shop, offer)
        done = street.do(deed(offer, line.about, uid))
        after = whole(street.shop)
        assert street.bar() == begun(done.name), offer
        street.room.control(Qt.Key.Key_Z)
        assert street.bar() == f"Taken back: {say(done.name)}", offer
        street.room.control(Qt.Key.Key_Y)
        assert whole(street.shop) == after, offer
        street.room.control(Qt.Key.Key_Z)
        assert whole(street.shop) == before, offer


def test_what_was_taken_back_from_the_history_is_done_again_by_ctrl_y(street: Street) -> None:
    first = street.do(ACTS["a new person"])
    street.do(ACTS["something new"])
    number = street.room.app.bridge.ask(lambda book: book.past.history(None, 2, None)[1].number)
    before = whole(street.shop)
    street.room.app.bridge.take_back(number or 0)
    assert street.bar() == f"Taken back: {say(first.name)}"
    street.room.control(Qt.Key.Key_Y)
    assert whole(street.shop) == before
