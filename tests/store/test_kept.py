from __future__ import annotations

from shopkeeper.domain.concern import Concern
from shopkeeper.domain.household import Household, Membership, Relationship
from shopkeeper.domain.partial_date import PartialDate
from shopkeeper.domain.person import Adr, Name, Person, Tel
from shopkeeper.domain.record import Record
from tests.store.books import Book

ANA = Person(uid="ana", name=Name(formatted="Ana Duarte"))
LEO = Person(uid="leo", name=Name(formatted="Leo Duarte"))
HOME = Household(uid="home", name="Duarte")
LIVES = Membership(uid="lives", person_uid="ana", household_uid="home")
PHONE = Tel(uid="phone", owner_uid="ana", value="07700 900188")
STREET = Adr(uid="street", owner_uid="home", street="Elm St 4")
SON = Relationship(uid="son", person_uid="ana", kind="child", related_uid="leo")
FLU = Concern(uid="flu", person_uid="ana", what="flu", who_uid="leo", since=PartialDate())
ALL: tuple[Record, ...] = (ANA, LEO, HOME, LIVES, PHONE, STREET, SON, FLU)


def test_any_kept_thing_is_found_by_its_uid(book: Book) -> None:
    book.make(*ALL)
    assert [book.store.record(one.uid) for one in ALL] == list(ALL)
    assert book.store.record("nobody") is None


def test_what_belongs_to_somebody_or_speaks_of_them_is_found_whole(book: Book) -> None:
    book.make(*ALL)
    assert book.store.about("ana") == (LIVES, SON, PHONE, FLU)
    assert book.store.about("leo") == (SON, FLU)
    assert book.store.about("home") == (LIVES, STREET)
    assert book.store.about("leo", Relationship) == (SON,)
    assert book.store.about("nobody") == ()


def test_everybody_of_one_name_is_found_however_many_bear_it(book: Book) -> None:
    silvas = [book.known("Maria Silva").uid for _ in range(25)]
    book.known("Maria Silvas")
    assert list(book.store.called("maria silva")) == silvas
    assert book.store.called("Maria") == book.store.called("") == ()
