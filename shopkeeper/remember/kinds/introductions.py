"""Who would be glad to meet? Two people who share something and have both said yes; later, how it went."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from shopkeeper.domain.introduction import Introduction
from shopkeeper.domain.person import Person
from shopkeeper.domain.phrase import Phrase, translate
from shopkeeper.remember import when
from shopkeeper.remember.moment import Moment
from shopkeeper.remember.offer import Offer
from shopkeeper.remember.reminder import Mark, Reminder, Slot, Urgency

# For so many days after it, how it went is worth a line.
_FADES_AFTER: Final = 90


def introductions(moment: Moment) -> Iterator[Reminder]:
    """Those that both have said yes to, then those that were made: first whether they met, then how it was."""
    for one in moment.memory.introductions:
        other = moment.around.person(one.other_uid if one.person_uid == moment.me else one.person_uid)
        if other is not None and one.person_agrees and one.other_agrees:
            yield from _reminder(moment, one, other)


def _reminder(moment: Moment, one: Introduction, other: Person) -> Iterator[Reminder]:
    offers: tuple[Offer, ...] = ()
    day = one.met_on or one.introduced_on
    if day is not None and (moment.today - day).days > _FADES_AFTER:
        return
    if day is None:
        title = translate("card", "Introduce to {name}: {about}", "two people who share something")
        details: tuple[Phrase, ...] = (translate("card", "both have said yes", "to an introduction"),)
        offers = (Offer.INTRODUCE, Offer.DECLINED)
    elif one.met_on or one.outcome:
        title = translate("card", "Has met {name}: {about}", "two people whom we introduced")
        details = (when.ago(day, moment.today), *((when.quoted(one.outcome),) if one.outcome else ()))
    else:
        title = translate("card", "Introduced to {name}: {about}", "two people who share something")
        ask = translate("card", "ask if they have met", "after we introduced two people")
        details = (when.ago(day, moment.today), ask)
        offers = (Offer.MET, Offer.DECLINED)
    yield Reminder(
        slot=Slot.CARES_ABOUT,
        mark=Mark.HEART,
        title=title.with_values(name=str(other.name), about=one.about),
        details=details,
        urgency=Urgency.USUAL if offers else Urgency.LATER,
        about=(one.uid,),
        offers=offers,
    )
