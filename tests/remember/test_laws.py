from __future__ import annotations

from datetime import datetime

from hypothesis import given
from hypothesis import strategies as st

from shopkeeper.domain.allergy import AllergyIntolerance, AllergyStatus, Asked, Category
from shopkeeper.domain.collects import Collects
from shopkeeper.domain.dont_mention import DontMention
from shopkeeper.domain.household import Membership, Relationship, Standing
from shopkeeper.domain.loss import Loss
from shopkeeper.domain.note import Note
from shopkeeper.domain.opt_out import OptOut
from shopkeeper.domain.person import Person
from shopkeeper.domain.record import Uid
from shopkeeper.domain.shop_calendar import ShopCalendar
from shopkeeper.remember.card import Card, what_to_remember
from shopkeeper.remember.reminder import Mark, Reminder, Slot
from tests.remember.families import NOW, SHOPS, families
from tests.remember.gather import KNOWLEDGE, Neighbourhood, what_is_today
from tests.remember.someone import Street, said


def cards(street: Street, now: datetime, shop: ShopCalendar) -> list[Card]:
    near = Neighbourhood(street.records)
    return [what_to_remember(near.memory(u), near.around(u), now, shop, KNOWLEDGE) for u in near.people]


def people(street: Street) -> dict[Uid, Person]:
    return {r.uid: r for r in street.records if isinstance(r, Person)}


def the_dead(street: Street) -> dict[Uid, str]:
    return {r.person_uid: str(people(street)[r.person_uid].name) for r in street.records if isinstance(r, Loss)}


def the_silent(street: Street) -> set[Uid]:
    return {r.person_uid for r in street.records if isinstance(r, OptOut)}


def homes(street: Street, uid: Uid) -> set[Uid]:
    return {r.household_uid for r in street.records if isinstance(r, Membership) and r.person_uid == uid}


def parted(street: Street, one: Uid, two: Uid) -> bool:
    return any(
        isinstance(r, Relationship)
        and {r.person_uid, r.related_uid} == {one, two}
        and r.standing is not Standing.TOGETHER
        for r in street.records
    )


@given(families(), NOW, SHOPS)
def test_the_same_question_has_the_same_answer(street: Street, now: datetime, shop: ShopCalendar) -> None:
    assert cards(street, now, shop) == cards(street, now, shop)


@given(families(), NOW, SHOPS)
def test_a_card_says_who_it_is_then_safety_then_the_rest_in_slot_order(
    street: Street, now: datetime, shop: ShopCalendar
) -> None:
    for card in cards(street, now, shop):
        slots = [reminder.slot for reminder in card.reminders]
        assert slots == sorted(slots)
        assert slots[0] is Slot.WHO
        assert slots[1:2] == [Slot.SAFETY] or card.person_uid in {*the_dead(street), *the_silent(street)}
        assert slots.count(Slot.WHO) == 1


@given(families(), NOW, SHOPS)
def test_within_the_safety_slot_what_holds_now_stands_before_what_does_not(
    street: Street, now: datetime, shop: ShopCalendar
) -> None:
    for card in cards(street, now, shop):
        told = [reminder.told for reminder in card.slot(Slot.SAFETY)]
        struck = [reminder.struck for reminder in card.slot(Slot.SAFETY)]
        assert told == sorted(told, reverse=True)
        assert struck == sorted(struck)


@given(families(), NOW, SHOPS)
def test_every_allergy_of_a_person_is_on_their_card_in_their_own_words(
    street: Street, now: datetime, shop: ShopCalendar
) -> None:
    for card in cards(street, now, shop):
        if card.person_uid in the_silent(street):
            continue
        own = [r for r in street.records if isinstance(r, AllergyIntolerance) and r.person_uid == card.person_uid]
        lines = {uid: reminder for reminder in card.slot(Slot.SAFETY) for uid in reminder.about}
        for allergy in own:
            line = lines[allergy.uid]
            assert allergy.substance in line.title.in_english()
            assert line.struck == (allergy.status is not AllergyStatus.CURRENT)
            assert not line.private


@given(families(), NOW, SHOPS)
def test_food_and_medicine_are_each_told_or_asked_or_never_asked(
    street: Street, now: datetime, shop: ShopCalendar
) -> None:
    for card in cards(street, now, shop):
        lines = [said(reminder) for reminder in card.slot(Slot.SAFETY) if not reminder.told and not reminder.struck]
        own = [r for r in street.records if isinstance(r, AllergyIntolerance) and r.person_uid == card.person_uid]
        asked = [r for r in street.records if isinstance(r, Asked) and r.person_uid == card.person_uid]
        for category, word in ((Category.FOOD, "Food"), (Category.MEDICINE, "Medicine")):
            mine = [a for a in own if a.category is category]
            stated = [line for line in lines if line.startswith(f"{word}: ")]
            holds = any(a.status is AllergyStatus.CURRENT for a in mine)
            never = f"{word}: never asked" in stated
            if card.person_uid in {*the_dead(street), *the_silent(street)}:
                assert all("told us of none" in line for line in stated)
                continue
            assert len(stated) == (0 if holds else 1)
            assert never == (not mine and not any(a.category is category for a in asked))


@given(families(), NOW, SHOPS, st.integers(0, 30), st.booleans())
def test_safety_is_never_dropped_however_short_the_card(
    street: Street, now: datetime, shop: ShopCalendar, lines: int, private: bool
) -> None:
    for card in cards(street, now, shop):
        shown, yielded = card.within(lines, private=private)
        assert [r for r in shown if r.slot is Slot.SAFETY] == list(card.slot(Slot.SAFETY))
        assert [r for r in shown if r.slot is Slot.WHO] == list(card.slot(Slot.WHO))
        offered = [r for r in card.reminders if private or not r.private]
        assert len(shown) + yielded == len(offered)
        assert [r for r in offered if r in shown] == list(shown)
        gone = {r.slot for r in offered if r not in shown}
        kept = {r.slot for r in shown}
        if gone:
            # A slot gives way only when all that come after it have gone.
            assert not {slot for slot in kept if slot > min(gone)}


@given(families(), NOW, SHOPS)
def test_a_wide_card_shows_everything(street: Street, now: datetime, shop: ShopCalendar) -> None:
    for card in cards(street, now, shop):
        assert card.within(1000, private=True) == (card.reminders, 0)


@given(families(), NOW, SHOPS)
def test_nothing_cheerful_about_the_dead_is_on_any_card(street: Street, now: datetime, shop: ShopCalendar) -> None:
    dead = the_dead(street)
    for card in cards(street, now, shop):
        for reminder in card.reminders:
            if any(name in said(reminder) for name in dead.values()):
                assert _is_quiet(reminder, card.person_uid in dead), said(reminder)
        if card.person_uid in dead:
            marks = {reminder.mark for reminder in card.reminders if not reminder.private}
            assert marks.isdisjoint({Mark.OCCASION, Mark.ASK, Mark.PROMISE, Mark.LEAF})
            assert not card.slot(Slot.ASK_AFTER)
            assert "turn" not in " ".join(map(said, card.reminders))


def _is_quiet(reminder: Reminder, own: bool) -> bool:
    """The candle, the dagger in the household; on their own card who they were and what they did for us."""
    if reminder.mark is Mark.CANDLE or (reminder.slot is Slot.HERE and "†" in said(reminder)):
        return True
    return own and (reminder.slot in (Slot.WHO, Slot.SAFETY, Slot.HERE) or said(reminder).startswith("From "))


@given(families(), NOW, SHOPS)
def test_the_day_sheet_is_quiet_about_the_dead_too(street: Street, now: datetime, shop: ShopCalendar) -> None:
    near, dead = Neighbourhood(street.records), the_dead(street)
    lines = what_is_today([(near.memory(u), near.around(u)) for u in near.people], now, shop)
    for line in lines:
        text = f"{line.title.in_english()} {line.detail.in_english()}"
        assert line.mark is Mark.CANDLE or not any(name in text for name in dead.values()), text


@given(families(), NOW, SHOPS)
def test_medicine_of_another_person_is_on_no_card_but_an_agreed_collectors(
    street: Street, now: datetime, shop: ShopCalendar
) -> None:
    allergies = {r.uid: r for r in street.records if isinstance(r, AllergyIntolerance)}
    agreed = {(r.person_uid, r.for_uid) for r in street.records if isinstance(r, Collects) and r.medicine}
    for card in cards(street, now, shop):
        for reminder in card.reminders:
            for allergy in (allergies[uid] for uid in reminder.about if uid in allergies):
                if allergy.person_uid == card.person_uid:
                    continue
                if allergy.category is Category.MEDICINE:
                    assert (card.person_uid, allergy.person_uid) in agreed
                else:
                    assert allergy.category is Category.FOOD
                    assert homes(street, card.person_uid) & homes(street, allergy.person_uid)


@given(families(), NOW, SHOPS)
def test_those_who_parted_are_not_named_on_each_others_cards(street: Street, now: datetime, shop: ShopCalendar) -> None:
    for card in cards(street, now, shop):
        text = "\n".join(said(reminder) for reminder in card.reminders)
        for uid, other in people(street).items():
            if parted(street, card.person_uid, uid):
                assert str(other.name) not in text


@given(families(), NOW, SHOPS)
def test_only_dont_mention_and_private_notes_are_private_and_all_of_them_are(
    street: Street, now: datetime, shop: ShopCalendar
) -> None:
    private = {r.uid for r in street.records if isinstance(r, DontMention) or (isinstance(r, Note) and r.private)}
    for card in cards(street, now, shop):
        for reminder in card.reminders:
            assert reminder.private == bool(private.intersection(reminder.about))
        shown, _ = card.within(1000)
        assert not any(reminder.private for reminder in shown)


@given(families(), NOW, SHOPS)
def test_nothing_is_said_twice_on_one_card(street: Street, now: datetime, shop: ShopCalendar) -> None:
    for card in cards(street, now, shop):
        days = [r.about for r in card.reminders if r.slot in (Slot.NOW, Slot.ASK_AFTER) and len(r.about) == 1]
        assert len(set(days)) == len(days)


@given(families(), NOW, SHOPS)
def test_no_card_shouts_and_no_hole_is_left_open(street: Street, now: datetime, shop: ShopCalendar) -> None:
    for card in cards(street, now, shop):
        for reminder in card.reminders:
            text = said(reminder).replace("{roasted}", "roasted")
            assert "!" not in text
            assert "{" not in text
            assert "%n" not in text
            assert text.strip() == text
            assert text


@given(families(), NOW, SHOPS)
def test_taking_a_loss_back_restores_every_card(street: Street, now: datetime, shop: ShopCalendar) -> None:
    losses = [r for r in street.records if isinstance(r, Loss) and r.person_uid not in the_silent(street)]
    living = Street([r for r in street.records if not isinstance(r, Loss)])
    before = cards(living, now, shop)
    after = cards(Street([*living.records, *losses]), now, shop)
    assert (before == after) == (not losses)
    assert cards(living, now, shop) == before


@given(families(), NOW, SHOPS)
def test_of_those_who_asked_not_to_be_remembered_nothing_is_said_but_their_name(
    street: Street, now: datetime, shop: ShopCalendar
) -> None:
    silent = the_silent(street)
    names = [str(people(street)[uid].name) for uid in silent]
    for card in cards(street, now, shop):
        if card.person_uid in silent:
            assert list(map(said, card.reminders)) == [card.name, "Asked us not to remember them"]
        else:
            assert not [said(r) for r in card.reminders if any(name in said(r) for name in names)]
    near = Neighbourhood(street.records)
    for line in what_is_today([(near.memory(u), near.around(u)) for u in near.people], now, shop):
        assert line.person_uid not in silent
        assert not any(name in f"{line.title.in_english()} {line.detail.in_english()}" for name in names)


@given(families(), NOW, SHOPS)
def test_a_line_offers_each_thing_once_and_on_the_card_of_the_dead_nothing_is_asked(
    street: Street, now: datetime, shop: ShopCalendar
) -> None:
    for card in cards(street, now, shop):
        for reminder in card.reminders:
            assert len(set(reminder.offers)) == len(reminder.offers)
            if card.person_uid in the_dead(street):
                assert not reminder.offers
