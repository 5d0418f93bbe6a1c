"""What one key does about a line: on Demo Street, in a real encrypted book."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

import pytest

from shopkeeper.domain.allergy import AllergyStatus
from shopkeeper.domain.change import made
from shopkeeper.domain.consent import Purpose
from shopkeeper.domain.introduction import Introduction
from shopkeeper.domain.partial_date import PartialDate
from shopkeeper.domain.phrase import verbatim
from shopkeeper.domain.promise import PromiseStatus
from shopkeeper.domain.record import Uid
from shopkeeper.host.clock import Clock
from shopkeeper.remember.card import Card
from shopkeeper.remember.offer import LEADS_TO, OPENS_A_FORM, Offer
from shopkeeper.remember.reminder import Reminder, Slot
from shopkeeper.usecases.closing import closing
from shopkeeper.usecases.deeds import do
from shopkeeper.usecases.demo import demo
from shopkeeper.usecases.keep import was_here
from shopkeeper.usecases.look_up import card, find
from shopkeeper.usecases.neighbours import neighbours
from shopkeeper.usecases.one_act import one_act
from shopkeeper.usecases.records import add, edit
from shopkeeper.usecases.refused import Refused
from shopkeeper.usecases.shop import Shop
from shopkeeper.usecases.tell import keep, listen
from shopkeeper.usecases.today import today
from shopkeeper.usecases.undo import redo, undo
from tests.usecases.shops import DAY, said_in, whole

DEEDS = sorted(set(Offer) - OPENS_A_FORM - {Offer.GONE})
# A day later still, each time it is asked for.
AS_OFTEN_AS_ASKED = {Offer.LATER}


@pytest.fixture(scope="module")
def street() -> Iterator[Shop]:
    with demo(Clock.fixed(DAY)) as shop:
        yield replace(shop, by="MK")


@pytest.fixture(autouse=True)
def _as_it_was(street: Shop) -> Iterator[None]:
    yield
    while undo(street) is not None:
        pass


def uid_of(shop: Shop, name: str) -> Uid:
    return find(shop, name).rows[0].person_uid


def cards(shop: Shop) -> dict[Uid, Card]:
    return {uid: card(shop, uid) for uid in shop.store.uids()}


def offers_of(reminder: Reminder) -> set[Offer]:
    return {*reminder.offers, *(led for offer in reminder.offers for led in LEADS_TO.get(offer, ()))}


def line_with(shop: Shop, offer: Offer, whose: str = "") -> tuple[Uid, Reminder]:
    people = [uid_of(shop, whose)] if whose else shop.store.uids()
    return next(
        (uid, reminder) for uid in people for reminder in card(shop, uid).reminders if offer in offers_of(reminder)
    )


def done(shop: Shop, offer: Offer, whose: str, **how: object) -> str:
    """Do it on the first line of this card that offers it; the name of the act."""
    uid, line = line_with(shop, offer, whose)
    return do(shop, offer, line.about, uid, **how).name.in_english()  # type: ignore[arg-type]  # words of a test


@pytest.mark.parametrize("offer", DEEDS)
def test_each_deed_is_one_named_act_that_changes_the_card_is_not_done_twice_and_is_undone_exactly(
    street: Shop, offer: Offer
) -> None:
    uid, line = line_with(street, offer)
    book, before = whole(street), cards(street)
    act = do(street, offer, line.about, uid)
    assert act.person_uid == uid
    assert act.name.context == "Deeds"
    assert "{" not in act.name.in_english()
    assert street.store.act(act.act_uid).by == "MK"
    after = cards(street)
    assert after[uid] != before[uid]
    if offer not in AS_OFTEN_AS_ASKED:
        with pytest.raises(Refused):
            do(street, offer, line.about, uid)
        assert cards(street) == after
    undo(street)
    assert whole(street) == book
    assert cards(street) == before
    redo(street)
    assert cards(street) == after


@pytest.mark.parametrize("offer", sorted(OPENS_A_FORM | {Offer.GONE}))
def test_what_needs_words_or_a_choice_first_is_not_done_by_a_key(street: Shop, offer: Offer) -> None:
    uid, line = line_with(street, offer)
    with pytest.raises(Refused):
        do(street, offer, line.about, uid)


def test_every_line_of_every_card_offers_only_what_can_be_done(street: Shop) -> None:
    for uid, told in cards(street).items():
        for reminder in told.reminders:
            for offer in offers_of(reminder) & set(DEEDS):
                do(street, offer, reminder.about, uid)
                undo(street)


def test_a_line_that_is_no_longer_in_the_book_is_refused_in_words(street: Shop) -> None:
    uid, line = line_with(street, Offer.KEPT)
    done(street, Offer.RELEASED, "dee okafor")
    with pytest.raises(Refused, match="settled meanwhile"):
        do(street, Offer.KEPT, line.about, uid)
    with pytest.raises(Refused):
        do(street, Offer.KEPT, ("nowhere",), uid)


# Ask after


def test_how_rosa_is_was_asked_today_and_the_whole_shop_sees_it(street: Shop) -> None:
    assert done(street, Offer.BETTER, "ana duarte") == "asked how Rosa is: better"
    for name in ("ana duarte", "rosa duarte"):
        assert "Asked today by MK" in said_in(card(street, uid_of(street, name)), Slot.ASK_AFTER)


def test_a_small_matter_fades_after_thirty_days_and_a_grave_one_stays(street: Shop) -> None:
    rosa, ida = uid_of(street, "rosa duarte"), uid_of(street, "ida holm")
    done(street, Offer.SAME, "rosa duarte")
    done(street, Offer.SAME, "ida holm")
    later = replace(street, clock=Clock.fixed(DAY + timedelta(days=60)))
    assert said_in(card(later, rosa), Slot.ASK_AFTER) == ""
    assert "new hip" in said_in(card(later, ida), Slot.ASK_AFTER)
    done(street, Offer.CLOSE, "ida holm")
    assert said_in(card(later, ida), Slot.ASK_AFTER) == ""


def test_what_was_no_good_moment_is_asked_after_from_the_next_day(street: Shop) -> None:
    done(street, Offer.LATER, "rosa duarte")
    rosa = uid_of(street, "rosa duarte")
    assert said_in(card(street, rosa), Slot.ASK_AFTER) == ""
    tomorrow = replace(street, clock=Clock.fixed(DAY + timedelta(days=1)))
    assert "flu" in said_in(card(tomorrow, rosa), Slot.ASK_AFTER)


def test_of_whom_we_hear_that_they_have_died_every_card_knows_it_in_the_same_act(street: Shop) -> None:
    book, ana = whole(street), uid_of(street, "ana duarte")
    done(street, Offer.PASSED_ON, "ana duarte", told_by="Ana")
    assert "Be gentle: lost Rosa" in said_in(card(street, ana), Slot.NOW)
    undo(street)
    assert whole(street) == book


# Kindness and promises


def test_a_promise_is_put_off_to_a_day_on_which_the_shop_is_open(street: Shop) -> None:
    dee = uid_of(street, "dee okafor")
    done(street, Offer.LATER, "dee okafor")
    [promise] = street.store.memory_of(dee).promises
    assert promise.by is not None
    day = promise.by.whole()
    assert day is not None
    assert street.calendar.is_open(day)
    assert day > DAY + timedelta(days=5)
    done(street, Offer.LATER, "dee okafor", by=PartialDate(said="before Easter"))
    assert street.store.memory_of(dee).promises[0].by == PartialDate(said="before Easter")
    assert done(street, Offer.KEPT, "dee okafor") == "kept our promise to Dee: the rye recipe"
    assert street.store.memory_of(dee).promises[0].status is PromiseStatus.KEPT
    assert "rye recipe" not in said_in(card(street, dee), Slot.KINDNESS)


def test_a_thank_you_that_we_owed_is_said_and_the_kindness_stays(street: Shop) -> None:
    dee = uid_of(street, "dee okafor")
    assert "Say thank you: brought us plums" in said_in(card(street, dee), Slot.KINDNESS)
    done(street, Offer.THANKED, "dee okafor")
    assert "From Mrs Okafor: brought us plums" in said_in(card(street, dee), Slot.KINDNESS)


# Safety


def test_asking_again_makes_the_answer_young_on_every_card_it_stands_on(street: Shop) -> None:
    ana = uid_of(street, "ana duarte")
    assert "ask again?" in said_in(card(street, ana), Slot.SAFETY)
    done(street, Offer.STILL_SO, "ana duarte")
    assert "still so today" in said_in(card(street, ana), Slot.SAFETY)
    assert "ask again?" not in said_in(card(street, ana), Slot.SAFETY).splitlines()[0]


def test_an_allergy_that_is_gone_is_struck_through_with_who_said_so(street: Shop) -> None:
    ana = uid_of(street, "ana duarte")
    done(street, Offer.OUTGROWN, "ana duarte", told_by="her doctor")
    [line] = [r for r in card(street, ana).slot(Slot.SAFETY) if r.struck]
    assert [d.in_english() for d in line.details] == ["outgrown", "told by her doctor", "today"]
    [allergy] = street.store.memory_of(ana).allergies
    assert allergy.status is AllergyStatus.OUTGROWN


def test_bo_was_asked_and_told_us_of_none(street: Shop) -> None:
    bo = uid_of(street, "bo lund")
    done(street, Offer.ASKED_NONE_FOOD, "bo lund")
    assert said_in(card(street, bo), Slot.SAFETY).splitlines() == [
        "Food: asked today, told us of none",
        "Medicine: never asked",
    ]
    assert not card(street, bo).slot(Slot.SAFETY)[0].agreed


# Between people


def test_two_beekeepers_are_introduced_and_next_time_the_card_asks_whether_they_met(street: Shop) -> None:
    ana, tom = uid_of(street, "ana duarte"), uid_of(street, "tom ashby")
    assert done(street, Offer.INTRODUCE, "ana duarte") == "introduced Ana to Tom"
    for uid in (ana, tom):
        assert "ask if they have met" in said_in(card(street, uid), Slot.CARES_ABOUT)
    done(street, Offer.MET, "tom ashby", words="he has a spare hive")
    assert "Has met Tom Ashby: bees · today · “he has a spare hive”" in said_in(card(street, ana), Slot.CARES_ABOUT)


def test_who_would_rather_not_meet_is_not_introduced_on_either_card(street: Shop) -> None:
    done(street, Offer.DECLINED, "tom ashby")
    [one] = street.store.memory_of(uid_of(street, "tom ashby")).introductions
    assert (one.person_agrees, one.other_agrees) == (True, False)
    for name in ("ana duarte", "tom ashby"):
        assert "Introduce" not in said_in(card(street, uid_of(street, name)), Slot.CARES_ABOUT)


def test_what_has_come_in_stands_on_the_day_sheet_until_they_know(street: Shop) -> None:
    done(street, Offer.ARRIVED, "ida holm")
    lines = {line.title.in_english(): line for line in today(street)}
    assert "Tell Bo Lund: coarse rye flour is here" in lines
    line = lines["Tell Ida Holm: quince jelly is here"]
    assert line.offers == (Offer.TOLD_THEM,)
    do(street, line.offers[0], line.about, line.person_uid)
    assert "Tell Ida Holm: quince jelly is here" not in [line.title.in_english() for line in today(street)]


def test_what_has_come_in_for_one_has_come_in_for_all_who_asked_for_it(street: Shop) -> None:
    ida, bo = uid_of(street, "ida holm"), uid_of(street, "bo lund")
    [jelly] = street.store.memory_of(ida).wanted
    asked = (
        replace(jelly, uid="same", person_uid=bo, text="Quince Jelly"),
        replace(jelly, uid="other", text="quinces"),
    )
    one_act(street, verbatim("asked for it too"), map(made, asked))
    done(street, Offer.ARRIVED, "ida holm")
    assert "Tell Bo Lund: Quince Jelly is here" in [line.title.in_english() for line in today(street)]
    assert [one.text for one in street.store.waiting()] == ["quinces"]


def test_what_the_day_sheet_offers_can_be_done(street: Shop) -> None:
    offered = [(line, offer) for line in today(street) for offer in line.offers if offer not in OPENS_A_FORM]
    assert offered
    for line, offer in offered:
        do(street, offer, line.about, line.person_uid)
        undo(street)


def test_whether_it_was_found_at_the_neighbours_is_asked_once(street: Shop) -> None:
    ida = uid_of(street, "ida holm")
    assert "Marta’s Mill" in said_in(card(street, ida), Slot.CARES_ABOUT)
    done(street, Offer.FOUND, "ida holm", words="half the price")
    assert "Marta’s Mill" not in said_in(card(street, ida), Slot.CARES_ABOUT)
    [referral] = street.store.memory_of(ida).referrals
    assert (referral.found, referral.outcome) == (True, "half the price")


def test_the_neighbours_are_those_to_whom_somebody_was_sent_each_once_the_latest_first(street: Shop) -> None:
    [referral] = street.store.memory_of(uid_of(street, "ida holm")).referrals
    for n, (place, on) in enumerate((("The Dairy", DAY), ("marta’s mill", date(2020, 1, 1)))):
        new = replace(referral, uid=f"new-{n}", sent_to=place, on=on)
        one_act(street, verbatim("sent them on"), (made(new),))
    assert neighbours(street) == ("The Dairy", "Marta’s Mill")


# Privacy


def test_the_list_at_closing_time_says_who_has_not_agreed_to_what(street: Shop) -> None:
    waiting = {(one.name, one.purpose): one for one in closing(street)}
    joe = waiting["Joe Park", Purpose.HEALTH]
    assert "milk" in joe.what.in_english()
    assert ("Ana Duarte", Purpose.HEALTH) not in waiting
    assert ("Otto Lindgren", Purpose.CONTACT) not in waiting


def test_everything_on_the_list_at_closing_time_is_agreed_with_one_key() -> None:
    with demo(Clock.fixed(DAY)) as shop:
        nobody_met = closing(shop)
        assert {one.purpose for one in nobody_met} == {Purpose.HEALTH}
        for name in ("bo lund", "nora lindqvist"):
            was_here(shop, uid_of(shop, name))
        book, waiting = whole(shop), closing(shop)
        assert [one for one in waiting if one.purpose is Purpose.HEALTH] == list(nobody_met)
        assert [(one.name, one.purpose) for one in waiting if one not in nobody_met] == [
            ("Nora Lindqvist", Purpose.FAMILY), ("Nora Lindqvist", Purpose.CONTACT), ("Bo Lund", Purpose.CONTACT),
        ]  # fmt: skip
        # Who was talked to about one purpose today can be asked about the others.
        while waiting := closing(shop):
            for one in waiting:
                act = do(shop, Offer.AGREED, (), one.person_uid, purpose=one.purpose)
                assert act.name.in_english().split(" agreed")[0] in one.name
        while undo(shop) is not None:
            pass
        assert whole(shop) == book


def test_one_agreement_covers_all_that_waited_for_it(street: Shop) -> None:
    joe = uid_of(street, "joe park")
    done(street, Offer.AGREED, "joe park", given_by="Edie")
    memory = street.store.memory_of(joe)
    [consent] = memory.consents
    assert (consent.purpose, consent.agreed_on, consent.given_by, consent.recorded_by) == (
        Purpose.HEALTH, DAY, "Edie", "MK",
    )  # fmt: skip
    assert [a.consent_uid for a in memory.allergies] == [consent.uid]
    assert all(r.agreed for r in card(street, joe).slot(Slot.SAFETY))


@pytest.mark.parametrize("line", ["likes rye", "allergic to nuts", "son Max"])
def test_of_somebody_who_asked_not_to_be_remembered_nothing_new_is_written(street: Shop, line: str) -> None:
    book, otto, bo = whole(street), uid_of(street, "otto lindgren"), uid_of(street, "bo lund")
    new = Introduction(uid="new", person_uid=bo, other_uid=otto, about="chess")
    refused = "Otto.* asked not to be remembered"
    with pytest.raises(Refused, match=refused):
        keep(street, listen(street, line, otto))
    with pytest.raises(Refused, match=refused):
        was_here(street, otto)
    with pytest.raises(Refused, match=refused):
        add(street, new)
    assert whole(street) == book


def test_an_agreement_that_is_taken_back_leaves_what_stood_on_it_not_agreed_again(street: Shop) -> None:
    ana = uid_of(street, "ana duarte")
    [consent] = [c for c in street.store.memory_of(ana).consents if c.purpose is Purpose.HEALTH]
    edit(street, consent, replace(consent, withdrawn_on=DAY))
    assert not card(street, ana).slot(Slot.SAFETY)[0].agreed
    assert ("Ana Duarte", Purpose.HEALTH) in {(one.name, one.purpose) for one in closing(street)}
    done(street, Offer.AGREED, "ana duarte")
    assert card(street, ana).slot(Slot.SAFETY)[0].agreed
