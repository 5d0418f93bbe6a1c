from __future__ import annotations

import pytest

from shopkeeper.domain.household import Standing
from shopkeeper.domain.memory import Around, Memory, Namesake
from shopkeeper.domain.person import Adr, Name, Person, Tel
from shopkeeper.remember.tell_apart import result_line, tells_of
from shopkeeper.remember.tells import distinguishing
from tests.remember.gather import KNOWLEDGE, Neighbourhood
from tests.remember.someone import Street


def row(street: Street, person: Person) -> str:
    near = Neighbourhood(street.records)
    memory, around = near.memory(person.uid), near.around(person.uid)
    return " · ".join(phrase.in_english() for phrase in result_line(memory, around, KNOWLEDGE))


def maria(**values: str) -> Memory:
    person = Person(uid="m", name=Name(given="Maria", family="Silva"), title=values.get("title", ""))
    adrs = (Adr(uid="a", owner_uid="m", street=values["street"], locality="Porto"),) if "street" in values else ()
    tels = (Tel(uid="t", owner_uid="m", value=values["tel"]),) if "tel" in values else ()
    return Memory(person=person, adrs=adrs, tels=tels)


def test_a_row_says_street_family_and_the_end_of_the_number() -> None:
    street = Street()
    amelia, leo = street.person("Amelia Novak"), street.person("Leo")
    street.related(amelia, "child", leo)
    street.keep(Adr, owner_uid=amelia.uid, street="12 Rose Lane")
    street.keep(Tel, owner_uid=amelia.uid, value="+44 20 7946 4188")
    assert row(street, amelia) == "Rose Lane · Leo's parent · ··41 88"
    assert row(street, leo) == "Amelia's child"


def test_a_row_without_family_says_the_trade() -> None:
    street = Street()
    ambroz = street.person("Ambrož Novák", title="carpenter")
    street.keep(Adr, owner_uid=ambroz.uid, street="Mill Road 3a")
    street.keep(Tel, owner_uid=ambroz.uid, value="602 2017")
    assert row(street, ambroz) == "Mill Road · carpenter · ··20 17"


def test_a_row_does_not_name_the_dead_or_those_who_parted() -> None:
    street = Street()
    ana, leo, joe = street.person("Ana"), street.person("Leo"), street.person("Joe")
    street.related(ana, "child", leo)
    street.related(ana, "spouse", joe, standing=Standing.SEPARATED)
    street.died(leo)
    assert row(street, ana) == ""


def test_a_row_of_someone_we_only_know_by_name_is_empty() -> None:
    street = Street()
    assert row(street, street.person("Tuesday rye")) == ""


def test_their_own_number_is_shown_before_that_of_the_household() -> None:
    street = Street()
    ana = street.person("Ana")
    home = street.home(ana)
    street.keep(Tel, owner_uid=home.uid, value="111 1111")
    street.keep(Tel, owner_uid=ana.uid, value="222 2222")
    assert row(street, ana) == "··22 22"


def test_a_short_number_is_not_shown_whole() -> None:
    assert tells_of(maria(tel="112"), Around()) == ()
    assert tells_of(maria(tel="4188"), Around()) == ()


@pytest.mark.parametrize(
    ("theirs", "told_by"),
    [
        (("Oak St 9",), "Elm St"),
        (("Elm St 9",), "nurse"),
        (("Elm St 4", "nurse"), "··41 88"),
        (("Elm St", "nurse", "4188"), "Elm St 4"),
        (("Elm St 4", "nurse", "4188"), "Porto"),
        (("Elm St 4", "nurse", "4188", "Porto"), ""),
        ((), "Elm St"),
    ],
)
def test_the_shortest_line_that_the_other_does_not_share_tells_them_apart(
    theirs: tuple[str, ...], told_by: str
) -> None:
    memory = maria(street="Elm St 4", title="nurse", tel="+351 204188")
    around = Around(namesakes=(Namesake(person_uid="other", tells=theirs),))
    assert distinguishing(memory, around) == told_by


def test_what_tells_two_namesakes_apart_stands_first_in_the_row() -> None:
    street = Street()
    one, two = street.person("Maria Silva"), street.person("Maria Silva", title="nurse")
    for person in (one, two):
        street.keep(Adr, owner_uid=person.uid, street="Elm St 4")
    assert row(street, two) == "nurse · Elm St"


def test_a_row_speaks_of_kin_in_the_pronouns_of_whose_row_it_is() -> None:
    street = Street()
    rosa, ana = street.person("Rosa", pronouns="she"), street.person("Ana", pronouns="she")
    street.related(rosa, "grandchild", ana)
    assert row(street, rosa) == "Ana's grandmother"
    assert row(street, ana) == "Rosa's granddaughter"
