"""What can be done about each line of a card with one key."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from shopkeeper.domain.allergy import AllergyIntolerance, Asked, Category
from shopkeeper.domain.concern import Concern
from shopkeeper.domain.consent import Consent, Purpose
from shopkeeper.domain.diet import Diet, DietKind
from shopkeeper.domain.household import Standing
from shopkeeper.domain.partial_date import PartialDate
from shopkeeper.domain.person import Person, Tel
from shopkeeper.domain.record import Record
from shopkeeper.remember.agreement import agreement_for, not_agreed
from shopkeeper.remember.offer import LEADS_TO, OPENS_A_FORM, Offer, offer_label
from shopkeeper.remember.reminder import Slot
from tests.remember.gather import Neighbourhood
from tests.remember.someone import TODAY, Street


def waiting(street: Street, person: Person, purpose: Purpose) -> list[Record]:
    return list(not_agreed(Neighbourhood(street.records).memory(person.uid), purpose, TODAY))


def test_every_offer_has_words_for_its_button() -> None:
    labels = [offer_label(offer).in_english() for offer in Offer]
    assert all(label and len(label) <= 16 for label in labels)


def test_an_offer_is_done_at_once_or_leads_on_or_opens_a_form() -> None:
    assert not OPENS_A_FORM.intersection(LEADS_TO)
    led_to = [offer for offers in LEADS_TO.values() for offer in offers]
    assert all(len(set(offers)) == len(offers) for offers in LEADS_TO.values())
    assert not OPENS_A_FORM.intersection(led_to)
    assert not set(LEADS_TO).intersection(led_to)


def test_asked_today_it_is_not_offered_to_be_asked_again() -> None:
    street = Street()
    ana = street.person("Ana")
    flu = {"person_uid": ana.uid, "since": PartialDate.of(TODAY), "consent_uid": "yes"}
    street.keep(Concern, what="flu", **flu)
    street.keep(Concern, what="cough", asked_on=TODAY, **flu)
    lines = street.card(ana).slot(Slot.ASK_AFTER)
    assert [line.offers for line in lines] == [(Offer.ASKED_THEM, Offer.LATER, Offer.CLOSE), (Offer.CLOSE,)]


@pytest.mark.parametrize(
    ("matter", "can_have_died"),
    [
        ({"what": "waiting for exam results"}, False),
        ({"what": "lost her dog"}, False),
        ({"what": "cancer", "grave": True}, True),
        ({"what": "flu", "who": "grandma Rosa"}, True),
    ],
)
def test_that_somebody_has_died_is_offered_of_others_and_of_the_gravely_ill(
    matter: dict[str, Any], can_have_died: bool
) -> None:
    street = Street()
    ana = street.person("Ana")
    street.keep(Concern, person_uid=ana.uid, since=PartialDate.of(TODAY), **matter)
    (line,) = street.card(ana).slot(Slot.ASK_AFTER)
    assert any(Offer.PASSED_ON in LEADS_TO.get(offer, ()) for offer in line.offers) == can_have_died


def test_what_was_put_off_is_asked_after_from_that_day() -> None:
    street = Street()
    ana = street.person("Ana")
    tomorrow = TODAY + timedelta(days=1)
    street.keep(Concern, person_uid=ana.uid, what="flu", since=PartialDate.of(TODAY), ask_from=tomorrow)
    assert street.says(ana, Slot.ASK_AFTER) == []
    assert street.says(ana, Slot.ASK_AFTER, tomorrow) == ["Ask after: flu — yesterday"]


@pytest.mark.parametrize("consent", ["", "yes"])
def test_what_concerns_health_offers_that_somebody_agrees_until_they_have(consent: str) -> None:
    street = Street()
    ana = street.person("Ana")
    theirs = {"person_uid": ana.uid, "consent_uid": consent}
    facts = [
        street.keep(AllergyIntolerance, category=Category.FOOD, substance="nuts", **theirs),
        street.keep(Asked, category=Category.MEDICINE, asked_on=TODAY, **theirs),
        street.keep(Diet, kind=DietKind.CONDITION, text="coeliac", **theirs),
        street.keep(Concern, what="flu", since=PartialDate.of(TODAY), **theirs),
    ]
    lines = [line for line in street.card(ana).reminders if {f.uid for f in facts}.intersection(line.about)]
    assert len(lines) == len(facts)
    assert {line.agreed for line in lines} == {bool(consent)}
    assert waiting(street, ana, Purpose.HEALTH) == ([] if consent else facts)


def test_what_somebody_merely_avoids_asks_for_nobodys_yes() -> None:
    street = Street()
    ana = street.person("Ana")
    street.keep(Diet, person_uid=ana.uid, kind=DietKind.AVOIDS, text="pork")
    assert waiting(street, ana, Purpose.HEALTH) == []
    assert all(line.agreed for line in street.card(ana).reminders)


def test_family_and_the_days_of_a_child_ask_for_one_yes_which_can_be_taken_back() -> None:
    street = Street()
    ana, leo, old = street.person("Ana"), street.person("Leo"), street.person("Otto")
    tie = street.related(ana, "child", leo)
    day = street.birthday(leo, "2019-05-04")
    street.birthday(old, "1950-05-04")
    assert waiting(street, ana, Purpose.FAMILY) == [tie]
    assert waiting(street, leo, Purpose.FAMILY) == [day]
    assert waiting(street, old, Purpose.FAMILY) == []
    agreed = {"person_uid": leo.uid, "purpose": Purpose.FAMILY, "agreed_on": TODAY}
    street.keep(Consent, withdrawn_on=TODAY, **agreed)
    assert waiting(street, leo, Purpose.FAMILY) == [day]
    yes = street.keep(Consent, **agreed)
    assert waiting(street, leo, Purpose.FAMILY) == []
    assert agreement_for(Neighbourhood(street.records).memory(leo.uid), Purpose.FAMILY) == yes.uid


def test_how_to_reach_somebody_asks_for_a_yes_and_what_is_the_households_does_not() -> None:
    street = Street()
    ana = street.person("Ana")
    home = street.home(ana)
    own = street.keep(Tel, owner_uid=ana.uid, value="1")
    street.keep(Tel, owner_uid=home.uid, value="2")
    assert waiting(street, ana, Purpose.CONTACT) == [own]


def test_nobody_asks_the_dead_or_those_who_asked_to_be_forgotten() -> None:
    street = Street()
    ana, joe = street.person("Ana"), street.person("Joe")
    for person in (ana, joe):
        street.keep(AllergyIntolerance, person_uid=person.uid, category=Category.FOOD, substance="nuts")
        street.keep(Tel, owner_uid=person.uid, value="1")
    street.died(ana, told_on=date(2026, 11, 2))
    street.opted_out(joe)
    assert [waiting(street, one, purpose) for one in (ana, joe) for purpose in Purpose] == [[]] * 6
    assert all(not line.offers for one in (ana, joe) for line in street.card(one).reminders)


def test_who_is_to_be_kept_apart_from_somebody_who_asked_to_be_forgotten_is_still_protected() -> None:
    street = Street()
    ana, joe = street.person("Ana"), street.person("Joe")
    street.related(ana, "spouse", joe, standing=Standing.KEEP_APART)
    street.opted_out(joe)
    assert street.says(ana, Slot.NOW) == ["Ask the owner before sharing"]
