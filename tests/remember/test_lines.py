"""The other slots, one sentence of the product each."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest

from shopkeeper.domain.allergy import AllergyIntolerance, Category
from shopkeeper.domain.concern import Concern, Outcome
from shopkeeper.domain.diet import Diet, DietKind
from shopkeeper.domain.dont_mention import DontMention
from shopkeeper.domain.household import Standing
from shopkeeper.domain.interest import Interest, InterestKind
from shopkeeper.domain.introduction import Introduction
from shopkeeper.domain.kindness import Direction, Kindness
from shopkeeper.domain.partial_date import PartialDate
from shopkeeper.domain.person import Adr, Name, Person
from shopkeeper.domain.pet import Pet
from shopkeeper.domain.promise import Promise, PromiseStatus
from shopkeeper.domain.referral import Referral
from shopkeeper.domain.visit import Visit
from shopkeeper.domain.wanted import Wanted
from shopkeeper.remember.card import FOOT
from shopkeeper.remember.reminder import Mark, Slot
from tests.remember.someone import TODAY, Street, said, whole


def ago(days: int) -> PartialDate:
    return PartialDate.of(TODAY - timedelta(days=days))


def concern(street: Street, person: Person, what: str = "flu", days: int = 9, **values: Any) -> Concern:
    return street.keep(Concern, **{"person_uid": person.uid, "what": what, "since": ago(days), **values})


# Slot 1: who


def test_the_head_of_the_card_says_what_to_call_them_and_how() -> None:
    street = Street()
    name = Name(given="Amelia", family="Novak")
    amelia = street.keep(
        Person, name=name, call_them="Millie", say_it="uh-MEE-lee-uh", pronouns="she", here_since=PartialDate(year=2014)
    )
    assert street.says(amelia, Slot.WHO) == ["Amelia Novak — Say “Millie” · uh-MEE-lee-uh · she · here since 2014"]


def test_someone_who_only_has_a_name_is_only_a_name() -> None:
    street = Street()
    assert street.says(street.person("Bo Lund"), Slot.WHO) == ["Bo Lund"]


def test_two_people_of_one_name_are_told_apart_by_the_shortest_true_line() -> None:
    street = Street()
    one, two, leo = street.person("Maria Silva"), street.person("Maria Silva"), street.person("Leo")
    for person in (one, two):
        street.keep(Adr, owner_uid=person.uid, street="Elm St 4")
    street.related(one, "child", leo, words="son")
    street.records[1] = replace(two, title="nurse")
    assert street.says(one, Slot.WHO) == ["Maria Silva — son Leo"]
    assert street.says(two, Slot.WHO) == ["Maria Silva — nurse"]


# Slot 3: be gentle, and what to keep quiet about


@pytest.mark.parametrize(("days", "gentle"), [(0, True), (89, True), (90, False)])
def test_be_gentle_for_ninety_days_from_the_day_we_heard(days: int, gentle: bool) -> None:
    street = Street()
    ana, rosa = street.person("Ana"), street.person("Rosa")
    street.related(ana, "parent", rosa, words="mum")
    street.died(rosa, "2026-03", told_on=TODAY - timedelta(days=days))
    line = ["Be gentle: lost Rosa — their mum · died in March"]
    assert street.says(ana, Slot.NOW) == (line if gentle else [])


def test_the_card_of_someone_who_has_died_says_so_quietly() -> None:
    street = Street()
    rosa = street.person("Rosa")
    street.birthday(rosa, "1940-11-25", age_may_be_said=True)
    street.died(rosa, "2026-11-01")
    assert street.says(rosa, Slot.NOW) == ["Rosa died 3 weeks ago"]
    assert street.card(rosa).slot(Slot.NOW)[0].mark is Mark.CANDLE


def test_a_protective_flag_says_only_ask_the_owner_before_sharing() -> None:
    street = Street()
    ana, joe = street.person("Ana"), street.person("Joe")
    street.related(ana, "former-partner", joe, standing=Standing.KEEP_APART)
    for person in (ana, joe):
        assert street.says(person, Slot.NOW) == ["Ask the owner before sharing"]
    assert "Joe" not in whole(street.card(ana))


def test_what_not_to_mention_is_seen_only_while_a_key_is_held() -> None:
    street = Street()
    dee = street.person("Dee")
    street.keep(DontMention, person_uid=dee.uid, text="the wedding")
    card = street.card(dee)
    assert "Don't mention: the wedding" in whole(card)
    shown, yielded = card.within(14)
    assert "wedding" not in "".join(map(said, shown))
    assert yielded == 0
    assert "wedding" in "".join(map(said, card.within(14, private=True)[0]))


# Slot 4: ask after


def test_an_illness_in_the_family_is_asked_after_with_who_what_and_since() -> None:
    street = Street()
    ana, rosa = street.person("Ana"), street.person("Rosa Duarte")
    street.related(ana, "parent", rosa, words="grandma")
    concern(street, rosa, "her flu", said="in bed all week, hates the soup")
    assert street.says(ana, Slot.ASK_AFTER) == [
        "Ask how grandma Rosa is after her flu — 9 days ago · “in bed all week, hates the soup”"
    ]
    assert street.says(rosa, Slot.ASK_AFTER) == ["Ask after: her flu — 9 days ago · “in bed all week, hates the soup”"]


def test_the_oldest_grave_matter_stands_first_then_the_newest_small_one() -> None:
    street = Street()
    ana = street.person("Ana")
    concern(street, ana, "a cold", 20)
    concern(street, ana, "the court case", 40, grave=True)
    concern(street, ana, "the treatment", 400, grave=True)
    concern(street, ana, "the driving test", 2)
    titles = [r.title.in_english() for r in street.card(ana).slot(Slot.ASK_AFTER)]
    assert [t.removeprefix("Ask after: ") for t in titles] == [
        "the treatment",
        "the court case",
        "the driving test",
        "a cold",
    ]


@pytest.mark.parametrize(("days", "grave", "asked"), [(30, False, True), (31, False, False), (900, True, True)])
def test_small_matters_fade_after_thirty_days_and_grave_ones_stay(days: int, grave: bool, asked: bool) -> None:
    street = Street()
    ana = street.person("Ana")
    concern(street, ana, days=days, grave=grave)
    assert bool(street.says(ana, Slot.ASK_AFTER)) is asked


def test_a_small_matter_known_only_by_its_month_fades_from_the_end_of_that_month() -> None:
    street = Street()
    ana = street.person("Ana")
    concern(street, ana, since=PartialDate(year=2026, month=10))
    assert street.says(ana, Slot.ASK_AFTER) == ["Ask after: flu — in October"]
    assert street.says(ana, Slot.ASK_AFTER, date(2026, 12, 1)) == []


@pytest.mark.parametrize("over", [{"closed_on": TODAY}, {"outcome": Outcome.PASSED_ON}])
def test_what_is_closed_is_not_asked_after_however_grave(over: dict[str, Any]) -> None:
    street = Street()
    ana = street.person("Ana")
    concern(street, ana, grave=True, **over)
    assert street.says(ana, Slot.ASK_AFTER) == []


def test_asked_today_is_shown_to_the_whole_shop_so_nobody_asks_twice() -> None:
    street = Street()
    ana = street.person("Ana")
    concern(street, ana, who="grandma Rosa", asked_on=TODAY, asked_by="Mia", outcome=Outcome.BETTER)
    concern(street, ana, "the move", asked_on=TODAY - timedelta(days=3), outcome=Outcome.SAME)
    assert street.says(ana, Slot.ASK_AFTER) == [
        "Ask after: the move — 9 days ago · asked 3 days ago · the same",
        "Asked today by Mia: grandma Rosa, flu — 9 days ago · better",
    ]


def test_one_illness_told_by_two_people_is_asked_after_once() -> None:
    street = Street()
    ana, rosa = street.person("Ana"), street.person("Rosa")
    street.related(ana, "parent", rosa)
    concern(street, ana, who="grandma Rosa", who_uid=rosa.uid)
    concern(street, rosa)
    assert len(street.says(ana, Slot.ASK_AFTER)) == 1
    assert len(street.says(rosa, Slot.ASK_AFTER)) == 1


def test_the_illness_of_a_neighbour_stays_on_the_neighbours_card() -> None:
    street = Street()
    ana, sam = street.person("Ana"), street.person("Sam")
    street.related(ana, "neighbour", sam)
    concern(street, sam)
    assert street.says(ana, Slot.ASK_AFTER) == []


# Slot 5: promises and kindness


def test_what_we_promised_stands_first_with_its_day() -> None:
    street = Street()
    dee = street.person("Dee Okafor", call_them="Mrs Okafor")
    street.keep(Kindness, person_uid=dee.uid, direction=Direction.RECEIVED, text="brought plums", on=ago(12))
    street.keep(Promise, person_uid=dee.uid, text="ask the supplier")
    street.keep(
        Promise, person_uid=dee.uid, text="the rye recipe", by=PartialDate.of(date(2026, 11, 27)), made_on=TODAY
    )
    street.keep(Promise, person_uid=dee.uid, text="a big tin", by=ago(2), made_by="MK", made_on=date(2026, 11, 10))
    street.keep(Promise, person_uid=dee.uid, text="a bag", status=PromiseStatus.KEPT)
    assert street.says(dee, Slot.KINDNESS) == [
        "We promised: a big tin — it was for 2 days ago · MK said so 2 weeks ago",
        "We promised: the rye recipe, by Friday — said today",
        "We promised: ask the supplier",
        "From Mrs Okafor: brought plums — 12 days ago",
    ]


def test_a_thank_you_that_we_owe_stands_before_the_last_kindness_each_way() -> None:
    street = Street()
    ana = street.person("Ana")
    for direction, text, days, owed in (
        (Direction.RECEIVED, "brought plums", 3, True),
        (Direction.RECEIVED, "lent us her ladder", 40, False),
        (Direction.RECEIVED, "an old one", 400, False),
        (Direction.GIVEN, "a bag of doughnuts", 365, False),
        (Direction.GIVEN, "a loaf", 800, False),
    ):
        street.keep(Kindness, person_uid=ana.uid, direction=direction, text=text, on=ago(days), thanks_owed=owed)
    assert street.says(ana, Slot.KINDNESS) == [
        "Say thank you: brought plums — 3 days ago",
        "From Ana: lent us her ladder — 5 weeks ago · From us: a bag of doughnuts, 12 months ago",
    ]


def test_a_kindness_of_ours_alone_is_remembered_too() -> None:
    street = Street()
    ana = street.person("Ana")
    street.keep(Kindness, person_uid=ana.uid, direction=Direction.GIVEN, text="a loaf", on=PartialDate(year=2024))
    assert street.says(ana, Slot.KINDNESS) == ["From us: a loaf — in 2024"]


# Slot 6: cares about


def test_what_they_care_about_is_one_line_and_diets_another_with_a_leaf() -> None:
    street = Street()
    ana = street.person("Ana")
    for kind, text in (
        (InterestKind.INTEREST, "keeps bees"),
        (InterestKind.DISLIKES, "raisins"),
        (InterestKind.INTEREST, "knits"),
        (InterestKind.LIKES, "sourdough sliced thick"),
        (InterestKind.USUAL, "a rye"),
    ):
        street.keep(Interest, person_uid=ana.uid, kind=kind, text=text)
    street.keep(Diet, person_uid=ana.uid, kind=DietKind.DIET, text="vegan")
    street.keep(Diet, person_uid=ana.uid, kind=DietKind.AVOIDS, text="sugar")
    assert street.says(ana, Slot.CARES_ABOUT) == [
        "Keeps bees, knits — The usual: a rye · Likes sourdough sliced thick · Does not like raisins",
        "Vegan, avoids sugar",
    ]
    assert street.card(ana).slot(Slot.CARES_ABOUT)[1].mark is Mark.LEAF


@pytest.mark.parametrize("mine", [True, None, False])
@pytest.mark.parametrize("theirs", [True, None, False])
def test_an_introduction_is_shown_only_when_both_have_said_yes(mine: bool | None, theirs: bool | None) -> None:
    street = Street()
    ana, tom = street.person("Ana Duarte"), street.person("Tom Reyes")
    street.keep(
        Introduction, person_uid=ana.uid, other_uid=tom.uid, about="bees", person_agrees=mine, other_agrees=theirs
    )
    for me, other in ((ana, "Tom Reyes"), (tom, "Ana Duarte")):
        both = [f"Introduce to {other}: bees — both have said yes"]
        assert street.says(me, Slot.CARES_ABOUT) == (both if mine and theirs else [])


@pytest.mark.parametrize(
    ("more", "line"),
    [
        ({}, "Introduced to Tom: bees — yesterday · ask if they have met"),
        ({"met_on": TODAY}, "Has met Tom: bees — today"),
        ({"met_on": TODAY, "outcome": "shares a hive"}, "Has met Tom: bees — today · “shares a hive”"),
    ],
)
def test_after_an_introduction_the_card_asks_how_it_went_and_then_says_so(more: dict[str, Any], line: str) -> None:
    street = Street()
    ana, tom = street.person("Ana"), street.person("Tom")
    agreed = {"person_agrees": True, "other_agrees": True, "introduced_on": TODAY - timedelta(days=1)}
    street.keep(Introduction, person_uid=ana.uid, other_uid=tom.uid, about="bees", **agreed, **more)
    assert street.says(ana, Slot.CARES_ABOUT) == [line]
    assert street.says(ana, Slot.CARES_ABOUT, TODAY + timedelta(days=100)) == []


def test_what_has_arrived_stands_first_and_a_referral_last() -> None:
    street = Street()
    ida = street.person("Ida")
    sent = {"sought": "spelt flour", "sent_to": "Marta's Mill"}
    street.keep(Referral, person_uid=ida.uid, on=TODAY - timedelta(days=9), **sent)
    street.keep(Referral, person_uid=ida.uid, on=TODAY - timedelta(days=5), sought="x", sent_to="y", outcome="found it")
    street.keep(Interest, person_uid=ida.uid, kind=InterestKind.LIKES, text="quinces")
    street.keep(Wanted, person_uid=ida.uid, text="a bread tin", since=TODAY)
    street.keep(Wanted, person_uid=ida.uid, text="quince jelly", arrived_on=TODAY - timedelta(days=1))
    street.keep(Wanted, person_uid=ida.uid, text="yeast", arrived_on=TODAY, told_on=TODAY)
    assert street.says(ida, Slot.CARES_ABOUT) == [
        "Tell them it has arrived: quince jelly — came in yesterday",
        "Likes quinces",
        "Waiting for a bread tin — today",
        "We sent them to Marta's Mill for spelt flour — 9 days ago · ask if they found it",
    ]
    assert street.says(ida, Slot.CARES_ABOUT, TODAY + timedelta(days=120))[-1].startswith("Waiting")


@pytest.mark.parametrize(
    ("typed", "shown"),
    [("keeps bees", "Keeps bees"), ("iPads", "iPads"), ("ნინო", "ნინო"), ("3 dogs", "3 dogs"), (" rye", " rye")],
)
def test_typed_words_that_head_a_line_begin_with_a_capital_where_their_script_has_one(typed: str, shown: str) -> None:
    street = Street()
    ana = street.person("Ana")
    street.keep(Interest, person_uid=ana.uid, kind=InterestKind.INTEREST, text=typed)
    assert street.says(ana, Slot.CARES_ABOUT) == [shown]


# Slot 7: here


def test_who_is_at_home_is_one_line_with_the_ages_of_children_and_the_dead() -> None:
    street = Street()
    ana, leo, rosa, frank, sam = (street.person(n) for n in ("Ana", "Leo", "Rosa", "Frank", "Sam"))
    home = street.home(ana, leo, rosa, frank, sam, name="Novak")
    street.related(ana, "child", leo, words="son")
    street.related(ana, "parent", rosa, words="grandmother")
    street.birthday(leo, "2018-11-27")
    street.birthday(rosa, "1950-11-27")
    street.died(frank, "2023", date(2023, 1, 1))
    street.keep(Pet, owner_uid=home.uid, name="Biscuit", species="beagle")
    assert street.says(ana, Slot.HERE) == [
        "Novak household: Ana · Leo (8 on Friday) · Rosa (grandmother) · Sam · Frank † 2023 · Biscuit (beagle)"
    ]
    assert street.says(ana, Slot.HERE, TODAY - timedelta(days=30))[0].startswith("Novak household: Ana · Leo (7) · ")


def test_a_childs_age_that_was_told_is_about() -> None:
    street = Street()
    ana, leo = street.person("Ana"), street.person("Leo")
    street.home(ana, leo)
    street.birthday(leo, "--05-04", age_told=7, age_told_on=TODAY)
    assert street.says(ana, Slot.HERE) == ["At home: Ana · Leo (about 7)"]


def test_last_seen_says_when_and_by_whom() -> None:
    street = Street()
    ana = street.person("Ana")
    street.keep(Visit, person_uid=ana.uid, at=datetime(2026, 11, 1, 9))
    street.keep(Visit, person_uid=ana.uid, at=datetime(2026, 11, 23, 23, 59), seen_by="Mia")
    assert street.says(ana, Slot.HERE) == ["last here yesterday, seen by Mia"]


def test_the_foot_of_every_card_says_what_it_is_not() -> None:
    street = Street()
    card = street.card(street.person("Bo"))
    assert card.foot is FOOT
    assert FOOT.in_english() == "Our own notes, as told to us. Not a safety check. Read the label and ask."


def test_a_relative_is_told_in_the_pronouns_that_people_gave() -> None:
    street = Street()
    ana = street.keep(Person, name=Name(given="Ana"), pronouns="she")
    tom = street.keep(Person, name=Name(given="Tom"), pronouns="he/him")
    kim = street.keep(Person, name=Name(given="Kim"), pronouns="they")
    street.related(ana, "child", tom)
    street.related(tom, "sibling", kim)
    street.home(ana, tom, kim)
    street.keep(AllergyIntolerance, person_uid=tom.uid, category=Category.FOOD, substance="milk", told_on=TODAY)
    street.keep(AllergyIntolerance, person_uid=ana.uid, category=Category.FOOD, substance="figs", told_on=TODAY)
    assert "Tom, her son: milk" in str(street.says(ana, Slot.SAFETY))
    assert "Ana, his mother: figs" in str(street.says(tom, Slot.SAFETY))
    assert "Tom, their brother: milk" in str(street.says(kim, Slot.SAFETY))


def test_an_illness_is_asked_after_in_the_pronouns_of_the_one_who_has_it() -> None:
    street = Street()
    rosa = street.keep(Person, name=Name(given="Rosa"), pronouns="she")
    ana, bo = street.person("Ana"), street.person("Bo")
    street.related(ana, "parent", rosa, words="grandma")
    street.related(ana, "friend", bo)
    concern(street, ana, "flu", 9, who="grandma Rosa", who_uid=rosa.uid)
    concern(street, ana, "the move", 8, who="Bo", who_uid=bo.uid)
    concern(street, ana, "cold", 7, who="Bo", who_uid=bo.uid)
    assert [line.partition(" — ")[0] for line in street.says(ana, Slot.ASK_AFTER)] == [
        "Ask how Bo is: cold",
        "Ask how Bo is after the move",
        "Ask how grandma Rosa is after her flu",
    ]
