from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from shopkeeper.domain.allergy import AllergyIntolerance, AllergyKind, AllergyStatus, Asked, Category, Severity
from shopkeeper.domain.collects import Collects
from shopkeeper.domain.household import Standing
from shopkeeper.domain.person import Person
from shopkeeper.domain.visit import Visit
from shopkeeper.remember.reminder import Slot
from tests.remember.someone import TODAY, Street

FOOD, MEDICINE = Category.FOOD, Category.MEDICINE


def nuts(street: Street, person: Person, substance: str = "nuts", **values: object) -> AllergyIntolerance:
    return street.keep(
        AllergyIntolerance, **{"person_uid": person.uid, "category": FOOD, "substance": substance, **values}
    )


def test_nobody_asked_yet_is_said_for_food_and_for_medicine() -> None:
    street = Street()
    bo = street.person("Bo Lund")
    assert street.says(bo, Slot.SAFETY) == ["Food: never asked", "Medicine: never asked"]
    assert not any(r.told for r in street.card(bo).slot(Slot.SAFETY))


def test_asked_and_told_of_none_is_another_fact_with_its_age() -> None:
    street = Street()
    chi = street.person("Chi Park")
    street.keep(Asked, person_uid=chi.uid, category=FOOD, asked_on=TODAY - timedelta(days=1))
    street.keep(Asked, person_uid=chi.uid, category=MEDICINE, asked_on=TODAY - timedelta(days=21), told_by="Kim")
    assert street.says(chi, Slot.SAFETY) == [
        "Food: asked yesterday, told us of none",
        "Medicine: asked 3 weeks ago, told us of none — told by Kim",
    ]


def test_an_answer_of_none_that_is_a_year_old_asks_to_be_asked_again() -> None:
    street = Street()
    chi = street.person("Chi Park")
    street.keep(Asked, person_uid=chi.uid, category=FOOD, asked_on=date(2025, 9, 24))
    assert street.says(chi, Slot.SAFETY)[0] == "Food: asked 14 months ago, told us of none — ask again?"


def test_an_old_answer_names_its_teller_and_asks_to_be_asked_again() -> None:
    street = Street()
    ana = street.person("Ana Duarte")
    nuts(street, ana, "tree nuts", told_by="Ana", told_on=date(2025, 9, 20))
    assert street.says(ana, Slot.SAFETY)[0] == "Allergic to tree nuts — told by Ana, 14 months ago: ask again?"


@pytest.mark.parametrize(("told_on", "asks"), [(date(2025, 11, 25), False), (date(2025, 11, 24), True)])
def test_an_answer_is_old_after_twelve_months_to_the_day(told_on: date, asks: bool) -> None:
    street = Street()
    ana = street.person("Ana")
    nuts(street, ana, told_on=told_on)
    assert street.says(ana, Slot.SAFETY)[0].endswith("ask again?") is asks


def test_an_old_answer_that_was_asked_again_says_that_it_is_still_so() -> None:
    street = Street()
    ana = street.person("Ana")
    nuts(street, ana, told_by="Ana", told_on=date(2023, 11, 20), checked_on=date(2026, 9, 20))
    assert street.says(ana, Slot.SAFETY)[0] == "Allergic to nuts — told by Ana, 3 years ago, still so 2 months ago"


def test_an_answer_without_a_day_says_so_and_asks_again() -> None:
    street = Street()
    ana = street.person("Ana")
    nuts(street, ana, told_by="her sister")
    nuts(street, ana, "kiwi")
    assert street.says(ana, Slot.SAFETY)[:2] == [
        "Allergic to nuts — told by her sister, the day was not noted: ask again?",
        "Allergic to kiwi — told us, the day was not noted: ask again?",
    ]


def test_all_that_was_told_stands_on_the_line_in_their_own_words() -> None:
    street = Street()
    ana = street.person("Ana")
    nuts(
        street,
        ana,
        "Nüsse aller Art, v.a. {walnuts}",
        severity=Severity.SERIOUS,
        reaction="throat swells",
        carries_pen=True,
        traces_matter=True,
        note="also in pesto",
        told_on=TODAY,
    )
    assert street.says(ana, Slot.SAFETY)[0] == (
        "Allergic to Nüsse aller Art, v.a. {walnuts} — serious · throat swells · carries a pen · traces matter"
        " · also in pesto · told us today"
    )


def test_the_worst_stands_first_and_an_intolerance_is_called_one() -> None:
    street = Street()
    ana = street.person("Ana")
    nuts(street, ana, "kiwi", severity=Severity.MILD, told_on=TODAY)
    nuts(street, ana, "milk", kind=AllergyKind.INTOLERANCE, severity=Severity.SERIOUS, told_on=TODAY)
    nuts(street, ana, "eggs", severity=Severity.SERIOUS, told_on=TODAY)
    nuts(street, ana, "bees", category=Category.OTHER, severity=Severity.LIFE_THREATENING, told_on=TODAY)
    titles = [r.title.in_english() for r in street.card(ana).slot(Slot.SAFETY)]
    assert titles == [
        "Allergic to bees",
        "Allergic to eggs",
        "Intolerance: milk",
        "Allergic to kiwi",
        "Medicine: never asked",
    ]


def test_who_carries_a_pen_stands_with_the_worst() -> None:
    street = Street()
    ana = street.person("Ana")
    nuts(street, ana, "eggs", severity=Severity.SERIOUS)
    nuts(street, ana, "nuts", carries_pen=True)
    assert street.says(ana, Slot.SAFETY)[0].startswith("Allergic to nuts")


def test_adding_an_allergy_retires_none() -> None:
    street = Street()
    chi = street.person("Chi")
    street.keep(Asked, person_uid=chi.uid, category=FOOD, asked_on=TODAY)
    nuts(street, chi, told_on=TODAY)
    assert street.says(chi, Slot.SAFETY) == ["Allergic to nuts — told us today", "Medicine: never asked"]


def test_what_was_outgrown_is_struck_through_with_who_and_when_and_old_answers_of_none_stay_retired() -> None:
    street = Street()
    pip = street.person("Pip")
    street.keep(Asked, person_uid=pip.uid, category=FOOD, asked_on=date(2020, 1, 1))
    nuts(
        street,
        pip,
        "eggs",
        told_on=date(2022, 1, 1),
        status=AllergyStatus.OUTGROWN,
        status_by="Nora",
        status_on=TODAY - timedelta(days=14),
    )
    assert street.says(pip, Slot.SAFETY) == [
        "Food: what we were told no longer holds, ask again",
        "Medicine: never asked",
        "Allergic to eggs — outgrown · told by Nora · 2 weeks ago",
    ]
    struck = street.card(pip).slot(Slot.SAFETY)[-1]
    assert struck.struck
    assert not struck.told


@pytest.mark.parametrize("none_was_told", ["first", "last"])
def test_of_one_day_the_answer_that_was_written_down_last_holds(none_was_told: str) -> None:
    street = Street()
    pip = street.person("Pip")
    none = Asked(uid="01-b", person_uid=pip.uid, category=FOOD, asked_on=TODAY)
    eggs = nuts(street, pip, "eggs", told_on=TODAY, status=AllergyStatus.OUTGROWN, status_on=TODAY)
    street.records[-1:] = [none, replace(eggs, uid="01-c" if none_was_told == "first" else "01-a")]
    of_none = any("told us of none" in line for line in street.says(pip, Slot.SAFETY))
    assert of_none == (none_was_told == "last")


def test_a_mistake_never_retired_an_answer_of_none() -> None:
    street = Street()
    pip = street.person("Pip")
    street.keep(Asked, person_uid=pip.uid, category=FOOD, asked_on=date(2026, 9, 24))
    nuts(street, pip, "eggs", told_on=date(2026, 10, 1), status=AllergyStatus.WAS_A_MISTAKE)
    assert street.says(pip, Slot.SAFETY) == [
        "Food: asked 2 months ago, told us of none",
        "Medicine: never asked",
        "Allergic to eggs — was a mistake",
    ]


def test_food_rolls_up_to_the_household_with_its_owner() -> None:
    street = Street()
    ana, leo, guest = street.person("Ana"), street.person("Leo"), street.person("Sam")
    street.home(ana, leo, guest)
    street.related(ana, "child", leo, words="son")
    nuts(street, leo, "sesame", told_by="Ana", told_on=TODAY)
    nuts(street, guest, "milk", kind=AllergyKind.INTOLERANCE, told_on=TODAY)
    assert street.says(ana, Slot.SAFETY) == [
        "Leo, their son: sesame — told by Ana, today",
        "Sam, same household, intolerance: milk — told us today",
        "Food: never asked",
        "Medicine: never asked",
    ]
    assert street.says(guest, Slot.SAFETY)[1] == "Leo, same household: sesame — told by Ana, today"


def test_a_relative_who_lives_elsewhere_keeps_their_allergies_to_themselves() -> None:
    street = Street()
    ana, leo = street.person("Ana"), street.person("Leo")
    street.related(ana, "child", leo)
    nuts(street, leo, "sesame")
    assert street.says(ana, Slot.SAFETY) == ["Food: never asked", "Medicine: never asked"]


def test_medicine_and_bee_stings_never_roll_up_to_the_household() -> None:
    street = Street()
    ana, rosa = street.person("Ana"), street.person("Rosa")
    street.home(ana, rosa)
    nuts(street, rosa, "penicillin", category=MEDICINE)
    nuts(street, rosa, "bees", category=Category.OTHER)
    assert street.says(ana, Slot.SAFETY) == ["Food: never asked", "Medicine: never asked"]


@pytest.mark.parametrize("agreed", [True, False])
def test_medicine_is_shown_to_a_collector_only_when_its_owner_agreed(agreed: bool) -> None:
    street = Street()
    jonas, walter = street.person("Jonas"), street.person("Walter Brandt")
    nuts(street, walter, "codeine", category=MEDICINE, told_on=TODAY)
    nuts(street, walter, "nuts", told_on=TODAY)
    street.keep(Collects, person_uid=jonas.uid, for_uid=walter.uid, medicine=agreed)
    lines = street.says(jonas, Slot.SAFETY)
    expected = ["Collects for Walter Brandt, allergic to codeine — told us today"] if agreed else []
    assert lines == [*expected, "Food: never asked", "Medicine: never asked"]


@pytest.mark.parametrize("standing", [s for s in Standing if s is not Standing.TOGETHER])
def test_the_food_of_someone_who_parted_is_off_the_card(standing: Standing) -> None:
    street = Street()
    ana, joe = street.person("Ana"), street.person("Joe")
    street.home(ana, joe)
    street.related(ana, "spouse", joe, standing=standing)
    nuts(street, joe, "milk")
    assert street.says(ana, Slot.SAFETY) == ["Food: never asked", "Medicine: never asked"]


def test_the_words_that_carry_the_line_are_the_substance() -> None:
    street = Street()
    ana = street.person("Ana")
    nuts(street, ana, "tree nuts")
    strong = street.card(ana).slot(Slot.SAFETY)[0].strong
    assert strong is not None
    assert strong.in_english() == "tree nuts"


def test_of_someone_who_has_died_what_was_told_stays_and_nothing_asks_to_be_asked() -> None:
    street = Street()
    frank, gone = street.person("Frank"), date(2025, 1, 2)
    nuts(street, frank, told_on=gone)
    nuts(street, frank, "penicillin", category=MEDICINE, status=AllergyStatus.OUTGROWN, status_on=gone)
    street.died(frank)
    lines = street.says(frank, Slot.SAFETY)
    assert [line.split(" — ")[0] for line in lines] == ["Allergic to nuts", "Allergic to penicillin"]
    assert not any("ask" in line for line in lines)
    bo = street.person("Bo Lund")
    street.died(bo)
    assert street.says(bo, Slot.SAFETY) == []
    street.keep(Visit, person_uid=bo.uid, at=datetime(2026, 10, 1, 10))
    assert street.says(bo, Slot.HERE) == [], "when they were last here is no news"
