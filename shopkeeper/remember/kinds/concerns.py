"""Whom or what to ask after? The oldest grave matter first; small ones fade, so that nobody asks for ever."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from shopkeeper.domain.concern import Concern, Outcome
from shopkeeper.domain.phrase import Phrase, translate, verbatim
from shopkeeper.remember import when
from shopkeeper.remember.moment import Moment
from shopkeeper.remember.names import call_near
from shopkeeper.remember.reminder import Mark, Reminder, Slot, Urgency

# A small matter is asked after for so long.
FADES_AFTER: Final = 30


def concerns(moment: Moment) -> Iterator[Reminder]:
    """What goes on with this person and those near them, each matter once, whoever told us."""
    said: set[tuple[str, str]] = set()
    for concern, who, uid in _matters(moment):
        key = (uid or concern.who.casefold(), concern.what.casefold())
        if key not in said and is_open(concern, moment.today):
            said.add(key)
            yield _reminder(concern, who, moment.today)


def is_open(concern: Concern, today: date) -> bool:
    """Whether it is still asked after: grave until closed, small for 30 days from the latest day it can have begun."""
    if concern.closed_on is not None or concern.outcome is Outcome.PASSED_ON:
        return False
    began = when.latest(concern.since)
    return concern.grave or began is None or (today - began).days <= FADES_AFTER


def _matters(moment: Moment) -> Iterator[tuple[Concern, Phrase | None, str]]:
    """Each matter with whom it is about (None: the card's own person) and their uid, where one is known."""
    family = {n.person.uid: n for n in moment.family()}
    for concern in moment.memory.concerns:
        if concern.who_uid == moment.me or not (concern.who or concern.who_uid):
            yield concern, None, moment.me
        elif concern.who:
            yield concern, verbatim(concern.who), concern.who_uid
        elif concern.who_uid in family:
            yield concern, call_near(family[concern.who_uid]), concern.who_uid
        elif person := moment.around.person(concern.who_uid):
            yield concern, verbatim(str(person.name)), concern.who_uid
    for near in family.values():
        for concern in near.concerns:
            if concern.who_uid == moment.me:
                yield concern, None, moment.me
            elif concern.who_uid == near.person.uid or not (concern.who or concern.who_uid):
                yield concern, call_near(near), near.person.uid


def _reminder(concern: Concern, who: Phrase | None, today: date) -> Reminder:
    asked_today = concern.asked_on == today
    began = concern.since.earliest()
    age = (today - began).days if began else 0
    return Reminder(
        slot=Slot.ASK_AFTER,
        mark=Mark.ASK,
        title=_asked_title(concern, who) if asked_today else ask_title(concern, who),
        details=tuple(_details(concern, today)),
        urgency=Urgency.LATER if asked_today else Urgency.FIRST if concern.grave else Urgency.USUAL,
        order=(-age,) if concern.grave else (age,),
        about=(concern.uid,),
    )


def ask_title(concern: Concern, who: Phrase | None) -> Phrase:
    """What to ask: "Ask how grandma Rosa is after her flu"."""
    if who is None:
        return translate("card", "Ask about {what}", "what: the driving test").with_values(what=concern.what)
    if concern.grave:
        ask = translate("card", "Ask how {who} is: {what}", "who: grandma Rosa; what: a grave matter that goes on")
    else:
        ask = translate("card", "Ask how {who} is after {what}", "who: grandma Rosa; what: her flu")
    return ask.with_values(who=who, what=concern.what)


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
