"""Whom or what to ask after? The oldest grave matter first; small ones fade, so that nobody asks for ever."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from shopkeeper.domain.concern import Concern, Outcome
from shopkeeper.domain.person import Person
from shopkeeper.domain.phrase import Phrase, translate, verbatim
from shopkeeper.knowledge.kinship import Gender, gender_of
from shopkeeper.remember import when
from shopkeeper.remember.agreement import and_agreed
from shopkeeper.remember.moment import Moment
from shopkeeper.remember.names import call_near
from shopkeeper.remember.offer import Offer
from shopkeeper.remember.reminder import Mark, Reminder, Slot, Urgency

# A small matter is asked after for so long.
FADES_AFTER: Final = 30

# English, as the sentences are here; a translation that needs no possessive leaves it out.
_OF_THEIR_OWN: Final = ("a ", "an ", "the ", "her ", "his ", "their ", "my ", "our ")


def concerns(moment: Moment) -> Iterator[Reminder]:
    """What goes on with this person and those near them, each matter once, whoever told us."""
    said: set[tuple[str, str]] = set()
    for concern, who, person in _matters(moment):
        key = (person.uid if person else concern.who_uid or concern.who.casefold(), concern.what.casefold())
        if key not in said and is_open(concern, moment.today):
            said.add(key)
            yield _reminder(moment, concern, who, person)


def is_open(concern: Concern, today: date) -> bool:
    """Whether it is still asked after: grave until closed, small for 30 days from the latest day it can have begun.

    Not before the day to which somebody put it off.
    """
    if concern.closed_on is not None or concern.outcome is Outcome.PASSED_ON:
        return False
    if concern.ask_from is not None and today < concern.ask_from:
        return False
    began = when.latest(concern.since)
    return concern.grave or began is None or (today - began).days <= FADES_AFTER


def _matters(moment: Moment) -> Iterator[tuple[Concern, Phrase | None, Person | None]]:
    """Each matter with how we speak of whom it is about (None: the card's own person), and who that is, if known."""
    family = {n.person.uid: n for n in moment.family()}
    me = moment.memory.person
    for concern in moment.memory.concerns:
        person = moment.around.person(concern.who_uid)
        if concern.who_uid == moment.me or not (concern.who or concern.who_uid):
            yield concern, None, me
        elif concern.who:
            yield concern, verbatim(concern.who), person
        elif concern.who_uid in family:
            yield concern, call_near(family[concern.who_uid]), person
        elif person:
            yield concern, verbatim(str(person.name)), person
    for near in family.values():
        for concern in near.concerns:
            if concern.who_uid == moment.me:
                yield concern, None, me
            elif concern.who_uid == near.person.uid or not (concern.who or concern.who_uid):
                yield concern, call_near(near), near.person


def _reminder(moment: Moment, concern: Concern, who: Phrase | None, person: Person | None) -> Reminder:
    today = moment.today
    asked_today = concern.asked_on == today
    began = concern.since.earliest()
    age = (today - began).days if began else 0
    # Nobody who stands at the counter with an exam behind them has died.
    ask = Offer.ASKED if who is not None or concern.grave else Offer.ASKED_THEM
    offers = (Offer.CLOSE,) if asked_today else (ask, Offer.LATER, Offer.CLOSE)
    return Reminder(
        slot=Slot.ASK_AFTER,
        mark=Mark.ASK,
        title=_asked_title(concern, who) if asked_today else ask_title(concern, who, person),
        details=tuple(_details(concern, today)),
        urgency=Urgency.LATER if asked_today else Urgency.FIRST if concern.grave else Urgency.USUAL,
        order=(-age,) if concern.grave else (age,),
        about=(concern.uid,),
        offers=and_agreed(offers, moment.memory, concern),
    )


def ask_title(concern: Concern, who: Phrase | None, person: Person | None = None) -> Phrase:
    """What to ask: "Ask how grandma Rosa is after her flu", in the pronouns of the one it is about, if we know them."""
    if who is None:
        return translate("card", "Ask after: {what}", "what: the driving test").with_values(what=concern.what)
    gender = gender_of(person.pronouns) if person else None
    if concern.grave or (gender is None and not _says_whose(concern.what)):
        ask = translate("card", "Ask how {who} is: {what}", "who: grandma Rosa; what: flu, or a grave matter")
    elif _says_whose(concern.what):
        ask = translate("card", "Ask how {who} is after {what}", "who: grandma Rosa; what: her flu, the move")
    elif gender is Gender.SHE:
        ask = translate("card", "Ask how {who} is after her {what}", "who: grandma Rosa, a woman; what: flu")
    else:
        ask = translate("card", "Ask how {who} is after his {what}", "who: uncle Tom, a man; what: flu")
    return ask.with_values(who=who, what=concern.what)


def _says_whose(what: str) -> bool:
    """Whether the typed words bring an article or a possessive of their own, as in "her flu" or "the move"."""
    return what.casefold().startswith(_OF_THEIR_OWN)


def _asked_title(concern: Concern, who: Phrase | None) -> Phrase:
    """Seen by the whole shop, so that nobody asks twice."""
    values = {"what": verbatim(concern.what)}
    if who is not None:
        values["what"] = translate("card", "{who}, {what}", "grandma Rosa, flu").with_values(who=who, what=concern.what)
    if concern.asked_by:
        asked = translate("card", "Asked today by {staff}: {what}", "already asked; staff: who asked")
        return asked.with_values(staff=concern.asked_by, **values)
    return translate("card", "Asked today: {what}", "already asked").with_values(**values)


def _details(concern: Concern, today: date) -> Iterator[Phrase]:
    began = concern.since.whole()
    if began and began > today:
        yield when.in_days(began, today)
    elif since := when.was(concern.since, today):
        yield since
    if concern.said:
        yield when.quoted(concern.said)
    if concern.asked_on and concern.asked_on != today:
        asked = translate("card", "asked {when}", "when someone last asked: 3 days ago")
        yield asked.with_values(when=when.ago(concern.asked_on, today))
    match concern.outcome:
        case Outcome.BETTER:
            yield translate("card", "better", "what we heard when we asked after someone")
        case Outcome.SAME:
            yield translate("card", "the same", "what we heard when we asked after someone")
        case Outcome.WORSE:
            yield translate("card", "worse", "what we heard when we asked after someone")
        case Outcome.PASSED_ON | None:
            pass
    if concern.told_by:
        yield translate("card", "told by {who}", "who told us").with_values(who=concern.told_by)
